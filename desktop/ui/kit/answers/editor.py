"""One input of the vocabulary, answered in place: the value, or why there is none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.cases.answers import Answer, Unknown
from desktop.cases.recordshapes import Record
from desktop.cases.shapes import Choice as ChoiceShape
from desktop.cases.shapes import Day, ListOf, Never, Number, SetOf, Shape, YesNo
from desktop.cases.words import DID_NOT_HAPPEN, NONE_EXIST, UNKNOWN_WORDS
from desktop.services.words.answers import AnswerWords
from desktop.services.words.values import unit_words
from desktop.texts import mark

from ..choice import Choice, Option
from ..day_field import DayField
from ..flow import FlowLayout
from ..form import text_field
from ..labels import button
from ..look import Look
from ..number_field import NumberField
from ..segments import Segments
from .record_form import RecordForm
from .record_list import RecordList
from .typed_choice import TypedChoice
from .values import Boxes, WordsField

if TYPE_CHECKING:
    from desktop.rules.vocabulary import Fact

_MOST_BUTTONS, _LONGEST_BUTTON = 6, 34
_MOST_IN_LIST = 12


class AnswerEditor(QWidget):
    """`answered` carries a value of the fact's shape or an `Unknown`; NOT_ASKED takes the answer away.

    `choices` gives options to inputs that are free text for the pack (the authority responsible).
    """

    answered = Signal(object)

    def __init__(
        self,
        look: Look,
        fact: Fact,
        words: AnswerWords,
        today: Callable[[], date],
        choices: Mapping[str, Sequence[Option]] | None = None,
    ) -> None:
        super().__init__()
        self._look, self._fact, self._words, self._today = look, fact, words, today
        self._options = tuple((choices or {}).get(fact.id, ()))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(look.theme.px(6))
        texts = look.texts
        self._reasons: list[Option] = [
            (each, texts(UNKNOWN_WORDS[each]))
            for each in (Unknown.CLIENT_DOES_NOT_KNOW, Unknown.WILL_NOT_SAY)
        ]
        self._show_value: Callable[[Any], None] = lambda _: None
        self._finish: Callable[[], bool] = lambda: True
        self._name = words.names.question(fact.id)
        self._build(fact.shape())

    def show_answer(self, answer: Answer) -> None:
        """Without `answered`. What is being typed is not touched if it says the same."""
        known = None if isinstance(answer.value, Unknown) else answer.value
        self._show_value(known)
        self._reason_buttons.set_value(answer.value)

    def finish(self) -> bool:
        """Take over what was begun; False where something in it is wrong or missing."""
        return self._finish()

    # Building

    def _build(self, shape: Shape) -> None:
        match shape:
            case YesNo():
                texts = self._look.texts
                self._all_buttons([(True, texts(mark("Yes"))), (False, texts(mark("No")))])
            case ChoiceShape():
                self._choice([(word, self._words.names.option(self._fact, word)) for word in shape.options])
            case Day():
                self._day(shape.or_none)
            case Number():
                field = NumberField(self._look, unit_words(shape.unit, self._look.texts), shape.whole)
                field.entered.connect(self._say)
                self._with_reasons(field, field.set_value)
            case SetOf() | ListOf(item=ChoiceShape()):
                options = shape.options if isinstance(shape, SetOf) else self._fact.options
                self._boxes(options, frozenset if isinstance(shape, SetOf) else tuple)
            case ListOf(item=Record(kind=kind)):
                self._records(kind)
            case ListOf():
                self._several_words()
            case Record(kind=kind):
                self._record(kind)
            case _:
                self._text()

    def _all_buttons(self, options: list[Option]) -> None:
        self._reason_buttons = Segments(self._look, [*options, *self._reasons], name=self._name)
        self._reason_buttons.chosen.connect(self.answered)
        self._layout.addWidget(self._reason_buttons)
        self.setFocusProxy(self._reason_buttons)

    def _choice(self, options: list[Option]) -> None:
        short = all(len(words) <= _LONGEST_BUTTON for _, words in options)
        if short and len(options) <= _MOST_BUTTONS:
            self._all_buttons(options)
        elif len(options) <= _MOST_IN_LIST:
            picker = Choice(options, self._look.texts(mark("please choose")))
            picker.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            picker.chosen.connect(self.answered)
            self._with_reasons(picker, picker.set_value)
        else:
            typed = TypedChoice(self._look, options)
            typed.chosen.connect(self._say)
            self._with_reasons(typed, typed.set_value)

    def _day(self, or_none: bool) -> None:
        if or_none:
            self._reasons.insert(0, (Never.NONE, self._look.texts(DID_NOT_HAPPEN)))
        field = DayField(self._look, self._today, "past")
        field.entered.connect(lambda day: None if field.problem else self._say(day))
        self._with_reasons(field, lambda day: field.set_value(None if isinstance(day, Never) else day))

    def _boxes(self, words: Sequence[str], gather: Callable[[Any], Any]) -> None:
        names = self._words.names
        boxes = Boxes(self._look, [(word, names.option(self._fact, word)) for word in words])
        self._reasons.insert(0, (gather(()), self._look.texts(mark("none of these"))))

        def finish() -> bool:
            if boxes.value():
                self.answered.emit(gather(boxes.value()))
            return True

        self._finish = finish
        self._with_reasons(
            boxes, lambda value: boxes.set_value(value or ()), take=lambda: gather(boxes.value())
        )

    def _records(self, kind: type) -> None:
        listed = RecordList(self._look, kind, self._words, self._today, self._name)
        listed.changed.connect(self.answered)
        self._finish = listed.finish
        self._reasons.insert(0, ((), self._look.texts(NONE_EXIST)))
        self._with_reasons(listed, lambda value: listed.show_records(value or ()))

    def _record(self, kind: type) -> None:
        form = RecordForm(self._look, kind, self._words, self._today)
        form.accepted.connect(self.answered)
        self._finish = form.accept
        form.show_record(None)
        shown: list[Any] = [None]

        def show(value: Any) -> None:
            if value != shown[0]:
                shown[0] = value
                form.show_record(value)

        form.cancelled.connect(lambda: form.show_record(shown[0]))
        self._with_reasons(form, show)

    def _several_words(self) -> None:
        line = WordsField(self._options)
        line.setPlaceholderText(self._look.texts(mark("several apart by ;")))
        shown: list[tuple[str, ...]] = [()]

        def show(value: Any) -> None:
            shown[0] = tuple(value or ())
            if line.words() != shown[0]:
                line.set_words(shown[0])

        def left() -> None:
            if line.words() != shown[0]:
                self._say(line.words() or None)

        line.editingFinished.connect(left)
        self._reasons.insert(0, ((), self._look.texts(NONE_EXIST)))
        self._with_reasons(line, show)

    def _text(self) -> None:
        if self._options:
            typed = TypedChoice(self._look, self._options)
            typed.chosen.connect(self._say)
            self._with_reasons(typed, typed.set_value)
            return
        line = text_field()
        shown = [""]

        def show(value: Any) -> None:
            shown[0] = value or ""
            if line.text().strip() != shown[0]:
                line.setText(shown[0])

        def left() -> None:
            if line.text().strip() != shown[0]:
                self._say(line.text().strip() or None)

        line.editingFinished.connect(left)
        self._with_reasons(line, show)

    def _with_reasons(
        self, editor: QWidget, show: Callable[[Any], None], take: Callable[[], Any] | None = None
    ) -> None:
        """The editor, and beneath it the buttons for everything that is no value."""
        editor.setAccessibleName(self._name)
        self._show_value = show
        row = FlowLayout(spacing=self._look.theme.px(8))
        if isinstance(editor, DayField | NumberField | Choice):
            row.addWidget(editor)  # small enough to stand in one line with the buttons
        else:
            self._layout.addWidget(editor)
        if take is not None:
            made = button(self._look.texts(mark("Take over")))
            made.clicked.connect(lambda: self.answered.emit(take()))
            row.addWidget(made)
        self._reason_buttons = Segments(self._look, self._reasons, name=self._name)
        self._reason_buttons.chosen.connect(self.answered)
        row.addWidget(self._reason_buttons)
        self._layout.addLayout(row)
        self.setFocusProxy(editor)

    def _say(self, value: Any) -> None:
        self.answered.emit(Unknown.NOT_ASKED if value is None else value)
