"""The chosen date: what it is, its days, how it was found, what one should know beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.texts import mark
from desktop.ui.kit.emptied import empty
from desktop.ui.kit.labels import heading, label
from desktop.ui.kit.look import Look
from desktop.ui.kit.sign_picture import SignPicture
from desktop.ui.kit.signs import DATE_SIGNS, KIND_SIGNS

from .rows import Details
from .said_view import sentence


class DetailsView(QWidget):
    """Shows one date, in its midst what can be done about it; hidden while none is chosen."""

    def __init__(self, look: Look, actions: QWidget) -> None:
        super().__init__()
        px = look.theme.px
        self._look = look
        self._sign = SignPicture(look)
        self._kind = label("", "muted", wrap=False)
        self.what = heading("", 2)
        self._days, self._action = QGridLayout(), label("", "strong")
        self._days.setColumnStretch(1, 1)
        self._days.setHorizontalSpacing(px(12))
        self._steps, self._notes = QVBoxLayout(), QVBoxLayout()
        self._steps_title = label("", "strong")
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(self._sign)
        head.addWidget(self._kind, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addLayout(head)
        layout.addWidget(self.what)
        layout.addWidget(self._action)
        layout.addLayout(self._days)
        layout.addWidget(actions)
        layout.addWidget(self._steps_title)
        layout.addLayout(self._steps)
        layout.addLayout(self._notes)

    def show_details(self, details: Details | None) -> None:
        """None leaves the place empty."""
        texts = self._look.texts
        for layout in (self._days, self._steps, self._notes):
            empty(layout)
        self.setVisible(details is not None)
        if details is None:
            self.what.setText("")
            return
        kind, urgency = KIND_SIGNS[details.kind], DATE_SIGNS[details.urgency]
        self._sign.show_sign(kind)
        self._kind.setText(f"{texts(kind.word)} · {texts(urgency.word)}")
        self.what.setText(details.what)
        self._action.setText(details.action.text)
        self._steps_title.setText(details.steps_title)
        self._steps_title.setVisible(bool(details.derivation))
        for row, (caption, day) in enumerate(details.days):
            self._days.addWidget(label(caption, "muted", wrap=False), row, 0)
            self._days.addWidget(label(day, "strong" if row == 0 else "", wrap=False), row, 1)
        for number, said in enumerate(details.derivation, start=1):
            self._steps.addWidget(sentence(self._look, said, f"{number}."))
        for said in details.notes:
            self._notes.addWidget(sentence(self._look, said, "–"))
        if details.asks:
            asked = texts(mark("Surer with: {facts}"), facts=", ".join(details.asks))
            self._notes.addWidget(label(asked, "muted"))
