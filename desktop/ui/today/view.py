"""Cards of dates side by side, beneath each other where the window is narrow or the text large."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.errors import Problem
from desktop.services.due import Due
from desktop.texts import mark
from desktop.ui.kit.due_entry import DueEntry
from desktop.ui.kit.flow import FlowLayout
from desktop.ui.kit.labels import button, icon_button, label
from desktop.ui.kit.look import Look
from desktop.ui.kit.notes import Banner
from desktop.ui.kit.page import EmptyState, Page, scrolling
from desktop.ui.kit.way_out_card import WayOutCard

from .cards import DueCard
from .presenter import ENDING, PAPERS, RESTING, WITHOUT, CardDates, Day

_CARDS = {
    Due.OVERDUE: (mark("Overdue"), mark("Nothing is overdue.")),
    Due.TODAY: (mark("Due today"), mark("Nothing is due today.")),
    Due.WEEK: (mark("Next seven days"), mark("Nothing until this day next week.")),
    Due.COMING: (mark("Begin now"), mark("Nothing has to be begun now.")),
    Due.POSSIBLE: (mark("Newly possible"), mark("Nothing new has become possible.")),
}
_LISTS = {
    WITHOUT: mark("Without a next date ({count})"),
    RESTING: mark("At rest ({count})"),
    ENDING: mark("Title ends within 90 days ({count})"),
    PAPERS: mark("Another paper ends ({count})"),
}
_COLUMNS = ((Due.OVERDUE,), (Due.TODAY, Due.WEEK), (Due.COMING, Due.POSSIBLE))
_AS_TALL_AS_NEEDED = (Due.TODAY, Due.POSSIBLE)
_WEIGHTS = {Due.POSSIBLE: 1}
_SIDE_BY_SIDE = 1080
"""Design pixels from which on the cards stand beside each other."""


class TodayPage(Page):
    """`opened` and `ticked` with a date, `list_opened` with a list.

    `wanted` with a card and how many of its dates have come.
    """

    opened = Signal(object)
    ticked = Signal(object)
    wanted = Signal(object, int)
    list_opened = Signal(str)
    first_client = Signal()

    def __init__(self, look: Look) -> None:
        texts, px = look.texts, look.theme.px
        super().__init__(look, texts(mark("Today")), " ")
        self._banner = Banner(look)
        rest = QWidget()
        self.out = WayOutCard(look, rest)
        self.out.closed.connect(self._back_from_the_card)
        self.print = icon_button(look, "print", texts(mark("Print these dates (Ctrl+P)")))
        self.add_action(self.print)
        self.body.addWidget(self._banner)
        self.body.addWidget(self.out)
        self.body.addWidget(rest, 1)
        # From the outside to the inside: a full widget that moves into another is styled once more.
        self._rest = QVBoxLayout(rest)
        self._rest.setContentsMargins(0, 0, 0, 0)
        self._rest.setSpacing(px(16))
        self._empty = self._make_empty()
        columns = QWidget()
        self._scroll = scrolling(columns)
        for part in (self._empty, self._scroll):
            self._rest.addWidget(part, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, columns)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(16))
        self.cards = {name: card for cards in _COLUMNS for name, card in self._make_column(cards)}
        self._foot, self.lists = self._make_foot()
        self._rest.addWidget(self._foot)
        self._empty.hide()

    def show_head(self, day: str) -> None:
        self.set_title(self.look.texts(mark("Today")), day)

    def show_day(self, day: Day) -> None:
        self._banner.clear()
        nobody = day.clients == 0
        self._empty.setVisible(nobody)
        self._scroll.setVisible(not nobody)
        self._foot.setVisible(not nobody)
        self.print.setVisible(not nobody)
        had_keyboard = any(card.list.hasFocus() for card in self.cards.values())
        for name, card in self.cards.items():
            card.show_dates(day.cards.get(name, CardDates()))
        self.cards[Due.POSSIBLE].show_note(self._waiting_words(day.waiting))
        for each, words in _LISTS.items():
            self._show_count(each, words, day.lists.get(each, 0))
        self._clients.setText(
            self.look.texts.plural(mark("{count} client"), mark("{count} clients"), day.clients)
        )
        if not self.isHidden():
            self._give_keyboard(nobody, had_keyboard)

    def show_more(self, card: Due, offset: int, entries: Sequence[DueEntry]) -> None:
        self.cards[card].list.add_entries(offset, entries)

    def show_problem(self, problem: Problem) -> None:
        self._banner.say_problem(problem)

    def _back_from_the_card(self) -> None:
        self._give_keyboard(self._empty.isVisible(), False)

    def _give_keyboard(self, nobody: bool, had_keyboard: bool) -> None:
        """To the first dates there are; a list that has it keeps it as long as it has dates."""
        if not self.out.isHidden():
            return
        if nobody:
            self._empty.button.setFocus()
            return
        there = [card.list for card in self.cards.values() if card.list.isVisibleTo(self)]
        if there and not (had_keyboard and any(each.hasFocus() for each in there)):
            there[0].setFocus()
        elif not there:
            self.lists[WITHOUT].setFocus()

    def _waiting_words(self, waiting: int) -> str:
        if not waiting:
            return ""
        one, many = (
            mark("Not looked ahead yet: {count} client"),
            mark("Not looked ahead yet: {count} clients"),
        )
        return self.look.texts.plural(one, many, waiting)

    def _show_count(self, name: str, words: str, count: int) -> None:
        made, texts = self.lists[name], self.look.texts
        made.setText(texts(words, count=count))
        made.setAccessibleName(made.text())
        urgent = name == WITHOUT and count > 0
        self.look.icons.put(made, "urgency_soon" if urgent else "next", "soon" if urgent else "accent")

    def _make_empty(self) -> EmptyState:
        texts = self.look.texts
        about = mark(
            "Create the first client. As soon as papers and dates are entered, what is due "
            "stands here, overdue first."
        )
        made = EmptyState(
            self.look, texts(mark("No client yet")), texts(about), texts(mark("New client")), "clients"
        )
        made.asked.connect(self.first_client)
        return made

    def _make_column(self, cards: Sequence[Due]) -> Iterator[tuple[Due, DueCard]]:
        """Cards beneath each other."""
        texts = self.look.texts
        column = QVBoxLayout()
        column.setSpacing(self.look.theme.px(16))
        self._row.addLayout(column, 1)
        for name in cards:
            title, nothing = _CARDS[name]
            made = DueCard(self.look, texts(title), texts(nothing), grows=name not in _AS_TALL_AS_NEEDED)
            made.list.opened.connect(self.opened)
            made.list.ticked.connect(self.ticked)
            made.wanted.connect(lambda offset, name=name: self.wanted.emit(name, offset))
            column.addWidget(made, _WEIGHTS.get(name, 2))
            yield name, made

    def _make_foot(self) -> tuple[QWidget, dict[str, QPushButton]]:
        look, px = self.look, self.look.theme.px
        foot, links = QWidget(), QWidget()
        flow = FlowLayout(links, px(8))
        made = {}
        for name in _LISTS:
            made[name] = button("", "quiet", "next", look)
            made[name].clicked.connect(lambda _=False, name=name: self.list_opened.emit(name))
            flow.addWidget(made[name])
        self._clients = label("", "muted", wrap=False)
        keys = label(look.texts(mark("Enter opens · Space: follow-up done")), "note", wrap=False)
        self._foot_row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(16))
        row.addWidget(links, 1)
        row.addWidget(keys)
        row.addWidget(self._clients)
        return foot, made

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side_by_side = event.size().width() >= self.look.theme.px(_SIDE_BY_SIDE)
        direction = QBoxLayout.Direction.LeftToRight if side_by_side else QBoxLayout.Direction.TopToBottom
        for each in (self._row, self._foot_row):
            each.setDirection(direction)
        (self._rest if side_by_side else self._row).addWidget(
            self._foot
        )  # where it is low, all of it scrolls
        for card in self.cards.values():
            card.list.set_least_rows(1 if side_by_side else 3)
