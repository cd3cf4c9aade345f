"""The table of what follows from each title, and what the service says about a person who holds it.

One line for each title: validity at the grant and at each extension, work, integration course, benefits,
family reunification, residence duty of § 12a (given an assignment), effect of an application, what an asylum
application does to the title, and the way on. Every cell is compared with the rows that certainly apply to a
case; rows of practice stand apart from the law.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import pytest

from desktop.cases.applications import DecisionKind
from desktop.cases.casefile import CaseFile
from desktop.rules.tables import Topic
from desktop.services import assessment
from desktop.services.reference import Reference
from tests.law.making import client, status
from tests.law.worked_cases import PACK

pytestmark = pytest.mark.law

ON = date(2026, 11, 22)
REFERENCE = Reference(PACK, {})
FREE, PERMISSION = "free", "permission"
ENTITLED, ADMISSION, NO_COURSE = "entitlement", "admission", "none"
SGB, ASYLBLG = "SGB", "AsylbLG"
PRIVILEGED, RESTRICTED, EXCLUDED, GENERAL, SUSPENDED, OWN = (
    "privileged",
    "restricted",
    "none",
    "general",
    "suspended",
    "own_regime",
)
BOUND, NOT_BOUND, OPEN = "bound", "not_bound", "open"
LAPSES, STAYS = "on_asylum_application", "not_on_asylum_application"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table."""

    validity: str
    work: str
    course: str
    benefits: str
    family: str
    residence: str
    fiction: str
    lapse: str
    path: str


MATRIX = {
    "22_1": Line("36_months", FREE, ADMISSION, SGB, RESTRICTED, BOUND, "F81_4", LAPSES, "26_4"),
    "22_2": Line("36_months", FREE, ADMISSION, SGB, RESTRICTED, BOUND, "F81_4", LAPSES, "26_4"),
    "23_1": Line("36_months", PERMISSION, ADMISSION, SGB, RESTRICTED, BOUND, "if_lawful", LAPSES, "26_4"),
    "23_2": Line("as_committed", FREE, ENTITLED, SGB, RESTRICTED, BOUND, "F81_4", LAPSES, "26_4"),
    "23_4": Line("as_committed", FREE, ENTITLED, SGB, PRIVILEGED, BOUND, "F81_4", LAPSES, "26_3"),
    "23a": Line("36_months", FREE, ADMISSION, SGB, GENERAL, NOT_BOUND, "none", STAYS, "26_4"),
    "23a_hint": Line("36_months", FREE, ADMISSION, SGB, GENERAL, NOT_BOUND, "none", STAYS, "26_4"),
    "24": Line("eu_protection", FREE, ADMISSION, SGB, OWN, BOUND, "F81_4", STAYS, "26_4_disputed"),
    "25_1": Line("36_months", FREE, ENTITLED, SGB, PRIVILEGED, OPEN, "F25_1_3", STAYS, "26_3"),
    "25_2_1": Line("36_months", FREE, ENTITLED, SGB, PRIVILEGED, BOUND, "F25_1_3", STAYS, "26_3"),
    "25_2_2": Line("36_months", FREE, ENTITLED, SGB, SUSPENDED, BOUND, "F25_1_3", STAYS, "26_4"),
    "25_3": Line("12_to_36_months", FREE, ADMISSION, SGB, RESTRICTED, BOUND, "none", LAPSES, "26_4"),
    "25_4_1": Line(
        "6_months",
        PERMISSION,
        ADMISSION,
        ASYLBLG,
        EXCLUDED,
        NOT_BOUND,
        "if_lawful",
        LAPSES,
        "26_4_theoretical",
    ),
    "25_4_2": Line("36_months", PERMISSION, ADMISSION, SGB, EXCLUDED, NOT_BOUND, "F81_4", LAPSES, "26_4"),
    "25_4a_1": Line("12_months", PERMISSION, ADMISSION, SGB, RESTRICTED, NOT_BOUND, "none", LAPSES, "26_4"),
    "25_4a_3": Line("24_months", PERMISSION, ENTITLED, SGB, GENERAL, NOT_BOUND, "F81_4", LAPSES, "26_4"),
    "25_4b_1": Line("12_months", PERMISSION, ADMISSION, SGB, EXCLUDED, NOT_BOUND, "none", LAPSES, "26_4"),
    "25_4b_3": Line("12_months", PERMISSION, ADMISSION, SGB, EXCLUDED, NOT_BOUND, "F81_4", LAPSES, "26_4"),
    "25_5": Line("6_months", FREE, ADMISSION, ASYLBLG, EXCLUDED, NOT_BOUND, "none", LAPSES, "26_4"),
    "25a_1": Line(
        "36_months", FREE, ADMISSION, SGB, RESTRICTED, NOT_BOUND, "none_from_duldung", STAYS, "26_4"
    ),
    "25a_2_parent": Line(
        "36_months", FREE, ADMISSION, SGB, EXCLUDED, NOT_BOUND, "none_from_duldung", STAYS, "26_4"
    ),
    "25a_2_sibling": Line(
        "36_months", FREE, ADMISSION, SGB, EXCLUDED, NOT_BOUND, "none_from_duldung", STAYS, "26_4"
    ),
    "25a_2_spouse": Line(
        "36_months", FREE, ADMISSION, SGB, EXCLUDED, NOT_BOUND, "none_from_duldung", STAYS, "26_4"
    ),
    "25a_2_child": Line(
        "36_months", FREE, ADMISSION, SGB, EXCLUDED, NOT_BOUND, "none_from_duldung", STAYS, "26_4"
    ),
    "25b_1": Line(
        "24_months", FREE, ENTITLED, SGB, RESTRICTED, NOT_BOUND, "none_from_duldung", STAYS, "26_4"
    ),
    "25b_6": Line(
        "24_months", FREE, ENTITLED, SGB, RESTRICTED, NOT_BOUND, "none_from_duldung", STAYS, "26_4"
    ),
    "25b_4": Line("24_months", FREE, ENTITLED, SGB, EXCLUDED, NOT_BOUND, "none_from_duldung", STAYS, "26_4"),
    "104c_holder": Line(
        "18_months", FREE, ADMISSION, SGB, EXCLUDED, NOT_BOUND, "only_25a_25b", STAYS, "25a_25b"
    ),
    "26_3_5y": Line("unlimited", FREE, NO_COURSE, SGB, PRIVILEGED, NOT_BOUND, "F81_4", STAYS, "settled"),
    "26_3_3y": Line("unlimited", FREE, NO_COURSE, SGB, PRIVILEGED, NOT_BOUND, "F81_4", STAYS, "settled"),
    "26_4": Line("unlimited", FREE, NO_COURSE, SGB, GENERAL, NOT_BOUND, "F81_4", STAYS, "settled"),
    "35_hint": Line("unlimited", FREE, NO_COURSE, SGB, GENERAL, NOT_BOUND, "F81_4", STAYS, "settled"),
}
HERE = [norm.id for norm in PACK.norms]
ADMITTED_ONLY = [title for title in HERE if MATRIX[title].course == ADMISSION]
PRESENT = ("22_1", "22_2", "23_1", "23_2", "23_4", "24", "25_1", "25_2_1", "25_2_2", "25_3")
"""Titles with a residence duty, or where it is open."""

