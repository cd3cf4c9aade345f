"""The signs of verdicts and dates: an icon, a colour and a word that always stand together. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.texts import mark


@dataclass(frozen=True, slots=True)
class Sign:
    """An icon, the token that colours it, and the word that stands beside it."""

    icon: str
    token: str
    word: str


VERDICT_SIGNS = {
    "entitlement_indicated": Sign("verdict_entitled", "entitled", mark("entitlement indicated")),
    "should_be_granted": Sign("verdict_should", "should", mark("should be granted")),
    "discretion_open": Sign("verdict_discretion", "discretion", mark("discretion")),
    "needs_assessment": Sign("verdict_assessment", "assessment", mark("needs assessment")),
    "facts_missing": Sign("verdict_facts_missing", "facts_missing", mark("facts missing")),
    "not_available": Sign("verdict_not_available", "not_available", mark("not possible at present")),
}
"""By the value of `rules.verdict.Verdict`."""

URGENCY_SIGNS = {
    "overdue": Sign("urgency_overdue", "overdue", mark("overdue")),
    "soon": Sign("urgency_soon", "soon", mark("soon")),
    "later": Sign("urgency_later", "later", mark("later")),
}
