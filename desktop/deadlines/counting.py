"""Counting in words: how a length runs from its start to its last day, step by step (BGB §§ 187-189)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from enum import Enum

from ..errors import Problem
from ..texts import mark
from .arithmetic import (
    HALF_MONTH,
    Length,
    Unit,
    add_months,
    days_in_month,
    last_day_after,
    last_day_from,
    weeks,
)
from .derivation import Step, step

_FIRST_YEAR, _LAST_YEAR = 1900, 2199
"""The years of a date that a person can mean; `cases.periods` reads no others."""


class Begins(Enum):
    """What sets a period off."""

    EVENT = "event"  # the day of the event does not count (§ 187(1) BGB)
    DAY = "begin"  # the period begins with the day, which counts (§ 187(2) BGB)
    AUTHORITY = "authority"  # set by an authority: begins the day after announcement (§ 31(2) VwVfG)


def check_length(length: Length) -> None:
    """Raises Problem for a length of nothing or less."""
    if length.count < 0 or not (length.count or length.half_month):
        raise Problem(
            mark("A period of {count} cannot be counted."),
            mark("Write a whole number from 1 on."),
            count=length.count,
        )


def last_day(start: date, length: Length, begins: Begins) -> date:
    """The inclusive last day, not rolled over. Raises Problem for no length and for an end out of reach."""
    check_length(length)
    reckon = last_day_from if begins is Begins.DAY else last_day_after
    return _within_reach(lambda: reckon(start, length))


def weeks_earlier(end: date, count: int) -> date:
    """The day so many weeks before another. Raises Problem as `last_day`."""
    check_length(weeks(count))
    return _within_reach(lambda: end - timedelta(weeks=count))


def _within_reach(reckon: Callable[[], date]) -> date:
    try:
        found = reckon()
    except (OverflowError, ValueError):
        raise _out_of_reach() from None
    if not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        raise _out_of_reach()
    return found


def counted(start: date, length: Length, begins: Begins) -> tuple[date, tuple[Step, ...]]:
    """The inclusive last day, not rolled over, and how it is found. Raises Problem as `last_day`."""
    last = last_day(start, length, begins)
    return last, (_begin(start, begins), *_run(start, length, begins, last))


def _begin(start: date, begins: Begins) -> Step:
    match begins:
        case Begins.DAY:
            text = mark("The period begins with {day}: this day counts.")
            return step(text, "§ 187 Abs. 2 BGB", day=start)
        case Begins.AUTHORITY:
            text = mark("Announced on {day}: a period that an authority sets begins on the day after.")
            return step(text, "§ 31 Abs. 2 VwVfG", day=start)
        case Begins.EVENT:
            return step(mark("The day of the event, {day}, does not count."), "§ 187 Abs. 1 BGB", day=start)


def _run(start: date, length: Length, begins: Begins, last: date) -> Iterator[Step]:
    whole = last - HALF_MONTH if length.half_month else last
    if length.count:
        months = length.in_months
        clamped = months is not None and _clamped(start, months, begins)
        words = _CLAMPED if clamped else _LENGTHS
        section = 3 if clamped else 1 if length.unit is Unit.DAYS else 2
        yield step(
            words[length.unit, length.count == 1],
            f"§ 188 Abs. {section} BGB",
            count=length.count,
            day=whole,
        )
    if length.half_month:
        text = mark("Half a month is 15 days, counted last: {day}.")
        yield step(text, "§ 189 BGB" if length.count else "§ 189 Abs. 1 BGB", day=last)


def _clamped(start: date, months: int, begins: Begins) -> bool:
    """Whether the last month lacks the day on which the period would end (§ 188(3))."""
    sought = start.day - 1 if begins is Begins.DAY else start.day
    return sought > days_in_month(add_months(start.replace(day=1), months))


_LENGTHS = {
    (Unit.DAYS, True): mark("One day: the period ends with {day}."),
    (Unit.DAYS, False): mark("{count} days: the last of them is {day}."),
    (Unit.WEEKS, True): mark("One week: the period ends with {day}."),
    (Unit.WEEKS, False): mark("{count} weeks: the period ends with {day}."),
    (Unit.MONTHS, True): mark("One month: the period ends with {day}."),
    (Unit.MONTHS, False): mark("{count} months: the period ends with {day}."),
    (Unit.YEARS, True): mark("One year: the period ends with {day}."),
    (Unit.YEARS, False): mark("{count} years: the period ends with {day}."),
}
_CLAMPED = {
    (Unit.MONTHS, True): mark("One month: the day is missing in the last month, which ends on {day}."),
    (Unit.MONTHS, False): mark("{count} months: the day is missing in the last month, which ends on {day}."),
    (Unit.YEARS, True): mark("One year: the day is missing in the last month, which ends on {day}."),
    (Unit.YEARS, False): mark("{count} years: the day is missing in the last month, which ends on {day}."),
}


def _out_of_reach() -> Problem:
    return Problem(
        mark("The end of this period lies too far away to be counted."),
        mark("Check the day and the length."),
    )
