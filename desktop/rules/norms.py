"""Norm, Version, Route: one title as the law has it from day to day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from desktop.cases.applications import DecisionKind
from desktop.errors import Problem
from desktop.texts import mark

from .answers import Split, by_fact, distinct_answers, splits_of
from .carriers import FactRef
from .conditions import All, Any, Capped, Fixed, Joined, Leaf, Node
from .entries import Checked, InForce, Pair
from .facts.value import FactValue
from .verdict import WORST, Effect, Verdict
from .vocabulary import Vocabulary


class NotCovered(Problem):
    """The pack holds no text of a norm for that day; today's text is never used instead."""


@dataclass(frozen=True, slots=True, eq=False)
class Route:
    """One way to the title. `conditions` are its own; those common to all routes stand at the examination."""

    id: str
    effect: Effect
    cap: Verdict
    cite: str
    title: Pair
    conditions: tuple[Node, ...]
    note: Pair | None = None


@dataclass(frozen=True, eq=False)
class Examination:
    """What is examined for one kind of decision: the routes, and the conditions common to all of them.

    The verdict is the best route, capped, together with the common conditions. That is the same as the best
    of (cap, route, common) over all routes, for minimum and maximum distribute over each other.
    """

    decision_kind: DecisionKind
    routes: tuple[Route, ...]
    common: tuple[Node, ...]
    splits: tuple[Split, ...]
    """Facts that count for and against: see `assess.settle`."""
    answers: Mapping[FactRef, tuple[FactValue, ...]]
    """For every fact an answer for each way its leaves can turn out."""

    @cached_property
    def whole(self) -> All:
        """The title as one tree."""
        capped = tuple(Capped(All(route.conditions), route.cap) for route in self.routes)
        return All((Any(capped), *self.common))

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """Every leaf, each once, in the order of the file."""
        return tuple(self.whole.leaves())

    @cached_property
    def readers(self) -> Mapping[FactRef, list[Leaf]]:
        """The leaves that read each fact, the facts in the order of the file."""
        return by_fact(self.leaves)

    @cached_property
    def nodes_of(self) -> Mapping[FactRef, frozenset[Node]]:
        """For each fact the outermost conditions that read it."""
        found: dict[FactRef, set[Node]] = {}
        for node in (*(each for route in self.routes for each in route.conditions), *self.common):
            for leaf in node.leaves():
                found.setdefault(leaf.ref, set()).add(node)
        return {ref: frozenset(nodes) for ref, nodes in found.items()}

    @cached_property
    def split_nodes(self) -> frozenset[Node]:
        """The outermost conditions that read a fact that counts both ways."""
        return frozenset[Node]().union(*(self.nodes_of[split.fact] for split in self.splits))

    @cached_property
    def order(self) -> Mapping[FactRef, int]:
        """Where each fact stands in the order of the file."""
        return {ref: place for place, ref in enumerate(self.readers)}

    @cached_property
    def trees(self) -> tuple[All, ...]:
        """Each route's own conditions and the common ones as one tree, without its cap."""
        return tuple(All((*route.conditions, *self.common)) for route in self.routes)

    @cached_property
    def removable(self) -> tuple[Leaf | Joined, ...]:
        """The bars that can end, each once."""
        marked = (node for node in self.whole.nodes() if isinstance(node, Leaf | Joined))
        return tuple(node for node in marked if node.removable is not None)

    @property
    def best(self) -> Verdict:
        """The best verdict this title can carry."""
        return max(route.cap for route in self.routes)


@dataclass(frozen=True, slots=True, eq=False)
class Version:
    """A norm as it stands from `in_force.since` to `in_force.until` (exclusive)."""

    norm_id: str
    cite: str
    in_force: InForce
    checked: Checked
    sources: tuple[str, ...]
    note: Pair | None
    certainty: str
    conditions_missing: bool
    """It was granted then, but the pack does not hold the conditions of that time."""
    examinations: Mapping[DecisionKind, Examination]

    def examination(self, decision_kind: DecisionKind) -> Examination | None:
        """What is examined for that decision; None if the title is not examined for it."""
        return self.examinations.get(decision_kind)


@dataclass(frozen=True, slots=True, eq=False)
class Norm:
    """One title with all its versions, oldest first. They never overlap."""

    id: str
    cite: str
    title: Pair
    short: Pair
    decisions: tuple[DecisionKind, ...]
    no_grant: Pair | None
    applied_for: bool
    """Whether an application to the foreigners office leads to it."""
    versions: tuple[Version, ...]

    @property
    def examined(self) -> bool:
        """Whether verdicts are given at all; a title only held, no longer granted, has none."""
        return bool(self.decisions)

    def version(self, on: date) -> Version:
        """The version in force on a day. Raises NotCovered."""
        for version in self.versions:
            if version.in_force.covers(on):
                return version
        first, last = self.versions[0], self.versions[-1]
        if on < first.in_force.since:
            raise NotCovered(
                mark("{cite} is not covered before {day}: this rule pack has no older text."),
                mark("Choose a later day, or check the old text by hand."),
                cite=self.cite,
                day=first.in_force.since,
            )
        if last.in_force.until is not None and on >= last.in_force.until:
            raise NotCovered(
                mark("{cite} is not covered from {day}: this rule pack has no newer text."),
                mark("Install a newer rule pack, or check the text by hand."),
                cite=self.cite,
                day=last.in_force.until,
            )
        raise NotCovered(mark("{cite} was not in force on {day}."), cite=self.cite, day=on)

    def decision(self, requested: DecisionKind) -> DecisionKind:
        """The decision that is examined: § 25(4) s. 2 is always an extension, whatever was asked for."""
        if requested not in self.decisions and len(self.decisions) == 1:
            return self.decisions[0]
        return requested

    def leaves(self) -> Iterator[Leaf]:
        """Every leaf of every version."""
        for version in self.versions:
            for examination in version.examinations.values():
                yield from examination.leaves


def examination(
    vocabulary: Vocabulary, decision_kind: DecisionKind, routes: tuple[Route, ...], common: tuple[Node, ...]
) -> Examination:
    """An examination with its split facts found."""
    leaves = Examination(decision_kind, routes, common, (), {}).leaves
    answers = {ref: distinct_answers(vocabulary[ref[0]], readers) for ref, readers in by_fact(leaves).items()}
    return Examination(decision_kind, routes, common, splits_of(answers, leaves), answers)


def closed(
    vocabulary: Vocabulary, decision_kind: DecisionKind, cite: str, reason: Pair, left: tuple[Route, ...] = ()
) -> Examination:
    """An examination that ends in a no, for a title that is not granted any more, but for the ways `left`."""
    fixed = Fixed(cite, reason, WORST)
    route = Route("closed", Effect.MAY, WORST, cite, reason, (fixed,))
    return examination(vocabulary, decision_kind, (route, *left), ())
