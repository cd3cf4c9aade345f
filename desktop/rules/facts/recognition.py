"""Which of the asylum procedures gave protection, and since when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from desktop.cases.decisions import AsylumProcedure
from desktop.cases.periods import PartialDate
from desktop.cases.shapes import Never

PROTECTION = ("art16a", "refugee", "subsidiary", "family_art23")
"""Outcomes that lead to § 25 Abs. 1 or 2, best first."""


def decided(procedure: AsylumProcedure) -> PartialDate | None:
    """The day of the decision, or when it became final if only that is known."""
    return procedure.decided_on or procedure.final_on


def protecting(procedures: Iterable[AsylumProcedure], on: date) -> AsylumProcedure | None:
    """The procedure with the best protection decided by the day; None if there is none.

    § 25 Abs. 1 and 2 ask that the Bundesamt has recognised the person, not that nobody can appeal any
    more. A decision without a recorded day counts as made.
    """
    made = [each for each in procedures if each.outcome in PROTECTION and _made_by(each, on)]
    return min(made, key=lambda each: PROTECTION.index(each.outcome), default=None)


def recognised_on(procedures: Iterable[AsylumProcedure] | None, on: date) -> PartialDate | Never | None:
    """Since when the person is recognised; None if unknown, `Never.NONE` if not at all."""
    if procedures is None:
        return None
    found = protecting(procedures, on)
    return Never.NONE if found is None else decided(found)


def _made_by(procedure: AsylumProcedure, on: date) -> bool:
    day = decided(procedure)
    return day is None or day.latest <= on
