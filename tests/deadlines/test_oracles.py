"""Counting against `holidays` and `dateutil`, where they are right: 1,461 days at every place.

Right are `holidays` about free days (our tables have the municipal ones of its category `catholic`) and
about the n-th working day, `dateutil.relativedelta` about adding months after an event. It is not right about
a period from the beginning of a day, about rolling over (it knows none) and about half months.
"""

from __future__ import annotations

import importlib.util
from datetime import date, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

import holidays
import pytest
from dateutil.relativedelta import relativedelta

from desktop.deadlines.arithmetic import (
    days,
    last_day_after,
    last_day_from,
    months,
    rolled,
    safe_day,
    weeks,
    working_days_after,
    years,
)
from desktop.deadlines.counting import Begins
from desktop.deadlines.holidays import PLACES, calendar_of
from desktop.deadlines.legal_period import period, working_days

DAY = timedelta(1)
FIRST = date(2025, 1, 1)
DAYS = [FIRST + number * DAY for number in range(1461)]  # four years, one of them a leap year
EVES = {(12, 24), (12, 31)}


@pytest.fixture(scope="module")
def tables() -> ModuleType:
    script = Path(__file__).parents[2] / "packaging" / "holiday_tables.py"
    spec = importlib.util.spec_from_file_location("holiday_tables", script)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def free(tables: ModuleType) -> dict[str, frozenset[date]]:
    """Saturdays, Sundays and holidays of every place by the package, up to two months beyond the last day."""
    span = [FIRST - 60 * DAY + number * DAY for number in range(1461 + 150)]
    weekend = {day for day in span if day.weekday() >= 5}
    return {place: frozenset(weekend | set(tables.of_package(place))) for place in PLACES}


def closed(place: str, free: dict[str, frozenset[date]]) -> frozenset[date]:
    """Days on which an office is not surely open: free anywhere in the place, or an eve."""
    within = [each for each in PLACES if place in ("DE", each) or each.startswith((f"{place}+", f"{place}-"))]
    eves = {date(year, month, day) for year in range(2024, 2030) for month, day in EVES}
    return frozenset(eves).union(*(free[each] for each in within))


def next_open(shut: frozenset[date], step: int) -> dict[date, date]:
    """For every day the first day from it on, forward or back, that is not shut; in one pass."""
    span = [FIRST - 30 * DAY + number * DAY for number in range(1461 + 90)]
    found, last = {}, date.max if step > 0 else date.min
    for day in reversed(span) if step > 0 else span:
        last = last if day in shut else day
        found[day] = last
    return found


@pytest.mark.parametrize("place", PLACES)
def test_free_days_rolling_and_safe_days_at_every_place(place: str, free: dict[str, frozenset[date]]):
    calendar = calendar_of(place)
    forward, back = next_open(free[place], 1), next_open(closed(place, free), -1)
    for day in DAYS:
        assert calendar.is_free(day) == (day in free[place])
        assert rolled(day, calendar) == forward[day]
        assert safe_day(day, calendar) == back[day]


@pytest.mark.parametrize("place", PLACES)
def test_periods_with_their_derivation_at_every_place(place: str, free: dict[str, frozenset[date]]):
    calendar = calendar_of(place)
    forward, back = next_open(free[place], 1), next_open(closed(place, free), -1)
    for day in DAYS:
        found = period(day - 14 * DAY, weeks(2), calendar)
        assert (found.raw_end, found.end, found.safe_day) == (day, forward[day], back[day])
        passed = [step.values["day"] for step in found.counted[2:-1]]
        assert all(each in free[place] for each in passed)
        assert len([each for each in found.counted[2:] if "next working day" in each.text]) == (
            day != found.end
        )


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("count", [1, 3])
def test_the_nth_working_day_at_every_place(place: str, count: int, tables: ModuleType):
    oracle: Any = holidays.HolidayBase()
    oracle.update(tables.of_package(place))
    calendar = calendar_of(place)
    for day in DAYS[:: 1 if count == 3 else 3]:
        assert working_days_after(day, count, calendar) == oracle.get_nth_working_day(day, count)


def test_three_working_days_after_a_week_have_a_safe_line_that_is_never_later():
    calendar = calendar_of("DE-HE")
    for day in DAYS:
        found = working_days(period(day, weeks(1), calendar), 3, calendar)
        assert found.safe_day <= found.raw_end <= found.end
        assert found.end == working_days_after(rolled(day + 7 * DAY, calendar), 3, calendar)
        assert found.raw_end == working_days_after(day + 7 * DAY, 3, calendar)


def test_months_and_years_after_an_event():
    for day in DAYS:
        for count in range(1, 25):
            assert last_day_after(day, months(count)) == day + relativedelta(months=count)
        for count in (1, 2, 3, 5, 7, 18, 27):
            assert last_day_after(day, years(count)) == day + relativedelta(years=count)


def test_months_from_the_beginning_of_a_day():
    """One day before the oracle where the number is there; else the oracle itself, the month's last day."""
    for day in DAYS:
        for count in range(1, 25):
            same = day + relativedelta(months=count)
            expected = same - DAY if same.day == day.day else same
            assert last_day_from(day, months(count)) == expected


def test_the_derivation_says_cut_exactly_where_the_month_lacks_the_day():
    calendar = calendar_of("DE-HE")
    for day in DAYS:
        same = day + relativedelta(months=1)
        cut = {step.cite for step in period(day, months(1), calendar).counted}
        assert ("§ 188 Abs. 3 BGB" in cut) == (same.day != day.day)
        begun = period(day, months(1), calendar, begins=Begins.DAY)
        # From the beginning of a day the day before its number ends the month.
        assert ("§ 188 Abs. 3 BGB" in {step.cite for step in begun.counted}) == (same.day < day.day - 1)


def test_a_safe_day_lies_between_the_event_and_the_last_day():
    for place in ("DE-BY-AUGSBURG", "DE-SN+corpus", ""):
        calendar = calendar_of(place)
        for count in range(1, 6):
            for day in DAYS:
                found = period(day, days(count), calendar)
                assert day <= found.safe_day <= found.raw_end
                assert found.safe_day == day or calendar.is_open(found.safe_day)


def test_a_later_start_never_ends_earlier():
    for place in ("DE-BY-AUGSBURG", "DE-BE", ""):
        calendar = calendar_of(place)
        for length in (weeks(1), months(1), months(3)):
            for begins in Begins:
                ends = [period(day, length, calendar, begins=begins).end for day in DAYS[:800]]
                assert ends == sorted(ends)
