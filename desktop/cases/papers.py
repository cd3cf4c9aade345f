"""The papers in the client's folder."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from .answers import Proof


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper. `code` is an id of the pack's document catalogue; `valid_until` is inclusive."""

    id: str
    code: str
    state: Proof = Proof.CLAIMED
    seen_on: date | None = None
    issued_on: date | None = None
    valid_until: date | None = None
    note: str = ""

    def proof_on(self, day: date, most_days: int | None = None) -> Proof:
        """What the paper proves on a day: nothing any more once it is out of date.

        A paper without an end of its own is out of date once it is more than `most_days` old.
        """
        if self.valid_until is not None:
            return Proof.OUT_OF_DATE if self.valid_until < day else self.state
        known = self.issued_on or self.seen_on  # seen on a day: at least as old
        if most_days is not None and known is not None and known + timedelta(days=most_days) < day:
            return Proof.OUT_OF_DATE
        return self.state
