"""Months and weeks: Monday first, weeks as German calendars number them, holidays of a place."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.deadlines.holidays import calendar_of
from desktop.ui.calendar.days import (
    calendar_days,
    count_words,
    month_later,
    month_range,
    week_number,
    week_range,
)

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@given(DAYS)
def test_every_month_stands_whole_in_six_weeks_from_monday(day):
    first, last = month_range(day)
    assert (first.weekday(), last.weekday(), (last - first).days) == (0, 6, 41)
    assert first <= day.replace(day=1)
    assert last >= month_later(day.replace(day=1), 1) - timedelta(days=1)


@given(DAYS)
def test_a_week_is_monday_to_sunday_and_holds_its_day(day):
    first, last = week_range(day)
    assert (first.weekday(), (last - first).days) == (0, 6)
    assert first <= day <= last


@given(DAYS, st.integers(-240, 240))
def test_turning_months_there_and_back_stays_in_the_month(day, by):
    there = month_later(day, by)
    back = month_later(there, -by)
    assert (back.year, back.month) == (day.year, day.month)
    assert (there.year * 12 + there.month) - (day.year * 12 + day.month) == by
    assert back.day <= day.day


@pytest.mark.parametrize(
    ("day", "number"),
    [
        (date(2026, 12, 31), 53),  # a Thursday: the week is the year's 53rd
        (date(2027, 1, 3), 53),
        (date(2027, 1, 4), 1),
        (date(2024, 12, 30), 1),
    ],
)
def test_weeks_at_the_turn_of_the_year(day, number):
    assert week_number(day) == number


def test_the_31st_becomes_the_last_day_of_a_shorter_month():
    assert month_later(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert month_later(date(2028, 1, 31), 1) == date(2028, 2, 29)


def test_a_day_says_all_of_it(texts):
    counts = {date(2026, 11, 18): {"deadline": 2, "appointment": 1}}
    saxony = calendar_of("DE-SN")
    (day,) = calendar_days(
        date(2026, 11, 18), date(2026, 11, 18), counts, saxony, date(2026, 11, 1), date(2026, 11, 18), texts
    )
    said = "Mittwoch, 18. November 2026, heute, Buß- und Bettag, 2 Fristen, 1 Termin"
    assert day.words.replace("\N{NO-BREAK SPACE}", " ") == said
    assert (day.free, day.today, day.outside) == (True, True, False)


def test_elsewhere_it_is_a_working_day(texts):
    day = date(2026, 11, 18)
    (shown,) = calendar_days(day, day, {}, calendar_of("DE-HE"), day, day, texts)
    assert (shown.free, shown.holiday) == (False, "")


def test_beyond_the_tables_a_day_has_no_holiday_and_no_mistake(texts):
    day = date(2099, 1, 1)
    (shown,) = calendar_days(day, day, {}, calendar_of("DE"), day, day, texts)
    assert (shown.holiday, shown.free) == ("", False)


def test_nothing_is_said_too(texts):
    assert count_words({}, texts) == "nichts eingetragen"
