"""A whole caseload at once: one bit per client, and the same trees.

`Planes` holds the verdicts of all clients in thermometer code: five long integers, the first with a bit for
every client better than the worst verdict, the next for every client better than the second worst, and so on.
In this code the minimum of two verdicts is `&` and the maximum `|`, bit by bit, for all clients at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import and_, or_

from desktop.cases.applications import DecisionKind

from .assess import settle
from .carriers import FactRef, Facts, ScalarFacts
from .conditions import Leaf
from .facts.value import FactValue
from .norms import Version
from .verdict import BEST, Verdict

STEPS = len(Verdict) - 1


@dataclass(frozen=True, slots=True)
class Planes:
    """The verdicts of many clients. `steps[k]` has a bit for every client better than step k of the scale."""

    steps: tuple[int, ...]

    @classmethod
    def of(cls, verdicts: Iterable[Verdict]) -> Planes:
        """One client after the other, the first in the lowest bit."""
        steps = [0] * STEPS
        for position, verdict in enumerate(verdicts):
            for step in range(verdict.rank):
                steps[step] |= 1 << position
        return cls(tuple(steps))

    @classmethod
    def same(cls, verdict: Verdict, clients: int) -> Planes:
        """The same verdict for every client."""
        everybody = (1 << clients) - 1
        return cls(tuple(everybody if step < verdict.rank else 0 for step in range(STEPS)))

    def __and__(self, other: Planes) -> Planes:
        return Planes(tuple(map(and_, self.steps, other.steps)))

    def __or__(self, other: Planes) -> Planes:
        return Planes(tuple(map(or_, self.steps, other.steps)))

    def verdict(self, client: int) -> Verdict:
        """The verdict of one client."""
        return _BY_RANK[sum(step >> client & 1 for step in self.steps)]

    def clients(self, verdict: Verdict, among: int) -> Iterator[int]:
        """Which of so many clients have exactly this verdict, in order."""
        reached = self.steps[verdict.rank - 1] if verdict.rank else (1 << among) - 1
        exceeded = self.steps[verdict.rank] if verdict is not BEST else 0
        left = reached & ~exceeded
        while left:
            lowest = left & -left
            yield lowest.bit_length() - 1
            left ^= lowest

    def count(self, verdict: Verdict, among: int) -> int:
        """How many of so many clients have exactly this verdict."""
        reached = self.steps[verdict.rank - 1].bit_count() if verdict.rank else among
        return reached - (self.steps[verdict.rank].bit_count() if verdict is not BEST else 0)

    def with_client(self, client: int, verdict: Verdict) -> Planes:
        """The same with another verdict for one client."""
        bit = 1 << client
        return Planes(
            tuple(
                step | bit if number < verdict.rank else step & ~bit for number, step in enumerate(self.steps)
            )
        )

    def where(self, clients: int, other: Planes) -> Planes:
        """This for everybody except the clients of a mask, for whom the other holds."""
        return Planes(
            tuple(
                here & ~clients | there & clients for here, there in zip(self.steps, other.steps, strict=True)
            )
        )


_BY_RANK = tuple(Verdict)


class PlaneFacts(Facts[Planes]):
    """The facts of a caseload. Leaf planes are kept; `replace` re-evaluates one client in the kept ones."""

    def __init__(self, clients: Sequence[ScalarFacts]) -> None:
        self._clients = list(clients)
        self._leaves: dict[Leaf, Planes] = {}
        self._unresolved: dict[FactRef, int] = {}

    def __len__(self) -> int:
        return len(self._clients)

    def leaf(self, leaf: Leaf) -> Planes:
        found = self._leaves.get(leaf)
        if found is None:
            found = self._leaves[leaf] = Planes.of(facts.leaf(leaf) for facts in self._clients)
        return found

    def constant(self, verdict: Verdict) -> Planes:
        return Planes.same(verdict, len(self._clients))

    def unresolved(self, fact: FactRef) -> bool:
        return self.unresolved_mask(fact) != 0

    def unresolved_mask(self, fact: FactRef) -> int:
        """A bit for every client for whom the fact is open."""
        mask = self._unresolved.get(fact)
        if mask is None:
            mask = sum(1 << place for place, facts in enumerate(self._clients) if facts.unresolved(fact))
            self._unresolved[fact] = mask
        return mask

    def assuming(self, fact: FactRef, answer: FactValue) -> Facts[Planes]:
        return _Assuming(self, {fact: answer})

    def assumed_leaf(self, leaf: Leaf, answer: FactValue) -> Planes:
        """A leaf's verdicts where its fact has the answer for every client for whom it is open."""
        mask = self.unresolved_mask(leaf.ref)
        verdict = leaf.outcomes[leaf.test.truth(answer)]
        if leaf.cls.liftable and verdict is not BEST:
            lifted = sum(1 << place for place, facts in enumerate(self._clients) if facts.waiver(leaf.key))
            planes = self.constant(verdict).where(lifted, self.constant(BEST))
        else:
            planes = self.constant(verdict)
        return self.leaf(leaf).where(mask, planes)

    def replace(self, client: int, facts: ScalarFacts) -> None:
        """Take new facts for one client."""
        self._clients[client] = facts
        for leaf, planes in self._leaves.items():
            self._leaves[leaf] = planes.with_client(client, facts.leaf(leaf))
        bit = 1 << client
        for ref, mask in self._unresolved.items():
            self._unresolved[ref] = mask | bit if facts.unresolved(ref) else mask & ~bit


class _Assuming(Facts[Planes]):
    def __init__(self, facts: PlaneFacts, answers: dict[FactRef, FactValue]) -> None:
        self._facts, self._answers = facts, answers

    def leaf(self, leaf: Leaf) -> Planes:
        answer = self._answers.get(leaf.ref)
        return self._facts.leaf(leaf) if answer is None else self._facts.assumed_leaf(leaf, answer)

    def constant(self, verdict: Verdict) -> Planes:
        return self._facts.constant(verdict)

    def unresolved(self, fact: FactRef) -> bool:
        return fact not in self._answers and self._facts.unresolved(fact)

    def assuming(self, fact: FactRef, answer: FactValue) -> Facts[Planes]:
        return _Assuming(self._facts, self._answers | {fact: answer})


def verdicts(version: Version, decision_kind: DecisionKind, facts: PlaneFacts) -> Planes | None:
    """The verdict of a title for every client of a caseload; None if it is not examined for that decision."""
    examination = version.examination(decision_kind)
    return None if examination is None else settle(examination.whole, facts, examination.splits)
