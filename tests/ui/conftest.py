"""A look, the real rule pack, and a case on the desk: what the tests of the open case share."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop import resources
from desktop.cases.casefile import CaseFile
from desktop.services.portable import read_case
from desktop.services.reference import Reference, load_reference
from desktop.texts import Texts
from desktop.ui.kit.case_context import CaseContext
from desktop.ui.kit.icons import Icons
from desktop.ui.kit.jobs import ImmediateJobs
from desktop.ui.kit.look import Look
from desktop.ui.kit.open_case import OpenCase
from desktop.ui.kit.theme import Theme

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 14, 3)


@pytest.fixture(scope="session")
def reference() -> Reference:
    return load_reference()


@pytest.fixture(scope="session")
def look(qapp: QApplication) -> Look:
    """German and light; the theme goes with the application."""
    theme = Theme(qapp, "light", 100)
    theme.load_other_scripts()
    return Look(Texts("de", resources.path("i18n")), theme, Icons(theme))


@pytest.fixture(scope="session")
def texts() -> Texts:
    return Texts("de", resources.path("i18n"))


@pytest.fixture
def sample(reference: Reference) -> Callable[[str], CaseFile]:
    return lambda name: read_case(resources.path("samples", f"{name}.yaml"), reference, TODAY)


class KeptCases:
    """Stands for the office file: one case under any id."""

    def __init__(self, case: CaseFile) -> None:
        self.case, self.saved = case, 0

    def load(self, _: str) -> CaseFile:
        return self.case

    def save(self, _: str, case: CaseFile) -> Any:
        self.case, self.saved = case, self.saved + 1
        return SimpleNamespace(at=NOW)


@pytest.fixture
def context_of(reference: Reference, texts: Texts) -> Callable[..., CaseContext]:
    """A context with a case that is not opened yet: `context.desk.open("1")` once the views listen."""

    def make(case: CaseFile, jobs: Any = None) -> CaseContext:
        used = jobs or ImmediateJobs()
        desk = OpenCase(ImmediateJobs(), KeptCases(case))
        return CaseContext(desk, used, reference, texts, "mk", lambda: TODAY)

    return make


@dataclass
class Keyboard:
    """Types into whatever has the focus and counts what a person would press."""

    inputs: int = 0

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            self.inputs += 1
            QTest.keyClick(self._target(), key, modifier)

    def type(self, text: str) -> None:
        """Letters of any script: Qt's own helper aborts on what is not ASCII."""
        for letter in text:
            self.inputs += 1
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(self._target(), event)

    @staticmethod
    def _target() -> QWidget:
        popup = QApplication.activePopupWidget()
        target = popup or QApplication.focusWidget()
        assert target is not None, "nothing has the keyboard"
        return target


@pytest.fixture
def keyboard() -> Keyboard:
    return Keyboard()


@pytest.fixture
def shown(qtbot: Any) -> Callable[[QWidget], QWidget]:
    """Put a page on the screen and give it the keyboard."""

    kept = []  # a widget without a parent lives as long as somebody knows it

    def show(widget: QWidget, width: int = 1366, height: int = 768) -> QWidget:
        qtbot.addWidget(widget)
        kept.append(widget)
        widget.resize(width, height)
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()
        return widget

    return show
