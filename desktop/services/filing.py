"""What an application does for the stay until it is decided (§ 81 AufenthG)."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.cases.casefile import CaseFile
from desktop.cases.periods import PartialDate
from desktop.deadlines.effects import FilingEffect, effect_of_filing
from desktop.deadlines.lapse import unless_lost
from desktop.deadlines.recognition import circumstances_of
from desktop.texts import mark

EFFECT_WORDS: Mapping[str, str] = {
    "F81_4": mark("The present title continues until the decision, with its right to work."),
    "F81_4_late": mark("The authority has ordered that the old title continues."),
    "F81_3_1": mark("The stay counts as permitted until the decision."),
    "F81_3_2": mark("Removal counts as suspended until the decision; the stay is not permitted."),
    "F25_1_3": mark("The stay is permitted by law until the card is issued."),
    "none": mark("The application has no effect on the stay."),
}
"""Every effect in one sentence."""


def effect(case: CaseFile, title_id: str, filed_on: PartialDate) -> FilingEffect:
    """The effect of an application for a title that reaches the authority on a day, until midnight."""
    given = circumstances_of(case, filed_on.latest)
    found = effect_of_filing(case.status_periods, filed_on=filed_on, title_id=title_id, given=given)
    absences = case.value("absence_periods") or ()
    return unless_lost(found, case.status_periods, filed_on.latest, absences, case.letters)
