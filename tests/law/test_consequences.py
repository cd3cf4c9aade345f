"""What follows from each title: the matrix, its dates, and what stays open."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from desktop.rules.consequences import consequences_of
from desktop.rules.tables import Topic
from tests.law.worked_cases import PACK, stated

pytestmark = pytest.mark.law

TODAY = date(2026, 11, 22)
ALL = [norm.id for norm in PACK.norms]
PROTECTED = ["25_1", "25_2_1", "25_2_2"]
LAPSES, STAYS = "on_asylum_application", "not_on_asylum_application"

SETTLED = {
    "status_variant": "own_status",
    "first_permit_of_kind.course": "yes",
    "first_permit_of_kind.residence_12a": "yes",
    "title_total_validity_months": "36",
    "months_since_title_issue": "2",
    "course_registration_prevented": "no",
    "in_school_or_continuing_school": "no",
    "low_integration_need": "no",
    "german_full": "A2",
    "recognition_under_2024_regulation": "yes",
    "pre_2026_or_gap_status_bound": "no",
    "assigned_land": "TH",
    "months_since_12a_start": "2",
    "exemption_12a_applies": "no",
    "lawful_stay_months": "10",
    "asylblg_under_25_5": "yes",
    "months_since_suspension_decision": "8",
    "order_applies_24": "none",
    "order_work": "may_be_allowed",
    "order_because_of_war": "no",
    "declaration_of_commitment_68": "no",
    "ukr_group": "ukr_national",
    "exempt_ukr_state": "running",
    "passport_obtainable": "yes",
    "passport_obligation_met": "yes",
    "ever_held.25_2_2": "no",
    "holds.25_1": "no",
    "holds.25_2_1": "no",
    "holds.23_4": "no",
    "minor_applicant": "no",
}


def values(title: str, topic: Topic, facts: Mapping[str, str] | None = None, on: date = TODAY) -> set[str]:
    """The values of the rows that certainly apply."""
    known = stated(SETTLED | dict(facts or {}))
    rows = [shown for shown in consequences_of(PACK, known, title, on) if shown.row.topic is topic]
    return {shown.row.value for shown in rows if not shown.open}


@pytest.mark.parametrize(
    ("title", "validity", "work", "course", "benefits", "family", "residence", "lapse", "path"),
    [
        ("23_2", {"as_committed"}, "free", "entitlement", {"SGB"}, {"restricted"}, True, LAPSES, "26_4"),
        ("22_1", {"36_months"}, "free", "admission", {"SGB"}, {"restricted"}, True, LAPSES, "26_4"),
        ("22_2", {"36_months"}, "free", "admission", {"SGB"}, {"restricted"}, True, LAPSES, "26_4"),
        ("23_1", {"36_months"}, "permission", "admission", {"SGB"}, {"restricted"}, True, LAPSES, "26_4"),
        ("23_4", {"as_committed"}, "free", "entitlement", {"SGB"}, {"privileged"}, True, LAPSES, "26_3"),
        ("23a", {"36_months"}, "free", "admission", {"SGB"}, {"general"}, False, STAYS, "26_4"),
        ("23a_hint", {"36_months"}, "free", "admission", {"SGB"}, {"general"}, False, STAYS, "26_4"),
        (
            "24",
            {"eu_protection", "continued"},
            "free",
            "admission",
            {"SGB", "check"},
            {"own_regime"},
            True,
            STAYS,
            "26_4_disputed",
        ),
        ("25_1", {"36_months"}, "free", "entitlement", {"SGB"}, {"privileged"}, True, STAYS, "26_3"),
        ("25_2_1", {"36_months"}, "free", "entitlement", {"SGB"}, {"privileged"}, True, STAYS, "26_3"),
        ("25_2_2", {"36_months"}, "free", "entitlement", {"SGB"}, {"suspended"}, True, STAYS, "26_4"),
        ("25_3", {"12_to_36_months"}, "free", "admission", {"SGB"}, {"restricted"}, True, LAPSES, "26_4"),
        (
            "25_4_1",
            {"6_months"},
            "permission",
            "admission",
            {"AsylbLG", "AsylbLG_family"},
            {"none"},
            False,
            LAPSES,
            "26_4_theoretical",
        ),
        ("25_4_2", {"36_months"}, "permission", "admission", {"SGB"}, {"none"}, False, LAPSES, "26_4"),
        ("25_4a_1", {"12_months"}, "permission", "admission", {"SGB"}, {"restricted"}, False, LAPSES, "26_4"),
        ("25_4a_3", {"24_months"}, "permission", "entitlement", {"SGB"}, {"general"}, False, LAPSES, "26_4"),
        ("25_4b_1", {"12_months"}, "permission", "admission", {"SGB"}, {"none"}, False, LAPSES, "26_4"),
        ("25_4b_3", {"12_months"}, "permission", "admission", {"SGB"}, {"none"}, False, LAPSES, "26_4"),
        (
            "25_5",
            {"6_months"},
            "free",
            "admission",
            {"AsylbLG", "AsylbLG_family"},
            {"none"},
            False,
            LAPSES,
            "26_4",
        ),
        (
            "25a_1",
            {"36_months"},
            "free",
            "admission",
            {"SGB"},
            {"restricted", "derived"},
            False,
            STAYS,
            "26_4",
        ),
        *(
            (title, {"36_months"}, "free", "admission", {"SGB"}, {"none"}, False, STAYS, "26_4")
            for title in ("25a_2_parent", "25a_2_sibling", "25a_2_spouse", "25a_2_child")
        ),
        (
            "25b_1",
            {"24_months"},
            "free",
            "entitlement",
            {"SGB"},
            {"restricted", "derived"},
            False,
            STAYS,
            "26_4",
        ),
        ("25b_4", {"24_months"}, "free", "entitlement", {"SGB"}, {"none"}, False, STAYS, "26_4"),
        (
            "25b_6",
            {"24_months"},
            "free",
            "entitlement",
            {"SGB"},
            {"restricted", "derived"},
            False,
            STAYS,
            "26_4",
        ),
        ("104c_holder", {"18_months"}, "free", "admission", {"SGB"}, {"none"}, False, STAYS, "25a_25b"),
        ("26_3_5y", {"unlimited"}, "free", "none", {"SGB"}, {"privileged"}, False, STAYS, "settled"),
        ("26_3_3y", {"unlimited"}, "free", "none", {"SGB"}, {"privileged"}, False, STAYS, "settled"),
        ("26_4", {"unlimited"}, "free", "none", {"SGB"}, {"general"}, False, STAYS, "settled"),
        ("35_hint", {"unlimited"}, "free", "none", {"SGB"}, {"general"}, False, STAYS, "settled"),
    ],
)
def test_matrix_of_consequences(
    title: str,
    validity: set[str],
    work: str,
    course: str,
    benefits: set[str],
    family: set[str],
    residence: bool,
    lapse: str,
    path: str,
) -> None:
    assert values(title, Topic.VALIDITY) == validity
    assert values(title, Topic.WORK) == {work}
    assert course in values(title, Topic.COURSE)
    assert values(title, Topic.BENEFITS) == benefits
    assert values(title, Topic.FAMILY) == family
    assert ("bound" in values(title, Topic.RESIDENCE)) is residence
    assert ("not_bound" in values(title, Topic.RESIDENCE)) is not residence
    assert lapse in values(title, Topic.LAPSE)
    assert path in values(title, Topic.PATH)


@pytest.mark.parametrize("title", ALL)
def test_every_title_says_something_on_every_topic(title: str) -> None:
    shown = {each.row.topic for each in consequences_of(PACK, stated({}), title, TODAY)}
    revoked = {"25_1", "25_2_1", "25_2_2", "25_3", "25_4a_1", "25_4b_1"}
    revoked |= {"26_3_5y", "26_3_3y", "26_4", "35_hint"}
    silent = set() if title in revoked else {Topic.REVOCATION}
    assert shown == set(Topic) - silent - {Topic.TIME}  # what counts is said of a Duldung, see test_statuses


@pytest.mark.parametrize(
    ("lawful", "expected"),
    [("10", "6_months"), ("17 m 29 d", "6_months"), ("18", "36_months"), ("19", "36_months")],
)
def test_six_months_until_eighteen_months_of_lawful_stay(lawful: str, expected: str) -> None:
    """Boundary case 15: AsylbLG before and after."""
    assert values("25_4_1", Topic.VALIDITY, {"lawful_stay_months": lawful}) == {expected}
    assert "AsylbLG" in values("25_4_1", Topic.BENEFITS, {"lawful_stay_months": lawful})
    assert values("25_4_2", Topic.VALIDITY, {"lawful_stay_months": lawful}) == {"36_months"}
    assert values("25_5", Topic.VALIDITY, {"lawful_stay_months": lawful}) == {expected}


def test_the_benefits_of_25_5_follow_the_decision_to_suspend() -> None:
    """Boundary case 16: AsylbLG to the end of the month in which it becomes eighteen months old."""
    early = {"AsylbLG", "AsylbLG_family"}
    full = {"months_since_suspension_decision": "18"}
    assert values("25_5", Topic.BENEFITS) == early
    assert values("25_5", Topic.BENEFITS, full) == early | {"change_at_end_of_month"}
    assert values("25_5", Topic.BENEFITS, full | {"asylblg_under_25_5": "no"}) == {"SGB"}
    unasked = {"asylblg_under_25_5": "unknown", "months_since_suspension_decision": "unknown"}
    assert values("25_5", Topic.BENEFITS, unasked) == set()


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2024, 2, 26), {"12_months"}),
        (date(2024, 2, 27), {"36_months"}),
        (date(2024, 2, 28), {"36_months"}),
    ],
)
def test_subsidiary_protection_lasts_three_years_since_2024(on: date, expected: set[str]) -> None:
    assert values("25_2_2", Topic.VALIDITY, on=on) == expected


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2027, 7, 23), {"suspended"}),
        (date(2027, 7, 24), {"quota"}),
        (date(2027, 7, 25), {"quota"}),
    ],
)
def test_reunification_is_suspended_through_23_july_2027(on: date, expected: set[str]) -> None:
    """Boundary case 13: never shown as available, never silently unaffected."""
    assert values("25_2_2", Topic.FAMILY, on=on) == expected


def test_the_disputed_wording_of_the_suspension_is_told() -> None:
    (row,) = (
        each.row
        for each in consequences_of(PACK, stated(SETTLED), "25_2_2", TODAY)
        if each.row.topic is Topic.FAMILY
    )
    assert "Wortlaut" in row.text.de
    assert "wording" in row.text.en
    assert "Dreimonatsfrist gibt es hier nicht" in row.text.de


@pytest.mark.parametrize(
    ("on", "shown"),
    [
        (date(2026, 2, 8), False),
        (date(2026, 2, 9), True),
        (date(2026, 2, 10), True),
        (date(2026, 12, 31), True),
        (date(2027, 1, 1), False),
    ],
)
def test_the_stop_of_course_admissions_is_practice_and_dated(on: date, shown: bool) -> None:
    rows = {each.row.id: each.row for each in consequences_of(PACK, stated({}), "25_3", on)}
    assert ("course_stop_2026" in rows) is shown
    assert "course_admission" in rows
    assert ("course_after_2026" in rows) is (on.year > 2026)
    if shown:
        assert rows["course_stop_2026"].layer == "practice"
        assert rows["course_admission"].layer == "law"


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, {"entitlement"}),
        ({"months_since_title_issue": "12"}, {"entitlement"}),
        ({"months_since_title_issue": "12 m 1 d"}, {"admission", "stopped"}),
        ({"months_since_title_issue": "20", "course_registration_prevented": "yes"}, {"entitlement"}),
        ({"german_full": "B1"}, {"orientation"}),
        ({"in_school_or_continuing_school": "yes"}, set()),
        ({"low_integration_need": "yes"}, set()),
        ({"first_permit_of_kind.course": "no"}, set()),
    ],
)
def test_course_entitlement(facts: dict[str, str], expected: set[str]) -> None:
    assert values("25_2_1", Topic.COURSE, facts) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, True),
        ({"assigned_land": "unknown"}, False),
        ({"exemption_12a_applies": "yes"}, False),
        ({"months_since_12a_start": "36"}, True),
        ({"months_since_12a_start": "36 m 1 d"}, False),
        ({"first_permit_of_kind.residence_12a": "no"}, False),
    ],
)
def test_residence_duty_of_section_12a(facts: dict[str, str], expected: bool) -> None:
    assert ("bound" in values("25_3", Topic.RESIDENCE, facts)) is expected


@pytest.mark.parametrize("title", PROTECTED)
def test_older_recognitions_and_art_23_family_leave_the_residence_duty_open(title: str) -> None:
    facts = SETTLED | {"recognition_under_2024_regulation": "no", "pre_2026_or_gap_status_bound": "unknown"}
    shown = {
        each.row.value: each.open
        for each in consequences_of(PACK, stated(facts), title, TODAY)
        if each.row.topic is Topic.RESIDENCE
    }
    assert shown["open"] is True
    assert "bound" not in shown
    assert "not_bound" not in shown


@pytest.mark.parametrize("title", PROTECTED)
def test_family_under_article_23_gets_no_certain_promise(title: str) -> None:
    """Boundary case 23: both readings of the validity are shown."""
    variant = {"status_variant": "art23_family"}
    assert values(title, Topic.VALIDITY, variant) == {"36_months", "disputed"}
    assert "refugee_document" not in values(title, Topic.TRAVEL, variant)
    assert "disputed" in values(title, Topic.TRAVEL, variant)
    if title != "25_2_2":
        assert "abroad_protected" not in values(title, Topic.LAPSE, variant)
        assert "disputed" in values(title, Topic.FAMILY, variant)


@pytest.mark.parametrize(("minor", "shown"), [("yes", True), ("no", False)])
def test_the_title_of_a_minor_protects_the_family(minor: str, shown: bool) -> None:
    """§ 60a(2b)."""
    assert ("removal_suspended" in values("25a_1", Topic.FAMILY, {"minor_applicant": minor})) is shown


@pytest.mark.parametrize(
    ("on", "shown"), [(date(2026, 7, 28), False), (date(2026, 7, 29), True), (date(2026, 7, 30), True)]
)
def test_a_title_derived_from_a_recognised_child_can_lapse(on: date, shown: bool) -> None:
    """§ 51(1) no. 9."""
    assert ("paternity_consent" in values("25a_2_parent", Topic.LAPSE, on=on)) is shown
    assert "paternity_consent" not in values("25a_2_spouse", Topic.LAPSE, on=on)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2026, 12, 31), {"admission", "stopped"}),
        (date(2027, 1, 1), {"admission", "open"}),
        (date(2027, 1, 2), {"admission", "open"}),
    ],
)
def test_no_course_entitlement_for_young_people(on: date, expected: set[str]) -> None:
    """Boundary case 22: no entitlement; admission stopped in 2026, obligation or self-payer remain."""
    assert values("25a_1", Topic.COURSE, on=on) == expected
    rows = {each.row.id: each.row for each in consequences_of(PACK, stated(SETTLED), "25a_1", on)}
    assert "Kein Anspruch" in rows["course_admission"].text.de
    if on.year == 2026:
        assert "Selbstzahlung" in rows["course_stop_2026"].text.de


def test_refugee_document_only_with_own_status() -> None:
    assert "refugee_document" in values("25_2_1", Topic.TRAVEL)
    assert values("25_2_2", Topic.TRAVEL) == {"national_passport"}
    assert "travel_document_foreigners" in values("25_2_2", Topic.TRAVEL, {"passport_obtainable": "no"})


def test_an_order_that_refers_to_section_24_is_told() -> None:
    assert "section_24" not in values("23_2", Topic.RESIDENCE)
    for word in ("partly", "fully"):
        assert "section_24" in values("23_2", Topic.RESIDENCE, {"order_applies_24": word})