SETTLED: dict[str, Any] = {
    "assigned_land": "TH",
    "exemptions_12a": "none",
    "language_proofs": [{"level": "A2", "skill": "full"}],
    "education_periods": "none",
    "course_registration_prevented": "no",
    "passport_obtainable": "yes",
    "family_reunion_application_on": "none",
    "sponsor_notice_on": "none",
    "order_work": "may_be_allowed",
    "order_because_of_war": "no",
    "declaration_of_commitment_68": "no",
    "order_applies_24": "none",
    "ukr_group": "none",
    "suspension_decided_on": "2026-03-01",
}
JUDGED = {
    "low_integration_need": "no",
    "family_life_elsewhere_impossible": "no",
    "pre_2026_or_gap_status_bound": "yes",
}
STATUS = {
    "25_1": "art16a",
    "25_2_1": "refugee",
    "25_2_2": "subsidiary",
    "26_3_5y": "refugee",
    "26_3_3y": "refugee",
}


def holder(title: str) -> CaseFile:
    """A person who has held the title for two months, and nothing before."""
    known = {name: value for name, value in SETTLED.items() if name in PACK.vocabulary}
    outcome = STATUS.get(title)
    if outcome is not None:
        procedure = {
            "kind": "first",
            "filed_on": "2026-06-15",
            "decided_on": "2026-09-01",
            "final_on": "2026-09-20",
        }
        known["asylum_procedures"] = [procedure | {"outcome": outcome}]
    until = {"25_4_1": "2027-03-22", "25_5": "2027-03-22", "104c_holder": "2027-06-30"}.get(
        title, "2029-09-22"
    )
    held = title.removesuffix("_hint")
    code = {"35": "title:26_4"}.get(held, f"title:{held}")
    known["status_periods"] = [status(code, "2026-09-22", until, issued_by="abh")]
    return client({name: value for name, value in JUDGED.items() if name in PACK.judgements}, **known)


