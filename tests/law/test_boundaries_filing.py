"""Boundary cases from answers to the verdict: filing in time and late, § 104c, temporary stay."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.cases.casefile import CaseFile
from desktop.rules.tables import Topic
from tests.law.making import EXTENSION, client, fact, result, status, tolerated, verdict

pytestmark = pytest.mark.law


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
