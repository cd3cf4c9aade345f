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


@pytest.mark.parametrize("title", ["25_3", "25_4_1", "25a_1", "25a_2_parent", "25a_2_child"])
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


@pytest.mark.parametrize("title", ["25a_1", "25a_2_child", "25b_1"])
@pytest.mark.parametrize("kind", [GRANT, EXTENSION])
def test_move_from_104c_has_three_readings(title: str, kind: DecisionKind) -> None:
    found = sheet(title, kind, {"holds_104c": "yes"} | BENEFITS)
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
    ],
)
def test_amounts_are_dated(fee: str, on: date, known: bool) -> None:
    assert (fee in sheet("25_2_1", GRANT, REFUGEE, on=on)) is known


@pytest.mark.parametrize(
    ("on", "amount"), [(date(2023, 12, 31), 60), (date(2024, 1, 1), 70), (date(2024, 1, 2), 70)]
)
def test_the_travel_document_for_refugees_costs_more_since_2024(on: date, amount: int) -> None:
    assert sheet("25_2_1", GRANT, REFUGEE, on=on)["td_refugee"][0] == amount


@pytest.mark.parametrize(("age", "amount"), [(17, 38), (18, 38), (23, 38), (24, 70), (25, 70), (None, 70)])
def test_until_the_24th_birthday_the_travel_document_costs_less(age: int | None, amount: int) -> None:
    found = fees(PACK, stated(NOBODY | REFUGEE), "25_2_1", GRANT, TODAY, minor=age == 17, age=age)
    (line,) = (line for group in found.groups for line in group.lines if line.fee.id == "td_refugee")
    assert line.amount == amount


X, D, NONE = "exempt", "discretionary", "not_covered"


@pytest.mark.parametrize(
    ("fee", "adult", "minor", "benefits", "protected"),
    [
        ("ae_issue", "100", "50", X, X),
        ("ae_ext_le3m", "96", "48", X, X),
        ("ae_ext_gt3m", "93", "46.50", X, X),
        ("ae_purpose", "98", "49", D, NONE),
        ("ne_issue", "113", "56.50", D, X),
        ("express", "35", "17.50", D, NONE),
        ("eat_reissue_pass", "67", "33.50", X, X),
        ("eat_reissue_data", "67", "33.50", X, X),
        ("eat_reissue_loss", "67", "33.50", D, NONE),
        ("eat_reissue_chip", "67", "33.50", D, NONE),
        ("eat_reissue_idsub", "72", "72", D, NONE),
        ("cond_change_title", "50", "25", X, NONE),
        ("course_talk", "21", "10.50", X, NONE),
        ("commitment_rec", "29", "14.50", D, NONE),
        ("entry_despite_ban", "100", "50", D, NONE),
        ("duldung_new", "58", "29", X, NONE),
        ("duldung_new_form", "62", "31", X, NONE),
        ("duldung_renew", "33", "16.50", X, NONE),
        ("duldung_renew_form", "37", "18.50", X, NONE),
        ("cond_change_duldung", "50", "25", X, NONE),
        ("fiction_cert", "13", "6.50", X, X),
        ("cert_other", "18", "9", D, NONE),
        ("separate_sheet", "18", "9", X, NONE),
        ("transfer_doc", "12", "6", X, X),
        ("home_delivery", "15", "7.50", D, NONE),
        ("ban_lift", "169", "84.50", D, NONE),
        ("td_foreigner", "100", "97", D, NONE),
        ("td_refugee", "70", "38", D, NONE),
        ("td_foreigner_prov", "67", "67", D, NONE),
        ("td_refugee_prov", "26", "26", D, NONE),
        ("td_child", "14", "14", D, NONE),
        ("td_prov_ext", "20", "20", D, NONE),
        ("td_emergency", "18", "9", D, NONE),
        ("passport_exempt", "76", "38", D, NONE),
        ("id_substitute", "32", "16", X, NONE),
        ("id_substitute_552", "21", "10.50", D, NONE),
        ("id_substitute_ext", "16", "8", X, NONE),
        ("doc_amend", "15", "7.50", D, NONE),
        ("doc_rewrite", "34", "17", D, NONE),
        ("photo_office", "6", "6", D, NONE),
        ("objection_condition", "50", "50", D, NONE),
        ("objection_course", "20", "20", D, NONE),
        ("objection_course_summons", "50", "50", D, NONE),
        ("objection_expulsion", "55", "55", D, NONE),
        ("objection_removal", "55", "55", D, NONE),
    ],
)
def test_the_decision_table_of_the_ordinance(
    fee: str, adult: str, minor: str, benefits: str, protected: str
) -> None:
    """§§ 44 to 48 and 51 AufenthV, with § 50(1), § 52(3) and § 53(1)."""
    (row,) = (
        each
        for each in PACK.tables.fees
        if each.id == fee and each.in_force is not None and each.in_force.covers(TODAY)
    )
    assert (row.adult, row.minor) == (Decimal(adult), Decimal(minor))
    assert (row.benefits, row.protected) == (benefits, protected)


def test_three_outcomes_for_each_fee_follow_from_the_table() -> None:
    """Exempt, discretionary, payable: nobody is promised a free act that the ordinance does not free."""
    for title in ("25_3", "25_2_1"):
        for facts_of, column in ((BENEFITS, "benefits"), (REFUGEE, "protected"), ({}, "")):
            found = fees(PACK, stated(NOBODY | facts_of), title, GRANT, TODAY)
            for line in (line for group in found.groups for line in group.lines):
                freed = getattr(line.fee, column) if column else "not_covered"
                if freed == "not_covered":
                    assert line.outcome is FeeOutcome.PAYABLE, line.fee.id
                else:
                    assert line.outcome is FeeOutcome(freed), line.fee.id


def test_resettled_persons_are_free_like_those_with_a_status() -> None:
    found = sheet("25_3", GRANT, {"admission_basis": "23_4_commitment"})
    assert found["ae_issue"][1] is FeeOutcome.EXEMPT
    assert found["cond_change_title"][1] is FeeOutcome.PAYABLE


def test_other_acts_stand_beside_the_decision() -> None:
    found = fees(PACK, stated(NOBODY), "25_3", GRANT, TODAY)
    beside = {line.fee.id for group in found.groups if group.beside for line in group.lines}
    of_decision = {line.fee.id for group in found.of_decision for line in group.lines}
    assert {"eat_reissue_loss", "cert_other", "objection_expulsion"} <= beside
    assert "ae_issue" in of_decision
    assert not beside & of_decision


@pytest.mark.parametrize(
    ("fee", "age", "told"),
    [
        ("photo_office", 17, True),
        ("photo_office", 18, False),
        ("photo_office", None, True),  # not known how old: it may concern this person
        ("td_foreigner", 23, True),
        ("td_foreigner", 24, False),
        ("td_foreigner", None, True),
    ],
)
def test_a_note_about_the_young_is_not_told_to_others(fee: str, age: int | None, told: bool) -> None:
    """§ 48 Abs. 1 Nr. 1b AufenthV until the 24th birthday, § 69 Abs. 5 Nr. 7 AufenthG for minors."""
    facts = stated(NOBODY | {"passport_obtainable": "no"})
    found = fees(PACK, facts, "25_3", GRANT, TODAY, minor=age == 17, age=age)
    (line,) = {
        line.fee.id: line for group in found.groups for line in group.lines if line.fee.id == fee
    }.values()
    assert (line.note is not None) == told
