"""The page “Drucken”: the sheet on the left as it will be printed, the choices on the right."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QPushButton, QVBoxLayout, QWidget

from desktop.errors import Problem
from desktop.texts import mark
from desktop.ui.kit import printer
from desktop.ui.kit.choice import Choice
from desktop.ui.kit.columns import Columns
from desktop.ui.kit.emptied import empty
from desktop.ui.kit.form import Form, text_field
from desktop.ui.kit.labels import button, label
from desktop.ui.kit.look import Look
from desktop.ui.kit.notes import Banner, Busy
from desktop.ui.kit.page import Card
from desktop.ui.kit.pdf_pages import PageImage
from desktop.ui.kit.segments import Segments

from .offer import Offer
from .presenter import OF_A_TITLE
from .preview import Preview

if TYPE_CHECKING:
    from desktop.services.printing import PrintChoice


class PrintingPage(QWidget):
    """What a person does: `chosen` names the choice and its value, the others speak for themselves."""

    chosen = Signal(str, object)
    approved = Signal(bool)
    confirmed = Signal(bool)
    print_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        texts, px = look.texts, look.theme.px
        self._look = look
        self._shown: Offer | None = None
        self._stacked = False
        self.banner = Banner(look)
        self.busy = Busy(look, texts(mark("The sheet is being made …")))
        self.preview = Preview(look)
        self.kind = _Slot(look, texts(mark("Sheet")))
        self.occasion = _Slot(look, texts(mark("Occasion")))
        self.language = _Slot(look, texts(mark("Language")))
        self.columns = _Slot(look, texts(mark("Columns")))
        self.title, self.authority, self.which, self.beside = Choice(), Choice(), Choice(), Choice()
        for each in (self.title, self.authority, self.which, self.beside):
            each.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.late = text_field(texts(mark("in one sentence")), most=400)
        self.form = Form(look)
        self.form.add_wide(self.kind)
        self.form.add("which", texts(mark("&About")), self.which)
        self.form.add("title_id", texts(mark("&Title")), self.title)
        self.form.add_wide(self.occasion)
        self.form.add("authority_id", texts(mark("For &authority")), self.authority)
        self.form.add_wide(self.language)
        self.form.add("beside", texts(mark("Lan&guage beside German")), self.beside)
        self.form.add_wide(self.columns)
        self.form.add("late_reason", texts(mark("Why the application is late")), self.late)
        self.approve = QCheckBox(texts(mark("Checked and approved: without the draft mark")))
        self.confirm = QCheckBox(texts(mark("The client knows the text and confirms it")))
        self._approved = label("", "note")
        self.print = button(texts(mark("Print …")), "primary", "print", look)
        self.save = button(texts(mark("Save as PDF …")), "", "save", look)
        card = Card(look, texts(mark("What is printed")))
        card.body.addWidget(self.form)
        card.body.addWidget(self.confirm)
        card.body.addWidget(self.approve)
        card.body.addWidget(self._approved)
        card.body.addWidget(self.print)
        card.body.addWidget(self.save)
        card.body.addWidget(label(texts(mark("The file name never holds the client's name.")), "note"))
        sheet = QWidget()
        left = QVBoxLayout(sheet)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.busy)
        left.addWidget(self.preview, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addWidget(self.banner)
        columns = Columns(look, sheet, card, (62, 38), right_on_top=True)
        columns.stacked.connect(self._stack)
        layout.addWidget(columns, 1)
        self.setFocusProxy(self.kind)
        self._connect()

    def _connect(self) -> None:
        slots = {"kind": self.kind, "occasion": self.occasion, "language": self.language}
        for name, slot in {**slots, "columns": self.columns}.items():
            slot.chosen.connect(lambda value, name=name: self.chosen.emit(name, value))
        self.title.chosen.connect(lambda value: self.chosen.emit("title_id", value))
        self.which.chosen.connect(lambda value: self.chosen.emit("which", value))
        self.beside.chosen.connect(lambda value: self.chosen.emit("beside", value))
        self.authority.chosen.connect(lambda value: self.chosen.emit("authority_id", value))
        self.late.editingFinished.connect(lambda: self.chosen.emit("late_reason", self.late.text().strip()))
        self.confirm.clicked.connect(self.confirmed)
        self.approve.clicked.connect(self.approved)
        self.print.clicked.connect(self.print_wanted)
        self.save.clicked.connect(self.save_wanted)
        self.banner.asked.connect(self.save_wanted)

    # Shown

    def show_offer(self, offer: Offer, choice: PrintChoice, late: bool) -> None:
        if offer != self._shown:
            self._shown = offer
            self.kind.set_options(offer.kinds)
            self.occasion.set_options(offer.occasions)
            self.language.set_options(offer.languages)
            self.title.set_options(list(offer.titles))
            self.authority.set_options(list(offer.authorities))
            self.which.set_options(list(offer.subjects))
            self.beside.set_options(list(offer.beside))
            self.columns.set_options(offer.columns)
            self._in_order()
        self.kind.set_value(choice.kind)
        self.occasion.set_value(choice.occasion)
        self.language.set_value(choice.language)
        self.title.set_value(choice.title_id)
        self.authority.set_value(choice.authority_id)
        self.which.set_value(choice.which)
        self.beside.set_value(choice.beside)
        self.columns.set_value(choice.columns)
        self._show_fields(choice.kind in OF_A_TITLE, bool(offer.subjects))
        self.language.setVisible(not offer.beside)
        self.form.set_visible("beside", bool(offer.beside))
        self.form.set_visible("title_id", choice.kind in OF_A_TITLE or choice.which == "asked")
        self.columns.setVisible(bool(offer.columns))
        self.approve.setVisible(choice.kind != "slip")  # a slip stays in the office and is signed on paper
        self.approve.setChecked(choice.approved)
        self.confirm.setVisible(choice.kind == "letter")
        self.confirm.setChecked(choice.confirmed_on is not None)
        self.form.set_visible("late_reason", late)

    def _show_fields(self, of_a_title: bool, of_a_date: bool) -> None:
        for name in ("title_id", "authority_id"):
            self.form.set_visible(name, of_a_title)
        self.form.set_visible("which", of_a_date)
        self.occasion.setVisible(of_a_title)

    def _in_order(self) -> None:
        """Tab goes through the choices as the eye does, also through those that were made just now."""
        choices: tuple[QWidget, ...] = (
            *self.kind.buttons,
            self.which,
            self.title,
            *self.occasion.buttons,
            self.authority,
            *self.language.buttons,
            self.beside,
            *self.columns.buttons,
            self.late,
            self.confirm,
            self.approve,
            self.print,
            self.save,
        )
        stops = (*choices, self.preview) if self._stacked else (self.preview, *choices)
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def _stack(self, stacked: bool) -> None:
        self._stacked = stacked
        self.preview.show_whole(stacked)
        self._in_order()

    def show_busy(self) -> None:
        self.banner.clear()
        self.busy.start()

    def show_sheet(self, pages: Sequence[PageImage], approved: str) -> None:
        self.busy.stop()
        self.preview.show_pages(pages)
        self._approved.setText(approved)
        self._approved.setVisible(bool(approved))
        for each in (self.print, self.save, self.approve, self.confirm):
            each.setEnabled(bool(pages))

    def show_problem(self, problem: Problem, offer_pdf: bool = False) -> None:
        self.busy.stop()
        if not offer_pdf:
            self.banner.say_problem(problem)
            return
        texts = self._look.texts
        self.banner.say(
            "warning", texts(problem.sentence), texts(problem.next_step), texts(mark("Save as PDF …"))
        )

    def show_done(self, sentence: str) -> None:
        self.banner.say("done", sentence, seconds=8)

    # Asked

    def has_printer(self) -> bool:
        return printer.has_printer()

    def print_pages(self, pages: Sequence[PageImage]) -> bool:
        return printer.print_pages(self, pages)

    def ask_where(self, file_name: str) -> Path | None:
        """None if the person gave up."""
        words = self._look.texts(mark("Save as PDF"))
        place, _ = QFileDialog.getSaveFileName(self, words, file_name, "PDF (*.pdf)")
        return Path(place) if place else None


class _Slot(QWidget):
    """A caption over segments whose options may change."""

    chosen = Signal(object)

    def __init__(self, look: Look, caption: str) -> None:
        super().__init__()
        self._look, self._caption = look, caption
        self._column = QVBoxLayout()
        self._segments: Segments | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.theme.px(4))
        layout.addWidget(label(caption))
        layout.addLayout(self._column)

    @property
    def buttons(self) -> Sequence[QWidget]:
        return self._segments.findChildren(QPushButton) if self._segments is not None else ()

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        inside = QApplication.focusWidget()
        focused = inside is not None and self.isAncestorOf(inside)
        empty(self._column)
        self._segments = Segments(self._look, options, name=self._caption)
        self._segments.chosen.connect(self.chosen)
        self._column.addWidget(self._segments)
        self.setFocusProxy(self._segments)
        if focused:
            self._segments.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_value(self, value: str) -> None:
        if self._segments is not None:
            self._segments.set_value(value)
