"""Letters about a procedure, not about a title: which there are, and what each can know.

A name in `VALUES` can stand as {name} in the wording; a name in `FLAGS` under `when` and `unless`, where a
value that is there counts as a flag, too.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum


class ProceduralKind(Enum):
    """Which letter; the value is the name of its file in resources/letters/procedural/<language>."""

    REMINDER = "reminder"  # an application that nobody decides
    RESIDENCE_RULE = "residence_rule"  # lift the residence rule, § 12a(5) AufenthG
    HARDSHIP = "hardship"  # to a member of the hardship commission, § 23a AufenthG
    DATA_CHANGE = "data_change"  # a new address, to every body that sends mail
    FILE_ACCESS = "file_access"
    WORK_NOTE = "work_note"  # that work goes on being allowed, § 84(2) s. 2 AufenthG
    TRANSLATION = "translation"  # of a decision, § 77(3) AufenthG
    DEPARTURE = "departure"  # a period to leave in the border procedure, § 38(5) AsylG


COMMON_VALUES = frozenset({"name", "whose", "reply_by"})
"""Known to every letter; `whose` says for whom it asks, by who writes."""
COMMON_FLAGS = frozenset({"by_client", "by_legal_representative", "by_authorised"})

VALUES: Mapping[ProceduralKind, frozenset[str]] = {
    ProceduralKind.REMINDER: frozenset(
        {
            "asked",
            "cite",
            "filed_on",
            "receipt",
            "complete_since",
            "duration_norm",
            "action_from",
            "special_reasons",
        }
    ),
    ProceduralKind.RESIDENCE_RULE: frozenset({"place", "target_office", "ground_cite", "details", "who"}),
    ProceduralKind.HARDSHIP: frozenset(
        {
            "entered_on",
            "status",
            "procedures",
            "family",
            "school",
            "work",
            "language",
            "ties",
            "identity",
            "offences",
            "livelihood",
            "no_other_way",
            "departure_until",
            "departure_risk",
        }
    ),
    ProceduralKind.DATA_CHANGE: frozenset({"new_address", "old_address", "since", "contact", "persons"}),
    ProceduralKind.FILE_ACCESS: frozenset({"norm", "purpose", "form", "office", "decision_on"}),
    ProceduralKind.WORK_NOTE: frozenset(
        {"decision_on", "remedy_until", "remedy_filed_on", "interim_filed_on", "title", "title_until"}
    ),
    ProceduralKind.TRANSLATION: frozenset({"decision_on", "language", "what"}),
    ProceduralKind.DEPARTURE: frozenset(
        {"decision_on", "other_served_on", "served_on", "period_ended_on", "court_served_on", "plans"}
    ),
}

FLAGS: Mapping[ProceduralKind, frozenset[str]] = {
    ProceduralKind.REMINDER: frozenset({"complete", "three_months_over", "proven"}),
    ProceduralKind.RESIDENCE_RULE: frozenset(
        {
            "work",
            "income",
            "training",
            "course",
            "family",
            "youth_office",
            "other_land",
            "hardship",
            "benefits",
        }
    ),
    ProceduralKind.HARDSHIP: frozenset({"commitment", "consent", "health_enclosed"}),
    ProceduralKind.DATA_CHANGE: frozenset({"asylum"}),
    ProceduralKind.FILE_ACCESS: frozenset({"by_office"}),
    ProceduralKind.WORK_NOTE: frozenset({"refusal", "within_period", "interim", "suspended"}),
    ProceduralKind.TRANSLATION: frozenset({"threat", "leaflet", "within_period"}),
    ProceduralKind.DEPARTURE: frozenset({"after_court", "minor", "not_instructed", "willing", "late"}),
}


def placeholders(kind: ProceduralKind) -> frozenset[str]:
    """Every value that the wording of a letter may use."""
    return COMMON_VALUES | VALUES[kind]


def conditions(kind: ProceduralKind) -> frozenset[str]:
    """Every word that may stand under `when` and `unless` in a letter."""
    return COMMON_FLAGS | FLAGS[kind] | placeholders(kind)
