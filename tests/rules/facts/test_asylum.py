"""Pending, rejected, recognised: what asylum procedures mean."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desktop.cases.applications import DecisionKind
from desktop.cases.decisions import AsylumProcedure
from desktop.cases.periods import PartialDate
from desktop.cases.shapes import Never
from tests.rules.facts.making import absence, asylum, case, fact, noted


def of(
    name: str, *procedures: AsylumProcedure, on: str = "2026-11-22", title_id: str = "25b_1", **facts: Any
):
    return fact(name, case(asylum_procedures=procedures, **facts), on, title_id=title_id)


FACTS = (
    "asylum_pending qualified_rejection protection_status status_variant anchor_status recognition_final_on "
    "recognition_under_2024_regulation removal_ban"
).split()


@pytest.mark.parametrize("name", FACTS)
def test_unasked_is_unknown(name: str):
    found = fact(name, case())
    assert found.value is None
    assert found.ask == ("asylum_procedures",)


def test_no_procedure_at_all():
    assert of("asylum_pending").value is False
    assert of("qualified_rejection").value is False
    assert of("protection_status").value == "none"
    assert of("status_variant").value == "none"
    assert of("anchor_status").value == "none"
    assert of("recognition_final_on").value is Never.NONE
    assert of("recognition_under_2024_regulation").value is False
    assert of("removal_ban", removal_ban_source="none").value == "none"


# Pending


@pytest.mark.parametrize(
    ("on", "pending"), [("2026-10-04", False), ("2026-10-05", True), ("2026-11-22", True)]
)
def test_pending_from_the_day_of_filing(on: str, pending: bool):
    assert of("asylum_pending", asylum(filed_on="2026-10-05"), on=on).value is pending


@pytest.mark.parametrize(
    ("on", "pending"), [("2026-05-19", True), ("2026-05-20", False), ("2026-05-21", False)]
)
def test_pending_until_the_decision_is_final(on: str, pending: bool):
    decided = asylum("rejected", decided="2026-02-01", final="2026-05-20")
    assert of("asylum_pending", decided, on=on).value is pending


def test_decided_but_since_when_for_good_is_not_recorded():
    found = of("asylum_pending", asylum("rejected", decided="2026-02-01"))
    assert found.value is None
    assert "final_day_missing" in noted(found)
    assert of("asylum_pending", asylum("rejected", final="2026-11")).value is None


def test_one_pending_procedure_is_enough():
    assert (
        of("asylum_pending", asylum("rejected", final="2022-01-01"), asylum(filed_on="2026-10-05")).value
        is True
    )


def test_a_subsequent_application_that_led_to_nothing_new():
    found = of(
        "asylum_pending", asylum(kind="subsequent", filed_on="2026-10-05", procedure_carried_out=False)
    )
    assert found.disputed
    assert of("asylum_pending", asylum(kind="subsequent", filed_on="2026-10-05")).value is True


# Rejected as manifestly unfounded


def rejected(
    ground: str, decided: str, filed_on: str | None = "2021-01-15", final: str | None = "2026-10-01"
):
    return asylum("rejected_mu", filed_on, decided, final, mu_ground=ground)


@pytest.mark.parametrize(
    ("ground", "decided", "filed_on", "expected"),
    [
        ("3", "2024-02-27", "2021-01-15", True),
        ("6", "2024-02-27", "2021-01-15", True),
        ("7", "2024-02-27", "2021-01-15", False),
        ("Nr. 3", "2024-02-27", "2021-01-15", True),
        ("other", "2024-02-27", "2021-01-15", False),
        ("3", "2024-02-28", "2021-01-15", "disputed"),
        ("7", "2026-06-11", "2026-06-01", "disputed"),
        ("1", "2025-03-01", "2021-01-15", False),
        ("7", "2026-08-01", "2026-06-11", "disputed"),
        ("1c", "2026-08-01", "2026-06-12", True),
        ("d", "2026-08-01", "2026-06-12", True),
        ("3b", "2026-08-01", "2026-06-12", True),
        ("1a", "2026-08-01", "2026-06-12", False),
        ("", "2025-03-01", "2021-01-15", None),
        ("§ 30 Abs. 3 Nr. 2", "2024-01-01", "2021-01-15", None),
        ("3", "2024-02", "2021-01-15", None),
        ("6", "2024", "2021-01-15", None),
        ("2", "2024-02", "2021-01-15", None),
        ("other", "2024-02", "2021-01-15", False),
    ],
)
def test_three_regimes(ground: str, decided: str, filed_on: str, expected: bool | str | None):
    found = of("qualified_rejection", rejected(ground, decided, filed_on))
    assert ("disputed" if found.disputed else found.value) == expected


def test_a_rejection_that_is_not_final_bars_nothing_yet():
    assert of("qualified_rejection", rejected("3", "2024-01-01", final="2026-11-23")).value is False
    assert of("qualified_rejection", rejected("3", "2024-01-01", final=None)).value is None
    assert of("qualified_rejection", asylum("rejected", final="2022-01-01")).value is False


def test_at_the_settlement_permit_every_hit_is_disputed():
    found = of("qualified_rejection", rejected("3", "2024-01-01"), title_id="26_4")
    assert found.disputed
    assert "derogation_at_settlement" in noted(found)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2023-12-31", "2024-01-20", True),  # left before the decision: overlaps it only
        ("2024-01-01", "2024-01-20", "disputed"),
        ("2025-05-01", None, "disputed"),
        ("2023-12", "2024-03-01", True),
        ("2024-01", "2024-03-01", "disputed"),
        ("2024", None, "disputed"),  # it may have been after the decision
        ("2026-11-22", None, "disputed"),
        ("2026-11-23", None, True),  # not gone yet
    ],
)
def test_the_bar_holds_before_departure_only(start: str, end: str | None, expected: bool | str):
    gone = (absence(start, end),)
    found = of("qualified_rejection", rejected("3", "2024-01-01"), absence_periods=gone)
    assert ("disputed" if found.disputed else found.value) == expected
    assert ("left_after_rejection" in noted(found)) is found.disputed


def test_departure_changes_nothing_about_other_rejections():
    gone = (absence("2025-05-01"),)
    assert of("qualified_rejection", rejected("7", "2024-01-01"), absence_periods=gone).value is False
    between = of("qualified_rejection", rejected("3", "2025-01-01"), absence_periods=gone)
    assert between.disputed
    later = rejected("3", "2024-01-01"), rejected("3", "2024-02-01", final="2026-10-01")
    left = (absence("2024-01-10", "2024-01-20"),)
    assert of("qualified_rejection", *later, absence_periods=left).value is True  # the second one still bars


def test_no_time_abroad_and_time_abroad_not_asked_leave_the_bar():
    assert of("qualified_rejection", rejected("3", "2024-01-01"), absence_periods=()).value is True
    assert of("qualified_rejection", rejected("3", "2024-01-01")).value is True


# Recognised


@pytest.mark.parametrize("outcome", ["art16a", "refugee", "subsidiary", "family_art23"])
def test_protection_counts_from_the_decision(outcome: str):
    decided = asylum(outcome, decided="2026-09-01", final="2026-12-01")
    assert of("protection_status", decided, on="2026-08-31").value == "none"
    assert of("protection_status", decided, on="2026-09-01").value == outcome


def test_the_best_protection_counts():
    first, second = asylum("subsidiary", final="2022-01-01"), asylum("refugee", final="2024-01-01")
    assert of("protection_status", first, second).value == "refugee"
    assert of("protection_status", second, first).value == "refugee"


def test_a_decision_known_by_month():
    assert of("protection_status", asylum("refugee", decided="2026-11")).value is None
    assert of("protection_status", asylum("rejected", decided="2026-11")).value == "none"
    assert of("protection_status", asylum("refugee")).value == "refugee"


def test_own_status_or_family_right():
    assert of("status_variant", asylum("refugee", decided="2026-09-01")).value == "own_status"
    family = asylum("family_art23", decided="2026-09-01", anchor_status="refugee")
    assert of("status_variant", family).value == "art23_family"
    assert of("anchor_status", family).value == "refugee"
    assert of("anchor_status", asylum("family_art23", decided="2026-09-01")).value is None
    assert of("status_variant", asylum("refugee", decided="2026-09-01", own_status=False)).value is None


def test_the_final_day():
    assert of(
        "recognition_final_on", asylum("refugee", decided="2026-09-01", final="2026-09-15")
    ).value == date(2026, 9, 15)
    assert of("recognition_final_on", asylum("refugee", decided="2026-09-01")).value is None
    by_month = of("recognition_final_on", asylum("refugee", decided="2026-08-01", final="2026-09"))
    assert by_month.value == PartialDate.parse("2026-09")


@pytest.mark.parametrize(
    ("outcome", "filed_on", "expected"),
    [
        ("refugee", "2026-06-11", False),
        ("refugee", "2026-06-12", True),
        ("subsidiary", "2026-07-01", True),
        ("art16a", "2026-07-01", False),
        ("family_art23", "2026-07-01", False),
        ("refugee", "2026-06", None),
        ("refugee", None, None),
    ],
)
def test_recognitions_under_the_new_regulation(outcome: str, filed_on: str | None, expected: bool | None):
    found = of("recognition_under_2024_regulation", asylum(outcome, filed_on, "2026-09-01"))
    assert found.value is expected


# Bans on removal


def test_bans_on_removal():
    assert of("removal_ban", asylum("ban_60_5", decided="2026-01-01")).value == "60_5"
    assert of("removal_ban", asylum("ban_60_7", decided="2026-01-01")).value == "60_7"
    assert (
        of("removal_ban", asylum("ban_60_7", decided="2026-01-01", health_only=True)).value
        == "60_7_health_only"
    )
    assert of("removal_ban", asylum("ban_60_5", decided="2026-11-23")).value == "none"
    assert of("removal_ban", asylum("ban_60_5", decided="2026-11")).value is None
    assert of("removal_ban", asylum("rejected", final="2022-01-01")).value == "none"


def test_a_ban_found_by_the_authority():
    assert of("removal_ban", removal_ban_source="abh").ask == ("removal_ban_kind",)
    assert of("removal_ban", removal_ban_source="abh", removal_ban_kind="60_7").value == "60_7"
    assert fact("removal_ban", case(removal_ban_source="court", removal_ban_kind="60_5")).value == "60_5"


# Protection that has ended


def ceased(*procedures: Any, kind: DecisionKind = DecisionKind.GRANT, title_id: str = "25_3", **facts: Any):
    known = case(asylum_procedures=procedures, **facts)
    return fact("protection_ceased", known, "2026-11-22", title_id=title_id, kind=kind)


@pytest.mark.parametrize(
    ("decided", "asked"),
    [
        ("2026-05-21", True),
        ("2026-05-22", False),
        ("2026-05-23", False),
        ("2026-05", True),
        ("2026-06", False),
        (None, True),
    ],
)
def test_a_first_grant_asks_about_a_finding_that_is_not_recent(decided: str | None, asked: bool):
    found = ceased(asylum("ban_60_5", decided=decided))
    assert found.value is (None if asked else False)
    assert found.ask == (("protection_ended",) if asked else ())


def test_without_a_finding_nothing_can_have_ended():
    assert ceased().value is False
    assert ceased(asylum("rejected", decided="2020-01-01")).value is False
    assert ceased(asylum("refugee", decided="2020-01-01")).value is False
    assert ceased(asylum("refugee", decided="2020-01-01"), title_id="25_2_1").value is None
    assert ceased(asylum("ban_60_5", decided="2027-01-01")).value is False


def test_an_answer_counts_for_every_decision():
    old = asylum("ban_60_5", decided="2020-01-01")
    for kind in DecisionKind:
        assert ceased(old, kind=kind, protection_ended="ended").value is True
        assert ceased(old, kind=kind, protection_ended="continues").value is False
        assert ceased(old, kind=kind, protection_ended="procedure_open").disputed
