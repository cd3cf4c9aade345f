"""Periods set off by an event: course, residence duty, benefits, age, absence, inaction."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ..cases.applications import Application
from ..cases.decisions import CourseRecord
from ..cases.periods import ONE_DAY, PartialDate
from ..cases.status import DULDUNG_CODES, Absence
from ..texts import mark
from .arithmetic import add_months, completed_on, last_day_after, last_day_from, months, years
from .derivation import step, uncertain
from .duedates import LONG_PAST, DueDate, Nature, Stage, StageKind, safe
from .effects import HOLDER_104C
from .outlook import Outlook, issued, title_code
from .recognition import decided, protecting
from .rollover import place_notes, steps_to_safe_day
from .ukraine import FIRST_ENTRY, ukr_exemption_end

_COURSE_FIRST = frozenset("25_1 25_2_1 25_2_2 25_4a_3 25b_1 25b_4 25b_6".split())
_COURSE_ADMITTED = frozenset("23_2 23_4".split())
_DUTY_BY_TITLE = frozenset("22_1 22_2 23_1 23_2 23_4 24 25_3".split())
_DUTY_BY_STATUS = frozenset("25_1 25_2_1 25_2_2".split())
_REGULATION_SINCE = date(2026, 6, 12)


def course_claim(view: Outlook) -> Iterator[DueDate]:
    """§ 44(2): the claim to the integration course lapses one year after the title that gave it."""
    course: CourseRecord | None = view.value("integration_course")
    if course is not None and (course.started is not None or course.passed_on is not None):
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
        stages=(Stage(StageKind.RED, safe(day - timedelta(weeks=8), view.place)),),
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


def residence_duty(view: Outlook) -> Iterator[DueDate]:
    """§ 12a(1): three years in the Land of assignment, from the recognition or the first permit."""
    begin = _duty_begins(view)
    if begin is None:
        return
    event, title_id, recognised, open_wording = begin
    day = last_day_after(event.latest, years(3))
    if day < view.on:
        return
    rows = (
        step(mark("Recognised on {day}."), day=event.latest)
        if recognised
        else step(mark("{title} was first issued on {day}."), title=title_code(title_id), day=event.latest)
    )
    assigned = view.value("assigned_land")
    yield DueDate(
        kind="res_rule_12a",
        nature=Nature.RESTRICTION,
        day=day,
        name=step(mark("Duty to live in the assigned Land ends")),
        action=step(mark("Until then a move to another Land needs the lifting of the duty or an exemption.")),
        cite="§ 12a Abs. 1 AufenthG",
        title_id=title_id,
        derivation=(
            rows,
            step(mark("Three years later, that day included: {day}."), "§ 188 Abs. 2 BGB", day=day),
            step(mark("Of a restriction the later day is the safe one; it does not move.")),
        ),
        notes=(
            *uncertain(event),
            *(
                (
                    step(
                        mark(
                            "For asylum applications before {day}, and for persons entitled to asylum, "
                            "the wording is open: have it checked."
                        ),
                        "§ 12a Abs. 1 AufenthG",
                        day=_REGULATION_SINCE,
                    ),
                )
                if open_wording
                else ()
            ),
            step(
                mark("Work, training, study or certain courses end the duty earlier; a breach prolongs it."),
                "§ 12a Abs. 1 S. 2, 3 AufenthG",
            ),
        ),
        ask=() if assigned is not None else ("assigned_land",),
    )


def _duty_begins(view: Outlook) -> tuple[PartialDate, str, bool, bool] | None:
    """The event, the title it hangs on, whether it is the recognition, and whether the wording covers it.

    The recognition counts from the day it became final: of a restriction the later day is the safe one. The
    wording names only protection on applications filed since the Regulation applies (§ 87e Abs. 2 AsylG).
    """
    first = next(view.held(_DUTY_BY_TITLE), None)
    if first is not None and first.status.title_id is not None:
        return issued(first), first.status.title_id, False, False
    procedure = protecting(view.value("asylum_procedures") or (), view.on)
    day = None if procedure is None else procedure.final_on or decided(procedure)
    held = next(view.held(_DUTY_BY_STATUS), None)
    if procedure is None or day is None or procedure.outcome == "family_art23":
        return None
    title = {"art16a": "25_1", "refugee": "25_2_1", "subsidiary": "25_2_2"}[procedure.outcome]
    filed = procedure.filed_on
    covered = procedure.outcome != "art16a" and filed is not None and filed.earliest >= _REGULATION_SINCE
    return day, (held.status.title_id if held is not None else None) or title, True, not covered


def benefits_25_5(view: Outlook) -> Iterator[DueDate]:
    """AsylbLG § 1(1) no. 3 c, (3): eighteen months after removal was suspended SGB II or XII begin."""
    decided_on = view.value("suspension_decided_on")
    if view.holds({"25_5"}) is None or not isinstance(decided_on, PartialDate):
        return
    reached = completed_on(decided_on.latest, 18)
    day = add_months(reached.replace(day=1), 1)
    if day < view.on - LONG_PAST:
        return
    yield DueDate(
        kind="benefits_25_5",
        nature=Nature.EARLIEST,
        day=day,
        name=step(mark("Benefits change from AsylbLG to SGB II or SGB XII")),
        action=step(mark("Apply at the job centre or the social office before this day.")),
        cite="§ 1 Abs. 1 Nr. 3 Buchst. c, Abs. 3 AsylbLG",
        title_id="25_5",
        start_on=safe(day - timedelta(weeks=6), view.place),
        derivation=(
            step(mark("Removal was suspended by decision of {day}."), day=decided_on.latest),
            step(
                mark("Eighteen months are reached on {day}."),
                "§ 1 Abs. 1 Nr. 3 Buchst. c AsylbLG",
                day=reached,
            ),
            step(
                mark("AsylbLG ends with that month; from {day} the other benefits."),
                "§ 1 Abs. 3 AsylbLG",
                day=day,
            ),
        ),
        notes=uncertain(decided_on),
    )


def age_limit_25a(view: Outlook) -> Iterator[DueDate]:
    """§ 25a(1) no. 3: the application must come before the 27th birthday. The day does not move."""
    born = view.value("birth_date")
    if not isinstance(born, PartialDate) or not view.holds_any(DULDUNG_CODES | {HOLDER_104C}):
        return
    if any(each.title_id == "25a_1" for each in view.undecided):
        return
    day = last_day_from(born.earliest, years(27))
    if not view.on <= day <= view.on + timedelta(days=2 * 365):
        return
    yield DueDate(
        kind="age27_25a",
        nature=Nature.VALIDITY,
        day=day,
        name=step(mark("Last day for an application under § 25a")),
        action=step(mark("If § 25a comes into question, apply by {day}."), day=safe(day, view.place)),
        cite="§ 25a Abs. 1 S. 1 Nr. 3 AufenthG",
        title_id="25a_1",
        latest=None if born.exact else last_day_from(born.latest, years(27)),
        safe_day=safe(day, view.place),
        start_on=safe(day - timedelta(weeks=26), view.place),
        stages=(Stage(StageKind.RED, safe(day - timedelta(weeks=8), view.place)),),
        derivation=(
            step(mark("Born on {day}."), day=born.earliest),
            step(
                mark("27 years are complete at the end of {day}."), "§§ 187 Abs. 2, 188 Abs. 2 BGB", day=day
            ),
            *steps_to_safe_day(day, view.place),
        ),
        notes=(*uncertain(born), *place_notes(view.place)),
    )


def absence_abroad(view: Outlook) -> Iterator[DueDate]:
    """§ 51(1) no. 7: a title lapses after six months abroad."""
    if not any(each.status.title_id is not None and each.span.covers(view.on) for each in view.periods):
        return
    absences: tuple[Absence, ...] = view.value("absence_periods") or ()
    for each in absences:
        span = each.period.longest
        if span.end is not None or span.start > view.on or each.agreed:
            continue
        day = last_day_from(span.start, months(6))
        yield DueDate(
            kind="abroad_6m",
            nature=Nature.VALIDITY,
            day=day,
            name=step(mark("Six months abroad are over")),
            action=step(
                mark(
                    "Be back by {day}, or have a longer period agreed before.",
                ),
                day=day,
            ),
            cite="§ 51 Abs. 1 Nr. 7 AufenthG",
            start_on=add_months(span.start, 3),
            stages=(Stage(StageKind.RED, day - timedelta(weeks=4)),),
            derivation=(
                step(mark("Abroad since {day}."), day=span.start),
                step(mark("Six months, that day counted: {day}."), "§ 51 Abs. 1 Nr. 7 AufenthG", day=day),
            ),
            notes=(
                step(
                    mark("Not for refugees in their own right who hold a valid German travel document."),
                    "§ 51 Abs. 7 AufenthG",
                ),
                *uncertain(each.period.start),
            ),
        )


def inaction(view: Outlook) -> Iterator[DueDate]:
    """§ 75 VwGO: three months after an application an action for a decision becomes possible."""
    for each in view.undecided:
        yield _inaction(each, view)


def _inaction(each: Application, view: Outlook) -> DueDate:
    blocked = last_day_after(each.filed_on.latest, months(3))
    return DueDate(
        kind="inaction",
        nature=Nature.EARLIEST,
        day=blocked + ONE_DAY,
        name=step(mark("No decision for three months: {title}"), title=title_code(each.title_id)),
        action=step(
            mark("Ask the authority in writing; from {day} an action is possible."), day=blocked + ONE_DAY
        ),
        cite="§ 75 VwGO",
        title_id=each.title_id,
        start_on=safe(blocked - timedelta(weeks=3), view.place),
        derivation=(
            step(mark("The application was received on {day}."), day=each.filed_on.latest),
            step(mark("An action is blocked up to and including {day}."), "§ 75 S. 2 VwGO", day=blocked),
        ),
        notes=(
            *uncertain(each.filed_on),
            step(mark("In special circumstances earlier. The action itself is for the client or a lawyer.")),
        ),
        ask=() if each.filed_on.exact else ("applications",),
    )


def ukraine_exemption(view: Outlook) -> Iterator[DueDate]:
    """The 90 days without a title, if only the entry is recorded and no paper yet."""
    exemption = view.given.exemption
    if exemption is None or exemption.applies is False or view.periods or exemption.refused_by(view.on):
        return
    first = exemption.first_entry or exemption.entry
    day = None if first is None else ukr_exemption_end(first.earliest)
    if day is None:
        return
    yield DueDate(
        kind="ukr_exemption",
        nature=Nature.VALIDITY,
        day=day,
        name=step(mark("90 days without a title end")),
        action=step(
            mark("Apply under § 24 by {day}."), "§ 81 Abs. 3 S. 1 AufenthG", day=safe(day, view.place)
        ),
        cite="§§ 2, 4 UkraineAufenthÜV",
        notes=() if exemption.first_entry is not None else (_FROM_THE_FIRST_ENTRY,),
        ask=() if exemption.first_entry is not None else (FIRST_ENTRY,),
    )


_FROM_THE_FIRST_ENTRY = step(
    mark("The 90 days count from the very first entry since 24 February 2022: was there an earlier one?"),
    "§ 2 Abs. 1, 2 UkraineAufenthÜV",
)
