"""Boundary cases of admission, hardship and temporary protection: from the answers to what is shown."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from desktop.cases.casefile import CaseFile
from desktop.deadlines import ukraine
from desktop.rules.consequences import consequences_of, warnings_of
from desktop.rules.facts.changepoints import change_points
from desktop.rules.fees import FeeOutcome, fees
from desktop.rules.tables import Topic
from tests.case_facts import case_facts
from tests.law.making import EXTENSION, GRANT, TODAY, client, result, status, verdict
from tests.law.worked_cases import PACK

pytestmark = pytest.mark.law

UKRAINIAN: dict[str, Any] = {
    "entry_date": "2022-04-01",
    "ukr_group": "ukr_national",
    "ukr_stay_2022_02_24": "in_ukraine",
    "ukr_first_entry_on": "2022-04-01",
    "protection_in_other_member_state": "no",
    "tp_group": "ukr_national",
    "willing_to_be_admitted": "yes",
    "assigned_land": "TH",
}
NO_EXCLUSION = {"exclusion_60_8": "no"}


def ukrainian(judgements: Mapping[str, str] | None = None, **facts: Any) -> CaseFile:
    return client(NO_EXCLUSION | dict(judgements or {}), **(UKRAINIAN | facts))


def fact(name: str, case: CaseFile, on: date = TODAY, of: str | None = None) -> Any:
    return case_facts(PACK, case, on, "24", GRANT).fact(name, of).value


def shown(title: str, case: CaseFile, topic: Topic, on: date = TODAY) -> dict[str, bool]:
    rows = consequences_of(PACK, case_facts(PACK, case, on, title, GRANT), title, on)
    return {each.row.value: each.open for each in rows if each.row.topic is topic}


def warned(title: str, case: CaseFile, on: date = TODAY, kind: Any = GRANT) -> set[str]:
    found = warnings_of(PACK, case_facts(PACK, case, on, title, kind), title, kind, on)
    return {each.row.id for each in found if not each.open}


# 13: the way of hardship while reunification is suspended --------------------------------------------------


def test_spouse_abroad_of_a_person_with_subsidiary_protection() -> None:
    sponsor = client(
        asylum_procedures=[_subsidiary()], status_periods=[status("title:25_2_2", "2026-06-01", "2029-06-01")]
    )
    assert set(shown("25_2_2", sponsor, Topic.FAMILY)) == {"suspended"}
    spouse = client(
        {"urgent_grounds_22_1": "yes"}, person_abroad_at_admission="yes", entered_with_required_visa="unknown"
    )
    assert verdict("22_1", spouse) == "discretion_open"
    assert "22_1_family_route" in warned("22_1", spouse)
    assert "22_1_family_route" not in warned("22_1", spouse, date(2027, 7, 24))


def _subsidiary() -> dict[str, Any]:
    return {
        "kind": "first",
        "filed_on": "2024-01-10",
        "decided_on": "2026-04-01",
        "final_on": "2026-05-01",
        "outcome": "subsidiary",
    }


def test_whoever_is_already_here_is_not_admitted_from_abroad() -> None:
    here = client({"urgent_grounds_22_1": "yes"}, person_abroad_at_admission="no")
    assert verdict("22_1", here) == "not_available"


# 14, 30: until when a card of § 24 is good -----------------------------------------------------------------

OLD_CARD = [status("title:24", "2022-05-01", "2024-03-05", issued_by="abh")]


@pytest.mark.parametrize(
    ("on", "held"), [(date(2027, 3, 3), True), (date(2027, 3, 4), True), (date(2027, 3, 5), False)]
)
def test_an_old_card_goes_on_until_4_march_2027(on: date, held: bool) -> None:
    """Boundary case 14: valid on 1 February 2026 through the earlier continuations."""
    case = ukrainian(status_periods=OLD_CARD, tp_card_reissued_on="none")
    assert fact("title_effective_expiry", case) == date(2027, 3, 4)
    assert fact("holds", case, on, "24") is held
    assert ("continued" in shown("24", case, Topic.VALIDITY, on)) is (on < date(2027, 3, 5))
    assert ("F81_4" in shown("24", case, Topic.FICTION, on)) is held
    assert "none" not in shown("24", case, Topic.FICTION, on)


def test_who_is_in_no_group_keeps_the_printed_date() -> None:
    case = ukrainian(status_periods=OLD_CARD, ukr_group="none", tp_group="other_by_council_decision")
    assert fact("title_effective_expiry", case) == date(2024, 3, 4)
    assert "printed" in shown("24", case, Topic.VALIDITY)


def test_a_card_issued_anew_for_a_changed_condition_ends_the_continuation() -> None:
    """Boundary case 30."""
    cards = [*OLD_CARD, status("title:24", "2026-05-05", "2027-01-01", issued_by="abh")]
    case = ukrainian(status_periods=cards, tp_card_reissued_on="2026-05-05")
    assert fact("title_effective_expiry", case) == date(2026, 12, 31)
    assert fact("holds", case, date(2026, 12, 31), "24") is True
    assert fact("holds", case, date(2027, 1, 1), "24") is False


# 24 itself -------------------------------------------------------------------------------------------------


def test_temporary_protection_asks_for_nothing_else() -> None:
    poor = ukrainian(
        status_periods=[status("visa_free", "2026-11-01", "2026-12-01")],
        household_need="unknown",
        identity_status="none",
        passports="none",
        entered_with_required_visa="no",
    )
    assert verdict("24", poor) == "entitlement_indicated"
    assert verdict("24", poor, date(2027, 3, 4)) == "entitlement_indicated"
    assert verdict("24", poor, date(2027, 3, 5)) == "needs_assessment"


@pytest.mark.parametrize(
    ("entered", "on", "effect", "state"),
    [
        ("2026-10-01", date(2026, 12, 29), "F81_3_1", "running"),
        ("2026-10-01", date(2026, 12, 30), "F81_3_2", "ended"),
        ("2026-12-04", date(2027, 3, 3), "F81_3_1", "running"),
        ("2026-12-04", date(2027, 3, 4), "F81_3_2", "ended"),
    ],
)
def test_an_application_within_the_90_days_permits_the_stay(
    entered: str, on: date, effect: str, state: str
) -> None:
    fresh = ukrainian(
        entry_date=entered,
        ukr_first_entry_on=entered,
        status_periods="none",
        applications=[{"title_id": "24", "decision_kind": "grant", "filed_on": on.isoformat()}],
    )
    assert fact("exempt_ukr_state", fresh, on) == state
    assert fact("application_effect", fresh, on) == effect
    assert ("F81_3_1" in shown("24", fresh, Topic.FICTION, on)) is (state == "running")
    assert ("24_apply_within_90_days" in warned("24", fresh, on)) is (state == "running")


def test_entry_after_4_december_gives_no_exemption() -> None:
    late = ukrainian(entry_date="2026-12-05", ukr_first_entry_on="2026-12-05", status_periods="none")
    assert fact("exempt_ukr_state", late, date(2026, 12, 20)) == "none"
    assert verdict("24", late, date(2026, 12, 20)) == "entitlement_indicated"


def test_a_stateless_person_outside_the_groups_has_no_deemed_permission() -> None:
    """Boundary case 43."""
    stateless = ukrainian(
        ukr_group="none",
        tp_group="none",
        entry_date="2026-10-01",
        ukr_first_entry_on="2026-10-01",
        status_periods="none",
        applications=[{"title_id": "24", "decision_kind": "grant", "filed_on": "2026-11-01"}],
    )
    assert fact("exempt_ukr_state", stateless) == "none"
    assert fact("application_effect", stateless) != "F81_3_1"
    assert verdict("24", stateless) == "not_available"
    assert "none" in shown("24", stateless, Topic.FICTION)


def test_an_asylum_application_ends_the_exemption_but_not_a_long_title() -> None:
    asked = {"kind": "first", "filed_on": "2026-11-10", "outcome": "pending"}
    fresh = ukrainian(
        entry_date="2026-10-01",
        ukr_first_entry_on="2026-10-01",
        status_periods="none",
        asylum_procedures=[asked],
    )
    assert fact("exempt_ukr_state", fresh) == "ended"
    holder = ukrainian(status_periods=OLD_CARD, tp_card_reissued_on="none", asylum_procedures=[asked])
    assert fact("holds", holder, TODAY, "24") is True
    assert verdict("24", holder, TODAY, EXTENSION) == "entitlement_indicated"


# 35: hardship and asylum -----------------------------------------------------------------------------------

HARDSHIP = {
    "hfk_available": "yes",
    "hfk_submitted_on": "2026-03-01",
    "hfk_request_on": "2026-05-01",
    "state_order_on": "2026-06-01",
    "removal_date_fixed": "no",
    "declaration_of_commitment_68": "no",
}
FOUND = {"urgent_grounds_23a": "yes", "serious_offences_23a": "no", "order_conditions_met": "yes"}


@pytest.mark.parametrize(
    ("end", "lost"),
    [("2026-12-31", True), ("2027-01-01", True), ("2027-01-02", False), ("2027-07-01", False)],
)
def test_a_hardship_title_of_six_months_ends_with_an_asylum_application(end: str, lost: bool) -> None:
    """Boundary case 35. `end` is the first day that does not count: six months from 1 July end on 1 Jan."""
    case = client(
        FOUND,
        **HARDSHIP,
        status_periods=[status("title:23a", "2026-07-01", end, issued_by="abh")],
        asylum_procedures=[{"kind": "first", "filed_on": "2026-10-10", "outcome": "pending"}],
    )
    assert fact("holds", case, TODAY, "23a") is not lost
    assert ("lapse_asylum_filed" in warned("23a", case, kind=EXTENSION)) is lost
    assert verdict("23a", case, TODAY, EXTENSION) == "discretion_open"


def test_a_short_hardship_title_is_warned_before_it_is_lost() -> None:
    case = client(
        FOUND, **HARDSHIP, status_periods=[status("title:23a", "2026-07-01", "2027-01-01", issued_by="abh")]
    )
    assert "short_title_asylum_23a" in warned("23a", case, kind=EXTENSION)


def test_hardship_from_the_hint_to_the_order() -> None:
    tolerated = [status("D60a_2_1", "2022-01-01")]
    before = HARDSHIP | {"hfk_submitted_on": "none", "hfk_request_on": "none", "state_order_on": "none"}
    asking = client(FOUND, **before, status_periods=tolerated)
    assert verdict("23a_hint", asking) == "needs_assessment"
    assert verdict("23a", asking) == "not_available"
    handed_in = client(FOUND, **(before | {"hfk_submitted_on": "2026-11-01"}), status_periods=tolerated)
    assert verdict("23a_hint", handed_in) == "not_available"
    ordered = client(FOUND, **HARDSHIP, status_periods=tolerated)
    assert verdict("23a", ordered) == "discretion_open"
    assert "no_fiction_from_duldung" in warned("23a", ordered)
    lawful = client(FOUND, **before, status_periods=[status("title:25_3", "2025-01-01", "2028-01-01")])
    assert verdict("23a_hint", lawful) == "not_available"


def test_a_holder_can_have_the_hardship_title_extended_without_a_duty_to_leave() -> None:
    held = client(
        FOUND, **HARDSHIP, status_periods=[status("title:23a", "2024-12-01", "2026-12-01", issued_by="abh")]
    )
    assert verdict("23a", held, TODAY, EXTENSION) == "discretion_open"
    assert verdict("23a", held, TODAY, GRANT) == "not_available"


# 42 and the other commitments ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "basis"),
    [("22_2", "22_2_declaration"), ("23_2", "23_2_commitment"), ("23_4", "23_4_commitment")],
)
def test_entitlement_without_livelihood_shows_discretion_and_the_cap(title: str, basis: str) -> None:
    """Boundary case 42."""
    settled: dict[str, Any] = {
        "admission_basis": basis,
        "admission_doc_date": "2026-02-18",
        "commitment_withdrawn": "no",
    }
    case = client(**settled, status_periods=[status("visa_D", "2026-09-12", "2026-12-11")])
    assert verdict(title, case) == "entitlement_indicated"
    found = result(
        title, client(**settled, employment_periods="none", status_periods=[status("visa_D", "2026-09-12")])
    )
    assert found.verdict is not None
    assert found.verdict.value == "discretion_open"
    assert found.winner is not None
    assert found.winner.route.cap.value == "entitlement_indicated"


def test_resettlement_is_free_of_charge_by_law() -> None:
    case = client(
        admission_basis="23_4_commitment", admission_doc_date="2026-02-18", commitment_withdrawn="no"
    )
    sheet = fees(PACK, case_facts(PACK, case, TODAY, "23_4", GRANT), "23_4", GRANT, TODAY)
    lines = {line.fee.id: line.outcome for group in sheet.groups for line in group.lines}
    assert lines["ae_issue"] is FeeOutcome.EXEMPT
    assert lines["td_refugee"] is not FeeOutcome.EXEMPT
    other = client(admission_basis="22_2_declaration", commitment_withdrawn="no")
    sheet = fees(PACK, case_facts(PACK, other, TODAY, "22_2", GRANT), "22_2", GRANT, TODAY)
    assert {line.fee.id: line.outcome for g in sheet.groups for line in g.lines}[
        "ae_issue"
    ] is FeeOutcome.PAYABLE


def test_a_land_order_binds_work_and_benefits() -> None:
    order = {
        "admission_basis": "23_1_order",
        "order_id": "Landesprogramm",
        "order_requires_68": "yes",
        "declaration_of_commitment_68": "yes",
        "order_work": "not_allowed",
        "order_because_of_war": "yes",
        "status_periods": [status("visa_D", "2026-09-12", "2026-12-11")],
    }
    case = client({"order_group_criteria_met": "yes"}, **order)
    assert verdict("23_1", case) == "discretion_open"
    assert set(shown("23_1", case, Topic.WORK)) == {"forbidden"}
    assert {"AsylbLG", "liability_68"} <= set(shown("23_1", case, Topic.BENEFITS))
    assert {"23_1_work", "commitment_68_liability"} <= warned("23_1", case)
    without = client({"order_group_criteria_met": "yes"}, **(order | {"declaration_of_commitment_68": "no"}))
    assert verdict("23_1", without) == "not_available"


@pytest.mark.parametrize(
    ("on", "value"),
    [(date(2022, 5, 31), "permission"), (date(2022, 6, 1), "free"), (date(2022, 6, 2), "free")],
)
def test_work_with_temporary_protection_is_free_since_june_2022(on: date, value: str) -> None:
    case = ukrainian(status_periods=[status("title:24", "2022-05-01", "2024-03-05")])
    assert set(shown("24", case, Topic.WORK, on)) == {value}
    assert ("bound" in shown("24", case, Topic.RESIDENCE, on)) is (value == "free")


def test_residence_duty_of_a_first_24_title() -> None:
    case = ukrainian(
        exemptions_12a="none",
        status_periods=[status("title:24", "2026-05-01", "2027-03-05", issued_by="abh")],
    )
    assert shown("24", case, Topic.RESIDENCE).get("bound") is False
    assert "bound" not in shown("24", case, Topic.RESIDENCE, date(2029, 5, 2))


def test_the_pack_and_the_program_count_the_same_days() -> None:
    on = TODAY
    assert PACK.terms.value("ukr_exemption_last_entry", on) == ukraine.UKR_LAST_ENTRY.isoformat()
    assert PACK.terms.value("ukr_exemption_days", on) == str(ukraine.UKR_DAYS)
    assert PACK.terms.value("tp_continuation_last_day", on) == ukraine.UKR_LAST_DAY.isoformat()
    end = PACK.norm("24").version(ukraine.UKR_LAST_DAY).in_force.until
    assert end == ukraine.UKR_LAST_DAY + timedelta(days=1)
    groups = PACK.vocabulary["ukr_group"].options
    assert set(groups) - {"none"} == ukraine.UKR_GROUPS


def test_a_forecast_meets_the_end_of_the_90_days_and_of_eu_protection() -> None:
    fresh = ukrainian(entry_date="2026-10-01", ukr_first_entry_on="2026-10-01", status_periods="none")
    points = change_points(PACK, fresh, TODAY, date(2027, 4, 1)).days()
    assert {date(2026, 12, 30), date(2027, 3, 5)} <= set(points)
