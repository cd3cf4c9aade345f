"""What the settlement permit asks beside time: pension age, entry as a minor, work, early decisions."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.cases.periods import PartialDate
from tests.rules.facts.making import asylum, case, day, fact, noted, status, title


@pytest.mark.parametrize(
    ("born", "on", "expected"),
    [
        ("1946-05-05", "2011-05-04", False),
        ("1946-05-05", "2011-05-05", True),
        ("1947-05-05", "2012-06-04", False),
        ("1947-05-05", "2012-06-05", True),
        ("1958-01-31", "2024-01-31", True),
        ("1959-12-01", "2026-01-31", False),
        ("1959-12-01", "2026-02-01", True),
        ("1963-03-10", "2030-01-09", False),
        ("1963-03-10", "2030-01-10", True),
        ("1964-03-10", "2031-03-09", False),
        ("1964-03-10", "2031-03-10", True),
        ("1980-03-10", "2047-03-10", True),
    ],
)
def test_the_pension_age_follows_the_year_of_birth(born: str, on: str, expected: bool):
    assert fact("reached_pension_age", case(birth_date=day(born)), on).value is expected


def test_the_pension_age_is_unknown_where_the_birthday_is():
    assert fact("reached_pension_age", case(), "2026-11-22").value is None
    around = case(birth_date=PartialDate.parse("1960"))
    assert fact("reached_pension_age", around, "2026-11-22").value is None
    assert fact("reached_pension_age", around, "2028-01-01").value is True


@pytest.mark.parametrize(
    ("entered", "expected"), [("2018-01-01", False), ("2017-12-31", True), ("2017", True), ("2018-01", False)]
)
def test_entry_before_the_eighteenth_birthday(entered: str, expected: bool):
    assert (
        fact("entered_before_18", case(birth_date=day("2000-01-01"), entry_date=day(entered))).value
        is expected
    )


def test_entry_in_the_year_of_the_birthday_is_unknown():
    found = fact("entered_before_18", case(birth_date=day("2000-06-01"), entry_date=day("2018")))
    assert found.value is None
    assert fact("entered_before_18", case(birth_date=day("2000-06-01"))).value is None


@pytest.mark.parametrize(
    ("held", "noted_on_paper", "expected"),
    [
        ("25_3", None, True),
        ("25_4_1", None, None),
        ("25_4_1", True, True),
        ("25_4_1", False, False),
        ("other", None, None),
        ("26_4", None, True),
    ],
)
def test_work_is_permitted_by_law_or_by_a_note(held: str, noted_on_paper: bool | None, expected: bool | None):
    more: dict[str, Any] = {} if noted_on_paper is None else {"work_permitted_by_note": noted_on_paper}
    known = case(status_periods=(title(held, "2026-01-01", "2028-01-01"),), **more)
    found = fact("employment_permitted", known)
    assert found.value is expected
    if expected is None:
        assert "work_permitted_by_note" in found.ask


def test_a_permit_that_ended_permits_nothing_by_law():
    ended = case(status_periods=(title("25_3", "2024-01-01", "2025-01-01"),), work_permitted_by_note=False)
    assert fact("employment_permitted", ended).value is False


def test_pension_months_are_added_only_if_both_are_known():
    assert fact("pension_months_with_credits", case(pension_months=40, pension_credit_months=24)).value == 64
    assert fact("pension_months_with_credits", case(pension_months=40)).value is None


@pytest.mark.parametrize(
    ("final", "expected"),
    [
        ("2014-12-31", False),
        ("2015-01-01", True),
        ("2017-12-31", True),
        ("2018-01-01", False),
        ("2016", True),
        ("2018", False),
    ],
)
def test_decisions_of_2015_to_2017(final: str, expected: bool):
    known = case(asylum_procedures=(asylum("refugee", "2013-01-01", final, final),))
    assert fact("recognised_2015_to_2017", known, "2022-01-01").value is expected


def test_decisions_without_a_final_day_are_unknown():
    known = case(asylum_procedures=(asylum("refugee", "2013-01-01", "2016-01-01"),))
    assert fact("recognised_2015_to_2017", known, "2022-01-01").value is None
    assert fact("recognised_2015_to_2017", case(asylum_procedures=())).value is False
    assert fact("recognised_2015_to_2017", case()).value is None


@pytest.mark.parametrize(
    ("since", "old"), [("2004-12-31", True), ("2005-01-01", False), ("2004", True), ("2005-01", False)]
)
def test_permits_from_before_the_residence_act_are_looked_at(since: str, old: bool):
    found = fact("permit_before_2005", case(status_periods=(title("other", since, "2006-01-01"),)))
    assert found.disputed is old
    assert found.value is (None if old else False)
    assert ("permit_before_2005_kind" in noted(found)) is old
    tolerated = case(status_periods=(status("D60a_2_1", since, "2006-01-01"),))
    assert fact("permit_before_2005", tolerated).value is False
    assert fact("permit_before_2005", case()).value is None


def test_a_title_once_granted_stays_granted():
    held = case(status_periods=(title("25_2_2", "2020-01-01", "2023-01-01"), title("26_4", "2023-01-01")))
    assert fact("ever_held", held, of="25_2_2").value is True
    assert fact("ever_held", case(status_periods=(title("25_3", "2020-01-01"),)), of="25_2_2").value is False
    assert fact("ever_held", case(), of="25_2_2").value is None
    future = case(status_periods=(title("25_2_2", "2027-01-01"),))
    assert fact("ever_held", future, of="25_2_2").value is False
