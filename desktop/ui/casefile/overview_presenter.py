"""The page “Übersicht”: who the client is, who lives with them, what comes next, what looks possible."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Protocol

from desktop.cases.answers import Answer, Unknown
from desktop.cases.casefile import CaseFile
from desktop.cases.names import clean
from desktop.cases.people import Client, FamilyMember
from desktop.errors import Problem
from desktop.texts import mark
from desktop.ui.kit.case_context import CaseContext
from desktop.ui.kit.jobs import Latest

FAMILY = "family_members"
CLIENT_FIELDS = "name original_name language contact address file_number authority_file_number notes".split()
FACT_FIELDS = ("birth_date", "nationalities", "responsible_abh")


@dataclass(frozen=True, slots=True)
class Outlook:
    """One title in the list of what looks possible."""

    verdict: str
    cite: str
    title: str


@dataclass(frozen=True, slots=True)
class NextDate:
    """One date of the client."""

    urgency: str
    day: date
    text: str


@dataclass(frozen=True, slots=True)
class Digest:
    """What is computed about a case for this page."""

    dates: Sequence[NextDate]
    outlooks: Sequence[Outlook]
    questions: int


class OverviewView(Protocol):
    """The page as the presenter knows it."""

    def show_person(self, values: dict[str, Any]) -> None: ...

    def show_problem(self, field: str, sentence: str) -> None: ...

    def show_family(self, members: Sequence[FamilyMember], answer: Answer) -> None: ...

    def show_digest(self, digest: Digest) -> None: ...

    def show_undo(self, sentence: str) -> None: ...


class OverviewPresenter:
    """Takes every edit into the open case at once; the desk saves it a moment later."""

    def __init__(
        self, context: CaseContext, view: OverviewView, digest: Callable[[CaseFile], Digest]
    ) -> None:
        """`digest` computes dates and outlooks; it runs as a job."""
        self._context, self._view, self._digest = context, view, digest
        self._jobs = Latest(context.jobs)
        self._undone: tuple[str, Answer | None] | None = None
        context.desk.subscribe(self._show)

    def edit(self, field: str, value: Any) -> None:
        """A person changed a field of the form. An empty name is said and not taken."""
        case = self._context.desk.case
        if case is None:
            return
        if field in FACT_FIELDS:
            self._context.answer(field, Unknown.NOT_ASKED if value in (None, "", ()) else value)
            return
        if field in ("name", "original_name"):
            value = clean(value)
        if field == "name" and not value:
            self._view.show_problem(field, self._context.texts(mark("A client needs a name.")))
            return
        self._view.show_problem(field, "")
        client: Client = replace(case.client, **{field: value})
        self._context.desk.change(replace(case, client=client))

    def put_family(self, members: tuple[FamilyMember, ...] | Unknown) -> None:
        """The household as it is now, or why it is not known."""
        case = self._context.desk.case
        if case is not None:
            self._undone = (self._context.desk.client_id, case.facts.get(FAMILY))
            self._context.answer(FAMILY, members)

    def family_removed(self, _: FamilyMember) -> None:
        self._view.show_undo(self._context.texts(mark("The family member is removed.")))

    def undo(self) -> None:
        """Put the household back as it was, if the same client is still open."""
        if self._undone is not None and self._undone[0] == self._context.desk.client_id:
            self._context.put_back(FAMILY, self._undone[1])
        self._undone = None

    def _show(self, _: str, case: CaseFile) -> None:
        values: dict[str, Any] = {name: getattr(case.client, name) for name in CLIENT_FIELDS}
        values |= {name: case.value(name) for name in FACT_FIELDS}
        self._view.show_person(values)
        self._view.show_family(case.value(FAMILY) or (), case.answer(FAMILY))
        self._jobs.run(
            lambda: self._digest(case),
            done=lambda digest: self._show_digest(case, digest),
            failed=self._no_digest,
        )

    def _show_digest(self, case: CaseFile, digest: Digest) -> None:
        if self._context.is_open(case):
            self._view.show_digest(digest)

    def _no_digest(self, _: Problem) -> None:
        self._view.show_digest(Digest((), (), 0))
