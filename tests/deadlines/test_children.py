"""A child's first application, and the day on which the client comes of age."""

from datetime import date

import pytest

from desktop.cases.applications import Application, DecisionKind
from desktop.cases.people import FamilyMember
from desktop.deadlines.duedates import Nature, Urgency
from tests.deadlines.making import (
    ENGLISH,
    JENA,
    MUNICH,
    UNKNOWN,
    card,
    case,
    day,
    kinds,
    only,
    replace_fact,
    said,
)

ON = date(2026, 11, 22)


def parent_of(*births: str, **more):
    members = tuple(FamilyMember("child", day(each), **more) for each in births)
    return case(card("title:25_3", "2024-01-01", "2028-01-01"), family_members=members)


@pytest.mark.parametrize(
    ("born", "last", "prompt"),
    [
        ("2026-08-31", "2027-03-01", "2027-02-26"),  # worked example 26: raw Sunday 28.02., clamped, rolls
        ("2026-07-06", "2027-01-07", "2027-01-05"),  # raw Epiphany: rolls in Munich
        (
            "2026-06-24",
            "2026-12-24",
            "2026-12-23",
        ),  # Christmas Eve is a working day, though no office is open
    ],
)
def test_half_a_year_to_apply_for_a_child_born_here(born: str, last: str, prompt: str):
    due = only("child_6m", parent_of(born), ON, MUNICH)
    assert (due.day, due.safe_day) == (date.fromisoformat(last), date.fromisoformat(prompt))
    assert due.nature is Nature.FILING
    assert due.urgency(due.day) is Urgency.URGENT


def test_epiphany_is_a_working_day_in_jena():
    due = only("child_6m", parent_of("2026-07-06"), ON, JENA)
    assert (due.day, due.safe_day) == (date(2027, 1, 6), date(2027, 1, 6))


def test_where_the_place_is_not_known_only_nationwide_holidays_roll():
    due = only("child_6m", parent_of("2026-07-06"), ON, UNKNOWN)
    assert (due.day, due.safe_day) == (date(2027, 1, 6), date(2027, 1, 5))
    assert "not known" in said(due.notes)


@pytest.mark.parametrize(
    "more",
    [{"title_id": "25_3"}, {"entered_on": day("2026-09-15")}],
    ids=["has a title", "came later"],
)
def test_no_date_for_a_child_with_a_title_or_born_elsewhere(more):
    assert "child_6m" not in kinds(parent_of("2026-08-31", **more), ON)


def test_no_date_for_a_child_born_before_the_parent_came():
    file = case(
        entry_date=day("2026-09-10"), family_members=(FamilyMember("child", birth_date=day("2026-08-31")),)
    )
    assert "child_6m" not in kinds(file, ON)


def test_twins_are_one_date_and_a_month_is_read_early():
    assert kinds(parent_of("2026-08-31", "2026-08-31"), ON).count("child_6m") == 1
    due = only("child_6m", parent_of("2026-09"), ON, MUNICH)
    assert (due.day, due.latest, due.ask) == (date(2027, 3, 1), date(2027, 3, 30), ("family_members",))


@pytest.mark.parametrize(("on", "there"), [("2028-03-01", True), ("2028-03-02", False)])
def test_a_missed_date_stays_as_long_as_it_can_be_saved(on: str, there: bool):
    """1 March 2027 and a year more."""
    assert ("child_6m" in kinds(parent_of("2026-08-31"), date.fromisoformat(on), MUNICH)) is there


def test_once_missed_reinstatement_may_be_possible_for_a_year():
    last, missed = (
        only("child_6m", parent_of("2026-08-31"), on, MUNICH) for on in (date(2027, 3, 1), date(2027, 3, 2))
    )
    assert "reinstatement" not in said(last.notes)
    assert "at the latest by Wed 1 Mar 2028" in said(missed.notes)


def test_the_client_may_be_the_child():
    file = case(birth_date=day("2026-08-31"), entry_date=day("2026-08-31"))
    assert only("child_6m", file, ON, MUNICH).day == date(2027, 3, 1)
    filed = (Application("25_3", DecisionKind.GRANT, day("2026-10-01")),)
    assert only("child_6m", replace_fact(file, applications=filed), ON, MUNICH).settled
    assert "child_6m" not in kinds(case(birth_date=day("2026-08-31"), entry_date=day("2026-10-01")), ON)
    with_title = case(card("title:25_3", "2026-10-01", "2027-10-01"), birth_date=day("2026-08-31"))
    assert "child_6m" not in kinds(with_title, ON)


@pytest.mark.parametrize(
    ("born", "of_age"),
    [
        ("2009-03-15", "2027-03-15"),
        ("2009-01-01", "2027-01-01"),
        ("2008-12-31", "2026-12-31"),
    ],
)
def test_the_client_comes_of_age_on_the_birthday(born: str, of_age: str):
    due = only("age18", case(birth_date=day(born)), ON)
    assert due.day == date.fromisoformat(of_age)
    assert due.nature is Nature.EARLIEST
    assert "§ 12a Abs. 1a" in " ".join(step.cite for step in due.notes)


def test_born_on_a_leap_day_one_comes_of_age_on_1_march():
    """18 years from 29.02.2008 end with 28.02.2026 (§ 188(2), (3) BGB)."""
    due = only("age18", case(birth_date=day("2008-02-29")), date(2025, 12, 1))
    assert due.day == date(2026, 3, 1)
    assert "28 Feb 2026" in due.derivation[-1].show(ENGLISH)


@pytest.mark.parametrize(
    ("on", "there"),
    [("2026-03-13", False), ("2026-03-14", True), ("2027-06-15", True), ("2027-06-16", False)],
)
def test_coming_of_age_is_shown_a_year_ahead(on: str, there: bool):
    """366 days before 15.03.2027 is 14.03.2026; 92 days after it 15.06.2027."""
    assert ("age18" in kinds(case(birth_date=day("2009-03-15")), date.fromisoformat(on))) is there
