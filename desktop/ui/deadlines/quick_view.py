"""The quick line: a kind, a day and a few words, then Enter. Up and down change the kind while typing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from desktop.texts import mark
from desktop.ui.kit.choice import Choice
from desktop.ui.kit.labels import button, label, set_role
from desktop.ui.kit.look import Look

FOLLOW_UP, APPOINTMENT, DEADLINE = "follow_up", "appointment", "deadline"
"""As `cases.agenda.EntryKind` names them, in the order of the list."""


class QuickLine(QWidget):
    """`typed` while typing and `asked` on Enter: the kind and the text of the line."""

    typed = Signal(str, str)
    asked = Signal(str, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        texts, px = look.texts, look.theme.px
        self._look = look
        self.kind = Choice(
            [
                (FOLLOW_UP, texts(mark("Follow-up"))),
                (APPOINTMENT, texts(mark("Appointment"))),
                (DEADLINE, texts(mark("Deadline"))),
            ]
        )
        self.kind.setAccessibleName(texts(mark("Kind of the next date")))
        self.kind.set_value(FOLLOW_UP)
        self.line = _Line(self.kind)
        self.line.setMaxLength(240)
        self.line.setPlaceholderText(texts(mark("+14 ask for the passport")))
        self.line.setAccessibleName(texts(mark("Next date: day and a few words")))
        self.take = button(texts(mark("Enter")))
        self.take.setAccessibleName(texts(mark("Enter the next date")))
        self._hint = texts(
            mark("+14, +2W, +3M, today, Fr, 22 Nov; with a text if you like. Up and down: kind.")
        )
        self._said = label(self._hint, "note")
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(px(8))
        layout.setVerticalSpacing(px(2))
        layout.addWidget(self.kind, 0, 0)
        layout.addWidget(self.line, 0, 1)
        layout.addWidget(self.take, 0, 2)
        layout.addWidget(self._said, 1, 0, 1, 3)
        layout.setColumnStretch(1, 1)
        self.line.textEdited.connect(lambda _: self._tell())
        self.line.kind_changed.connect(self._tell)
        self.kind.chosen.connect(lambda _: self._tell())
        self.line.returnPressed.connect(self._ask)
        self.take.clicked.connect(self._ask)

    def begin(self) -> None:
        """Put the keyboard into an empty line for a follow-up."""
        self.clear()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def clear(self) -> None:
        """An empty line for the usual kind."""
        self.kind.set_value(FOLLOW_UP)
        self.line.clear()
        self.show_reading("")

    def show_reading(self, words: str, wrong: bool = False) -> None:
        """How the line is understood, or what is wrong with it; empty brings back the hint."""
        self._said.setText(words or self._hint)
        set_role(self._said, "role", "problem" if wrong else "" if words else "note")
        set_role(self.line, "wrong", "true" if wrong else "false")
        self.line.setAccessibleDescription(words or self._hint)

    def _tell(self) -> None:
        self.typed.emit(self.kind.value(), self.line.text().strip())

    def _ask(self) -> None:
        self.asked.emit(self.kind.value(), self.line.text().strip())


class _Line(QLineEdit):
    """Up and down change the kind beside it."""

    kind_changed = Signal()

    def __init__(self, kind: Choice) -> None:
        super().__init__()
        self._kind = kind

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self._kind.setCurrentIndex((self._kind.currentIndex() + step) % self._kind.count())
        self.kind_changed.emit()
