"""Boundary cases from answers to the verdict: asylum procedures, protected persons, commitments, hardship."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.cases.casefile import CaseFile
from desktop.rules.tables import Topic
from tests.law.making import EXTENSION, asylum, client, result, status, tolerated, verdict

pytestmark = pytest.mark.law


# 19, 20, 25: asylum procedures -----------------------------------------------------------------------------


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