@cache
def rows(title: str, on: date = ON) -> tuple[tuple[Topic, str, str, bool], ...]:
    """Topic, value, layer and whether it is open, of everything the service shows for the holder."""
    kind = PACK.norm(title).decision(DecisionKind.EXTENSION)
    (found,) = assessment.assess(REFERENCE, holder(title), on, title=title, decision=kind).titles
    return tuple((each.row.topic, each.row.value, each.row.layer, each.open) for each in found.consequences)


def certain(title: str, topic: Topic, layer: str = "law", on: date = ON) -> set[str]:
    return {
        value for at, value, of, is_open in rows(title, on) if at is topic and of == layer and not is_open
    }


def test_the_table_has_a_line_for_every_title_and_the_pack_a_norm_for_every_line() -> None:
    assert set(HERE) == set(MATRIX)


@pytest.mark.parametrize("title", HERE)
@pytest.mark.parametrize(
    ("topic", "cell", "others"),
    [
        (Topic.VALIDITY, "validity", {"eu_protection"}),
        (Topic.WORK, "work", {FREE, PERMISSION, "forbidden"}),
        (Topic.COURSE, "course", {ENTITLED, ADMISSION, NO_COURSE, "orientation"}),
        (Topic.BENEFITS, "benefits", {SGB, ASYLBLG}),
        (Topic.FAMILY, "family", {PRIVILEGED, RESTRICTED, EXCLUDED, GENERAL, SUSPENDED, OWN, "quota"}),
        (Topic.RESIDENCE, "residence", {BOUND, NOT_BOUND, OPEN}),
        (Topic.LAPSE, "lapse", {LAPSES, STAYS}),
        (Topic.PATH, "path", {"26_3", "26_4", "26_4_theoretical", "26_4_disputed", "25a_25b", "settled"}),
    ],
)
def test_each_cell_is_what_the_service_says(title: str, topic: Topic, cell: str, others: set[str]) -> None:
    expected = getattr(MATRIX[title], cell)
    said = certain(title, topic)
    assert expected in said, said
    if topic is Topic.VALIDITY:
        lengths = {value for value in said if value.endswith("_months")} - {expected}
        assert not lengths
    else:
        assert not (said & others) - {expected}, said


@pytest.mark.parametrize("title", HERE)
def test_what_an_application_does_for_the_stay(title: str) -> None:
    assert MATRIX[title].fiction in certain(title, Topic.FICTION)


@pytest.mark.parametrize("title", ADMITTED_ONLY)
def test_law_and_the_stop_of_2026_are_two_layers(title: str) -> None:
    """By law admission to free places is possible; in practice nobody is admitted in the budget year 2026."""
    assert ADMISSION in certain(title, Topic.COURSE)
    assert "stopped" not in certain(title, Topic.COURSE)
    assert "stopped" in certain(title, Topic.COURSE, "practice")
    assert "stopped" in certain(title, Topic.COURSE, "practice", date(2026, 12, 31))
    assert "stopped" not in certain(title, Topic.COURSE, "practice", date(2027, 1, 1))


def test_no_title_with_an_entitlement_to_the_course_speaks_of_the_stop() -> None:
    for title in HERE:
        if title not in ADMITTED_ONLY:
            assert "stopped" not in certain(title, Topic.COURSE, "practice"), title


@pytest.mark.parametrize("title", [title for title in HERE if title in PRESENT])
def test_titles_with_a_residence_duty_tell_its_exceptions_and_its_end(title: str) -> None:
    said = {value for at, value, _, _ in rows(title) if at is Topic.RESIDENCE}
    assert {"family_bound", "place", "lifting"} <= said
    assert certain(title, Topic.RESIDENCE, on=date(2029, 11, 1)) & {"over"}


def test_subsidiary_protection_at_the_end_of_the_suspension() -> None:
    for on, expected in (
        (date(2027, 7, 22), "suspended"),
        (date(2027, 7, 23), "suspended"),
        (date(2027, 7, 24), "quota"),
    ):
        assert expected in certain("25_2_2", Topic.FAMILY, on=on)


def test_the_way_to_the_long_term_residence_permit_of_the_union() -> None:
    """§ 9a(3) no. 1: § 23(2) and recognised beneficiaries of international protection only."""
    way = {title: {each for each in certain(title, Topic.PATH) if each.startswith("eu_")} for title in HERE}
    assert {title for title, found in way.items() if "eu_long_term" in found} == {"23_2", "25_2_1", "25_2_2"}
    assert {title for title, found in way.items() if "eu_long_term_open" in found} == {"25_1"}
