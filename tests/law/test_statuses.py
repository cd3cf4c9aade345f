"""What follows from a Duldung and the like: the table of titles.md 2.25, its dates, and its warnings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from desktop.rules.facts.value import FactValue
from desktop.rules.held import HeldStatus, held_status
from desktop.rules.tables import Severity, Topic
from tests.law.worked_cases import PACK, stated

pytestmark = pytest.mark.law

TODAY = date(2026, 11, 22)
DULDUNG = ["D60a_1", "D60a_2_1", "D60a_2_2", "D60a_2_3", "D60a_2_4", "D60a_2b", "D_verfahren"]
ALL = [*DULDUNG, "D60b", "D60c", "D60d", "D_material", "F81_3_2", "gueb"]


def held(code: str, facts: Mapping[str, str] | None = None, on: date = TODAY) -> HeldStatus:
    return held_status(PACK, stated({"status_held": code} | dict(facts or {})), on)


def values(code: str, topic: Topic, facts: Mapping[str, str] | None = None, on: date = TODAY) -> set[str]:
    """The values of the rows that certainly apply."""
    rows = held(code, facts, on).consequences
    return {each.row.value for each in rows if each.row.topic is topic and not each.open}


def test_every_status_without_a_title_says_what_it_brings() -> None:
    assert PACK.terms.group("without_title") == set(ALL)
    needed = {Topic.VALIDITY, Topic.WORK, Topic.COURSE, Topic.BENEFITS, Topic.RESIDENCE, Topic.TIME}
    for code in ALL:
        assert needed <= {each.row.topic for each in held(code).consequences}, code
        assert held(code).codes == (code,)
        assert held(code).warnings, code


def test_rows_of_a_status_are_not_shown_with_a_title_and_those_of_titles_not_with_a_status() -> None:
    for table in (PACK.tables.consequences, PACK.tables.warnings):
        keyed = [each.row for each in table if each.row.statuses]
        assert keyed
        assert not [row.id for row in keyed for norm in PACK.norms if row.is_for(norm.id)]
    ids = {each.row.id for code in ALL for each in held(code).consequences}
    assert all(each.startswith("st_") for each in ids)


def test_nothing_is_shown_while_a_title_or_nothing_is_held() -> None:
    nothing = held_status(PACK, stated({"status_held": FactValue(frozenset())}), TODAY)
    assert not nothing.shown
    assert not nothing.open
    unknown = held_status(PACK, stated({}), TODAY)
    assert not unknown.shown
    assert unknown.open


def test_a_mere_claim_leaves_everything_open() -> None:
    claim = FactValue(frozenset({"D_material"}), disputed=True)
    found = held_status(PACK, stated({"status_held": claim}), TODAY)
    assert found.open
    assert found.warnings
    assert all(each.open for each in found.warnings)
    assert all(each.open for each in found.consequences)


@pytest.mark.parametrize(
    ("code", "work", "course", "time"),
    [
        *[(code, "should", "none", "counts") for code in DULDUNG if code != "D60a_2_3"],
        ("D60a_2_3", "should", "admission", "counts"),
        ("D60b", "forbidden", "none", "not_credited"),
        ("D60c", "training", "admission", "counts"),
        ("D60d", "yes", "admission", "25b_6"),
        ("D_material", "should", "none", "open"),
        ("F81_3_2", "permission", "none", "open"),
        ("gueb", "permission", "none", "open"),
    ],
)
def test_matrix_of_statuses(code: str, work: str, course: str, time: str) -> None:
    assert values(code, Topic.WORK) == {work}
    assert course in values(code, Topic.COURSE)
    assert time in values(code, Topic.TIME)
    assert ("not_26_4" in values(code, Topic.TIME)) is (code != "gueb")
    assert "AsylbLG" in values(code, Topic.BENEFITS)
    assert "land" in values(code, Topic.RESIDENCE)


def test_the_residence_order_hangs_on_the_livelihood_but_never_under_60b() -> None:
    assert "order" in values("D60a_2_1", Topic.RESIDENCE, {"livelihood_secured": "no"})
    assert "order" not in values("D60a_2_1", Topic.RESIDENCE, {"livelihood_secured": "yes"})
    assert "order" in values("D60b", Topic.RESIDENCE, {"livelihood_secured": "yes"})


def around(day: date) -> list[date]:
    """The day before, the day, the day after."""
    return [date.fromordinal(day.toordinal() + step) for step in (-1, 0, 1)]


def dated(day: date, *expected: object) -> list[tuple[date, object]]:
    return list(zip(around(day), expected, strict=True))


@pytest.mark.parametrize(("on", "expected"), dated(date(2024, 2, 27), "may", "should", "should"))
def test_since_february_2024_work_should_be_allowed(on: date, expected: str) -> None:
    assert values("D60a_2_1", Topic.WORK, on=on) == {expected}


@pytest.mark.parametrize(("on", "expected"), dated(date(2024, 2, 27), "18_months", "36_months", "36_months"))
def test_since_february_2024_better_benefits_come_after_36_months(on: date, expected: str) -> None:
    assert {"18_months", "36_months"} & values("D60a_2_1", Topic.BENEFITS, on=on) == {expected}


@pytest.mark.parametrize(("on", "shown"), dated(date(2019, 8, 21), False, True, True))
def test_the_duldung_for_unclear_identity_begins_in_august_2019(on: date, shown: bool) -> None:
    assert ("forbidden" in values("D60b", Topic.WORK, on=on)) is shown
    assert ("st_60b_cure" in {each.row.id for each in held("D60b", on=on).warnings}) is shown


@pytest.mark.parametrize(("on", "shown"), dated(date(2020, 1, 1), False, True, True))
def test_the_duldungen_for_training_and_employment_begin_in_2020(on: date, shown: bool) -> None:
    assert ("training" in values("D60c", Topic.WORK, on=on)) is shown
    assert ("30_months" in values("D60d", Topic.VALIDITY, on=on)) is shown


@pytest.mark.parametrize(("on", "expected"), dated(date(2026, 7, 29), "may_be_reduced", "reduced", "reduced"))
def test_since_july_2026_the_benefits_act_names_60b(on: date, expected: str) -> None:
    assert {"may_be_reduced", "reduced"} & values("D60b", Topic.BENEFITS, on=on) == {expected}


@pytest.mark.parametrize("on", [*around(date(2022, 12, 31)), *around(date(2027, 7, 1))])
def test_time_under_60b_never_counts_and_says_when_104c_saves_it(on: date) -> None:
    (row,) = (each.row for each in held("D60b", on=on).consequences if each.row.value == "not_credited")
    saves = date(2022, 12, 31) <= on < date(2027, 7, 1)
    assert ("Ausnahme nur" in row.text.de) is saves


@pytest.mark.parametrize(("on", "shown"), dated(date(2024, 3, 1), False, True, True))
def test_the_training_permit_is_named_since_march_2024(on: date, shown: bool) -> None:
    assert ("16g" in values("D60a_2_1", Topic.PATH, on=on)) is shown


def test_the_way_to_the_duldung_for_employment_hangs_on_its_conditions() -> None:
    met = {
        "entered_before_60d_cutoff": "yes",
        "identity_deadline_60d_met": "yes",
        "duldung_before_60d_months": "12",
        "insured_job_months_20h": "12",
        "livelihood_by_job_last_12_months": "yes",
        "livelihood_by_job_now": "yes",
        "german_oral": "A2",
        "conviction_excl_60d": "no",
        "extremism_links": "no",
        "expulsion_order_on": "none",
        "order_58a": "no",
        "has_school_age_children": "no",
        "children_conviction_60d": "no",
        "obligatory_course_done_or_excused": "yes",
    }
    assert "60d" in values("D60a_2_1", Topic.PATH, met)
    assert "60d" not in values("D60a_2_1", Topic.PATH, met | {"extremism_links": "unknown"})
    for fact, bad in (
        ("insured_job_months_20h", "11"),
        ("german_oral", "A1"),
        ("conviction_excl_60d", "yes"),
        ("order_58a", "yes"),
    ):
        rows = {each.row.value for each in held("D60a_2_1", met | {fact: bad}).consequences}
        assert "60d" not in rows, fact


LOUD = [
    ("st_60b_cure", "D60b", {}),
    ("st_60b_not_for_60c_60d", "D60b", {}),
    ("st_60b_asylum", "D60b", {"asylum_pending": "yes"}),
    ("st_60b_ban", "D60b", {"removal_ban": "60_5"}),
    ("st_60c_break", "D60c", {}),
    ("st_60d_job", "D60d", {}),
    ("st_81_3_2", "F81_3_2", {}),
    ("st_claim", "D_material", {}),
    ("st_gueb", "gueb", {}),
]
CALM = {"asylum_pending": "no", "removal_ban": "none", "lives_with_minor_unmarried_child": "no"}


@pytest.mark.parametrize(("warning", "code", "facts"), LOUD)
def test_each_loud_warning_belongs_to_its_status(warning: str, code: str, facts: dict[str, str]) -> None:
    shown = {each.row.id: each for each in held(code, CALM | facts).warnings}
    assert not shown[warning].open
    assert shown[warning].row.severity is Severity.STRONG
    for other in ALL:
        if other != code:
            assert warning not in {each.row.id for each in held(other, CALM | facts).warnings}
    if facts:
        assert warning not in {each.row.id for each in held(code, CALM).warnings}


def test_every_loud_warning_of_a_status_is_tried() -> None:
    loud = {
        each.row.id
        for each in PACK.tables.warnings
        if each.row.statuses and each.row.severity is Severity.STRONG
    }
    assert loud == {warning for warning, _, _ in LOUD}


def test_an_ordinary_duldung_gets_no_loud_warning() -> None:
    for code in DULDUNG:
        assert not [each.row.id for each in held(code, CALM).warnings if each.row.severity is Severity.STRONG]


def test_health_alone_does_not_lift_the_special_passport_duty() -> None:
    shown = {each.row.id for each in held("D60b", CALM | {"removal_ban": "60_7_health_only"}).warnings}
    assert "st_60b_ban" not in shown


@pytest.mark.parametrize(("child", "shown"), [("yes", True), ("no", False)])
def test_a_month_s_notice_for_families_and_a_certificate_without_delay(child: str, shown: bool) -> None:
    """§ 60a(5a) and (2c), (2d): no dates follow, so they stand with the status."""
    ids = {
        each.row.id for each in held("D60a_2_1", {"lives_with_minor_unmarried_child": child}, TODAY).warnings
    }
    assert ("st_family_notice" in ids) is shown
    assert "st_medical" in ids
