"""Points of law that are not settled: rejections, security, a new application, Entzug."""

from __future__ import annotations

from datetime import date

import pytest

from tests.law.making import EXTENSION, GRANT, client, status
from tests.law.test_boundaries_25a import young
from tests.law.test_settlement import settled
from tests.law.unsettled import HELD_104C, PROCEDURE, Told, decides, shows, stuck

pytestmark = pytest.mark.law


# 2


@pytest.mark.parametrize(
    ("decided", "ground", "expected"),
    [
        ("2024-02-27", "3", "not_available"),
        ("2024-02-28", "3", "needs_assessment"),
        ("2026-06-11", "3", "needs_assessment"),
    ],
)
def test_02_rejections_between_two_texts(decided: str, ground: str, expected: str) -> None:
    rejected = {"kind": "first", "filed_on": "2023-01-01", "decided_on": decided, "final_on": decided}
    case = client(
        {"departure_impossible": "yes", "obstacle_not_ending_soon": "yes"},
        status_periods=[status("D60a_2_1", "2018-01-01")],
        asylum_procedures=[rejected | {"outcome": "rejected_mu", "mu_ground": ground}],
        obstacles="none",
    )
    told = Told("25_5", case)
    assert told.verdict == expected
    if expected == "needs_assessment":
        decides(told, expected, "G10_3_2", "Eine Übergangsregel fehlt", "there is no transitional rule")


# 14


@pytest.mark.parametrize(("basis", "row"), [("11_6", "entry_ban_liftable"), ("11_5a", "entry_ban_excluded")])
def test_14_lifting_of_an_entry_ban_is_not_promised(basis: str, row: str) -> None:
    told = Told("25_5", stuck(entry_bans=[{"basis": basis, "from": "2025-01-01"}]))
    assert told.verdict == "not_available"
    assert told.rows()[row] is False
    assert (told.result().without_bar is not None) is (row == "entry_ban_liftable")


@pytest.mark.parametrize(
    ("overrides", "expected"),
    [("unknown", "needs_assessment"), ("yes", "entitlement_indicated"), ("no", "not_available")],
)
@pytest.mark.parametrize(
    ("outcome", "title"), [("art16a", "25_1"), ("refugee", "25_2_1"), ("subsidiary", "25_2_2")]
)
def test_14_security_and_protection(outcome: str, title: str, overrides: str, expected: str) -> None:
    case = client(
        {"security_concern": "yes", "protection_overrides_5_4": overrides},
        asylum_procedures=[PROCEDURE | {"outcome": outcome, "own_status": "yes"}],
        status_periods=[status("F25_1_3", "2026-05-01")],
    )
    told = Told(title, case)
    assert told.verdict == expected
    if expected == "needs_assessment":
        decides(
            told, expected, "protection_overrides_5_4", "nicht abschließend geklärt", "is not finally settled"
        )


def test_14_asylum_application_on_the_move_from_104c() -> None:
    pending = [{"kind": "first", "filed_on": "2026-10-05", "outcome": "pending"}]
    for title, case in (
        ("25b_1", client(status_periods=HELD_104C, asylum_procedures=pending)),
        ("25a_1", young(status_periods=HELD_104C, asylum_procedures=pending)),
    ):
        for kind in (GRANT, EXTENSION):
            told = Told(title, case, kind=kind)
            de = "ob damit § 10 Abs. 2 statt der Sperre des Absatzes 1 gilt, ist offen"
            en = "whether § 10(2) then applies instead of the bar of subsection 1 is open"
            decides(told, "needs_assessment", "G10_104c_pending", de, en)


def test_14_a_listed_rejection_at_the_settlement_permit() -> None:
    rejected = {
        "kind": "first",
        "filed_on": "2015-01-01",
        "decided_on": "2016-12-01",
        "final_on": "2017-01-01",
    }
    case = settled(
        asylum_procedures=[rejected | {"outcome": "rejected_mu", "mu_ground": "1"}],
        status_periods=[status("title:25b_1", "2021-11-22", "2027-11-22")],
    )
    decides(
        Told("26_4", case),
        "needs_assessment",
        "G10_3_2",
        "Ob das gewollt ist, ist offen",
        "Whether that is intended is open",
    )


# 17


@pytest.mark.parametrize(
    ("judged", "expected"),
    [("unknown", "needs_assessment"), ("yes", "not_available"), ("no", "entitlement_indicated")],
)
def test_17_entzug_and_the_three_year_way(judged: str, expected: str) -> None:
    days = {"filed_on": "2021-11-20", "decided_on": "2023-10-15", "final_on": "2023-11-01"}
    case = settled(
        {"entzug_notice_blocks_3y": judged},
        asylum_procedures=[PROCEDURE | days | {"outcome": "refugee"}],
        status_periods=[status("title:25_2_1", "2023-12-01", "2027-12-01")],
        notice_73b3=["entzug"],
        language_proofs=[{"level": "C1", "skill": "full"}],
    )
    told = Told("26_3_3y", case)
    assert told.verdict == expected
    shows(told, "settlement_entzug", "ist ungeklärt", "is unsettled")
    if expected == "needs_assessment":
        decides(told, expected, "notice_entzug_blocks", "ungeklärt, zu prüfen", "unsettled, needs assessment")
    assert Told("26_3_5y", case, date(2026, 12, 19)).verdict == "not_available"
