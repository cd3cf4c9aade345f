"""Points of law that are not settled: discretion, percentages, courses, commitments, decrees."""

from __future__ import annotations

from datetime import date

import pytest

from tests.law.making import EXTENSION, client, status
from tests.law.test_boundaries_25a import TOLERATED, young
from tests.law.test_settlement import refugee, settled, subsidiary
from tests.law.unsettled import Told, decides, shows

pytestmark = pytest.mark.law


# 9


def test_09_other_permits_and_discretion() -> None:
    periods = [
        status("title:24", "2021-11-01", "2024-06-01"),
        status("title:25_5", "2024-06-01", "2027-06-01"),
    ]
    told = Told("26_4", settled(status_periods=periods))
    assert told.verdict == "needs_assessment"
    assert "time_other_counts" in {getattr(each.node, "id", "") for each in told.result().reasons()}
    shows(told, "settlement_other_permits", "nicht abschließend geklärt", "is not finally settled")
    met = Told("26_4", subsidiary())
    assert met.verdict == "discretion_open"
    assert "Ermessen, auch wenn alles erfüllt ist" in met.said("de")
    assert "Discretion even where everything is met" in met.said("en")


# 10


@pytest.mark.parametrize("title", ["25b_1", "26_3_5y", "26_3_3y"])
def test_10_percentages_are_said_to_be_practice(title: str) -> None:
    told = Told(title, refugee() if title != "25b_1" else client(status_periods=TOLERATED))
    assert "51 Prozent" in told.said("de")
    assert "51 percent" in told.said("en")


@pytest.mark.parametrize(
    ("net", "expected"),
    [
        ("750", "not_available"),
        ("751", "needs_assessment"),
        ("1124", "needs_assessment"),
        ("1125", "entitlement_indicated"),
    ],
)
def test_10_by_far_predominantly(net: str, expected: str) -> None:
    job = [{"from": "2020-01-01", "hours_week": "30", "gross": "1500", "net": net, "insured": "yes"}]
    told = Told(
        "26_3_3y", refugee(employment_periods=job, language_proofs=[{"level": "C1", "skill": "full"}])
    )
    assert told.verdict == expected
    assert "manche als 80 Prozent" in told.said("de")
    if expected == "needs_assessment":
        decides(told, expected, "livelihood_far", "keine Zahl des Gesetzes", "no number of the statute")


# 12


@pytest.mark.parametrize(
    ("on", "row"),
    [
        (date(2026, 2, 8), ""),
        (date(2026, 2, 9), "course_stop_2026"),
        (date(2026, 12, 31), "course_stop_2026"),
        (date(2027, 1, 1), "course_after_2026"),
    ],
)
def test_12_admission_to_courses(on: date, row: str) -> None:
    told = Told("25a_1", young(), on)
    assert {each for each in told.rows() if each in ("course_stop_2026", "course_after_2026")} == (
        {row} if row else set()
    )
    assert "course_admission" in told.rows()
    if row == "course_after_2026":
        shows(told, row, "ist nicht bekannt", "is not known")
        assert "Im Haushaltsjahr 2026" not in told.said("de").replace("nach dem Haushaltsjahr 2026", "")


@pytest.mark.parametrize(
    ("on", "row"),
    [(date(2026, 12, 31), "course_ended_stop_2026"), (date(2027, 1, 1), "course_ended_after_2026")],
)
def test_12_an_entitlement_that_ended_leaves_admission_only(on: date, row: str) -> None:
    held = [status("title:25b_1", "2025-06-01", "2027-06-01", issued_on="2025-06-01", issued_by="abh")]
    told = Told("25b_1", client(status_periods=held, course_registration_prevented="no"), on, EXTENSION)
    assert told.rows()["course_ended"] is False
    both = {"course_ended_stop_2026", "course_ended_after_2026"}
    assert both & set(told.rows()) == {row}


# 13


@pytest.mark.parametrize("title", ["22_2", "23_2", "23_4"])
def test_13_commitments_are_not_promised(title: str) -> None:
    basis = {"22_2": "22_2_declaration"}.get(title, f"{title}_commitment")
    told = Told(
        title, client(admission_basis=basis, admission_doc_date="2022-12-01", commitment_withdrawn="yes")
    )
    assert told.verdict not in ("entitlement_indicated", "should_be_granted", "discretion_open")
    assert "Niemandem eine Aufnahme versprechen" in told.said("de")
    assert "Promise admission to nobody" in told.said("en")
    shows(told, "commitment_withdrawn", "Nichts zusagen", "Promise nothing")


# 15


@pytest.mark.parametrize("title", ["23a", "25a_1", "25a_2_parent", "25b_1", "26_3_3y"])
def test_15_decrees_of_the_laender_change_no_verdict_and_are_said_to_be_left_out(title: str) -> None:
    verdicts = set()
    for land in ("NI", "BE", "TH", "BY"):
        told = Told(
            title,
            young(land=land) if title.startswith("25a") else client(status_periods=TOLERATED, land=land),
        )
        verdicts.add(told.verdict)
        assert "Erlasse der Länder prüft dieses Programm nicht" in told.said("de")
        assert "This program does not examine decrees of the Länder" in told.said("en")
    assert len(verdicts) == 1


def test_15_a_note_of_one_land_is_shown_there_only() -> None:
    for land, shown in (("NI", True), ("BY", False)):
        told = Told("25a_2_parent", client(status_periods=TOLERATED, land=land))
        assert ("Niedersachsen verlangt" in told.said("de")) is shown
