"""The days of a month or a week as the calendar shows them: holidays of a place, counts. No Qt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.deadlines.duedates import Nature
from desktop.deadlines.holidays import Calendar, NoTable
from desktop.texts import Texts, mark

ONE_DAY, WEEK = timedelta(days=1), timedelta(days=7)
ROWS = 6
"""Weeks that every month needs at most: the grid never changes its height."""
COUNTED = {
    "deadline": (mark("{count} deadline"), mark("{count} deadlines")),
    "plan": (mark("{count} follow-up"), mark("{count} follow-ups")),
    "appointment": (mark("{count} appointment"), mark("{count} appointments")),
    "earliest": (mark("{count} possibility"), mark("{count} possibilities")),
    "restriction": (mark("{count} duty that ends"), mark("{count} duties that end")),
}
"""What is counted on a day, in this order."""
COUNTED_AS = {Nature.FILING: "deadline", Nature.VALIDITY: "deadline"} | {
    each: each.value for each in (Nature.PLAN, Nature.APPOINTMENT, Nature.EARLIEST, Nature.RESTRICTION)
}
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day. `counts` by `COUNTED`, only those that are not 0; `words` says all of it."""

    day: date
    words: str
    counts: Mapping[str, int]
    holiday: str = ""
    free: bool = False  # a weekend or a public holiday
    outside: bool = False  # of another month than the one looked at
    today: bool = False


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def month_range(day: date) -> tuple[date, date]:
    """First and last day (inclusive) of the six weeks in which the month of a day is shown."""
    first = monday_of(day.replace(day=1))
    return first, first + ROWS * WEEK - ONE_DAY


def week_range(day: date) -> tuple[date, date]:
    """Monday and Sunday (inclusive)."""
    first = monday_of(day)
    return first, first + WEEK - ONE_DAY


def days_of(first: date, last: date) -> list[date]:
    """Every day from one to another (both inclusive)."""
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def month_later(day: date, by: int) -> date:
    """The same day so many months on or back; the last of the month where it has fewer days."""
    number = day.year * 12 + day.month - 1 + by
    year, month = number // 12, number % 12 + 1
    after = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, min(day.day, (after - ONE_DAY).day))


def week_number(day: date) -> int:
    """Of the calendar week (ISO 8601), as German calendars count: KW 48."""
    return day.isocalendar().week


def calendar_days(
    first: date,
    last: date,
    counts: Mapping[date, Mapping[str, int]],
    place: Calendar,
    looked_at: date,
    today: date,
    texts: Texts,
) -> Iterator[CalendarDay]:
    """Every day from `first` to `last` (both inclusive)."""
    day = first
    while day <= last:
        holiday = texts(name) if (name := holiday_of(day, place)) else ""
        of_day = {kind: counts[day][kind] for kind in COUNTED if counts.get(day, {}).get(kind)}
        yield CalendarDay(
            day,
            _words(day, today, holiday, of_day, texts),
            of_day,
            holiday,
            free=bool(holiday) or day.weekday() >= 5,
            outside=day.month != looked_at.month,
            today=day == today,
        )
        day += ONE_DAY


def holiday_of(day: date, place: Calendar) -> str:
    """The English source text of a holiday's name; empty on other days and outside the tables."""
    try:
        return place.holiday(day) or ""
    except NoTable:
        return ""


def count_words(counts: Mapping[str, int], texts: Texts) -> str:
    """3 deadlines, 1 appointment; or that there is nothing."""
    told = ", ".join(texts.plural(*COUNTED[kind], counts[kind]) for kind in COUNTED if counts.get(kind))
    return told or texts(mark("nothing on this day"))


def _words(day: date, today: date, holiday: str, counts: Mapping[str, int], texts: Texts) -> str:
    said = [f"{texts.weekday(day)}, {texts.long_date(day)}"]
    if day == today:
        said.append(texts(mark("today")))
    if holiday:
        said.append(holiday)
    return ", ".join((*said, count_words(counts, texts)))
