"""Points of law that are not settled: recognised persons, their families, Ukraine."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desktop.cases.casefile import CaseFile
from tests.law.making import EXTENSION, client, status
from tests.law.unsettled import Told, decides, family_of_a_refugee, recognised, shows

pytestmark = pytest.mark.law


# 1


@pytest.mark.parametrize(
    ("on", "row"),
    [
        (date(2027, 7, 22), "family_suspended"),
        (date(2027, 7, 23), "family_suspended"),
        (date(2027, 7, 24), "family_36a"),
    ],
)
def test_01_the_suspension_of_reunification_and_its_wording(on: date, row: str) -> None:
    told = Told("25_2_2", recognised("subsidiary", "25_2_2"), on, EXTENSION)
    assert {each for each in told.rows() if each in ("family_suspended", "family_36a")} == {row}
    if row == "family_suspended":
        shows(
            told,
            row,
            "Der Wortlaut verweist noch auf die frühere Satzzählung",
            "The wording still points to the earlier",
        )
    assert not {"family_privileged", "family_waiver_mandatory"} & set(told.rows())


# 3


@pytest.mark.parametrize(
    ("outcome", "title"), [("art16a", "25_1"), ("refugee", "25_2_1"), ("subsidiary", "25_2_2")]
)
def test_03_residence_duty_after_older_recognitions(outcome: str, title: str) -> None:
    case = recognised(outcome, title, assigned_land="TH", exemptions_12a="none")
    told = Told(title, case, kind=EXTENSION)
    shows(told, "residence_12a_open", "Wortlaut offen", "Wording open", open_=True)
    assert told.rows().get("residence_12a_reg") is not False


# 4


def test_04_the_clause_for_family_is_a_reading() -> None:
    told = Told("25_2_1", family_of_a_refugee(), kind=EXTENSION)
    assert told.verdict == "entitlement_indicated"
    assert "Diese Zuordnung ist eine Auslegung" in told.said("de")
    assert "That assignment is a reading" in told.said("en")


@pytest.mark.parametrize(
    ("row", "de", "en"),
    [
        (
            "validity_family_art23",
            "das EU-Recht begrenzt auf das Ablaufdatum",
            "EU law limits to the expiry date",
        ),
        ("family_privileged_art23", "ist offen, ob die Dreimonatsregel gilt", "it is open whether"),
        ("travel_family", "ist das Reisedokument offen", "the travel document is open"),
        (
            "lapse_abroad_family",
            "ist offen, ob dieser Schutz gilt",
            "it is open whether this protection applies",
        ),
        ("revocation_family", "ist offen", "is open"),
        ("path_eu_open_family", "ist offen", "is open"),
        ("art23_variant", "kein eigener Schutzstatus", "no protection status of one's own"),
    ],
)
def test_04_what_follows_for_family_is_open(row: str, de: str, en: str) -> None:
    told = Told("25_2_1", family_of_a_refugee(), kind=EXTENSION)
    shows(told, row, de, en)
    own_status = {"travel_refugee", "lapse_abroad_refugee", "revocation_protected", "path_eu_long_term"}
    assert not own_status & set(told.rows())


@pytest.mark.parametrize("title", ["26_3_5y", "26_3_3y"])
def test_04_settlement_permit_for_family(title: str) -> None:
    case = family_of_a_refugee(language_proofs=[{"level": "C1", "skill": "full"}])
    decides(Told(title, case), "needs_assessment", "own_or_family", "ist ungeklärt", "is unsettled")


# 11


def ukrainian(**facts: Any) -> CaseFile:
    known: dict[str, Any] = {
        "entry_date": "2025-05-01",
        "ukr_group": "ukr_national",
        "ukr_stay_2022_02_24": "in_ukraine",
        "ukr_first_entry_on": "2025-05-01",
        "protection_in_other_member_state": "no",
        "tp_group": "ukr_national",
        "willing_to_be_admitted": "yes",
        "status_periods": [status("title:24", "2025-06-01", "2027-03-05", issued_by="abh")],
    }
    return client({"exclusion_60_8": "no"}, **(known | facts))


def test_11_benefits_after_the_bill() -> None:
    shows(
        Told("24", ukrainian(), kind=EXTENSION),
        "benefits_24_bill",
        "Vor der Auskunft prüfen",
        "Check before advising",
    )


def test_11_membership_in_a_group() -> None:
    told = Told("24", ukrainian(tp_group="unsure"))
    decides(
        told,
        "needs_assessment",
        "group_unsure",
        "Zugehörigkeit zur Gruppe unsicher",
        "Membership in the group uncertain",
    )


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2027, 3, 3), "entitlement_indicated"),
        (date(2027, 3, 4), "entitlement_indicated"),
        (date(2027, 3, 5), "needs_assessment"),
    ],
)
def test_11_what_follows_the_end_of_eu_protection(on: date, expected: str) -> None:
    told = Told("24", ukrainian(), on, EXTENSION)
    assert told.verdict == expected
    if expected == "needs_assessment":
        shows(
            told,
            "validity_24_open",
            "muss am neuen Recht geprüft werden",
            "must be checked against the new law",
        )
