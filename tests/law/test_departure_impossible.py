"""Boundary cases of § 25(5) and of victims, from a client's answers to the verdict and its consequences."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desktop.rules.tables import Topic
from tests.law.making import EXTENSION, client, result, status, verdict
from tests.rules.facts.making import noted

pytestmark = pytest.mark.law

IMPOSSIBLE = {"departure_impossible": "yes", "obstacle_not_ending_soon": "yes"}
OBSTACLE = [{"kind": "factual", "own_fault": "no"}]
EARLY = {"AsylbLG", "AsylbLG_family"}
DULDUNG = [status("D60a_2_1", "2025-03-22")]


def stranded(judgements: dict[str, str] | None = None, **facts: Any) -> Any:
    given: dict[str, Any] = {"status_periods": DULDUNG, "obstacles": OBSTACLE} | facts
    return client(IMPOSSIBLE | (judgements or {}), **given)


def benefits(case: Any, on: date) -> set[str]:
    found = result("25_5", case, on, EXTENSION)
    return {
        each.row.value for each in found.consequences if each.row.topic is Topic.BENEFITS and not each.open
    }


# 16: three clocks of eighteen months


@pytest.mark.parametrize(
    ("since", "expected", "route"),
    [
        ("2025-05-21", "should_be_granted", "s2"),
        ("2025-05-22", "should_be_granted", "s2"),
        ("2025-05-23", "discretion_open", "s1"),
    ],
)
def test_soll_after_eighteen_months_of_suspension(since: str, expected: str, route: str) -> None:
    found = result("25_5", stranded(status_periods=[status("D60a_2_1", since)]))
    assert found.verdict is not None
    assert found.verdict.value == expected
    assert found.winner is not None
    assert found.winner.route.id == route


def test_months_under_60b_alone_never_make_it_a_soll() -> None:
    case = stranded(
        status_periods=[status("D60b", "2024-01-01", "2026-09-01"), status("D60a_2_1", "2026-09-01")]
    )
    found = result("25_5", case)
    assert found.verdict is not None
    assert found.verdict.value == "discretion_open"


@pytest.mark.parametrize(
    ("decided", "on", "expected"),
    [
        ("2025-03-22", date(2026, 11, 22), {"SGB"}),
        ("2025-06-22", date(2026, 11, 22), EARLY),
        ("2025-06-22", date(2026, 12, 21), EARLY),
        ("2025-06-22", date(2026, 12, 22), EARLY | {"change_at_end_of_month"}),
        ("2025-06-22", date(2026, 12, 31), EARLY | {"change_at_end_of_month"}),
        ("2025-06-22", date(2027, 1, 1), {"SGB"}),
    ],
)
def test_benefits_follow_the_decision_not_the_row_of_duldungen(
    decided: str, on: date, expected: set[str]
) -> None:
    """The row of Duldungen has lasted eight months only."""
    permit = status("title:25_5", "2026-11-22", "2027-05-22", issued_by="core:sachsen")
    papers = [status("D60a_2_1", "2026-03-22", "2026-11-22"), permit]
    case = stranded(status_periods=papers, suspension_decided_on=decided)
    assert benefits(case, on) == expected
    unasked = stranded(status_periods=papers)
    assert benefits(unasked, on) == set()


@pytest.mark.parametrize(
    ("since", "expected"),
    [("2026-05-22", "6_months"), ("2025-05-23", "6_months"), ("2025-05-22", "36_months")],
)
def test_six_months_until_eighteen_months_of_lawful_stay(since: str, expected: str) -> None:
    permit = status("title:25_5", since, "2027-01-22", issued_by="core:sachsen")
    case = stranded(status_periods=[status("D60a_2_1", "2020-01-01", since), permit])
    found = result("25_5", case, kind=EXTENSION)
    assert found.verdict is not None
    assert found.verdict.value == "discretion_open"
    shown = {
        each.row.value for each in found.consequences if each.row.topic is Topic.VALIDITY and not each.open
    }
    assert shown == {expected}


# 26: title expired, late application


def test_late_application_opens_25_5_and_an_order_closes_it() -> None:
    filed = {"title_id": "25_4_1", "decision_kind": "grant", "filed_on": "2026-11-15"}
    student = [status("title:other", "2024-11-10", "2026-11-10", variant="§ 16b")]
    without = stranded(status_periods=student, applications=[filed])
    assert verdict("25_5", without) == "discretion_open"
    assert verdict("25_4_1", without) == "not_available"
    ordered = stranded(status_periods=[*student, status("F81_4_late", "2026-11-18")], applications=[filed])
    assert verdict("25_5", ordered) == "not_available"
    assert verdict("25_4_1", ordered) == "discretion_open"


# 33: conduct


@pytest.mark.parametrize(
    ("until", "judged", "expected"),
    [
        ("2024-12-31", {}, "should_be_granted"),
        ("2024-12-31", {"conduct_prevents_departure_now": "yes"}, "should_be_granted"),
        ("", {}, "needs_assessment"),
        ("", {"conduct_prevents_departure_now": "yes"}, "not_available"),
        ("", {"conduct_prevents_departure_now": "no"}, "should_be_granted"),
    ],
)
def test_only_present_causal_fault_stands_in_the_way(
    until: str, judged: dict[str, str], expected: str
) -> None:
    statements = [{"from": "2021-01-01"} | ({"to": until} if until else {})]
    case = stranded(judged, false_statements=statements)
    found = result("25_5", case)
    assert found.verdict is not None
    assert found.verdict.value == expected
    if until:
        assert found.finding is not None
        (fault,) = (each for each in found.finding.leaves() if each.leaf.id == "fault")
        assert fault.value is not None
        assert noted(fault.value) == {"conduct_has_ended"}


def test_a_judgement_on_removal_is_none_on_departure() -> None:
    """§ 25b asks what prevents removal, § 25(5) what prevents departure."""
    ongoing = {"noncooperation": [{"from": "2024-01-01", "reasonable": "yes"}]}
    case = stranded({"conduct_causes_nonremoval_now": "no"}, **ongoing)
    assert verdict("25_5", case) == "needs_assessment"


# § 26(2): the obstacle


@pytest.mark.parametrize(
    ("obstacle", "expected"),
    [
        ({}, "discretion_open"),
        ({"ended_on": "2026-11-23"}, "discretion_open"),
        ({"ended_on": "2026-11-22"}, "not_available"),
        ({"ended_on": "2026-11-21"}, "not_available"),
        ({"expected_end": "2026-10-01"}, "facts_missing"),
    ],
)
def test_no_extension_once_every_obstacle_is_gone(obstacle: dict[str, str], expected: str) -> None:
    permit = status("title:25_5", "2025-01-01", "2027-01-01", issued_by="core:sachsen")
    case = stranded(status_periods=[permit], obstacles=[OBSTACLE[0] | obstacle])
    assert verdict("25_5", case, kind=EXTENSION) == expected


@pytest.mark.parametrize(
    ("ended", "expected"),
    [("2026-11-21", "not_available"), ("2026-11-22", "not_available"), ("2026-11-23", "discretion_open")],
)
def test_no_extension_of_the_temporary_title_once_its_ground_is_gone(ended: str, expected: str) -> None:
    permit = [status("title:25_4_1", "2026-01-22", "2027-01-22", issued_by="core:sachsen")]
    case = client(status_periods=permit, stay_ground_ended_on=ended)
    assert verdict("25_4_1", case, kind=EXTENSION) == expected
    assert verdict("25_4_1", case) == "discretion_open"


# Victims


WITNESS: dict[str, Any] = {
    "victim_offence": ["StGB_232_233a", "SchwarzArbG_10_1"],
    "prosecutor_statements": [{"on": "2026-06-01", "by": "prosecutor", "presence_appropriate": "yes"}],
    "contact_with_accused_broken": "yes",
    "willing_to_testify": "yes",
    "criminal_proceedings_ended_on": "none",
    "status_periods": [status("D60a_2_1", "2026-01-01")],
    "passports": "none",
    "entered_with_required_visa": "no",
    "employment_periods": "none",
    "household_need": "563",
}


def test_a_witness_gets_both_titles_whatever_the_duty_to_leave() -> None:
    case = client(**WITNESS)
    assert verdict("25_4a_1", case) == "should_be_granted"
    assert verdict("25_4b_1", case) == "discretion_open"


def test_before_the_prosecutor_has_spoken_it_is_open_not_refused() -> None:
    found = result("25_4a_1", client(**WITNESS | {"prosecutor_statements": "none"}))
    assert found.verdict is not None
    assert found.verdict.value == "facts_missing"
    assert found.open == ("prosecutor_statements",)


@pytest.mark.parametrize(
    ("on", "first", "after"),
    [
        (date(2026, 11, 21), "should_be_granted", "not_available"),
        (date(2026, 11, 22), "not_available", "should_be_granted"),
        (date(2026, 11, 23), "not_available", "should_be_granted"),
    ],
)
def test_the_end_of_the_proceedings_moves_the_title_to_sentence_3(on: date, first: str, after: str) -> None:
    permit = status("title:25_4a_1", "2026-02-01", "2027-02-01", issued_by="core:sachsen")
    facts = WITNESS | {"status_periods": [permit], "criminal_proceedings_ended_on": "2026-11-22"}
    case = client({"further_stay_grounds_25_4a_3": "yes"}, **facts)
    assert verdict("25_4a_1", case, on, EXTENSION) == first
    assert verdict("25_4a_3", case, on, EXTENSION) == after


def test_asylum_application_does_not_bar_the_extension_but_ends_the_title() -> None:
    permit = status("title:25_4a_1", "2026-02-01", "2027-02-01", issued_by="core:sachsen")
    pending = [{"kind": "first", "filed_on": "2026-10-05", "outcome": "pending"}]
    facts = WITNESS | {
        "status_periods": [permit],
        "criminal_proceedings_ended_on": "2026-09-01",
        "asylum_procedures": pending,
    }
    found = result("25_4a_3", client({"further_stay_grounds_25_4a_3": "yes"}, **facts), kind=EXTENSION)
    assert found.verdict is not None
    assert found.verdict.value == "not_available"
    assert "lapse_asylum_filed" in {each.row.id for each in found.warnings if not each.open}


# 20, 40: bars


@pytest.mark.parametrize(
    ("decided", "ground", "expected"),
    [
        ("2024-02-27", "3", "not_available"),
        ("2024-02-28", "3", "needs_assessment"),
        ("2025-03-01", "5", "needs_assessment"),
        ("2025-03-01", "1", "should_be_granted"),
    ],
)
def test_a_qualified_rejection_bars_by_its_regime(decided: str, ground: str, expected: str) -> None:
    days = {"filed_on": "2023-01-01", "decided_on": decided, "final_on": decided}
    rejected = [{"kind": "first", "outcome": "rejected_mu", "mu_ground": ground} | days]
    assert verdict("25_5", stranded(asylum_procedures=rejected)) == expected
    assert verdict("25_4a_1", client(**WITNESS | {"asylum_procedures": rejected})) == expected


@pytest.mark.parametrize(
    ("basis", "without", "warning"),
    [("11_6", "should_be_granted", "entry_ban_liftable"), ("11_5a", None, "entry_ban_excluded")],
)
def test_an_entry_ban_bars_and_the_program_says_whether_it_can_be_lifted(
    basis: str, without: str | None, warning: str
) -> None:
    case = stranded(entry_bans=[{"basis": basis, "from": "2025-01-01", "to": "2030-01-01"}])
    found = result("25_5", case)
    assert found.verdict is not None
    assert found.verdict.value == "not_available"
    assert (found.without_bar.value if found.without_bar else None) == without
    assert warning in {each.row.id for each in found.warnings if not each.open}


@pytest.mark.parametrize("title", ["25_5", "25_4a_1", "25_4b_1"])
def test_a_pending_investigation_is_told_and_changes_no_verdict(title: str) -> None:
    calm = client(IMPOSSIBLE, **WITNESS | {"status_periods": DULDUNG, "obstacles": OBSTACLE})
    watched = client(
        IMPOSSIBLE,
        **WITNESS | {"status_periods": DULDUNG, "obstacles": OBSTACLE, "pending_investigation": "yes"},
    )
    assert verdict(title, calm) == verdict(title, watched)
    shown = {each.row.id for each in result(title, watched).warnings if not each.open}
    assert "pending_investigation" in shown
    assert "pending_investigation" not in {each.row.id for each in result(title, calm).warnings}
