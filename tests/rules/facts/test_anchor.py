"""The relative from whose title a family title derives."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.cases.answers import Answer
from desktop.cases.people import FamilyMember
from desktop.rules.facts.value import FactValue
from tests.rules.facts.making import case, day, fact, noted, period

TOGETHER = (period("2020-01-01"),)
FACTS = ("anchor_title", "anchor_relation", "anchor_is_minor", "family_unit_with_anchor")
PARENT, SIBLING = "25a_2_parent", "25a_2_sibling"
SPOUSE, CHILD = "25a_2_spouse", "25a_2_child"


def relative(relation: str, title: str | None = "25a_1", born: str | None = "2010-01-01", **more: Any) -> Any:
    more.setdefault("household", TOGETHER)
    return FamilyMember(relation, None if born is None else day(born), title_id=title, **more)


def son(title: str | None = "25a_1", born: str | None = "2010-01-01", **more: Any) -> Any:
    more.setdefault("custody", True)
    return relative("child", title, born, **more)


def answers(title_id: str, *members: Any, on: str = "2026-11-22", **facts: Any) -> tuple[Any, ...]:
    one = case(family_members=members, **facts)
    return tuple(fact(name, one, on, title_id=title_id).value for name in FACTS)


def told(name: str, title_id: str, *members: Any, **facts: Any) -> FactValue:
    return fact(name, case(family_members=members, **facts), title_id=title_id)


def test_a_parent_derives_from_a_minor_child():
    assert answers(PARENT, son()) == ("25a_1", "parent_with_custody", True, True)


def test_nobody_asked_is_not_the_same_as_no_family():
    for name in FACTS:
        unasked = fact(name, case(), title_id=PARENT)
        assert (unasked.value, unasked.ask) == (None, ("family_members",))
    assert answers(PARENT) == ("none", "none", False, False)


@pytest.mark.parametrize(
    ("on", "expected"), [("2026-12-04", True), ("2026-12-05", False), ("2026-12-06", False)]
)
def test_under_age_until_the_day_before_the_18th_birthday(on: str, expected: bool):
    assert answers(PARENT, son(born="2008-12-05"), on=on)[2] is expected


def test_an_age_known_by_year_or_not_at_all_stays_open():
    for born in ("2008", None):
        found = told("anchor_is_minor", PARENT, son(born=born))
        assert (found.value, found.ask) == (None, ("family_members",))
    assert answers(PARENT, son(born="2009"))[2] is True


def test_custody():
    assert told("anchor_relation", PARENT, son(custody=None)).ask == ("family_members",)
    without = told("anchor_relation", PARENT, son(custody=False))
    assert without.disputed
    assert noted(without) == {"parent_without_custody"}


def test_no_title_another_title_and_a_title_nobody_asked_for():
    assert answers(PARENT, son(title="none"))[0] == "none"
    assert answers(PARENT, son(title="25_5"))[0] == "other"
    assert answers(PARENT, son(title="other"))[0] == "other"
    assert told("anchor_title", PARENT, son(title=None)).ask == ("family_members",)


def test_of_several_relatives_the_one_who_fits_best_is_the_anchor():
    adult, stranger = son(born="2000-01-01"), son(title="25_5", born="2015-01-01")
    fits = ("25a_1", "parent_with_custody", True, True)
    for order in ((adult, stranger, son()), (son(), stranger, adult)):
        assert answers(PARENT, *order) == fits
    assert answers(PARENT, adult, son(household=()))[:3] == fits[:3]  # a parent need not live with the child


def test_two_half_fits_are_no_fit():
    """One child has the title and is of age, the other is under age without the title."""
    title, _, young, _ = answers(PARENT, son(born="2000-01-01"), son(title="none", born="2015-01-01"))
    assert not (title == "25a_1" and young is True)


def test_an_open_answer_is_better_than_a_no_and_worse_than_a_yes():
    assert told("anchor_title", PARENT, son(title="none"), son(title=None)).value is None
    assert told("anchor_title", PARENT, son(title=None), son()).value == "25a_1"


def test_disputed_comes_before_unknown():
    found = told("anchor_relation", PARENT, son(custody=None), son(custody=False))
    assert found.disputed


def test_a_sibling_derives_from_the_parent_who_holds_the_derived_title():
    father = relative("parent", "25a_2_parent", "1980-01-01")
    young: dict[str, Any] = {"birth_date": day("2012-01-01")}
    assert answers(SIBLING, father, **young) == (
        "25a_2_parent",
        "minor_child_of_parent_holder",
        False,
        True,
    )
    of_age: dict[str, Any] = {"birth_date": day("2000-01-01")}
    assert answers(SIBLING, father, **of_age)[1] == "none"
    assert told("anchor_relation", SIBLING, father).ask == ("birth_date",)
    assert answers(SIBLING, relative("sibling", "25a_1"), **young)[:2] == ("none", "none")


def test_a_spouse():
    wife = relative("spouse_partner", born="2003-01-01")
    assert answers(SPOUSE, wife) == ("25a_1", "spouse_partner", False, True)
    assert answers(SPOUSE, son())[:2] == ("none", "none")


@pytest.mark.parametrize(
    ("periods", "expected"),
    [
        ((), None),
        ((period("2027-01-01"),), False),
        ((period("2020-01-01", "2026-11-22"),), False),
        ((period("2020-01-01", "2026-11-23"),), True),
        ((period("2020-01-01", "2026-11"),), None),
        ((period("2020-01-01", "2021-01-01"), period("2026-11-22")), True),
        ((period("2020-01-01", "2026-10-01"), period("2026-09-01")), True),
        ((period("2020-01-01", "2021-01-01"), period("2026-12-01")), False),
    ],
    ids=["not recorded", "later", "ended today", "until today", "in part", "again", "overlap", "gap"],
)
def test_living_together(periods: tuple[Any, ...], expected: bool | None):
    wife = relative("spouse_partner", born="2003-01-01", household=periods)
    found = told("family_unit_with_anchor", SPOUSE, wife)
    assert found.value is expected
    if expected is None:
        assert found.ask == ("family_members",)


def test_a_child_of_the_holder_must_be_under_age_and_unmarried():
    mother = relative("parent", "25a_1", "2001-01-01")
    seventeen: dict[str, Any] = {"birth_date": day("2009-06-01")}
    assert told("anchor_relation", CHILD, mother, **seventeen).ask == ("unmarried",)
    assert answers(CHILD, mother, **seventeen, unmarried=True)[1] == "minor_unmarried_child"
    assert answers(CHILD, mother, **seventeen, unmarried=False)[1] == "none"
    assert answers(CHILD, mother, birth_date=day("2008-11-22"), unmarried=True)[1] == "none"
    married = relative("spouse_partner", "none", "2008-01-01")
    assert answers(CHILD, mother, married, **seventeen, unmarried=True)[1] == "none"


def test_a_small_child_is_unmarried_without_being_asked():
    mother = relative("parent", "25a_1", "2001-01-01")
    assert answers(CHILD, mother, birth_date=day("2020-06-01"))[1] == "minor_unmarried_child"


def test_each_family_title_has_its_own_anchors():
    father = relative("parent", "25b_1", "1980-01-01")
    young: dict[str, Any] = {"birth_date": day("2020-06-01")}
    assert answers("25b_4", father, **young)[:2] == ("25b_1", "minor_unmarried_child")
    assert answers(CHILD, father, **young)[0] == "25b_1"
    wife = relative("spouse_partner", "25b_6", "1980-01-01")
    assert answers("25b_4", wife)[:2] == ("25b_6", "spouse_partner")
    assert answers("25b_6", relative("spouse_partner", "D60d", "1980-01-01"))[:2] == (
        "D60d",
        "spouse_partner",
    )
    assert answers("25b_1", wife) == ("none", "none", False, False)


def test_a_disputed_answer_stays_disputed():
    found = fact("anchor_title", case(family_members=Answer((son(),), disputed=True)), title_id=PARENT)
    assert found.disputed
