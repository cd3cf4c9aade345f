"""What a case file tells about protection and the other circumstances that move the end of a title."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..cases.casefile import CaseFile
from ..cases.decisions import AsylumProcedure
from ..cases.periods import PartialDate
from ..cases.shapes import Never
from .ukraine import ELSEWHERE, ENTRY, FIRST_ENTRY, GROUP, STAY, exemption_of
from .validity import Circumstances

PROTECTION = ("art16a", "refugee", "subsidiary", "family_art23")
"""Outcomes that lead to § 25(1) or (2), best first."""


def decided(procedure: AsylumProcedure) -> PartialDate | None:
    """The day of the decision, or when it became final if only that is known."""
    return procedure.decided_on or procedure.final_on


def protecting(procedures: Iterable[AsylumProcedure], on: date) -> AsylumProcedure | None:
    """The procedure with the best protection decided by the day; None if there is none.

    § 25(1) and (2) ask that the Bundesamt has recognised the person, not that nobody can appeal any more.
    A decision without a recorded day counts as made.
    """
    made = [each for each in procedures if each.outcome in PROTECTION and _made_by(each, on)]
    return min(made, key=lambda each: PROTECTION.index(each.outcome), default=None)


def recognised_on(procedures: Iterable[AsylumProcedure] | None, on: date) -> PartialDate | Never | None:
    """Since when the person is recognised; None if unknown, `Never.NONE` if not at all."""
    if procedures is None:
        return None
    found = protecting(procedures, on)
    return Never.NONE if found is None else decided(found)


def circumstances_of(case: CaseFile, on: date) -> Circumstances:
    """What besides the papers decides about a title's end and the effect of filing, as known on a day."""
    procedures = case.value("asylum_procedures")
    return Circumstances(
        ukr_group=case.value("ukr_group"),
        tp_card_reissued_on=case.value("tp_card_reissued_on"),
        recognised_on=recognised_on(procedures, on),
        expelled_under_53_3a=case.value("expelled_under_53_3a"),
        asylum_filed_on=tuple(each.filed_on for each in procedures or () if each.filed_on is not None),
        expelled_on=case.value("expulsion_order_on"),
        exemption=exemption_of(
            case.value(GROUP),
            case.value(STAY),
            case.value(ELSEWHERE),
            case.value(FIRST_ENTRY),
            case.value(ENTRY),
            case.value("applications") or (),
        ),
    )


def _made_by(procedure: AsylumProcedure, on: date) -> bool:
    day = decided(procedure)
    return day is None or day.latest <= on
