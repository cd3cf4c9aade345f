"""What the own cases of the household say: titles of the day, birth dates; the record keeps the rest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from desktop.cases.answers import Answer
from desktop.cases.casefile import CaseFile, Relative
from desktop.cases.decisions import CourseRecord
from desktop.cases.people import FamilyMember, HouseholdLink
from tests.rules.facts.making import case, day, fact, period, status

PARENT = "25a_2_parent"
TOGETHER = (period("2015-01-01"),)


def child(*periods: Any, **facts: Any) -> CaseFile:
    facts.setdefault("birth_date", day("2010-05-01"))
    return case(status_periods=tuple(periods), **facts)


def mother(relative: CaseFile | None, *members: FamilyMember, asked: bool = True) -> CaseFile:
    one = case(family_members=members) if asked else case()
    if relative is None:
        return one
    return replace(one, relatives=(Relative(HouseholdLink("child", "c"), relative),))


def recorded(**more: Any) -> FamilyMember:
    given: dict[str, Any] = {"custody": True, "household": TOGETHER} | more
    return FamilyMember("child", **given)


def told(name: str, one: CaseFile, on: str = "2026-11-22") -> Any:
    return fact(name, one, on, title_id=PARENT)


HOLDER = child(status("title:25a_1", "2025-01-10", "2027-01-10"))


def test_the_own_case_says_which_title_is_held():
    assert told("anchor_title", mother(None, recorded())).value is None
    assert told("anchor_title", mother(HOLDER, recorded())).value == "25a_1"
    assert told("anchor_relation", mother(HOLDER, recorded())).value == "parent_with_custody"


def test_the_title_is_that_of_the_day():
    one = mother(HOLDER, recorded())
    for on, expected in (
        ("2025-01-09", "none"),
        ("2025-01-10", "25a_1"),
        ("2027-01-09", "25a_1"),
        ("2027-01-10", "none"),
    ):
        assert told("anchor_title", one, on).value == expected, on


def test_the_own_case_beats_an_older_record():
    before = child(status("D60a_2_1", "2025-01-10", "2027-01-10"))
    assert told("anchor_title", mother(before, recorded(title_id="25a_1"))).value == "none"


def test_a_case_without_papers_leaves_the_record_alone():
    unknown = case(birth_date=day("2010-05-01"))
    assert told("anchor_title", mother(unknown, recorded(title_id="25a_1"))).value == "25a_1"


def test_papers_known_by_month_leave_it_open():
    vague = child(status("title:25a_1", "2026-11", "2027-11"))
    assert told("anchor_title", mother(vague, recorded())).value is None


def test_two_children_stay_two():
    other = recorded(birth_date=day("2018-03-01"), title_id="none")
    one = mother(HOLDER, other)
    assert told("anchor_title", one).value == "25a_1"
    assert told("has_school_age_children", one).value is None  # two children, one of unknown school age


def test_a_record_without_a_birth_date_is_the_same_child():
    one = mother(HOLDER, recorded(school_age=False))
    assert told("has_school_age_children", one).value is False


def test_a_linked_child_does_not_answer_for_the_whole_family():
    one = mother(HOLDER, asked=False)
    assert told("anchor_title", one).value == "25a_1"
    assert told("anchor_is_minor", one).value is True
    assert told("family_unit_with_anchor", one).ask == ("family_members",)
    assert told("has_school_age_children", one).ask == ("family_members",)
    without = mother(child(), asked=False)
    assert told("anchor_title", without).ask == ("family_members",)


def test_the_eighteenth_birthday_of_the_own_case_counts():
    one = mother(HOLDER, recorded())
    birthday = date(2028, 5, 1)
    assert told("anchor_is_minor", one, str(birthday - timedelta(days=1))).value is True
    assert told("anchor_is_minor", one, str(birthday)).value is False


def test_a_marriage_in_the_own_case_counts():
    wed = replace(HOLDER, facts={**HOLDER.facts, "unmarried": Answer(False)})
    assert told("lives_with_minor_unmarried_child", mother(HOLDER, recorded(unmarried=True))).value is True
    assert told("lives_with_minor_unmarried_child", mother(wed, recorded(unmarried=True))).value is False


def husband(wife: CaseFile | None, **recorded_of_her: Any) -> CaseFile:
    her = FamilyMember("spouse_partner", household=TOGETHER, **recorded_of_her)
    one = case(
        entry_date=day("2020-01-01"), integration_course=CourseRecord(obliged=False), family_members=(her,)
    )
    if wife is None:
        return one
    return replace(one, relatives=(Relative(HouseholdLink("spouse_partner", "w"), wife),))


def test_the_own_case_of_a_spouse_says_entry_and_course():
    assert fact("entered_before_60d_cutoff", husband(None)).value is None
    in_time = case(entry_date=day("2022-12-31"), integration_course=CourseRecord(obliged=False))
    assert fact("entered_before_60d_cutoff", husband(in_time)).value is True
    assert fact("obligatory_course_done_or_excused", husband(in_time)).value is True
    late = case(
        entry_date=day("2023-01-01"),
        integration_course=CourseRecord(obliged=True, broken_off_faultless=False),
    )
    assert fact("entered_before_60d_cutoff", husband(late, entered_on=day("2022-01-01"))).value is False
    assert fact("obligatory_course_done_or_excused", husband(late, course_duty_met=True)).value is False


def test_what_the_own_case_of_a_spouse_leaves_open_stays_as_recorded():
    silent = case()
    assert fact("entered_before_60d_cutoff", husband(silent, entered_on=day("2022-01-01"))).value is True
    assert fact("obligatory_course_done_or_excused", husband(silent, course_duty_met=True)).value is True
