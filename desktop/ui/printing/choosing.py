"""The choices beside the sheets: the task, its sheets, what they share, what each is about, what is asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.texts import mark
from desktop.ui.kit.choice import Choice
from desktop.ui.kit.emptied import empty
from desktop.ui.kit.form import Form
from desktop.ui.kit.labels import button, label
from desktop.ui.kit.look import Look
from desktop.ui.kit.segments import Segments

from .asked import Asked
from .offer import Offer

if TYPE_CHECKING:
    from desktop.services.print_set import PrintSet


class Choosing(QWidget):
    """The task and its sheets; `details` holds the rest, for another place on the page.

    `chosen` names what all sheets share and its value; the other signals speak for themselves.
    """

    chosen = Signal(str, object)
    task_chosen = Signal(object)
    ticked = Signal(str, bool)
    about = Signal(str, str)
    answered = Signal(str, str)
    looked_at = Signal(str)  # a kind of sheet that is about to be made
    elsewhere = Signal(str, str)  # a room of the office, and what one goes there for

    def __init__(self, look: Look) -> None:
        super().__init__()
        texts, px = look.texts, look.theme.px
        self._look = look
        self._shown: Offer | None = None
        self.task = _narrow()
        self.sheets = _Slot(look, texts(mark("Sheets")))
        self.occasion = _Slot(look, texts(mark("Occasion")))
        self.language = _Slot(look, texts(mark("Language")))
        self.columns = _Slot(look, texts(mark("Columns of the hand-out")))
        self.title, self.authority, self.beside = _narrow(), _narrow(), _narrow()
        self.copies = QCheckBox(texts(mark("With a &reading copy of letters and declarations")))
        self.subjects = _Slot(look, "")
        self.no_letters = label(texts(mark("The office has no letter of its own yet.")), "muted")
        self.write = button("", "quiet", "letter", look)
        self.reviews = {
            "handouts": _ToReview(
                look, mark("Translation not reviewed: {language}."), mark("Review the translation …")
            ),
            "copies": _ToReview(
                look,
                mark("Reading copy not reviewed: {language}. Its frame belongs to the hand-outs."),
                mark("Review the reading copies …"),
            ),
        }
        self.asked = Asked(look)
        task = Form(look)
        task.add("task", texts(mark("Tas&k")), self.task)
        task.add_wide(self.sheets)
        task.add_wide(self.no_letters)
        self._to_write = _at_left(self.write)
        task.add_wide(self._to_write)
        self.form = Form(look)
        self.form.add_wide(self.subjects)
        self.form.add("title_id", texts(mark("&Title")), self.title)
        self.form.add_wide(self.occasion)
        self.form.add("authority_id", texts(mark("For &authority")), self.authority)
        self.form.add_wide(self.language)
        self.form.add("beside", texts(mark("Lan&guage beside German")), self.beside)
        self.form.add_wide(self.copies)
        for review in self.reviews.values():
            self.form.add_wide(review)
        self.form.add_wide(self.columns)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(task)
        self.details = QWidget()
        below = QVBoxLayout(self.details)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(px(8))
        below.addWidget(self.form)
        below.addWidget(self.asked)
        self.setFocusProxy(self.task)
        self._boxes: dict[str, QCheckBox] = {}
        self._about: dict[str, Choice] = {}
        self._segments: dict[str, Segments] = {}
        self.task.chosen.connect(self.task_chosen)
        self.title.chosen.connect(lambda value: self.chosen.emit("title_id", value))
        self.authority.chosen.connect(lambda value: self.chosen.emit("authority_id", value))
        self.beside.chosen.connect(lambda value: self.chosen.emit("beside", value))
        self.copies.clicked.connect(lambda wanted: self.chosen.emit("copies", wanted))
        self.asked.answered.connect(self.answered)
        self.write.clicked.connect(lambda: self.elsewhere.emit("own_letters", ""))
        for part, each in self.reviews.items():
            each.button.clicked.connect(
                lambda _=False, part=part, each=each: self.elsewhere.emit(
                    "translations", f"{each.code} {part}"
                )
            )

    @property
    def stops(self) -> Sequence[QWidget]:
        """What the Tab key reaches of the task and its sheets, in the order of the eye."""
        return (self.task, *self._boxes.values(), self.write)

    @property
    def detail_stops(self) -> Sequence[QWidget]:
        """The same of the details."""
        return (
            *self._about.values(),
            self.title,
            *self._buttons("occasion"),
            self.authority,
            *self._buttons("language"),
            self.beside,
            self.copies,
            *(each.button for each in self.reviews.values()),
            *self._buttons("columns"),
            *self.asked.stops,
        )

    def show_offer(self, offer: Offer, chosen: PrintSet) -> bool:
        """Show what can be chosen and what is; whether there are other fields than before."""
        before, self._shown = self._shown, offer
        anew = before is None or offer != before
        if anew:
            self.task.set_options(list(offer.tasks))
            self.title.set_options(list(offer.titles))
            self.authority.set_options(list(offer.authorities))
            self.beside.set_options(list(offer.beside))
            if before is None or before.sheets != offer.sheets:
                self._show_boxes(offer)
            if before is None or before.subjects != offer.subjects:
                self._show_subjects(offer)
            for name in ("occasion", "language", "columns"):
                if before is None or getattr(before, name + "s" * (name != "columns")) != _options(
                    offer, name
                ):
                    self._show_segments(name, _options(offer, name))
        self._show_values(offer, chosen)
        self.asked.show_questions(offer.questions, offer.answers)
        return anew

    def _show_values(self, offer: Offer, chosen: PrintSet) -> None:
        shared = chosen.shared
        self.task.set_value(chosen.task)
        for kind, box in self._boxes.items():
            box.setChecked(kind in chosen.kinds)
        about = dict(chosen.subjects)
        for kind, choice in self._about.items():
            choice.set_value(about.get(kind, ""))  # type: ignore[call-overload]
        self.title.set_value(shared.title_id)
        self.authority.set_value(shared.authority_id)
        self.beside.set_value(shared.beside)
        self.copies.setChecked(shared.copies)
        for name, segments in self._segments.items():
            segments.set_value(getattr(shared, name))
        of_a_title = bool(offer.titles)
        for name in ("title_id", "authority_id"):
            self.form.set_visible(name, of_a_title)
        self.occasion.setVisible(of_a_title and len(offer.occasions) > 0)
        self.form.set_visible("beside", bool(offer.beside))
        self.copies.setVisible(offer.copies)
        self.columns.setVisible(bool(offer.columns))
        self.subjects.setVisible(bool(offer.subjects))
        self._show_ways(offer)

    def _show_ways(self, offer: Offer) -> None:
        """To where own letters are written and translations released, where that is what is missing."""
        texts = self._look.texts
        self.sheets.setVisible(bool(offer.sheets))
        self.no_letters.setVisible(offer.own_letters == "none")
        self._to_write.setVisible(bool(offer.own_letters))
        some, none = mark("Write or change own letters …"), mark("Write an own letter …")
        self.write.setText(texts(some if offer.own_letters == "some" else none))
        self.write.setAccessibleName(self.write.text())
        for part, each in self.reviews.items():
            each.show_language(*offer.to_review.get(part, ("", "")))

    def _show_boxes(self, offer: Offer) -> None:
        focused = next((kind for kind, box in self._boxes.items() if box.hasFocus()), "")
        empty(self.sheets.column)
        self._boxes = {}
        for kind, words in offer.sheets:
            box = QCheckBox(words)
            box.clicked.connect(lambda checked, kind=kind: self._tick(kind, checked))
            self.sheets.column.addWidget(box)
            self._boxes[kind] = box
        if focused in self._boxes:
            self._boxes[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def _tick(self, kind: str, checked: bool) -> None:
        if checked:
            self.looked_at.emit(kind)
        self.ticked.emit(kind, checked)

    def _show_subjects(self, offer: Offer) -> None:
        empty(self.subjects.column)
        self._about = {}
        for kind, name, options in offer.subjects:
            words = label(self._look.texts(mark("{sheet}: about"), sheet=name))
            choice = _narrow()
            choice.set_options(list(options))
            choice.setAccessibleName(words.text())
            choice.chosen.connect(lambda value, kind=kind: self.about.emit(kind, value))
            words.setBuddy(choice)
            self.subjects.column.addWidget(words)
            self.subjects.column.addWidget(choice)
            self._about[kind] = choice

    def _show_segments(self, name: str, options: Sequence[tuple[str, str]]) -> None:
        slot: _Slot = getattr(self, name)
        inside = QApplication.focusWidget()
        focused = inside is not None and slot.isAncestorOf(inside)
        empty(slot.column)
        made = Segments(self._look, list(options), name=slot.caption)
        made.chosen.connect(lambda value: self.chosen.emit(name, value))
        slot.column.addWidget(made)
        self._segments[name] = made
        if focused:
            made.setFocus(Qt.FocusReason.OtherFocusReason)

    def _buttons(self, name: str) -> Sequence[QWidget]:
        found = self._segments.get(name)
        return found.findChildren(QPushButton) if found is not None else ()


class _Slot(QWidget):
    """A caption over what changes with the choice."""

    def __init__(self, look: Look, caption: str) -> None:
        super().__init__()
        self.caption = caption
        self.column = QVBoxLayout()
        self.column.setSpacing(look.theme.px(4))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.theme.px(4))
        if caption:
            layout.addWidget(label(caption))
        layout.addLayout(self.column)


class _ToReview(QWidget):
    """That nobody has reviewed a translation, and the way to where it is done; hidden without a language."""

    def __init__(self, look: Look, words: str, way: str) -> None:
        super().__init__()
        self._look, self._words = look, words
        self.code = ""
        self.words = label("", "note")
        self.button = button(look.texts(way), "quiet", "check", look)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.theme.px(4))
        layout.addWidget(self.words)
        layout.addWidget(_at_left(self.button))

    def show_language(self, code: str, name: str) -> None:
        self.code = code
        self.words.setText(self._look.texts(self._words, language=name))
        self.setVisible(bool(code))


def _at_left(made: QPushButton) -> QWidget:
    around = QWidget()
    row = QHBoxLayout(around)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(made)
    row.addStretch()
    return around


def _narrow() -> Choice:
    made = Choice()
    made.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return made


def _options(offer: Offer, name: str) -> Any:
    return offer.columns if name == "columns" else getattr(offer, name + "s")
