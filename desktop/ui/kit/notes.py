"""Notes on the page: one sentence, the next step, at most one button. Nothing pops up."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.errors import Problem
from desktop.texts import mark

from .labels import button, icon_button, label, set_role
from .look import Look

Kind = Literal["info", "done", "warning", "problem"]

_SIGNS: dict[Kind, tuple[str, str, str]] = {
    "info": ("info", "later", mark("Note")),
    "done": ("verdict_should", "entitled", mark("Done")),
    "warning": ("urgency_soon", "soon", mark("Attention")),
    "problem": ("urgency_overdue", "overdue", mark("Problem")),
}


class Banner(QFrame):
    """Hidden until it has something to say. `asked` is its button, `closed` its cross."""

    asked = Signal()
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._made = False
        self.button = button("")
        self.button.setParent(self)
        self.setProperty("role", "banner")
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.clear)
        self.hide()

    def _make(self) -> None:
        """Its parts are made when it first speaks; most never do."""
        self._made = True
        look, px = self._look, self._look.theme.px
        self._picture = QLabel()
        self._sentence = label("", "strong")
        self._next_step = label("")
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self._sentence)
        words.addWidget(self._next_step)
        self.button.clicked.connect(self.asked)
        self._close = icon_button(look, "close", look.texts(mark("Close note")))
        self._close.clicked.connect(self.clear)
        self._close.clicked.connect(self.closed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(px(12), px(8), px(8), px(8))
        layout.setSpacing(px(12))
        layout.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)

    def say(self, kind: Kind, sentence: str, next_step: str = "", action: str = "", seconds: int = 0) -> None:
        """Show a note; with `seconds` it goes by itself (only for what can be read elsewhere too)."""
        if not self._made:
            self._make()
        icon, token, word = _SIGNS[kind]
        self._look.icons.put_picture(self._picture, icon, token)
        self._sentence.setText(sentence)
        self._next_step.setText(next_step)
        self._next_step.setVisible(bool(next_step))
        self.button.setText(action)
        self.button.setAccessibleName(action.replace("&", ""))
        self.button.setVisible(bool(action))
        set_role(self, "kind", kind)
        self.setAccessibleName(f"{self._look.texts(word)}: {sentence} {next_step}".strip())
        self._timer.stop()
        if seconds:
            self._timer.start(seconds * 1000)
        self.show()
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # costs, and most notes never speak

        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def say_problem(self, problem: Problem) -> None:
        """A Problem's sentence and its next step."""
        texts = self._look.texts
        values = problem.values
        sentence = texts.problem(Problem(problem.sentence, "", **values))
        next_step = texts.problem(Problem(problem.next_step, "", **values)) if problem.next_step else ""
        self.say("problem", sentence, next_step)

    @property
    def sentence(self) -> str:
        """What it says, empty if hidden."""
        return "" if self.isHidden() or not self._made else self._sentence.text()

    def clear(self) -> None:
        self._timer.stop()
        self.hide()


class Busy(QWidget):
    """“One moment …” after a short while, so that quick work does not flicker."""

    def __init__(self, look: Look, text: str = "") -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._label = label(text or look.texts(mark("One moment …")), "muted")
        layout.addWidget(self._label)
        self._label.hide()
        self._timer = QTimer(self, singleShot=True, interval=150)
        self._timer.timeout.connect(self._label.show)

    def start(self, text: str = "") -> None:
        if text:
            self._label.setText(text)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
        self._label.hide()
