"""The page “Übersetzungen”: languages on the left, German and translation side by side on the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from desktop.errors import Problem
from desktop.texts import mark
from desktop.ui.kit.flow import FlowLayout
from desktop.ui.kit.labels import button, label
from desktop.ui.kit.list_page import ListPage
from desktop.ui.kit.look import Look
from desktop.ui.kit.names import isolated
from desktop.ui.kit.outline.line import Line
from desktop.ui.kit.segments import Segments

from .presenter import LanguageLine, Reading
from .side_by_side import FAULTY, OPEN, REVIEWED, SideBySide

_LOW, _TEXTS = 150, 240
"""Pixels at 100 %: how high the list is on top of the texts; the least height of these."""


class TranslationsPage(ListPage):
    """`picked` with the code of a language, `filtered` with whether only open texts are wanted.

    `parted` with whether the texts of reading copies are wanted, or those of hand-outs.
    """

    parted = Signal(object)
    filtered = Signal(object)
    release_wanted = Signal()
    withdraw_wanted = Signal()

    def __init__(self, look: Look, user: str) -> None:
        texts, px = look.texts, look.theme.px
        super().__init__(
            look,
            texts(mark("Translations")),
            texts(
                mark(
                    "Until somebody who speaks the language has read a translation beside the German, the"
                    " sheet says that it is not reviewed."
                )
            ),
            texts(mark("Languages")),
            (28, 72),
            _LOW,
        )
        self._user = user
        self.part = Segments(
            look,
            ((False, texts(mark("Hand-outs"))), (True, texts(mark("Reading copies")))),
            name=texts(mark("Sheets")),
        )
        self.part.set_value(False)
        self.part.chosen.connect(self.parted)
        self.which = Segments(
            look,
            ((True, texts(mark("To be read"))), (False, texts(mark("All texts")))),
            name=texts(mark("Which texts")),
        )
        self.which.chosen.connect(self.filtered)
        self.release = button(texts(mark("Release as reviewed")), "primary", "check", look)
        self.release.clicked.connect(self.release_wanted)
        self.withdraw = button(texts(mark("Withdraw releases")), "", "undo", look)
        self.withdraw.clicked.connect(self.withdraw_wanted)
        self._means = label("", "note")
        self.side_by_side = SideBySide(look, texts(mark("Texts in both languages")))
        self.side_by_side.setMinimumHeight(px(_TEXTS))
        row = FlowLayout(spacing=px(8))
        for each in (self.part, self.which, self.release, self.withdraw):
            row.addWidget(each)
        self.right.addLayout(row)
        self.right.addWidget(self._means)
        self.right.addWidget(self.side_by_side, 1)

    # Shown

    def show_languages(self, lines: Sequence[LanguageLine], chosen: str) -> None:
        self.banner.clear()
        self.show_list(map(self._line, lines), chosen)

    def _line(self, line: LanguageLine) -> Line:
        texts, language = self.look.texts, line.language
        sign = FAULTY if line.faulty else OPEN if line.open else REVIEWED
        parts = [texts(mark("{count} of {total} reviewed"), count=line.reviewed, total=line.total)]
        if line.faulty:
            unfit = mark("{count} does not fit the German"), mark("{count} do not fit the German")
            parts.append(texts.plural(*unfit, line.faulty))
        name = texts.pick(language)
        own, head = (isolated(language.own), name) if language.own != name else (name, "")
        return Line(language.code, own, sign, head=head, detail=" · ".join(parts))

    def show_reading(self, reading: Reading) -> None:
        texts, line = self.look.texts, reading.line
        name = texts.pick(line.language)
        self._title.setText(name)
        self.part.set_value(reading.copies)
        self.which.set_value(reading.only_open)
        self.release.setEnabled(bool(reading.ready))
        self.withdraw.setEnabled(reading.released_here)
        self._means.setText(self._meaning(reading))
        self.side_by_side.show_texts(reading.texts, name, line.language.right_to_left)

    def _meaning(self, reading: Reading) -> str:
        """What the button would say in whose name; or why there is nothing to release."""
        texts = self.look.texts
        if reading.ready:
            return texts.plural(
                mark(
                    "With the release you say, as {user}, that you have read this {count} text beside the"
                    " German and that it says the same. If either text changes, the release ends."
                ),
                mark(
                    "With the release you say, as {user}, that you have read these {count} texts beside the"
                    " German and that they say the same. If a text changes, its release ends."
                ),
                reading.ready,
                user=isolated(self._user),
            )
        if reading.line.faulty:
            return texts(
                mark("What does not fit the German cannot be released: the translation has to be updated.")
            )
        return texts(mark("Every text of this language is reviewed."))

    def show_problem(self, problem: Problem) -> None:
        self.banner.say_problem(problem)
