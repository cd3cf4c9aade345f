"""How long removal has been suspended, and how old the decision is: two clocks of § 25 Abs. 5."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.rules.facts.value import Band, Duration, FactValue
from tests.rules.facts.making import absence, case, day, fact, filed, marked, noted, partial, status, title

SINCE = "2025-05-22"


def sure(months: int = 0, days: int = 0) -> Band[Duration]:
    """Both readings agree."""
    return Band(Duration(months, days), Duration(months, days))


def suspended(*papers: Any, on: str = "2026-11-22", **facts: Any) -> FactValue:
    facts.setdefault("absence_periods", ())
    facts.setdefault("applications", ())
    return fact("suspension_months", case(status_periods=papers, **facts), on)


@pytest.mark.parametrize(
    ("on", "months"),
    [
        ("2026-11-21", sure(17, 30)),
        ("2026-11-22", sure(18)),
        ("2026-11-23", sure(18, 1)),
    ],
)
def test_eighteen_months_to_the_day(on: str, months: Band[Duration]) -> None:
    assert suspended(status("D60a_2_1", SINCE), on=on).value == months


@pytest.mark.parametrize("code", ["D60a_1", "D60a_2_2", "D60a_2_3", "D60a_2b", "D60c", "D60d", "D_verfahren"])
def test_every_duldung_but_60b_suspends_removal(code: str) -> None:
    assert suspended(status(code, SINCE)).value == sure(18)


@pytest.mark.parametrize("code", ["gestattung", "title:25_3", "visa_D", "F81_3_1"])
def test_who_may_stay_is_not_suspended(code: str) -> None:
    assert suspended(status(code, SINCE)).value == sure()


def test_nothing_recorded() -> None:
    assert fact("suspension_months", case()).ask == ("status_periods",)
    assert suspended().value == sure()


def test_overlapping_papers_count_once() -> None:
    found = suspended(status("D60a_2_1", SINCE, "2026-06-01"), status("D60c", "2026-03-01"))
    assert found.value == sure(18)


@pytest.mark.parametrize(
    ("resumed", "safe", "longest"),
    [
        ("2026-01-08", Duration(18), Duration(18)),
        ("2026-01-09", Duration(10, 13), Duration(18)),
        ("2026-04-03", Duration(7, 19), Duration(18)),
        ("2026-04-04", Duration(7, 18), Duration(7, 18)),
    ],
)
def test_a_gap(resumed: str, safe: Duration, longest: Duration) -> None:
    found = suspended(status("D60a_2_1", SINCE, "2026-01-01"), status("D60a_2_1", resumed)).value
    assert found == Band(safe, longest)


def test_a_broken_row_says_so_in_words_of_its_own() -> None:
    found = suspended(status("D60a_2_1", SINCE, "2025-12-01"), status("D60a_2_1", "2026-06-01"))
    assert found.value == sure(5, 21)
    assert noted(found) == {"suspended_since", "suspension_broken"}


def test_a_paper_that_begins_later_does_not_count_yet() -> None:
    assert suspended(status("D60a_2_1", "2026-12-01")).value == sure()


def test_a_duldung_that_has_ended_suspends_nothing() -> None:
    assert suspended(status("D60a_2_1", "2024-01-01", "2026-06-01")).value == sure()


def test_time_under_60b_counts_on_the_longest_reading_only() -> None:
    found = suspended(status("D60b", SINCE, "2026-09-22"), status("D60a_2_1", "2026-09-22"))
    assert found.value == Band(Duration(2), Duration(18))
    assert "suspension_under_60b" in noted(found)
    before = suspended(
        status("D60a_2_1", SINCE, "2026-01-22"),
        status("D60b", "2026-01-22", "2026-09-22"),
        status("D60a_2_1", "2026-09-22"),
    )
    assert before.value == Band(Duration(2), Duration(18))


@pytest.mark.parametrize("code", ["D_material", "gueb"])
def test_a_claim_without_paper_counts_on_the_longest_reading_only(code: str) -> None:
    assert suspended(status(code, SINCE)).value == Band(Duration(), Duration(18))
    impossible = suspended(removal_impossible_periods=(marked(SINCE),))
    assert impossible.value == Band(Duration(), Duration(18))


def test_a_stay_abroad_ends_a_duldung() -> None:
    short = suspended(status("D60a_2_1", SINCE), absence_periods=(absence("2026-03-01", "2026-03-22"),))
    assert short.value == Band(Duration(8), Duration(18))
    long = suspended(status("D60a_2_1", SINCE), absence_periods=(absence("2026-03-01", "2026-06-22"),))
    assert long.value == sure(5)


def test_unasked_about_time_abroad_nothing_is_safe() -> None:
    found = fact("suspension_months", case(status_periods=(status("D60a_2_1", SINCE),), applications=()))
    assert found.value == Band(Duration(), Duration(18))
    assert found.unknown is not None
    assert "absence_periods" in found.ask


def test_a_month_known_only_by_name_is_read_short() -> None:
    found = suspended(status("D60a_2_1", "2025-05"))
    assert found.value == Band(Duration(17, 22), Duration(18, 21))


def test_the_title_ends_the_suspension() -> None:
    found = suspended(
        status("D60a_2_1", "2023-01-01", "2026-06-01"), title("25_5", "2026-06-01", "2026-12-01")
    )
    assert found.value == sure()


def test_a_late_application_suspends_removal() -> None:
    late = suspended(
        status("visa_free", "2026-01-01", "2026-03-31"), applications=(filed("25_5", "2026-04-22"),)
    )
    assert late.value == sure(7)


# The decision to suspend removal


def decided(text: str, on: str) -> tuple[Any, Any]:
    known = case(suspension_decided_on=partial(text))
    return (
        fact("months_since_suspension_decision", known, on).value,
        fact("asylblg_under_25_5", known, on).value,
    )


@pytest.mark.parametrize(
    ("on", "months", "asylblg"),
    [
        ("2026-11-22", Duration(17), True),
        ("2026-12-21", Duration(17, 29), True),
        ("2026-12-22", Duration(18), True),
        ("2026-12-31", Duration(18, 9), True),
        ("2027-01-01", Duration(18, 10), False),
        ("2027-01-02", Duration(18, 11), False),
    ],
)
def test_asylblg_ends_with_the_month(on: str, months: Duration, asylblg: bool) -> None:
    """Boundary case 16: decided on 22 June 2025."""
    assert decided("2025-06-22", on) == (months, asylblg)


def test_a_decision_of_the_first_and_of_the_last_of_a_month() -> None:
    assert decided("2025-06-01", "2026-12-31")[1] is True
    assert decided("2025-06-01", "2027-01-01")[1] is False
    assert decided("2025-05-31", "2026-12-31")[1] is True  # November has no 31st: complete on 1 December
    assert decided("2025-05-31", "2027-01-01")[1] is False
    assert decided("2025-05-30", "2026-11-30")[1] is True
    assert decided("2025-05-30", "2026-12-01")[1] is False


def test_a_decision_known_by_its_month_or_year() -> None:
    assert decided("2025-06", "2026-12-31")[1] is True
    assert decided("2025-06", "2027-02-01")[1] is False
    assert decided("2025", "2026-12-31")[1] is None
    assert fact("asylblg_under_25_5", case(suspension_decided_on=partial("2025")), "2026-12-31").ask == (
        "suspension_decided_on",
    )


def test_a_decision_that_lies_ahead_and_one_nobody_asked_for() -> None:
    assert decided("2027-01-05", "2026-11-22") == (Duration(), True)
    for name in ("months_since_suspension_decision", "asylblg_under_25_5"):
        assert fact(name, case()).ask == ("suspension_decided_on",)
        assert fact(name, case(suspension_decided_on=day("2025-06-22"))).inputs == ("suspension_decided_on",)
