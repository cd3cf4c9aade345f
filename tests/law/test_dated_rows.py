"""What follows and what to watch by its day: each dated row of §§ 25a, 25b, 26 and 104c, day by day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from desktop.cases.applications import DecisionKind
from desktop.rules.consequences import consequences_of, warnings_of
from tests.law.worked_cases import PACK, stated

pytestmark = pytest.mark.law

TITLES = {
    "25a_1", "25a_2_parent", "25a_2_sibling", "25a_2_spouse", "25a_2_child", "25b_1", "25b_4", "25b_6",
    "104c_holder", "26_3_5y", "26_3_3y", "26_4", "35_hint",
}  # fmt: skip

# Row, a title it is for, first day, first day on which it is gone.
ROWS = [
    ("settlement_entzug", "26_3_5y", "2026-06-12", ""),
    ("104c_closed", "104c_holder", "2025-12-31", ""),
    ("104c_open_old_applications", "104c_holder", "2025-12-31", ""),
    ("104c_late_card_date", "104c_holder", "2025-12-31", ""),
    ("repeal_2027", "25a_1", "2022-12-31", "2027-07-01"),
    ("repeal_2027", "25b_1", "2022-12-31", "2027-07-01"),
    ("60b_credit_104c", "25a_1", "2022-12-31", "2027-07-01"),
    ("60b_credit_104c", "25b_1", "2022-12-31", "2027-07-01"),
    ("age_27_soon", "25a_1", "2022-12-31", ""),
    ("duldung_12_months_25a", "25a_1", "2022-12-31", ""),
    ("paternity_25a", "25a_2_parent", "2026-07-29", ""),
    ("lapse_paternity_25a", "25a_2_parent", "2026-07-29", ""),
    ("art23_variant", "26_3_5y", "2026-06-12", ""),
    ("travel_family", "26_3_3y", "2026-06-12", ""),
    ("lapse_abroad_family", "26_3_5y", "2026-06-12", ""),
    ("revocation_family", "26_4", "2026-06-12", ""),
    ("course_stop_2026", "25a_1", "2026-02-09", "2027-01-01"),
    ("course_after_2026", "25a_1", "2027-01-01", ""),
    ("course_ended_stop_2026", "25b_1", "2026-02-09", "2027-01-01"),
    ("course_ended_after_2026", "25b_1", "2027-01-01", ""),
]


def shown(title: str, on: date) -> set[str]:
    """Every row on the day, for a case of which nothing is known: what hangs on a fact is shown as open."""
    nothing = stated({})
    rows = {each.row.id for each in consequences_of(PACK, nothing, title, on)}
    for kind in DecisionKind:
        rows |= {each.row.id for each in warnings_of(PACK, nothing, title, kind, on)}
    return rows


def days() -> Iterator[tuple[str, str, date, bool]]:
    for row, title, since, until in ROWS:
        for day, begins in ((since, True), (until, False)):
            if day:
                for offset in (-1, 0, 1):
                    there = (offset >= 0) is begins
                    yield row, title, date.fromisoformat(day) + timedelta(offset), there


@pytest.mark.parametrize(("row", "title", "on", "there"), list(days()))
def test_a_row_is_shown_from_its_first_day_to_its_last(row: str, title: str, on: date, there: bool) -> None:
    assert (row in shown(title, on)) is there


def test_every_dated_row_of_these_titles_is_in_the_table() -> None:
    rows = [each.row for each in PACK.tables.consequences]
    watched = [each.row for each in PACK.tables.warnings]
    dated = {each.id for each in rows if each.in_force and any(map(each.is_for, TITLES))}
    dated |= {each.id for each in watched if each.in_force and any(map(each.is_for, TITLES))}
    assert dated == {row for row, *_ in ROWS}


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2024, 2, 26), "2018-08-01"),
        (date(2024, 2, 27), "2022-12-31"),
        (date(2024, 2, 28), "2022-12-31"),
    ],
)
def test_the_last_day_of_entry_for_the_duldung_for_employment(on: date, expected: str) -> None:
    assert PACK.terms.value("s60d_entry_until", on) == expected


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2024, 2, 26), "2020-06-30"),
        (date(2024, 2, 27), "2024-12-31"),
        (date(2024, 2, 28), "2024-12-31"),
    ],
)
def test_the_last_day_for_the_identity_before_the_duldung_for_employment(on: date, expected: str) -> None:
    assert PACK.terms.value("s60d_identity_last_day", on) == expected
