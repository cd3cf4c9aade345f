"""What each decision costs, and whom the ordinance frees."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest

from desktop.cases.applications import DecisionKind
from desktop.rules.fees import FeeOutcome, fees
from tests.law.worked_cases import PACK, stated

pytestmark = pytest.mark.law

TODAY = date(2026, 11, 22)
GRANT, EXTENSION = DecisionKind.GRANT, DecisionKind.EXTENSION
PROTECTED = ["25_1", "25_2_1", "25_2_2"]

NOBODY = {
    "receives_benefits": "no",
    "protection_status": "none",
    "status_variant": "none",
    "admission_basis": "none",
    "holds_104c": "no",
    "tolerated_now": "no",
    "holds_residence_permit": "no",
    "entry_ban_state": "none",
}
REFUGEE = {"protection_status": "refugee", "status_variant": "own_status"}
FAMILY = {"protection_status": "family_art23", "status_variant": "art23_family"}
ADMITTED = {"admission_basis": "23_2_commitment"}
BENEFITS = {"receives_benefits": "yes"}


def sheet(
    title: str, kind: DecisionKind, facts: Mapping[str, str], *, minor: bool = False, on: date = TODAY
) -> dict[str, tuple[Decimal, FeeOutcome]]:
    found = fees(PACK, stated(NOBODY | dict(facts)), title, kind, on, minor=minor)
    return {line.fee.id: (line.amount, line.outcome) for group in found.groups for line in group.lines}


@pytest.mark.parametrize(
    ("fee", "adult", "minor", "benefits", "protected"),
    [
        ("ae_issue", "100", "50", FeeOutcome.EXEMPT, FeeOutcome.EXEMPT),
        ("ae_ext_le3m", "96", "48", FeeOutcome.EXEMPT, FeeOutcome.EXEMPT),
        ("ae_ext_gt3m", "93", "46.50", FeeOutcome.EXEMPT, FeeOutcome.EXEMPT),
        ("ae_purpose", "98", "49", FeeOutcome.DISCRETIONARY, FeeOutcome.PAYABLE),
        ("ne_issue", "113", "56.50", FeeOutcome.DISCRETIONARY, FeeOutcome.EXEMPT),
        ("fiction_cert", "13", "6.50", FeeOutcome.EXEMPT, FeeOutcome.EXEMPT),
        ("cond_change_title", "50", "25", FeeOutcome.EXEMPT, FeeOutcome.PAYABLE),
        ("duldung_renew", "33", "16.50", FeeOutcome.EXEMPT, FeeOutcome.PAYABLE),
        ("duldung_renew_form", "37", "18.50", FeeOutcome.EXEMPT, FeeOutcome.PAYABLE),
    ],
)
def test_amounts_and_relief(
    fee: str, adult: str, minor: str, benefits: FeeOutcome, protected: FeeOutcome
) -> None:
    (row,) = (each for each in PACK.tables.fees if each.id == fee)
    assert (row.adult, row.minor) == (Decimal(adult), Decimal(minor))
    assert (
        FeeOutcome(row.benefits) is benefits
        if row.benefits != "not_covered"
        else benefits is FeeOutcome.PAYABLE
    )
    assert (FeeOutcome.EXEMPT if row.protected == "exempt" else FeeOutcome.PAYABLE) is protected


@pytest.mark.parametrize("title", ["25_3", "25_4_1"])
def test_first_grant_and_extension(title: str) -> None:
    assert sheet(title, GRANT, {})["ae_issue"] == (Decimal(100), FeeOutcome.PAYABLE)
    assert sheet(title, GRANT, {}, minor=True)["ae_issue"] == (Decimal(50), FeeOutcome.PAYABLE)
    assert sheet(title, GRANT, BENEFITS)["ae_issue"][1] is FeeOutcome.EXEMPT
    extension = sheet(title, EXTENSION, {})
    assert extension["ae_ext_gt3m"][0] == 93
    assert extension["ae_ext_le3m"][0] == 96
    assert "ae_issue" not in extension


def test_a_ban_on_removal_alone_frees_nobody() -> None:
    assert sheet("25_3", GRANT, {"protection_status": "none"})["ae_issue"][1] is FeeOutcome.PAYABLE


@pytest.mark.parametrize("title", PROTECTED)
def test_own_status_frees_and_family_has_to_claim_it(title: str) -> None:
    assert sheet(title, GRANT, REFUGEE)["ae_issue"][1] is FeeOutcome.EXEMPT
    assert sheet(title, GRANT, FAMILY)["ae_issue"][1] is FeeOutcome.TO_BE_CLAIMED
    assert (
        sheet(title, GRANT, {"protection_status": "unknown", "status_variant": "unknown"})["ae_issue"][1]
        is FeeOutcome.PAYABLE
    )


def test_admission_programme_claims_exemption() -> None:
    found = sheet("23_2", GRANT, ADMITTED)
    assert found["ae_issue"][1] is FeeOutcome.TO_BE_CLAIMED
    assert found["ne_issue"][1] is FeeOutcome.EXEMPT


def test_hardship_extension_costs_93_or_96_and_perhaps_98() -> None:
    found = fees(PACK, stated(NOBODY), "25_4_2", EXTENSION, TODAY)
    (group,) = (group for group in found.groups if {line.fee.id for line in group.lines} >= {"ae_ext_gt3m"})
    assert group.one_of
    assert [line.amount for line in group.lines] == [Decimal(93), Decimal(96), Decimal(98)]
    assert not any(line.fee.id == "ae_issue" for each in found.groups for line in each.lines)
    relieved = sheet("25_4_2", EXTENSION, BENEFITS)
    assert relieved["ae_ext_gt3m"][1] is FeeOutcome.EXEMPT
    assert relieved["ae_purpose"][1] is FeeOutcome.DISCRETIONARY


@pytest.mark.parametrize("kind", [GRANT, EXTENSION])
def test_move_from_104c_has_three_readings(kind: DecisionKind) -> None:
    found = sheet("25b_1", kind, {"holds_104c": "yes"} | BENEFITS)
    assert {name: outcome for name, (_, outcome) in found.items() if name.startswith("ae_")} == {
        "ae_issue": FeeOutcome.EXEMPT,
        "ae_purpose": FeeOutcome.DISCRETIONARY,
        "ae_ext_gt3m": FeeOutcome.EXEMPT,
    }


def test_from_a_duldung_the_renewal_is_shown_too() -> None:
    found = sheet("25b_1", GRANT, {"tolerated_now": "yes"})
    assert {"ae_issue", "duldung_renew", "duldung_renew_form"} <= set(found)
    assert "ae_purpose" not in found


@pytest.mark.parametrize("title", ["23_2", "25_1", "25_3", "25_4_1", "25b_1"])
def test_in_place_of_another_permit_98_or_100(title: str) -> None:
    found = fees(PACK, stated(NOBODY | BENEFITS | {"holds_residence_permit": "yes"}), title, GRANT, TODAY)
    (group,) = (each for each in found.groups if any(line.fee.id == "ae_purpose" for line in each.lines))
    assert group.one_of
    assert [(line.fee.id, line.outcome) for line in group.lines] == [
        ("ae_purpose", FeeOutcome.DISCRETIONARY),
        ("ae_issue", FeeOutcome.EXEMPT),
    ]
    assert sum(line.fee.id == "ae_issue" for each in found.groups for line in each.lines) == 1


def test_the_certificate_is_priced_where_an_application_has_an_effect() -> None:
    assert sheet("23_2", GRANT, {})["fiction_cert"][0] == 13
    assert sheet("25_4_2", EXTENSION, {})["fiction_cert"][0] == 13
    assert "fiction_cert" not in sheet("25_3", GRANT, {"tolerated_now": "yes"})


def test_no_line_is_free_because_the_amount_is_nothing() -> None:
    """A letter founds its claim to exemption on the lines that are exempt."""
    assert all(fee.adult > 0 and fee.minor > 0 for fee in PACK.tables.fees)


def test_lifting_a_ban_costs_only_where_a_ban_can_be_lifted() -> None:
    assert "ban_lift" not in sheet("25_3", GRANT, {})
    assert sheet("25_3", GRANT, {"entry_ban_state": "active_liftable"})["ban_lift"][0] == 169


@pytest.mark.parametrize("title", [norm.id for norm in PACK.norms if norm.examined])
def test_every_decision_has_a_price(title: str) -> None:
    for kind in PACK.norm(title).decisions:
        for held in ("yes", "no", "unknown"):
            assert any(name.startswith(("ae_", "ne_")) for name in sheet(title, kind, {"holds_104c": held}))


def test_travel_documents_are_never_free_by_law() -> None:
    amount, outcome = sheet("25_2_1", GRANT, REFUGEE | BENEFITS)["td_refugee"]
    assert (amount, outcome) == (Decimal(70), FeeOutcome.DISCRETIONARY)
    assert "td_foreigner" not in sheet("25_3", GRANT, {"passport_obtainable": "yes"})
    assert sheet("25_3", GRANT, {"passport_obtainable": "no"})["td_foreigner"][0] == 100


def test_what_the_ordinance_charges_minors_in_full_is_contestable() -> None:
    assert sheet("25_3", GRANT, {}, minor=True)["photo_office"] == (Decimal(6), FeeOutcome.CONTESTABLE)
    assert sheet("25_3", GRANT, {}, minor=True)["express"] == (Decimal("17.50"), FeeOutcome.PAYABLE)


@pytest.mark.parametrize(
    ("fee", "on", "known"),
    [
        ("photo_office", date(2025, 4, 30), False),
        ("photo_office", date(2025, 5, 1), True),
        ("photo_office", date(2025, 5, 2), True),
        ("express", date(2023, 10, 31), False),
        ("express", date(2023, 11, 1), True),
        ("express", date(2023, 11, 2), True),
        ("td_refugee", date(2023, 12, 31), False),
        ("td_refugee", date(2024, 1, 1), True),
        ("td_refugee", date(2024, 1, 2), True),
    ],
)
def test_amounts_are_dated(fee: str, on: date, known: bool) -> None:
    assert (fee in sheet("25_2_1", GRANT, REFUGEE, on=on)) is known
