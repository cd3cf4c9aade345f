"""Three cards of dates side by side, beneath each other where the window is narrow or the text large."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QListView, QWidget

from desktop.errors import Problem
from desktop.texts import mark
from desktop.ui.kit.labels import label
from desktop.ui.kit.look import Look
from desktop.ui.kit.notes import Banner
from desktop.ui.kit.page import Card, EmptyState, Page, scrolling

from .model import DueDelegate, DueModel
from .presenter import Day, Entry


class DueList(QListView):
    """`opened` with a client's id on Enter or a double click."""

    opened = Signal(str)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("place", "card")
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._least_rows = 1
        self._model = DueModel(look)
        self._model.setParent(self)
        self._delegate = DueDelegate(look)
        self._delegate.setParent(self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.doubleClicked.connect(lambda index: self._open(index.row()))

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        self._model.reset(entries)
        self._give_room()
        if entries:
            self.setCurrentIndex(self._model.index(0))

    def set_least_rows(self, rows: int) -> None:
        """So many are always in sight, if there are so many."""
        self._least_rows = rows
        self._give_room()

    def _give_room(self) -> None:
        rows = min(self._least_rows, self._model.rowCount())
        height = self._delegate.height(self.fontMetrics()) if rows else 0
        self.setMinimumHeight(rows * height + 2 * self.frameWidth() + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _open(self, row: int) -> None:
        self.opened.emit(self._model.entry(row).client_id)


class DueCard(Card):
    """A heading with a number, the list, and what it says when nothing is there."""

    def __init__(self, look: Look, title: str, nothing: str) -> None:
        super().__init__(look, title)
        self._name = title
        px = look.theme.px
        self.body.setContentsMargins(px(4), px(12), px(4), px(4))
        self.title_label.setContentsMargins(px(12), 0, px(12), 0)
        self.list = DueList(look, title)
        self._nothing = label(nothing, "muted")
        self._nothing.setContentsMargins(px(12), 0, px(12), 0)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._nothing, 1)
        self.body.addWidget(self.list, 1)

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        self.set_title(f"{self._name} ({len(entries)})" if entries else self._name)
        self.list.show_entries(entries)
        self.list.setVisible(bool(entries))
        self._nothing.setVisible(not entries)


class TodayPage(Page):
    """`opened` with a client's id; `first_client` from the empty state."""

    opened = Signal(str)
    first_client = Signal()

    def __init__(self, look: Look) -> None:
        texts, px = look.texts, look.theme.px
        super().__init__(look, texts(mark("Today")), " ")
        self._banner = Banner(look)
        self._empty = EmptyState(
            look,
            texts(mark("No client yet")),
            texts(
                mark(
                    "Create the first client. As soon as papers and dates are entered, what is due "
                    "stands here, overdue first."
                )
            ),
            texts(mark("New client")),
            "clients",
        )
        self._empty.asked.connect(self.first_client)
        self.overdue = DueCard(look, texts(mark("Overdue")), texts(mark("Nothing is overdue.")))
        self.this_week = DueCard(
            look, texts(mark("This week")), texts(mark("Nothing until this day next week."))
        )
        self.later = DueCard(look, texts(mark("Next 90 days")), texts(mark("No further dates.")))
        self._cards = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._cards)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(16))
        for card in (self.overdue, self.this_week, self.later):
            self._row.addWidget(card, 1)
            card.list.opened.connect(self.opened)
        self._foot = label("", "muted")
        self.body.addWidget(self._banner)
        self.body.addWidget(self._empty, 1)
        self._scroll = scrolling(self._cards)
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(self._foot)
        self._empty.hide()

    def show_head(self, day: str) -> None:
        self.set_title(self.look.texts(mark("Today")), day)

    def show_day(self, day: Day) -> None:
        self._banner.clear()
        nobody = day.clients == 0
        self._empty.setVisible(nobody)
        self._scroll.setVisible(not nobody)
        self._foot.setVisible(not nobody)
        self.overdue.show_entries(day.overdue)
        self.this_week.show_entries(day.this_week)
        self.later.show_entries(day.later)
        texts = self.look.texts
        clients = texts.plural(mark("{count} client"), mark("{count} clients"), day.clients)
        soon = texts.plural(
            mark("{count} date in the next 90 days"),
            mark("{count} dates in the next 90 days"),
            day.ninety_days,
        )
        self._foot.setText(f"{clients}  ·  {soon}")
        if nobody and not self.isHidden():
            self._empty.button.setFocus()
        first = next(
            (card for card in (self.overdue, self.this_week, self.later) if card.list.isVisibleTo(self)), None
        )
        if first is not None and not self.isHidden():
            first.list.setFocus()

    def show_problem(self, problem: Problem) -> None:
        self._banner.say_problem(problem)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side_by_side = event.size().width() >= self.look.theme.px(1080)
        direction = QBoxLayout.Direction.LeftToRight if side_by_side else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(direction)
        for card in (self.overdue, self.this_week, self.later):
            card.list.set_least_rows(1 if side_by_side else 3)
