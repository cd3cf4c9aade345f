"""What would follow from a decision letter while it is typed: dates, derivations, what to settle."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.texts import mark
from desktop.ui.kit.emptied import empty
from desktop.ui.kit.labels import heading, label, line
from desktop.ui.kit.look import Look
from desktop.ui.kit.page import Card
from desktop.ui.kit.sign_picture import SignPicture
from desktop.ui.kit.signs import DATE_SIGNS

from .letter_words import NOTHING, Preview
from .rows import Details
from .said_view import sentence


class LetterPreview(Card):
    """Shows a `Preview`; says what is needed as long as there is nothing to show."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.texts(mark("What follows from it")))
        self._look = look
        self._parts = QVBoxLayout()
        self._parts.setSpacing(look.theme.px(8))
        self.body.addLayout(self._parts)
        self.body.addStretch()
        self.show_preview(NOTHING)

    def show_preview(self, preview: Preview) -> None:
        texts, parts = self._look.texts, self._parts
        empty(parts)
        if not preview.dates and not preview.notes:
            words = mark(
                "The dates stand here as soon as the decision, the day and the printed period are entered."
            )
            parts.addWidget(label(texts(words), "muted"))
            return
        for said in preview.notes[:1]:
            parts.addWidget(label(said.text, "strong"))
        if preview.doubtful:
            parts.addWidget(
                label(texts(mark("The service is doubtful: the earliest day counts here.")), "strong")
            )
        for number, each in enumerate(preview.dates):
            if number:
                parts.addWidget(line())
            self._add_date(each)
        if preview.questions:
            parts.addWidget(line())
            parts.addWidget(heading(texts(mark("To settle before the date is relied on")), 3))
            for question in preview.questions:
                parts.addWidget(self._bulleted(question))
        for said in preview.notes[1:]:
            parts.addWidget(sentence(self._look, said, "–"))

    def _add_date(self, each: Details) -> None:
        parts = self._parts
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(SignPicture(self._look, DATE_SIGNS[each.urgency]), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(heading(each.what, 3), 1)
        parts.addWidget(head)
        parts.addWidget(label(" · ".join(f"{caption} {day}" for caption, day in each.days), "strong"))
        parts.addWidget(label(each.action.text))
        for number, said in enumerate(each.derivation, start=1):
            parts.addWidget(sentence(self._look, said, f"{number}."))
        for said in each.notes:
            parts.addWidget(sentence(self._look, said, "–"))

    def _bulleted(self, words: str) -> QWidget:
        from .rows import Said

        return sentence(self._look, Said(words), "?")
