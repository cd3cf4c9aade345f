"""Possession of a Duldung and the unbroken stay of young people, on both readings."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.cases.answers import Unknown
from desktop.deadlines.spans import Duration
from desktop.rules.facts.value import Band, FactValue
from tests.rules.facts.durations import exactly
from tests.rules.facts.making import absence, case, fact, filed, marked, noted, status, title

DULDUNG, STAY = "duldung_possession_months", "stay_25a_months"


def measured(name: str, *periods: Any, on: str = "2026-11-22", **facts: Any) -> FactValue:
    facts.setdefault("absence_periods", ())
    return fact(name, case(status_periods=periods, **facts), on, title_id="25a_1")


def band(name: str, *periods: Any, **more: Any) -> tuple[Any, Any]:
    found = measured(name, *periods, **more).value
    assert isinstance(found, Band)
    return found.safe, found.longest


# Possession of a Duldung


@pytest.mark.parametrize(
    ("on", "months"), [("2027-05-19", (11, 29)), ("2027-05-20", (12, 0)), ("2027-05-21", (12, 1))]
)
def test_twelve_months_are_reached_on_the_day_with_the_same_number(on: str, months: tuple[int, int]):
    assert band(DULDUNG, status("D60a_2_1", "2026-05-20"), on=on) == exactly(*months)


def test_a_gestattung_is_no_duldung():
    periods = (status("gestattung", "2022-05-10", "2026-05-20"), status("D60a_2_1", "2026-05-20"))
    assert band(DULDUNG, *periods) == exactly(6, 2)
    assert band(DULDUNG, status("gestattung", "2022-05-10")) == exactly(0)


@pytest.mark.parametrize("code", ["D60a_1", "D60a_2_1", "D60a_2_3", "D60a_2b", "D60c", "D60d", "D_verfahren"])
def test_every_kind_of_duldung_counts_and_they_make_one_chain(code: str):
    assert band(DULDUNG, status(code, "2025-11-22", "2026-05-22"), status("D60a_2_1", "2026-05-22")) == (
        exactly(12)
    )


@pytest.mark.parametrize("code", ["D_material", "F81_3_2", "gueb"])
def test_a_claim_without_paper_counts_on_the_longest_reading_only(code: str):
    assert band(DULDUNG, status(code, "2025-11-22")) == (Duration(), Duration(12))
    earlier = status(code, "2025-05-22", "2026-05-22")
    assert band(DULDUNG, earlier, status("D60a_2_1", "2026-05-22")) == (Duration(6), Duration(18))


def test_time_marked_as_removal_impossible_counts_on_the_longest_reading_only():
    found = band(
        DULDUNG,
        status("D60a_2_1", "2026-05-22"),
        removal_impossible_periods=(marked("2025-05-22", "2026-05-22"),),
    )
    assert found == (Duration(6), Duration(18))


def test_60b_is_not_credited_and_what_was_before_is_disputed():
    periods = (
        status("D60a_2_1", "2024-10-15", "2025-09-15"),
        status("D60b", "2025-09-15", "2026-09-15"),
        status("D60a_2_1", "2026-09-15"),
    )
    assert band(DULDUNG, *periods) == (Duration(2, 7), Duration(13, 7))
    found = measured(DULDUNG, *periods)
    assert found.unknown is None
    assert "time_60b_not_credited" in noted(found)
    assert band(DULDUNG, status("D60b", "2024-10-15")) == exactly(0)
    assert band(DULDUNG, *periods[:2])[0] == Duration()


@pytest.mark.parametrize(
    ("until", "safe"),
    [("2026-05-13", Duration(6)), ("2026-05-14", Duration(6)), ("2026-05-15", Duration(18))],
)
def test_gaps_between_two_duldungen(until: str, safe: Duration):
    """Nine and eight days are arguable, seven do no harm."""
    periods = (status("D60a_2_1", "2025-05-22", until), status("D60a_2_1", "2026-05-22"))
    assert band(DULDUNG, *periods) == (safe, Duration(18))


def test_a_long_gap_breaks_the_chain_and_says_so():
    periods = (status("D60a_2_1", "2025-01-01", "2026-01-01"), status("D60a_2_1", "2026-05-22"))
    found = measured(DULDUNG, *periods)
    assert found.value == Band(Duration(6), Duration(6))
    assert {"duldung_gap", "duldung_since"} <= noted(found)
    assert "chain_since" not in noted(found)


def test_a_duldung_that_has_run_out_is_not_possessed():
    assert band(DULDUNG, status("D60a_2_1", "2024-01-01", "2026-11-20"))[0] == Duration()
    assert band(DULDUNG, status("D60a_2_1", "2024-01-01", "2026-11-23"))[0] == Duration(34, 21)


def test_overlapping_duldungen_count_once_and_the_future_does_not():
    periods = (status("D60a_2_1", "2025-11-22", "2026-12-01"), status("D60c", "2026-01-01"))
    assert band(DULDUNG, *periods) == exactly(12)
    assert band(DULDUNG, status("D60a_2_1", "2027-01-01")) == exactly(0)


def test_a_journey_ends_the_duldung():
    """§ 60a(5): it expires with departure; whether a short journey starts the months anew is arguable."""
    journey = (absence("2026-02-01", "2026-02-10"),)
    found = band(DULDUNG, status("D60a_2_1", "2025-01-01"), absence_periods=journey)
    assert found == (Duration(9, 12), Duration(22, 21))
    long = (absence("2025-10-01", "2026-02-10"),)
    assert band(DULDUNG, status("D60a_2_1", "2025-01-01"), absence_periods=long)[1] < Duration(12)


def test_a_title_between_ends_the_duldung():
    periods = (
        status("D60a_2_1", "2023-01-01", "2025-12-31"),
        title("104c_holder", "2024-06-01", "2025-12-01"),
        status("D60a_2_1", "2026-06-01"),
    )
    assert band(DULDUNG, *periods) == exactly(5, 21)
    assert band(DULDUNG, status("D60a_2_1", "2023-01-01", "2027-12-31"), title("25_5", "2026-06-01"))[0] == (
        Duration()
    )


def test_beside_a_newer_gestattung_a_duldung_is_disputed():
    periods = (status("D60a_2_1", "2025-01-01", "2027-01-01"), status("gestattung", "2026-09-01"))
    assert band(DULDUNG, *periods) == (Duration(), Duration(22, 21))


def test_a_duldung_whose_end_nobody_recorded_is_a_missing_answer():
    periods = (status("D60a_2_1", "2023-01-01"), status("gestattung", "2026-05-22", "2026-10-01"))
    found = measured(DULDUNG, *periods, status("D60a_2_1", "2026-10-01"))
    assert found.value == Band(Duration(1, 21), Duration(1, 21))
    assert "end_not_recorded" in noted(found)


def test_borders_known_by_month():
    found = measured(DULDUNG, status("D60a_2_1", "2025-11"))
    assert found.value == Band(Duration(11, 23), Duration(12, 21))
    assert found.unknown is Unknown.NOT_ASKED
    assert found.ask == ("status_periods",)


@pytest.mark.parametrize("name", [DULDUNG, STAY])
def test_nothing_recorded_nobody_asked_and_absences_not_asked(name: str):
    assert band(name) == exactly(0)
    unasked = fact(name, case(absence_periods=()), title_id="25a_1")
    assert (unasked.value, unasked.ask) == (None, ("status_periods",))
    found = fact(name, case(status_periods=(status("D60a_2_1", "2020-01-01"),)), title_id="25a_1")
    assert found.value == Band(Duration(), Duration(82, 21))
    assert found.ask[0] == "absence_periods"


# Unbroken stay


@pytest.mark.parametrize(
    ("on", "months"), [("2026-05-09", (35, 29)), ("2026-05-10", (36, 0)), ("2026-05-11", (36, 1))]
)
def test_three_years(on: str, months: tuple[int, int]):
    assert band(STAY, status("gestattung", "2023-05-10"), on=on) == exactly(*months)


def test_everything_lawful_and_tolerated_makes_one_stay():
    periods = (
        status("visa_D", "2022-11-22", "2023-02-22"),
        title("other", "2023-02-22", "2024-02-22"),
        status("gestattung", "2024-02-22", "2025-02-22"),
        status("D60a_2_1", "2025-02-22"),
    )
    assert band(STAY, *periods) == exactly(48)


def test_a_gestattung_without_an_end_is_a_missing_answer():
    """Boundary case 2: a gap of unknown length."""
    found = measured(STAY, status("gestattung", "2022-05-10"), status("D60a_2_1", "2026-05-20"))
    assert found.value == Band(Duration(6, 2), Duration(54, 12))
    assert found.unknown is Unknown.NOT_ASKED
    assert found.ask == ("status_periods",)
    assert "end_not_recorded" in noted(found)


def test_the_arrival_certificate_counts_until_the_reform():
    periods = (status("ankunftsnachweis", "2026-05-12", "2026-08-12"), status("gestattung", "2026-08-12"))
    assert band(STAY, *periods) == (Duration(3, 10), Duration(6, 10))
    before = (status("ankunftsnachweis", "2026-03-12", "2026-06-12"), status("gestattung", "2026-06-12"))
    assert band(STAY, *before) == exactly(8, 10)


@pytest.mark.parametrize("code", ["D_material", "gueb"])
def test_what_counts_on_the_longest_reading_only(code: str):
    periods = (status(code, "2022-11-22", "2025-11-22"), status("D60a_2_1", "2025-11-22"))
    assert band(STAY, *periods) == (Duration(12), Duration(48))


def test_60b_counts_while_104c_is_held():
    """Boundary case 4."""
    periods = (
        status("D60a_2_1", "2022-11-22", "2023-11-22"),
        status("D60b", "2023-11-22", "2025-11-22"),
        title("104c_holder", "2025-11-22", "2027-05-22"),
    )
    assert band(STAY, *periods, applications=()) == exactly(48)
    lapsed = band(STAY, *periods[:2], title("104c_holder", "2025-11-22", "2026-10-22"), applications=())
    assert lapsed[0] < Duration(12)


def test_60b_with_the_application_in_time_goes_on_counting():
    periods = (
        status("D60b", "2023-11-22", "2025-11-22"),
        title("104c_holder", "2025-11-22", "2026-11-01"),
    )
    in_time = (filed("25a_1", "2026-10-20"),)
    assert band(STAY, *periods, applications=in_time) == exactly(36)


def test_without_104c_60b_is_bridged_on_the_longest_reading_only():
    periods = (
        status("gestattung", "2022-09-15", "2025-09-15"),
        status("D60b", "2025-09-15", "2026-09-15"),
        status("D60a_2_1", "2026-09-15"),
    )
    assert band(STAY, *periods) == (Duration(2, 7), Duration(38, 7))


def test_a_long_journey_breaks_the_stay_a_short_one_does_not():
    here = status("D60a_2_1", "2022-11-22")
    short = (absence("2024-01-01", "2024-04-01"),)
    assert band(STAY, here, absence_periods=short) == exactly(48)
    long = (absence("2024-01-01", "2024-04-02"),)
    assert band(STAY, here, absence_periods=long) == exactly(31, 20)


def test_a_long_gap_has_no_exception_here():
    periods = (status("D60a_2_1", "2020-01-01", "2024-01-01"), status("D60a_2_1", "2024-06-01"))
    found = measured(STAY, *periods)
    assert found.value == Band(Duration(29, 21), Duration(29, 21))
    assert "stay_25a_gap" in noted(found)


def test_deemed_suspension_after_a_late_application_counts_for_the_stay():
    periods = (status("visa_free", "2026-01-01", "2026-03-31"),)
    late = (filed("25_5", "2026-04-01"),)
    assert band(STAY, *periods, applications=late, asylum_procedures=())[0] == Duration(10, 21)
    assert band(DULDUNG, *periods, applications=late, asylum_procedures=())[0] == Duration()
