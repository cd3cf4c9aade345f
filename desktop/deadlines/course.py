"""The integration course: until when the claim lasts, until when the course must begin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType

from ..cases.decisions import CourseRecord
from ..cases.periods import PartialDate
from ..texts import mark
from .arithmetic import last_day_after, last_day_from, months, years
from .derivation import step, uncertain
from .duedates import LONG_PAST, DueDate, Nature, Stage, StageKind, safe
from .outlook import Outlook, issued, title_code
from .rollover import place_notes, steps_to_safe_day

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "intcourse_claim": mark("Claim to the course ends"),
        "intcourse_start": mark("The course must begin"),
        "intcourse_break": mark("The course must go on"),
        "intcourse_admission": mark("Admission to the course ends"),
    }
)

_COURSE_FIRST = frozenset("25_1 25_2_1 25_2_2 25_4a_3 25b_1 25b_4 25b_6".split())
_COURSE_ADMITTED = frozenset("23_2 23_4".split())
_RED = timedelta(weeks=8)


def course_claim(view: Outlook) -> Iterator[DueDate]:
    """§ 44(2): the claim to the integration course lapses one year after the title that gave it."""
    course: CourseRecord | None = view.value("integration_course")
    if course is not None and _begun(course):
        return
    first = next(view.held(_COURSE_FIRST | _COURSE_ADMITTED), None)
    if first is None or first.status.title_id is None:
        return
    event = issued(first)
    day = last_day_after(event.earliest, months(12))
    if day < view.on - LONG_PAST:
        return
    prevented = view.value("course_registration_prevented")
    yield DueDate(
        kind="intcourse_claim",
        nature=Nature.FILING,
        day=day,
        name=step(mark("Claim to the integration course ends")),
        action=step(
            mark("Register for the course by {day}."), "§ 44 Abs. 2 AufenthG", day=safe(day, view.place)
        ),
        cite="§ 44 Abs. 1, 2 AufenthG",
        code=first.code,
        title_id=first.status.title_id,
        latest=None if event.exact else last_day_after(event.latest, months(12)),
        safe_day=safe(day, view.place),
        start_on=min(event.earliest, day),
        stages=(Stage(StageKind.RED, safe(day - _RED, view.place)),),
        derivation=(
            step(
                mark("{title} was issued on {day}."),
                title=title_code(first.status.title_id),
                day=event.earliest,
            ),
            step(mark("One year later, that day included: {day}."), "§ 188 Abs. 2 BGB", day=day),
            step(mark("Counted as a day that does not move, to be safe.")),
            *steps_to_safe_day(day, view.place),
        ),
        notes=(
            *uncertain(event),
            step(
                mark("The claim stays if the person could not register for reasons outside their control."),
                "§ 44 Abs. 2 S. 2 AufenthG",
            ),
            step(
                mark("There is none for young people at school, with little need, or with B1 already."),
                "§ 44 Abs. 3 AufenthG",
            ),
        ),
        ask=() if prevented is not None else ("course_registration_prevented",),
        settled=prevented is True,
    )


def _begun(course: CourseRecord) -> bool:
    return any(day is not None for day in (course.registered_on, course.started, course.passed_on))


def course_begins(view: Outlook) -> Iterator[DueDate]:
    """IntV § 4(1) s. 3, § 5(3): one year from the admission, from the registration, and of a break."""
    course: CourseRecord | None = view.value("integration_course")
    if course is None or course.passed_on is not None:
        return
    if course.interrupted_on is not None:
        yield from _one_year(_BREAK, course.interrupted_on, view)
    elif course.started is not None:
        return
    elif course.registered_on is not None:
        yield from _one_year(_START, course.registered_on, view)
    elif course.admitted_on is not None:
        yield from _one_year(_ADMISSION, course.admitted_on, view)


@dataclass(frozen=True, slots=True)
class _Year:
    """One of the three years of the course: what is asked, and what the period runs from."""

    kind: str
    action: str
    event: str
    cite: str
    note: str


_START = _Year(
    "intcourse_start",
    mark("Begin the course by {day}; otherwise the right to take part is lost."),
    mark("Registered with the provider on {day}."),
    "§ 4 Abs. 1 S. 3 IntV",
    mark("The right stays if the person could not begin for reasons outside their control: keep the proof."),
)
_BREAK = _Year(
    "intcourse_break",
    mark("Be back in the course by {day}; otherwise the right to take part is lost."),
    mark("Last attended on {day}."),
    "§ 4 Abs. 1 S. 3 IntV",
    mark("The right stays if the break was outside the person's control: keep the proof."),
)
_ADMISSION = _Year(
    "intcourse_admission",
    mark("Register with a course provider by {day}."),
    mark("Admitted on {day}."),
    "§ 5 Abs. 3 S. 1 IntV, § 44 Abs. 4 AufenthG",
    mark("The last day on the letter of admission counts; this one is computed."),
)


def _one_year(kind: _Year, event: PartialDate, view: Outlook) -> Iterator[DueDate]:
    day = last_day_from(event.earliest, years(1))
    if day < view.on - LONG_PAST:
        return
    by = safe(day, view.place)
    yield DueDate(
        kind=kind.kind,
        nature=Nature.VALIDITY,
        day=day,
        name=step(KINDS[kind.kind]),
        action=step(kind.action, kind.cite, day=by),
        cite=kind.cite,
        latest=None if event.exact else last_day_from(event.latest, years(1)),
        safe_day=by,
        start_on=safe(day - 2 * _RED, view.place),
        stages=(Stage(StageKind.RED, safe(day - _RED, view.place)),),
        derivation=(
            step(kind.event, day=event.earliest),
            step(mark("One year, that day counted to be safe: {day}."), "§ 188 Abs. 2 BGB", day=day),
            step(mark("Counted as a day that does not move, to be safe.")),
            *steps_to_safe_day(day, view.place),
        ),
        notes=(*uncertain(event), step(kind.note, kind.cite), *place_notes(view.place)),
        ask=() if event.exact else ("integration_course",),
    )
