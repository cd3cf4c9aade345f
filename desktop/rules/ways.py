"""Ways through a tree: the smallest sets of changes with which it comes to at least one step of the scale.

A change is one bit. A leaf that is good enough already needs none; one that is good enough only after the
change of its fact needs that bit; any other leaf closes its way. Joined conditions join the sets. A set that
holds another one is dropped, so what is left is exactly the smallest ones. Their number can double with every
alternative, so at most `MOST_WAYS` are kept at a node, those with the fewest changes first, and `Ways.cut`
says that others were left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_

from .carriers import ScalarFacts
from .conditions import All, Capped, Fixed, Leaf, Node
from .verdict import Verdict

MOST_WAYS = 100
"""How many sets of changes are kept for one condition."""


@dataclass(frozen=True, slots=True)
class Ways:
    """Sets of changes, each as a number with one bit per change. `cut`: not all of them are here."""

    sets: tuple[int, ...]
    cut: bool = False

    def both(self, other: Ways) -> Ways:
        """With a set of each."""
        if self is OPEN or other is CLOSED:
            return other
        if other is OPEN or self is CLOSED:
            return self
        joined = [one | another for one in self.sets for another in other.sets]
        return self._joined(joined, other)

    def either(self, other: Ways) -> Ways:
        """With a set of one of them."""
        if self is CLOSED or other is OPEN:
            return other
        if other is CLOSED or self is OPEN:
            return self
        return self._joined([*self.sets, *other.sets], other)

    def _joined(self, sets: list[int], other: Ways) -> Ways:
        """Where the two have no change in common no set can hold another one: nothing to compare."""
        cut = self.cut or other.cut
        if reduce(or_, self.sets) & reduce(or_, other.sets):
            return smallest(sets, cut=cut)
        sets.sort(key=_size)
        return Ways(tuple(sets[:MOST_WAYS]), cut or len(sets) > MOST_WAYS)


OPEN = Ways((0,))
"""Nothing has to change."""
CLOSED = Ways(())
"""No change is enough."""

LeafWays = Callable[[Leaf, int], Ways]
"""For a leaf and a step of the scale: open, closed, or the one change that is needed."""


def ways(node: Node, step: int, of_leaf: LeafWays) -> Ways:
    """The smallest sets of changes with which the node comes to at least the step (a rank)."""
    if isinstance(node, Leaf):
        return of_leaf(node, step)
    if isinstance(node, Fixed):
        return OPEN if node.always.rank >= step else CLOSED
    if isinstance(node, Capped):
        return ways(node.inner, step, of_leaf) if node.cap.rank >= step else CLOSED
    if isinstance(node, All):
        found = OPEN
        for part in node.parts:
            found = found.both(ways(part, step, of_leaf))
            if found is CLOSED:
                return CLOSED
        return found
    found = CLOSED
    for part in node.parts:
        found = found.either(ways(part, step, of_leaf))
        if found is OPEN:
            return OPEN
    return found


def smallest(sets: Iterable[int], *, cut: bool = False, most: int | None = None) -> Ways:
    """The sets that hold no other one, at most so many (`MOST_WAYS`), the smallest first."""
    kept: list[int] = []
    for each in sorted(set(sets), key=_size):
        if all(smaller & each != smaller for smaller in kept):
            if len(kept) == (MOST_WAYS if most is None else most):
                return Ways(tuple(kept), cut=True)
            kept.append(each)
    if kept == [0]:
        return OPEN
    return Ways(tuple(kept), cut) if kept else CLOSED


def carrying(node: Node, facts: ScalarFacts, target: Verdict) -> Iterator[Leaf]:
    """The leaves of a condition, of alternatives only those that come to the verdict."""
    if isinstance(node, Leaf):
        yield node
    for part in node.parts:
        if isinstance(node, All | Capped) or part.verdict(facts) >= target:
            yield from carrying(part, facts, target)


def _size(each: int) -> tuple[int, int]:
    """The fewest changes first; among as many those with the lower bits, so callers rank changes by bit."""
    return each.bit_count(), each
