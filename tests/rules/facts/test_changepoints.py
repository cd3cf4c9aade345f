"""The days on which facts may turn: borders, terms after them, birthdays, the law; and why on that day."""

from datetime import date, timedelta

import pytest

from desktop import resources
from desktop.cases.casefile import CaseFile, Relative
from desktop.cases.people import FamilyMember, HouseholdLink
from desktop.cases.periods import PartialDate, Period
from desktop.cases.status import Absence, StatusPeriod
from desktop.rules import packs
from desktop.rules.facts.changepoints import ChangePoints, Happening, Origin, change_points, running_out
from desktop.rules.packs import Pack

from .making import case

FIRST, LAST = date(2026, 11, 24), date(2031, 11, 24)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return packs.load(resources.path("law", "de-2026-08"))


def points(pack: Pack, known: CaseFile) -> ChangePoints:
    return change_points(pack, known, FIRST, LAST)


def exactly(year: int, month: int, day: int) -> PartialDate:
    return PartialDate.exactly(date(year, month, day))


def test_the_first_day_is_always_one(pack):
    assert points(pack, case()).days(())[0] == FIRST
    assert points(pack, case()).days(("status_periods",))[0] == FIRST


def test_a_period_that_ends(pack):
    known = case(
        status_periods=(StatusPeriod("D60a_2_1", Period.between(date(2024, 1, 1), date(2027, 8, 3))),)
    )
    found = points(pack, known)
    assert found.on(date(2027, 8, 3), ("status_periods",)) == (Origin(Happening.ENDS, "status_periods"),)
    assert {date(2027, 8, 3), date(2027, 8, 4)} <= set(found.days(("status_periods",)))
    assert date(2027, 8, 3) not in found.days(("passports",))


def test_terms_of_the_law_after_a_border(pack):
    """Seven days of a gap that never counts, three months abroad that do no harm; also on the day after."""
    known = case(absence_periods=(Absence(Period.between(date(2027, 8, 3), date(2028, 8, 3))),))
    found = points(pack, known)
    for day in (date(2028, 8, 10), date(2027, 11, 3), date(2028, 2, 3)):
        origins = found.on(day, ("absence_periods",))
        assert origins == (Origin(Happening.TERM_REACHED, "absence_periods"),)
        assert day + timedelta(1) in found.days(("absence_periods",))


def test_a_month_without_the_day(pack):
    known = case(absence_periods=(Absence(Period.between(date(2027, 11, 30))),))
    days = points(pack, known).days(("absence_periods",))
    assert {date(2028, 2, 29), date(2028, 3, 1)} <= set(days)


@pytest.mark.parametrize("born", [date(2010, 2, 28), date(2010, 3, 1)])
def test_birthdays_at_ages_that_count(pack, born):
    child = FamilyMember("child", PartialDate.exactly(born))
    found = points(pack, case(family_members=(child,)))
    day = born.replace(year=2028)
    assert found.on(day, ("family_members",)) == (Origin(Happening.BIRTHDAY, "family_members"),)


def test_whoever_is_born_on_29_february_is_of_age_on_28_february_or_1_march(pack):
    known = case(birth_date=exactly(2012, 2, 29))
    assert {date(2030, 2, 28), date(2030, 3, 1)} <= set(points(pack, known).days(("birth_date",)))


def test_ages_do_not_run_from_a_period(pack):
    known = case(absence_periods=(Absence(Period.between(date(2010, 6, 6), date(2010, 7, 6))),))
    assert date(2028, 6, 6) not in points(pack, known).days(("absence_periods",))


def test_both_borders_of_a_day_known_by_month(pack):
    known = case(family_members=(FamilyMember("child", PartialDate.parse("2009-07")),))
    days = points(pack, known).days(("family_members",))
    assert {date(2027, 7, 1), date(2027, 7, 31)} <= set(days)


def test_the_border_of_a_continued_permit(pack):
    """The ordinance lets a permit of § 24 run on beyond its printed end."""
    printed = StatusPeriod("title:24", Period.on_paper(exactly(2023, 1, 1), exactly(2026, 2, 4)))
    known = case(status_periods=(printed,), ukr_group="ukr_national")
    assert date(2027, 3, 5) in points(pack, known).days(("status_periods",))


def test_days_of_the_law_count_for_every_input(pack):
    found = points(pack, case())
    day = date.fromisoformat(pack.terms.value("last_day_no_36a", FIRST))
    assert day in found.days(("birth_date",))
    assert found.on(day, ("birth_date",)) == (Origin(Happening.LAW),)


def test_nothing_outside_the_time(pack):
    known = case(
        status_periods=(StatusPeriod("D60a_2_1", Period.between(date(2010, 1, 1), date(2040, 1, 1))),),
        birth_date=exactly(1990, 1, 1),
    )
    days = points(pack, known).days()
    assert min(days) == FIRST
    assert max(days) <= LAST


def test_what_a_relative_records_counts_as_an_answer_on_the_family(pack):
    other = case(
        status_periods=(StatusPeriod("title:25_3", Period.between(date(2024, 1, 1), date(2028, 4, 5))),)
    )
    link = HouseholdLink("spouse_partner", "other.yaml")
    found = points(pack, CaseFile(other.client, relatives=(Relative(link, other),)))
    assert found.on(date(2028, 4, 5), ("family_members",)) == (Origin(Happening.ENDS, "family_members"),)


def test_what_is_recorded_for_the_day_comes_before_a_term_that_ends_on_it(pack):
    first = Absence(Period.between(date(2027, 1, 10), date(2027, 2, 10)))
    second = Absence(Period.between(date(2027, 4, 10)))
    found = points(pack, case(absence_periods=(first, second)))
    assert found.on(date(2027, 4, 10), ("absence_periods",)) == (Origin(Happening.BEGINS, "absence_periods"),)


# Papers that run out


def test_only_what_holds_on_the_first_day_and_ends_in_time_runs_out(pack):
    known = case(
        status_periods=(
            StatusPeriod("gestattung", Period.between(date(2020, 1, 1), date(2024, 1, 1))),
            StatusPeriod("D60a_2_1", Period.on_paper(exactly(2024, 1, 1), exactly(2027, 5, 31))),
            StatusPeriod("D60c", Period.on_paper(exactly(2027, 6, 1), exactly(2028, 5, 31))),
        )
    )
    found = running_out(pack, known, FIRST, LAST)
    assert [(each.status.status_code, each.last_day) for each in found] == [("D60a_2_1", date(2027, 5, 31))]


@pytest.mark.parametrize(("end", "count"), [(FIRST, 1), (FIRST - timedelta(1), 0), (LAST - timedelta(1), 1)])
def test_the_first_and_the_last_day_count(pack, end, count):
    paper = StatusPeriod("D60a_2_1", Period.on_paper(exactly(2024, 1, 1), PartialDate.exactly(end)))
    assert len(running_out(pack, case(status_periods=(paper,)), FIRST, LAST)) == count


def test_only_ages_are_counted_in_years(pack):
    """A length of another kind would have to run from periods too: then it is written in months."""
    terms = [term for versions in pack.terms.terms.values() for term in versions]
    in_years = [term.id for term in terms if term.unit == "years"]
    assert in_years
    assert all("age" in name.split("_") for name in in_years)
