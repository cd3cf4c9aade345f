"""Slots: every test that the norms of a day make, each with its place among what is kept of a client.

What is kept of a client is one byte a slot: what is known of that test (no, yes, unknown, disputed). A test
of a fact that hangs on the decision has a slot for every title that makes it, any other one slot for all.
Further slots keep, for each title, which decision is examined, and whether a fact that counts both ways is
open. Nothing else is needed to come to every verdict again, for one client or for a whole caseload.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import NamedTuple

from desktop.cases.applications import DecisionKind
from desktop.errors import Problem

from .carriers import FactRef, Probe, ScalarFacts
from .conditions import Leaf
from .norms import Examination
from .packs import Pack
from .verdict import Truth

NO, YES, UNKNOWN, DISPUTED = b"0123"
"""What is known of a test. The two low bits are kept apart in a caseload."""
GRANT, EXTENSION, NOT_COVERED = b"012"
"""Which decision of a title is examined; not covered if the pack lacks a number that its facts need."""
_UNSET = ord("4")
_CODES = {Truth.NO: NO, Truth.YES: YES, Truth.UNKNOWN: UNKNOWN, Truth.DISPUTED: DISPUTED}
_READ = bytes.maketrans(bytes([_UNSET]), bytes([UNKNOWN]))

Examinations = Mapping[DecisionKind, Examination]
FactsFor = Callable[[str, DecisionKind], ScalarFacts]
HangsOnTitle = Callable[[str], bool]


class Kept(NamedTuple):
    """What is kept of a client: a byte for every slot, and the leaves a person lifted (`25b_1.u4`)."""

    codes: bytes
    lifted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """The slots of one examination."""

    examination: Examination
    tests: tuple[tuple[int, Probe], ...]
    open: tuple[tuple[int, FactRef], ...]
    """Of the facts that count both ways: whether they are open."""
    liftable: tuple[str, ...]
    place: Mapping[Probe, int]
    open_place: Mapping[FactRef, int]


@dataclass(frozen=True, slots=True, eq=False)
class TitleSlots:
    """One title: the slot of its decision, and the slots of what is examined for each."""

    id: str
    place: int
    plans: Mapping[DecisionKind, Plan]


@dataclass(frozen=True, slots=True, eq=False)
class Readers:
    """Who reads a slot: titles, and their leaves."""

    titles: frozenset[str]
    leaves: tuple[tuple[Plan, Leaf], ...]


class Slots:
    """The slots of some titles, numbered in their order."""

    def __init__(self, titles: Iterable[tuple[str, Examinations]], hangs_on_title: HangsOnTitle) -> None:
        self._numbers: dict[tuple[object, ...], int] = {}
        self._hangs_on_title = hangs_on_title
        found = [
            TitleSlots(
                title,
                self._number("decision", title),
                {kind: self._plan(title, each) for kind, each in examinations.items()},
            )
            for title, examinations in titles
        ]
        self.titles = {each.id: each for each in found}
        self._blank = bytes([_UNSET]) * len(self)

    @classmethod
    def on(cls, pack: Pack, day: date, hangs_on_title: HangsOnTitle) -> Slots:
        """The slots of every title of which the pack has a text for the day."""
        covered = (
            (norm.id, version.examinations)
            for norm in pack.norms
            for version in norm.versions
            if version.in_force.covers(day)
        )
        return cls(covered, hangs_on_title)

    def __len__(self) -> int:
        return len(self._numbers)

    @cached_property
    def readers(self) -> tuple[Readers, ...]:
        """For each slot who reads it."""
        titles: list[set[str]] = [set() for _ in range(len(self))]
        leaves: list[list[tuple[Plan, Leaf]]] = [[] for _ in range(len(self))]
        for title in self.titles.values():
            titles[title.place].add(title.id)
            for plan in title.plans.values():
                for place in (*plan.place.values(), *plan.open_place.values()):
                    titles[place].add(title.id)
                for leaf in plan.examination.leaves:
                    leaves[plan.place[leaf.probe]].append((plan, leaf))
        return tuple(
            Readers(frozenset(names), tuple(each)) for names, each in zip(titles, leaves, strict=True)
        )

    def name(self, *also: str) -> str:
        """A short name that two numberings share only if they mean the same, under the same `also`."""
        told = [str(key) for key in self._numbers]
        return sha256("\n".join((*told, *also)).encode()).hexdigest()[:24]

    def kept(self, facts_for: FactsFor, kinds: Mapping[str, DecisionKind]) -> Kept:
        """What is to be kept of a client, examined for these decisions; for a grant where none is named."""
        codes = bytearray(self._blank)
        lifted: list[str] = []
        for title in self.titles.values():
            kind = kinds.get(title.id, DecisionKind.GRANT)
            codes[title.place] = EXTENSION if kind is DecisionKind.EXTENSION else GRANT
            plan = title.plans.get(kind)
            if plan is None:
                continue
            facts = facts_for(title.id, kind)
            known = facts.known
            try:
                for place, probe in plan.tests:
                    if codes[place] == _UNSET:
                        codes[place] = _CODES[(known.get(probe) or facts.tested(probe))[0]]
                for place, ref in plan.open:
                    codes[place] = YES if facts.unresolved(ref) else NO
            except Problem:  # a number that a fact needs is not known for the day
                codes[title.place] = NOT_COVERED
            lifted += [key for key in plan.liftable if facts.waiver(key) is not None]
        return Kept(bytes(codes).translate(_READ), tuple(lifted))

    def _plan(self, title: str, examination: Examination) -> Plan:
        place = {leaf.probe: self._of(leaf.probe, title) for leaf in examination.leaves}
        open_place = {split.fact: self._number("open", title, *split.fact) for split in examination.splits}
        return Plan(
            examination,
            tuple((number, probe) for probe, number in place.items()),
            tuple((number, ref) for ref, number in open_place.items()),
            tuple(dict.fromkeys(leaf.key for leaf in examination.leaves if leaf.liftable)),
            place,
            open_place,
        )

    def _of(self, probe: Probe, title: str) -> int:
        own = title if self._hangs_on_title(probe.fact) else ""
        return self._number(own, probe.fact, probe.of, str(probe.test), probe.test.reading.value)

    def _number(self, *key: object) -> int:
        return self._numbers.setdefault(key, len(self._numbers))
