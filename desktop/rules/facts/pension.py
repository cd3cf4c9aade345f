"""Provision for old age, and what a spouse meets for both (§ 9 Abs. 2 S. 1 Nr. 3, Abs. 3 S. 1)."""

from __future__ import annotations

from .basis import Basis, fact, topic_fact
from .value import FactValue


@fact
def pension_months_with_credits(seen: Basis) -> FactValue:
    """Months with contributions and, added to them, those of childcare or care at home."""
    paid, credited = seen.value("pension_months"), seen.value("pension_credit_months")
    if paid is None or credited is None:
        return seen.unknown()
    return seen.known(paid + credited)


@topic_fact()
def spouse_meets(seen: Basis, of: str | None) -> FactValue:
    """Whether the spouse or partner in the household meets a condition (`of`: no3, no5, no6)."""
    met: frozenset[str] | None = seen.value("spouse_meets_9_3")
    return seen.unknown() if met is None else seen.known(of in met)
