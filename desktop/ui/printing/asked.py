"""What a letter still needs to be a good one, asked beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.texts import mark
from desktop.ui.kit.emptied import empty
from desktop.ui.kit.form import text_field
from desktop.ui.kit.labels import heading, label
from desktop.ui.kit.look import Look
from desktop.ui.kit.segments import Segments

if TYPE_CHECKING:
    from desktop.services.letter_questions import Question


class Asked(QWidget):
    """One field for each question; `answered` when one is left or chosen, an empty answer takes it back."""

    answered = Signal(str, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._questions: Sequence[Question] = ()
        self._answers: Mapping[str, str] = {}
        self.fields: dict[str, QWidget] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.theme.px(4))
        layout.addWidget(heading(look.texts(mark("For a good letter")), 3))
        self._column = QVBoxLayout()
        self._column.setSpacing(look.theme.px(4))
        layout.addLayout(self._column)
        self.hide()

    @property
    def stops(self) -> Sequence[QWidget]:
        return tuple(self.fields.values())

    def show_questions(self, questions: Sequence[Question], answers: Mapping[str, str]) -> None:
        """Needed ones come first; what somebody is typing is left alone."""
        self._answers = answers
        if list(questions) != list(self._questions):
            self._questions = list(questions)
            empty(self._column)
            self.fields = {}
            for each in sorted(questions, key=lambda question: not question.needed):
                self._ask(each)
        for each in self._questions:
            self._put(self.fields[each.id], answers.get(each.id, ""))
        self.setVisible(bool(self._questions))

    def go_to_first_open(self) -> None:
        """The keyboard to the first needed question without an answer."""
        for question in sorted(self._questions, key=lambda each: not each.needed):
            if not self._answers.get(question.id, "").strip():
                self.fields[question.id].setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _ask(self, question: Question) -> None:
        texts = self._look.texts
        needed = texts(mark("needed")) if question.needed else ""
        words = label(" · ".join(filter(None, (question.label, needed))))
        field = self._field(question)
        field.setAccessibleName(words.text())
        words.setBuddy(field)
        self._column.addWidget(words)
        self._column.addWidget(field)
        self.fields[question.id] = field

    def _field(self, question: Question) -> QWidget:
        told = question.id
        match question.kind.value:
            case "yes_no":
                texts = self._look.texts
                options = (("", "–"), ("yes", texts(mark("Yes"))), ("no", texts(mark("No"))))
                yes_no = Segments(self._look, options, "", question.label)
                yes_no.chosen.connect(lambda value: self.answered.emit(told, value))
                return yes_no
            case "text":
                long = Sentences(question.example)
                long.left.connect(lambda: self.answered.emit(told, long.toPlainText()))
                return long
            case _:
                line = text_field(question.example, most=500)
                line.editingFinished.connect(lambda: self._tell_changed(told, line.text()))
                return line

    def _tell_changed(self, question: str, answer: str) -> None:
        self.answered.emit(question, answer.strip())

    @staticmethod
    def _put(field: QWidget, answer: str) -> None:
        if isinstance(field, Segments):
            field.set_value(answer)
        elif isinstance(field, QLineEdit) and not field.hasFocus():
            field.setText(answer)
        elif isinstance(field, QPlainTextEdit) and not field.hasFocus() and field.toPlainText() != answer:
            field.setPlainText(answer)


class Sentences(QPlainTextEdit):
    """Several lines; Tab leaves the field."""

    left = Signal()

    def __init__(self, example: str) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setPlaceholderText(example)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * 4 + 18)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
