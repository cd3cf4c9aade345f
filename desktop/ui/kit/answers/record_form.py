"""One record of a list: every field with its editor, made from the record's shape."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.cases.people import FamilyMember
from desktop.cases.periods import PartialDate
from desktop.cases.recordshapes import Part, Stretch, parts
from desktop.cases.shapes import Choice as ChoiceShape
from desktop.cases.shapes import Day, ExactDay, ListOf, Number, YesNo
from desktop.errors import Problem
from desktop.services.words import records
from desktop.services.words.answers import AnswerWords
from desktop.texts import mark

from ..choice import Choice, Option
from ..day_field import DayField
from ..form import Form, text_field
from ..labels import button
from ..look import Look
from ..number_field import NumberField
from ..segments import Segments
from .typed_choice import TypedChoice
from .values import PeriodFields, PeriodsField, WordsField, exact_day

_PAST = set(
    "birth_date filed_on decided_on final_on issued_on passed_on date on given_on submitted_on revoked_on"
    " revocation_arrived_on withdrawn_on handed_on".split()
)
_MOST_BUTTONS = 4


@dataclass(frozen=True, slots=True)
class _Editor:
    """How one field is read and shown."""

    widget: QWidget
    read: Callable[[], Any]
    show: Callable[[Any], None]
    wrong: Callable[[], str] = lambda: ""


class RecordForm(QWidget):
    """`accepted` carries the record a person entered; `cancelled` that nothing shall change.

    Enter takes it over, Escape leaves it.
    """

    accepted = Signal(object)
    cancelled = Signal()

    def __init__(
        self,
        look: Look,
        kind: type,
        words: AnswerWords,
        today: Callable[[], date],
        fault: Callable[[Any], tuple[str, str] | None] = lambda _: None,
    ) -> None:
        """`fault` names the field of a record that cannot be so, and a sentence why."""
        super().__init__()
        self._fault = fault
        self._look, self._kind, self._words, self._today = look, kind, words, today
        self._parts: tuple[Part, ...] = parts(kind)
        self._editors: dict[str, _Editor] = {}
        self.form = Form(look)
        for part in self._parts:
            editor = self._editor(part)
            self._editors[part.attribute] = editor
            self.form.add(part.attribute, words.caption(kind, part), editor.widget)
        take, leave = button(look.texts(mark("Take over")), ""), button(look.texts(mark("Cancel")), "quiet")
        take.clicked.connect(self.accept)
        leave.clicked.connect(self.cancelled)
        buttons = QHBoxLayout()
        buttons.addWidget(take)
        buttons.addWidget(leave)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.theme.px(8))
        layout.addWidget(self.form)
        layout.addLayout(buttons)
        self.setFocusProxy(self._editors[self._parts[0].attribute].widget)

    def show_record(self, record: Any | None) -> None:
        """A record to change, or an empty form."""
        self.form.clear_problems()
        for part in self._parts:
            default = None if part.needed or part.is_period else part.default
            self._editors[part.attribute].show(default if record is None else getattr(record, part.attribute))

    def accept(self) -> bool:
        """Read every field; say what is missing, or give the record away. Whether it was given away."""
        values = {}
        first_wrong = ""
        for part in self._parts:
            problem, value = self._read(part)
            self.form.fields[part.attribute].say_problem(problem)
            first_wrong = first_wrong or (part.attribute if problem else "")
            values[part.attribute] = value
        record = None if first_wrong else self._kind(**values)
        fault = None if record is None else self._fault(record)
        if fault is not None:
            first_wrong, sentence = fault
            self.form.fields[first_wrong].say_problem(sentence)
        if first_wrong:
            self._editors[first_wrong].widget.setFocus()
        else:
            self.accepted.emit(record)
        return not first_wrong

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _read(self, part: Part) -> tuple[str, Any]:
        """A sentence about what is wrong (or nothing), and the value."""
        editor, texts = self._editors[part.attribute], self._look.texts
        try:
            value = editor.read()
        except Problem as problem:
            return texts.problem(problem), None
        if editor.wrong():
            return editor.wrong(), None
        if value is None:
            if part.needed or part.is_period:
                return texts(mark("Please fill this in.")), None
            return "", part.default
        return "", value

    # Editors

    def _editor(self, part: Part) -> _Editor:
        shape, look, today = part.shape, self._look, self._today
        if part.is_period:
            period = PeriodFields(look, today)
            return _Editor(period, period.value, period.set_value)
        match shape:
            case ListOf(item=Stretch()):
                periods = PeriodsField(look, today)
                return _Editor(periods, periods.value, periods.set_value)
            case ListOf():
                several = WordsField()
                several.setPlaceholderText(look.texts(mark("several apart by ;")))
                return _Editor(several, several.words, several.set_words)
            case YesNo():
                return self._yes_no()
            case Number():
                number = NumberField(look, whole=shape.whole)
                return _Editor(number, number.value, number.set_value, lambda: number.problem)
            case Day() | ExactDay():
                return self._day(part, isinstance(shape, ExactDay))
            case ChoiceShape():
                return self._choice(part, shape)
        return self._text(part)

    def _day(self, part: Part, exact: bool) -> _Editor:
        field = DayField(self._look, self._today, "past" if part.key in _PAST else "near", exact=exact)
        if exact:
            return _Editor(
                field,
                lambda: exact_day(field.value()),
                lambda day: field.set_value(None if day is None else PartialDate.exactly(day)),
                lambda: field.problem,
            )
        return _Editor(field, field.value, field.set_value, lambda: field.problem)

    def _yes_no(self) -> _Editor:
        texts = self._look.texts
        words = ((True, texts(mark("Yes"))), (False, texts(mark("No"))), ("", texts(mark("unknown"))))
        buttons = Segments(self._look, words)
        return _Editor(
            buttons,
            lambda: buttons.value() if isinstance(buttons.value(), bool) else None,
            buttons.set_value,
        )

    def _choice(self, part: Part, shape: ChoiceShape) -> _Editor:
        if shape.prefix:
            typed = TypedChoice(self._look, list(self._words.names.statuses()))
            return _Editor(typed, typed.value, typed.set_value)
        options = [(word, self._look.texts(records.option(word))) for word in shape.options]
        known = {word: shape.enum(word) if shape.enum else word for word in shape.options}
        picker = self._picker(options, part.needed)

        def show(value: Any) -> None:
            picker.set_value(getattr(value, "value", value))

        return _Editor(picker, lambda: known.get(picker.value()), show)

    def _picker(self, options: list[Option], needed: bool) -> Choice | Segments:
        nothing = [] if needed else [(None, self._look.texts(mark("unknown")))]
        if len(options) <= _MOST_BUTTONS and sum(len(words) for _, words in options) <= 60:
            return Segments(self._look, [*options, *[("", words) for _, words in nothing]])
        return Choice([*nothing, *options], self._look.texts(mark("please choose")))

    def _text(self, part: Part) -> _Editor:
        if part.key == "title_id":
            names = self._words.names
            examined = [(norm.id, names.title(norm.id)) for norm in names.pack.norms]
            typed = TypedChoice(self._look, names.titles_held() if self._kind is FamilyMember else examined)
            return _Editor(typed, typed.value, typed.set_value)
        suggested = records.SUGGESTED.get((self._kind.__name__, part.key))
        if suggested is not None:
            options = [(word, self._look.texts(records.option(word))) for word in suggested]
            picker = self._picker(options, part.needed)
            return _Editor(picker, lambda: picker.value() or None, picker.set_value)
        line = text_field()
        return _Editor(line, lambda: line.text().strip() or None, lambda text: line.setText(text or ""))
