"""Days known by month or year, and periods with such borders."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.cases.periods import PartialDate, Period, Span

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-11-22", date(2026, 11, 22), date(2026, 11, 22)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2020", date(2020, 1, 1), date(2020, 12, 31)),
    ],
)
def test_a_day_may_be_known_by_month_or_year(text, first, last):
    day = PartialDate.parse(text)
    assert (day.earliest, day.latest) == (first, last)
    assert str(day) == text


@pytest.mark.parametrize(
    "text", ["2026-02-31", "2026-13", "31.12.2026", "26", "", "2026-1-1", "heute", "9999-12-31"]
)
def test_what_is_no_day_of_the_calendar_is_refused(text):
    with pytest.raises(ValueError):
        PartialDate.parse(text)


@given(DAYS)
def test_the_written_form_reads_back(day):
    assert PartialDate.parse(str(PartialDate.exactly(day))) == PartialDate.exactly(day)


@given(DAYS, st.integers(0, 4000), DAYS)
def test_a_paper_is_valid_on_its_last_day_and_not_on_the_next(start, length, day):
    last = start + timedelta(days=length)
    span = Period.on_paper(PartialDate.exactly(start), PartialDate.exactly(last)).shortest
    assert span.covers(day) is (start <= day <= last)
    assert Period.on_paper(
        PartialDate.exactly(start), PartialDate.exactly(last)
    ).last_day == PartialDate.exactly(last)


def test_the_shortest_reading_lies_within_the_longest():
    period = Period(PartialDate.parse("2024-05"), PartialDate.parse("2025"))
    assert period.shortest == Span(date(2024, 5, 31), date(2025, 1, 1))
    assert period.longest == Span(date(2024, 5, 1), date(2025, 12, 31))


def test_a_period_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValueError):
        Period.between(date(2026, 1, 2), date(2026, 1, 1))


def test_borders_known_by_year_may_overlap():
    assert Period(PartialDate.parse("2024"), PartialDate.parse("2024")).longest.covers(date(2024, 6, 1))


def test_until_cuts_only_what_lies_beyond():
    assert Span(date(2020, 1, 1)).until(date(2021, 1, 1)) == Span(date(2020, 1, 1), date(2021, 1, 1))
    assert Span(date(2020, 1, 1), date(2020, 2, 1)).until(date(2021, 1, 1)).end == date(2020, 2, 1)
