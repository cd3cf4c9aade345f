"""The tree of conditions: it evaluates and explains itself, over any carrier of verdicts.

`All` is the minimum of its parts, `Any` and `Unless` the maximum, `Capped` the minimum with a constant.
There is no "not": negation sits in the test of a leaf. What a rule file writes under `barred_by` arrives here
already turned by De Morgan's laws (`reading.trees`), so that evaluating knows nothing of bars.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import reduce
from operator import and_, or_
from typing import NamedTuple

from desktop.cases.answers import Waiver

from .carriers import FactRef, Facts, Probe, ScalarFacts, V, probe
from .comparison import Comparison
from .entries import Pair
from .facts.value import FactValue, made
from .verdict import BEST, WORST, LeafClass, Truth, Verdict, outcomes


class Node:
    """A condition, or several joined. (No ABC: trees ask for the type of a node very often.)"""

    __slots__ = ()

    @property
    def parts(self) -> tuple[Node, ...]:
        """The conditions inside; empty for a leaf."""
        return ()

    def verdict(self, facts: Facts[V]) -> V:
        """How far the condition is met."""
        raise NotImplementedError

    def explain(self, facts: ScalarFacts) -> Finding:
        """The verdict with everything it rests on."""
        raise NotImplementedError

    def of_one(self, facts: ScalarFacts) -> Verdict:
        """The verdict for one client; reads no more than it takes to know it."""
        return self.verdict(facts)

    def leaves(self) -> Iterator[Leaf]:
        """Every leaf in the order of the file."""
        for part in self.parts:
            yield from part.leaves()

    def nodes(self) -> Iterator[Node]:
        """This and every condition inside, from the outside in."""
        yield self
        for part in self.parts:
            yield from part.nodes()

    def without(self, dropped: Container[Node]) -> Node | None:
        """The tree without some conditions, which then count as met; None if nothing is left to meet."""
        return None if self in dropped else self


@dataclass(frozen=True, slots=True, eq=False)
class Removable:
    """How a bar can end: the verdict without it is shown beside the verdict with it."""

    cite: str
    how: Pair
    when: Node | None = None
    """Only while this condition is met; always if None."""


@dataclass(frozen=True, slots=True, eq=False)
class Leaf(Node):
    """One test of one fact. `cite` is complete ("§ 25b Abs. 1 S. 2 Nr. 4 AufenthG")."""

    id: str
    key: str
    """Norm id and leaf id (`25b_1.u4`): what a person's finding for a single case refers to."""
    cite: str
    label: Pair
    fact: str
    of: str | None
    test: Comparison
    cls: LeafClass
    judgement: bool
    removable: Removable | None = None
    note: Pair | None = None
    certainty: str = "read"
    outcomes: Mapping[Truth, Verdict] = field(init=False, repr=False)
    probe: Probe = field(init=False, repr=False)
    ref: FactRef = field(init=False, repr=False)
    liftable: bool = field(init=False, repr=False)
    """Whether a person may find that it does not stand in the way of this case."""
    span: tuple[int, int] = field(init=False, repr=False)
    """The worst and the best rank that an answer can bring it to."""

    def __post_init__(self) -> None:
        row = outcomes(self.cls, self.judgement)
        ends = sorted((row[Truth.YES].rank, row[Truth.NO].rank))
        object.__setattr__(self, "outcomes", row)
        object.__setattr__(self, "probe", probe(self.fact, self.of, self.test))
        object.__setattr__(self, "ref", self.probe.ref)
        object.__setattr__(self, "liftable", self.cls.liftable)
        object.__setattr__(self, "span", (ends[0], ends[1]))

    def verdict(self, facts: Facts[V]) -> V:
        return facts.leaf(self)

    def of_one(self, facts: ScalarFacts) -> Verdict:
        verdict = self.outcomes[(facts.known.get(self.probe) or facts.tested(self.probe))[0]]
        return facts.leaf(self) if self.liftable and verdict is not BEST else verdict

    def explain(self, facts: ScalarFacts) -> Finding:
        truth, value = facts.known.get(self.probe) or facts.tested(self.probe)
        verdict = self.outcomes[truth]
        if verdict is BEST or not self.liftable:
            return made(Finding, (self, verdict, (), truth, value, None))
        waiver = facts.waiver(self.key)
        return Finding(self, verdict if waiver is None else BEST, (), truth, value, waiver)

    def leaves(self) -> Iterator[Leaf]:
        yield self


@dataclass(frozen=True, slots=True, eq=False)
class Fixed(Node):
    """A verdict the law gives whatever the facts are: a title that is no longer granted."""

    cite: str
    label: Pair
    always: Verdict

    def verdict(self, facts: Facts[V]) -> V:
        return facts.constant(self.always)

    def explain(self, facts: ScalarFacts) -> Finding:  # noqa: ARG002
        return Finding(self, self.always)


@dataclass(frozen=True, slots=True, eq=False)
class Joined(Node):
    """Several conditions. `bar`: the file describes a bar here, so it wrote the other of `all` and `any`."""

    _parts: tuple[Node, ...]
    id: str = ""
    cite: str = ""
    label: Pair | None = None
    bar: bool = False
    removable: Removable | None = None
    note: Pair | None = None

    def __post_init__(self) -> None:
        """Nothing to check unless a subclass does."""

    @property
    def parts(self) -> tuple[Node, ...]:
        return self._parts


