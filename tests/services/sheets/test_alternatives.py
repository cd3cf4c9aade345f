"""What is asked for beside a title, and the answers every letter takes."""

from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.cases.answers import Proof
from desktop.cases.applications import DecisionKind, Request
from desktop.cases.decisions import AsylumProcedure, CivicProof, CourseRecord
from desktop.cases.papers import Paper
from desktop.cases.people import Employment, LanguageProof
from desktop.cases.periods import PartialDate
from desktop.cases.status import StatusPeriod
from desktop.documents.sheets import LetterKind, LetterSheet
from desktop.errors import Problem
from desktop.rules.verdict import Verdict
from desktop.services import assessment, printing
from tests.services.conftest import TODAY
from tests.services.sheets.making import GERMAN, choice, judged, period, text_of, with_fact


def test_answers_are_cleaned_and_bounded(letter, samples):
    made = letter(
        samples["sachsen-pflege"], answers=[("discretion", "Sie ar\u202ebeitet <b>hier</b> & lernt.\n\nGut.")]
    )
    assert isinstance(made, LetterSheet)
    assert "Sie arbeitet <b>hier</b> & lernt. Gut." in text_of(made)
    with pytest.raises(Problem):
        letter(samples["sachsen-pflege"], answers=[("discretion", "x" * 2001)])


def test_the_choice_keeps_and_takes_back_answers(law, samples):
    chosen = choice(law, samples["sachsen-pflege"], answers=[("a", "1"), ("b", "2"), ("a", "3")])
    assert chosen.answered == {"a": "3", "b": "2"}
    assert chosen.answering("a", "").answered == {"b": "2"}


def test_another_title_is_asked_for_in_the_alternative_with_its_own_grounds(law, letter, tolerated):
    made = letter(tolerated, answers=[("why.departure_impossible", "Es gibt keine Verbindung dorthin.")])
    assert made.kind is LetterKind.FIRST_ISSUE
    assert made.alternative_cite.replace("\u00a0", " ") == "§ 25 Abs. 5 AufenthG"
    said = [each.text for each in made.alternative_grounds]
    assert any("Es gibt keine Verbindung dorthin." in each for each in said)
    assert not set(said) & {each.text for each in made.grounds}
    text = text_of(made)
    assert "Hilfsweise beantrage ich eine Aufenthaltserlaubnis nach § 25 Abs. 5 AufenthG." in text
    assert text.index("§ 25b Abs. 1") < text.index("Hilfsweise beantrage")
    without = letter(tolerated, answers=[("alternative", "no")])
    assert (without.alternative_cite, without.alternative_grounds) == ("", ())
    asked = printing.questions(law, tolerated, choice(law, tolerated), today=TODAY, texts=GERMAN)
    assert "why.departure_impossible" in {each.id for each in asked}


@pytest.fixture
def recognised(samples):
    """A refugee for six years whose card ends: the settlement permit is due."""
    case = samples["bayern-familie"]
    facts = {
        "status_periods": (
            StatusPeriod("gestattung", period("2018-01-10", "2020-03-01")),
            StatusPeriod("title:25_2_1", period("2020-03-01", "2027-01-31")),
        ),
        "asylum_procedures": (
            AsylumProcedure(
                "first",
                PartialDate.parse("2018-01-10"),
                PartialDate.parse("2019-12-01"),
                PartialDate.parse("2020-01-10"),
                "refugee",
                own_status=True,
            ),
        ),
        "entry_date": PartialDate.parse("2018-01-01"),
        "applications": (),
        "benefit_periods": (),
        "employment_periods": (
            Employment(period("2021-01-01"), Decimal(38), Decimal(3200), Decimal(2300), True, "Werk"),
        ),
        "household_need": Decimal(1300),
        "language_proofs": (LanguageProof("B1", "full", PartialDate.parse("2021-01-01"), "telc"),),
        "protection_ended": "continues",
        "notice_73b3": frozenset({"none_known"}),
        "absence_periods": (),
        "licence_needed": False,
        "housing_sufficient": True,
        "family_members": (),
        "civic_proof": CivicProof("LiD_test", PartialDate.parse("2022-01-01")),
        "integration_course": CourseRecord(obliged=False),
    }
    cleared = samples["chancen-aufenthalt"]
    facts |= {name: cleared.value(name) for name in ("identity_status", "passports")}
    for name, value in facts.items():
        case = with_fact(case, name, value, Proof.COPY)
    case = replace(case, papers=(*case.papers, Paper("b1", "german_cert_full", Proof.COPY, TODAY)))
    case = judged(case, public_order_no4_ok=True, other_expulsion_interest=False)
    return replace(case, requests=(Request("25_2_1", DecisionKind.EXTENSION),))


def test_a_settlement_permit_that_is_due_stands_in_the_letter_for_the_extension(law, letter, recognised):
    due = assessment.assess(law, recognised, TODAY).title("26_3_5y").verdict
    assert due is Verdict.ENTITLEMENT_INDICATED
    made = letter(recognised)
    assert made.kind is LetterKind.EXTENSION
    text = text_of(made)
    assert "Zugleich beantrage ich eine Niederlassungserlaubnis nach § 26 Abs. 3" in text
    assert "Die Verlängerung beantrage ich für den Fall" in text
    said = [each.text for each in made.settlement_grounds]
    assert any("Dauer des Besitzes der Aufenthaltserlaubnis" in each for each in said)
    assert any("Stufe B1" in each for each in said)
    assert not set(said) & {each.text for each in made.grounds}
    names = [each.name for each in made.enclosures]
    assert any("Sprachzertifikat" in each for each in names)  # a paper of the settlement permit alone
    (german,) = (each for each in made.settlement_grounds if "Stufe B1" in each.text)
    assert "Sprachzertifikat" in names[german.enclosures[0] - 1]
    assert text.index(
        "beantrage ich die Verlängerung der Aufenthaltserlaubnis nach § 25 Abs. 2"
    ) < text.index("Zugleich")
    assert "Niederlassungserlaubnis" not in text_of(letter(recognised, answers=[("settlement", "no")]))
