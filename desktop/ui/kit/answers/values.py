"""The small editors inside a form: periods, words, boxes to tick. `value()` reads, `set_value()` shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.cases.periods import PartialDate, Period
from desktop.errors import Problem
from desktop.texts import mark

from ..choice import Option
from ..day_field import DayField
from ..flow import FlowLayout
from ..labels import button, label
from ..look import Look


class PeriodFields(QWidget):
    """From and to; the last day inclusive, as papers print it. An empty end means: still running."""

    entered = Signal(object)

    def __init__(self, look: Look, today: Callable[[], date]) -> None:
        super().__init__()
        texts = look.texts
        self._texts = texts
        self.start = DayField(look, today, century="past")
        self.last = DayField(look, today)
        captions = (mark("from"), mark("to (last day)"))
        layout = FlowLayout(self, look.theme.px(8))
        for caption, field in zip(captions, (self.start, self.last), strict=True):
            layout.addWidget(_captioned(look, texts(caption), field))
            field.setAccessibleName(texts(caption))
            field.entered.connect(self.entered)
        self.setFocusProxy(self.start)

    def value(self) -> Period | None:
        """None if nothing is entered. Raises Problem with one sentence if it is no period."""
        start, last = self.start.value(), self.last.value()
        wrong = self.start.problem or self.last.problem
        if wrong:
            raise Problem(wrong)
        if start is None and last is None:
            return None
        if start is None:
            raise Problem(mark("The first day is missing."))
        try:
            return Period.on_paper(start, last)
        except ValueError:
            raise Problem(mark("The period ends before it begins.")) from None

    def set_value(self, value: Period | None) -> None:
        self.start.set_value(None if value is None else value.start)
        self.last.set_value(None if value is None else value.last_day)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.start.setAccessibleName(f"{name}: {self._texts(mark('from'))}")
        self.last.setAccessibleName(f"{name}: {self._texts(mark('to (last day)'))}")


class PeriodsField(QWidget):
    """Several periods under each other; an empty one is left out."""

    entered = Signal(object)

    def __init__(self, look: Look, today: Callable[[], date]) -> None:
        super().__init__()
        self._look, self._today = look, today
        self._rows: list[PeriodFields] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._more = button(look.texts(mark("Another period")), "quiet", "add", look)
        self._more.setAutoDefault(False)
        self._more.clicked.connect(lambda: self._add(None).setFocus())
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._add(None)

    def value(self) -> tuple[Period, ...]:
        """Raises Problem as `PeriodFields` does."""
        return tuple(period for row in self._rows if (period := row.value()) is not None)

    def set_value(self, value: Sequence[Period]) -> None:
        for row in self._rows:
            row.setParent(None)
            row.deleteLater()
        self._rows = []
        for period in value or (None,):
            self._add(period)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        for row in self._rows:
            row.setAccessibleName(name)

    def _add(self, period: Period | None) -> PeriodFields:
        row = PeriodFields(self._look, self._today)
        row.set_value(period)
        row.entered.connect(self.entered)
        self._column.insertWidget(len(self._rows), row)
        self._rows.append(row)
        self.setFocusProxy(self._rows[0])
        return row


class WordsField(QLineEdit):
    """Several words or sentences, apart by semicolons.

    `options` are codes with their names: shown is the name, typed may be either in any case; whatever is
    neither stays as it was typed.
    """

    def __init__(self, options: Sequence[Option] = ()) -> None:
        super().__init__()
        self._names = {str(code): name for code, name in options}
        self._codes = {name.casefold(): code for code, name in self._names.items()}
        self._codes |= {code.casefold(): code for code in self._names}

    def words(self) -> tuple[str, ...]:
        typed = (each.strip() for each in self.text().split(";"))
        return tuple(self._codes.get(each.casefold(), each) for each in typed if each)

    def set_words(self, words: Sequence[str]) -> None:
        self.setText("; ".join(self._names.get(each, each) for each in words))


class Boxes(QWidget):
    """Any number of options, each with a box to tick."""

    edited = Signal()

    def __init__(self, look: Look, options: Sequence[Option]) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.theme.px(2))
        self._boxes: list[tuple[object, QCheckBox]] = []
        for value, words in options:
            box = QCheckBox(words)
            box.clicked.connect(lambda _=False: self.edited.emit())
            layout.addWidget(box)
            self._boxes.append((value, box))
        if self._boxes:
            self.setFocusProxy(self._boxes[0][1])

    def value(self) -> tuple[object, ...]:
        """In the order shown."""
        return tuple(value for value, box in self._boxes if box.isChecked())

    def set_value(self, values: Sequence[object] | frozenset[str]) -> None:
        for value, box in self._boxes:
            box.setChecked(value in values)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        for _, box in self._boxes:
            box.setAccessibleName(f"{name}: {box.text()}")


def exact_day(day: PartialDate | None) -> date | None:
    """The day of a field that only takes exact days."""
    return None if day is None else day.day


def _captioned(look: Look, caption: str, field: QWidget) -> QWidget:
    around = QWidget()
    row = QHBoxLayout(around)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look.theme.px(6))
    row.addWidget(label(caption, "muted", wrap=False))
    row.addWidget(field)
    return around
