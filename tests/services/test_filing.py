"""The effect of filing, row by row of the table of effects, as panel, letter and sheet read it."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import Any

import pytest

from desktop import resources
from desktop.cases.answers import Answer
from desktop.cases.applications import Application, DecisionKind
from desktop.cases.casefile import CaseFile
from desktop.cases.decisions import AsylumProcedure
from desktop.cases.letters import DecisionLetter
from desktop.cases.people import Client
from desktop.cases.periods import PartialDate, Period
from desktop.cases.shapes import Never
from desktop.cases.status import Absence, StatusPeriod
from desktop.services import filing, filing_proof
from desktop.services.filing_proof import Protection
from desktop.services.reference import Reference
from desktop.texts import Texts
from tests.services.filing_words import lines

TODAY = date(2026, 11, 24)
ENGLISH, GERMAN = Texts("en", resources.path("i18n")), Texts("de", resources.path("i18n"))


def day(text: str) -> PartialDate:
    return PartialDate.parse(text)


def held(code: str, first: str, last: str | None) -> StatusPeriod:
    return StatusPeriod(code, Period.on_paper(day(first), None if last is None else day(last)))


def case(*periods: StatusPeriod, letters: tuple[DecisionLetter, ...] = (), **facts: Any) -> CaseFile:
    values = {"status_periods": periods, "asylum_procedures": (), "expulsion_order_on": Never.NONE} | facts
    answers = {name: Answer(value) for name, value in values.items()}
    return CaseFile(Client("Test"), MappingProxyType(answers), letters=letters)


def asylum(outcome: str, **more: Any) -> tuple[AsylumProcedure, ...]:
    return (AsylumProcedure("first", filed_on=day("2024-01-10"), outcome=outcome, **more),)


TITLE = held("title:25_5", "2024-12-01", "2026-11-30")
OPPORTUNITY = held("title:104c_holder", "2025-06-01", "2026-11-30")
UKRAINE: dict[str, Any] = {
    "ukr_group": "ukr_national",
    "ukr_stay_2022_02_24": "in_ukraine",
    "protection_in_other_member_state": False,
}

ROWS = {
    "without a title, in time": (
        case(held("visa_free", "2026-09-02", "2026-11-30")),
        "25_4_1",
        "2026-11-30",
        "F81_3_1",
    ),
    "without a title, late": (
        case(held("visa_free", "2026-09-02", "2026-11-30")),
        "25_4_1",
        "2026-12-01",
        "F81_3_2",
    ),
    "title, for its extension": (case(TITLE), "25_5", "2026-11-30", "F81_4"),
    "title, for another one": (case(TITLE), "25b_1", "2026-11-30", "F81_4"),
    "national visa": (case(held("visa_D", "2026-06-01", "2026-11-30")), "22_1", "2026-11-30", "F81_4"),
    "Schengen visa": (case(held("visa_C", "2026-09-02", "2026-11-30")), "25_5", "2026-11-30", "none"),
    "title, one day late": (case(TITLE), "25_5", "2026-12-01", "none"),
    "104c for § 25b": (case(OPPORTUNITY), "25b_1", "2026-11-30", "F81_4"),
    "104c for § 25a": (case(OPPORTUNITY), "25a_1", "2026-11-30", "F81_4"),
    "104c for something else": (case(OPPORTUNITY), "25_5", "2026-11-30", "none"),
    "recognised, no card yet": (
        case(
            held("gestattung", "2024-01-10", "2026-12-31"),
            asylum_procedures=asylum("refugee", decided_on=day("2026-11-02")),
        ),
        "25_2_1",
        "2026-11-30",
        "F25_1_3",
    ),
    "ban on removal, first issue": (
        case(
            held("gestattung", "2024-01-10", "2026-12-31"),
            asylum_procedures=asylum("ban_60_5", decided_on=day("2026-11-02")),
        ),
        "25_3",
        "2026-11-30",
        "none",
    ),
    "Duldung": (case(held("D60a_2_1", "2026-01-01", "2026-12-31")), "25b_1", "2026-11-30", "none"),
    "asylum applicant": (
        case(held("gestattung", "2024-01-10", "2026-12-31"), asylum_procedures=asylum("pending")),
        "25_4_1",
        "2026-11-30",
        "none",
    ),
    "asylum applied for after the title": (
        case(TITLE, asylum_procedures=(AsylumProcedure("first", filed_on=day("2026-02-02")),)),
        "25_5",
        "2026-11-30",
        "none",
    ),
    "after an expulsion": (case(TITLE, expulsion_order_on=day("2026-10-01")), "25_5", "2026-11-30", "none"),
    "§ 24, continued by ordinance": (
        case(held("title:24", "2024-06-01", "2026-03-04"), **UKRAINE),
        "24",
        "2027-03-04",
        "F81_4",
    ),
    "§ 24, after the ordinance": (
        case(held("title:24", "2024-06-01", "2026-03-04"), **UKRAINE),
        "24",
        "2027-03-05",
        "none",
    ),
    "§ 24, card issued later": (
        case(held("title:24", "2026-03-15", "2026-11-30"), **UKRAINE),
        "24",
        "2026-12-01",
        "none",
    ),
    "90 days of Ukraine": (
        case(ukr_first_entry_on=day("2026-12-04"), entry_date=day("2026-12-04"), **UKRAINE),
        "24",
        "2027-03-03",
        "F81_3_1",
    ),
    "90 days of Ukraine over": (
        case(ukr_first_entry_on=day("2026-12-04"), entry_date=day("2026-12-04"), **UKRAINE),
        "24",
        "2027-03-04",
        "F81_3_2",
    ),
}


@pytest.mark.parametrize("row", ROWS)
def test_every_row_of_the_table(row: str):
    file, title, on, expected = ROWS[row]
    found = filing.effect(file, title, day(on))
    assert found.id == expected
    assert found.why.cite
    assert filing.EFFECT_WORDS[expected]


@pytest.mark.parametrize(("title", "order"), [("25_5", True), ("25b_1", True)])
def test_late_only_an_order_helps(title: str, order: bool):
    found = filing.effect(case(TITLE), title, day("2026-12-01"))
    assert found.order_possible is order
    assert "81 Abs. 4 S. 3" in found.why.cite


# Titles lost before their end


@pytest.mark.parametrize(
    ("left", "back", "lost"),
    [
        ("2026-02-10", "2026-08-09", False),  # six months with the day of departure: until 09.08.
        ("2026-02-10", "2026-08-10", True),
        ("2026-02-10", None, True),  # not back yet
        ("2026-08-10", None, False),  # not six months on 30.11.
        ("2023-02-10", "2023-12-01", False),  # before the title was issued
    ],
)
def test_six_months_abroad_may_have_ended_the_title(left: str, back: str | None, lost: bool):
    away = Absence(Period(day(left), None if back is None else day(back)))
    found = filing.effect(case(TITLE, absence_periods=(away,)), "25_5", day("2026-11-30"))
    assert found.id == ("none" if lost else "F81_4")
    assert found.disputed is lost
    if lost:
        assert found.otherwise is not None
        assert found.otherwise.id == "F81_4"
        assert found.why.cite == "§ 51 Abs. 1 Nr. 7 AufenthG"


def test_an_agreed_absence_and_a_visa_lose_nothing():
    away = Absence(Period(day("2026-02-10")), agreed=True)
    assert filing.effect(case(TITLE, absence_periods=(away,)), "25_5", day("2026-11-30")).id == "F81_4"
    visa = case(
        held("visa_D", "2026-01-01", "2026-11-30"), absence_periods=(Absence(Period(day("2026-02-10"))),)
    )
    assert filing.effect(visa, "22_1", day("2026-11-30")).id == "F81_4"


@pytest.mark.parametrize(
    ("letter", "lost"),
    [
        (DecisionLetter("l", "D9", dated_on=date(2026, 10, 1), received_on=date(2026, 10, 5)), True),
        (DecisionLetter("l", "D9", dated_on=date(2026, 12, 1)), False),  # after the application
        (DecisionLetter("l", "D9", dated_on=date(2024, 10, 1)), False),  # of an earlier title
        (DecisionLetter("l", "D9", dated_on=date(2026, 10, 1), closed_on=date(2026, 11, 1)), False),
        (DecisionLetter("l", "D9"), False),
        (DecisionLetter("l", "D4", dated_on=date(2026, 10, 1)), False),
    ],
)
def test_a_revocation_leaves_nothing_to_continue(letter: DecisionLetter, lost: bool):
    found = filing.effect(case(TITLE, letters=(letter,)), "25_5", day("2026-11-30"))
    assert found.id == ("none" if lost else "F81_4")
    assert not lost or "84 Abs. 2" in found.why.cite


# The sheet


def proof_of(law: Reference, file: CaseFile, title: str, on: str, today: date = TODAY, **more: Any):
    application = Application(title, DecisionKind.EXTENSION, day(on), **more)
    return filing_proof.of(law, file, application, today)


def told(law: Reference, file: CaseFile, proof, texts: Texts = ENGLISH) -> str:
    return "\n".join(lines(proof, law, file, texts))


@pytest.mark.parametrize("row", ROWS)
def test_the_sheet_of_every_row_reads_in_both_languages(law: Reference, row: str):
    file, title, on, expected = ROWS[row]
    proof = proof_of(law, file, title, on)
    protections = {"none": Protection.NONE, "F81_3_2": Protection.SUSPENDED}
    assert proof.protection is protections.get(expected, Protection.RUNS)
    for texts in (ENGLISH, GERMAN):
        words = told(law, file, proof, texts)
        assert "{" not in words
        assert texts(filing.EFFECT_WORDS[expected]) in words


def test_a_sheet_in_time(law: Reference):
    file = case(TITLE, responsible_abh="core:muenchen")
    proof = proof_of(
        law,
        file,
        "25_5",
        "2026-11-24",
        channel="online",
        receipt="online_pdf",
        received_proof=True,
        mailbox="yes",
    )
    words = told(law, file, proof)
    assert "How it was filed: Online service" in words
    assert "Kind of receipt: Online confirmation (PDF)" in words
    assert "Tue 24 Nov 2026" in words
    (line,) = (each for each in words.split("\n") if "have the certificate of the effect in hand" in each)
    assert line.endswith("[§ 51 Abs. 1 Nr. 1, § 81 Abs. 4 AufenthG] – Mon 30 Nov 2026")
    assert "look into it every week" in words
    assert "a booking is none" in words
    assert "identity may have to be secured before" in words  # § 81(7)
    assert "Get a proof of receipt" not in words
    days = [each.by for each in proof.next_steps if each.what.cite == "§ 75 S. 2 VwGO"]
    assert days == [date(2027, 2, 24)]  # three months from 24.11.2026


def test_before_it_is_filed_it_says_that_no_form_and_no_paper_need_be_waited_for(law: Reference):
    told_before = told(law, case(TITLE), proof_of(law, case(TITLE), "25_5", "2026-11-24"))
    assert "may not refuse to accept it" in told_before
    told_after = told(law, case(TITLE), proof_of(law, case(TITLE), "25_5", "2026-11-23"))
    assert "may not refuse" not in told_after


def test_the_work_of_a_coming_title_is_not_for_humanitarian_ones(law: Reference):
    file, title, on, _ = ROWS["without a title, in time"]
    assert "not for humanitarian titles" in told(law, file, proof_of(law, file, title, on))
    assert "not for humanitarian titles" not in told(law, case(TITLE), proof_of(law, case(TITLE), "25_5", on))


def test_without_a_receipt_the_first_thing_is_to_get_one(law: Reference):
    proof = proof_of(law, case(TITLE), "25_5", "2026-11-24", complete=False)
    first = proof.next_steps[0]
    assert first.what.text.startswith("Get a proof of receipt")
    assert first.by == TODAY
    assert any(each.what.text.startswith("Hand in what is missing") for each in proof.next_steps)


def test_a_late_application_begins_with_the_letter_of_today(law: Reference):
    proof = proof_of(law, case(TITLE), "25_5", "2026-12-01", date(2026, 12, 1))
    assert proof.next_steps[0].what.cite == "§ 81 Abs. 4 S. 3 AufenthG"
    assert any(each.text == filing_proof.ORDER for each in proof.notes)


def test_a_104c_holder_is_told_what_to_file_besides(law: Reference):
    file = case(OPPORTUNITY)
    proof = proof_of(law, file, "25_5", "2026-11-24")
    assert proof.next_steps[0].what.cite == "§ 104c Abs. 2 AufenthG"
    assert "no application replaces it" in told(law, file, proof)


def test_a_duldung_must_be_renewed_beside_the_application(law: Reference):
    file = case(held("D60a_2_1", "2026-01-01", "2026-12-31"))
    proof = proof_of(law, file, "25b_1", "2026-11-24")
    assert proof.protection is Protection.NONE
    (renewal,) = (each for each in proof.next_steps if each.what.values.get("name") == "D60a_2_1")
    assert renewal.by == date(2026, 12, 30)  # Thursday the 31st no office is open


def test_what_is_open_is_asked(law: Reference):
    open_case = CaseFile(Client("Test"))
    proof = proof_of(law, open_case, "25_3", "2026-11-24")
    assert proof.protection is Protection.UNCLEAR
    assert proof.open_points == ("status_periods",)
    assert "Would settle it" in told(law, open_case, proof)


def test_a_decided_application_needs_no_next_steps(law: Reference):
    proof = proof_of(law, case(TITLE), "25_5", "2026-05-04", result="granted", decided_on=day("2026-06-01"))
    assert len(proof.next_steps) == 1
