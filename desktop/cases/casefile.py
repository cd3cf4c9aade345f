"""CaseFile: one client with everything known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from .agenda import Entry, Rest
from .answers import Answer, Judgement, Unknown, Waiver
from .applications import DecisionKind, Request
from .declarations import Declaration
from .letters import DecisionLetter
from .papers import Paper
from .people import Client, HouseholdLink
from .status import StatusPeriod

NOT_ASKED = Answer(Unknown.NOT_ASKED)


@dataclass(frozen=True, slots=True)
class Relative:
    """A person of the household whose own case is at hand; that case has no relatives of its own."""

    link: HouseholdLink
    case: CaseFile


@dataclass(frozen=True, slots=True)
class CaseFile:
    """One client. Change it with `replace` or the `with_...` methods; it never changes in place."""

    client: Client
    facts: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))
    judgements: Mapping[str, Judgement] = field(default_factory=lambda: MappingProxyType({}))
    waivers: Mapping[str, Waiver] = field(default_factory=lambda: MappingProxyType({}))
    papers: tuple[Paper, ...] = ()
    requests: tuple[Request, ...] = ()
    household: tuple[HouseholdLink, ...] = ()
    letters: tuple[DecisionLetter, ...] = ()
    entries: tuple[Entry, ...] = ()
    rest: Rest | None = None
    declarations: tuple[Declaration, ...] = ()
    relatives: tuple[Relative, ...] = ()
    """Those of the household whose cases could be read along with this one; never stored with it."""

    def answer(self, fact: str) -> Answer:
        """The answer to an input fact; `NOT_ASKED` if there is none."""
        return self.facts.get(fact, NOT_ASKED)

    def value(self, fact: str) -> Any:
        """The value of an input fact, or None if it is unknown (whatever the reason)."""
        answer = self.answer(fact)
        return answer.value if answer.known else None

    @property
    def status_periods(self) -> tuple[StatusPeriod, ...]:
        """The status history in order of time; empty if none is recorded."""
        periods: tuple[StatusPeriod, ...] = self.value("status_periods") or ()
        return tuple(sorted(periods, key=lambda each: each.period.start))

    def begun_by(self, day: date) -> tuple[StatusPeriod, ...]:
        """The periods that began by a day (inclusive), in order of time; the last is or was held last."""
        return tuple(each for each in self.status_periods if each.period.start.earliest <= day)

    def paper(self, paper_id: str) -> Paper | None:
        return next((paper for paper in self.papers if paper.id == paper_id), None)

    def request_for(self, title_id: str) -> Request | None:
        return next((request for request in self.requests if request.title_id == title_id), None)

    def decision_kinds(self, title_ids: Iterable[str], on: date) -> dict[str, DecisionKind]:
        """As requested; otherwise an extension if a period of the title covers the day, else a grant."""
        requested = {each.title_id: each.decision_kind for each in reversed(self.requests)}
        held = {each.title_id for each in self.status_periods if each.period.longest.covers(on)}
        extended, granted = DecisionKind.EXTENSION, DecisionKind.GRANT
        return {
            title: requested.get(title) or (extended if title in held else granted) for title in title_ids
        }

    def with_relatives(self, cases: Mapping[str, CaseFile]) -> CaseFile:
        """The same with the cases of the household beside it; by what the links name them."""
        found = tuple(
            Relative(link, replace(cases[link.case], relatives=()))
            for link in self.household
            if link.case in cases
        )
        return self if found == self.relatives else replace(self, relatives=found)

    def with_fact(self, fact: str, answer: Answer) -> CaseFile:
        return replace(self, facts=MappingProxyType({**self.facts, fact: answer}))

    def without_fact(self, fact: str) -> CaseFile:
        kept = {name: answer for name, answer in self.facts.items() if name != fact}
        return replace(self, facts=MappingProxyType(kept))

    def with_judgement(self, name: str, judgement: Judgement) -> CaseFile:
        return replace(self, judgements=MappingProxyType({**self.judgements, name: judgement}))
