"""The signs of verdicts, conditions and dates: icon, colour and word, which always stand together. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.deadlines.duedates import URGENCY_WORDS, Nature, Urgency
from desktop.rules.standing import Standing
from desktop.rules.verdict import Verdict
from desktop.rules.words import STANDING_WORDS, VERDICT_WORDS
from desktop.texts import mark


@dataclass(frozen=True, slots=True)
class Sign:
    """An icon, the token that colours it, and the word that stands beside it."""

    icon: str
    token: str
    word: str


_VERDICTS = (
    (Verdict.ENTITLEMENT_INDICATED, "verdict_entitled", "entitled"),
    (Verdict.SHOULD_BE_GRANTED, "verdict_should", "should"),
    (Verdict.DISCRETION_OPEN, "verdict_discretion", "discretion"),
    (Verdict.NEEDS_ASSESSMENT, "verdict_assessment", "assessment"),
    (Verdict.FACTS_MISSING, "verdict_facts_missing", "facts_missing"),
    (Verdict.NOT_AVAILABLE, "verdict_not_available", "not_available"),
)
VERDICT_SIGNS = {each.value: Sign(icon, token, VERDICT_WORDS[each]) for each, icon, token in _VERDICTS}
"""By the value of `rules.verdict.Verdict`."""

_STANDINGS = (
    (Standing.NOT_MET, "verdict_not_available", "not_available"),
    (Standing.OPEN, "verdict_facts_missing", "facts_missing"),
    (Standing.NOT_JUDGED, "verdict_assessment", "assessment"),
    (Standing.DISPUTED, "verdict_discretion", "discretion"),
    (Standing.MET, "check", "entitled"),
    (Standing.NOT_REQUIRED, "info", "muted"),
)
STANDINGS_WORST_FIRST = tuple(each for each, _, _ in _STANDINGS)
"""As conditions stand below each other."""
STANDING_SIGNS = {each: Sign(icon, token, STANDING_WORDS[each]) for each, icon, token in _STANDINGS}

_URGENCIES = (
    (Urgency.OVERDUE, "urgency_overdue", "overdue"),
    (Urgency.URGENT, "urgency_soon", "overdue"),
    (Urgency.SOON, "urgency_soon", "soon"),
    (Urgency.LATER, "urgency_later", "later"),
    (Urgency.SETTLED, "verdict_should", "entitled"),
)
DATE_SIGNS = {each.value: Sign(icon, token, URGENCY_WORDS[each]) for each, icon, token in _URGENCIES}
"""By the value of `deadlines.duedates.Urgency`."""

KIND_SIGNS = {
    Nature.FILING.value: Sign("deadline", "overdue", mark("Deadline")),
    Nature.VALIDITY.value: Sign("deadline", "overdue", mark("Deadline")),
    Nature.PLAN.value: Sign("follow_up", "later", mark("Follow-up")),
    Nature.APPOINTMENT.value: Sign("appointment", "accent", mark("Appointment")),
    Nature.EARLIEST.value: Sign("next", "entitled", mark("Possible from")),
    Nature.RESTRICTION.value: Sign("lock", "muted", mark("Duty until")),
}
"""By the value of `deadlines.duedates.Nature`: what kind of date it is, whatever its urgency."""
