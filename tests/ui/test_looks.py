"""Every page in both languages and at twice the text size: nothing clipped, everything named, by keyboard."""

import shutil
from datetime import datetime

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from desktop import resources
from desktop.services import clients
from desktop.services.office import create_office
from desktop.services.samples import sample_cases
from desktop.settings import Preferences
from desktop.texts import Texts
from desktop.ui.kit.icons import Icons
from desktop.ui.kit.look import Look
from desktop.ui.kit.theme import Theme
from desktop.ui.pictures import _pages, _settle
from desktop.ui.printing.preview import PageView
from desktop.ui.window import Window
from tests.store.making import CHEAP

NOW = datetime(2026, 11, 22, 14, 3).astimezone()
FOCUSABLE = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit)


@pytest.fixture(scope="module")
def session(reference, tmp_path_factory):
    path = tmp_path_factory.mktemp("office") / "Beratung Süd.akte"
    made = create_office(
        path, name="Beratung Süd", login="mk", passphrase="vier ganz lose Worte",
        reference=reference, now=NOW, kdf=CHEAP,
    ).session  # fmt: skip
    for case in sample_cases(reference, NOW.date()).values():
        clients.add(made, case, NOW)
    yield made
    made.close()
    shutil.rmtree(path)


class StrayWindows(QObject):
    """Notices what shows up as a window of its own: on a real screen it flashes and takes the keyboard."""

    def __init__(self):
        super().__init__()
        self.found = []

    def eventFilter(self, watched, event):
        shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        if shown and not isinstance(watched, Window):
            self.found.append(f"{type(watched).__name__} {getattr(watched, 'text', str)()!r}")
        return False


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_page(qapp, qtbot, session, language, percent):
    theme = Theme(qapp, "light", percent)
    look = Look(Texts(language, resources.path("i18n")), theme, Icons(theme))
    window = Window()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    stray = StrayWindows()
    qapp.installEventFilter(stray)
    wrong = []
    for page in _pages(window, look, session, Preferences(language=language, font_percent=percent), NOW):
        window.show()
        _settle()
        if page == "case-printing":
            assert [view for view in visible(window, PageView) if view.image is not None], "no sheet is drawn"
        wrong += [f"{page}: {each}" for each in (*clipped(window), *nameless(window), *beside(window))]
    qapp.removeEventFilter(stray)
    theme.apply("light", 100)
    assert not wrong
    assert not stray.found


def visible(window, *kinds):
    for kind in kinds:
        yield from (each for each in window.findChildren(kind) if each.isVisible())


def clipped(window):
    """Words that are not there in full."""
    for label in visible(window, QLabel):
        if not label.text() or label.pixmap().width():
            continue
        if label.wordWrap():
            if label.height() + 1 < label.heightForWidth(label.width()):
                yield f"clipped below: {label.text()[:50]!r}"
        elif label.width() + 1 < label.minimumSizeHint().width():
            yield f"clipped: {label.text()[:50]!r}"
    for button in visible(window, QAbstractButton):
        needed = button.fontMetrics().boundingRect(0, 0, 9999, 999, 0, button.text()).width()
        if button.text() and button.width() < needed:
            yield f"clipped button: {button.text()!r}"
    for bar in visible(window, QTabBar):
        if bar.width() + 1 < bar.minimumSizeHint().width():
            yield "clipped tabs"


def nameless(window):
    """What the keyboard reaches but a screen reader cannot name."""
    for widget in visible(window, *FOCUSABLE):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isEnabled():
            continue
        if not (widget.accessibleName() or getattr(widget, "text", str)()):
            yield f"no name: {type(widget).__name__}"


def beside(window):
    """Pages wider than the window: something would lie outside of it."""
    if window.width() > 1366 or window.height() > 768:
        yield f"needs {window.width()} x {window.height()}"
        window.resize(1366, 768)


def test_pages_can_be_walked_by_tab_alone(qapp, qtbot, session, shown):
    theme = Theme(qapp, "light", 100)
    look = Look(Texts("de", resources.path("i18n")), theme, Icons(theme))
    window = Window()
    shown(window)
    for page in _pages(window, look, session, Preferences(), NOW):
        for _ in range(3):
            qapp.processEvents()
        if page.startswith("case-"):
            continue  # tabs of one page, walked in tests of their own
        reached = walk(window)
        missed = [
            f"{type(each).__name__} {each.accessibleName()!r}"
            for each in visible(window, QLineEdit, QComboBox, QPlainTextEdit)
            if each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus and each not in reached
        ]
        assert not missed, page


def walk(window):
    """Everything Tab reaches until it comes round; a widget may pass the keyboard on to another."""
    reached: list[QWidget | None] = []
    first_again = 0
    while first_again < 3 and len(reached) < 2000:
        window.focusNextChild()
        reached.append(QApplication.focusWidget())
        first_again += reached[-1] is reached[0]
    return reached
