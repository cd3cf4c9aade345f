"""Boundary cases from a client's answers to the verdict: borders of periods, gaps, offences, filings.

The other worked cases name derived facts; these name only what a counsellor enters.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from desktop.cases import document
from desktop.cases.applications import DecisionKind
from desktop.cases.casefile import CaseFile
from desktop.cases.plaindata import Plain
from desktop.rules.assess import assess_title
from desktop.rules.facts.value import FactValue
from desktop.rules.facts.view import case_facts
from desktop.rules.results import TitleResult
from desktop.rules.tables import Topic
from tests.law.worked_cases import PACK

pytestmark = pytest.mark.law

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


# 5-7: the length of stay under § 25b -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        ("2020-11-21", "should_be_granted"),
        ("2020-11-22", "should_be_granted"),
        ("2020-11-23", "needs_assessment"),
    ],
)
def test_72_months_are_reached_on_the_day_with_the_same_number(since: str, expected: str) -> None:
    assert verdict("25b_1", client(status_periods=[status("D60a_2_1", since)])) == expected


def test_the_day_is_reached_in_time() -> None:
    case = client(status_periods=[status("D60a_2_1", "2020-12-01")])
    assert verdict("25b_1", case, date(2026, 11, 30)) == "needs_assessment"
    assert verdict("25b_1", case, date(2026, 12, 1)) == "should_be_granted"


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2026, 11, 30), "should_be_granted"),
        (date(2026, 12, 1), "needs_assessment"),
        (date(2026, 12, 2), "needs_assessment"),
    ],
)
def test_the_child_counts_until_the_day_before_it_turns_18(on: date, expected: str) -> None:
    periods = [status("D60a_2_1", "2022-11-01")]
    case = client(status_periods=periods, family_members=[child("2008-12-01")])
    assert verdict("25b_1", case, on) == expected


@pytest.mark.parametrize(
    ("gap_ends", "expected"),
    [
        ("2023-03-06", "should_be_granted"),  # 5 days
        ("2023-03-08", "should_be_granted"),  # 7 days
        ("2023-03-09", "needs_assessment"),  # 8 days
        ("2023-04-10", "needs_assessment"),  # 40 days
        ("2023-06-29", "needs_assessment"),  # 120 days
    ],
)
def test_gaps_on_paper(gap_ends: str, expected: str) -> None:
    periods = [status("D60a_2_1", "2019-01-01", "2023-03-01"), status("D60a_2_1", gap_ends)]
    assert verdict("25b_1", client(status_periods=periods)) == expected


def test_a_gap_of_some_days_is_told() -> None:
    periods = [status("D60a_2_1", "2019-01-01", "2023-03-01"), status("D60a_2_1", "2023-03-06")]
    notes = fact("stay_25b_months", client(status_periods=periods)).notes
    assert notes
    assert {note.id for note in notes} <= set(PACK.tables.fact_notes)


def test_three_papers_make_one_stay() -> None:
    """Case 39: arrival certificate, Gestattung, Duldung."""
    periods = [
        status("ankunftsnachweis", "2020-11-10", "2021-01-15"),
        status("gestattung", "2021-01-15", "2023-04-01"),
        status("D60a_2_1", "2023-04-01"),
    ]
    case = client(status_periods=periods)
    assert verdict("25b_1", case, date(2026, 11, 9)) == "needs_assessment"
    assert verdict("25b_1", case, date(2026, 11, 10)) == "should_be_granted"
    assert verdict("25b_1", case) == "should_be_granted"


def test_time_with_a_duldung_for_unclear_identity_is_not_credited() -> None:
    periods = [status("D60a_2_1", "2019-01-01", "2024-01-01"), status("D60b", "2024-01-01", "2026-06-01")]
    periods.append(status("D60a_2_1", "2026-06-01"))
    case = client(status_periods=periods)
    assert verdict("25b_1", case) == "needs_assessment"
    assert "60b_not_counted" in {shown.row.id for shown in result("25b_1", case).warnings}


def test_the_same_time_counts_while_a_104c_title_is_held() -> None:
    periods = [
        status("D60b", "2018-01-01", "2025-11-01"),
        status("title:104c_holder", "2025-11-01", "2027-05-01"),
    ]
    found = result("25b_1", client(status_periods=periods), kind=EXTENSION)
    assert found.verdict is not None
    assert found.verdict.value == "should_be_granted"
    assert found.winner is not None
    assert found.winner.route.id == "104c_cleared"


# 8, 9, 24: offences ----------------------------------------------------------------------------------------


def tolerated(**facts: Any) -> CaseFile:
    return client(status_periods=[status("D60a_2_1", "2018-01-01")], **facts)


def conviction(kind: str, amount: int, **more: Any) -> list[dict[str, Any]]:
    return [{"kind": kind, "amount": str(amount), "final_on": "2024-01-01", "in_de": "yes"} | more]


def test_a_fine_is_no_bar_but_left_to_discretion() -> None:
    assert (
        verdict("25b_1", tolerated(convictions=conviction("fine", 120, intentional="yes")))
        == "discretion_open"
    )


def test_another_expulsion_interest_needs_its_number_first() -> None:
    """Whether a finding under § 54 is a bar of § 25b(2) no. 2 hangs on its number."""
    periods = [status("D60a_2_1", "2018-01-01")]
    assert (
        verdict("25b_1", client({"other_expulsion_interest": "yes"}, status_periods=periods))
        == "needs_assessment"
    )


@pytest.mark.parametrize(
    ("months", "intentional", "expected"),
    [
        (6, "yes", "not_available"),
        (7, "yes", "not_available"),
        (5, "yes", "discretion_open"),
        (7, "unknown", "facts_missing"),
    ],
)
def test_prison_of_six_months_bars_whether_suspended_or_not(
    months: int, intentional: str, expected: str
) -> None:
    more = {"suspended": "yes"} | ({} if intentional == "unknown" else {"intentional": intentional})
    assert verdict("25b_1", tolerated(convictions=conviction("prison", months, **more))) == expected


def test_a_negligent_offence_is_no_bar() -> None:
    convictions = conviction("prison", 7, intentional="no")
    assert verdict("25b_1", tolerated(convictions=convictions)) != "not_available"
    unjudged = client(
        {"other_expulsion_interest": "unknown"},
        status_periods=[status("D60a_2_1", "2018-01-01")],
        convictions=convictions,
    )
    assert verdict("25b_1", unjudged) != "not_available"


def test_a_conviction_marked_as_disputed_is_a_question_not_a_bar() -> None:
    written = {"value": conviction("prison", 6, intentional="yes"), "disputed": "yes", "by": "mk"}
    assert verdict("25b_1", tolerated(convictions=written)) == "needs_assessment"


# 10-12: the opportunity residence --------------------------------------------------------------------------


def holder_104c(filed_on: str, for_title: str = "25b_1") -> CaseFile:
    application = {"title_id": for_title, "decision_kind": "extension", "filed_on": filed_on}
    periods = [
        status("D60a_2_1", "2018-01-01", "2025-07-01"),
        status("title:104c_holder", "2025-07-01", "2027-01-01"),
    ]
    return client(status_periods=periods, applications=[application])


def test_application_on_the_last_day_keeps_the_104c_title_alive() -> None:
    case = holder_104c("2026-12-31")
    found = result("25b_1", case, date(2027, 1, 15), EXTENSION)
    assert found.verdict is not None
    assert found.verdict.value == "should_be_granted"
    assert found.winner is not None
    assert found.winner.route.id == "104c_cleared"


def test_application_two_days_late_does_not() -> None:
    case = holder_104c("2027-01-02")
    assert fact("holds_104c", case, date(2027, 1, 15)).value is False
    late = result("25b_1", case, date(2027, 1, 15), EXTENSION)
    assert "late_filing" in {shown.row.id for shown in late.warnings if not shown.open}


def test_another_application_does_not_prolong_the_104c_title() -> None:
    case = holder_104c("2026-12-15", "25_4_1")
    assert fact("holds_104c", case, date(2027, 1, 15)).value is False
    before = result("25_4_1", case, date(2026, 12, 20))
    assert "104c_other_application" in {shown.row.id for shown in before.warnings if not shown.open}


def test_after_a_late_application_only_an_order_keeps_the_104c_title_alive() -> None:
    """Boundary case 10: § 81(4) s. 3 once the office has ordered it, not before."""
    application = {"title_id": "25b_1", "decision_kind": "extension", "filed_on": "2027-01-02"}
    held = [
        status("D60b", "2018-01-01", "2025-07-01"),
        status("title:104c_holder", "2025-07-01", "2027-01-01"),
    ]
    late = client(status_periods=held, applications=[application])
    assert verdict("25b_1", late, date(2027, 1, 15), EXTENSION) == "not_available"
    ordered = client(status_periods=[*held, status("F81_4_late", "2027-01-08")], applications=[application])
    assert verdict("25b_1", ordered, date(2027, 1, 7), EXTENSION) == "not_available"
    assert verdict("25b_1", ordered, date(2027, 1, 15), EXTENSION) == "should_be_granted"


def test_a_training_permit_alone_lets_the_104c_title_run_out() -> None:
    """Boundary case 11: an application for a title outside §§ 25a, 25b has no effect of continuation."""
    case = holder_104c("2026-12-15", "16g")
    assert fact("holds_104c", case, date(2026, 12, 31)).value is True
    assert fact("holds_104c", case, date(2027, 1, 1)).value is False
    shown = {
        each.row.id for each in result("25b_1", case, date(2026, 12, 20), EXTENSION).warnings if not each.open
    }
    assert {"104c_file_in_time", "repeal_2027"} <= shown
    assert verdict("25b_1", case, date(2027, 1, 15), EXTENSION) == "not_available"


def test_a_wish_for_a_new_104c_title_is_closed() -> None:
    assert verdict("104c_holder", tolerated()) == "not_available"


# 15, 26: temporary stay ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        ("2026-01-22", "6_months"),
        ("2025-05-23", "6_months"),
        ("2025-05-22", "36_months"),
        ("2025-04-22", "36_months"),
    ],
)
def test_validity_of_the_temporary_title_follows_lawful_stay(since: str, expected: str) -> None:
    periods = [status("title:25_4_1", since, "2027-01-22")]
    found = result("25_4_1", client(status_periods=periods), kind=EXTENSION)
    assert found.verdict is not None
    assert found.verdict.value == "discretion_open"
    certain = {
        each.row.value for each in found.consequences if each.row.topic is Topic.VALIDITY and not each.open
    }
    assert certain == {expected}
    benefits = {each.row.value for each in found.consequences if each.row.topic is Topic.BENEFITS}
    assert "AsylbLG" in benefits


def test_late_application_without_an_order_makes_the_duty_enforceable() -> None:
    application = {"title_id": "25_4_1", "decision_kind": "grant", "filed_on": "2026-11-15"}
    student = [status("title:other", "2024-11-10", "2026-11-10", variant="§ 16b")]
    late = client(status_periods=student, applications=[application])
    assert verdict("25_4_1", late) == "not_available"
    ordered = client(
        status_periods=[*student, status("F81_4_late", "2026-11-18")], applications=[application]
    )
    assert verdict("25_4_1", ordered) == "discretion_open"


def test_application_in_time_keeps_it_open() -> None:
    application = {"title_id": "25_4_1", "decision_kind": "grant", "filed_on": "2026-11-05"}
    student = [status("title:other", "2024-11-10", "2026-11-10", variant="§ 16b")]
    assert verdict("25_4_1", client(status_periods=student, applications=[application])) == "discretion_open"


def test_with_a_duldung_the_temporary_title_is_out() -> None:
    assert verdict("25_4_1", tolerated()) == "not_available"


# 19, 20, 25: asylum procedures -----------------------------------------------------------------------------


def asylum(**more: Any) -> dict[str, Any]:
    return {"kind": "first"} | more


def test_subsequent_application_of_a_25_3_holder_is_warned_about() -> None:
    first = asylum(filed_on="2024-01-01", decided_on="2026-04-01", final_on="2026-05-01", outcome="ban_60_5")
    again = {"kind": "subsequent", "filed_on": "2026-11-02", "outcome": "pending"}
    periods = [status("title:25_3", "2026-05-20", "2027-05-20", issued_on="2026-05-20", issued_by="ABH")]
    case = client(status_periods=periods, asylum_procedures=[first, again])
    shown = {each.row.id for each in result("25_3", case, kind=EXTENSION).warnings}
    assert "asylum_ends_fiction" in shown
    assert "lapse_asylum_filed" in shown
    assert not {"lapse_asylum_risk", "late_filing"} & shown


def rejected(ground: str, filed: str, decided: str) -> CaseFile:
    procedure = asylum(
        filed_on=filed, decided_on=decided, final_on=decided, outcome="rejected_mu", mu_ground=ground
    )
    return tolerated(asylum_procedures=[procedure])


@pytest.mark.parametrize(
    ("filed", "decided", "ground", "expected"),
    [
        ("2023-01-01", "2024-02-27", "3", "not_available"),
        ("2023-01-01", "2024-02-28", "3", "needs_assessment"),
        ("2023-01-01", "2025-03-01", "5", "needs_assessment"),
        ("2026-06-11", "2026-08-01", "5", "needs_assessment"),
        ("2026-06-12", "2026-08-01", "1c", "not_available"),
    ],
)
def test_three_regimes_of_qualified_rejection(filed: str, decided: str, ground: str, expected: str) -> None:
    case = rejected(ground, filed, decided)
    permit = client(
        status_periods=[status("title:other", "2024-01-01", "2027-01-01", variant="§ 16b")],
        asylum_procedures=[
            asylum(
                filed_on=filed, decided_on=decided, final_on=decided, outcome="rejected_mu", mu_ground=ground
            )
        ],
    )
    assert verdict("25_4_1", permit) == expected
    assert verdict("25b_1", case) == "discretion_open"


def test_asylum_application_bars_the_first_grant_but_not_the_extension_of_25b() -> None:
    pending = asylum(filed_on="2026-10-05", outcome="pending")
    first = tolerated(asylum_procedures=[pending])
    refused = result("25b_1", first)
    assert refused.verdict is not None
    assert refused.verdict.value == "not_available"
    assert refused.without_bar is not None
    assert refused.without_bar.value == "should_be_granted"
    permit = status("title:25b_1", "2024-12-15", "2026-12-15", issued_on="2024-12-15", issued_by="ABH Jena")
    holder = client(
        status_periods=[status("D60a_2_1", "2018-01-01", "2024-12-15"), permit], asylum_procedures=[pending]
    )
    assert verdict("25b_1", holder, kind=EXTENSION) == "should_be_granted"


# 23, 42 and the protected ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("outcome", "title"), [("art16a", "25_1"), ("refugee", "25_2_1"), ("subsidiary", "25_2_2")]
)
def test_recognition_gives_the_title_and_nothing_else_is_asked(outcome: str, title: str) -> None:
    procedure = asylum(filed_on="2025-01-01", decided_on="2026-01-01", final_on="2026-02-01", outcome=outcome)
    case = client(
        status_periods=[status("gestattung", "2025-01-01")],
        asylum_procedures=[procedure],
        identity_status=[{"value": "not", "on": "2025-01-01"}],
        passports="none",
        health_insurance="none",
        employment_periods="none",
        entered_with_required_visa="no",
    )
    assert verdict(title, case) == "entitlement_indicated"
    others = {"25_1", "25_2_1", "25_2_2"} - {title}
    assert {verdict(other, case) for other in others} == {"not_available"}


def test_family_member_of_a_refugee() -> None:
    procedure = asylum(
        filed_on="2026-06-20",
        decided_on="2026-10-01",
        outcome="family_art23",
        own_status="no",
        anchor_status="refugee",
    )
    case = client(status_periods=[status("gestattung", "2026-06-20")], asylum_procedures=[procedure])
    found = result("25_2_1", case)
    assert found.verdict is not None
    assert found.verdict.value == "entitlement_indicated"
    validity = {each.row.value for each in found.consequences if each.row.topic is Topic.VALIDITY}
    assert validity == {"36_months", "disputed"}
    assert verdict("25_2_2", case) == "not_available"


def test_commitment_without_livelihood_stays_a_matter_of_discretion() -> None:
    case = client(
        status_periods=[status("visa_D", "2026-10-01", "2027-01-01")],
        admission_basis="23_2_commitment",
        admission_doc_date="2025-03-03",
        commitment_withdrawn="no",
        employment_periods="none",
        household_need="563",
    )
    found = result("23_2", case)
    assert found.verdict is not None
    assert found.verdict.value == "discretion_open"
    assert found.cap is not None
    assert found.cap.value == "entitlement_indicated"


def test_hardship_extension_needs_a_permit_on_the_day() -> None:
    judged = {
        "special_circumstances_individual": "yes",
        "leaving_is_exceptional_hardship": "yes",
        "no_other_extension_or_title_possible": "yes",
    }
    permit = [status("title:other", "2024-01-01", "2026-11-23", variant="§ 16b")]
    case = client(judged, status_periods=permit)
    assert verdict("25_4_2", case, date(2026, 11, 22), EXTENSION) == "discretion_open"
    assert verdict("25_4_2", case, date(2026, 11, 23), EXTENSION) == "not_available"


def test_nothing_asked_yet_is_facts_missing_everywhere() -> None:
    empty = document.read_case(
        Plain({"bleibelotse": "1", "client": {"name": "Test"}}, "case.yaml"), INPUTS, TODAY
    )
    for norm in PACK.norms:
        if norm.examined:
            kind = norm.decision(GRANT)
            found = result(norm.id, empty, kind=kind)
            assert found.verdict is not None
            assert found.verdict.value == "facts_missing"
            assert found.open
