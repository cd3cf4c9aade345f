"""Days that one event of the case sets off: benefits, the age limit of § 25a, absence, inaction."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from ..cases.applications import Application
from ..cases.periods import ONE_DAY, PartialDate
from ..cases.status import DULDUNG_CODES, Absence
from ..texts import mark
from .arithmetic import add_months, completed_on, last_day_after, last_day_from, months, years
from .derivation import step, uncertain
from .duedates import LONG_PAST, DueDate, Nature, Stage, StageKind, safe
from .effects import HOLDER_104C
from .outlook import Outlook, title_code
from .rollover import place_notes, steps_to_safe_day


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
    """§ 51(1) no. 7: a title lapses after six months abroad, a continued one too.

    A return that lies ahead is only planned, so a running absence keeps its date whatever return is recorded.
    One that has not begun yet has a date if it is to last longer, or nobody knows how long.
    """
    if not any(
        each.status.title_id is not None and (each.span.covers(view.on) or view.effect.continues == each.code)
        for each in view.periods
    ):
        return
    absences: tuple[Absence, ...] = view.value("absence_periods") or ()
    for each in absences:
        span = each.period.longest
        day = last_day_from(span.start, months(6))
        over = span.end is not None and span.end <= view.on
        in_time = span.start > view.on and span.end is not None and span.end <= day
        if over or in_time or each.agreed:
            continue
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
                step(mark("Abroad from {day} on."), day=span.start),
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
            step(
                mark("Who could expect a decision before suing does not bear the costs of the action."),
                "§ 161 Abs. 3 VwGO",
            ),
        ),
        ask=() if each.filed_on.exact else ("applications",),
    )
