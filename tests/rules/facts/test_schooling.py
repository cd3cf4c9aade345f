"""School, training and degrees of young people."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.cases.answers import Unknown
from desktop.cases.people import Education, Qualification
from desktop.deadlines.spans import Duration
from desktop.rules.facts.value import Band, FactValue
from tests.rules.facts.durations import exactly
from tests.rules.facts.making import case, day, fact, period

MONTHS, DEGREE, RUNNING = (
    "school_months_success_de",
    "recognised_qualification_de",
    "in_school_training_or_study",
)


def school(start: str, end: str | None = None, kind: str = "school", **more: Any) -> Education:
    given: dict[str, Any] = {"in_de": True, "successful": True} | more
    return Education(kind, period(start, end), **given)


def attended(*education: Education, on: str = "2026-11-22") -> FactValue:
    return fact(MONTHS, case(education_periods=education), on)


def band(*education: Education, on: str = "2026-11-22") -> tuple[Any, Any]:
    found = attended(*education, on=on).value
    assert isinstance(found, Band)
    return found.safe, found.longest


@pytest.mark.parametrize(
    ("on", "months"), [("2026-08-31", (35, 30)), ("2026-09-01", (36, 0)), ("2026-09-02", (36, 1))]
)
def test_three_years_of_school(on: str, months: tuple[int, int]):
    assert band(school("2023-09-01"), on=on) == exactly(*months)


def test_a_change_of_school_over_the_holidays_is_no_break():
    assert band(school("2023-11-22", "2025-07-25"), school("2025-09-10")) == exactly(36)
    later = band(school("2023-11-22", "2025-07-25"), school("2025-12-01"))
    assert later[0] == Duration(11, 21)
    assert later[1] > Duration(30)


def test_overlapping_schools_count_once_and_the_future_does_not():
    assert band(school("2023-11-22", "2026-01-01"), school("2025-06-01")) == exactly(36)
    assert band(school("2027-01-01")) == exactly(0)


def test_attendance_that_is_over_counts_on_the_longest_reading_only():
    """VG Saarlouis 6 K 1936/15; the certificate has a fact of its own."""
    safe, longest = band(school("2020-01-01", "2024-01-01"))
    assert (safe, longest) == (Duration(), Duration(48))


@pytest.mark.parametrize("kind", ["apprenticeship", "prevocational"])
def test_training_is_school_in_part(kind: str):
    assert band(school("2023-11-22", kind=kind)) == (Duration(), Duration(36))


def test_a_university_is_no_school_and_failure_no_success():
    assert band(school("2020-01-01", kind="university")) == exactly(0)
    assert band(school("2020-01-01", successful=False)) == exactly(0)
    assert band(school("2020-01-01", in_de=False)) == exactly(0)


@pytest.mark.parametrize("more", [{"successful": None}, {"in_de": None}])
def test_what_nobody_said_is_a_missing_answer(more: dict[str, Any]):
    found = attended(school("2023-11-22", **more))
    assert found.value == Band(Duration(), Duration(36))
    assert (found.unknown, found.ask) == (Unknown.NOT_ASKED, ("education_periods",))


def test_school_known_by_year_only():
    found = attended(school("2023"))
    assert found.value == Band(Duration(34, 22), Duration(46, 21))
    assert found.ask == ("education_periods",)


def test_no_school_and_nobody_asked():
    assert band() == exactly(0)
    for name, asked in (
        (MONTHS, "education_periods"),
        (RUNNING, "education_periods"),
        (DEGREE, "qualifications"),
    ):
        assert fact(name, case()).ask == (asked,)


def qualified(*obtained: Qualification) -> FactValue:
    return fact(DEGREE, case(qualifications=obtained))


def test_a_recognised_qualification_from_germany():
    for kind in ("school", "vocational", "degree"):
        assert qualified(Qualification(kind, day("2026-07-01"), recognised=True, in_de=True)).value is True
    assert qualified(Qualification("school", recognised=True, in_de=True)).value is True
    assert qualified().value is False


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"recognised": False}, False),
        ({"in_de": False}, False),
        ({"recognised": None}, None),
        ({"in_de": None}, None),
        ({"day": day("2026-11-22")}, True),
        ({"day": day("2026-11-23")}, False),
        ({"day": day("2026-11")}, None),
    ],
    ids=str,
)
def test_what_a_qualification_lacks(more: dict[str, Any], expected: bool | None):
    given: dict[str, Any] = {"recognised": True, "in_de": True} | more
    found = qualified(Qualification("school", **given))
    assert found.value is expected
    if expected is None:
        assert found.ask == ("qualifications",)


def test_one_recognised_qualification_is_enough():
    abroad = Qualification("school", recognised=True, in_de=False)
    assert qualified(abroad, Qualification("vocational", recognised=True, in_de=True)).value is True


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (school("2026-09-01"), True),
        (school("2026-09-01", kind="apprenticeship", successful=None), True),
        (school("2026-09-01", kind="university"), True),
        (school("2026-09-01", "2026-11-22"), False),
        (school("2026-09-01", "2026-11-23"), True),
        (school("2026-12-01"), False),
        (school("2026-09-01", "2026-11"), None),
        (school("2026-09-01", in_de=False), False),
    ],
    ids=str,
)
def test_in_school_training_or_study(entry: Education, expected: bool | None):
    found = fact(RUNNING, case(education_periods=(entry,)))
    assert found.value is expected


def test_a_prevocational_measure_is_disputed():
    assert fact(RUNNING, case(education_periods=(school("2026-09-01", kind="prevocational"),))).disputed
    both = (school("2026-09-01", kind="prevocational"), school("2026-10-01"))
    assert fact(RUNNING, case(education_periods=both)).value is True
    assert fact(RUNNING, case(education_periods=())).value is False
