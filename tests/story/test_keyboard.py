"""The whole window without a mouse: reached, walked through, named; and never a name that becomes markup."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6 import QtGui
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QScrollArea,
    QTabBar,
    QTextEdit,
    QWidget,
)

from desktop.app import Program
from desktop.cases.names import clean
from desktop.ui.casefile.view import CasefilePage
from desktop.ui.kit.palette import Palette

from .conftest import HOSTILE, PLAIN, TURNED, Person, pages, plain, words_on

pytestmark = pytest.mark.story


@pytest.fixture
def program(opened: Callable[..., Program]) -> Program:
    return opened(PLAIN)


def test_no_key_stands_for_two_things(program: Program) -> None:
    window = program.window
    everywhere = [keys.toString() for action in window.findChildren(QAction) for keys in action.shortcuts()]
    twice = {("the commands", key) for key, times in Counter(everywhere).items() if times > 1}
    seen = 0
    for name, page in pages(program):
        own = [each.key().toString() for each in page.findChildren(QShortcut) if _in_use(each)]
        own += [each.key().toString() for each in window.findChildren(QShortcut) if each.parent() is window]
        seen += len(own)
        twice |= {(name, key) for key, times in Counter((*own, *everywhere)).items() if times > 1}
    assert everywhere
    assert seen
    assert not twice


def _in_use(keys: QShortcut) -> bool:
    """Of a page that is shown, and not only of the field it stands in."""
    owner, local = keys.parent(), Qt.ShortcutContext.WidgetWithChildrenShortcut
    return isinstance(owner, QWidget) and owner.isVisible() and keys.context() is not local


def test_every_page_is_reached_by_its_keys(program: Program, person: Person, qtbot: Any) -> None:
    shell = program.shell
    assert shell is not None
    rooms = {
        "Ctrl+1": "today",
        "Ctrl+2": "clients",
        "Ctrl+3": "case",
        "Ctrl+4": "calendar",
        "Ctrl+5": "law",
        "Ctrl+6": "ending",
        "Ctrl+,": "preferences",
        "F1": "help",
    }
    for key, room in rooms.items():
        person.press(key)
        assert shell.current == room
        assert _inside(shell.rooms(), room), f"after {key} the keyboard is not on the page"
    case = program.window.findChild(CasefilePage)
    assert case is not None
    person.press("Ctrl+3")
    for number, tab in enumerate(case.tabs, start=1):
        person.press(f"Alt+{number}")
        assert case.tab == tab
        assert _inside(shell.rooms(), "case")
    person.press("Ctrl+2", "Ctrl+P")
    assert (shell.current, case.tab) == ("case", "printing")
    person.press("Ctrl+1", "Ctrl+P")
    assert shell.current == "today", "the start page prints what stands on it"
    assert "Ohne Namen" in words_on(program.window)
    person.press("Escape")
    assert "Ohne Namen" not in words_on(program.window)
    person.press("Ctrl+N")
    assert shell.current == "new_client"
    person.press("Escape")
    assert shell.current == "clients"
    person.press("Ctrl+1", "Ctrl+F")
    assert shell.current == "clients"
    person.press("Ctrl+K")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), Palette))
    person.press("Escape")
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def _inside(rooms: list[Any], name: str) -> bool:
    page = next(room.page for room in rooms if room.command == name)
    focused = QApplication.focusWidget()
    return focused is not None and (focused is page or page.isAncestorOf(focused))


def test_a_search_ends_with_escape(program: Program, person: Person, qtbot: Any) -> None:
    person.press("Ctrl+F")
    person.write("niemand heißt so")
    qtbot.waitUntil(lambda: "Niemand gefunden" in words_on(program.window))
    person.press("Escape")
    qtbot.waitUntil(lambda: "3 Akten" in words_on(program.window))


def test_tab_goes_through_every_page_as_one_reads(program: Program, person: Person) -> None:
    wrong: list[str] = []
    for name, page in pages(program):
        visited = _walk(page, person)
        wanted = {each for each in _stops(page) if not each.focusProxy()}
        wrong += [f"{name}: Tab never reaches {_called(each)}" for each in wanted - set(visited)]
        wrong += [f"{name}: {words}" for words in _jumps(page, visited)]
    assert not wrong, "\n".join(wrong)


def _stops(page: QWidget) -> list[QWidget]:
    """Everything on a page that Tab should come to. The bar of tabs is one stop, its buttons are none."""
    return [
        each
        for each in page.findChildren(QWidget)
        if each.isVisible() and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def _walk(page: QWidget, person: Person) -> list[QWidget]:
    """Where Tab leads from the top of the page until it comes round; what is outside the page is left out."""
    page.setFocus()
    visited: list[QWidget] = []
    for _ in range(400):
        person.press("Tab")
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused in visited:
            return [each for each in visited if page.isAncestorOf(each)]
        visited.append(focused)
    raise AssertionError("Tab does not come round")


def _jumps(page: QWidget, visited: list[QWidget]) -> Iterator[str]:
    """Steps backwards: upwards in the same column, or to the left in the same line."""
    for area in page.findChildren(QScrollArea):
        for bar in (area.verticalScrollBar(), area.horizontalScrollBar()):
            bar.setValue(bar.minimum())
    places = [QRect(each.mapTo(page, QPoint(0, 0)), each.size()) for each in visited]
    for one, other, here, there in zip(visited, visited[1:], places, places[1:], strict=False):
        above = there.bottom() <= here.top() and there.left() < here.right()
        same_line = abs(here.center().y() - there.center().y()) < min(here.height(), there.height()) / 2
        if above or (same_line and there.right() <= here.left()):
            yield f"Tab goes back from {_called(one)} to {_called(other)}"


def _called(widget: QWidget) -> str:
    name = widget.accessibleName() or widget.objectName()
    return f"{type(widget).__name__} {plain(name)[:50]!r}"


def test_whatever_takes_the_keyboard_has_a_name(program: Program) -> None:
    nameless = {
        f"{name}: {type(each).__name__} in {type(each.parent()).__name__}"
        for name, _ in pages(program)
        for each in _stops(program.window)
        if not (each.focusProxy() or isinstance(each, QTabBar) or _called_aloud(each).strip())
    }
    assert not nameless, "\n".join(sorted(nameless))


def _called_aloud(widget: QWidget) -> str:
    """What a screen reader says: the name, or the words on a button."""
    words = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or words


def test_the_keys_of_a_page_are_told_apart(program: Program) -> None:
    """No letter after Alt stands for two things, the menus included."""
    bar = program.window.menuBar()
    menus = [action.text() for action in bar.actions()]
    for action in bar.actions():
        inside = _letters(each.text() for each in action.menu().actions())  # type: ignore[attr-defined]
        assert not [key for key, count in inside.items() if count > 1], action.text()
    wrong = []
    for name, page in pages(program):
        words = [
            each.text()
            for each in page.findChildren(QLabel) + page.findChildren(QAbstractButton)
            if each.isVisible() and (not isinstance(each, QLabel) or each.buddy() is not None)
        ]
        twice = [key for key, count in _letters([*menus, *words]).items() if count > 1]
        wrong += [f"{name}: {key}" for key in twice]
    assert not wrong, "\n".join(wrong)


def _letters(texts: Any) -> Counter[str]:
    found = (QKeySequence.mnemonic(text).toString() for text in texts)
    return Counter(each for each in found if each)


@pytest.mark.parametrize("client", [HOSTILE, TURNED], ids=["markup", "turned round"])
def test_a_name_is_never_more_than_text(opened: Callable[..., Program], client: str) -> None:
    """Markup in a name is shown letter by letter; what would turn the line round is not even stored."""
    program = opened(client)
    name = clean(client)
    where = []
    for page_name, page in pages(program):
        assert program.window.windowTitle() == "Bleibelotse"
        for words, as_rich_text in _shown(page):
            assert not _TURNING & set(words), f"{page_name}: {words!r} turns round"
            if name in words:
                where.append(page_name)
                assert not as_rich_text, f"{page_name}: {words!r} is read as markup"
    assert {"clients", "case overview"} <= set(where)
    titles = {each.title() for each in QGuiApplication.topLevelWindows()}
    assert not [each for each in titles if name in each]


_TURNING = set("\u202a\u202b\u202c\u202d\u202e")


def _shown(page: QWidget) -> Iterator[tuple[str, bool]]:
    """Texts on a page and in its tooltips, and whether Qt would read each as rich text."""
    for each in page.findChildren(QWidget):
        if isinstance(each, QLabel) and each.isVisible():
            rich = each.textFormat() != Qt.TextFormat.PlainText and QtGui.Qt.mightBeRichText(each.text())
            yield each.text(), rich
        if isinstance(each, QTextEdit):
            yield each.toPlainText(), each.acceptRichText()
        yield each.toolTip(), QtGui.Qt.mightBeRichText(each.toolTip())
        if isinstance(each, QAbstractItemView) and each.isVisible():
            for words in _texts_of(each.model(), Qt.ItemDataRole.ToolTipRole):
                yield words, QtGui.Qt.mightBeRichText(words)
            for words in _texts_of(each.model(), Qt.ItemDataRole.DisplayRole):
                yield words, False


def _texts_of(
    model: QAbstractItemModel, role: Qt.ItemDataRole, under: QModelIndex | None = None
) -> Iterator[str]:
    above, row = under or QModelIndex(), 0
    while model.hasIndex(row, 0, above):
        column = 0
        while model.hasIndex(row, column, above):
            yield str(model.data(model.index(row, column, above), role) or "")
            column += 1
        yield from _texts_of(model, role, model.index(row, 0, above))
        row += 1
