"""The panel “What filing does”: a title, a day, the effect, and a button that enters the application."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import Problem
from desktop.texts import mark
from desktop.ui.kit.choice import Choice
from desktop.ui.kit.day_field import DayField
from desktop.ui.kit.emptied import empty
from desktop.ui.kit.form import Form
from desktop.ui.kit.labels import button, label
from desktop.ui.kit.look import Look
from desktop.ui.kit.sign_picture import SignPicture
from desktop.ui.kit.signs import DATE_SIGNS

from .filing_presenter import Effect
from .said_view import sentence


class FilingPanel(QWidget):
    """`filed` with a title and a day (or None); `recorded` with whether the receipt is proven."""

    filed = Signal(str, object)
    recorded = Signal(bool)

    def __init__(self, look: Look, today: Callable[[], date]) -> None:
        super().__init__()
        texts, px = look.texts, look.theme.px
        self._look = look
        self.title, self.day = Choice(), DayField(look, today)
        self.title.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._effect = QVBoxLayout()
        form = Form(look)
        form.add("title", texts(mark("Application for")), self.title)
        form.add("day", texts(mark("Reaches the authority on")), self.day)
        self.proven = QCheckBox(texts(mark("Receipt is proven")))
        self.take = button(texts(mark("Enter application")))
        self._problem = label("", "problem")
        self._problem.hide()
        self._record = QWidget()
        row = QHBoxLayout(self._record)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.proven)
        row.addWidget(self.take)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addWidget(form)
        layout.addLayout(self._effect)
        layout.addWidget(self._record)
        layout.addWidget(self._problem)
        self.title.chosen.connect(lambda _: self._file())
        self.day.entered.connect(lambda _: self._file())
        self.take.clicked.connect(lambda: self.recorded.emit(self.proven.isChecked()))

    def show_titles(self, titles: Sequence[tuple[str, str]], chosen: str) -> None:
        self.title.set_options(list(titles))
        self.title.set_value(chosen)

    def show_effect(self, effect: Effect | None, recordable: bool) -> None:
        empty(self._effect)
        self.show_problem(None)
        self._record.setVisible(effect is not None and recordable)
        if effect is None:
            self.day.set_value(None) if not self.day.problem else None
            words = mark("Enter the day on which the application would reach the authority.")
            self._effect.addWidget(label(self._look.texts(words), "muted"))
            return
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(SignPicture(self._look, DATE_SIGNS[effect.sign]), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(effect.words, "strong"), 1)
        self._effect.addWidget(head)
        self._effect.addWidget(sentence(self._look, effect.why))
        if effect.otherwise:
            self._effect.addWidget(label(effect.otherwise))
        if effect.asks:
            words = self._look.texts(mark("To be settled: {facts}"), facts=", ".join(effect.asks))
            self._effect.addWidget(label(words, "muted"))

    def show_problem(self, problem: Problem | None) -> None:
        self._problem.setText(self._look.texts.problem(problem) if problem is not None else "")
        self._problem.setVisible(problem is not None)

    def _file(self) -> None:
        if not self.day.problem and self.title.value() is not None:
            self.filed.emit(self.title.value(), self.day.value())
