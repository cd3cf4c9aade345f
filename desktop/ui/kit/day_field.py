"""The field for a day: typed freely, read when it is left, and read back in full."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.cases.periods import PartialDate
from desktop.cases.typed_day import Century, DateProblem, read_day, read_exact_day, shown_day
from desktop.texts import mark

from .labels import label, set_role
from .look import Look


class DayField(QWidget):
    """A `PartialDate` or nothing. `entered` when a person gave another day; `wrong` with a sentence or "".

    `exact`: read by `read_exact_day`: a month or a year alone is not enough here.
    """

    entered = Signal(object)
    wrong = Signal(str)

    def __init__(
        self,
        look: Look,
        today: Callable[[], date],
        century: Century = "near",
        exact: bool = False,
    ) -> None:
        super().__init__()
        self._look, self._today, self._century, self._exact = look, today, century, exact
        self._value: PartialDate | None = None
        self.problem = ""
        self.line = _Line(self._read)
        self.line.setMaxLength(30)
        self.line.setPlaceholderText(look.texts(mark("e.g. 14 Mar 1999")))
        self.line.setFixedWidth(look.theme.px(150))
        self._readout = label("", "note", wrap=False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.theme.px(8))
        layout.addWidget(self.line)
        layout.addWidget(self._readout, 1)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self._peek)

    def value(self) -> PartialDate | None:
        """What was last read; None if empty or wrong."""
        self._read()
        return self._value

    def set_value(self, value: PartialDate | None) -> None:
        """Without `entered`."""
        self._value = value
        self.line.setText(shown_day(value, self._look.texts))
        self._tell("")
        self._say(value)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        super().setAccessibleDescription(description)
        self.line.setAccessibleDescription(description)

    def _peek(self, text: str) -> None:
        """While typing: show what it would mean, complain about nothing."""
        self._tell("")
        try:
            self._say(self._parsed(text))
        except DateProblem:
            self._say(None)

    def _parsed(self, text: str) -> PartialDate | None:
        typed = text.strip()
        read = read_exact_day if self._exact else read_day
        return read(typed, self._today(), self._century) if typed else None

    def _read(self) -> None:
        text = self.line.text()
        if text == shown_day(self._value, self._look.texts) and not self.problem:
            return
        try:
            value = self._parsed(text)
        except DateProblem as problem:
            changed, self._value = self._value is not None, None
            self._tell(self._look.texts.problem(problem))
        else:
            changed = value != self._value
            self.set_value(value)
        if changed:
            self.entered.emit(self._value)

    def _tell(self, problem: str) -> None:
        set_role(self.line, "wrong", "true" if problem else "false")
        if problem != self.problem:
            self.problem = problem
            self.wrong.emit(problem)

    def _say(self, value: PartialDate | None) -> None:
        texts = self._look.texts
        words = ""
        if value is not None and value.day is not None:
            words = texts.day_with_weekday(value.day)
        elif value is not None:
            words = texts(
                mark("{first} to {last}"), first=texts.day(value.earliest), last=texts.day(value.latest)
            )
        self._readout.setText(words)


class _Line(QLineEdit):
    """Reads on Enter and when the keyboard leaves, before anybody else hears of it."""

    def __init__(self, read: Callable[[], None]) -> None:
        super().__init__()
        self._read = read

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._read()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() in ("\r", "\n"):
            self._read()
        super().keyPressEvent(event)
