"""Counting by BGB §§ 187-193: worked examples, and laws that hold for every day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.deadlines.arithmetic import (
    Length,
    add_months,
    completed_on,
    days,
    last_day_after,
    last_day_from,
    months,
    months_between,
    rolled,
    safe_day,
    weeks,
    working_days_after,
    years,
)
from desktop.deadlines.holidays import PLACES, calendar_of
from tests.deadlines.counting import d

MUNICH, AUGSBURG, BAVARIA = "DE-BY+assumption", "DE-BY-AUGSBURG", "DE-BY"
LEIPZIG, JENA, COLOGNE, BERLIN, POTSDAM = "DE-SN", "DE-TH", "DE-NW", "DE-BE", "DE-BB"
SAARBRUECKEN, FRANKFURT = "DE-SL", "DE-HE"


@dataclass(frozen=True)
class Example:
    number: str
    event: str
    length: Length
    end: str
    place: str = MUNICH
    raw: str = ""
    safe: str = ""


ROLLING = [
    Example("1", "02.12.2026", weeks(2), "16.12.2026", raw="16.12.2026", safe="16.12.2026"),
    Example("2", "12.12.2026", weeks(2), "28.12.2026", raw="26.12.2026"),
    Example("3", "18.12.2026", weeks(1), "28.12.2026", raw="25.12.2026"),
    Example("4", "24.12.2026", weeks(1), "31.12.2026", safe="30.12.2026"),
    Example("5", "30.01.2027", months(1), "01.03.2027", raw="28.02.2027"),
    Example("6", "31.08.2026", months(1), "30.09.2026"),
    Example("7", "31.01.2028", months(1), "29.02.2028"),
    Example("8", "14.12.2026", months(1), "14.01.2027"),
    Example("9", "27.12.2026", months(1), "27.01.2027"),
    Example("10", "02.01.2025", months(1), "03.02.2025", raw="02.02.2025"),
    Example("11", "06.01.2025", months(1), "06.02.2025"),
    Example("12", "14.12.2026", years(1), "14.12.2027"),
    Example("13", "02.12.2026", months(3), "02.03.2027"),
    Example("14 interim", "30.11.2026", months(1), "30.12.2026"),
    Example("14 action", "30.11.2026", months(3), "01.03.2027", raw="28.02.2027"),
    Example("14 work date", "30.11.2026", weeks(1), "07.12.2026"),
    Example("15", "02.12.2026", months(1), "04.01.2027", raw="02.01.2027"),
    Example("16", "14.12.2026", weeks(1), "21.12.2026"),
    Example("17", "10.12.2026", weeks(2), "24.12.2026", safe="23.12.2026"),
    Example("18", "11.12.2026", weeks(2), "28.12.2026", raw="25.12.2026"),
    Example("26", "31.08.2026", months(6), "01.03.2027", raw="28.02.2027", safe="26.02.2027"),
    Example("27 Munich", "06.10.2026", months(3), "07.01.2027", raw="06.01.2027"),
    Example("27 Jena", "06.10.2026", months(3), "06.01.2027", place=JENA),
    Example("29 Leipzig", "04.11.2026", weeks(2), "19.11.2026", place=LEIPZIG),
    Example("29 Munich", "04.11.2026", weeks(2), "18.11.2026"),
    Example("30 Jena", "06.09.2027", weeks(2), "21.09.2027", place=JENA),
    Example("30 Leipzig", "06.09.2027", weeks(2), "20.09.2027", place=LEIPZIG),
    Example("31 Munich", "01.08.2028", weeks(2), "16.08.2028"),
    Example("31 elsewhere", "01.08.2028", weeks(2), "15.08.2028", place=BAVARIA),
    Example("31 Saarbrücken", "01.08.2028", weeks(2), "16.08.2028", place=SAARBRUECKEN),
    Example("32 Augsburg", "01.08.2028", weeks(1), "09.08.2028", place=AUGSBURG),
    Example("32 Munich", "01.08.2028", weeks(1), "08.08.2028"),
    Example("33 Cologne", "01.10.2027", months(1), "02.11.2027", place=COLOGNE),
    Example("33 Berlin", "01.10.2027", months(1), "01.11.2027", place=BERLIN),
    Example("34 Berlin", "08.02.2027", months(1), "09.03.2027", place=BERLIN),
    Example("34 Potsdam", "08.02.2027", months(1), "08.03.2027", place=POTSDAM),
    Example("35", "06.04.2027", months(1), "07.05.2027", raw="06.05.2027"),
    Example("36", "14.12.2026", weeks(2), "28.12.2026"),
    Example("37", "26.12.2026", days(0), "28.12.2026", raw="26.12.2026", safe="23.12.2026"),
    Example("38", "01.12.2026", weeks(4), "29.12.2026"),
    Example("44 +3", "13.02.2027", months(1), "15.03.2027", raw="13.03.2027", safe="12.03.2027"),
    Example("44 +4", "14.02.2027", months(1), "15.03.2027", raw="14.03.2027", safe="12.03.2027"),
    Example("45", "11.12.2026", weeks(2), "28.12.2026", raw="25.12.2026", safe="23.12.2026"),
    Example("46", "05.12.2026", weeks(2), "21.12.2026", raw="19.12.2026", safe="18.12.2026"),
    Example("52 a year", "30.11.2026", years(1), "30.11.2027"),
    Example("57", "23.12.2026", days(3), "28.12.2026", raw="26.12.2026", safe="23.12.2026"),
    Example("61", "14.12.2026", days(10), "24.12.2026", safe="23.12.2026"),
    Example("unknown place", "06.10.2026", months(3), "06.01.2027", place="", safe="05.01.2027"),
]


@pytest.mark.parametrize("case", ROLLING, ids=lambda case: case.number)
def test_a_period_for_an_act(case: Example):
    place = calendar_of(case.place)
    raw = last_day_after(d(case.event), case.length)
    assert rolled(raw, place) == d(case.end)
    assert not case.raw or raw == d(case.raw)
    if case.safe:
        assert safe_day(raw, place) == d(case.safe)


@pytest.mark.parametrize(
    ("number", "first", "length", "last", "safe"),
    [
        ("22 a", "31.12.2025", months(18), "30.06.2027", "30.06.2027"),
        ("22 b", "30.12.2025", months(18), "29.06.2027", "29.06.2027"),
        ("22 c", "15.11.2025", months(18), "14.05.2027", "14.05.2027"),
        ("23 a", "31.08.2025", months(18), "28.02.2027", "26.02.2027"),
        ("23 b", "01.09.2025", months(18), "28.02.2027", "26.02.2027"),
        ("24 age 27", "15.03.2000", years(27), "14.03.2027", "12.03.2027"),
        ("25 age 27, 29 February", "29.02.2000", years(27), "28.02.2027", "26.02.2027"),
        ("39 five years", "03.02.2021", years(5), "02.02.2026", "02.02.2026"),
        ("64 Ukraine", "04.12.2026", days(90), "03.03.2027", "03.03.2027"),
        ("two weeks", "01.03.2027", weeks(2), "14.03.2027", "12.03.2027"),
    ],
)
def test_a_period_from_the_beginning_of_a_day(number: str, first: str, length: Length, last: str, safe: str):
    end = last_day_from(d(first), length)
    assert end == d(last)
    assert safe_day(end, calendar_of(MUNICH)) == d(safe)


@pytest.mark.parametrize(
    ("number", "last", "safe"),
    [
        ("20", "28.02.2027", "26.02.2027"),
        ("21", "26.12.2026", "23.12.2026"),
        ("63", "16.12.2026", "16.12.2026"),
    ],
)
def test_the_end_of_a_title_is_prompted_before_never_after(number: str, last: str, safe: str):
    assert safe_day(d(last), calendar_of(MUNICH)) == d(safe)


@pytest.mark.parametrize(
    ("number", "weeks_before", "raw", "safe"),
    [
        ("40 a", 8, "03.01.2027", "30.12.2026"),
        ("40 b", 12, "06.12.2026", "04.12.2026"),
        ("40 c", 16, "08.11.2026", "06.11.2026"),
    ],
)
def test_weeks_before_an_end(number: str, weeks_before: int, raw: str, safe: str):
    day = d("28.02.2027") - timedelta(weeks=weeks_before)
    assert day == d(raw)
    assert safe_day(day, calendar_of(MUNICH)) == d(safe)


@pytest.mark.parametrize(
    ("number", "event", "end"),
    [
        ("48", "24.12.2026", "30.12.2026"),
        ("49", "24.03.2027", "31.03.2027"),
        ("50", "28.12.2026", "31.12.2026"),
        ("50 safe line", "26.12.2026", "30.12.2026"),
        ("51", "24.03.2027", "31.03.2027"),
    ],
)
def test_three_working_days_are_counted_not_rolled(number: str, event: str, end: str):
    assert working_days_after(d(event), 3, calendar_of(FRANKFURT)) == d(end)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("20.11.2021", "01.11.2023", (23, 12)),
        ("01.12.2023", "22.11.2026", (35, 21)),
        ("31.01.2027", "28.02.2027", (0, 28)),
        ("31.01.2027", "01.03.2027", (1, 0)),
        ("31.01.2027", "02.03.2027", (1, 1)),
        ("29.02.2024", "28.02.2025", (11, 30)),
        ("29.02.2024", "01.03.2025", (12, 0)),
        ("22.11.2020", "21.11.2026", (71, 30)),
        ("22.11.2020", "22.11.2026", (72, 0)),
        ("22.11.2020", "23.11.2026", (72, 1)),
        ("22.11.2026", "22.11.2026", (0, 0)),
        ("23.11.2026", "22.11.2026", (0, 0)),
    ],
)
def test_complete_months_of_a_span(start: str, end: str, expected: tuple[int, int]):
    assert months_between(d(start), d(end)) == expected


@pytest.mark.parametrize("offset", [-1, 0, 1])
def test_an_eighteenth_month_is_complete_on_its_day(offset: int):
    first = d("31.08.2025")
    end = completed_on(first, 18) + timedelta(offset)
    assert months_between(first, end)[0] == (17 if offset < 0 else 18)


any_day = st.dates(date(2020, 2, 1), date(2040, 11, 30))
near_day = st.dates(date(2024, 2, 1), date(2036, 1, 1))
counts = st.integers(0, 48)
places = st.sampled_from([*PLACES, ""])


@given(any_day, places)
def test_a_safe_day_is_an_open_day_not_after_the_end(day: date, place: str):
    calendar = calendar_of(place)
    safe = safe_day(day, calendar)
    assert safe <= day
    assert calendar.is_open(safe)
    assert not calendar.is_free(safe)
    between = (safe + timedelta(step) for step in range(1, (day - safe).days + 1))
    assert not any(calendar.is_open(each) for each in between)


@given(any_day, places)
def test_rolling_over_is_never_earlier_and_changes_only_free_days(day: date, place: str):
    calendar = calendar_of(place)
    end = rolled(day, calendar)
    assert end >= day
    assert not calendar.is_free(end)
    assert (end == day) == (not calendar.is_free(day))
    assert rolled(end, calendar) == end


@given(any_day, places)
def test_an_unknown_place_never_gives_more_time(day: date, place: str):
    assert rolled(day, calendar_of("")) <= rolled(day, calendar_of(place))
    assert safe_day(day, calendar_of("")) <= safe_day(day, calendar_of(place))


@given(near_day, counts)
@example(date(2027, 1, 31), 1)
@example(date(2024, 2, 29), 12)
def test_months_between_takes_back_what_was_added(day: date, count: int):
    assert months_between(day, completed_on(day, count)) == (count, 0)
    later = add_months(day, count)
    if later.day == day.day:
        assert months_between(day, later) == (count, 0)
        assert completed_on(day, count) == later
        assert add_months(later, -count) == day


@given(near_day, near_day)
def test_a_span_is_its_months_and_the_days_beyond(one: date, other: date):
    start, end = sorted((one, other))
    count, rest = months_between(start, end)
    assert completed_on(start, count) + timedelta(rest) == end
    assert completed_on(start, count + 1) > end


@given(near_day, counts)
def test_after_an_event_is_one_day_later_than_from_the_day_unless_the_month_is_short(day: date, count: int):
    event, begin = last_day_after(day, months(count)), last_day_from(day, months(count))
    assert begin <= event
    assert (event - begin).days == (1 if completed_on(day, count).day == day.day else 0)


@given(near_day, st.integers(0, 40))
def test_weeks_keep_the_weekday(day: date, count: int):
    assert last_day_after(day, weeks(count)).weekday() == day.weekday()
    assert last_day_from(day, weeks(count)) == last_day_after(day, weeks(count)) - timedelta(1)
    assert last_day_after(day, years(1)) == last_day_after(day, months(12))


@given(near_day, st.integers(1, 15), places)
def test_working_days_end_on_a_working_day(event: date, count: int, place: str):
    calendar = calendar_of(place)
    end = working_days_after(event, count, calendar)
    between = (event + timedelta(step) for step in range(1, (end - event).days + 1))
    assert sum(not calendar.is_free(each) for each in between) == count
    assert not calendar.is_free(end)
