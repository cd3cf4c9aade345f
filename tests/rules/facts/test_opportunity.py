"""Applications for § 104c from before it was closed on 31 December 2025."""

from __future__ import annotations

from typing import Any

from desktop.rules.facts.value import FactValue
from tests.rules.facts.making import case, fact, filed, status


def still_open(*applications: Any, on: str = "2026-11-22", **facts: Any) -> FactValue:
    return fact("old_104c_application_open", case(applications=applications, **facts), on)


def test_only_an_undecided_application_from_before_the_change_counts():
    assert still_open(filed("104c_holder", "2025-12-30")).value is True
    assert still_open(filed("104c_holder", "2025-12-31")).value is False
    assert still_open(filed("104c_holder", "2026-01-01")).value is False
    assert still_open(filed("25b_1", "2025-12-30")).value is False
    assert still_open().value is False
    decided = filed("104c_holder", "2025-12-01", decided="2026-03-01", result="refused")
    assert still_open(decided).value is False
    assert still_open(decided, on="2026-02-28").value is True
    assert still_open(filed("104c_holder", "2025-12-01", result="withdrawn")).value is False


def test_an_application_or_decision_known_only_by_month():
    assert still_open(filed("104c_holder", "2025-11")).value is True
    assert still_open(filed("104c_holder", "2025-12")).ask == ("applications",)
    assert still_open(filed("104c_holder", "2025-11", decided="2026-11")).ask == ("applications",)


def test_nothing_asked_about_applications():
    unknown = fact("old_104c_application_open", case())
    assert unknown.ask == ("applications",)
    before = case(status_periods=(status("D60a_2_1", "2025-12-30"),))
    assert fact("old_104c_application_open", before).ask == ("applications",)
    late = case(status_periods=(status("gestattung", "2025-12-31"),))
    assert fact("old_104c_application_open", late).value is False
    assert fact("old_104c_application_open", case(status_periods=())).ask == ("applications",)
