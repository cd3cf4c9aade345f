"""Argon2id: how a passphrase becomes a key, how costly that is, and which costs are believed.

The cost stands in the key header, so a hostile header could ask for hours or terabytes: a policy bounds it
before anything is computed. Figures on a two-core office machine: 64 MiB, 3 passes, 4 lanes take about 0.2 s
(our floor, the second choice of RFC 9106); 256 MiB about 1 s (our default).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from time import perf_counter

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from .problems import NotEnoughMemory

SALT_BYTES = 16
KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class KdfCost:
    """Cost of one derivation: memory in KiB, passes over it, lanes."""

    memory_kib: int
    passes: int
    lanes: int

    def within(self, floor: KdfCost, ceiling: KdfCost) -> bool:
        return (
            floor.memory_kib <= self.memory_kib <= ceiling.memory_kib
            and floor.passes <= self.passes <= ceiling.passes
            and floor.lanes <= self.lanes <= ceiling.lanes
        )

    def derive(self, secret: bytes, salt: bytes) -> bytes:
        """A 256-bit key. Raises `NotEnoughMemory`."""
        kdf = Argon2id(
            salt=salt, length=KEY_BYTES, iterations=self.passes, lanes=self.lanes, memory_cost=self.memory_kib
        )
        try:
            return kdf.derive(secret)
        except MemoryError:
            raise NotEnoughMemory from None


@dataclass(frozen=True, slots=True)
class KdfPolicy:
    """Which costs are accepted when opening (`floor` to `ceiling`) and which one is chosen for new slots.

    `wanted` is the cost without calibration; with `seconds` (least, most), memory is scaled so that one
    derivation takes about that long on this machine, between the floor and `most_kib`. A `wanted` below the
    floor is refused here.
    """

    floor: KdfCost
    ceiling: KdfCost
    wanted: KdfCost
    seconds: tuple[float, float] | None = None
    most_kib: int = 512 * 1024
    step_kib: int = 16 * 1024

    def __post_init__(self) -> None:
        if not self.wanted.within(self.floor, self.ceiling):
            raise ValueError("the wanted cost lies outside floor and ceiling")

    def admits(self, cost: KdfCost) -> bool:
        return cost.within(self.floor, self.ceiling)

    def cost_for_new_slots(self, timer: Callable[[], float] = perf_counter) -> KdfCost:
        """The wanted cost, measured once here (about a second) and scaled where that misses the aim."""
        if self.seconds is None:
            return self.wanted
        least, most = self.seconds
        took = _time_of(self.wanted, timer)
        if least <= took <= most:
            return self.wanted
        aim = (least + most) / 2
        fitting = int(self.wanted.memory_kib * aim / max(took, 1e-3)) // self.step_kib * self.step_kib
        return replace(self.wanted, memory_kib=min(max(fitting, self.floor.memory_kib), self.most_kib))


OFFICE_KDF = KdfPolicy(
    floor=KdfCost(64 * 1024, 3, 4),
    ceiling=KdfCost(4 * 1024 * 1024, 64, 16),
    wanted=KdfCost(256 * 1024, 3, 4),
    seconds=(1.0, 1.5),
)


def _time_of(cost: KdfCost, timer: Callable[[], float]) -> float:
    start = timer()
    cost.derive(b"calibration", bytes(SALT_BYTES))
    return timer() - start
