"""The page “Fristen”: the dates of the client, or in their place the form for a decision letter."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QStackedWidget

from desktop.ui.kit.look import Look

from .letter_presenter import Bound
from .letter_view import LetterForm
from .letter_words import Options, Preview, Wanted
from .view import DatesView


class DeadlinesPage(QStackedWidget):
    """`letter_wanted` when the form for a new letter is asked for."""

    letter_wanted = Signal()

    def __init__(self, look: Look, today: Callable[[], date]) -> None:
        super().__init__()
        self.dates, self.letter = DatesView(look, today), LetterForm(look, today)
        self.addWidget(self.dates)
        self.addWidget(self.letter)
        self.letter.left.connect(self.end_letter)

    # What a person does

    def begin_date(self) -> None:
        """Put the keyboard into the line for the next date."""
        self.setCurrentWidget(self.dates)
        self.dates.quick.begin()

    def begin_letter(self) -> None:
        """Ask for the form of a new letter; one that is being typed stays."""
        if self.currentWidget() is not self.letter:
            self.letter_wanted.emit()

    def escape(self) -> None:
        """Back by one step."""
        if self.currentWidget() is self.letter:
            self.end_letter()
        else:
            self.dates.escape()

    # The form, as its presenter asks

    def show_letter(self, title: str, values: Mapping[str, Any], bound: Sequence[Bound], known: bool) -> None:
        """Bring the form to the front, filled."""
        self.setCurrentWidget(self.letter)
        self.letter.begin(title, values, bound, known)

    def show_options(self, options: Options) -> None:
        self.letter.show_options(options)

    def show_wanted(self, wanted: Wanted) -> None:
        self.letter.show_wanted(wanted)

    def show_preview(self, preview: Preview) -> None:
        self.letter.preview.show_preview(preview)

    def show_faults(self, faults: Mapping[str, str]) -> None:
        self.letter.show_faults(faults)

    def end_letter(self) -> None:
        """The dates again, the keyboard in their list."""
        if self.currentWidget() is self.letter:
            self.setCurrentWidget(self.dates)
            self.dates.dates.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Work begins in the line for the next date, or in the first field of the letter."""
        super().focusInEvent(event)
        shown = self.letter.decision if self.currentWidget() is self.letter else self.dates.quick.line
        shown.setFocus(Qt.FocusReason.OtherFocusReason)
