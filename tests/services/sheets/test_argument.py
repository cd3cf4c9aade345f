"""The argument of a letter and its enclosures: what is claimed, what only announced, what stays out."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.cases.answers import Proof
from desktop.cases.papers import Paper
from desktop.cases.periods import PartialDate
from desktop.documents.letter_statements import claims, statements
from desktop.documents.sheets import LetterSheet
from desktop.services import printing
from desktop.services.letter_questions import unanswered
from desktop.services.sheets.letter_grounds import statutory_order
from tests.documents.reading import pages
from tests.services.conftest import TODAY
from tests.services.sheets.making import GERMAN, choice, with_fact

# The argument


def test_the_conditions_stand_in_the_order_of_the_statute(letter, samples):
    made = letter(samples["chancen-aufenthalt"])
    own = [each.cite for each in made.grounds if each.cite.replace("\u00a0", " ").startswith("§ 25b")]
    assert own == sorted(own, key=statutory_order)
    assert len(own) >= 4


def test_citations_are_sorted_as_a_section_runs():
    cites = ["§ 25b Abs. 1 S. 2 Nr. 3 Alt. 1", "§ 25b Abs. 1 S. 1", "§ 25b Abs. 8", "§ 25b Abs. 1 S. 2 Nr. 1"]
    assert sorted(cites, key=statutory_order) == [cites[1], cites[3], cites[0], cites[2]]
    assert statutory_order("§ 60a Abs. 2c") > statutory_order("§ 60a Abs. 2")


def test_what_only_the_client_says_is_announced_and_not_claimed(letter, samples):
    """The declaration and the test of § 25b(1) s. 2 no. 2 are not on paper yet."""
    made = letter(samples["chancen-aufenthalt"])
    assert not any("Bekenntnis" in each.text or "Grundkenntnisse" in each.text for each in made.grounds)
    assert any("Bekenntnis" in each for each in made.to_follow)
    proven = with_fact(
        samples["chancen-aufenthalt"],
        "fdgo_declaration_on",
        PartialDate.parse("2025-07-01"),
        Proof.COPY,
    )
    assert not any(
        "Bekenntnis" in each.text for each in letter(proven).grounds
    )  # seen, but no paper goes along
    shown = replace(proven, papers=(*proven.papers, Paper("f", "fdgo_declaration", Proof.COPY, TODAY)))
    claimed = [each.text for each in letter(shown).grounds if "Bekenntnis" in each.text]
    assert any("Bekenntnis" in each and "(Original)" in each for each in letter(shown).to_follow)
    assert claimed == [
        "Das Bekenntnis zur freiheitlichen demokratischen Grundordnung wurde am 01.07.2025 unterschrieben."
    ]


def test_a_judgement_is_argued_only_with_a_paper_or_with_words(law, letter, samples):
    case = samples["hessen-haertefall"]
    bare = letter(case)
    assert not any("Härte" in each.text for each in bare.grounds)
    asked = printing.questions(law, case, choice(law, case), today=TODAY, texts=GERMAN)
    needed = unanswered(asked, {})
    assert [each.id for each in needed] == [
        "authority_address",
        "why.special_circumstances_individual",
        "why.leaving_is_exceptional_hardship",
    ]
    assert all(each.label in " ".join(bare.cautions) for each in needed)
    told = letter(
        case, answers=[("why.leaving_is_exceptional_hardship", "Die Behandlung läuft bis Mai (Anlage 3).")]
    )
    (ground,) = (each for each in told.grounds if "Härte" in each.text)
    assert ground.text.endswith("außergewöhnliche Härte: Die Behandlung läuft bis Mai (Anlage\u00a03).")


def test_the_reason_in_the_file_never_gets_into_a_letter(letter, samples):
    for case in samples.values():
        made = letter(case)
        told = " ".join(each.text for each in made.grounds) + " ".join(made.pending)
        for judgement in case.judgements.values():
            assert judgement.reason not in told


def test_time_with_the_authority_is_shown_by_its_own_file(letter, samples):
    (stay,) = (
        each for each in letter(samples["chancen-aufenthalt"]).grounds if "ununterbrochen" in each.text
    )
    assert "10 Jahre, 1 Monat" in stay.text
    assert stay.in_your_file


def test_every_number_of_an_enclosure_is_that_of_a_paper(letter, samples):
    for case in samples.values():
        made = letter(case)
        for ground in (*made.grounds, *made.alternative_grounds):
            assert all(1 <= number <= len(made.enclosures) for number in ground.enclosures)


def test_statements_and_claims_name_facts_and_papers_of_the_pack(law):
    german, english = statements("de"), statements("en")
    assert german.keys() == english.keys()
    named = {key.partition("/")[0].partition("=")[0] for key in german}
    listed = (
        claims().on_own_word | claims().in_the_file | {each.partition("=")[0] for each in claims().left_out}
    )
    facts = {fact.id for fact in law.pack.vocabulary}
    assert (named | listed | claims().shown_by.keys()) <= facts
    assert frozenset().union(*claims().shown_by.values()) <= law.pack.documents.keys()
    assert all(text.count("{value}") == english[key].count("{value}") for key, text in german.items())


# Enclosures and copies


def test_further_enclosures_go_on_with_the_numbers_and_a_number_that_is_none_is_told(letter, samples):
    case = samples["hessen-haertefall"]
    answers = [
        ("why.leaving_is_exceptional_hardship", "Siehe Anlage 4 und Anlage 7."),
        ("further_enclosures", "Bericht der Klinik\n\n  Schreiben der Schwester "),
    ]
    made = letter(case, answers=answers)
    assert [each.name for each in made.enclosures[3:]] == ["Bericht der Klinik", "Schreiben der Schwester"]
    told = " ".join(made.cautions)
    assert "Anlage 7" in told
    assert "Anlage 4" not in told


def test_a_paper_about_convictions_is_never_enclosed(letter, samples):
    case = samples["sachsen-pflege"]
    extra = (
        Paper("x", "criminal_record", Proof.COPY, TODAY),
        Paper("y", "registration", Proof.COPY, TODAY),
    )
    names = [each.name for each in letter(replace(case, papers=(*case.papers, *extra))).enclosures]
    assert "Meldebestätigung" in names
    assert not any("Verurteilung" in each for each in names)


def test_the_paper_that_ran_out_is_enclosed_with_a_late_application(letter, samples):
    made = letter(samples["sachsen-pflege"], today=date(2027, 1, 22))
    name = "Aufenthaltstitel nach § 16b Abs. 1 AufenthG"
    assert name in [each.name for each in made.enclosures]
    assert "Aktueller Titel mit Zusatzblatt, Duldung oder Gestattung" not in made.to_follow


@pytest.mark.parametrize("kind", ["letter", "fee"])
def test_a_copy_to_read_goes_beside_the_german_letter(law, samples, kind):
    case = samples["hessen-haertefall"]
    chosen = choice(law, case, kind, language="en")
    made = printing.printed(law, case, chosen, today=TODAY)
    german, english = printing.sheets(law, case, chosen, today=TODAY)
    assert isinstance(german, LetterSheet)
    assert isinstance(english, LetterSheet)
    assert (german.language, english.language) == ("de", "en")
    content = pages(made.pdf)
    first = next(number for number, page in enumerate(content) if "Reading copy" in page)
    assert all("Reading copy" not in page for page in content[:first])
    assert all("Reading copy" in page for page in content[first:])
    assert "Sehr geehrte Damen und Herren," in content[0]
    assert "Lesefassung, nicht für die Behörde" in content[first]
    assert len(printing.sheets(law, case, replace(chosen, language="de"), today=TODAY)) == 1
