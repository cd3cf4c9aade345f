"""The three years of the integration course."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop.cases.decisions import CourseRecord
from desktop.deadlines.duedates import Nature
from tests.deadlines.making import MUNICH, card, case, day, kinds, only, said

ON = date(2026, 11, 22)
ALL = ("intcourse_claim", "intcourse_start", "intcourse_break", "intcourse_admission")


def of_the_course(course: CourseRecord) -> list[str]:
    file = case(card("title:25_2_1", "2026-03-01", "2029-02-28"), integration_course=course)
    return [each for each in kinds(file, ON) if each in ALL]


@pytest.mark.parametrize(
    ("course", "expected"),
    [
        (CourseRecord(), ["intcourse_claim"]),
        (CourseRecord(admitted_on=day("2026-05-04")), ["intcourse_claim", "intcourse_admission"]),
        (CourseRecord(registered_on=day("2026-05-04")), ["intcourse_start"]),
        (CourseRecord(registered_on=day("2026-05-04"), started=day("2026-09-01")), []),
        (CourseRecord(started=day("2026-05-04"), interrupted_on=day("2026-09-01")), ["intcourse_break"]),
        (CourseRecord(interrupted_on=day("2026-09-01"), passed_on=day("2026-10-01")), []),
    ],
)
def test_what_was_done_last_decides_which_year_runs(course: CourseRecord, expected: list[str]):
    assert sorted(of_the_course(course)) == sorted(expected)


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        ("intcourse_start", "registered_on"),
        ("intcourse_break", "interrupted_on"),
        ("intcourse_admission", "admitted_on"),
    ],
)
def test_one_year_the_day_of_the_event_counted(kind: str, field: str):
    """From Sunday 28.02.2027, that day counted, a year ends with Sunday 27.02.2028; Friday is safe."""
    fields: dict[str, Any] = {field: day("2027-02-28")}
    file = case(integration_course=replace(CourseRecord(), **fields))
    due = only(kind, file, date(2027, 3, 1), MUNICH)
    assert (due.day, due.safe_day) == (date(2028, 2, 27), date(2028, 2, 25))
    assert due.nature is Nature.VALIDITY
    assert due.cite
    assert "does not move" in said(due.derivation)


def test_a_month_is_read_early_and_what_lapsed_long_ago_is_gone():
    file = case(integration_course=CourseRecord(registered_on=day("2026-02")))
    due = only("intcourse_start", file, ON)
    assert (due.day, due.latest) == (date(2027, 1, 31), date(2027, 2, 27))
    assert "intcourse_start" in kinds(file, date(2027, 5, 3))  # 92 days after it
    assert "intcourse_start" not in kinds(file, date(2027, 5, 4))
