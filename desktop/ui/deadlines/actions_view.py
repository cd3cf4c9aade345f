"""What can be done about the chosen date: a row of buttons, and the questions one of them may ask."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.errors import Problem
from desktop.texts import mark
from desktop.ui.kit.flow import FlowLayout
from desktop.ui.kit.labels import button, label
from desktop.ui.kit.look import Look

from .asking import Asked
from .asking_view import AskPanel

ACTIONS: Mapping[str, tuple[str, str]] = {
    "done": (mark("&Done"), "check"),
    "move": (mark("&Move"), "next"),
    "change": (mark("Ch&ange"), "edit"),
    "check": (mark("Chec&ked by me"), "person"),
    "reopen": (mark("Open &again"), "undo"),
    "delete": (mark("Dele&te"), "delete"),
    "stop_plan": (mark("&Stop plan"), "close"),
    "letter": (mark("Decision &letter"), "letter"),
    "settle_letter": (mark("Letter &settled"), "close"),
    "letters": (mark("Letters &for it …"), "print"),
    "slip": (mark("Pr&int slip"), "print"),
    "log": (mark("Lo&g"), "note"),
    "reopen_letter": (mark("Letter co&unts again"), "undo"),
}
"""Every action with its words and its icon, in the order of the row."""


class ActionsView(QWidget):
    """`wanted` with an action, `answered` with it and the answers.

    `slip_wanted` with what to print it of, `letters_wanted` with the decision letter and the date.
    """

    wanted = Signal(str)
    answered = Signal(str, object)
    slip_wanted = Signal(str)
    letters_wanted = Signal(object)

    def __init__(self, look: Look, today: Callable[[], date]) -> None:
        super().__init__()
        self._look = look
        self._problem, self._log = label("", "problem"), label("", "note")
        self._buttons: dict[str, QPushButton] = {}
        row = QWidget()
        flow = FlowLayout(row, look.theme.px(4))
        for action, (words, icon) in ACTIONS.items():
            made = button(look.texts(words), "" if action in ("done", "reopen") else "quiet", icon, look)
            made.clicked.connect(lambda _=False, action=action: self.wanted.emit(action))
            self._buttons[action] = made
            flow.addWidget(made)
        self.panel = AskPanel(look, today)
        self.panel.answered.connect(self.answered)
        self.panel.left.connect(self.begin)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.theme.px(8))
        layout.addWidget(row)
        layout.addWidget(self._problem)
        layout.addWidget(self._log)
        layout.addWidget(self.panel)

    def show_actions(self, possible: Sequence[str]) -> None:
        """Only these; whatever was asked is no longer."""
        for action, made in self._buttons.items():
            made.setVisible(action in possible)
        self.setVisible(bool(possible))
        self.panel.close_up()
        self.show_problem(None)
        self.show_log(())

    def ask(self, asked: Asked) -> None:
        self.show_problem(None)
        self.panel.ask(asked)

    def show_problem(self, problem: Problem | None) -> None:
        """Beneath the questions, or beneath the buttons where nothing is asked."""
        asking = not self.panel.isHidden()
        self.panel.say_problem(problem if asking else None)
        alone = problem is not None and not asking
        self._problem.setText(self._look.texts.problem(problem) if problem is not None and alone else "")
        self._problem.setVisible(alone)

    def show_log(self, lines: Sequence[str]) -> None:
        """Beneath the buttons, until another date is chosen."""
        self._log.setText("\n".join(lines))
        self._log.setVisible(bool(lines))

    def print_slip(self, subject: str) -> None:
        self.slip_wanted.emit(subject)

    def print_letters(self, about: Sequence[str]) -> None:
        self.letters_wanted.emit(tuple(about))

    def begin(self) -> None:
        """Put the keyboard on the first action."""
        first = next((each for each in self._buttons.values() if not each.isHidden()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
