"""The dates of one client: which there are, how each was found, and what filing on a day would do."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

from desktop.cases.casefile import CaseFile
from desktop.cases.periods import PartialDate
from desktop.errors import Problem
from desktop.rules.norms import NotCovered
from desktop.services import deadlines, filing
from desktop.services.words.values import distance
from desktop.texts import mark
from desktop.ui.kit.case_context import CaseContext
from desktop.ui.kit.jobs import Latest

if TYPE_CHECKING:
    from desktop.deadlines.derivation import Step
    from desktop.deadlines.duedates import DueDate


@dataclass(frozen=True, slots=True)
class DateRow:
    """One date in the list."""

    key: tuple[str, str, date]
    urgency: str
    day: str
    distance: str
    what: str


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence with the section it rests on."""

    text: str
    cite: str = ""


@dataclass(frozen=True, slots=True)
class Details:
    """Everything about one date. `days`: caption and day, the most important first."""

    what: str
    action: Said
    days: Sequence[tuple[str, str]]
    derivation: Sequence[Said]
    notes: Sequence[Said]
    asks: Sequence[str]


@dataclass(frozen=True, slots=True)
class Effect:
    """What filing does. `sign` is the value of an urgency that fits: later is harmless, overdue a loss."""

    sign: str
    words: str
    why: Said
    otherwise: str
    asks: Sequence[str]


EFFECTS = {
    "F81_4": (
        "settled",
        mark("The present title continues until the decision, with its right to work."),
    ),
    "F81_4_late": ("settled", mark("The authority has ordered that the old title continues.")),
    "F81_3_1": ("settled", mark("The stay counts as permitted until the decision.")),
    "F81_3_2": ("soon", mark("Removal counts as suspended until the decision; the stay is not permitted.")),
    "F25_1_3": ("settled", mark("The stay is permitted by law until the card is issued.")),
    "none": ("overdue", mark("The application has no effect on the stay.")),
}


class DeadlinesView(Protocol):
    """The page as the presenter knows it."""

    def show_dates(self, rows: Sequence[DateRow]) -> None: ...

    def show_details(self, details: Details | None) -> None: ...

    def show_history_notes(self, notes: Sequence[Said]) -> None: ...

    def show_titles(self, titles: Sequence[tuple[str, str]], chosen: str) -> None: ...

    def show_effect(self, effect: Effect | None) -> None: ...

    def show_problem(self, problem: Problem | None) -> None: ...


class DeadlinesPresenter:
    """Derives the dates anew after every change of the case."""

    def __init__(self, context: CaseContext, view: DeadlinesView) -> None:
        self._context, self._view = context, view
        self._jobs = Latest(context.jobs)
        self._client = ""
        self._dates: Sequence[DueDate] = ()
        self._title = ""
        self._filing: PartialDate | None = None
        context.desk.subscribe(self._show)

    # What a person does

    def choose(self, row: DateRow) -> None:
        """Another date is under the keyboard."""
        found = next((each for each in self._dates if _key(each) == row.key), None)
        self._view.show_details(self._details(found) if found is not None else None)

    def file(self, title: str, day: PartialDate | None) -> None:
        """What an application for a title would do if it reached the authority on a day."""
        self._title, self._filing = title, day
        self._show_effect()

    # What is shown

    def _show(self, client: str, case: CaseFile) -> None:
        if client != self._client:
            self._client, self._title, self._filing = client, "", None
        self._jobs.run(
            lambda: dates_of(self._context, case),
            done=lambda found: self._take(case, *found),
            failed=lambda problem: self._fail(case, problem),
        )

    def _take(self, case: CaseFile, dates: Sequence[DueDate], notes: Sequence[Step], best: str) -> None:
        if not self._context.is_open(case):
            return
        self._dates = dates
        self._view.show_problem(None)
        self._view.show_dates([self._row(each) for each in dates])
        if not dates:
            self._view.show_details(None)
        self._view.show_history_notes([self._said(each) for each in notes])
        titles = [
            (each.id, self._context.names.title(each.id)) for each in self._context.reference.pack.norms
        ]
        if not self._title:
            asked = next((each.title_id for each in case.requests), "")
            held = next((each.title_id for each in reversed(case.status_periods) if each.title_id), "")
            known = dict(titles)
            self._title = asked or (held if held in known else "") or best or titles[0][0]
        self._view.show_titles(titles, self._title)
        self._show_effect()

    def _fail(self, case: CaseFile, problem: Problem) -> None:
        if self._context.is_open(case):
            self._view.show_problem(problem)

    def _row(self, due: DueDate) -> DateRow:
        texts, today = self._context.texts, self._context.today()
        return DateRow(
            _key(due),
            due.urgency(today).value,
            texts.day_with_weekday(due.act_by),
            distance(due.act_by, today, texts),
            due.name.show(texts, self._context.step_names),
        )

    def _details(self, due: DueDate) -> Details:
        texts = self._context.texts
        last = mark("First possible day") if due.nature.value == "earliest" else mark("Last day")
        days = [
            (mark("Safe day"), due.safe_day),
            (last, due.day),
            (mark("At the latest reading"), due.latest),
            (mark("Start on"), due.start_on),
        ]
        return Details(
            due.name.show(texts, self._context.step_names),
            self._said(due.action),
            [(texts(caption), texts.day_with_weekday(day)) for caption, day in days if day is not None],
            [self._said(each) for each in due.derivation],
            [self._said(each) for each in due.notes],
            [self._context.names.fact(each) for each in due.ask],
        )

    def _said(self, step: Step) -> Said:
        return Said(step.show(self._context.texts, self._context.step_names), step.cite)

    def _show_effect(self) -> None:
        case = self._context.desk.case
        if case is None or self._filing is None:
            self._view.show_effect(None)
            return
        found = filing.effect(case, self._title, self._filing)
        texts, names = self._context.texts, self._context.names
        if found.id is None:
            sign, words = "soon", texts(mark("Too little is recorded to say."))
        else:
            sign, source = EFFECTS[found.id]
            words = texts(source)
        if found.order_possible:
            words += " " + texts(mark("The authority may order continuation: ask for it at once."))
        otherwise = ""
        if found.otherwise is not None and found.otherwise.id is not None:
            better = texts(EFFECTS[found.otherwise.id][1])
            otherwise = texts(mark("On the other reading: {effect}"), effect=better)
        asks = [names.fact(each) for each in found.ask]
        self._view.show_effect(Effect(sign, words, self._said(found.why), otherwise, asks))


def dates_of(context: CaseContext, case: CaseFile) -> tuple[Sequence[DueDate], Sequence[Step], str]:
    """Every date, most urgent first; what is odd in the history of papers; the title that stands best."""
    from desktop.services import assessment

    today, best = context.today(), ""
    with suppress(NotCovered):  # no text of the day: then no title stands best
        found = assessment.assess(context.reference, case, today)
        best = assessment.in_view(case, found).norm.id
    return deadlines.of(context.reference, case, today), deadlines.notes_on_history(case, today), best


def _key(due: DueDate) -> tuple[str, str, date]:
    return due.kind, due.code, due.day
