"""The history of papers: what is shown, and what an entry, a change or a removal does to the case."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from desktop.cases.answers import Answer, Proof
from desktop.cases.casefile import CaseFile
from desktop.cases.status import StatusPeriod
from desktop.texts import mark
from desktop.ui.kit.case_context import CaseContext

from .timeline import Timeline, timeline

FACT = "status_periods"


class EnteredPaper(Protocol):
    """What the form gives."""

    number: int | None
    status: StatusPeriod
    proof: Proof


class HistoryView(Protocol):
    """The page as the presenter knows it."""

    def show_history(self, line: Timeline, periods: Sequence[StatusPeriod]) -> None: ...

    def show_change(self, number: int, status: StatusPeriod, proof: Proof) -> None: ...

    def show_undo(self, sentence: str) -> None: ...


class HistoryPresenter:
    """Keeps the time line and the form in step with the open case."""

    def __init__(self, context: CaseContext, view: HistoryView) -> None:
        self._context, self._view = context, view
        self._undone: tuple[str, Answer | None] | None = None
        context.desk.subscribe(self._show)

    def enter(self, paper: EnteredPaper) -> None:
        """A new paper, or one in the place of another. The list is as well proven as its weakest part."""
        case = self._context.desk.case
        if case is None:
            return
        periods = list(case.status_periods)
        if paper.number is None:
            periods.append(paper.status)
        elif paper.number < len(periods):
            periods[paper.number] = paper.status
        self._put(periods, min(paper.proof, self._proof(case), key=list(Proof).index))

    def change(self, number: int) -> None:
        """Put a period into the form."""
        case = self._context.desk.case
        if case is not None and 0 <= number < len(case.status_periods):
            self._view.show_change(number, case.status_periods[number], self._proof(case))

    def remove(self, number: int) -> None:
        """Take a period out, with a way back."""
        case = self._context.desk.case
        if case is None or not 0 <= number < len(case.status_periods):
            return
        periods = list(case.status_periods)
        gone = periods.pop(number)
        self._undone = (self._context.desk.client_id, case.facts.get(FACT))
        self._put(periods, self._proof(case))
        texts, names = self._context.texts, self._context.names
        self._view.show_undo(texts(mark("{paper} is removed."), paper=names.status(gone.status_code)))

    def undo(self) -> None:
        """Put back what was removed last, if the same client is still open."""
        if self._undone is not None and self._undone[0] == self._context.desk.client_id:
            self._context.put_back(FACT, self._undone[1])
        self._undone = None

    def _put(self, periods: list[StatusPeriod], proof: Proof) -> None:
        ordered = tuple(sorted(periods, key=lambda each: each.period.start))
        self._context.answer(FACT, ordered, proof)

    def _proof(self, case: CaseFile) -> Proof:
        answer = case.answer(FACT)
        return answer.proof if answer.known and answer.value else Proof.ORIGINAL

    def _show(self, _: str, case: CaseFile) -> None:
        line = timeline(case.status_periods, self._context.words, self._context.today())
        self._view.show_history(line, case.status_periods)
