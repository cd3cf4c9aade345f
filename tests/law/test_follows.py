"""What follows from a title, from a client's answers to what the service says: §§ 12a, 29, 44, and Art. 23.

The rows of single facts stand in `test_consequences`, the table of all titles in `test_matrix`.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desktop.cases.applications import DecisionKind
from desktop.cases.casefile import CaseFile
from desktop.rules.fees import FeeOutcome, fees
from desktop.rules.tables import Topic
from desktop.services import assessment
from desktop.services.reference import Reference
from tests.case_facts import case_facts
from tests.law.making import TODAY, client, status
from tests.law.worked_cases import PACK

pytestmark = pytest.mark.law

REFERENCE = Reference(PACK, {})
EXTENSION = DecisionKind.EXTENSION


def shown(
    title: str, case: CaseFile, topic: Topic, on: date = TODAY, kind: DecisionKind = EXTENSION
) -> dict[str, bool]:
    """The values the service shows on a topic, and whether each is open."""
    (found,) = assessment.assess(REFERENCE, case, on, title=title, decision=kind).titles
    return {
        each.row.value or each.row.id: each.open for each in found.consequences if each.row.topic is topic
    }


def certain(title: str, case: CaseFile, topic: Topic, on: date = TODAY) -> set[str]:
    return {value for value, is_open in shown(title, case, topic, on).items() if not is_open}


def recognised(
    outcome: str, filed: str = "2026-06-20", final: str = "2026-09-15", **more: Any
) -> list[dict[str, Any]]:
    return [
        {"kind": "first", "filed_on": filed, "decided_on": final, "final_on": final, "outcome": outcome}
        | more
    ]


# 13: subsidiary protection -------------------------------------------------------------------------------


def test_reunification_with_subsidiary_protection_is_suspended_without_a_period() -> None:
    """Boundary case 13."""
    case = client(
        {"family_life_elsewhere_impossible": "yes"},
        asylum_procedures=recognised("subsidiary"),
        status_periods=[status("title:25_2_2", "2026-10-01", "2029-10-01")],
        family_reunion_application_on="none",
        sponsor_notice_on="none",
    )
    assert shown("25_2_2", case, Topic.FAMILY) == {"suspended": False}
    assert certain("25_2_2", case, Topic.FAMILY, date(2027, 7, 24)) == {"quota", "waiver_mandatory"}


# 37: the three months ------------------------------------------------------------------------------------


def refugee(judged: str = "yes", **facts: Any) -> CaseFile:
    return client(
        {"family_life_elsewhere_impossible": judged, "low_integration_need": "no"},
        **{
            "asylum_procedures": recognised("refugee"),
            "status_periods": [status("title:25_2_1", "2026-10-01", "2029-10-01")],
            "family_reunion_application_on": "2027-02-01",
            "sponsor_notice_on": "none",
        }
        | facts,
    )


ON = date(2027, 2, 10)


@pytest.mark.parametrize(
    ("notice", "expected"),
    [
        ("2026-12-10", {"privileged", "waiver_mandatory"}),
        ("2026-12-14", {"privileged", "waiver_mandatory"}),
        ("2026-12-15", {"privileged", "waiver_mandatory"}),
        ("2026-12-24", {"privileged", "waiver_discretion"}),
        ("none", {"privileged", "waiver_discretion"}),
    ],
)
def test_the_notice_of_the_person_here_keeps_the_three_months(notice: str, expected: set[str]) -> None:
    """Boundary case 37."""
    assert certain("25_2_1", refugee(sponsor_notice_on=notice), Topic.FAMILY, ON) == expected


def test_the_day_after_the_period_is_left_to_a_check_of_holidays() -> None:
    found = shown("25_2_1", refugee(sponsor_notice_on="2026-12-16"), Topic.FAMILY, ON)
    assert found == {"privileged": False, "waiver_mandatory": True, "waiver_discretion": True}


def test_a_period_that_ends_on_a_weekend_runs_to_monday() -> None:
    thursday = recognised("refugee", final="2026-08-05")  # ends on Thursday 5 November
    assert "waiver_mandatory" in certain(
        "25_2_1", refugee(asylum_procedures=thursday, sponsor_notice_on="2026-11-05"), Topic.FAMILY, ON
    )
    sunday = recognised("refugee", final="2026-08-08")  # Sunday 8 November -> Monday 9 November
    in_time = refugee(asylum_procedures=sunday, sponsor_notice_on="2026-11-09")
    assert "waiver_mandatory" in certain("25_2_1", in_time, Topic.FAMILY, ON)
    late = refugee(asylum_procedures=sunday, sponsor_notice_on="2026-11-20")
    assert "waiver_discretion" in certain("25_2_1", late, Topic.FAMILY, ON)


@pytest.mark.parametrize(
    ("notice", "expected"),
    [
        ("2026-12-21", {"privileged", "waiver_mandatory"}),
        ("2026-12-22", {"privileged", "waiver_mandatory"}),
        ("2027-01-05", {"privileged", "waiver_discretion"}),
    ],
)
def test_for_resettled_persons_the_three_months_run_from_the_grant(notice: str, expected: set[str]) -> None:
    case = client(
        {"family_life_elsewhere_impossible": "yes"},
        status_periods=[status("title:23_4", "2026-09-22", "2029-09-22")],
        family_reunion_application_on="none",
        sponsor_notice_on=notice,
    )
    assert certain("23_4", case, Topic.FAMILY, ON) == expected


def test_without_the_judgement_the_mandatory_waiver_stays_open() -> None:
    found = shown("25_2_1", refugee("unknown", sponsor_notice_on="2026-12-10"), Topic.FAMILY, ON)
    assert found == {"privileged": False, "waiver_mandatory": True}
    possible = shown("25_2_1", refugee("no", sponsor_notice_on="2026-12-10"), Topic.FAMILY, ON)
    assert possible == {"privileged": False}


# 23, 28: family under Art. 23 ----------------------------------------------------------------------------


def art23() -> CaseFile:
    return client(
        {"family_life_elsewhere_impossible": "yes"},
        asylum_procedures=recognised("family_art23", anchor_status="refugee", own_status="no"),
        status_periods=[status("title:25_2_1", "2026-10-01", "2027-05-01")],
        family_reunion_application_on="2026-10-01",
        sponsor_notice_on="none",
        assigned_land="TH",
        exemptions_12a="none",
    )


def test_both_readings_of_the_validity_are_shown_for_family() -> None:
    """Boundary case 23: an entitlement, three years by statute and the relative's date by EU law."""
    case = art23()
    assert certain("25_2_1", case, Topic.VALIDITY) == {"36_months", "disputed"}
    (found,) = assessment.assess(REFERENCE, case, TODAY, title="25_2_1", decision=DecisionKind.GRANT).titles
    assert found.verdict is not None
    assert found.verdict.value == "entitlement_indicated"
    own = refugee()
    assert certain("25_2_1", own, Topic.VALIDITY) == {"36_months"}


