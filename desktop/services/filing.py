"""What an application does for the stay until it is decided (§ 81 AufenthG)."""

from __future__ import annotations

from desktop.cases.casefile import CaseFile
from desktop.cases.periods import PartialDate
from desktop.deadlines.effects import FilingEffect, effect_of_filing
from desktop.deadlines.recognition import circumstances_of


def effect(case: CaseFile, title_id: str, filed_on: PartialDate) -> FilingEffect:
    """The effect of an application for a title that reaches the authority on a day, until midnight."""
    given = circumstances_of(case, filed_on.latest)
    return effect_of_filing(case.status_periods, filed_on=filed_on, title_id=title_id, given=given)
