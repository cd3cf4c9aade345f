"""Whether a person is tolerated today, and what is held without a title."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.rules.facts.value import FactValue
from tests.rules.facts.making import absence, case, fact, filed, marked, status, title

# Tolerated now


@pytest.mark.parametrize("code", ["D60a_1", "D60a_2_3", "D60b", "D60c", "D60d", "D_verfahren", "F81_3_2"])
def test_every_duldung_tolerates(code: str):
    history = case(status_periods=(status(code, "2026-05-01", "2026-11-23"),))
    assert fact("tolerated_now", history, "2026-11-22").value is True
    assert fact("tolerated_now", history, "2026-05-01").value is True
    assert fact("tolerated_now", history, "2026-04-30").value is False


def test_after_the_last_day_of_a_duldung():
    history = case(status_periods=(status("D60a_2_1", "2026-05-01", "2026-11-22"),), applications=())
    assert fact("tolerated_now", history).value is False


def test_a_title_issued_after_the_duldung_ends_toleration():
    history = case(
        status_periods=(
            status("D60a_2_1", "2026-05-01", "2026-12-31"),
            title("25_3", "2026-10-01", "2027-10-01"),
        )
    )
    assert fact("tolerated_now", history).value is False


def test_a_claim_without_paper_is_disputed():
    assert fact("tolerated_now", case(status_periods=(status("D_material", "2026-01-01"),))).disputed
    marked_now = case(status_periods=(), applications=(), removal_impossible_periods=(marked("2026-01-01"),))
    assert fact("tolerated_now", marked_now).disputed


def test_gestattung_and_unknown():
    assert fact("tolerated_now", case(status_periods=(status("gestattung", "2026-01-01"),))).value is False
    assert fact("tolerated_now", case()).ask == ("status_periods",)
    assert fact("tolerated_now", case(status_periods=())).value is False


def test_a_duldung_known_by_month_leaves_its_borders_open():
    history = case(status_periods=(status("D60a_2_1", "2026-01-01", "2026-11"),), applications=())
    assert fact("tolerated_now", history).value is None


def test_a_late_application_without_a_title_suspends_removal():
    history = case(
        status_periods=(status("visa_free", "2026-06-01", "2026-08-30"),),
        applications=(filed("25_5", "2026-09-10"),),
        asylum_procedures=(),
    )
    assert fact("tolerated_now", history).value is True
    assert fact("deemed_suspension", history).value is True


def test_60b_time_in_the_past_now_and_in_the_future():
    assert (
        fact("has_60b_time", case(status_periods=(status("D60b", "2020-01-01", "2020-02-01"),))).value is True
    )
    assert fact("has_60b_time", case(status_periods=(status("D60b", "2027-01-01"),))).value is False
    assert fact("has_60b_time", case(status_periods=())).value is False
    assert fact("has_60b_time", case()).value is None


def test_gaps_of_both_kinds():
    found = fact(
        "gaps",
        case(
            status_periods=(status("D60a_2_1", "2020-01-01", "2021-01-01"), status("D60a_2_1", "2021-01-06")),
            absence_periods=(absence("2022-01-01", "2022-06-01"), absence("2027-01-01")),
        ),
    )
    assert isinstance(found.value, tuple)
    assert [(each.kind, each.days, each.effect) for each in found.value] == [
        ("status", 5, "trivial"),
        ("abroad", 151, "breaks"),
    ]


def test_toleration_beside_other_papers():
    same_day = case(
        status_periods=(
            title("25_5", "2026-01-01", "2027-01-01"),
            status("D60a_2_1", "2026-01-01", "2027-01-01"),
        )
    )
    assert fact("tolerated_now", same_day).value is None
    beside = case(
        status_periods=(status("D60a_2_1", "2026-01-01", "2027-01-01"), status("gestattung", "2026-05-01"))
    )
    assert fact("tolerated_now", beside).disputed


def test_toleration_without_any_paper_today():
    ended = (title("25_5", "2025-01-01", "2026-11-01"),)
    assert fact("tolerated_now", case(status_periods=ended)).ask == ("applications",)
    continued = case(status_periods=ended, applications=(filed("25_5", "2026-10-31"),))
    assert fact("tolerated_now", continued).value is False


# What is held without a title


def held_now(*periods: Any, **facts: Any) -> FactValue:
    return fact("status_held", case(status_periods=periods, **facts))


def test_the_status_held_without_a_title():
    assert held_now(status("D60b", "2026-01-01")).value == {"D60b"}
    assert held_now(status("D60b", "2025-01-01", "2026-01-01"), status("D60d", "2026-01-01")).value == {
        "D60d"
    }
    assert held_now(status("D60a_2_1", "2025-01-01"), status("D60b", "2026-01-01")).value == {"D60b"}
    assert held_now(title("25_3", "2026-01-01", "2027-01-01")).value == frozenset()
    assert held_now(status("gestattung", "2026-01-01")).value == frozenset()
    assert held_now(status("gueb", "2026-11-01")).value == {"gueb"}
    assert held_now(status("D60b", "2027-01-01")).value == frozenset()
    assert held_now().value == frozenset()
    assert fact("status_held", case()).ask == ("status_periods",)


def test_a_status_known_only_by_month_or_without_paper():
    assert held_now(status("D60b", "2026-11")).ask == ("status_periods",)
    assert held_now(status("D_material", "2026-01-01")).disputed
    claim = held_now(removal_impossible_periods=(marked("2026-01-01"),))
    assert claim.disputed
    assert claim.value == {"D_material"}


def test_a_late_application_suspends_removal():
    found = held_now(
        status("visa_free", "2026-06-01", "2026-08-30"), applications=(filed("25_5", "2026-09-15"),)
    )
    assert found.value == {"F81_3_2"}
