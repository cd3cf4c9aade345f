"""The folder of papers: which are asked for, which are there and how, and what a key does to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from desktop.cases.answers import Answer, Proof
from desktop.cases.casefile import CaseFile
from desktop.cases.papers import Paper
from desktop.errors import Problem
from desktop.rules.checklist import Need
from desktop.services import assessment, papers
from desktop.texts import mark
from desktop.ui.kit.case_context import CaseContext
from desktop.ui.kit.jobs import Latest


@dataclass(frozen=True, slots=True)
class Wanted:
    """A paper that is asked for: why, and whether it is sure that this case needs it."""

    code: str
    why: str
    sure: bool
    there: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """What is asked for in this situation."""

    title_id: str
    words: str
    titles: Sequence[tuple[str, str]]
    wanted: Sequence[Wanted]


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One line: a kind of paper, and the paper itself if something is recorded about it."""

    code: str
    name: str
    why: str
    asked: bool
    sure: bool
    there: bool
    paper: Paper | None
    proof: Proof | None
    """What it proves today."""


@dataclass(frozen=True, slots=True)
class Proven:
    """An answer that a paper can prove, and whether it is marked so."""

    fact: str
    words: str
    marked: bool


class PapersView(Protocol):
    """The page as the presenter knows it."""

    def show_plan(self, plan: Plan) -> None: ...

    def show_rows(self, rows: Sequence[PaperRow], missing: int) -> None: ...

    def show_proven(self, code: str, proven: Sequence[Proven]) -> None: ...

    def show_undo(self, sentence: str) -> None: ...

    def show_problem(self, problem: Problem) -> None: ...


