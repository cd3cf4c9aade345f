"""The card that asks how something leaves the office: with or without names, printed or saved."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.errors import Problem
from desktop.texts import mark

from . import printer
from .flow import FlowLayout
from .labels import button, label
from .look import Look
from .notes import Banner
from .page import Card
from .pdf_pages import PageImage
from .segments import Segments

_KINDS = {".pdf": mark("Save as PDF …"), ".ics": mark("Save calendar file …")}
_PATTERNS = {".pdf": "PDF (*.pdf)", ".ics": "iCalendar (*.ics)"}

_LOW = 640
"""Design pixels of a window under which there is no room for anything else."""


class WayOutCard(Card):
    """Hidden until asked. `print_wanted` and `save_wanted` with whether with names, `closed`.

    Where the window is low it takes the place of `rest`, the other parts of the page.
    """

    print_wanted = Signal(bool)
    save_wanted = Signal(bool)
    closed = Signal()

    def __init__(self, look: Look, rest: QWidget) -> None:
        super().__init__(look)
        self._look, self._rest = look, rest
        self._made = False
        self.hide()

    def _make(self) -> None:
        """Its parts are made when somebody first asks."""
        self._made = True
        look = self._look
        texts, px = look.texts, look.theme.px
        self.note = Banner(look)
        self._about = label("", "muted")
        self.names = Segments(
            look,
            [(False, texts(mark("Without names"))), (True, texts(mark("With names")))],
            False,
            texts(mark("Names")),
        )
        self.print = button(texts(mark("Print …")), "primary", "print", look)
        self.save = button("", "", "save", look)
        shut = button(texts(mark("Cancel")), "quiet")
        self.print.clicked.connect(lambda: self.print_wanted.emit(bool(self.names.value())))
        self.save.clicked.connect(lambda: self.save_wanted.emit(bool(self.names.value())))
        shut.clicked.connect(self.shut)
        ways = QWidget()
        row = FlowLayout(ways, px(8))
        for each in (self.names, self.print, self.save, shut):
            row.addWidget(each)
        for part in (self._about, ways, self.note):
            self.body.addWidget(part)
        self.body.addStretch()

    def shut(self) -> None:
        """Back to the page; nothing where it is not open."""
        if self.isHidden():
            return
        self.hide()
        self._rest.show()
        self.closed.emit()

    def show_way(self, title: str, about: str, on_paper: bool) -> None:
        """Without names, until somebody chooses otherwise; the keyboard is on what most will do."""
        if not self._made:
            self._make()
        self.note.clear()
        self.set_title(title)
        self._about.setText(about)
        self.names.set_value(False)
        self.print.setVisible(on_paper)
        words = self._look.texts(_KINDS[".pdf" if on_paper else ".ics"])
        self.save.setText(words)
        self.save.setAccessibleName(words)
        self._rest.setVisible(self.window().height() >= self._look.theme.px(_LOW))
        self.show()
        (self.print if on_paper else self.save).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, problem: Problem) -> None:
        self.note.say_problem(problem)

    def show_done(self, sentence: str) -> None:
        self.note.say("done", sentence)

    def has_printer(self) -> bool:
        return printer.has_printer()

    def print_pages(self, pages: Sequence[PageImage]) -> bool:
        return printer.print_pages(self, pages)

    def ask_where(self, file_name: str, suffix: str) -> Path | None:
        """None if the person gave up."""
        title = self._look.texts(_KINDS[suffix])
        place, _ = QFileDialog.getSaveFileName(self, title, file_name, _PATTERNS[suffix])
        return Path(place) if place else None
