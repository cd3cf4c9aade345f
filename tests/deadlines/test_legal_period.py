"""A period from its start to its last and its safe day, and every step of how it was found."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.cases.periods import PartialDate, Span
from desktop.deadlines.arithmetic import Length, Unit, days, months, weeks, years
from desktop.deadlines.counting import Begins
from desktop.deadlines.holidays import calendar_of
from desktop.deadlines.legal_period import (
    Law,
    LegalPeriod,
    extended,
    fixed_day,
    last_scattered_day,
    period,
    waiting,
    working_days,
)
from desktop.errors import Problem

MUNICH = calendar_of("DE-BY+assumption")
FRANKFURT = calendar_of("DE-HE")


def d(text: str) -> date:
    """A day as paper writes it: 02.12.2026."""
    day, month, year = text.split(".")
    return date(int(year), int(month), int(day))


def cites(found: LegalPeriod) -> list[str]:
    return [each.cite for each in found.counted if each.cite]


def test_a_rolled_period_tells_the_event_the_length_every_closed_day_and_the_rule():
    found = period(d("18.12.2026"), weeks(1), MUNICH, law=Law.COURT)
    assert (found.raw_end, found.end, found.safe_day) == (d("25.12.2026"), d("28.12.2026"), d("23.12.2026"))
    assert cites(found) == ["§ 187 Abs. 1 BGB", "§ 188 Abs. 2 BGB", Law.COURT.value]
    holidays = [each.values["holiday"] for each in found.counted if "holiday" in each.values]
    assert holidays == ["Christmas Day", "Second Day of Christmas"]


def test_a_start_known_by_month_gives_a_range_and_the_earlier_end_counts():
    found = period(PartialDate.parse("2026-10"), months(3), calendar_of("DE-TH"))
    # 1 October: 1 January, a holiday, then a weekend -> Mon 4. 31 October: Sun 31 January -> Mon 1 February
    assert (found.end, found.latest) == (d("04.01.2027"), d("01.02.2027"))
    assert found.notes[0].values == {"first": d("01.10.2026"), "last": d("31.10.2026")}


@pytest.mark.parametrize("count", [0, -3])
def test_a_period_of_nothing_or_less_is_a_problem(count: int):
    for ask in (
        lambda: period(d("01.12.2026"), days(count), MUNICH),
        lambda: period(d("01.12.2026"), Length(count, Unit.YEARS), MUNICH, begins=Begins.DAY),
        lambda: working_days(d("01.12.2026"), count, MUNICH),
    ):
        with pytest.raises(Problem, match=f"A period of {count} cannot be counted"):
            ask()


def test_three_working_days_after_a_week_that_rolled_have_a_safe_line():
    week = period(d("19.12.2026"), weeks(1), FRANKFURT)
    found = working_days(week, 3, FRANKFURT, "§ 38 Abs. 5 S. 3 AsylG")
    assert (found.end, found.raw_end, found.safe_day) == tuple(
        map(d, ("31.12.2026", "30.12.2026", "30.12.2026"))
    )


def test_an_extension_runs_from_the_end_of_the_former_period():
    former = fixed_day(d("26.12.2026"), MUNICH)
    found = extended(former, weeks(2), MUNICH)
    # rolled end Mon 28 December + 2 weeks = Mon 11 January; raw end Sat 26 December + 2 weeks = Sat 9 January
    assert (found.end, found.raw_end, found.safe_day) == tuple(
        map(d, ("11.01.2027", "09.01.2027", "08.01.2027"))
    )
    assert "§ 190 BGB" in cites(found)


def test_a_waiting_period_does_not_roll_and_opens_on_the_next_day():
    found = waiting(d("30.11.2026"), months(3), MUNICH)
    assert (found.end, found.opens) == (d("28.02.2027"), d("01.03.2027"))


def test_scattered_months_are_thirty_days_each():
    spans = (Span(d("01.01.2026"), d("11.01.2026")), Span(d("01.03.2026")))
    # 10 days in January, 20 more from 1 March: the 20th is 20 March
    assert last_scattered_day(spans, months(1)) == d("20.03.2026")
    assert last_scattered_day(spans[:1], months(1)) is None
    assert last_scattered_day((Span(d("01.01.2026")),), years(1)) == d("31.12.2026")
