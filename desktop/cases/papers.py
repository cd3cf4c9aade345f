"""The papers in the client's folder."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

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

    def proof_on(self, day: date) -> Proof:
        """What the paper proves on a day: nothing any more once it is out of date."""
        if self.valid_until is not None and self.valid_until < day:
            return Proof.OUT_OF_DATE
        return self.state
