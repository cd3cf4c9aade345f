"""The duty to attend an integration course (§ 44a Abs. 1) and its breach (§ 8 Abs. 3)."""

from __future__ import annotations

from desktop.cases.decisions import CourseRecord
from desktop.rules.verdict import Truth

from . import truths
from .basis import Basis, fact
from .value import FactValue, Note

COURSE = "integration_course"
GROSS = "course_duty_grossly_breached"


@fact
def course_duty_breached(seen: Basis) -> FactValue:
    """Whether a duty to attend the course was breached repeatedly and grossly by the day (§ 8 Abs. 3 S. 3).

    Without a duty nothing can be breached, and nobody is asked. Whether a breach is repeated and gross is
    for a person to judge; until then it is disputed.
    """
    course: CourseRecord | None = seen.value(COURSE)
    if course is None:
        return seen.unknown()
    duty = obliged(course, seen)
    if duty is None:
        return seen.unknown(COURSE, notes=(Note.of("course_duty_open"),))
    if not duty:
        return seen.known(False)
    breached = seen.judged(GROSS)
    return seen.disputed(None, ask=(GROSS,)) if breached is None else seen.known(breached)


def duty_met(course: CourseRecord, seen: Basis) -> Truth:
    """Whether no duty has existed by the day, or the course was passed or broken off without fault."""
    duty = obliged(course, seen)
    if duty is False:
        return Truth.YES
    passed = False if course.passed_on is None else truths.by(course.passed_on, seen.on)
    met = truths.any_of((truths.of(passed), truths.of(course.broken_off_faultless)))
    return met if duty or met is Truth.YES else Truth.UNKNOWN


def obliged(course: CourseRecord, seen: Basis) -> bool | None:
    """Whether a duty has existed by the day; None if the record does not say, or says both."""
    ordered = None if course.obliged_on is None else truths.by(course.obliged_on, seen.on)
    if course.obliged is None:
        return None if course.obliged_on is None else ordered
    if course.obliged and ordered is False:
        return False  # ordered for a day that lies ahead
    if not course.obliged and course.obliged_on is not None:
        return None
    return course.obliged
