"""What a tree is evaluated on: the facts of one client, or of many at once.

A carrier knows what each leaf gives. Its verdicts may be of any kind that has a worse (`&`) and a better
(`|`).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Flag, auto
from functools import cache
from operator import itemgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from desktop.cases.answers import Waiver

from .comparison import Comparison
from .facts.value import Band, FactValue
from .verdict import BEST, Truth, Verdict

if TYPE_CHECKING:
    from .conditions import Leaf, Node

FactRef = tuple[str, str | None]
"""A fact and, for a fact with several topics, the topic."""


@dataclass(frozen=True, slots=True, eq=False)
class Probe:
    """One test of one fact: the same object at every leaf, of whatever title, that asks the same."""

    fact: str
    of: str | None
    test: Comparison
    ref: FactRef = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "ref", (self.fact, self.of))


@cache
def probe(fact: str, of: str | None, test: Comparison) -> Probe:
    """The one probe of a test."""
    return Probe(fact, of, test)


Tested = tuple[Truth, FactValue]
"""What a probe finds."""


class Lattice(Protocol):
    """What can carry verdicts: `&` is the worse, `|` the better of two."""

    def __and__(self: L, other: L, /) -> L: ...

    def __or__(self: L, other: L, /) -> L: ...


L = TypeVar("L", bound=Lattice)
V = TypeVar("V", bound=Lattice)


class Rests(Flag):
    """What may be another one from day to day, besides the day itself, though nothing new is recorded."""

    NOTHING = 0
    TERMS = auto()
    """What the law sets."""
    HISTORY = auto()
    """The borders of the status history as they count in law."""


class Several:
    """Conditions outside the norms that are asked together."""

    __slots__ = ("_pick", "conditions")

    def __init__(self, conditions: Iterable[Node]) -> None:
        self.conditions = tuple(dict.fromkeys(conditions))
        self._pick = itemgetter(*self.conditions) if len(self.conditions) > 1 else None

    def out_of(self, verdicts: Mapping[Node, Verdict]) -> tuple[Verdict, ...]:
        """What each came to, out of a table that holds or finds it."""
        if self._pick is None:
            return tuple([verdicts[each] for each in self.conditions])
        found: tuple[Verdict, ...] = self._pick(verdicts)
        return found


class Facts(ABC, Generic[V]):
    """What a tree is evaluated on: one client (`ScalarFacts`) or a whole caseload (`caseload.PlaneFacts`)."""

    @abstractmethod
    def leaf(self, leaf: Leaf) -> V:
        """The verdict of a leaf."""

    @abstractmethod
    def constant(self, verdict: Verdict) -> V:
        """A verdict that does not depend on anything."""

    @abstractmethod
    def unresolved(self, fact: FactRef) -> bool:
        """Whether the fact is unknown or disputed (for anybody)."""

    @abstractmethod
    def assuming(self, fact: FactRef, answer: FactValue) -> Facts[V]:
        """The same, but wherever the fact is unknown or disputed it has this value."""


class ScalarFacts(Facts[Verdict]):
    """The facts of one client."""

    known: Mapping[Probe, Tested] = MappingProxyType({})
    """What was found before; `tested` finds the rest."""

    @abstractmethod
    def fact(self, name: str, of: str | None = None) -> FactValue:
        """The value of a fact; `of` names the topic of a fact that has several."""

    @abstractmethod
    def waiver(self, leaf_key: str) -> Waiver | None:
        """A person's finding that this leaf (`norm id.leaf id`) does not stand in the way of this case."""

    def tested(self, probe: Probe) -> Tested:
        """What is known of a leaf's test, and the value that says so."""
        value = self.fact(probe.fact, probe.of)
        return probe.test.truth(value), value

    def leaf(self, leaf: Leaf) -> Verdict:
        probe = leaf.probe
        verdict = leaf.outcomes[(self.known.get(probe) or self.tested(probe))[0]]
        if verdict is not BEST and leaf.liftable and self.waiver(leaf.key) is not None:
            return BEST
        return verdict

    def verdict(self, condition: Node) -> Verdict:
        """How far a condition is met that stands outside the norms."""
        return condition.of_one(self)

    def outcome(self, several: Several) -> tuple[Verdict, ...]:
        """What several such conditions come to."""
        return tuple([self.verdict(each) for each in several.conditions])

    def rests_on(self, fact: FactRef) -> Rests | None:  # noqa: ARG002
        """Of what changes from day to day a fact that was asked for rests on no more than this.

        None if it may rest on the day itself, or that is not known.
        """
        return None

    def given(self, rests: Rests) -> Hashable:  # noqa: ARG002
        """How that stands on this day; where it stands alike a fact has the same value, proof apart."""
        return None

    def constant(self, verdict: Verdict) -> Verdict:
        return verdict

    def unresolved(self, fact: FactRef) -> bool:
        return is_unresolved(self.fact(*fact))

    def assuming(self, fact: FactRef, answer: FactValue) -> ScalarFacts:
        return _Assuming(self, fact, answer)


class _Assuming(ScalarFacts):
    def __init__(self, facts: ScalarFacts, fact: FactRef, answer: FactValue) -> None:
        self._facts, self._fact, self._answer = facts, fact, answer

    def fact(self, name: str, of: str | None = None) -> FactValue:
        value = self._facts.fact(name, of)
        return self._answer if (name, of) == self._fact and is_unresolved(value) else value

    def waiver(self, leaf_key: str) -> Waiver | None:
        return self._facts.waiver(leaf_key)


def is_unresolved(value: FactValue) -> bool:
    """Whether a value leaves open how a test may turn out."""
    return not value.known or (isinstance(value.value, Band) and not value.value.certain)
