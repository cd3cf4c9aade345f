"""The page of the calendar: a month with the chosen day at its side, or a week."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from desktop.errors import Problem
from desktop.texts import mark
from desktop.ui.kit.columns import Columns
from desktop.ui.kit.due_entry import DueEntry
from desktop.ui.kit.due_list import DueList
from desktop.ui.kit.labels import button, icon_button, label
from desktop.ui.kit.look import Look
from desktop.ui.kit.notes import Banner
from desktop.ui.kit.page import Card, Page, scrolling
from desktop.ui.kit.segments import Segments
from desktop.ui.kit.way_out_card import WayOutCard

from .days import CalendarDay
from .foot import Foot, Legend
from .month import MonthGrid
from .presenter import MONTH, WEEK, DayList, WeekDay
from .week import WeekDays

_STACKED = 948
"""Design pixels under which the days of a week stand beneath each other."""


class CalendarPage(Page):
    """`chosen` with a day, `turned` by months or weeks, `opened` and `ticked` with a date, `mode_wanted`."""

    chosen = Signal(date)
    turned = Signal(int)
    today_wanted = Signal()
    mode_wanted = Signal(object)
    opened = Signal(object)
    ticked = Signal(object)
    more_wanted = Signal(int)
    place_chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        texts = look.texts
        super().__init__(look, texts(mark("Calendar")), " ")
        self._mode = MONTH
        self._chosen = date.min
        self._wants_keyboard = False
        self._banner = Banner(look)
        self.mode = Segments(
            look, [(MONTH, texts(mark("Month"))), (WEEK, texts(mark("Week")))], MONTH, texts(mark("Show"))
        )
        self.mode.chosen.connect(self.mode_wanted)
        for each in self._make_actions():
            self.add_action(each)
        self.grid = MonthGrid(look)
        self.grid.chosen.connect(self.chosen)
        self.grid.turned.connect(self.turned)
        self.grid.opened.connect(self._into_the_list)
        self.week = WeekDays(look)
        self.week.chosen.connect(self.chosen)
        self.week.turned.connect(self.turned)
        self.week.opened.connect(self.opened)
        self._side, self.list = self._make_side()
        self._legends = (Legend(look), Legend(look))  # where the foot has no room for it
        self._month = Columns(look, _above(look, self.grid, self._legends[0]), self._side, (7, 4))
        self._week = scrolling(_above(look, self.week, self._legends[1]))
        self._pages = QStackedWidget()
        self._pages.addWidget(self._month)
        self._pages.addWidget(self._week)
        self.body.setSpacing(look.theme.px(12))
        self.body.addWidget(self._banner)
        self.foot = Foot(look)
        self.foot.place_chosen.connect(self.place_chosen)
        rest = _above(look, self._pages, self.foot)
        self.out = WayOutCard(look, rest)
        self.out.closed.connect(self.give_back_keyboard)
        self.body.addWidget(self.out)
        self.body.addWidget(rest, 1)

    # What is shown

    def show_title(self, title: str, about: str, mode: str) -> None:
        self._banner.clear()
        self.set_title(title, about)
        self._mode = mode
        self.mode.set_value(mode)
        self._pages.setCurrentWidget(self._month if mode == MONTH else self._week)
        texts = self.look.texts
        back, on = (
            (mark("Month before"), mark("Next month"))
            if mode == MONTH
            else (mark("Week before"), mark("Next week"))
        )
        for made, words in ((self._back, back), (self._on, on)):
            made.setToolTip(texts(words))
            made.setAccessibleName(texts(words))

    def show_month(self, days: Sequence[CalendarDay], chosen: date) -> None:
        self._chosen = chosen
        self.grid.show_days(days, chosen)
        self._give_keyboard(self.grid)

    def show_week(self, days: Sequence[WeekDay], chosen: date) -> None:
        self._chosen = chosen
        self.week.show_days(days, chosen)
        self._give_keyboard(self.week)

    def show_day(self, day: DayList) -> None:
        self._day_title.setText(day.title)
        self._about.setText(day.about)
        self.list.setAccessibleName(f"{day.title}, {day.about}")
        self.list.show_entries(day.entries, day.total)
        self.list.setVisible(bool(day.entries))
        self._nothing.setVisible(not day.entries)
        tall = QSizePolicy.Policy.Preferred if day.entries else QSizePolicy.Policy.Maximum
        self._side.setSizePolicy(QSizePolicy.Policy.Preferred, tall)

    def show_more(self, offset: int, entries: Sequence[DueEntry]) -> None:
        self.list.add_entries(offset, entries)

    def show_place(self, places: Sequence[tuple[str, str]], chosen: str) -> None:
        self.foot.show_place(places, chosen)

    def show_problem(self, problem: Problem) -> None:
        self._banner.say_problem(problem)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_T and not event.modifiers():
            self.today_wanted.emit()
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turned.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key == Qt.Key.Key_M and not event.modifiers():
            self.mode_wanted.emit(MONTH)
        elif key in (Qt.Key.Key_W, Qt.Key.Key_K) and not event.modifiers():
            self.mode_wanted.emit(WEEK)
        else:
            super().keyPressEvent(event)

    def step_back(self) -> None:
        """Esc: what was asked for is closed; from the dates of a day back to the days."""
        if not self.out.isHidden():
            self.out.shut()
        elif self.list.hasFocus():
            self.grid.setFocus()

    def give_back_keyboard(self) -> None:
        """To the days, from what was asked for."""
        self._wants_keyboard = True
        self._give_keyboard(self.grid if self._mode == MONTH else self.week)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < self.look.theme.px(_STACKED)
        self.week.stack(narrow)
        self.foot.narrow(narrow)
        for each in self._legends:
            each.setVisible(narrow)

    def _into_the_list(self) -> None:
        if self.list.isVisibleTo(self):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        """The page is entered: the keyboard goes to the days once they are there."""
        self._wants_keyboard = True

    def _give_keyboard(self, to: QWidget) -> None:
        if not self._wants_keyboard or self.isHidden() or not self.out.isHidden():
            return
        self._wants_keyboard = False
        if to is self.week:
            self.week.give_keyboard(self._chosen)
        else:
            to.setFocus(Qt.FocusReason.OtherFocusReason)

    # Its parts

    def _make_actions(self) -> Sequence[QWidget]:
        look, texts = self.look, self.look.texts
        self._back = icon_button(look, "back", "")
        self._back.clicked.connect(lambda: self.turned.emit(-1))
        today = button(texts(mark("Go to today (T)")))
        today.clicked.connect(self.today_wanted)
        self._on = icon_button(look, "next", "")
        self._on.clicked.connect(lambda: self.turned.emit(1))
        return self._back, today, self._on, self.mode

    def _make_side(self) -> tuple[QWidget, DueList]:
        look, px = self.look, self.look.theme.px
        card = Card(look)
        card.body.setContentsMargins(px(4), px(12), px(4), px(4))
        self._day_title, self._about = card.title_label, label("", "muted")
        self._day_title.show()
        self._nothing = label(look.texts(mark("No date on this day.")), "muted")
        made = DueList(look, "")
        made.opened.connect(self.opened)
        made.ticked.connect(self.ticked)
        made.wanted.connect(self.more_wanted)
        made.set_least_rows(6)
        for each in (self._day_title, self._about, self._nothing):
            each.setContentsMargins(px(12), 0, px(12), 0)
        card.body.addWidget(self._about)
        card.body.addWidget(self._nothing)
        card.body.addWidget(made, 1)
        return card, made


def _above(look: Look, *parts: QWidget) -> QWidget:
    """One above the other; the first takes what room there is."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look.theme.px(12))
    for number, part in enumerate(parts):
        column.addWidget(part, 0 if number else 1)
    return made
