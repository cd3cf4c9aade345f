"""BGB §§ 187-193: counting days, weeks, months and years, rolling over free days, the safe day before an end.

Two ways to begin. After an *event* the day of the event is not counted (§ 187(1)). From the *beginning of a
day* that day counts (§ 187(2): validity "from", age, possession). Every last day here is inclusive: on it the
act is still in time, until midnight. Completed spans are half-open, as everywhere inside the program.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Protocol

from ..cases.periods import ONE_DAY


class WorkingDays(Protocol):
    """The calendar of a place, as far as counting needs it."""

    def is_free(self, day: date) -> bool:
        """Saturday, Sunday or public holiday at that place."""
        ...

    def is_open(self, day: date) -> bool:
        """Whether offices there are surely open."""
        ...


class Unit(Enum):
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class Length:
    """A length as the law gives it: 2 weeks, 18 months. Calendar months, never 30 days.

    `half_month` adds 15 days, counted last (§ 189); with a count of 0 it is half a month.
    """

    count: int
    unit: Unit
    half_month: bool = False

    @property
    def in_months(self) -> int | None:
        """The length in months, or None for days and weeks."""
        match self.unit:
            case Unit.MONTHS:
                return self.count
            case Unit.YEARS:
                return 12 * self.count
            case _:
                return None

    @property
    def in_days(self) -> int:
        return self.count * (7 if self.unit is Unit.WEEKS else 1)


def days(count: int) -> Length:
    return Length(count, Unit.DAYS)


def weeks(count: int) -> Length:
    return Length(count, Unit.WEEKS)


def months(count: int) -> Length:
    return Length(count, Unit.MONTHS)


def years(count: int) -> Length:
    return Length(count, Unit.YEARS)


HALF_MONTH = timedelta(days=15)
"""§ 189(1) BGB."""


def add_months(day: date, count: int) -> date:
    """The day with the same number `count` months later or earlier, else the month's last (§ 188(3))."""
    year, month = _month_after(day, count)
    return date(year, month, min(day.day, _days_in(year, month)))


def completed_on(first: date, count: int) -> date:
    """The first day on which `count` months from the beginning of `first` are complete (half-open end).

    The same number `count` months later; where the month lacks it, the period ends with that month
    (§ 188(2), (3)) and is complete on the first day of the next.
    """
    year, month = _month_after(first, count)
    if first.day <= _days_in(year, month):
        return date(year, month, first.day)
    return add_months(date(year, month, 1), 1)


def months_between(start: date, end: date) -> tuple[int, int]:
    """Complete months and further days of the half-open span; (0, 0) if it is empty."""
    if end <= start:
        return 0, 0
    count = 12 * (end.year - start.year) + end.month - start.month
    if start.day <= end.day:
        return count, end.day - start.day
    while completed_on(start, count) > end:
        count -= 1
    return count, (end - completed_on(start, count)).days


def last_day_after(event: date, length: Length) -> date:
    """Inclusive last day of a period that an event sets off (§ 187(1), § 188); not rolled over."""
    count = length.in_months
    last = event + timedelta(length.in_days) if count is None else add_months(event, count)
    return last + HALF_MONTH if length.half_month else last


def last_day_from(first: date, length: Length) -> date:
    """Inclusive last day of a period that begins with a day's beginning (§ 187(2), § 188); not rolled."""
    count = length.in_months
    last = (first + timedelta(length.in_days) if count is None else completed_on(first, count)) - ONE_DAY
    return last + HALF_MONTH if length.half_month else last


def rolled(day: date, place: WorkingDays) -> date:
    """The day itself, or the next working day if it is free (§ 193 BGB, § 31(3) VwVfG, § 222(2) ZPO)."""
    while place.is_free(day):
        day += ONE_DAY
    return day


def safe_day(day: date, place: WorkingDays) -> date:
    """The last day on or before `day` on which offices are surely open: no free day, no 24 or 31 December."""
    while not place.is_open(day):
        day -= ONE_DAY
    return day


def working_days_after(event: date, count: int, place: WorkingDays) -> date:
    """The last of `count` working days that begin the day after an event; they are counted, not rolled."""
    day = event
    while count:
        day += ONE_DAY
        count -= not place.is_free(day)
    return day


def days_in_month(day: date) -> int:
    """How many days the month of a day has."""
    return _days_in(day.year, day.month)


_DAYS_IN = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _days_in(year: int, month: int) -> int:
    """How many days a month has; `calendar.monthrange` also finds a weekday, which nobody asks for here."""
    return 29 if month == 2 and calendar.isleap(year) else _DAYS_IN[month - 1]


def _month_after(day: date, count: int) -> tuple[int, int]:
    year, month = divmod(12 * day.year + day.month - 1 + count, 12)
    return year, month + 1
