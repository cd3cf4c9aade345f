"""The dates of one client: which there are, how each was found, and which one is looked at. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from desktop.cases.casefile import CaseFile
from desktop.cases.letters import DecisionLetter
from desktop.errors import Problem
from desktop.rules.norms import NotCovered
from desktop.services import deadlines
from desktop.ui.kit.case_context import CaseContext
from desktop.ui.kit.jobs import Latest

from .letter_words import LetterWords
from .rows import DateRow, DateWords, Details, Said, key_of
from .strip import Strip, strip

if TYPE_CHECKING:
    from desktop.deadlines.derivation import Step
    from desktop.deadlines.duedates import DueDate
    from desktop.deadlines.validity import Effective


class DeadlinesView(Protocol):
    """The list, the strip and the details as the presenter knows them."""

    def show_dates(self, rows: Sequence[DateRow], done: Sequence[DateRow]) -> None: ...

    def point_at(self, key: str) -> None:
        """Choose a date that has just come."""
        ...

    def show_strip(self, shown: Strip) -> None: ...

    def show_details(self, details: Details | None) -> None: ...

    def show_history_notes(self, notes: Sequence[Said]) -> None: ...

    def show_problem(self, problem: Problem | None) -> None: ...

    def show_undo(self, sentence: str) -> None:
        """What was done, with a way back; an empty sentence takes both away."""
        ...


@dataclass(frozen=True, slots=True)
class Found:
    """What was worked out of one case on one day."""

    dates: Sequence[DueDate]
    history: Sequence[Step]
    papers: Sequence[Effective]
    best: str  # title that stands best, or empty


class DeadlinesPresenter:
    """Derives the dates anew after every change of the case.

    `on_found` tells the other parts of the page what was found, `on_chosen` which date is looked at,
    `on_letter` which settled decision letter.
    """

    def __init__(self, context: CaseContext, view: DeadlinesView) -> None:
        self._context, self._view = context, view
        self._words = DateWords(context)
        self._jobs = Latest(context.jobs)
        self._letters = LetterWords(context)
        self._client = ""
        self._dates: Sequence[DueDate] = ()
        self._settled: Sequence[DecisionLetter] = ()
        self._step: tuple[CaseFile, CaseFile] | None = None  # the case before and after what was done last
        self.on_found: Callable[[str, CaseFile, Found], None] = lambda *_: None
        self.on_letter: Callable[[DecisionLetter], None] = lambda _: None
        self.on_chosen: Callable[[DueDate | None], None] = lambda _: None
        context.desk.subscribe(self._show)

    # What a person does

    def choose(self, key: str) -> None:
        """Another date is under the keyboard."""
        letter = next((each for each in self._settled if each.id == key), None)
        if letter is not None:
            self._view.show_details(self._letters.settled_details(letter))
            self.on_letter(letter)
            return
        found = next((each for each in self._dates if key_of(each) == key), None)
        self._view.show_details(self._words.details(found) if found is not None else None)
        self.on_chosen(found)

    def tell(self, sentence: str, before: CaseFile) -> None:
        """Something was done that can be taken back as long as nothing else changes the case."""
        if self._context.desk.case is not None:
            self._step = (before, self._context.desk.case)
            self._view.show_undo(sentence)

    def undo(self) -> None:
        """The case as it was before what was done last."""
        if self._step is not None and self._context.is_open(self._step[1]):
            self._context.desk.change(self._step[0])
        self._step = None

    # What is shown

    def _show(self, client: str, case: CaseFile) -> None:
        if self._step is not None and case is not self._step[1]:
            self._step = None
            self._view.show_undo("")
        self._jobs.run(
            lambda: found_in(self._context, case),
            done=lambda found: self._take(client, case, found),
            failed=lambda problem: self._fail(case, problem),
        )

    def _take(self, client: str, case: CaseFile, found: Found) -> None:
        if not self._context.is_open(case):
            return
        before = {key_of(each) for each in self._dates} if client == self._client else None
        self._client, self._dates = client, found.dates
        self._view.show_problem(None)
        rows = [self._words.row(each) for each in found.dates]
        still = [row for row in rows if not row.settled]
        self._view.show_history_notes([self._words.said(each) for each in found.history])
        self._view.show_strip(strip(still, found.papers, self._context.words, self._context.today()))
        self._settled = [each for each in case.letters if each.closed_on is not None]
        done = [row for row in rows if row.settled]
        done += [self._letters.settled_row(each) for each in self._settled]
        self._view.show_dates(still, done)
        new = next((row.key for row in still if before is not None and row.key not in before), "")
        came_for = self._context.desk.take_looked_for()
        if new or any(row.key == came_for for row in (*still, *done)):
            self._view.point_at(new or came_for)
        if not still and not done:
            self._view.show_details(None)
            self.on_chosen(None)
        self.on_found(client, case, found)

    def _fail(self, case: CaseFile, problem: Problem) -> None:
        if self._context.is_open(case):
            self._view.show_problem(problem)


def found_in(context: CaseContext, case: CaseFile) -> Found:
    """Everything the page shows of a case, worked out at once."""
    from desktop.deadlines.outlook import Outlook
    from desktop.services import assessment

    reference, today, best = context.reference, context.today(), ""
    with suppress(NotCovered):  # no text of the day: then no title stands best
        assessed = assessment.assess(reference, case, today)
        best = assessment.in_view(case, assessed).norm.id
    authority = reference.authority(case.value("responsible_abh"))
    view = Outlook.of(case, today, authority, reference.pack.time)
    notes = deadlines.notes_on_history(case, today)
    return Found(deadlines.of(reference, case, today), notes, view.periods, best)
