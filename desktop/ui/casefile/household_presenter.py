"""The files of the household: who is linked, what they hold, what derives from it; link and unlink. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from desktop.cases.casefile import CaseFile
from desktop.errors import Problem
from desktop.services.words.records import OPTIONS
from desktop.texts import mark
from desktop.ui.kit.case_context import CaseContext
from desktop.ui.kit.jobs import Latest

if TYPE_CHECKING:
    from desktop.services.household import Person


_RELATIONS = ("spouse_partner", "child", "parent", "sibling", "other")


@dataclass(frozen=True, slots=True)
class Derives:
    """A title that derives from a relative's: how it stands and what it is called."""

    verdict: str
    title: str
    about: str


@dataclass(frozen=True, slots=True)
class Linked:
    """One linked file, or the open one (without a `relation`). `reachable`: it is in this office."""

    ref: str
    name: str
    relation: str
    holds: str
    derives: tuple[Derives, ...]
    reachable: bool


class Households(Protocol):
    """What is needed of the services, with session and clock filled in; called on the worker thread."""

    def people(self, case: CaseFile, client_id: str) -> Sequence[Person]: ...

    def link(self, client_id: str, other_id: str, relation: str) -> CaseFile:
        """The client's case afterwards."""
        ...

    def unlink(self, client_id: str, other_id: str) -> CaseFile: ...


class HouseholdView(Protocol):
    """The part of the page as the presenter knows it."""

    def show_linked(self, linked: Sequence[Linked], relations: Sequence[tuple[str, str]]) -> None: ...

    def show_problem(self, problem: Problem) -> None: ...


class HouseholdPresenter:
    """Reads the household anew after every change of the case; a late answer is dropped."""

    def __init__(
        self,
        context: CaseContext,
        view: HouseholdView,
        households: Households,
        choose: Callable[[Callable[[str], None]], None],
        open_client: Callable[[str], None],
    ) -> None:
        """`choose` lets a person pick a client and calls back with the id."""
        self._context, self._view, self._households = context, view, households
        self._choose, self._open = choose, open_client
        self._jobs = Latest(context.jobs)
        context.desk.subscribe(self._show)

    def link(self, relation: str) -> None:
        """Pick another client, who stands so to this one, and note it on both files."""
        client_id = self._context.desk.client_id
        self._choose(lambda other: self._linked(client_id, other, relation))

    def unlink(self, ref: str) -> None:
        client_id = self._context.desk.client_id
        self._context.desk.save()
        self._context.jobs.run(
            lambda: self._households.unlink(client_id, ref),
            done=lambda case: self._take(client_id, case),
            failed=self._view.show_problem,
        )

    def open(self, ref: str) -> None:
        self._open(ref)

    def _linked(self, client_id: str, other: str, relation: str) -> None:
        self._context.desk.save()
        self._context.jobs.run(
            lambda: self._households.link(client_id, other, relation),
            done=lambda case: self._take(client_id, case),
            failed=self._view.show_problem,
        )

    def _take(self, client_id: str, stored: CaseFile) -> None:
        """Only the household: what was typed meanwhile stays."""
        desk = self._context.desk
        if desk.case is not None and desk.client_id == client_id:
            desk.change(replace(desk.case, household=stored.household, relatives=stored.relatives))

    def _show(self, client_id: str, case: CaseFile) -> None:
        if not case.household:
            self._view.show_linked((), self._relations())
            return
        self._jobs.run(
            lambda: self._households.people(case, client_id),
            done=lambda people: self._show_people(case, people),
            failed=self._view.show_problem,
        )

    def _show_people(self, case: CaseFile, people: Sequence[Person]) -> None:
        if not self._context.is_open(case):
            return
        found = {each.ref: each for each in people}
        relations = dict(self._relations())
        own = [self._person(each, "") for each in people if not each.relation]
        linked = [each for each in own if each.derives]
        for link in case.household:
            person = found.get(link.case)
            relation = relations.get(link.relation, link.relation)
            if person is None:
                gone = self._context.texts(mark("The linked file is not in this office."))
                linked.append(Linked(link.case, "", relation, gone, (), False))
            else:
                linked.append(self._person(person, relation))
        self._view.show_linked(linked, self._relations())

    def _person(self, person: Person, relation: str) -> Linked:
        from desktop.services.outlook import Told, told

        texts, names = self._context.texts, self._context.names
        holds = texts(mark("no paper of today recorded"))
        if person.holds is not None:
            holds = names.paper_of(person.holds)
            end = person.holds.period.last_day
            if end is not None and end.day is not None:
                holds = texts(mark("{paper} until {day}"), paper=holds, day=texts.day(end.day))
        derives = tuple(
            Derives(result.verdict.value, names.title_short(result.norm.id), texts.pick(result.norm.title))
            for result in person.derived
            if result.verdict is not None and told(result) is Told.IN_FULL
        )
        return Linked(person.ref, person.name, relation, holds, derives, bool(relation))

    def _relations(self) -> list[tuple[str, str]]:
        texts = self._context.texts
        return [(each, texts(OPTIONS[each])) for each in _RELATIONS]