def test_family_without_own_status_gets_no_certain_yes_to_what_hangs_on_one() -> None:
    """Boundary case 28 and the table of own status and Art. 23 family."""
    case, own = art23(), refugee(sponsor_notice_on="2026-10-10")
    assert certain("25_2_1", case, Topic.PATH) == {"26_3", "eu_long_term_open"}
    assert certain("25_2_1", own, Topic.PATH) == {"26_3", "eu_long_term"}
    assert certain("25_2_1", case, Topic.FAMILY) == {"privileged", "disputed"}
    assert "waiver_mandatory" in certain("25_2_1", own, Topic.FAMILY)
    assert certain("25_2_1", case, Topic.TRAVEL) == {"disputed"}
    assert certain("25_2_1", own, Topic.TRAVEL) == {"refugee_document"}
    assert certain("25_2_1", case, Topic.LAPSE) == {"not_on_asylum_application", "disputed"}
    assert certain("25_2_1", own, Topic.LAPSE) == {"not_on_asylum_application", "abroad_protected"}
    assert "disputed" in certain("25_2_1", case, Topic.REVOCATION)
    assert "revocation_protected" not in certain("25_2_1", case, Topic.REVOCATION)
    assert "revocation_protected" in certain("25_2_1", own, Topic.REVOCATION)
    assert shown("25_2_1", case, Topic.RESIDENCE)["open"] is True
    assert "bound" not in certain("25_2_1", case, Topic.RESIDENCE)
    assert certain("25_2_1", case, Topic.WORK) == {"free"}


@pytest.mark.parametrize(
    ("family", "expected"), [(True, FeeOutcome.TO_BE_CLAIMED), (False, FeeOutcome.EXEMPT)]
)
def test_family_claims_the_exemption_from_fees(family: bool, expected: FeeOutcome) -> None:
    case = art23() if family else refugee()
    facts = case_facts(PACK, case, TODAY, "25_2_1", EXTENSION)
    sheet = fees(PACK, facts, "25_2_1", EXTENSION, TODAY)
    outcomes = {
        line.outcome for group in sheet.groups for line in group.lines if line.fee.id == "ae_ext_gt3m"
    }
    assert outcomes == {expected}


# 21, 27: the residence duty ------------------------------------------------------------------------------


