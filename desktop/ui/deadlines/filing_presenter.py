"""What filing on a day would do for the stay, and the application put into the case. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from desktop.cases.casefile import CaseFile
from desktop.cases.periods import PartialDate
from desktop.errors import Problem
from desktop.services import filing
from desktop.texts import mark
from desktop.ui.kit.case_context import CaseContext

from .rows import DateWords, Said


@dataclass(frozen=True, slots=True)
class Effect:
    """What filing does. `sign` is the value of an urgency that fits: later is harmless, overdue a loss."""

    sign: str
    words: str
    why: Said
    otherwise: str
    asks: Sequence[str]


SIGNS = {
    "F81_4": "settled",
    "F81_4_late": "settled",
    "F81_3_1": "settled",
    "F81_3_2": "soon",
    "F25_1_3": "settled",
    "none": "overdue",
}


class FilingView(Protocol):
    """The panel as the presenter knows it."""

    def show_titles(self, titles: Sequence[tuple[str, str]], chosen: str) -> None: ...

    def show_effect(self, effect: Effect | None, recordable: bool) -> None:
        """`recordable`: the day has come, so the application can be put into the case."""
        ...

    def show_problem(self, problem: Problem | None) -> None: ...


class FilingPresenter:
    """Keeps the panel in step with the open case."""

    def __init__(
        self,
        context: CaseContext,
        view: FilingView,
        told: Callable[[str, CaseFile], None],
        offer: Callable[[str, date], None],
    ) -> None:
        """`offer`: a plan by its id whose event fell on a day."""
        self._context, self._view, self._told, self._offer = context, view, told, offer
        self._words = DateWords(context)
        self._client, self._title = "", ""
        self._day: PartialDate | None = None

    def show(self, client: str, case: CaseFile, best: str) -> None:
        """`best` is the title that stands best, for a case in which none is held or asked for."""
        if client != self._client:
            self._client, self._title, self._day = client, "", None
        titles = [
            (each.id, self._context.names.title(each.id)) for each in self._context.reference.pack.norms
        ]
        if not self._title:
            asked = next((each.title_id for each in case.requests), "")
            held = next((each.title_id for each in reversed(case.status_periods) if each.title_id), "")
            self._title = asked or (held if held in dict(titles) else "") or best or titles[0][0]
        self._view.show_titles(titles, self._title)
        self._show_effect()

    def file(self, title: str, day: PartialDate | None) -> None:
        """What an application for a title would do if it reached the authority on a day."""
        self._title, self._day = title, day
        self._show_effect()

    def record(self, proven: bool) -> None:
        """Put the application into the case, its receipt proven or not."""
        before, day = self._context.desk.case, self._day
        if before is None or day is None:
            return
        from desktop.services import applications

        by, on = self._context.user, self._context.today()
        try:
            after = applications.filed(
                self._context.reference, before, self._title, day, proven=proven, by=by, on=on
            )
        except Problem as problem:
            self._view.show_problem(problem)
            return
        self._context.desk.change(after)
        texts = self._context.texts
        said = mark("The application for {title} is entered.")
        self._told(texts(said, title=self._context.names.title_short(self._title)), before)
        self._offer("application", day.earliest)

    def _show_effect(self) -> None:
        case = self._context.desk.case
        if case is None or self._day is None:
            self._view.show_effect(None, False)
            return
        found = filing.effect(case, self._title, self._day)
        texts, names = self._context.texts, self._context.names
        if found.id is None:
            sign, words = "soon", texts(mark("Too little is recorded to say."))
        else:
            sign, words = SIGNS[found.id], texts(filing.EFFECT_WORDS[found.id])
        if found.order_possible:
            words += " " + texts(mark("The authority may order continuation: ask for it at once."))
        otherwise = ""
        if found.otherwise is not None and found.otherwise.id is not None:
            better = texts(filing.EFFECT_WORDS[found.otherwise.id])
            otherwise = texts(mark("On the other reading: {effect}"), effect=better)
        asks = [names.fact(each) for each in found.ask]
        effect = Effect(sign, words, self._words.said(found.why), otherwise, asks)
        self._view.show_effect(effect, self._day.earliest <= self._context.today())