class All(Joined):
    """Every part must hold: the worst part decides. Of nothing it is the best verdict."""

    __slots__ = ()

    def verdict(self, facts: Facts[V]) -> V:
        if not self._parts:
            return facts.constant(BEST)
        return reduce(and_, [part.verdict(facts) for part in self._parts])

    def explain(self, facts: ScalarFacts) -> Finding:
        parts = explain_each(self._parts, facts)
        return made(Finding, (self, worst_of(parts), parts, None, None, None))

    def of_one(self, facts: ScalarFacts) -> Verdict:
        found = BEST
        for part in self._parts:
            verdict = part.of_one(facts)
            if verdict.rank < found.rank:
                if verdict is WORST:
                    return verdict
                found = verdict
        return found

    def without(self, dropped: Container[Node]) -> Node | None:
        kept = _kept(self._parts, dropped)
        return None if self in dropped or not kept else All(kept)


class Any(Joined):
    """At least one part must hold: the best part decides. Never empty."""

    __slots__ = ()

    def __post_init__(self) -> None:
        if not self._parts:
            raise ValueError("any of nothing")

    def verdict(self, facts: Facts[V]) -> V:
        return reduce(or_, [part.verdict(facts) for part in self._parts])

    def explain(self, facts: ScalarFacts) -> Finding:
        parts = explain_each(self._parts, facts)
        verdict = parts[0].verdict
        for part in parts:
            if part.verdict.rank > verdict.rank:
                verdict = part.verdict
        return made(Finding, (self, verdict, parts, None, None, None))

    def of_one(self, facts: ScalarFacts) -> Verdict:
        found = WORST
        for part in self._parts:
            verdict = part.of_one(facts)
            if verdict.rank > found.rank:
                if verdict is BEST:
                    return verdict
                found = verdict
        return found

    def without(self, dropped: Container[Node]) -> Node | None:
        kept = _kept(self._parts, dropped)
        return None if self in dropped or len(kept) < len(self._parts) else Any(kept)


@dataclass(frozen=True, slots=True, eq=False)
class Unless(Node):
    """A condition that an exception lifts when the exception itself is met."""

    condition: Node
    exception: Node

    @property
    def parts(self) -> tuple[Node, ...]:
        return self.condition, self.exception

    def verdict(self, facts: Facts[V]) -> V:
        return self.condition.verdict(facts) | self.exception.verdict(facts)

    def explain(self, facts: ScalarFacts) -> Finding:
        condition, exception = self.condition.explain(facts), self.exception.explain(facts)
        return Finding(self, condition.verdict | exception.verdict, (condition, exception))

    def of_one(self, facts: ScalarFacts) -> Verdict:
        condition = self.condition.of_one(facts)
        return condition if condition is BEST else condition | self.exception.of_one(facts)

    def without(self, dropped: Container[Node]) -> Node | None:
        condition = None if self in dropped else self.condition.without(dropped)
        return None if condition is None else Unless(condition, self.exception)


@dataclass(frozen=True, slots=True, eq=False)
class Capped(Node):
    """A condition whose verdict never exceeds a cap."""

    inner: Node
    cap: Verdict

    @property
    def parts(self) -> tuple[Node, ...]:
        return (self.inner,)

    def verdict(self, facts: Facts[V]) -> V:
        return facts.constant(self.cap) & self.inner.verdict(facts)

    def explain(self, facts: ScalarFacts) -> Finding:
        inner = self.inner.explain(facts)
        return Finding(self, self.cap & inner.verdict, (inner,))

    def without(self, dropped: Container[Node]) -> Node | None:
        return Capped(self.inner.without(dropped) or All(()), self.cap)


def _kept(parts: tuple[Node, ...], dropped: Container[Node]) -> tuple[Node, ...]:
    return tuple(kept for part in parts if (kept := part.without(dropped)) is not None)


class Finding(NamedTuple):
    """The verdict of a node and what it rests on. `truth`, `value` and `waiver` stand at leaves only."""

    node: Node
    verdict: Verdict
    parts: tuple[Finding, ...] = ()
    truth: Truth | None = None
    value: FactValue | None = None
    waiver: Waiver | None = None

    def reasons(self) -> list[Finding]:
        """The leaves that decided: only parts that share the verdict can have carried it."""
        if not self.parts:
            return [self] if isinstance(self.node, Leaf | Fixed) else []
        found: list[Finding] = []
        self._add_reasons(found)
        return found

    def _add_reasons(self, found: list[Finding]) -> None:
        node, verdict, parts, _, _, _ = self
        if isinstance(node, Capped):
            verdict = parts[0].verdict  # also where the cap decided
        for part in parts:
            if part[1] is verdict:
                if part[2]:
                    part._add_reasons(found)
                elif isinstance(part[0], Leaf | Fixed):
                    found.append(part)

    def leaves(self) -> Iterator[Finding]:
        """Every leaf, met or not, in the order of the file."""
        if isinstance(self.node, Leaf | Fixed):
            yield self
        for part in self.parts:
            yield from part.leaves()

    @property
    def leaf(self) -> Leaf:
        """The leaf this is about. Raises TypeError elsewhere."""
        if not isinstance(self.node, Leaf):
            raise TypeError(f"not a leaf: {type(self.node).__name__}")
        return self.node


def worst_of(findings: tuple[Finding, ...]) -> Verdict:
    """The verdict of several together; the best one of nothing."""
    verdict = BEST
    for finding in findings:
        if finding.verdict.rank < verdict.rank:
            verdict = finding.verdict
    return verdict


def explain_each(nodes: Iterable[Node], facts: ScalarFacts) -> tuple[Finding, ...]:
    """Every node explained, as `explain` does it; leaves at once, for an assessment has very many."""
    known = facts.known
    found = []
    for node in nodes:
        if isinstance(node, Leaf):
            truth, value = known.get(node.probe) or facts.tested(node.probe)
            verdict = node.outcomes[truth]
            if verdict is BEST or not node.liftable:
                found.append(made(Finding, (node, verdict, (), truth, value, None)))
                continue
        found.append(node.explain(facts))
    return tuple(found)
