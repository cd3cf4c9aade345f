"""The wording of the chosen letters, paragraph by paragraph, to be changed for this one print."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.texts import mark
from desktop.ui.kit.emptied import empty
from desktop.ui.kit.labels import button, label
from desktop.ui.kit.look import Look
from desktop.ui.kit.page import Card

from .asked import Sentences

if TYPE_CHECKING:
    from desktop.services.letter_wording import Editable
    from desktop.services.print_choice import Edit, SheetKind


class WordingCard(Card):
    """Closed until asked for. `worded` when a paragraph was left with another text."""

    opened = Signal(bool)
    worded = Signal(str, object, str)  # kind of sheet, paragraph, new text
    taken_back = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.texts(mark("Wording of the letter")))
        texts = look.texts
        self._look = look
        self._paragraphs: Sequence[tuple[SheetKind, Editable]] = ()
        self.fields: list[Sentences] = []
        self.toggle = button(texts(mark("Change the wording …")), "", "edit", look)
        self.toggle.setCheckable(True)
        self.toggle.toggled.connect(self.opened)
        self.back = button(texts(mark("Take all changes back")), "", "undo", look)
        self.back.clicked.connect(self.taken_back)
        self._note = label(
            texts(
                mark(
                    "Only for this print. Sections, days and numbers stay; an empty paragraph is left out. "
                    "A reading copy keeps the wording of before and says so."
                )
            ),
            "note",
        )
        rows = QWidget()
        self._rows = QVBoxLayout(rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        for part in (self.toggle, self.back, self._note, rows):
            self.body.addWidget(part)
        self.back.hide()
        self._note.hide()

    @property
    def stops(self) -> Sequence[QWidget]:
        return (self.toggle, self.back, *self.fields)

    def show_paragraphs(
        self,
        paragraphs: Sequence[tuple[SheetKind, Editable]],
        edits: Sequence[tuple[SheetKind, Edit]],
    ) -> bool:
        """Whether there are other fields than before."""
        anew = list(paragraphs) != list(self._paragraphs)
        if anew:
            self._paragraphs = list(paragraphs)
            empty(self._rows)
            self.fields = []
            for number, (kind, paragraph) in enumerate(paragraphs, start=1):
                self._add(number, kind, paragraph)
        worded = {(kind, edit.id): edit.text for kind, edit in edits}
        for field, (kind, paragraph) in zip(self.fields, paragraphs, strict=True):
            text = worded.get((kind, paragraph.id), paragraph.text)
            if not field.hasFocus() and field.toPlainText() != text:
                field.setPlainText(text)
        self.back.setVisible(bool(edits))
        self._note.setVisible(bool(paragraphs))
        return anew

    def _add(self, number: int, kind: SheetKind, paragraph: Editable) -> None:
        field = Sentences("")
        field.setPlainText(paragraph.text)
        field.setAccessibleName(self._look.texts(mark("Paragraph {number}"), number=number))
        field.left.connect(lambda: self._left(field, kind, paragraph))
        self._rows.addWidget(field)
        self.fields.append(field)

    def _left(self, field: Sentences, kind: SheetKind, paragraph: Editable) -> None:
        self.worded.emit(kind, paragraph, field.toPlainText())
