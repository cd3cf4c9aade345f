"""Shows what is asked in place: fields under each other, the button that does it, and a way out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import Problem
from desktop.texts import mark
from desktop.ui.kit.choice import Choice
from desktop.ui.kit.day_field import DayField
from desktop.ui.kit.form import Form, text_field
from desktop.ui.kit.labels import button, label
from desktop.ui.kit.look import Look

from .asking import Asked, Question

_LONGEST = 300


class AskPanel(QFrame):
    """Hidden until something is asked. `answered` with the action and a dict of values, `left` on Escape.

    A day is a `PartialDate` or None. Nothing is answered while a day cannot be read.
    """

    answered = Signal(str, object)
    left = Signal()

    def __init__(self, look: Look, today: Callable[[], date]) -> None:
        super().__init__()
        px = look.theme.px
        self._look, self._today = look, today
        self._action, self._form = "", Form(look)
        self.setProperty("role", "well")
        self._title = label("", "strong")
        self._problem = label("", "problem")
        self.take = button("", "primary")
        self.leave = button(look.texts(mark("Cancel")), "quiet")
        self.take.clicked.connect(self.accept)
        self.leave.clicked.connect(self.give_up)
        buttons = QHBoxLayout()
        buttons.addWidget(self.take)
        buttons.addWidget(self.leave)
        buttons.addStretch()
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(px(12), px(8), px(12), px(8))
        self._body.setSpacing(px(8))
        self._body.addWidget(self._title)
        self._body.addWidget(self._form)
        self._body.addWidget(self._problem)
        self._body.addLayout(buttons)
        self.hide()

    @property
    def form(self) -> Form:
        """The fields of what is asked now."""
        return self._form

    def ask(self, asked: Asked) -> None:
        """Show the fields and put the keyboard into the first."""
        self._action = asked.action
        form = Form(self._look)
        for each in asked.questions:
            form.add(each.name, each.caption, self._editor(each), each.hint)
        self._body.replaceWidget(self._form, form)
        self._form.hide()
        self._form.deleteLater()
        self._form = form
        self._title.setText(asked.title)
        self.setAccessibleName(asked.title)
        self.take.setText(asked.button)
        self.take.setAccessibleName(asked.button)
        self.say_problem(None)
        self.show()
        form.show()
        self._order()
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def first(self) -> QWidget:
        """Where answering begins."""
        field = next(iter(self._form.fields.values()), None)
        return self.take if field is None else field.editor

    def close_up(self) -> None:
        """Nothing is asked any more."""
        self._action = ""
        self.hide()

    def say_problem(self, problem: Problem | None) -> None:
        """What is wrong with the answers, beneath them."""
        self._problem.setText(self._look.texts.problem(problem) if problem is not None else "")
        self._problem.setVisible(problem is not None)

    def accept(self) -> None:
        """Read every field; say what cannot be read, or give the answers away."""
        values: dict[str, Any] = {}
        wrong = ""
        for name, field in self._form.fields.items():
            values[name] = self._form.value(name)
            editor = field.editor
            sentence = editor.problem if isinstance(editor, DayField) else ""
            field.say_problem(sentence)
            wrong = wrong or sentence
        if self._action and not wrong:
            self.answered.emit(self._action, values)

    def give_up(self) -> None:
        self.close_up()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        else:
            super().keyPressEvent(event)

    def _editor(self, question: Question) -> QWidget:
        if question.sort == "choice":
            choice = Choice(list(question.options))
            choice.set_value(question.value)
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            return choice
        if question.sort != "text":
            day = DayField(
                self._look, self._today, "past" if question.sort == "past day" else "ahead", exact=True
            )
            day.set_value(question.value)
            return day
        line = text_field(most=_LONGEST)
        line.setText(question.value or "")
        return line

    def _order(self) -> None:
        """Tab goes through the new fields to the buttons."""
        stops = [field.editor for field in self._form.fields.values()]
        last: QWidget | None = None
        for each in stops:
            inner = each.focusProxy() or each
            if last is not None:
                self.setTabOrder(last, inner)
            last = inner
        if last is not None:
            self.setTabOrder(last, self.take)
        self.setTabOrder(self.take, self.leave)