class PapersPresenter:
    """Ticks papers with one key each."""

    def __init__(self, context: CaseContext, view: PapersView) -> None:
        self._context, self._view = context, view
        self._jobs = Latest(context.jobs)
        self._plan = Plan("", "", (), ())
        self._client = self._title = ""
        self._only_asked = True
        self._before: tuple[str, CaseFile] | None = None
        context.desk.subscribe(self._show)

    # What a person does

    def choose_title(self, title_id: str) -> None:
        """Show what another title asks for."""
        self._title = title_id
        if self._context.desk.case is not None:
            self._ask(self._context.desk.case)

    def show_only_asked(self, only: bool) -> None:
        """Only what is asked for, or every kind of paper."""
        self._only_asked = only
        self._show_rows()

    def tick(self, row: PaperRow, proof: Proof | None) -> None:
        """Record how a paper was seen today; None takes the record away."""
        case = self._context.desk.case
        if case is None:
            return
        self._before = (self._context.desk.client_id, case)
        others = tuple(each for each in case.papers if row.paper is None or each.id != row.paper.id)
        if proof is None:
            self._context.desk.change(replace(case, papers=others))
            if row.paper is not None:
                words = self._context.texts(mark("{paper} is removed."), paper=row.name)
                self._view.show_undo(words)
            return
        before = row.paper or Paper(_fresh_id(row.code, case.papers), row.code)
        after = replace(before, state=proof, seen_on=self._context.today())
        self._put(case, after)

    def correct(
        self, row: PaperRow, seen_on: date | None, issued_on: date | None, valid_until: date | None, note: str
    ) -> None:
        """Days and note of a paper."""
        case = self._context.desk.case
        if case is not None and row.paper is not None:
            after = replace(
                row.paper, seen_on=seen_on, issued_on=issued_on, valid_until=valid_until, note=note.strip()
            )
            self._put(case, after)

    def prove(self, row: PaperRow, fact: str, proven: bool) -> None:
        """Say that an answer is proven by this paper, or no longer."""
        case = self._context.desk.case
        if case is None or row.paper is None or fact not in case.facts:
            return
        answer: Answer = case.facts[fact]
        after = (
            replace(answer, paper=row.paper.id, proof=row.paper.state)
            if proven
            else replace(answer, paper=None, proof=Proof.CLAIMED)
        )
        self._context.desk.change(case.with_fact(fact, after))

    def choose(self, row: PaperRow) -> None:
        """Another line is under the keyboard."""
        case = self._context.desk.case
        if case is not None:
            self._view.show_proven(row.code, self._proven(case, row))

    def undo(self) -> None:
        """Take the papers back to how they were, if the same client is still open."""
        desk = self._context.desk
        if self._before is not None and desk.case is not None and self._before[0] == desk.client_id:
            desk.change(replace(desk.case, papers=self._before[1].papers))
        self._before = None

    # What is shown

    def _show(self, client_id: str, case: CaseFile) -> None:
        if client_id != self._client:
            self._client, self._before, self._title = client_id, None, ""
        self._show_rows()
        self._ask(case)

    def _ask(self, case: CaseFile) -> None:
        title = self._title
        self._jobs.run(
            lambda: plan_of(self._context, case, title),
            done=lambda plan: self._take_plan(case, plan),
            failed=self._view.show_problem,
        )

    def _take_plan(self, case: CaseFile, plan: Plan) -> None:
        if self._context.is_open(case):
            self._plan = plan
            self._view.show_plan(plan)
            self._show_rows()

    def _show_rows(self) -> None:
        case = self._context.desk.case
        if case is None:
            return
        asked = {each.code: each for each in self._plan.wanted}
        catalogue = list(self._context.reference.pack.documents)
        others = [each.code for each in case.papers if each.code not in catalogue]
        rows = [
            row
            for code in [*catalogue, *dict.fromkeys(others)]
            for row in self._rows_of(code, asked.get(code), case)
        ]
        rows.sort(key=lambda row: (not row.asked, not row.sure))
        self._view.show_rows(rows, sum(row.asked and row.sure and not row.there for row in rows))

    def _rows_of(self, code: str, wanted: Wanted | None, case: CaseFile) -> Iterable[PaperRow]:
        """A line for each paper of a kind; without a paper one if it is asked for or all kinds are shown."""
        found: Sequence[Paper | None] = [each for each in case.papers if each.code == code]
        if not found and (wanted is not None or not self._only_asked):
            found = [None]
        today = self._context.today()
        for paper in found:
            yield PaperRow(
                code=code,
                name=self._context.names.paper(code),
                why=wanted.why if wanted is not None else "",
                asked=wanted is not None,
                sure=wanted is not None and wanted.sure,
                there=wanted is not None and wanted.there,
                paper=paper,
                proof=papers.proof_of(self._context.reference, paper, today) if paper is not None else None,
            )

    def _proven(self, case: CaseFile, row: PaperRow) -> list[Proven]:
        document = self._context.reference.pack.documents.get(row.code)
        if document is None or row.paper is None:
            return []
        return [
            Proven(name, self._context.names.fact(name), case.facts[name].paper == row.paper.id)
            for name in document.proves
            if name in case.facts and case.facts[name].known
        ]

    def _put(self, case: CaseFile, paper: Paper) -> None:
        papers = [paper if each.id == paper.id else each for each in case.papers]
        if paper not in papers:
            papers.append(paper)
        self._context.desk.change(replace(case, papers=tuple(papers)))


def plan_of(context: CaseContext, case: CaseFile, title_id: str) -> Plan:
    """What is asked for the title; without one, for what is requested or looks best."""
    today = context.today()
    found = assessment.assess(context.reference, case, today)
    result = assessment.in_view(case, found, title_id)
    authority = context.reference.authority(case.value("responsible_abh"))
    items = papers.needed(context.reference, case, result.norm.id, result.decision_kind, authority, today)
    wanted = [
        Wanted(each.document.code, context.texts.pick(each.why), each.need is not Need.OPEN, each.there)
        for each in items
    ]
    examined = [each.norm.id for each in found.titles if each.norm.examined]
    titles = [(each, context.names.title(each)) for each in examined]
    return Plan(result.norm.id, context.texts.pick(authority.name), titles, wanted)


def _fresh_id(code: str, papers: Sequence[Paper]) -> str:
    """An id no other paper of the case has."""
    taken = {each.id for each in papers}
    number = 1
    while (name := code if number == 1 else f"{code}-{number}") in taken:
        number += 1
    return name
