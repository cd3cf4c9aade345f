"""Which other value a fact may have, who can bring it about, and what the conditions come to with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from desktop.cases.answers import Waiver

from .answers import answers_alike
from .carriers import FactRef, ScalarFacts, is_unresolved
from .conditions import Leaf
from .facts.value import Band, Duration, FactValue
from .verdict import BEST
from .vocabulary import ChangedBy, Fact


class ChangeKind(Enum):
    """What a step of a change is. The order is that of how near it is to the client."""

    TURNS_OUT = "turns_out"
    """Not known yet: it may turn out so."""
    CLIENT = "client"
    PERSON = "person"
    """Whoever assesses it would have to come to this."""
    TIME = "time"
    AUTHORITY = "authority"
    LAW = "law"
    """An open question of law would have to be decided this way."""
    OTHER = "other"
    """In the hands of other people, or a circumstance of which the pack does not say who can change it."""
    NEVER = "never"


WEIGHT = {kind: weight for weight, kind in enumerate(ChangeKind)}
"""How far a change is from the client."""
_OF = {
    None: ChangeKind.OTHER,
    ChangedBy.CLIENT: ChangeKind.CLIENT,
    ChangedBy.TIME: ChangeKind.TIME,
    ChangedBy.OTHERS: ChangeKind.OTHER,
    ChangedBy.AUTHORITY: ChangeKind.AUTHORITY,
    ChangedBy.PERSON: ChangeKind.PERSON,
    ChangedBy.NEVER: ChangeKind.NEVER,
}


class Supposed(ScalarFacts):
    """The facts of a client, some of them with another value."""

    def __init__(self, facts: ScalarFacts, values: Mapping[FactRef, FactValue]) -> None:
        self._facts, self._values = facts, values

    def fact(self, name: str, of: str | None = None) -> FactValue:
        found = self._values.get((name, of))
        return self._facts.fact(name, of) if found is None else found

    def waiver(self, leaf_key: str) -> Waiver | None:
        return self._facts.waiver(leaf_key)


@dataclass(frozen=True, slots=True)
class Option:
    """Another value of a fact, and what its leaves come to with it."""

    value: FactValue
    kind: ChangeKind
    ranks: tuple[int, ...]

    def covers(self, ranks: Sequence[int]) -> bool:
        return all(own >= other for own, other in zip(self.ranks, ranks, strict=True))


def alternatives(
    fact: Fact, ref: FactRef, leaves: Sequence[Leaf], now: Sequence[int], facts: ScalarFacts
) -> Iterator[Option]:
    """Every value with which at least one leaf comes out better than now, one for each outcome.

    `leaves` are those that read the fact, `now` their present ranks.
    """
    if all(rank == BEST.rank for rank in now):
        return
    value = facts.fact(*ref)
    for alike in answers_alike(fact, leaves):
        ranks = tuple(_rank(leaf, alike[0], facts) for leaf in leaves)
        if any(own > other for own, other in zip(ranks, now, strict=True)):
            kinds = [(kind_of(fact, value, answer), answer) for answer in _nearest(alike, value)]
            kind, answer = min(kinds, key=lambda each: WEIGHT[each[0]])
            yield Option(answer, kind, ranks)


def kind_of(fact: Fact, now: FactValue, then: FactValue) -> ChangeKind:
    """What it takes that a fact has another value. What is not known need not change: it may turn out so."""
    present = now.value if isinstance(now.value, Band) or now.known else None
    by = fact.changed_by(then.value, present)
    if by is ChangedBy.TIME and now.value is not None:
        return ChangeKind.TIME
    if not is_unresolved(now):
        return _OF[by]
    if fact.judgement:
        return ChangeKind.PERSON
    waits = now.unknown is not None or bool(now.ask)
    return ChangeKind.TURNS_OUT if waits else ChangeKind.LAW


def _rank(leaf: Leaf, answer: FactValue, facts: ScalarFacts) -> int:
    verdict = leaf.outcomes[leaf.test.truth(answer)]
    if verdict is not BEST and leaf.cls.liftable and facts.waiver(leaf.key) is not None:
        return BEST.rank
    return verdict.rank


def _nearest(alike: tuple[FactValue, ...], now: FactValue) -> list[FactValue]:
    """Numbers with the one first that lies nearest to the present value; anything else as it is."""
    if not isinstance(alike[0].value, int | Decimal | Duration) or isinstance(alike[0].value, bool):
        return list(alike)
    rising: list[Any] = sorted(each.value for each in alike)
    present: Any = now.value.safe if isinstance(now.value, Band) else now.value
    if present is not None and rising[-1] < present:
        rising.reverse()
    return [FactValue(each) for each in rising]
