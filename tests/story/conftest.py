"""The real program, driven as a person does: keys and clicks go to the window, answers are read off it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, cast

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QLineEdit, QWidget

from desktop import settings
from desktop.app import PREFERENCES, Program
from desktop.cases.names import clean
from desktop.services import clients
from desktop.services import office as offices
from desktop.services.reference import Reference, load_reference
from desktop.services.samples import sample_cases
from desktop.settings import Preferences
from desktop.store.kdf import KdfCost, KdfPolicy
from desktop.ui.kit.theme import Theme
from desktop.ui.office.door import Made, OfficeDoor

NOW = datetime(2026, 11, 24, 14, 3).astimezone()
CHEAP = KdfPolicy(floor=KdfCost(8, 1, 1), ceiling=KdfCost(2048, 4, 4), wanted=KdfCost(16, 1, 1))
PASSPHRASE = "kurze Wege, lange Wörter"


HOSTILE, TURNED, PLAIN = "<img src=x>", "Amal \u202eretsuM", "Samuel Vorlage"
CLIENTS = {
    PLAIN: "muenchen-abschiebungsverbot",
    HOSTILE: "sachsen-pflege",
    TURNED: "offene-fragen",
}


class QuickDoor(OfficeDoor):
    """The way to the office file with a passphrase that costs next to nothing, and the law read once."""

    def __init__(self, reference: Reference) -> None:
        super().__init__(lambda: NOW)
        self._reference = reference

    def create(self, path: Path, name: str, login: str, passphrase: str) -> Made:
        made = offices.create_office(
            path,
            name=name,
            login=login,
            passphrase=passphrase,
            reference=self._loaded(),
            now=NOW,
            kdf=CHEAP,
        )
        return Made(made.session, made.recovery_code)

    def open(self, path: Path, login: str, passphrase: str) -> offices.Session:
        return offices.open_office(
            path, login=login, passphrase=passphrase, reference=self._loaded(), now=NOW, kdf=CHEAP
        )


class Person:
    """Presses keys and clicks, and counts both. Whatever has the keyboard gets the keys, as on a screen."""

    def __init__(self) -> None:
        self.inputs = 0

    def press(self, *keys: str) -> None:
        """Keys by name: Tab, Return, Ctrl+K, Alt+3. A chord is one input."""
        for key in keys:
            self.inputs += 1
            chord = QKeySequence(key)[0]  # type: ignore[index]
            QTest.keyClick(_window(), chord.key(), chord.keyboardModifiers())

    def type(self, text: str) -> None:
        """Letters and figures that count: a short answer, a date, a number."""
        self.inputs += len(text)
        self.write(text)

    def write(self, text: str) -> None:
        """Free text, which no budget counts. Letters of any script: Qt's own helper takes ASCII only."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(_window(), QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """A click of the left button, in the middle of the widget unless told where."""
        self.inputs += 1
        assert widget.isVisible(), f"{widget.accessibleName()!r} cannot be seen"
        QTest.mouseClick(
            widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at or widget.rect().center()
        )

    def save_as(self, path: Path, ask: Callable[[], None]) -> None:
        """Answer the next file dialog with a path; `ask` is what brings it up."""
        timer = QTimer(interval=10)

        def answer() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QFileDialog):
                timer.stop()
                name = dialog.findChild(QLineEdit, "fileNameEdit")
                assert name is not None
                name.setText(str(path))
                QTest.keyClick(name, Qt.Key.Key_Return)

        timer.timeout.connect(answer)
        timer.start()
        ask()
        assert not timer.isActive(), "nobody asked where to save"

    def budget(self) -> Callable[[], int]:
        """How many inputs there were since now."""
        before = self.inputs
        return lambda: self.inputs - before


def _window() -> QWindow:
    """What gets the keys: an open list of names, else the window that has the keyboard."""
    popup = QApplication.activePopupWidget()
    _give_back_the_keyboard()
    window = popup.window().windowHandle() if popup is not None else QGuiApplication.focusWindow()
    assert window is not None, "nothing has the keyboard"
    return window


def _give_back_the_keyboard() -> None:
    """Without a screen Qt leaves the keyboard with a list or dialog that has closed; a real one does not."""
    window, holder = cast("QWindow | None", QGuiApplication.focusWindow()), QApplication.focusWidget()
    if window is None or not window.isVisible():
        standing = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each.isWindow()]
        wanted = (QApplication.activeModalWidget(), holder and holder.window(), *standing)
        next(each for each in wanted if each is not None).activateWindow()
        QCoreApplication.processEvents()
        if holder is not None:
            holder.setFocus(Qt.FocusReason.ActiveWindowFocusReason)


@pytest.fixture
def person() -> Person:
    return Person()


