"""The duty to attend the integration course: what an extension hangs on (§ 8 Abs. 3)."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.cases.decisions import CourseRecord
from desktop.rules.facts.value import FactValue
from tests.rules.facts.making import case, day, fact, judged, noted, partial

GROSS = "course_duty_grossly_breached"


def breached(record: CourseRecord | None, gross: bool | None = None, on: str = "2026-11-22") -> FactValue:
    facts: dict[str, Any] = {} if record is None else {"integration_course": record}
    judgements = {} if gross is None else {GROSS: judged(gross)}
    return fact("course_duty_breached", case(judgements, **facts), on)


def test_nothing_recorded_is_asked_for() -> None:
    assert breached(None).value is None
    assert breached(None).ask == ("integration_course",)
    assert breached(None, gross=False).value is None


def test_a_record_that_is_silent_about_a_duty_is_not_a_no() -> None:
    silent = breached(CourseRecord(started=day("2025-01-01")), gross=False)
    assert silent.value is None
    assert silent.ask == ("integration_course",)
    assert noted(silent) == {"course_duty_open"}


def test_without_a_duty_nobody_is_asked_for_a_judgement() -> None:
    free = breached(CourseRecord(obliged=False))
    assert free.value is False
    assert not free.ask
    assert breached(CourseRecord(obliged=False), gross=True).value is False


@pytest.mark.parametrize("record", [CourseRecord(obliged=True), CourseRecord(obliged_on=day("2025-01-01"))])
def test_a_breach_is_for_a_person_to_judge(record: CourseRecord) -> None:
    open_ = breached(record)
    assert open_.disputed
    assert open_.ask == (GROSS,)
    assert breached(record, gross=True).value is True
    assert breached(record, gross=False).value is False


def test_a_course_passed_since_does_not_answer_for_the_person() -> None:
    passed = CourseRecord(obliged=True, passed_on=day("2026-01-01"))
    assert breached(passed).disputed
    assert breached(passed, gross=True).value is True


@pytest.mark.parametrize(
    ("on", "expected"), [("2026-11-21", False), ("2026-11-22", True), ("2026-11-23", True)]
)
def test_a_duty_from_a_day_that_lies_ahead_is_none_yet(on: str, expected: bool) -> None:
    ordered = CourseRecord(obliged_on=day("2026-11-22"))
    assert breached(ordered, gross=True, on=on).value is expected
    marked = CourseRecord(obliged=True, obliged_on=day("2026-11-22"))
    assert breached(marked, gross=True, on=on).value is expected


def test_a_day_known_in_part_and_a_contradiction_stay_open() -> None:
    assert breached(CourseRecord(obliged_on=partial("2026-11")), gross=True).value is None
    assert breached(CourseRecord(obliged_on=partial("2026-10")), gross=True).value is True
    both = CourseRecord(obliged=False, obliged_on=day("2025-01-01"))
    assert breached(both, gross=False).value is None
