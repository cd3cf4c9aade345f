"""The dates of a client: the next one to set, the year, every date in one list, and the chosen one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.errors import Problem
from desktop.texts import mark
from desktop.ui.kit.columns import Columns
from desktop.ui.kit.emptied import empty
from desktop.ui.kit.flow import FlowLayout
from desktop.ui.kit.labels import button, label
from desktop.ui.kit.look import Look
from desktop.ui.kit.notes import Banner
from desktop.ui.kit.page import Card

from .actions_view import ActionsView
from .asking import Asked
from .asking_view import AskPanel
from .details_view import DetailsView
from .filing_view import FilingPanel
from .list_view import DateList
from .quick_view import QuickLine
from .rows import DateRow, Details, Said
from .said_view import sentence
from .standing_presenter import Note
from .strip import Strip
from .strip_view import StripView


class DatesView(QWidget):
    """`chosen` with the key of a date, `wanted` with what a button of the page begins, `undo_wanted`."""

    chosen = Signal(str)
    wanted = Signal(str)
    undo_wanted = Signal()

    def __init__(self, look: Look, today: Callable[[], date]) -> None:
        super().__init__()
        texts = look.texts
        self._look = look
        self.banner, self.standing = Banner(look), Banner(look)
        self._standing_action = ""
        self.quick, self.panel = QuickLine(look), AskPanel(look, today)
        self.strip, self.dates = StripView(look), DateList(look)
        self.acting = ActionsView(look, today)
        self.details = DetailsView(look, self.acting)
        self.filing = FilingPanel(look, today)
        self._history_title = label(texts(mark("In the history of papers")), "strong")
        self._history = QVBoxLayout()
        self._buttons = QWidget()
        self._build()
        self._connect()

    # Shown

    def show_dates(self, rows: Sequence[DateRow], done: Sequence[DateRow]) -> None:
        self.dates.show_dates(rows, done)

    def point_at(self, key: str) -> None:
        self.dates.choose_key(key)

    def show_strip(self, shown: Strip) -> None:
        self.strip.show_strip(shown)
        self.strip.setVisible(bool(shown.ticks or shown.bands))

    def show_details(self, details: Details | None) -> None:
        self.details.show_details(details)
        self._details_card.setVisible(details is not None)

    def show_history_notes(self, notes: Sequence[Said]) -> None:
        empty(self._history)
        self._history_title.setVisible(bool(notes))
        for said in notes:
            self._history.addWidget(sentence(self._look, said, "–"))

    def show_problem(self, problem: Problem | None) -> None:
        if problem is not None:
            self.banner.say_problem(problem)

    def show_undo(self, sentence: str) -> None:
        if sentence:
            self.banner.say("done", sentence, action=self._look.texts(mark("Undo")), seconds=20)
        else:
            self.banner.clear()

    def show_standing(self, note: Note | None) -> None:
        self._standing_action = note.action if note is not None else ""
        if note is None:
            self.standing.clear()
        else:
            self.standing.say(note.kind, note.sentence, note.next_step, note.button)

    def ask(self, asked: Asked) -> None:
        self.panel.ask(asked)
        self._make_room()

    def close_up(self) -> None:
        self.panel.close_up()
        self._make_room()

    def _make_room(self) -> None:
        """While something is asked it stands in the place of the line, so that the list stays in sight."""
        asked = not self.panel.isHidden()
        self.quick.setVisible(not asked)
        self._buttons.setVisible(not asked)

    def begin(self) -> None:
        """Put the keyboard where work begins."""
        first = self.quick.line if self.panel.isHidden() else self.panel.first
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_problem(self, problem: Problem | None) -> None:
        if self.panel.isHidden():
            self.show_problem(problem)
        else:
            self.panel.say_problem(problem)

    def begin_date(self) -> None:
        """Put the keyboard into the line for the next date."""
        self.close_up()
        self.quick.begin()

    # Building

    def _build(self) -> None:
        look, px, texts = self._look, self._look.theme.px, self._look.texts
        row = FlowLayout(self._buttons, px(4))
        for action, words, icon in (
            ("letter", mark("Decision letter (F8)"), "letter"),
            ("plan", mark("Start plan"), "checklist"),
            ("rest", mark("Let rest"), "deadlines"),
            ("close", mark("Close case"), "close"),
        ):
            made = button(texts(words), "quiet", icon, look)
            made.clicked.connect(lambda _=False, action=action: self.wanted.emit(action))
            row.addWidget(made)
        left = Card(look, texts(mark("Next date (F7)")))
        left.body.addWidget(self.quick)
        left.body.addWidget(self._buttons)
        left.body.addWidget(self.panel)
        left.body.addWidget(self.strip)
        left.body.addWidget(self.dates, 1)
        left.body.addWidget(self._history_title)
        left.body.addLayout(self._history)
        self._details_card = Card(look)
        self._details_card.body.addWidget(self.details)
        filing = Card(look, texts(mark("What filing does")))
        filing.body.addWidget(self.filing)
        side = QWidget()
        right = QVBoxLayout(side)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(px(16))
        right.addWidget(self._details_card)
        right.addWidget(filing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addWidget(self.standing)
        layout.addWidget(self.banner)
        layout.addWidget(Columns(look, left, side, (14, 9)), 1)

    def _connect(self) -> None:
        self.dates.chosen.connect(self._chosen)
        self.dates.opened.connect(lambda _: self.acting.begin())
        self.strip.chosen.connect(self.dates.choose_key)
        self.strip.opened.connect(lambda _: self.acting.begin())
        self.banner.asked.connect(self.undo_wanted)
        self.banner.asked.connect(self.banner.clear)
        self.standing.asked.connect(lambda: self.wanted.emit(self._standing_action))
        self.panel.left.connect(self._left)

    def _left(self) -> None:
        self._make_room()
        self.dates.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self, key: str) -> None:
        self.strip.choose_key(key)
        self.chosen.emit(key)

    def escape(self) -> bool:
        """Give up what is asked, or go from the dates back to the line; whether there was anything to do."""
        for panel in (self.panel, self.acting.panel):
            if not panel.isHidden():
                panel.give_up()
                return True
        if self.quick.line.hasFocus() and not self.quick.line.text():
            return False
        self.begin_date()
        return True
