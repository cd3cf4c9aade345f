"""The page “Recht”: norms on the left; on the right the scheme of one, empty or filled with an example."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QWidget,
)

from desktop.cases.periods import PartialDate
from desktop.cases.words import DECISION_WORDS
from desktop.errors import Problem
from desktop.texts import mark
from desktop.ui.kit.answers.values import exact_day
from desktop.ui.kit.choice import Choice
from desktop.ui.kit.day_field import DayField
from desktop.ui.kit.flow import FlowLayout
from desktop.ui.kit.labels import label, set_role
from desktop.ui.kit.list_page import ListPage
from desktop.ui.kit.look import Look
from desktop.ui.kit.outline.line import Line, section
from desktop.ui.kit.outline.view import OutlineView
from desktop.ui.kit.signs import STANDING_SIGNS, VERDICT_SIGNS, Sign

if TYPE_CHECKING:
    from desktop.rules.examples import Example
    from desktop.services.lawbook import NormLine, Scheme, SchemeLine

_LOW, _SCHEME = 130, 220
"""Pixels at 100 %: how high the list is on top of the scheme; the least height of that."""


class LawPage(ListPage):
    """`picked` and `example_chosen` with an id, `day_chosen` with a day or None, `decision_chosen`."""

    day_chosen = Signal(object)
    decision_chosen = Signal(object)
    example_chosen = Signal(object)

    def __init__(self, look: Look, today: Callable[[], date]) -> None:
        texts, px = look.texts, look.theme.px
        super().__init__(
            look,
            texts(mark("Law")),
            texts(mark("What each title asks for, by the law of any day, and example cases to look into.")),
            texts(mark("Titles")),
            (30, 70),
            _LOW,
        )
        self.day = DayField(look, today, exact=True)
        self.day.setAccessibleName(texts(mark("Law of the day")))
        self.day.entered.connect(self._day_entered)
        self.day.wrong.connect(self._say_wrong)
        self._about_day = label(texts(mark("empty: today")), "note", wrap=False)
        self.decisions = Choice()
        self.decisions.setAccessibleName(texts(mark("Decision")))
        self.decisions.chosen.connect(self.decision_chosen.emit)
        self.examples = Choice()
        self.examples.setAccessibleName(texts(mark("Example case")))
        self.examples.chosen.connect(self.example_chosen.emit)
        self.scheme = OutlineView(look, texts(mark("Scheme of examination")))
        self.scheme.setMinimumHeight(px(_SCHEME))
        choices = FlowLayout(spacing=px(8))
        for words, field in (
            (mark("Law of the day"), self.day),
            ("", self._about_day),
            (mark("Decision"), self.decisions),
        ):
            choices.addWidget(_captioned(look, texts(words), field) if words else field)
        self.right.addLayout(choices)
        self.right.addWidget(_captioned(look, texts(mark("Example case")), self.examples))
        self.right.addWidget(self.scheme, 1)

    # Shown

    def show_norms(self, lines: Sequence[NormLine], chosen: str) -> None:
        no_text = self.look.texts(mark("no text for this day"))
        shown = (
            Line(each.id, each.title, head=section(each.cite), detail="" if each.covered else no_text)
            for each in lines
        )
        self.show_list(shown, chosen)

    def show_examples(self, examples: Sequence[Example], chosen: str) -> None:
        texts = self.look.texts
        options = [("", texts(mark("none: the scheme alone")))]
        options += [(each.id, texts.pick(each.title)) for each in examples]
        self.examples.set_options(options)
        self.examples.set_value(chosen)
        self.examples.setEnabled(len(options) > 1)

    def show_scheme(self, scheme: Scheme | None) -> None:
        if scheme is None:
            chosen = self.listed.currentIndex()
            self._title.setText(self.listed.lines.line(chosen).text if chosen.isValid() else "")
            self.scheme.show_lines(())
            self.decisions.set_options(())
            self.decisions.setEnabled(False)
            return
        texts = self.look.texts
        self._title.setText(scheme.title)
        self.decisions.set_options([(kind, texts(DECISION_WORDS[kind])) for kind in scheme.decisions])
        self.decisions.set_value(scheme.decision)
        self.decisions.setEnabled(len(scheme.decisions) > 1)
        self.scheme.forget()
        self.scheme.show_lines(tuple(self._lines(scheme)))
        self.scheme.setCurrentIndex(self.scheme.lines.index(0, 0))
        self.scheme.scrollToTop()

    def _lines(self, scheme: Scheme) -> Iterator[Line]:
        """What the example comes to, the text of the law, then the conditions in the order of the statute."""
        texts = self.look.texts
        if scheme.verdict is not None:
            sign = VERDICT_SIGNS[scheme.verdict.value]
            yield Line("verdict", texts(sign.word), sign, detail=scheme.sentence, level="group")
        about = Sign("law", "muted", mark("law"))
        yield Line(
            "law", scheme.in_force, about, detail=" ".join(filter(None, (scheme.note, scheme.checked)))
        )
        for number, each in enumerate(scheme.sections):
            yield self._line(each, str(number))

    def show_problem(self, problem: Problem | None) -> None:
        if problem is None:
            self.banner.clear()
        else:
            self.banner.say_problem(problem)

    def _line(self, line: SchemeLine, key: str, top: bool = True) -> Line:
        sign = STANDING_SIGNS[line.standing] if line.standing is not None else None
        parts = tuple(self._line(part, f"{key} {number}", False) for number, part in enumerate(line.parts))
        return Line(
            key,
            f"{line.text}: {line.value}" if line.value else line.text,
            sign,
            word=line.stands,
            detail=" · ".join(filter(None, (line.word, line.note))),
            cite=section(line.cite),
            parts=parts,
            open=True,
            deciding=line.deciding,
            level="group" if top else "text",
        )

    # What a person does

    def _say_wrong(self, problem: str) -> None:
        """What is wrong with the typed day; what is shown stays that of the day before."""
        set_role(self._about_day, "role", "problem" if problem else "note")
        self._about_day.setText(problem or self.look.texts(mark("empty: today")))

    def _day_entered(self, day: PartialDate | None) -> None:
        if not self.day.problem:
            self.day_chosen.emit(exact_day(day))


def _captioned(look: Look, caption: str, field: QWidget) -> QWidget:
    """A field with its words before it; both go to the next line together."""
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look.theme.px(8))
    row.addWidget(label(caption, "", wrap=False))
    row.addWidget(field, 1)
    return pair
