"""A list of clients with its head; what is chosen in it, and what can be done with that."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.errors import Problem
from desktop.texts import mark
from desktop.ui.kit.choice import Option
from desktop.ui.kit.flow import FlowLayout
from desktop.ui.kit.labels import button, label
from desktop.ui.kit.look import Look
from desktop.ui.kit.notes import Banner
from desktop.ui.kit.page import EmptyState, Page, scrolling
from desktop.ui.kit.segments import Segments
from desktop.ui.kit.table import Column, TupleTable

from .letters_card import LettersCard

_LEAST = 200
"""Design pixels of the list, also where the rest of the page has to be scrolled for it."""


class ListPage(Page):
    """`opened` with a line, `page_wanted` with offset and limit, `choice_wanted` with a part of the list."""

    opened = Signal(object)
    page_wanted = Signal(int, int)
    choice_wanted = Signal(object)
    back_wanted = Signal()

    def __init__(
        self,
        look: Look,
        title: str,
        about: str,
        nobody: tuple[str, str],
        columns: Sequence[Column],
        choices: Sequence[Option] = (),
    ) -> None:
        """`nobody`: what an empty list says, and why that is good. `choices`: the parts of the list."""
        super().__init__(look, title, about)
        texts, px = look.texts, look.theme.px
        back = button(texts(mark("Back to Today")), "quiet", "back", look)
        back.clicked.connect(self.back_wanted)
        self.add_action(back)
        self._banner = Banner(look)
        self._wants_keyboard = False
        self.count = label("", "muted", wrap=False)
        self.segments = Segments(look, choices, name=title) if choices else None
        if self.segments is not None:
            self.segments.chosen.connect(self.choice_wanted)
        self._nobody = EmptyState(look, *nobody, icon="check")
        self._nobody.hide()
        above = QWidget()
        self.above = FlowLayout(above, px(12))
        if self.segments is not None:
            self.above.addWidget(self.segments)
        self.above.addWidget(self.count)
        self.make_actions()
        self.table = self.make_table(columns, title)
        self.table.setMinimumHeight(px(_LEAST))
        self.table.opened.connect(self.opened)
        self.table.rows.wanted.connect(self.page_wanted)
        self.rest = QWidget()
        below = QVBoxLayout(self.rest)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(px(8))
        below.addWidget(above)
        below.addWidget(self.table, 1)
        below.addWidget(self._nobody, 1)
        self.body.setSpacing(px(8))
        self.body.addWidget(self._banner)
        self.parts = QVBoxLayout()
        self.parts.addWidget(self.rest, 1)
        self.body.addWidget(scrolling(self.parts), 1)

    def make_actions(self) -> None:
        """Buttons above the list; before the list, so that Tab comes to them first."""

    def make_table(self, columns: Sequence[Column], name: str) -> TupleTable:
        return TupleTable(self.look, columns, name)

    def begin(self) -> None:
        """The page is entered: the keyboard goes to the list once it is there."""
        self._wants_keyboard = True

    def show_choice(self, choice: Any) -> None:
        if self.segments is not None:
            self.segments.set_value(choice)

    def show_lines(self, lines: Sequence[Any], count: int) -> None:
        self._banner.clear()
        row = max(0, self.table.currentIndex().row())
        self.table.rows.reset(lines)
        self.table.rows.grow(count)
        self.table.choose(min(row, count - 1))
        self.table.setVisible(count > 0)
        self._nobody.setVisible(count == 0)
        self.count.setText(
            self.look.texts.plural(mark("{count} entry"), mark("{count} entries"), count) if count else ""
        )
        if self._wants_keyboard and count and not self.isHidden():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._wants_keyboard = False

    def show_page(self, offset: int, lines: Sequence[Any]) -> None:
        self.table.rows.put_page(offset, lines)

    def show_chosen(self, clients: frozenset[str], of: int) -> None:
        """Only the list of titles lets lines be chosen."""

    def show_problem(self, problem: Problem) -> None:
        self._banner.say_problem(problem)

    def step_back(self) -> None:
        """Esc."""
        self.back_wanted.emit()


class ChoosingTable(TupleTable):
    """Space or a click on the box: `ticked` with the line. Ctrl+A: `all_wanted`."""

    ticked = Signal(object)
    all_wanted = Signal()

    def __init__(self, look: Look, columns: Sequence[Column], name: str) -> None:
        super().__init__(look, columns, name)
        self.clicked.connect(self._clicked)

    def _clicked(self, index: QModelIndex) -> None:
        row = self.rows.row(index.row())
        if index.column() == 0 and row is not None:
            self.ticked.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.chosen() is not None:
            self.ticked.emit(self.chosen())
        elif event.key() == Qt.Key.Key_A and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.all_wanted.emit()
        else:
            super().keyPressEvent(event)


class EndingPage(ListPage):
    """Titles or other papers that end: `ticked` with a line, `all_wanted`, `letters_wanted`."""

    ticked = Signal(object)
    all_wanted = Signal()
    letters_wanted = Signal()

    def __init__(
        self,
        look: Look,
        title: str,
        about: str,
        nobody: tuple[str, str],
        columns: Callable[[Callable[[str], bool]], Sequence[Column]],
        choices: Sequence[Option],
        kinds: Sequence[Option],
    ) -> None:
        """`columns` takes a function that tells whether a client is chosen; `kinds`: see `LettersCard`."""
        self._ids: frozenset[str] = frozenset()
        super().__init__(look, title, about, nobody, columns(lambda client: client in self._ids), choices)
        table = self.table
        assert isinstance(table, ChoosingTable)
        table.ticked.connect(self.ticked)
        table.all_wanted.connect(self.all_wanted)
        self.letters_card = LettersCard(look, self.rest, kinds)
        self.letters_card.closed.connect(lambda: self.table.setFocus(Qt.FocusReason.OtherFocusReason))
        self.parts.addWidget(self.letters_card, 1)

    def make_actions(self) -> None:
        self.all = button(self.look.texts(mark("Choose all")), "quiet")
        self.all.clicked.connect(self.all_wanted)
        self.letters = button("", "primary", "letter", self.look)
        self.letters.clicked.connect(self.letters_wanted)
        self.above.addWidget(self.all)
        self.above.addWidget(self.letters)

    def make_table(self, columns: Sequence[Column], name: str) -> TupleTable:
        return ChoosingTable(self.look, columns, name)

    def step_back(self) -> None:
        """From the letters to the list, from the list to where one came from."""
        if self.letters_card.isHidden():
            super().step_back()
        else:
            self.letters_card.shut()

    def show_chosen(self, clients: frozenset[str], of: int) -> None:
        texts = self.look.texts
        self._ids = clients
        self.table.viewport().update()
        everybody = bool(of) and len(clients) == of
        self.all.setText(texts(mark("Choose none")) if everybody else texts(mark("Choose all")))
        self.all.setVisible(of > 0)
        self.letters.setVisible(of > 0)
        for_all, one, many = (
            mark("Letters for all …"),
            mark("Letters for {count} chosen …"),
            mark("Letters for {count} chosen …"),
        )
        self.letters.setText(texts.plural(one, many, len(clients)) if clients else texts(for_all))
        self.letters.setAccessibleName(self.letters.text())
        chosen = texts.plural(mark("{count} chosen"), mark("{count} chosen"), len(clients))
        lines = texts.plural(mark("{count} entry"), mark("{count} entries"), self.table.rows.rowCount())
        self.count.setText(f"{lines} · {chosen}" if of else "")
