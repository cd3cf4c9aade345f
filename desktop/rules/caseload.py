"""A whole caseload at once: one bit per client, and the same trees.

The verdicts of all clients are one long integer in thermometer code, five lanes of one bit a client: the
first lane has a bit for every client better than the worst verdict, the next for every client better than
the second worst, and so on. In this code the minimum of two verdicts is the integers' own `&` and the
maximum their `|`, for all clients at once.

`Caseload` takes what is kept of every client (`slots`), turns it over into two bits a slot and client
(`columns`), and comes from there to the planes of leaves and to verdicts, all of which it keeps. After a
change of one client only his bits are flipped, and only the titles that read a flipped slot are evaluated
again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple, Self

from desktop.cases.applications import DecisionKind

from .assess import settle
from .carriers import FactRef, Facts
from .columns import columns
from .conditions import Leaf
from .facts.value import FactValue
from .slots import EXTENSION, NOT_COVERED, Kept, Plan, Slots, TitleSlots
from .verdict import BEST, Truth, Verdict

Mask = int
"""One bit a client, the first in the lowest."""
Planes = int
"""The verdicts of all clients, five lanes wide."""

STEPS = len(Verdict) - 1
_BY_RANK = tuple(Verdict)
_ROOM = 256
_NOTHING_LIFTED: Mapping[int, tuple[str, ...]] = MappingProxyType({})
_NO_ANSWERS: Mapping[FactRef, FactValue] = MappingProxyType({})


class Lanes:
    """How planes lie in an integer: lanes of one width, which leaves some room for new clients."""

    def __init__(self, clients: int) -> None:
        self.width = (clients // _ROOM + 1) * _ROOM
        self.everybody: Mask = (1 << self.width) - 1
        self.constants = [self._spread(self.everybody, rank) for rank in range(STEPS + 1)]

    def spread(self, clients: Mask) -> Planes:
        """The mask in every lane."""
        return self._spread(clients, STEPS)

    def lane(self, planes: Planes, step: int) -> Mask:
        """A bit for every client better than a step."""
        return planes >> step * self.width & self.everybody

    def of(self, clients: Mapping[Verdict, Mask]) -> Planes:
        """Planes from a mask for each verdict."""
        found = 0
        for verdict, mask in clients.items():
            found |= self._spread(mask, verdict.rank)
        return found

    def where(self, clients: Mask, planes: Planes, other: Planes) -> Planes:
        """The other planes for the clients of a mask, the planes for everybody else."""
        chosen = self.spread(clients)
        return planes & ~chosen | other & chosen

    def _spread(self, clients: Mask, lanes: int) -> Planes:
        found = 0
        for step in range(lanes):
            found |= clients << step * self.width
        return found


class TitlePlanes(NamedTuple):
    """One title over a caseload: the verdicts, and a bit for every client for whom there is one."""

    planes: Planes
    judged: Mask
    lanes: Lanes

    def verdict(self, client: int) -> Verdict | None:
        """The verdict of one client; None for a title that is only held, or not covered."""
        if not self.judged >> client & 1:
            return None
        return _BY_RANK[sum(self.planes >> step * self.lanes.width + client & 1 for step in range(STEPS))]

    def exactly(self, verdict: Verdict) -> Mask:
        """A bit for every client with exactly this verdict."""
        reached = self.lanes.lane(self.planes, verdict.rank - 1) if verdict.rank else self.lanes.everybody
        exceeded = self.lanes.lane(self.planes, verdict.rank) if verdict is not BEST else 0
        return reached & ~exceeded & self.judged

    def count(self, verdict: Verdict) -> int:
        """How many clients have exactly this verdict."""
        return self.exactly(verdict).bit_count()

    def clients(self, verdict: Verdict) -> Iterator[int]:
        """Which clients have exactly this verdict, in order."""
        bits = f"{self.exactly(verdict):b}"[::-1]
        at = bits.find("1")
        while at >= 0:
            yield at
            at = bits.find("1", at + 1)


class Caseload:
    """The verdicts of many clients over all titles. Clients are numbered in the order they came."""

    def __init__(
        self,
        slots: Slots,
        codes: Sequence[bytes],
        lifted: Mapping[int, tuple[str, ...]] = _NOTHING_LIFTED,
    ) -> None:
        self.slots = slots
        self.lanes = Lanes(len(codes))
        self._codes = list(codes)
        self._present: Mask = (1 << len(codes)) - 1
        self._low, self._high = columns(codes, len(slots))
        self._lifted: dict[str, Mask] = {}
        self._leaves: dict[Plan, dict[Leaf, Planes]] = {}
        self._alike: dict[int, dict[tuple[object, ...], Planes]] = {}
        self._verdicts: dict[str, TitlePlanes] = {}
        for number, keys in lifted.items():
            self._lift(number, keys)

    @classmethod
    def of(cls, slots: Slots, clients: Iterable[Kept]) -> Self:
        """From what is kept of each client."""
        everybody = list(clients)
        lifted = {number: each.lifted for number, each in enumerate(everybody) if each.lifted}
        return cls(slots, [each.codes for each in everybody], lifted)

    def __len__(self) -> int:
        """How many clients there have been, those who left included."""
        return len(self._codes)

    def known(self, plan: Plan) -> dict[Leaf, Planes]:
        """The planes found so far of the leaves of an examination."""
        return self._leaves.setdefault(plan, {})

    @property
    def present(self) -> Mask:
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
        if number >= self.lanes.width:
            self.lanes = Lanes(number)
            self._leaves.clear()
            self._alike.clear()
        self._verdicts.clear()
        self.change(number, client)
        return number

    def leave(self, client: int) -> None:
        """Leave a client out from now on."""
        self._present &= ~(1 << client)
        self._verdicts.clear()

    def change(self, client: int, kept: Kept) -> frozenset[str]:
        """Take what is kept of a client now; the titles that have to be evaluated again."""
        bit, before = 1 << client, self._codes[client]
        self._codes[client] = kept.codes
        touched: set[str] = set()
        changed = [slot for slot, (old, new) in enumerate(zip(before, kept.codes, strict=True)) if old != new]
        for slot in changed:
            new, readers = kept.codes[slot], self.slots.readers[slot]
            self._low[slot] = self._low[slot] | bit if new & 1 else self._low[slot] & ~bit
            self._high[slot] = self._high[slot] | bit if new & 2 else self._high[slot] & ~bit
            touched |= readers.titles
            self._alike.pop(slot, None)
            for plan, leaf in readers.leaves:
                self.known(plan).pop(leaf, None)
        for key in self._lift(client, kept.lifted):
            touched.add(key.partition(".")[0])
            for planes in self._leaves.values():
                for leaf in [each for each in planes if each.key == key]:
                    del planes[leaf]
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

    # Evaluating

    def _evaluated(self, title: TitleSlots) -> TitlePlanes:
        extended = self._where(title.place, EXTENSION)
        granted = self._present & ~(extended | self._where(title.place, NOT_COVERED))
        found: Planes | None = None
        judged: Mask = 0
        for kind, clients in ((DecisionKind.GRANT, granted), (DecisionKind.EXTENSION, extended)):
            plan = title.plans.get(kind)
            if plan is not None and clients:
                verdicts = settle(plan.examination.whole, PlaneFacts(self, plan), plan.examination.splits)
                found = verdicts if found is None else self.lanes.where(clients, found, verdicts)
                judged |= clients
        return TitlePlanes(found or 0, judged, self.lanes)

    def lifted(self, leaf: Leaf) -> Mask:
        """A bit for every client for whom a person lifted a leaf."""
        return self._lifted.get(leaf.key, 0) if leaf.liftable else 0

    def open(self, slot: int) -> Mask:
        """A bit for every client for whom a fact that counts both ways is open."""
        return self._low[slot] & ~self._high[slot] & self._present

    def leaf(self, leaf: Leaf, slot: int) -> Planes:
        """The verdicts of a leaf that reads a slot."""
        alike = self._alike.setdefault(slot, {})
        kind = (leaf.cls, leaf.judgement)
        found = alike.get(kind)
        if found is None:
            low, high = self._low[slot], self._high[slot]
            known = {
                Truth.YES: low & ~high,
                Truth.NO: self.lanes.everybody & ~(low | high),
                Truth.UNKNOWN: high & ~low,
                Truth.DISPUTED: low & high,
            }
            masks: dict[Verdict, Mask] = {}
            for truth, clients in known.items():
                verdict = leaf.outcomes[truth]
                masks[verdict] = masks.get(verdict, 0) | clients
            found = alike[kind] = self.lanes.of(masks)
        lifted = self.lifted(leaf)
        return found | self.lanes.spread(lifted) if lifted else found

    def _where(self, slot: int, code: int) -> Mask:
        low = self._low[slot] if code & 1 else ~self._low[slot]
        high = self._high[slot] if code & 2 else ~self._high[slot]
        return low & high & self._present


class PlaneFacts(Facts[Planes]):
    """The facts of a caseload as one examination reads them; `answers` stand where a fact is open."""

    def __init__(
        self, caseload: Caseload, plan: Plan, answers: Mapping[FactRef, FactValue] = _NO_ANSWERS
    ) -> None:
        self._caseload, self._plan, self._answers = caseload, plan, answers
        self._known = caseload.known(plan)

    def leaf(self, leaf: Leaf) -> Planes:
        found = self._known.get(leaf)
        if found is None:
            found = self._known[leaf] = self._caseload.leaf(leaf, self._plan.place[leaf.probe])
        if not self._answers or leaf.ref not in self._answers:
            return found
        lanes, answer = self._caseload.lanes, self._answers[leaf.ref]
        assumed = self.constant(leaf.outcomes[leaf.test.truth(answer)])
        lifted = lanes.spread(self._caseload.lifted(leaf))
        return lanes.where(self._open(leaf.ref), found, assumed | lifted)

    def constant(self, verdict: Verdict) -> Planes:
        return self._caseload.lanes.constants[verdict.rank]

    def unresolved(self, fact: FactRef) -> bool:
        return fact not in self._answers and self._open(fact) != 0

    def assuming(self, fact: FactRef, answer: FactValue) -> PlaneFacts:
        return PlaneFacts(self._caseload, self._plan, {**self._answers, fact: answer})

    def _open(self, fact: FactRef) -> Mask:
        return self._caseload.open(self._plan.open_place[fact])
