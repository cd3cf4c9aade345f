"""Until when a paper is good in law, each rule a day before, on, and a day after its day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.cases.periods import PartialDate, Period, Span
from desktop.cases.status import StatusPeriod
from desktop.deadlines.ukraine import ukr_exemption_end
from desktop.deadlines.validity import (
    Circumstances,
    continued_24,
    effective_periods,
    total_validity,
)

UKRAINIAN = Circumstances(ukr_group="ukr_national")


def card(code: str, start: str, last_day: str) -> StatusPeriod:
    return StatusPeriod(code, Period.on_paper(PartialDate.parse(start), PartialDate.parse(last_day)))


@pytest.mark.parametrize(
    ("start", "printed", "given", "expected"),
    [
        ("2025-09-01", "2026-08-31", UKRAINIAN, date(2027, 3, 4)),  # worked example 65
        ("2026-03-15", "2027-02-28", UKRAINIAN, None),  # issued after the key day: the card counts
        ("2026-01-31", "2026-08-31", UKRAINIAN, date(2027, 3, 4)),
        ("2026-02-01", "2026-08-31", UKRAINIAN, date(2027, 3, 4)),
        ("2026-02-02", "2026-08-31", UKRAINIAN, None),
        ("2025-09-01", "2026-01-31", UKRAINIAN, None),
        ("2025-09-01", "2026-02-01", UKRAINIAN, date(2027, 3, 4)),
        ("2022-05-01", "2024-03-04", UKRAINIAN, date(2027, 3, 4)),  # carried on twice before
        ("2022-05-01", "2024-02-01", UKRAINIAN, date(2027, 3, 4)),
        ("2022-05-01", "2024-01-31", UKRAINIAN, None),
        ("2025-09-01", "2027-12-31", UKRAINIAN, None),  # printed later than the ordinance
        ("2025-09-01", "2026-08-31", Circumstances(ukr_group="none"), None),
        ("2025-09-01", "2026-08-31", Circumstances(), None),
    ],
)
def test_section_24_permits_continue_by_ordinance(start, printed, given, expected):
    assert continued_24(card("title:24", start, printed), given) == expected
    assert continued_24(card("title:25_3", start, printed), given) is None


def test_a_reissued_card_counts_from_its_day_on():
    """Boundary case 30."""
    reissued = replace(UKRAINIAN, tp_card_reissued_on=PartialDate.parse("2026-05-05"))
    assert continued_24(card("title:24", "2022-05-01", "2026-12-31"), reissued) is None
    assert continued_24(card("title:24", "2022-05-01", "2024-03-04"), reissued) == date(2026, 5, 4)


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("2026-12-03", "2027-03-02"),
        ("2026-12-04", "2027-03-03"),  # worked example 64
        ("2026-12-05", None),
        ("2026-01-01", "2026-03-31"),
    ],
)
def test_ninety_days_without_a_title_count_the_day_of_entry(entry: str, expected: str | None):
    end = ukr_exemption_end(date.fromisoformat(entry))
    assert end == (None if expected is None else date.fromisoformat(expected))


@pytest.mark.parametrize("offset", [-1, 0, 1])
def test_a_title_of_six_months_in_total_ends_with_an_asylum_application(offset: int):
    """Boundary case 35: § 23a is not in § 51(1) no. 8, but six months are too short for § 55(2) AsylG."""
    last = date(2026, 6, 30) + timedelta(offset)
    history = [card("title:23a", "2026-01-01", last.isoformat())]
    given = Circumstances(asylum_filed_on=(PartialDate.parse("2026-03-10"),))
    (only,) = effective_periods(history, given, longest=False)
    assert only.lapsed == (offset <= 0)
    assert only.span == Span(date(2026, 1, 1), date(2026, 3, 10) if offset <= 0 else last + timedelta(1))


def test_extensions_count_for_the_total_validity():
    history = [card("title:23a", "2026-01-01", "2026-06-30"), card("title:23a", "2026-07-01", "2026-12-31")]
    assert total_validity(history, "title:23a", Circumstances()) == (12, 0)
    assert total_validity(history, "title:25_3", Circumstances()) is None
    unlimited = [StatusPeriod("title:26_4", Period.between(date(2026, 1, 1)))]
    assert total_validity(unlimited, "title:26_4", Circumstances()) is None


@pytest.mark.parametrize(
    ("code", "lapses"),
    [
        ("title:25_3", True),
        ("title:25_5", True),
        ("title:23_1", True),
        ("title:22_2", True),
        ("title:23a", False),
        ("title:25_1", False),
        ("title:25_2_1", False),
        ("title:25a_1", False),
        ("title:25b_1", False),
        ("title:104c_holder", False),
        ("title:24", False),
        ("D60a_2_1", False),
        ("exempt_ukr", True),
    ],
)
def test_which_titles_lapse_when_asylum_is_applied_for(code: str, lapses: bool):
    given = Circumstances(asylum_filed_on=(PartialDate.parse("2026-03-10"),))
    (only,) = effective_periods([card(code, "2025-01-01", "2026-12-31")], given, longest=False)
    assert only.lapsed == lapses
    before = Circumstances(asylum_filed_on=(PartialDate.parse("2024-12-31"),))
    (untouched,) = effective_periods([card(code, "2025-01-01", "2026-12-31")], before, longest=False)
    assert not untouched.lapsed


def test_both_readings_of_a_month():
    status = card("title:25_3", "2023-12", "2026-11")
    (safe,) = effective_periods([status], Circumstances(), longest=False)
    (longest,) = effective_periods([status], Circumstances(), longest=True)
    assert safe.span == Span(date(2023, 12, 31), date(2026, 11, 2))
    assert longest.span == Span(date(2023, 12, 1), date(2026, 12, 1))