def banned(**facts: Any) -> CaseFile:
    return client(
        **{
            "removal_ban_source": "bamf",
            "removal_ban_kind": "60_5",
            "status_periods": [status("title:25_3", "2025-11-22", "2028-11-22", issued_by="abh")],
            "assigned_land": "TH",
            "exemptions_12a": "none",
        }
        | facts
    )


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2026, 11, 22), "bound"),
        (date(2028, 11, 21), "bound"),
        (date(2028, 11, 22), "bound"),
        (date(2028, 11, 23), "over"),
    ],
)
def test_the_residence_duty_binds_without_benefits_up_to_its_last_day(on: date, expected: str) -> None:
    """Boundary case 21."""
    found = certain("25_3", banned(), Topic.RESIDENCE, on)
    assert expected in found
    assert ("bound" in found) is (expected == "bound")
    assert ("lifting" in found) is (expected == "bound")


WIFE = {"reason": "job", "person": "spouse_partner", "hours_week": "20", "income_sufficient": "yes"}


def test_the_job_of_the_wife_lifts_the_duty_and_its_early_end_brings_it_back_in_the_new_land() -> None:
    """Boundary case 27."""
    working = banned(exemptions_12a=[WIFE | {"from": "2026-09-01"}])
    found = certain("25_3", working, Topic.RESIDENCE)
    assert "exempt" in found
    assert "bound" not in found
    ended = banned(exemptions_12a=[WIFE | {"from": "2026-09-01", "to": "2026-11-01"}])
    assert {"bound", "bound_in_new_land"} <= certain("25_3", ended, Topic.RESIDENCE)
    few_hours = banned(exemptions_12a=[WIFE | {"from": "2026-09-01", "hours_week": "14"}])
    assert "bound" in certain("25_3", few_hours, Topic.RESIDENCE)
    assert "bound_in_new_land" not in certain("25_3", few_hours, Topic.RESIDENCE)


def test_a_reason_that_lasted_longer_leaves_the_duty_open() -> None:
    long = banned(exemptions_12a=[WIFE | {"from": "2026-01-01", "to": "2026-11-01"}])
    found = shown("25_3", long, Topic.RESIDENCE)
    assert found["bound"] is True
    assert found["exempt"] is True


@pytest.mark.parametrize(
    ("filed", "expected"), [("2026-06-11", "open"), ("2026-06-12", "bound"), ("2026-06-13", "bound")]
)
def test_only_protection_under_the_regulation_binds_for_certain(filed: str, expected: str) -> None:
    case = refugee(
        asylum_procedures=recognised("refugee", filed=filed), assigned_land="TH", exemptions_12a="none"
    )
    found = shown("25_2_1", case, Topic.RESIDENCE)
    assert found[expected] is (expected == "open")
    assert ("bound" in found) is (expected == "bound")


def test_a_child_distributed_by_the_youth_office_is_bound_from_majority() -> None:
    assert "from_majority" in certain("25_3", banned(birth_date="2010-01-01"), Topic.RESIDENCE)
    assert "from_majority" not in certain("25_3", banned(), Topic.RESIDENCE)


# 29: the integration course ------------------------------------------------------------------------------


def newly_issued(level: str, **facts: Any) -> CaseFile:
    return refugee(
        **{
            "status_periods": [status("title:25_2_1", "2026-03-01", "2029-03-01")],
            "asylum_procedures": recognised("refugee", "2024-01-01", "2026-02-01"),
            "language_proofs": [{"level": level, "skill": "full"}],
            "education_periods": "none",
            "course_registration_prevented": "no",
        }
        | facts
    )


@pytest.mark.parametrize(
    ("level", "on", "prevented", "expected"),
    [
        ("B1", date(2026, 11, 22), "no", {"orientation"}),
        ("A2", date(2026, 11, 22), "no", {"entitlement"}),
        ("A2", date(2027, 2, 28), "no", {"entitlement"}),
        ("A2", date(2027, 3, 1), "no", {"entitlement"}),
        ("A2", date(2027, 3, 2), "no", {"admission"}),
        ("A2", date(2027, 3, 2), "yes", {"entitlement"}),
    ],
)
def test_the_course_of_a_refugee(level: str, on: date, prevented: str, expected: set[str]) -> None:
    """Boundary case 29."""
    case = newly_issued(level, course_registration_prevented=prevented)
    judged = {"value": "no", "by": "mk", "on": "2026-11-01", "reason": "talked over"}
    assert judged
    found = {value for value, is_open in shown("25_2_1", case, Topic.COURSE, on).items()}
    assert expected <= found
    assert not ({"entitlement", "orientation", "admission"} - expected) & certain(
        "25_2_1", case, Topic.COURSE, on
    )


# The settlement permit after subsidiary protection -------------------------------------------------------


@pytest.mark.parametrize(("before", "expected"), [("25_2_2", "privileged"), ("25_3", "general")])
def test_reunification_after_the_settlement_permit_hangs_on_the_permit_before(
    before: str, expected: str
) -> None:
    case = client(
        status_periods=[
            status(f"title:{before}", "2020-01-01", "2026-01-01"),
            status("title:26_4", "2026-01-01"),
        ]
    )
    assert certain("26_4", case, Topic.FAMILY) == {expected}
