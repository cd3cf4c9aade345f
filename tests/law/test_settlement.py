"""Settlement permits from a client's answers to the verdict: the boundary cases 17, 18, 32, 34 and 38."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from desktop.cases.applications import DecisionKind
from desktop.cases.casefile import CaseFile
from desktop.rules.checklist import Need, items
from desktop.rules.fees import FeeOutcome, fees
from desktop.rules.verdict import Verdict
from desktop.services import forecast
from desktop.services.reference import Reference
from tests.law.making import TODAY, client, fact, result, status, verdict
from tests.law.worked_cases import PACK, deciding, stated

pytestmark = pytest.mark.law

SETTLED = {
    "notice_73b3": ["none_known"],
    "licence_needed": "no",
    "housing_sufficient": "yes",
    "integration_course": {"passed_on": "2024-05-05"},
    "language_proofs": [{"level": "B1", "skill": "full"}],
    "pension_months": "60",
    "pension_credit_months": "0",
    "comparable_pension_provision": "no",
    "spouse_meets_9_3": ["none"],
}
JUDGED = {"public_order_no4_ok": "yes", "simple_oral_no_course_duty": "no", "hardship_language_civic": "no"}
RECOGNISED = {"kind": "first", "filed_on": "2021-11-20", "decided_on": "2023-10-15", "final_on": "2023-11-01"}


def settled(judgements: Mapping[str, str] | None = None, **facts: Any) -> CaseFile:
    return client(JUDGED | dict(judgements or {}), **(SETTLED | facts))


def refugee(**facts: Any) -> CaseFile:
    return settled(
        asylum_procedures=[RECOGNISED | {"outcome": "refugee"}],
        status_periods=[status("title:25_2_1", "2023-12-01", "2027-12-01")],
        **facts,
    )


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2026, 11, 22), "not_available"),
        (date(2026, 12, 18), "not_available"),
        (date(2026, 12, 19), "entitlement_indicated"),
        (date(2026, 12, 20), "entitlement_indicated"),
    ],
)
def test_procedure_and_possession_reach_five_years(on: date, expected: str) -> None:
    """Boundary case 17."""
    case = refugee()
    assert verdict("26_3_5y", case, on) == expected
    if expected == "not_available":
        assert deciding(result("26_3_5y", case, on)) == {"time_seamless", "time_bridged"}


def test_the_forecast_names_the_day() -> None:
    """Boundary case 17: 60 months are reached on 19 December 2026."""
    found = forecast.forecast(Reference(PACK, {}), refugee(), TODAY, years=1, title="26_3_5y").forecast
    assert found.title("26_3_5y").first_day(Verdict.ENTITLEMENT_INDICATED) == date(2026, 12, 19)


def resettled(judged: str, **facts: Any) -> CaseFile:
    return settled(
        {"withdrawal_conditions_23_4": judged},
        status_periods=[
            status("visa_D", "2021-10-01", "2021-11-22"),
            status("title:23_4", "2021-11-22", "2027-11-22"),
        ],
        notice_73b3=["widerruf"],
        **facts,
    )


@pytest.mark.parametrize(
    ("judged", "expected"),
    [("no", "entitlement_indicated"), ("unknown", "needs_assessment"), ("yes", "not_available")],
)
def test_for_resettled_persons_the_grounds_for_withdrawal_count_and_no_notice(
    judged: str, expected: str
) -> None:
    assert verdict("26_3_5y", resettled(judged)) == expected
    assert (
        verdict("26_3_3y", resettled(judged, language_proofs=[{"level": "C1", "skill": "full"}])) == expected
    )


def test_a_break_in_the_card_leaves_discretion() -> None:
    case = settled(
        asylum_procedures=[RECOGNISED | {"outcome": "refugee"}],
        status_periods=[
            status("title:25_2_1", "2023-12-01", "2026-01-01"),
            status("title:25_2_1", "2026-02-01", "2029-02-01"),
        ],
    )
    assert verdict("26_3_5y", case, date(2027, 1, 18)) == "not_available"
    assert verdict("26_3_5y", case, date(2027, 1, 19)) == "discretion_open"


def subsidiary(**facts: Any) -> CaseFile:
    return settled(
        asylum_procedures=[RECOGNISED | {"outcome": "subsidiary"}],
        status_periods=[status("title:25_2_2", "2021-11-22", "2027-11-22")],
        **facts,
    )


def test_forty_pension_months_need_an_alternative() -> None:
    """Boundary cases 18 and 32."""
    assert verdict("26_4", subsidiary(pension_months="60")) == "discretion_open"
    assert verdict("26_4", subsidiary(pension_months="40")) == "not_available"
    for alternative in (
        {"comparable_pension_provision": "yes"},
        {"pension_credit_months": "24"},
        {"spouse_meets_9_3": ["no3"]},
        {
            "health_limits": [
                {"affects": "pension", "kind": "illness", "from": "2020-01-01", "confirmed_by": "Dr. A"}
            ]
        },
    ):
        assert verdict("26_4", subsidiary(**({"pension_months": "40"} | alternative))) == "discretion_open"


def test_a_trainee_is_not_excused_from_the_pension() -> None:
    """Boundary case 32: § 9(3) s. 2 is not carried over."""
    training = [{"type": "apprenticeship", "from": "2025-08-01", "to": "2028-08-01", "in_de": "yes"}]
    trainee = subsidiary(pension_months="40", education_periods=training)
    assert verdict("26_4", trainee) == "not_available"
    credited = subsidiary(pension_months="40", pension_credit_months="24", education_periods=training)
    assert fact("pension_months_with_credits", credited).value == 64
    assert verdict("26_4", credited) == "discretion_open"
    young = subsidiary(
        pension_months="0", education_periods=training, birth_date="2005-01-01", entry_date="2021-11-01"
    )
    assert verdict("26_4", young) == "not_available"
    assert verdict("35_hint", young) == "needs_assessment"


def test_age_alone_is_no_illness() -> None:
    """§ 9(2) s. 3, 6 name illness and disability; the pension age counts for § 26(3) s. 2 only."""
    limit = [{"affects": "livelihood", "kind": "age", "from": "2020-01-01", "confirmed_by": "mk"}]
    old = {"employment_periods": "none", "health_limits": limit, "birth_date": "1950-01-01"}
    assert verdict("26_4", subsidiary(**old)) == "not_available"
    assert verdict("26_3_5y", refugee(**old), date(2026, 12, 19)) == "entitlement_indicated"
    younger = old | {"birth_date": "1966-01-01"}
    assert verdict("26_3_5y", refugee(**younger), date(2026, 12, 19)) == "not_available"


def test_a_notice_of_entzug_closes_the_five_year_way_and_leaves_the_other_open_to_assessment() -> None:
    """Boundary case 34."""
    noticed = {"notice_73b3": ["entzug"], "language_proofs": [{"level": "C1", "skill": "full"}]}
    on = date(2026, 12, 19)
    assert verdict("26_3_5y", refugee(**noticed), on) == "not_available"
    assert verdict("26_3_3y", refugee(**noticed), on) == "needs_assessment"
    assert "settlement_entzug" in {
        shown.row.id for shown in result("26_3_3y", refugee(**noticed), on).warnings
    }
    none_known = noticed | {"notice_73b3": ["none_known"]}
    assert verdict("26_3_5y", refugee(**none_known), on) == "entitlement_indicated"
    assert verdict("26_3_3y", refugee(**none_known), on) == "entitlement_indicated"
    both = noticed | {"notice_73b3": ["entzug", "widerruf"]}
    assert verdict("26_3_3y", refugee(**both), on) == "not_available"


@pytest.mark.parametrize(
    ("net", "expected"),
    [
        ("750", "not_available"),
        ("760", "needs_assessment"),
        ("1124", "needs_assessment"),
        ("1125", "entitlement_indicated"),
    ],
)
def test_the_share_for_the_three_year_way_is_practice_above_half(net: str, expected: str) -> None:
    job = [{"from": "2020-01-01", "hours_week": "30", "gross": "1500", "net": net, "insured": "yes"}]
    case = refugee(employment_periods=job, language_proofs=[{"level": "C1", "skill": "full"}])
    assert verdict("26_3_3y", case) == expected


def test_the_practice_mark_stands_in_the_terms_and_in_the_condition_alike() -> None:
    term = PACK.terms.term("far_predominant_livelihood_pct", TODAY)
    assert term.layer == "practice"
    examination = PACK.norm("26_3_3y").version(TODAY).examination(DecisionKind.GRANT)
    assert examination is not None
    (leaf,) = (leaf for leaf in examination.leaves if leaf.id == "livelihood_far")
    assert str(leaf.test.operand) == term.value


def test_a_rejection_on_a_listed_ground_stays_disputed_at_the_settlement_permit() -> None:
    """Boundary case 38: never silently discretion."""
    rejected = {
        "kind": "first",
        "filed_on": "2015-01-01",
        "decided_on": "2016-12-01",
        "final_on": "2017-01-01",
    }
    derogation = settled(
        asylum_procedures=[rejected | {"outcome": "rejected_mu", "mu_ground": "1"}],
        status_periods=[
            status("D60a_2_1", "2017-01-01", "2021-11-22"),
            status("title:25b_1", "2021-11-22", "2027-11-22"),
        ],
    )
    found = result("26_4", derogation)
    assert found.verdict is Verdict.NEEDS_ASSESSMENT
    assert deciding(found) == {"G10_3_2"}
    plain = settled(
        asylum_procedures=[rejected | {"outcome": "rejected"}],
        status_periods=[status("title:25b_1", "2021-11-22", "2027-11-22")],
    )
    assert verdict("26_4", plain) == "discretion_open"


def test_nothing_is_promised_where_nobody_asked_for_the_procedure() -> None:
    case = settled(
        asylum_procedures="unknown", status_periods=[status("title:25_3", "2023-11-22", "2027-11-22")]
    )
    assert verdict("26_4", case) == "facts_missing"
    without = settled(
        asylum_procedures="none", status_periods=[status("title:25_3", "2023-11-22", "2027-11-22")]
    )
    assert verdict("26_4", without) == "not_available"


def outcome(title: str, facts: Mapping[str, str], *, minor: bool = False) -> tuple[str, FeeOutcome]:
    nobody = {
        "receives_benefits": "no",
        "protection_status": "none",
        "status_variant": "none",
        "admission_basis": "none",
    }
    sheet = fees(PACK, stated(nobody | dict(facts)), title, DecisionKind.GRANT, TODAY, minor=minor)
    (line,) = (line for group in sheet.groups for line in group.lines if line.fee.id == "ne_issue")
    return str(line.amount), line.outcome


def test_the_fee_of_the_settlement_permit() -> None:
    """§ 44 no. 3 AufenthV: benefits do not free from it, protection and § 23(2) do (§ 52(3), (4))."""
    own = {"status_variant": "own_status"}
    assert outcome("26_4", {}) == ("113", FeeOutcome.PAYABLE)
    assert outcome("26_4", {}, minor=True) == ("56.50", FeeOutcome.PAYABLE)
    assert outcome("26_4", {"receives_benefits": "yes"}) == ("113", FeeOutcome.DISCRETIONARY)
    assert outcome("26_4", own | {"protection_status": "subsidiary"}) == ("113", FeeOutcome.EXEMPT)
    assert outcome("26_3_5y", own | {"protection_status": "refugee"}) == ("113", FeeOutcome.EXEMPT)
    assert outcome("26_3_5y", {"status_variant": "art23_family"})[1] is FeeOutcome.TO_BE_CLAIMED
    assert outcome("26_4", {"admission_basis": "23_2_commitment"}) == ("113", FeeOutcome.EXEMPT)
    assert outcome("26_3_5y", {"admission_basis": "23_4_commitment"}) == ("113", FeeOutcome.EXEMPT)


def papers(title: str, **facts: str) -> set[str]:
    nothing = {
        "passport_obligation_met": "yes",
        "is_employee": "no",
        "receives_benefits": "no",
        "minor_applicant": "no",
        "integration_course_passed": "no",
        "in_school_training_or_study": "no",
    } | {f"illness_waiver.{topic}": "no" for topic in ("livelihood", "pension", "language", "civic")}
    nothing |= {f"spouse_meets.{number}": "no" for number in ("no3", "no5", "no6")}
    found = items(PACK, stated(nothing | facts), title, DecisionKind.GRANT)
    return {item.document.code for item in found if item.need is Need.NEEDED}


def test_papers_for_the_settlement_permit() -> None:
    common = {"form_application", "passport", "photo_digital", "current_title", "registration", "bamf_notice"}
    integrated = {"german_cert_full", "lid_test", "lease"}
    assert papers("26_3_5y") == papers("26_3_3y") == common | integrated
    assert papers("26_4") == common | integrated | {"pension_record", "health_insurance"}
    assert papers("35_hint") == common | {"german_cert_full", "health_insurance"}


@pytest.mark.parametrize(
    ("title", "facts", "paper"),
    [
        ("26_4", {"is_employee": "yes"}, "income_slips"),
        ("26_4", {"receives_benefits": "yes"}, "benefit_notice"),
        ("26_4", {"minor_applicant": "yes"}, "custody"),
        ("26_4", {"integration_course_passed": "yes"}, "integration_course"),
        ("26_4", {"illness_waiver.pension": "yes"}, "illness_cert"),
        ("26_3_5y", {"illness_waiver.civic": "yes"}, "illness_cert"),
        ("26_4", {"spouse_meets.no3": "yes"}, "family_proof"),
        ("35_hint", {"in_school_training_or_study": "yes"}, "school_certs"),
    ],
)
def test_papers_that_hang_on_the_case(title: str, facts: dict[str, str], paper: str) -> None:
    assert paper in papers(title, **facts)
    assert paper not in papers(title)


@pytest.mark.parametrize(
    ("answer", "five_years", "others"),
    [
        ("continues", "entitlement_indicated", "discretion_open"),
        ("procedure_open", "needs_assessment", "needs_assessment"),
        ("ended", "not_available", "needs_assessment"),
        ("unknown", "facts_missing", "needs_assessment"),
    ],
)
def test_protection_that_has_ended_carries_no_settlement_permit(
    answer: str, five_years: str, others: str
) -> None:
    assert verdict("26_3_5y", refugee(protection_ended=answer), date(2026, 12, 19)) == five_years
    assert verdict("26_4", subsidiary(protection_ended=answer)) == others
