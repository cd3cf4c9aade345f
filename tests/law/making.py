"""A client whose answers are settled well except what is named, and what the pack says of it.

Worked cases name derived facts; these name only what a counsellor enters.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from desktop.cases import document
from desktop.cases.applications import DecisionKind
from desktop.cases.casefile import CaseFile
from desktop.cases.plaindata import Plain
from desktop.rules.assess import assess_title
from desktop.rules.facts.value import FactValue
from desktop.rules.results import TitleResult
from tests.case_facts import case_facts
from tests.law.worked_cases import PACK

TODAY = date(2026, 11, 22)
GRANT, EXTENSION = DecisionKind.GRANT, DecisionKind.EXTENSION
INPUTS = document.Inputs(
    PACK.input_shapes, PACK.judgements, PACK.vocabulary.derived, frozenset(norm.id for norm in PACK.norms)
)

SETTLED: dict[str, Any] = {
    "birth_date": "1990-01-01",
    "entry_date": "2015-01-01",
    "entry_unlawful": "no",
    "entered_with_required_visa": "yes",
    "absence_periods": "none",
    "removal_impossible_periods": "none",
    "applications": "none",
    "asylum_procedures": "none",
    "suspensive_effect_ordered": "no",
    "extension_excluded": "no",
    "stay_ground_ended_on": "none",
    "protection_ended": "continues",
    "entry_bans": "none",
    "expulsion_order_on": "none",
    "expelled_under_53_3a": "no",
    "order_58a": "no",
    "convictions": "none",
    "pending_investigation": "no",
    "identity_status": [{"value": "cleared", "on": "2020-01-01"}],
    "passports": [{"type": "passport", "from": "2020-01-01", "to": "2030-01-01"}],
    "false_statements": "none",
    "identity_deception": "none",
    "noncooperation": "none",
    "employment_periods": [
        {"from": "2020-01-01", "hours_week": "40", "gross": "2800", "net": "2000", "insured": "yes"}
    ],
    "other_income": "none",
    "benefit_periods": "none",
    "household_need": "1500",
    "health_insurance": "statutory",
    "temporary_benefits_group": "none",
    "health_limits": "none",
    "language_proofs": [{"level": "B1", "skill": "oral"}],
    "civic_proof": {"type": "LiD_test", "date": "2025-05-05"},
    "fdgo_declaration_on": "2026-10-01",
    "integration_course": {"obliged": "no"},
    "family_members": "none",
    "travel_to_origin": "none",
}
JUDGED = {
    "security_concern": "no",
    "other_expulsion_interest": "no",
    "no_other_interest_impaired": "yes",
    "temporary_purpose": "yes",
    "urgent_grounds_25_4_1": "yes",
    "considerable_public_interest": "no",
    "presence_required_for_grounds": "yes",
    "departure_elsewhere_possible_and_reasonable": "no",
    "breach_of_related_cooperation_duties": "no",
    "exclusion_25_3_s3": "no",
}


def client(judgements: Mapping[str, str] | None = None, **facts: Any) -> CaseFile:
    """A case in which everything is settled well except what is named."""
    judged = {
        name: {"value": value, "by": "mk", "on": "2026-11-01", "reason": "talked over"}
        for name, value in (JUDGED | dict(judgements or {})).items()
    }
    written = {
        "bleibelotse": "1",
        "client": {"name": "Test"},
        "facts": SETTLED | facts,
        "judgements": judged,
    }
    return document.read_case(Plain(written, "case.yaml"), INPUTS, TODAY)


def status(code: str, start: str, end: str = "", **more: Any) -> dict[str, Any]:
    return {"status_code": code, "from": start} | ({"to": end} if end else {}) | more


def result(title: str, case: CaseFile, on: date = TODAY, kind: DecisionKind = GRANT) -> TitleResult:
    return assess_title(PACK, title, case_facts(PACK, case, on, title, kind), on, kind)


def verdict(title: str, case: CaseFile, on: date = TODAY, kind: DecisionKind = GRANT) -> str:
    found = result(title, case, on, kind).verdict
    return "none" if found is None else found.value


def fact(name: str, case: CaseFile, on: date = TODAY, title: str = "25b_1") -> FactValue:
    return case_facts(PACK, case, on, title, GRANT).fact(name)


def child(born: str) -> dict[str, Any]:
    return {
        "relation": "child",
        "birth_date": born,
        "unmarried": "yes",
        "household": [{"from": "2020-01-01"}],
        "school_age": "no",
    }


def tolerated(**facts: Any) -> CaseFile:
    return client(status_periods=[status("D60a_2_1", "2018-01-01")], **facts)


def conviction(kind: str, amount: int, **more: Any) -> list[dict[str, Any]]:
    return [{"kind": kind, "amount": str(amount), "final_on": "2024-01-01", "in_de": "yes"} | more]


def asylum(**more: Any) -> dict[str, Any]:
    return {"kind": "first"} | more
