"""Rolling over and the safe day in words: which closed days are passed over, and at which place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ..cases.periods import ONE_DAY
from ..texts import mark
from .arithmetic import rolled
from .derivation import Named, Step, step
from .duedates import safe
from .holidays import Calendar, NoTable

CIVIL = "§ 193 BGB"


def rolled_over(raw: date, place: Calendar, cite: str = CIVIL) -> tuple[date, tuple[Step, ...]]:
    """The end of a filing period (inclusive) and why: the next working day if the last day is free.

    `cite` is the rule that rolls. Outside the holiday tables the day stays, and the step says so.
    """
    try:
        end = rolled(raw, place)
        passed = tuple(_passed(raw, end, place))
    except NoTable as problem:
        return raw, (step(problem.sentence, **problem.values),)
    if end == raw:
        text = mark("{day} is a working day ({place}): the period ends on it.")
        return raw, (step(text, cite, day=raw, place=Named(place.name)),)
    moved = step(mark("The period ends on the next working day: {day}."), cite, day=end)
    return end, (*passed, moved)


def _passed(raw: date, end: date, place: Calendar) -> Iterator[Step]:
    """Every holiday between the last day and the working day after it; of a weekend only its first day."""
    day, weekend = raw, False
    while day < end:
        if (holiday := place.holiday(day)) is not None:
            yield _holiday(day, holiday, place)
        elif not weekend:
            yield step(mark("{day} is no working day."), day=day)
        weekend = day.weekday() >= 5
        day += ONE_DAY


def steps_to_safe_day(day: date, place: Calendar) -> tuple[Step, ...]:
    """Why the safe day is what it is: every closed day that is passed over, and the place it is closed at."""
    last = safe(day, place)
    if last == day:
        return (step(mark("On {day} offices are open ({place})."), day=day, place=Named(place.name)),)
    steps = [_closed(day - timedelta(past), place, first=not past) for past in range((day - last).days)]
    return (
        *(each for each in steps if each is not None),
        step(mark("Last safe day before it: {day}."), day=last),
    )


def _closed(day: date, place: Calendar, *, first: bool) -> Step | None:
    try:
        holiday = place.holiday(day)
    except NoTable as problem:
        return step(problem.sentence, **problem.values) if first else None
    if holiday is not None:
        return _holiday(day, holiday, place)
    if day.weekday() >= 5:
        return step(mark("{day} is no working day."), day=day) if first else None
    if day in place.somewhere:
        text = mark("{day} is a public holiday in some places ({place}).")
        return step(text, day=day, place=Named(place.name))
    return step(mark("On {day} offices are usually closed, though it counts as a working day."), day=day)


def _holiday(day: date, holiday: str, place: Calendar) -> Step:
    text = mark("{day} is a public holiday: {holiday} ({place}).")
    return step(text, day=day, holiday=Named(holiday), place=Named(place.name))


def place_notes(place: Calendar) -> tuple[Step, ...]:
    """That the authority's place is not known, if so."""
    if place.known:
        return ()
    return (
        step(
            mark(
                "The authority's place is not known: a holiday anywhere in Germany counts as closed, "
                "and periods roll over nationwide holidays only."
            )
        ),
    )
