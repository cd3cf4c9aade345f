"""Points of law that are not settled: from a Duldung to § 104c, §§ 25a, 25b, 25 Abs. 5 and on from there."""

from __future__ import annotations

from typing import Any

import pytest

from tests.law.making import EXTENSION, client, status
from tests.law.test_boundaries_25a import young
from tests.law.test_employment_duldung import FAMILY, at_work
from tests.law.test_settlement import settled
from tests.law.unsettled import HELD_104C, Told, decides, shows, stuck

pytestmark = pytest.mark.law


# 5


@pytest.mark.parametrize(
    ("filed", "expected"),
    [("2025-12-30", "needs_assessment"), ("2025-12-31", "not_available"), ("2026-01-01", "not_available")],
)
def test_05_old_applications_for_104c(filed: str, expected: str) -> None:
    filing = [{"title_id": "104c_holder", "decision_kind": "grant", "filed_on": filed}]
    told = Told("104c_holder", client(status_periods=[status("D60a_2_1", "2016-01-01")], applications=filing))
    assert told.verdict == expected
    if expected == "needs_assessment":
        decides(told, expected, "old_application_open", "ist umstritten", "is disputed")


def test_05_another_title_while_104c_runs() -> None:
    banned = client(status_periods=HELD_104C, removal_ban_source="abh", removal_ban_kind="60_5")
    long_ago = [
        status("title:25_5", "2018-01-01", "2025-11-01"),
        status("title:104c_holder", "2025-11-01", "2027-05-01"),
    ]
    for title, case in (("25_3", banned), ("26_4", settled(status_periods=long_ago))):
        told = Told(title, case)
        decides(told, "needs_assessment", "during_104c", "ist ungeklärt", "is unsettled")
        assert told.rows()["104c_other_application"] is False


def test_05_a_settlement_permit_without_104c_is_discretion() -> None:
    assert Told(
        "26_4", settled(status_periods=[status("title:25_5", "2018-01-01", "2027-11-01")])
    ).verdict == ("discretion_open")


@pytest.mark.parametrize(
    ("title", "row"), [("25b_1", "104c_conditions_when"), ("25a_1", "104c_conditions_when_25a")]
)
def test_05_when_the_conditions_must_be_met(title: str, row: str) -> None:
    case = client(status_periods=HELD_104C) if title == "25b_1" else young(status_periods=HELD_104C)
    told = Told(title, case, kind=EXTENSION)
    assert told.verdict == "should_be_granted"
    shows(told, row, "ist umstritten", "is disputed")


# 6


@pytest.mark.parametrize(
    ("periods", "leaf", "de", "en"),
    [
        ([status("D_material", "2022-01-01")],
         "tolerated_12_months", "Ob das genügt, ist nicht geklärt", "Whether that suffices is not settled"),
        ([status("gestattung", "2022-01-01", "2025-01-01"), status("F81_3_2", "2025-01-01")],
         "tolerated_12_months", "Ob das Besitz einer Duldung ist", "possession of a Duldung is not settled"),
        ([status("D60a_2_1", "2022-01-01", "2025-09-15"), status("D60b", "2025-09-15", "2026-09-15"),
          status("D60a_2_1", "2026-09-15")],
         "tolerated_12_months", "Ob die Zeit davor zählt, ist umstritten", "is disputed"),
    ],
)  # fmt: skip
def test_06_twelve_months_of_duldung(periods: list[dict[str, Any]], leaf: str, de: str, en: str) -> None:
    decides(Told("25a_1", young(status_periods=periods)), "needs_assessment", leaf, de, en)


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        ("2012-11-23", "needs_assessment"),
        ("2012-11-22", "should_be_granted"),
        ("2012-11-21", "should_be_granted"),
    ],
)
def test_06_the_youngest_age_is_no_number_of_the_statute(born: str, expected: str) -> None:
    told = Told("25a_1", young(birth_date=born))
    assert told.verdict == expected
    if expected == "needs_assessment":
        decides(told, expected, "old_enough", "Das Gesetz nennt keine Zahl", "The statute names no number")


# 7


@pytest.mark.parametrize(
    ("again", "expected"), [("2023-03-08", "should_be_granted"), ("2023-03-09", "needs_assessment")]
)
def test_07_gaps(again: str, expected: str) -> None:
    told = Told(
        "25b_1",
        client(status_periods=[status("D60a_2_1", "2019-01-01", "2023-03-01"), status("D60a_2_1", again)]),
    )
    assert told.verdict == expected
    if expected == "needs_assessment":
        decides(told, expected, "stay_single", "muss im Einzelfall begründet werden", "has to be argued")


@pytest.mark.parametrize("title", ["23a", "25_3", "25_4a_1", "25_5", "25a_1", "25b_4"])
def test_07_holders_of_other_permits(title: str) -> None:
    held = [status(f"title:{title}", "2018-01-01", "2027-06-01", issued_by="abh")]
    told = Told("25b_1", client(status_periods=held))
    decides(told, "needs_assessment", f"other_{title}", "vom Wortlaut nicht erfasst", "outside the wording")
    assert told.rows()["other_permit_25b"] is False


def test_07_a_claim_without_a_paper() -> None:
    told = Told("25b_1", client(status_periods=[status("D_material", "2018-01-01")]))
    decides(
        told,
        "needs_assessment",
        "tolerated_now",
        "zuerst die Duldung bescheinigen lassen",
        "have the Duldung certified",
    )


# 8


def test_08_roots_are_a_judgement() -> None:
    told = Told("25_5", stuck({"departure_impossible": "unknown"}))
    decides(told, "needs_assessment", "impossible", "wie weit, ist umstritten", "how far is disputed")


def test_08_fault_is_a_judgement() -> None:
    statement = [{"from": "2023-01-01", "intentional": "no"}]
    told = Told("25_5", stuck(false_statements=statement))
    assert told.verdict == "needs_assessment"
    assert "fault" in {getattr(each.node, "id", "") for each in told.result().reasons()}


def test_08_months_under_60b_are_never_certain() -> None:
    told = Told("25_5", stuck(status_periods=[status("D60b", "2023-01-01")]))
    assert told.verdict == "discretion_open"
    shows(told, "60b_in_25_5", "ist offen", "is open")


# 16


@pytest.mark.parametrize(
    ("facts", "leaf"),
    [
        ({"fdgo_declaration_on": "none"}, "fdgo_declaration"),
        ({"civic_proof": {"type": "none"}}, "civic_knowledge"),
    ],
)
def test_16_signs_of_integration_after_the_duldung_for_employment(facts: dict[str, Any], leaf: str) -> None:
    told = Told("25b_6", at_work(**facts))
    assert told.verdict == "needs_assessment"
    assert leaf in {getattr(each.node, "id", "") for each in told.result().reasons()}
    if leaf == "fdgo_declaration":
        decides(
            told,
            "needs_assessment",
            leaf,
            "ist offen; es steht deshalb nie hart entgegen",
            "is open; so it never stands hard",
        )


def test_16_own_thirty_months_of_the_family() -> None:
    case = client(
        {"anchor_meets_25b_6": "yes"},
        status_periods=[status("D60d", "2026-05-22")],
        employment_periods="none",
        family_members=FAMILY,
    )
    told = Told("25b_6", case)
    decides(
        told,
        "needs_assessment",
        "family_time_accepted",
        "Der Wortlaut lässt offen",
        "The wording leaves open",
    )
    shows(told, "60d_family_reading", "ist offen", "it is open")
