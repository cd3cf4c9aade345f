"""What would have to change: the smallest sets of facts that lead a title to a better verdict.

A change gives one fact one other value; everything else stays as it is. A set of changes is *sufficient*:
the tree evaluated with it comes to the verdict, which is checked for every set before it is told. It is
*minimal*: with any of its facts left as it is, the rest is not enough.

Most facts count one way only, so the best value that somebody can bring about is tried (and replaced by the
least that is still enough). A fact that counts both ways is tried with each value; of those facts at most
`MOST_COMBINATIONS` combinations are tried. Where this bound or `ways.MOST_WAYS` is reached, the result says
so (`Goal.cut`).

Who can change a fact stands in the vocabulary (`changes`). A known fact that cannot change, or that nobody
should be led to change, is never part of a set; if it keeps a title from its cap it is named in `fixed`. A
fact that is not known is no change at all: it may turn out either way.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, islice, product

from .alternatives import WEIGHT, ChangeKind, Option, Supposed, alternatives
from .answers import by_fact
from .assess import assumptions, settle
from .carriers import FactRef, ScalarFacts
from .conditions import Leaf
from .facts.value import FactValue
from .norms import Examination
from .verdict import WORST, Verdict
from .vocabulary import Vocabulary
from .ways import CLOSED, OPEN, Ways, carrying, smallest, ways

MOST_COMBINATIONS = 400
"""How many combinations of facts that count both ways are tried."""
MOST_TOLD = 10
"""How many sets a goal holds; the others are counted."""


@dataclass(frozen=True, slots=True)
class Step:
    """One fact with another value. `leaves`: the conditions that this decides, in the order of the norm."""

    fact: FactRef
    now: FactValue
    then: FactValue
    kind: ChangeKind
    leaves: tuple[Leaf, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """Steps that together lead to a verdict; none of them can be left out."""

    verdict: Verdict
    steps: tuple[Step, ...]

    def of(self, kind: ChangeKind) -> tuple[Step, ...]:
        """The steps of one kind."""
        return tuple(step for step in self.steps if step.kind is kind)


@dataclass(frozen=True, slots=True)
class Goal:
    """A verdict that can be reached, and how: the smallest changes first.

    `more`: so many further sets were found. `cut`: the search was bounded, there may be others.
    """

    verdict: Verdict
    changes: tuple[Change, ...]
    more: int
    cut: bool


@dataclass(frozen=True, slots=True)
class Changes:
    """What would have to change for one title.

    `best`: the best verdict that can be reached, None if none is better than now. `not_no`: where the title
    is not available, the nearest way out of the no, if that is less than the best. `fixed`: what keeps the
    title from its cap and cannot change, what weighs most first.
    """

    now: Verdict
    cap: Verdict
    best: Goal | None
    not_no: Goal | None
    fixed: tuple[Step, ...]

    @property
    def cut(self) -> bool:
        """Whether a bound of the search was reached."""
        return any(goal.cut for goal in (self.best, self.not_no) if goal is not None)


def changes(examination: Examination, facts: ScalarFacts, vocabulary: Vocabulary) -> Changes:
    """What would have to change so that this title comes to a better verdict."""
    search = _Search(examination, facts, vocabulary)
    now, cap = search.verdict({}), examination.best
    steps = [verdict for verdict in reversed(Verdict) if now < verdict <= cap]
    best = _first(search.goal(verdict, _possible) for verdict in steps)
    not_no = None
    if now is WORST and best is not None:
        nearest = _first(search.goal(each, _possible) for each in reversed(steps) if each < best.verdict)
        not_no = nearest if nearest is not None and _nearer(nearest, best) else None
    fixed: tuple[Step, ...] = ()
    reached = now if best is None else best.verdict
    if reached < cap:
        wished = _first(search.goal(verdict, _any) for verdict in steps if verdict > reached)
        if wished is not None:
            fewest = min((change.of(ChangeKind.NEVER) for change in wished.changes), key=len)
            fixed = tuple(sorted(fewest, key=search.standing))
    return Changes(now, cap, best, not_no, fixed)


def _first(goals: Iterable[Goal | None]) -> Goal | None:
    return next((goal for goal in goals if goal is not None), None)


def _nearer(nearest: Goal, best: Goal) -> bool:
    """Whether the way out of the no is really shorter than the one to the best verdict."""
    return len(nearest.changes[0].steps) < len(best.changes[0].steps)


def _possible(kind: ChangeKind) -> bool:
    return kind is not ChangeKind.NEVER


def _any(kind: ChangeKind) -> bool:  # noqa: ARG001
    return True


Chosen = dict[FactRef, Option]


class _Search:
    def __init__(self, examination: Examination, facts: ScalarFacts, vocabulary: Vocabulary) -> None:
        self._examination, self._facts, self._vocabulary = examination, facts, vocabulary
        self._readers = by_fact(examination.leaves)
        self._ranks = {
            ref: tuple(facts.leaf(leaf).rank for leaf in leaves) for ref, leaves in self._readers.items()
        }
        self._options = {
            ref: tuple(alternatives(vocabulary[ref[0]], ref, leaves, self._ranks[ref], facts))
            for ref, leaves in self._readers.items()
        }

    # Goals

    def goal(self, target: Verdict, allowed: Callable[[ChangeKind], bool]) -> Goal | None:
        """The smallest changes that lead to at least a verdict; None if none does."""
        options = {
            ref: [option for option in each if allowed(option.kind)] for ref, each in self._options.items()
        }
        both_ways = {split.fact for split in self._examination.splits if self._facts.unresolved(split.fact)}
        one: Chosen = {}
        several: dict[FactRef, list[Option]] = {}
        for ref, each in options.items():
            best = max(each, key=lambda option: sum(option.ranks), default=None)
            if best is None:
                continue
            others = (*(option.ranks for option in each), self._ranks[ref])
            if ref not in both_ways and all(best.covers(ranks) for ranks in others):
                one[ref] = best
            else:
                several[ref] = each
        found, cut = self._found(target, one, several)
        sets = sorted(self._smallest(found), key=self._rank)
        told = list(islice(self._told(target, sets, several if cut else None, options), MOST_TOLD))
        told.sort(key=self._order)
        return Goal(target, tuple(told), max(0, len(sets) - len(told)), cut) if told else None

    def _found(
        self, target: Verdict, one: Chosen, several: Mapping[FactRef, list[Option]]
    ) -> tuple[list[Chosen], bool]:
        near = sorted(one, key=lambda ref: WEIGHT[one[ref].kind])
        bits = {ref: 1 << place for place, ref in enumerate(near)}
        best = {
            leaf: rank
            for ref, option in one.items()
            for leaf, rank in zip(self._readers[ref], option.ranks, strict=True)
        }
        found: list[Chosen] = []
        tried = islice(_combinations(several), MOST_COMBINATIONS + 1)
        cut = False
        for number, chosen in enumerate(tried):
            if number == MOST_COMBINATIONS:
                cut = True
                break
            reached = self._ways(target, chosen, bits, best)
            cut |= reached.cut
            for each in reached.sets:
                found.append(chosen | {ref: one[ref] for ref, bit in bits.items() if each & bit})
        return found, cut

    def _ways(
        self, target: Verdict, chosen: Chosen, bits: Mapping[FactRef, int], best: Mapping[Leaf, int]
    ) -> Ways:
        """As `assess.settle` does it: between the worst and the best answer of what is open both ways."""
        supposed = Supposed(self._facts, {ref: option.value for ref, option in chosen.items()})

        def through(facts: ScalarFacts) -> Ways:
            def of_leaf(leaf: Leaf, step: int) -> Ways:
                if facts.leaf(leaf).rank >= step:
                    return OPEN
                return Ways((bits[leaf.ref],)) if best.get(leaf, 0) >= step else CLOSED

            return ways(self._examination.whole, target.rank, of_leaf)

        plain, worst, at_best = through(supposed), OPEN, CLOSED
        answers = [
            through(each)
            for each, _ in assumptions(supposed, self._examination.splits)
            if isinstance(each, ScalarFacts)
        ]
        if not answers:
            return plain
        for each in answers:
            worst, at_best = worst.both(each), at_best.either(each)
        return plain.either(worst).both(at_best)

    def _smallest(self, found: list[Chosen]) -> list[Chosen]:
        """Those that hold no other one."""
        bits = {ref: 1 << place for place, ref in enumerate(self._readers)}
        by_facts: dict[int, Chosen] = {}
        for each in sorted(found, key=self._rank):
            by_facts.setdefault(sum(bits[ref] for ref in each), each)
        return [by_facts[each] for each in smallest(by_facts, most=len(by_facts)).sets if each]

    def _told(
        self,
        target: Verdict,
        sets: list[Chosen],
        cut: Container[FactRef] | None,
        options: Mapping[FactRef, list[Option]],
    ) -> Iterator[Change]:
        """The sets that suffice, each once.

        `cut`, the facts that count both ways: the search was bounded, so a set may hold a smaller one that
        was left out; then it is made smaller. None if nothing was left out.
        """
        told: list[frozenset[FactRef]] = []
        for chosen in sets:
            if not self._enough(target, chosen):
                continue
            less = chosen if cut is None else self._reduced(target, chosen, cut)
            refs = frozenset(less)
            if any(other <= refs for other in told):
                continue
            told.append(refs)
            yield self._change(target, less, options)

    @staticmethod
    def _rank(chosen: Chosen) -> tuple[int, int]:
        return len(chosen), sum(WEIGHT[option.kind] for option in chosen.values())

    def _reduced(self, target: Verdict, chosen: Chosen, both_ways: Container[FactRef]) -> Chosen:
        """The smallest part of a set that is enough. What counts both ways is tried in every combination."""
        fixed = [ref for ref in chosen if ref in both_ways]
        for size in range(len(fixed) + 1):
            for kept in combinations(fixed, size):
                part = {ref: each for ref, each in chosen.items() if ref in kept or ref not in both_ways}
                if not self._enough(target, part):
                    continue
                for ref in [each for each in part if each not in both_ways]:
                    less = {other: option for other, option in part.items() if other != ref}
                    part = less if self._enough(target, less) else part
                return part
        return chosen

    def _enough(self, target: Verdict, chosen: Chosen) -> bool:
        return self.verdict({ref: option.value for ref, option in chosen.items()}) >= target

    def standing(self, step: Step) -> int:
        """How far the conditions of a step stand from what they should be: the worst comes first."""
        now = dict(zip(self._readers[step.fact], self._ranks[step.fact], strict=True))
        return min(now[leaf] for leaf in step.leaves)

    def verdict(self, values: Mapping[FactRef, FactValue]) -> Verdict:
        """What the title comes to with other values of some facts."""
        supposed = Supposed(self._facts, values)
        return settle(self._examination.whole, supposed, self._examination.splits)

    # Telling

    def _change(self, target: Verdict, chosen: Chosen, options: Mapping[FactRef, list[Option]]) -> Change:
        """The steps of a set, each with the least that is still enough."""
        for ref in chosen:
            for less in sorted(options[ref], key=lambda each: (WEIGHT[each.kind], sum(each.ranks))):
                if less is chosen[ref] or self._enough(target, chosen | {ref: less}):
                    chosen = chosen | {ref: less}
                    break
        values = {ref: option.value for ref, option in chosen.items()}
        decided = self._decided(target, values)
        steps = tuple(
            Step(
                ref,
                self._facts.fact(*ref),
                option.value,
                option.kind,
                tuple(self._bettered(ref, option, target, decided)),
            )
            for ref, option in chosen.items()
        )
        place = {ref: number for number, ref in enumerate(self._readers)}
        ordered = sorted(steps, key=lambda step: (WEIGHT[step.kind], place[step.fact]))
        return Change(self.verdict(values), tuple(ordered))

    def _decided(self, target: Verdict, values: Mapping[FactRef, FactValue]) -> frozenset[Leaf]:
        """The leaves that carry the verdict: of the first route that comes to it, and those common to all."""
        supposed = Supposed(self._facts, values)
        for route in self._examination.routes:
            if route.cap >= target and all(node.verdict(supposed) >= target for node in route.conditions):
                nodes = (*route.conditions, *self._examination.common)
                return frozenset(leaf for node in nodes for leaf in carrying(node, supposed, target))
        return frozenset(self._examination.leaves)

    def _bettered(
        self, ref: FactRef, option: Option, target: Verdict, decided: frozenset[Leaf]
    ) -> Iterator[Leaf]:
        """The conditions of the way that the new value brings to the verdict, each text once."""
        leaves = list(zip(self._readers[ref], option.ranks, self._ranks[ref], strict=True))
        better = [leaf for leaf, then, now in leaves if now < target.rank <= then]
        there = [leaf for leaf in better if leaf in decided] or better
        there = there or [leaf for leaf, then, now in leaves if then > now]
        told: list[Leaf] = []
        for leaf in there:
            if all(leaf.label != other.label for other in told):
                told.append(leaf)
        yield from told

    def _order(self, change: Change) -> tuple[int, int, int]:
        effort = sum(int(self._vocabulary[step.fact[0]].effort) for step in change.steps)
        return len(change.steps), sum(WEIGHT[step.kind] for step in change.steps), effort


def _combinations(several: Mapping[FactRef, list[Option]]) -> Iterator[Chosen]:
    """Every choice of values for some of the facts, the fewest facts first."""
    for size in range(len(several) + 1):
        for refs in combinations(several, size):
            for options in product(*(several[ref] for ref in refs)):
                yield dict(zip(refs, options, strict=True))
