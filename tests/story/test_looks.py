"""Every page of the real program in both languages and at twice the text size: whole, apart, in one language.

That labels and buttons are not clipped is tested with the window (`tests/ui/test_looks.py`); here is what
only shows when words, lists and choices stand together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction, QFont, QTextLayout
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollBar,
    QStackedWidget,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTableView,
    QWidget,
)

from desktop import resources
from desktop.app import Program
from desktop.services.handouts.translations import translation
from desktop.services.reference import Reference
from desktop.settings import Preferences
from desktop.texts import Language
from desktop.ui.shell import RailButton

from .conftest import PLAIN, pages, plain
from .test_keyboard import _texts_of

pytestmark = pytest.mark.story

SHORT = 24
"""A choice of so many letters is never cut; a longer one may be."""


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_page_is_whole(opened: Callable[..., Program], language: Language, percent: int) -> None:
    program = opened(PLAIN, Preferences(language=language, theme="light", font_percent=percent))
    wrong = [
        f"{name}: {words}"
        for name, page in pages(program)
        for words in (*_cut(page), *_on_top_of_each_other(page), *_lists_without_room(page))
    ]
    wrong += [
        f"the button {each.text()!r} of the rail is cut"
        for each in _shown(program.window, RailButton)
        if each.height() < each.sizeHint().height() or each.width() < each.sizeHint().width()
    ]
    assert (program.window.width(), program.window.height()) == (1366, 768)
    assert not wrong, "\n".join(wrong)


def test_a_german_window_speaks_german(opened: Callable[..., Program], reference: Reference) -> None:
    program = opened(PLAIN)
    english = (_english() | _english_of_the_law(reference)) - {"English"}  # its own name, in every window
    beside = {each.text for each in translation("en").renderings.values()}  # what is read beside the German
    found = {
        f"{name}: {words!r}"
        for name, page in pages(program)
        for words in _said(page, program.window)
        if plain(words).replace("&", "") in english and not (name == "translations" and words in beside)
    }
    assert not found, "\n".join(sorted(found))


@pytest.mark.parametrize("language", ["de", "en"])
def test_no_sign_is_missing_in_the_font(opened: Callable[..., Program], language: Language) -> None:
    program = opened(PLAIN, Preferences(language=language, theme="light"))
    signs = {sign for _, page in pages(program) for words in _said(page, program.window) for sign in words}
    font = program.window.font()
    missing = {sign for sign in signs if sign.isprintable() and not sign.isspace() and not _drawn(sign, font)}
    assert not missing


# Whole


def _shown(page: QWidget, *kinds: type[Any]) -> Iterator[Any]:
    for kind in kinds:
        yield from (each for each in page.findChildren(kind) if each.isVisible())


def _cut(page: QWidget) -> Iterator[str]:
    """Choices, column heads and tabs that are not there in full."""
    for box in _shown(page, QComboBox):
        option = QStyleOptionComboBox()
        box.initStyleOption(option)
        room = box.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, box
        )
        words = box.currentText()
        if len(words) <= SHORT and box.fontMetrics().horizontalAdvance(words) > room.width():
            yield f"the choice {words!r} is cut"
    for table in _shown(page, QTableView):
        yield from _cut_days(table)
    for head in _shown(page, QHeaderView):
        model = head.model()
        for number in range(head.count()):
            words = str(model.headerData(number, head.orientation()) or "")
            if not head.isSectionHidden(number) and head.sectionSize(number) < head.sectionSizeHint(number):
                yield f"the column head {words!r} is cut"
    for bar in _shown(page, QTabBar):
        for number in range(bar.count()):
            room = bar.tabRect(number)
            needed = bar.fontMetrics().horizontalAdvance(bar.tabText(number))
            if room.right() > bar.width() or room.width() < needed:
                yield f"the tab {bar.tabText(number)!r} is cut"


def _cut_days(table: QTableView) -> Iterator[str]:
    """Days, months and years in a column too narrow for them."""
    model, head = table.model(), table.horizontalHeader()
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            words = str(model.data(index, Qt.ItemDataRole.DisplayRole) or "")
            if head.isSectionHidden(column) or not _YEAR.search(words):
                continue
            if table.sizeHintForIndex(index).width() > head.sectionSize(column):
                yield f"{words!r} is cut"


_YEAR = re.compile(r"\b\d{4}\b")


def _on_top_of_each_other(page: QWidget) -> Iterator[str]:
    """Widgets beside each other in one place that share some of it."""
    for parent in (page, *page.findChildren(QWidget)):
        layout = parent.layout()
        if layout is None or isinstance(parent, QStackedWidget) or not parent.isVisible():
            continue
        items = (layout.itemAt(number) for number in range(layout.count()))
        inside = [each for item in items if item is not None and (each := item.widget()) is not None]
        for one, other in combinations([each for each in inside if each.isVisible()], 2):
            shared = one.geometry().intersected(other.geometry())
            if shared.width() > 1 and shared.height() > 1:
                yield f"{_name(one)} lies on {_name(other)}"
    for child in _shown(page, QWidget):
        around = child.parentWidget()
        layout = around.layout() if around is not None else None
        if around is None or layout is None or layout.indexOf(child) < 0 or isinstance(child, QScrollBar):
            continue
        if QRect(child.geometry()).united(around.rect()) != around.rect():
            yield f"{_name(child)} lies outside of {_name(around)}"


def _lists_without_room(page: QWidget) -> Iterator[str]:
    """A list in which not even one of its lines can be seen, or a good part of a very high one."""
    for view in _shown(page, QAbstractItemView):
        if isinstance(view, QHeaderView) or view.model() is None or not view.model().hasIndex(0, 0):
            continue
        line = view.visualRect(view.model().index(0, 0)).height()
        if view.viewport().height() + 1 < min(line, 200):
            yield f"{_name(view)} has room for {view.viewport().height()} of {line}"


def _name(widget: QWidget) -> str:
    words = widget.accessibleName() or (widget.text() if isinstance(widget, QLabel | QAbstractButton) else "")
    return f"{type(widget).__name__} {plain(words)[:40]!r}"


# In one language


def _said(page: QWidget, window: QWidget) -> Iterator[str]:
    """Everything a page says: words, tooltips, names, lists, choices, and the menus."""
    for each in page.findChildren(QWidget):
        if not each.isVisible():
            continue
        yield from (each.toolTip(), each.accessibleName(), each.accessibleDescription())
        if isinstance(each, QLabel | QAbstractButton):
            yield each.text()
        elif isinstance(each, QLineEdit):
            yield each.placeholderText()
        elif isinstance(each, QComboBox):
            yield from (each.itemText(number) for number in range(each.count()))
        elif isinstance(each, QTabBar):
            yield from (each.tabText(number) for number in range(each.count()))
        elif isinstance(each, QHeaderView):
            model = each.model()
            yield from (
                str(model.headerData(number, each.orientation()) or "") for number in range(each.count())
            )
        elif isinstance(each, QAbstractItemView):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                yield from _texts_of(each.model(), role)
    yield from (action.text() for action in window.findChildren(QAction))


def _english() -> set[str]:
    """Sources of the German catalogues, without those that read the same in German."""
    said: set[str] = set()
    german: set[str] = set()
    for file in sorted(resources.path("i18n", "de").glob("*.po")):
        for entry in file.read_text(encoding="utf-8").split("\n\n"):
            source, _, translation = entry.partition("\nmsgstr")
            said.add(_joined(source.partition("msgid")[2].partition("\nmsgid_plural")[0]))
            german.add(_joined(translation))
    return {plain(each).replace("&", "") for each in said - german if len(each) > 1}


def _joined(text: str) -> str:
    parts = re.findall(r'"((?:[^"\\]|\\.)*)"', text)
    return "".join(parts).replace('\\"', '"').replace("\\n", "\n")


def _english_of_the_law(reference: Reference) -> set[str]:
    """What the rule pack calls things in English, where German calls them otherwise."""
    pack = reference.pack
    pairs = [each.label for each in pack.vocabulary]
    pairs += [each.question for each in pack.vocabulary if each.question is not None]
    pairs += [norm.title for norm in pack.norms]
    pairs += [document.name for document in pack.documents.values()]
    german = {each.de for each in pairs}
    return {plain(each.en) for each in pairs if each.en not in german}


def _drawn(sign: str, font: QFont) -> bool:
    """Whether any font at hand has a glyph for it."""
    layout = QTextLayout(sign, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return all(index != 0 for run in layout.glyphRuns() for index in run.glyphIndexes())
