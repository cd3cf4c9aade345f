"""The card that asks what to make for all who are chosen, shows how far it is, and what became of whom."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QProgressBar, QWidget

from desktop.errors import Problem
from desktop.texts import mark
from desktop.ui.kit.choice import Option
from desktop.ui.kit.flow import FlowLayout
from desktop.ui.kit.labels import button, label
from desktop.ui.kit.look import Look
from desktop.ui.kit.notes import Banner
from desktop.ui.kit.page import Card
from desktop.ui.kit.segments import Segments

_LINES = 7
"""Of the report that are in sight; the rest is scrolled."""


class LettersCard(Card):
    """Hidden until asked, then in place of `rest`. `wanted` with the kinds of sheets and whether a folder."""

    wanted = Signal(object, bool)
    cancelled = Signal()
    closed = Signal()

    def __init__(self, look: Look, rest: QWidget, kinds: Sequence[Option]) -> None:
        """`kinds`: what can be made, tuples of kinds of sheets; what is usual comes first."""
        super().__init__(look)
        self._look, self._rest = look, rest
        texts = look.texts
        self.note = Banner(look)
        self._about = label("", "muted")
        self.kinds = Segments(look, kinds, kinds[0][0], texts(mark("What is made")))
        places = ((False, texts(mark("One PDF file"))), (True, texts(mark("A folder of PDF files"))))
        self.folder = Segments(look, places, False, texts(mark("Where to")))
        self.make = button(texts(mark("Make …")), "primary", "letter", look)
        self.stop = button(texts(mark("Cancel")))
        self.close_ = button(texts(mark("Close")), "quiet")
        self.make.clicked.connect(lambda: self.wanted.emit(self.kinds.value(), bool(self.folder.value())))
        self.stop.clicked.connect(self.cancelled)
        self.close_.clicked.connect(self.shut)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._how_far = label("", "strong")
        self._report = QPlainTextEdit()
        self._report.setReadOnly(True)
        self._report.setTabChangesFocus(True)
        self._report.setAccessibleName(texts(mark("What became of whom")))
        self._report.setMinimumHeight(_LINES * self._report.fontMetrics().lineSpacing())
        self._asking = (self._about, _row(look, self.kinds), _row(look, self.folder), self.make)
        buttons = _row(look, self.make, self.stop, self.close_)
        for part in (self._about, *self._asking[1:3], self._how_far, self._bar, self.note):
            self.body.addWidget(part)
        self.body.addWidget(self._report, 1)
        self.body.addWidget(buttons)
        self.body.addStretch()
        self.hide()

    def shut(self) -> None:
        """Back to the list; a job that runs goes on."""
        if not self.isHidden():
            self.hide()
            self._rest.show()
            self.closed.emit()

    # What the presenter shows

    def show_offer(self, clients: int) -> None:
        texts = self._look.texts
        self.set_title(
            texts.plural(mark("Letters for {count} client"), mark("Letters for {count} clients"), clients)
        )
        self._about.setText(
            texts(
                mark(
                    "All of it is a draft: a letter goes out only when the client has confirmed it and "
                    "somebody has approved it. The files are not encrypted."
                )
            )
        )
        self._show(asking=True)
        self.kinds.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_again(self) -> None:
        """What runs, after somebody has left it."""
        self._rest.hide()
        self.show()
        self.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_progress(self, done: int, total: int) -> None:
        words = mark("{done} of {total}")
        told = self._look.texts(words, done=done, total=total)
        self._how_far.setText(told)
        self._bar.setMaximum(total)
        self._bar.setValue(done)
        self._bar.setAccessibleName(told)
        if self._bar.isHidden():
            self._show(running=True)
            self.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_done(self, sentence: str, report: str) -> None:
        self._show(done=True)
        self.note.say("done", sentence)
        self._report.setPlainText(report)
        self.close_.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, problem: Problem) -> None:
        self.note.say_problem(problem)

    def ask_file(self, name: str) -> Path | None:
        """None if the person gave up."""
        title = self._look.texts(mark("Save the letters"))
        place, _ = QFileDialog.getSaveFileName(self, title, name, "PDF (*.pdf)")
        return Path(place) if place else None

    def ask_folder(self) -> Path | None:
        """None if the person gave up."""
        place = QFileDialog.getExistingDirectory(self, self._look.texts(mark("Save the letters")))
        return Path(place) if place else None

    def _show(self, *, asking: bool = False, running: bool = False, done: bool = False) -> None:
        self.note.clear()
        for each in self._asking:
            each.setVisible(asking)
        for each in (self._bar, self._how_far, self.stop):
            each.setVisible(running)
        self._report.setVisible(done)
        self.close_.setVisible(not running)
        self._rest.hide()
        self.show()


def _row(look: Look, *parts: QWidget) -> QWidget:
    made = QWidget()
    row = FlowLayout(made, look.theme.px(8))
    for each in parts:
        row.addWidget(each)
    return made
