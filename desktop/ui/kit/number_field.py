"""The field for a number, written as people write it: 1.234,50 or 1234.5."""

from __future__ import annotations

import re
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.texts import Texts, mark

from .labels import label, set_role
from .look import Look

_GROUPED = {
    "de": re.compile(r"\d{1,3}(\.\d{3})+(,\d+)?"),
    "en": re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?"),
}
_PLAIN = re.compile(r"\d+([.,]\d+)?")


def read_number(text: str, language: str, whole: bool) -> Decimal | int | None:
    """None for what is no number of zero or more; a comma or a point may set the decimals apart."""
    typed = text.replace(" ", "").replace("\N{NO-BREAK SPACE}", "").removesuffix("€")
    if _GROUPED[language].fullmatch(typed):
        typed = typed.replace("." if language == "de" else ",", "").replace(",", ".")
    elif _PLAIN.fullmatch(typed):
        typed = typed.replace(",", ".")
    else:
        return None
    number = Decimal(typed)
    if whole:
        return int(number) if number == number.to_integral() else None
    return number


def shown_number(number: Decimal | int | None, texts: Texts) -> str:
    """As the field shows it; without grouping, so that it can be corrected easily."""
    if number is None:
        return ""
    text = f"{number:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", ",") if texts.language == "de" else text


class NumberField(QWidget):
    """A number or nothing. `entered` when a person gave another one; `wrong` with a sentence or ""."""

    entered = Signal(object)
    wrong = Signal(str)

    def __init__(self, look: Look, unit: str = "", whole: bool = False) -> None:
        super().__init__()
        self._look, self._whole = look, whole
        self._value: Decimal | int | None = None
        self.problem = ""
        self.line = _Line(self)
        self.line.setMaxLength(20)
        self.line.setFixedWidth(look.theme.px(110))
        self._unit = label(unit, "muted", wrap=False)
        self._problem = label("", "problem", wrap=False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.theme.px(8))
        layout.addWidget(self.line)
        layout.addWidget(self._unit)
        layout.addWidget(self._problem)
        layout.addStretch(1)
        self.setFocusProxy(self.line)

    def value(self) -> Decimal | int | None:
        """What was last read; None if empty or wrong."""
        self.read()
        return self._value

    def set_value(self, value: Decimal | int | None) -> None:
        """Without `entered`."""
        self._value = value
        self.line.setText(shown_number(value, self._look.texts))
        self._tell("")

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(f"{name} {self._unit.text()}".strip())

    def setAccessibleDescription(self, description: str) -> None:
        super().setAccessibleDescription(description)
        self.line.setAccessibleDescription(description)

    def read(self) -> None:
        """Take what is typed; done by itself when the field is left or Enter is pressed."""
        text = self.line.text().strip()
        if text == shown_number(self._value, self._look.texts) and not self.problem:
            return
        value = read_number(text, self._look.texts.language, self._whole) if text else None
        wrong = bool(text) and value is None
        changed = value != self._value
        if wrong:
            self._value = None
            self._tell(self._look.texts(mark("This is not a number that is possible here.")))
        else:
            self.set_value(value)
        if changed:
            self.entered.emit(self._value)

    def _tell(self, problem: str) -> None:
        set_role(self.line, "wrong", "true" if problem else "false")
        self._problem.setText(problem)
        self.line.setAccessibleDescription(problem)
        if problem != self.problem:
            self.problem = problem
            self.wrong.emit(problem)


class _Line(QLineEdit):
    """Reads on Enter and when the keyboard leaves, before anybody else hears of it."""

    def __init__(self, field: NumberField) -> None:
        super().__init__()
        self._field = field

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._field.read()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() in ("\r", "\n"):
            self._field.read()
        super().keyPressEvent(event)