@pytest.fixture(scope="session")
def reference() -> Reference:
    return load_reference()


@pytest.fixture
def start(
    qapp: QApplication, qtbot: Any, tmp_path: Path, reference: Reference, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Program]]:
    """Start the program in an empty home; it is closed and gone after the test."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    running: list[Program] = []

    def begin(
        office: Path | None = None,
        restart: Callable[[Path], None] = lambda _: None,
        preferences: Preferences | None = None,
    ) -> Program:
        folder = tmp_path / "settings"
        if preferences is not None or not (folder / PREFERENCES).exists():
            settings.save(preferences or Preferences(language="de", theme="light"), folder / PREFERENCES)
        program = Program(qapp, folder, office, lambda: NOW, restart, QuickDoor(reference))
        program.mistake = _raise  # type: ignore[method-assign]
        running.append(program)
        with qtbot.waitActive(program.window):
            program.start()
            program.window.activateWindow()
        return program

    yield begin
    for program in running:
        close(program)
    Theme(qapp, "light", 100)


@pytest.fixture(scope="session")
def kept_office(tmp_path_factory: pytest.TempPathFactory, reference: Reference) -> Path:
    """An office file with a few clients, made once; tests open a copy of it."""
    path = tmp_path_factory.mktemp("office") / "Beratungsstelle Süd.akte"
    made = offices.create_office(
        path, name=path.stem, login="mk", passphrase=PASSPHRASE, reference=reference, now=NOW, kdf=CHEAP
    )
    with made.session as session:
        cases = sample_cases(reference, NOW.date())
        for name, sample in CLIENTS.items():
            case = cases[sample]
            clients.add(session, replace(case, client=replace(case.client, name=name)), NOW)
    return path


@pytest.fixture
def opened(
    start: Callable[..., Program], kept_office: Path, tmp_path: Path, person: Person, qtbot: Any
) -> Callable[..., Program]:
    """The program with the office of `kept_office` open, and a client of it on the desk if asked for."""

    def begin(client: str = "", preferences: Preferences | None = None) -> Program:
        path = tmp_path / kept_office.name
        if not path.exists():
            shutil.copytree(kept_office, path)
        chosen = preferences or Preferences(language="de", theme="light")
        program = start(path, preferences=chosen._replace(login="mk"))
        person.write(PASSPHRASE)
        person.press("Return")
        qtbot.waitUntil(lambda: program.shell is not None and program._case is not None)
        if client:
            assert program._entered is not None
            assert program._case is not None
            assert program.shell is not None
            session = program._entered.session
            found: list[list[clients.ClientLine]] = []
            program.jobs.run(lambda: clients.lines(session), found.append)
            qtbot.waitUntil(lambda: bool(found))
            (line,) = [each for each in found[0] if each.name == clean(client)]
            program._case.open(line.id)
            case = program._case
            qtbot.waitUntil(lambda: case.case is not None)
            program.shell.go("case")
        return program

    return begin


def close(program: Program) -> None:
    """End a program as closing its window does, and take the window away."""
    if shiboken6.isValid(program.window):
        program.window.close()
        program.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _raise(error: BaseException) -> None:
    raise error


# What can be seen


def words_on(widget: QWidget) -> str:
    """Everything a person can read in labels, buttons and fields."""
    said = []
    for each in (widget, *widget.findChildren(QWidget)):
        if not each.isVisible():
            continue
        if isinstance(each, QLineEdit):
            said.append(each.displayText())
        elif isinstance(each, QLabel | QAbstractButton):
            said.append(each.text().replace("&", ""))
    return plain("\n".join(filter(None, said)))


def plain(text: str) -> str:
    """Without what keeps words together or directions apart: as one would say it."""
    return text.translate(_UNSEEN)


_UNSEEN = {0xA0: " ", 0x202F: " ", **dict.fromkeys((0x2066, 0x2067, 0x2068, 0x2069, 0x00AD))}


def pages(program: Program) -> Iterator[tuple[str, QWidget]]:
    """Every page of the window, one after the other in front; for the case each of its tabs."""
    shell = program.shell
    assert shell is not None
    for room in shell.rooms():
        shell.go(room.command)
        for name, turn in (room.faces or {"": lambda: None}).items():
            turn()
            settle(program)
            yield f"{room.command} {name}".strip(), room.page


def settle(program: Program) -> None:
    """Until what was asked of the worker is answered, and what the answers asked as well."""
    for _ in range(2):
        answered: list[None] = []
        program.jobs.run(lambda: None, answered.append)
        while not answered:
            QCoreApplication.processEvents()
    for _ in range(4):  # a layout inside a layout inside a layout
        QCoreApplication.processEvents()
