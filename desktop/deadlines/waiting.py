"""Waiting times: since when a title has been held or removal suspended, and the day this is long enough.

Every day here is the safe reading: it is reached then for certain if the present paper is renewed without a
gap. The rules measure the same times day by day and know more readings; the page of titles shows those.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from ..cases.periods import ONE_DAY, Span
from ..cases.status import Absence
from ..texts import mark
from . import spans
from .arithmetic import completed_on
from .derivation import Step, step
from .duedates import LONG_PAST, DueDate, Nature, safe
from .outlook import Outlook
from .spans import DAYS_PER_MONTH


def reached_on(start: date, before: Span | None, count: int) -> date:
    """The first day on which the time since `start` and the half-open time before it make `count` months.

    What hangs together is one stretch; otherwise thirty days make a month (§ 191 BGB).
    """
    if before is None or before.end is None or before.end <= before.start:
        return completed_on(start, count)
    if before.end >= start:
        return max(start, completed_on(before.start, count))
    earlier = spans.length(before.start, before.end)
    if earlier.months >= count:
        return start
    found = [completed_on(start, count - earlier.months)]
    for carried in (1, 2):  # up to twice thirty days can come together from both times
        whole = count - earlier.months - carried
        rest = max(DAYS_PER_MONTH * carried - earlier.days, 0)
        if whole >= 0:
            found.append(completed_on(start, whole) + timedelta(rest))
    return min(day for day in found if (spans.length(start, day) + earlier).reaches(count))


def absences(view: Outlook) -> Iterator[tuple[Span, date]]:
    """Stays abroad that began by the day and nobody agreed to, each with its half-open end."""
    absences: tuple[Absence, ...] = view.value("absence_periods") or ()
    for each in absences:
        span = each.period.longest
        if not each.agreed and span.start <= view.on:
            yield span, span.end or view.on + ONE_DAY


def chain_start(
    held: Iterable[Span], breaking: Iterable[date], view: Outlook, bridge_days: int
) -> date | None:
    """The first day of the unbroken row that covers the day, after everything that broke it."""
    found = spans.chain(held, view.on + ONE_DAY, bridge_days)
    if found is None:
        return None
    start = max([found.start, *(day for day in breaking if day > found.start)])
    return start if start <= view.on else None


def reached(
    view: Outlook,
    *,
    kind: str,
    title_id: str,
    day: date,
    name: Step,
    cite: str,
    derivation: tuple[Step, ...],
    notes: tuple[Step, ...],
    ask: tuple[str, ...] = (),
) -> Iterator[DueDate]:
    if day < view.on - LONG_PAST:
        return
    yield DueDate(
        kind=kind,
        nature=Nature.EARLIEST,
        day=day,
        name=name,
        action=step(mark("Look at the other conditions before it and prepare the application."), cite),
        cite=cite,
        title_id=title_id,
        start_on=safe(day - timedelta(weeks=12), view.place),
        derivation=(*derivation, step(mark("Reckoned as if the present paper is renewed without a gap."))),
        notes=notes,
        ask=ask,
        settled=any(each.title_id == title_id for each in view.undecided),
    )
