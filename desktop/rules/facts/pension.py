"""Provision for old age (§ 9 Abs. 2 S. 1 Nr. 3)."""

from __future__ import annotations

from .basis import Basis, fact
from .value import FactValue


@fact
def pension_months_with_credits(seen: Basis) -> FactValue:
    """Months with contributions and, added to them, those of childcare or care at home."""
    paid, credited = seen.value("pension_months"), seen.value("pension_credit_months")
    if paid is None or credited is None:
        return seen.unknown()
    return seen.known(paid + credited)
