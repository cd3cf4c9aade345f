"""The page “Drucken”: the sheets on the left as they will be printed, the choices on the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QVBoxLayout, QWidget

from desktop.errors import Problem
from desktop.services.letter_questions import unanswered
from desktop.settings import PrinterSetup
from desktop.texts import mark
from desktop.ui.kit import printer
from desktop.ui.kit.columns import Columns
from desktop.ui.kit.flow import FlowLayout
from desktop.ui.kit.labels import button, label
from desktop.ui.kit.look import Look
from desktop.ui.kit.notes import Banner, Busy
from desktop.ui.kit.page import Card
from desktop.ui.kit.pdf_pages import PageImage, PageOutline

from .choosing import Choosing
from .earlier import EarlierCard
from .offer import Offer
from .preview import Preview
from .turning import TurningBar
from .wording import WordingCard

if TYPE_CHECKING:
    from desktop.services.letter_wording import Editable
    from desktop.services.print_choice import Edit, SheetKind
    from desktop.services.print_set import PrintSet
    from desktop.services.prints import EarlierPrint
    from desktop.services.words.names import LawNames


class PrintingPage(QWidget):
    """What a person does; `choosing` and `earlier` have signals of their own."""

    approved = Signal(bool)
    confirmed = Signal(bool)
    print_wanted = Signal(bool)  # whether to ask for the printer
    save_wanted = Signal()
    handed_out = Signal()  # the client was handed what was just printed

    def __init__(
        self,
        look: Look,
        names: Callable[[], LawNames],
        setup: Callable[[], PrinterSetup] = PrinterSetup,
        remember: Callable[[PrinterSetup], None] = lambda _: None,
    ) -> None:
        """`setup`: the printer remembered on this computer; `remember` the one used now."""
        super().__init__()
        texts, px = look.texts, look.theme.px
        self._look, self._setup, self._remember = look, setup, remember
        self._stacked = False
        self._awaited = ""
        self._offers_record = False
        self.banner = Banner(look)
        self.busy = Busy(look, texts(mark("The sheet is being made …")))
        self.preview = Preview(look)
        self.turning = TurningBar(look, self.preview)
        self.nothing = label(texts(mark("No sheet is ticked. Choose a task or tick a sheet.")), "muted")
        self.problems = label("", "problem")
        self.choosing = Choosing(look)
        self.wording = WordingCard(look)
        self.earlier = EarlierCard(look, names)
        self.approve = QCheckBox(texts(mark("Checked and approved: without the draft mark")))
        self.confirm = QCheckBox(texts(mark("The client knows the text and confirms it")))
        self._approved = label("", "note")
        self.print = button(texts(mark("Print")), "primary", "print", look)
        self.save = button(texts(mark("Save as PDF …")), "", "save", look)
        self._printer = label("", "note")
        self.other_printer = button(texts(mark("Printer, copies, both sides …")), "quiet")
        self.open_questions = button("", "quiet")
        doing = QWidget()
        row = FlowLayout(doing, px(8))
        for each in (self.print, self.save, self.other_printer):
            row.addWidget(each)
        card = Card(look, texts(mark("What is printed")))
        for part in (
            *(self.earlier.told, self.earlier.back, self.choosing, self.problems, self.open_questions),
            *(self.confirm, self.approve, self._approved, doing, self._printer),
        ):
            card.body.addWidget(part)
        card.body.addWidget(label(texts(mark("The file name never holds the client's name.")), "note"))
        self.details = Card(look, texts(mark("In detail")))
        self.details.body.addWidget(self.choosing.details)
        side = QWidget()
        right = QVBoxLayout(side)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(px(16))
        right.addWidget(card)
        right.addWidget(self.details)
        right.addWidget(self.wording)
        right.addWidget(self.earlier)
        sheet = QWidget()
        left = QVBoxLayout(sheet)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.busy)
        left.addWidget(self.nothing, 0, Qt.AlignmentFlag.AlignTop)
        left.addWidget(self.turning)
        left.addWidget(self.preview, 1)
        left.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addWidget(self.banner)
        columns = Columns(look, sheet, side, (62, 38), right_on_top=True)
        columns.stacked.connect(self._stack)
        layout.addWidget(columns, 1)
        self.setFocusProxy(self.choosing)
        self.nothing.hide()
        self.problems.hide()
        self._tell_printer()
        self._connect()

    def _connect(self) -> None:
        self.confirm.clicked.connect(self.confirmed)
        self.approve.clicked.connect(self.approved)
        self.print.clicked.connect(lambda: self.print_wanted.emit(False))
        self.other_printer.clicked.connect(lambda: self.print_wanted.emit(True))
        self.save.clicked.connect(self.save_wanted)
        self.banner.asked.connect(self._answer_banner)
        self.choosing.looked_at.connect(self._look_at)
        self.open_questions.clicked.connect(self.choosing.asked.go_to_first_open)

    # Shown

    def show_offer(self, offer: Offer, chosen: PrintSet) -> None:
        if self.choosing.show_offer(offer, chosen):
            self._in_order()
        self.approve.setVisible(offer.approvable)
        self.approve.setChecked(chosen.shared.approved)
        self.confirm.setVisible(offer.letter)
        self.wording.setVisible(offer.letter)
        self.confirm.setChecked(chosen.shared.confirmed_on is not None)
        self._tell_questions(len(unanswered(offer.questions, offer.answers)))

    def _tell_questions(self, count: int) -> None:
        """How many answers a good letter still lacks; the button leads to the first."""
        one, many = mark("{count} question for a good letter"), mark("{count} questions for a good letter")
        self.open_questions.setText(self._look.texts.plural(one, many, count))
        self.open_questions.setVisible(count > 0)

    def _look_at(self, kind: str) -> None:
        """The sheet just ticked is what one wants to see, once it is made."""
        self._awaited = kind

    def _in_order(self) -> None:
        """Tab goes through the choices as the eye does, also through those that were made just now."""
        choices: tuple[QWidget, ...] = (
            *(self.earlier.back, *self.choosing.stops, self.open_questions),
            *(self.confirm, self.approve, self.print, self.save, self.other_printer),
            *self.choosing.detail_stops,
            *self.wording.stops,
            *self.earlier.stops,
        )
        bar = (self.turning.back, self.turning.next, self.turning.smaller, self.turning.zoom)
        sheets = (*bar, self.turning.larger, self.preview)
        stops = (*choices, *sheets) if self._stacked else (*sheets, *choices)
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def _stack(self, stacked: bool) -> None:
        self._stacked = stacked
        self.preview.show_whole(stacked)
        self._in_order()

    def show_busy(self) -> None:
        self.banner.clear()
        self.busy.start()

    def show_sheets(self, pages: Sequence[PageOutline], approved: str, starts: Mapping[str, int]) -> None:
        """Other sheets; `starts`: the page (from 0) on which each kind begins."""
        self.busy.stop()
        self.preview.show_pages(pages)
        if self._awaited in starts:
            self.preview.turn_to(starts[self._awaited])
            self._awaited = ""
        self.nothing.setVisible(not pages)
        self.preview.setVisible(bool(pages))
        self._approved.setText(approved)
        self._approved.setVisible(bool(approved))
        for each in (self.print, self.save, self.other_printer, self.approve, self.confirm):
            each.setEnabled(bool(pages))

    def show_picture(self, number: int, dpi: int, page: PageImage) -> None:
        self.preview.show_picture(number, dpi, page)

    def show_problems(self, problems: Sequence[str]) -> None:
        """What is not among the sheets, or must be known before they go out."""
        self.problems.setText("\n".join(problems))
        self.problems.setVisible(bool(problems))

    def show_paragraphs(
        self,
        paragraphs: Sequence[tuple[SheetKind, Editable]],
        edits: Sequence[tuple[SheetKind, Edit]],
    ) -> None:
        if self.wording.show_paragraphs(paragraphs, edits):
            self._in_order()

    def show_earlier(self, prints: Sequence[EarlierPrint], shown: str) -> None:
        """`shown`: the id of the print that is looked at; then nothing of it can be changed."""
        self.earlier.show_prints(prints, shown)
        self.choosing.setVisible(not shown)
        self.details.setVisible(not shown)
        if shown:
            for each in (self.approve, self.confirm, self.open_questions, self.wording):
                each.hide()
        self._in_order()

    def show_problem(self, problem: Problem, offer_pdf: bool = False) -> None:
        self.busy.stop()
        self._offers_record = False
        if not offer_pdf:
            self.banner.say_problem(problem)
            return
        texts = self._look.texts
        self.banner.say(
            "warning", texts(problem.sentence), texts(problem.next_step), texts(mark("Save as PDF …"))
        )

    def show_done(self, sentence: str, handed_out: bool = False) -> None:
        self._offers_record = handed_out
        if handed_out:
            record = self._look.texts(mark("Record as handed out"))
            self.banner.say("done", sentence, action=record)
        else:
            self.banner.say("done", sentence, seconds=8)

    def _answer_banner(self) -> None:
        self.banner.clear()
        (self.handed_out if self._offers_record else self.save_wanted).emit()

    # Asked

    def has_printer(self) -> bool:
        return printer.has_printer()

    def begin_printing(self, count: int, ask: bool) -> printer.PrintRun | None:
        """None if the person gave up. The printer is remembered for the next time."""
        begun = printer.begin(self, count, self._setup(), ask=ask)
        if begun is None:
            return None
        run, setup = begun
        self._remember(setup)
        self._tell_printer()
        return run

    def _tell_printer(self) -> None:
        setup, texts = self._setup(), self._look.texts
        copies = texts.plural(mark("{count} copy"), mark("{count} copies"), setup.copies)
        both = texts(mark("both sides")) if setup.duplex not in ("", "DuplexNone") else ""
        self._printer.setText(" · ".join(filter(None, (setup.printer, copies, both))))
        self._printer.setVisible(bool(setup.printer))

    def ask_where(self, file_name: str) -> Path | None:
        """None if the person gave up."""
        words = self._look.texts(mark("Save as PDF"))
        place, _ = QFileDialog.getSaveFileName(self, words, file_name, "PDF (*.pdf)")
        return Path(place) if place else None
