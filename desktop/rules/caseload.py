"""A whole caseload at once: one bit per client, and the same trees.

`Planes` holds the verdicts of all clients in thermometer code: five long integers, the first with a bit for
every client better than the worst verdict, the next for every client better than the second worst, and so on.
In this code the minimum of two verdicts is `&` and the maximum `|`, bit by bit, for all clients at once.

`Caseload` takes what is kept of every client (`slots`), turns it over into two long integers a slot, and
comes from there to leaf planes and verdicts, all of which it keeps. After a change of one client only his
bits are flipped, and only the titles that read a flipped slot are evaluated again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import and_, or_
from typing import NamedTuple

from desktop.cases.applications import DecisionKind

from .assess import settle
from .carriers import FactRef, Facts
from .conditions import Leaf
from .facts.value import FactValue
from .slots import EXTENSION, NOT_COVERED, Kept, Plan, Slots, TitleSlots
from .verdict import BEST, Truth, Verdict

STEPS = len(Verdict) - 1
_BY_RANK = tuple(Verdict)


class Planes(NamedTuple):
    """The verdicts of many clients. `steps[k]` has a bit for every client better than step k of the scale."""

    steps: tuple[int, ...]

    @classmethod
    def same(cls, verdict: Verdict, clients: int) -> Planes:
        """The same verdict for every client of a mask."""
        return cls(tuple([clients if step < verdict.rank else 0 for step in range(STEPS)]))

    def __and__(self, other: Planes) -> Planes:
        return Planes(tuple(map(and_, self.steps, other.steps)))

    def __or__(self, other: Planes) -> Planes:
        return Planes(tuple(map(or_, self.steps, other.steps)))

    def verdict(self, client: int) -> Verdict:
        """The verdict of one client."""
        return _BY_RANK[sum(step >> client & 1 for step in self.steps)]

    def exactly(self, verdict: Verdict, among: int) -> int:
        """A bit for every client of a mask who has exactly this verdict."""
        reached = self.steps[verdict.rank - 1] & among if verdict.rank else among
        return reached if verdict is BEST else reached & ~self.steps[verdict.rank]

    def where(self, clients: int, other: Planes) -> Planes:
        """This for everybody except the clients of a mask, for whom the other holds."""
        return Planes(
            tuple(
                here & ~clients | there & clients for here, there in zip(self.steps, other.steps, strict=True)
            )
        )


class TitlePlanes(NamedTuple):
    """One title over a caseload: the verdicts, and a bit for every client for whom there is one."""

    planes: Planes
    judged: int

    def verdict(self, client: int) -> Verdict | None:
        """The verdict of one client; None for a title that is only held, or not covered."""
        return self.planes.verdict(client) if self.judged >> client & 1 else None

    def count(self, verdict: Verdict) -> int:
        """How many clients have exactly this verdict."""
        return self.planes.exactly(verdict, self.judged).bit_count()

    def clients(self, verdict: Verdict) -> Iterator[int]:
        """Which clients have exactly this verdict, in order."""
        left = self.planes.exactly(verdict, self.judged)
        while left:
            lowest = left & -left
            yield lowest.bit_length() - 1
            left ^= lowest


class Caseload:
    """The verdicts of many clients over all titles. Clients are numbered in the order they came."""

    def __init__(self, slots: Slots, clients: Sequence[Kept]) -> None:
        self.slots = slots
        self._codes = [each.codes for each in clients]
        self._present = (1 << len(clients)) - 1
        self._lifted: dict[str, int] = {}
        self._low, self._high = _columns(self._codes, len(slots))
        self._leaves: dict[tuple[int, object, bool, str], Planes] = {}
        self._read_from: dict[int, list[tuple[int, object, bool, str]]] = {}
        self._verdicts: dict[str, TitlePlanes] = {}
        self._readers = _readers(slots)
        for number, client in enumerate(clients):
            self._lift(number, client.lifted)

    def __len__(self) -> int:
        """How many clients there have been, those who left included."""
        return len(self._codes)

    @property
    def present(self) -> int:
        """A bit for every client who has not left."""
        return self._present

    def verdicts(self, title: str) -> TitlePlanes:
        """The verdict of a title for every client. Raises KeyError for a title without a text of the day."""
        found = self._verdicts.get(title)
        if found is None:
            found = self._verdicts[title] = self._evaluated(self.slots.titles[title])
        return found

    # Changes

    def add(self, client: Kept) -> int:
        """Take a client more; his number."""
        number = len(self._codes)
        self._codes.append(bytes(len(self.slots)))
        self._present |= 1 << number
        self._everybody_changed()
        self.change(number, client)
        return number

    def leave(self, client: int) -> None:
        """Leave a client out from now on."""
        self._present &= ~(1 << client)
        self._everybody_changed()

    def change(self, client: int, kept: Kept) -> frozenset[str]:
        """Take what is kept of a client now; the titles that have to be evaluated again."""
        bit, before = 1 << client, self._codes[client]
        self._codes[client] = kept.codes
        touched: set[str] = set()
        for slot, (old, new) in enumerate(zip(before, kept.codes, strict=True)):
            if old != new:
                self._low[slot] = self._low[slot] | bit if new & 1 else self._low[slot] & ~bit
                self._high[slot] = self._high[slot] | bit if new & 2 else self._high[slot] & ~bit
                for leaf in self._read_from.pop(slot, ()):
                    self._leaves.pop(leaf, None)
                touched |= self._readers[slot]
        for key in self._lift(client, kept.lifted):
            touched.add(key.partition(".")[0])
            for known in [each for each in self._leaves if each[3] == key]:
                del self._leaves[known]
        for title in touched:
            self._verdicts.pop(title, None)
        return frozenset(touched)

    def _lift(self, client: int, lifted: Iterable[str]) -> list[str]:
        """Note which leaves a person lifted for a client; those that changed."""
        bit, now = 1 << client, set(lifted)
        changed = [
            key for key in now.union(self._lifted) if bool(self._lifted.get(key, 0) & bit) is not (key in now)
        ]
        for key in changed:
            self._lifted[key] = self._lifted.get(key, 0) ^ bit
        return changed

    def _everybody_changed(self) -> None:
        self._leaves.clear()
        self._read_from.clear()
        self._verdicts.clear()

    # Evaluating

    def _evaluated(self, title: TitleSlots) -> TitlePlanes:
        extended = self._where(title.place, EXTENSION)
        uncovered = self._where(title.place, NOT_COVERED)
        granted = self._present & ~(extended | uncovered)
        found = Planes.same(_BY_RANK[0], 0)
        judged = 0
        for kind, clients in ((DecisionKind.GRANT, granted), (DecisionKind.EXTENSION, extended)):
            plan = title.plans.get(kind)
            if plan is not None and clients:
                facts = PlaneFacts(self, plan)
                verdicts = settle(plan.examination.whole, facts, plan.examination.splits)
                found = found.where(clients, verdicts)
                judged |= clients
        return TitlePlanes(found, judged)

    def leaf(self, slot: int, leaf: Leaf) -> Planes:
        """The verdicts of a leaf that reads a slot."""
        lifted = leaf.key if leaf.liftable and leaf.key in self._lifted else ""
        key = (slot, leaf.cls, leaf.judgement, lifted)
        found = self._leaves.get(key)
        if found is None:
            found = self._leaves[key] = self._leaf(slot, leaf)
            self._read_from.setdefault(slot, []).append(key)
        return found

    def _leaf(self, slot: int, leaf: Leaf) -> Planes:
        low, high = self._low[slot], self._high[slot]
        everybody = (1 << len(self._codes)) - 1
        masks = (
            (Truth.YES, low & ~high),
            (Truth.NO, everybody & ~(low | high)),
            (Truth.UNKNOWN, high & ~low),
            (Truth.DISPUTED, low & high),
        )
        steps = [0] * STEPS
        for truth, clients in masks:
            for step in range(leaf.outcomes[truth].rank):
                steps[step] |= clients
        return self.lift(leaf, Planes(tuple(steps)))

    def lift(self, leaf: Leaf, planes: Planes) -> Planes:
        """The planes of a leaf, with those for whom a person lifted it at the best."""
        lifted = self._lifted.get(leaf.key, 0) if leaf.liftable else 0
        return planes.where(lifted, self.constant(BEST)) if lifted else planes

    def constant(self, verdict: Verdict) -> Planes:
        """The same verdict for everybody."""
        return Planes.same(verdict, (1 << len(self._codes)) - 1)

    def open(self, slot: int) -> int:
        """A bit for every client for whom a fact that counts both ways is open."""
        return self._low[slot] & ~self._high[slot] & self._present

    def _where(self, slot: int, code: int) -> int:
        low = self._low[slot] if code & 1 else ~self._low[slot]
        high = self._high[slot] if code & 2 else ~self._high[slot]
        return low & high & self._present


class PlaneFacts(Facts[Planes]):
    """The facts of a caseload as one examination reads them; `answers` stand where a fact is open."""

    def __init__(
        self, caseload: Caseload, plan: Plan, answers: dict[FactRef, FactValue] | None = None
    ) -> None:
        self._caseload, self._plan, self._answers = caseload, plan, answers or {}

    def leaf(self, leaf: Leaf) -> Planes:
        found = self._caseload.leaf(self._plan.place[leaf.probe], leaf)
        answer = self._answers.get(leaf.ref) if self._answers else None
        if answer is None:
            return found
        assumed = self._caseload.constant(leaf.outcomes[leaf.test.truth(answer)])
        return found.where(self._open(leaf.ref), self._caseload.lift(leaf, assumed))

    def constant(self, verdict: Verdict) -> Planes:
        return self._caseload.constant(verdict)

    def unresolved(self, fact: FactRef) -> bool:
        return fact not in self._answers and self._open(fact) != 0

    def assuming(self, fact: FactRef, answer: FactValue) -> PlaneFacts:
        return PlaneFacts(self._caseload, self._plan, self._answers | {fact: answer})

    def _open(self, fact: FactRef) -> int:
        return self._caseload.open(self._plan.open_place[fact])


def _columns(rows: Sequence[bytes], width: int) -> tuple[list[int], list[int]]:
    """For each slot the low and the high bit of what is kept, the first client in the lowest bit."""
    together = b"".join(reversed(rows))
    columns = [together[slot::width] for slot in range(width)]
    if not rows:
        return [0] * width, [0] * width
    return (
        [int(column.translate(_LOW), 2) for column in columns],
        [int(column.translate(_HIGH), 2) for column in columns],
    )


_LOW = bytes(ord("1") if code & 1 else ord("0") for code in range(256))
_HIGH = bytes(ord("1") if code & 2 else ord("0") for code in range(256))


def _readers(slots: Slots) -> list[set[str]]:
    """For each slot the titles that read it."""
    found: list[set[str]] = [set() for _ in range(len(slots))]
    for title in slots.titles.values():
        found[title.place].add(title.id)
        for plan in title.plans.values():
            for place in plan.places:
                found[place].add(title.id)
    return found
