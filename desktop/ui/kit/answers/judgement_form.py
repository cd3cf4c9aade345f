"""A value judgement: yes, no or open, with the reason. Only a person makes one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.cases.answers import Judgement, Ternary
from desktop.texts import mark

from ..form import text_field
from ..labels import label
from ..look import Look
from ..segments import Segments


class JudgementForm(QWidget):
    """`judged` carries the answer and the reason; yes and no need a reason, open takes it back."""

    judged = Signal(object, str)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        texts = look.texts
        self._texts = texts
        self._shown = Judgement(Ternary.UNKNOWN)
        self.buttons = Segments(
            look,
            (
                (Ternary.YES, texts(mark("Yes"))),
                (Ternary.NO, texts(mark("No"))),
                (Ternary.UNKNOWN, texts(mark("open"))),
            ),
            name=name,
        )
        self.reason = text_field(texts(mark("reason, in one sentence")), most=1000)
        self.reason.setAccessibleName(f"{name}: {texts(mark('Reason'))}")
        self._who = label("", "note")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.theme.px(4))
        layout.addWidget(self.buttons)
        layout.addWidget(self.reason)
        layout.addWidget(self._who)
        self.setFocusProxy(self.buttons)
        self.buttons.chosen.connect(self._chosen)
        self.reason.editingFinished.connect(self._finished)
        self.show_judgement(None)

    def show_judgement(self, judgement: Judgement | None) -> None:
        """Without `judged`. A reason being typed stays."""
        self._shown = judgement or Judgement(Ternary.UNKNOWN)
        decided = self._shown.value is not Ternary.UNKNOWN
        if decided or not self.reason.hasFocus():
            self.buttons.set_value(self._shown.value if judgement is not None else None)
        if self._shown.reason or not self.reason.hasFocus():
            self.reason.setText(self._shown.reason)
        self.reason.setVisible(self.buttons.value() in (Ternary.YES, Ternary.NO))
        said = ""
        if decided and self._shown.on is not None:
            said = self._texts(
                mark("judged by {who} on {day}"), who=self._shown.by, day=self._texts.day(self._shown.on)
            )
        self._who.setText(said)
        self._who.setVisible(bool(said))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.setAccepted(event.text() in ("\r", "\n"))

    def _chosen(self, value: Ternary) -> None:
        if value is Ternary.UNKNOWN:
            self.reason.hide()
            self.judged.emit(value, "")
            return
        self.reason.show()
        if self.reason.text().strip():
            self.judged.emit(value, self.reason.text().strip())
        else:
            self._who.setText(self._texts(mark("A reason is needed for the judgement to count.")))
            self._who.show()
            self.reason.setFocus()

    def _finished(self) -> None:
        reason, value = self.reason.text().strip(), self.buttons.value()
        if reason and value is not None and (value, reason) != (self._shown.value, self._shown.reason):
            self.judged.emit(value, reason)
