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
    """`letter_wanted` when the form for a new letter is asked for; `letter_...` as the form says itself.

    The form is made when it is first needed: most days no letter comes. `slip_wanted` and
    `letters_wanted` as `ActionsView`.
    """

    letter_wanted = Signal()
    letter_changed = Signal(object)
    letter_entered = Signal(object, object)
    letter_removed = Signal()
    slip_wanted = Signal(str)
    letters_wanted = Signal(object)

    def __init__(self, look: Look, today: Callable[[], date]) -> None:
        super().__init__()
        self._look, self._today = look, today
        self._form: LetterForm | None = None
        self.dates = DatesView(look, today)
        self.dates.acting.slip_wanted.connect(self.slip_wanted)
        self.dates.acting.letters_wanted.connect(self.letters_wanted)
        self.addWidget(self.dates)

    @property
    def letter(self) -> LetterForm:
        """The form, made by now."""
        if self._form is None:
            self._form = LetterForm(self._look, self._today)
            self._form.left.connect(self.end_letter)
            self._form.changed.connect(self.letter_changed)
            self._form.entered.connect(self.letter_entered)
            self._form.removed.connect(self.letter_removed)
            self.addWidget(self._form)
        return self._form

    @property
    def typing_letter(self) -> bool:
        """Whether the form is in front."""
        return self._form is not None and self.currentWidget() is self._form

    # What a person does

    def begin_date(self) -> None:
        """Put the keyboard into the line for the next date."""
        self.setCurrentWidget(self.dates)
        self.dates.begin_date()

    def begin(self, action: str) -> None:
        """Ask what a plan, a rest or a closing needs."""
        self.setCurrentWidget(self.dates)
        self.dates.wanted.emit(action)

    def begin_letter(self) -> None:
        """Ask for the form of a new letter; one that is being typed stays."""
        if not self.typing_letter:
            self.letter_wanted.emit()

    def escape(self) -> None:
        """Back by one step."""
        if self.typing_letter:
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
        if self.typing_letter:
            self.setCurrentWidget(self.dates)
            self.dates.dates.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Work begins in the line for the next date, or in the first field of the letter."""
        super().focusInEvent(event)
        if self.typing_letter:
            self.letter.decision.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.dates.begin()
