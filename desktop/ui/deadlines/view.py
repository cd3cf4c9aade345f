"""The page “Fristen”: every date of the client, how the chosen one was found, and what filing would do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import Problem
from desktop.texts import mark
from desktop.ui.kit.choice import Choice
from desktop.ui.kit.columns import Columns
from desktop.ui.kit.day_field import DayField
from desktop.ui.kit.emptied import empty
from desktop.ui.kit.form import Form
from desktop.ui.kit.labels import heading, label
from desktop.ui.kit.look import Look
from desktop.ui.kit.notes import Banner
from desktop.ui.kit.page import Card
from desktop.ui.kit.sign_picture import SignPicture
from desktop.ui.kit.signs import DATE_SIGNS
from desktop.ui.kit.table import Column, TupleTable

from .presenter import DateRow, Details, Effect, Said


class DeadlinesPage(QWidget):
    """`chosen` with a row; `filed` with a title and a day (or None)."""

    chosen = Signal(object)
    filed = Signal(str, object)

    def __init__(self, look: Look, today: Callable[[], date]) -> None:
        super().__init__()
        texts, px = look.texts, look.theme.px
        self._look = look
        self.banner = Banner(look)
        self.table = TupleTable(look, self._columns(), texts(mark("Dates")))
        self._none = label(
            texts(mark("No date is known yet. Dates come from the papers in the history.")), "muted"
        )
        self._what = heading("", 2)
        self._days, self._action = QGridLayout(), label("", "strong")
        self._days.setColumnStretch(1, 1)
        self._days.setHorizontalSpacing(px(12))
        self._steps, self._notes = QVBoxLayout(), QVBoxLayout()
        self._steps_title = label(texts(mark("How it was found")), "strong")
        self._history_title, self._history = (
            label(texts(mark("In the history of papers")), "strong"),
            QVBoxLayout(),
        )
        self.title, self.day = Choice(), DayField(look, today)
        self.title.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._effect = QVBoxLayout()
        self._build()
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._choose())
        self.title.chosen.connect(lambda _: self._file())
        self.day.entered.connect(lambda _: self._file())

    # Shown

    def show_dates(self, rows: Sequence[DateRow]) -> None:
        before = self.table.chosen()
        self.table.rows.reset(rows)
        self.table.setVisible(bool(rows))
        self._none.setVisible(not rows)
        keys = [row.key for row in rows]
        self.table.choose(keys.index(before.key) if before is not None and before.key in keys else 0)
        self._choose()

    def show_details(self, details: Details | None) -> None:
        texts = self._look.texts
        for layout in (self._days, self._steps, self._notes):
            empty(layout)
        self._what.setText(details.what if details else "")
        self._action.setText(details.action.text if details else "")
        self._steps_title.setVisible(details is not None)
        if details is None:
            return
        for row, (caption, day) in enumerate(details.days):
            self._days.addWidget(label(caption, "muted", wrap=False), row, 0)
            self._days.addWidget(label(day, "strong" if row == 0 else "", wrap=False), row, 1)
        for number, said in enumerate(details.derivation, start=1):
            self._steps.addWidget(self._sentence(said, f"{number}."))
        for said in details.notes:
            self._notes.addWidget(self._sentence(said, "–"))
        if details.asks:
            asked = texts(mark("Surer with: {facts}"), facts=", ".join(details.asks))
            self._notes.addWidget(label(asked, "muted"))

    def show_history_notes(self, notes: Sequence[Said]) -> None:
        empty(self._history)
        self._history_title.setVisible(bool(notes))
        for said in notes:
            self._history.addWidget(self._sentence(said, "–"))

    def show_titles(self, titles: Sequence[tuple[str, str]], chosen: str) -> None:
        self.title.set_options(list(titles))
        self.title.set_value(chosen)

    def show_effect(self, effect: Effect | None) -> None:
        empty(self._effect)
        if effect is None:
            words = mark("Enter the day on which the application would reach the authority.")
            self._effect.addWidget(label(self._look.texts(words), "muted"))
            return
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(SignPicture(self._look, DATE_SIGNS[effect.sign]), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(effect.words, "strong"), 1)
        self._effect.addWidget(head)
        self._effect.addWidget(self._sentence(effect.why, ""))
        if effect.otherwise:
            self._effect.addWidget(label(effect.otherwise))
        if effect.asks:
            words = self._look.texts(mark("To be settled: {facts}"), facts=", ".join(effect.asks))
            self._effect.addWidget(label(words, "muted"))

    def show_problem(self, problem: Problem | None) -> None:
        if problem is None:
            self.banner.clear()
        else:
            self.banner.say_problem(problem)

    # Building

    def _build(self) -> None:
        look, texts, px = self._look, self._look.texts, self._look.theme.px
        dates = Card(look, texts(mark("Dates")))
        dates.body.addWidget(self._none)
        dates.body.addWidget(self.table, 1)
        self.table.setMinimumHeight(px(180))
        dates.body.addWidget(self._history_title)
        dates.body.addLayout(self._history)
        details = Card(look)
        for widget in (self._what, self._action):
            details.body.addWidget(widget)
        details.body.addLayout(self._days)
        details.body.addWidget(self._steps_title)
        details.body.addLayout(self._steps)
        details.body.addLayout(self._notes)
        filing = Card(look, texts(mark("What filing does")))
        form = Form(look)
        form.add("title", texts(mark("Application for")), self.title)
        form.add("day", texts(mark("Reaches the authority on")), self.day)
        filing.body.addWidget(form)
        filing.body.addLayout(self._effect)
        side = QWidget()
        right = QVBoxLayout(side)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(px(16))
        right.addWidget(details)
        right.addWidget(filing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addWidget(self.banner)
        layout.addWidget(Columns(look, dates, side, (11, 9)), 1)
        self.setFocusProxy(self.table)

    def _columns(self) -> list[Column]:
        texts, icons = self._look.texts, self._look.icons

        def word(row: DateRow) -> str:
            return texts(DATE_SIGNS[row.urgency].word)

        return [
            Column(
                texts(mark("Day")),
                lambda row: row.day,
                176,
                icon=lambda row: icons.icon(DATE_SIGNS[row.urgency].icon, DATE_SIGNS[row.urgency].token),
                tooltip=word,
            ),
            Column(texts(mark("State")), word, 90, drop=1, token=lambda row: DATE_SIGNS[row.urgency].token),
            Column(texts(mark("What")), lambda row: row.what),
            Column("", lambda row: row.distance, 110, align="right"),
        ]

    def _sentence(self, said: Said, bullet: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.theme.px(8))
        top = Qt.AlignmentFlag.AlignTop
        if bullet:
            row.addWidget(label(bullet, "muted", wrap=False), 0, top)
        words = label(said.text)
        words.setAlignment(top)
        row.addWidget(words, 1)
        if said.cite:
            cite = label(said.cite.removesuffix(" AufenthG"), "note")
            cite.ensurePolished()
            room = cite.fontMetrics().horizontalAdvance(cite.text()) + self._look.theme.px(6)
            cite.setFixedWidth(min(room, self._look.theme.px(190)))
            cite.setAlignment(Qt.AlignmentFlag.AlignRight | top)
            row.addWidget(cite, 0, top)
        return line

    # What a person does

    def _choose(self) -> None:
        row = self.table.chosen()
        if row is not None:
            self.chosen.emit(row)

    def _file(self) -> None:
        if not self.day.problem and self.title.value() is not None:
            self.filed.emit(self.title.value(), self.day.value())
