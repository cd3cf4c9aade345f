"""Findings in words: sentences, what is known, alternatives, lines for a terminal."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from desktop import resources
from desktop.cases.periods import PartialDate
from desktop.cases.shapes import Never
from desktop.rules.facts.value import Band, Duration, FactValue
from desktop.rules.standing import Standing, standing_of
from desktop.rules.verdict import BEST, Verdict
from desktop.services import assessment
from desktop.services.words.findings import FindingWords
from desktop.services.words.lines import WIDTH, table, wrapped
from desktop.services.words.names import step_names
from desktop.services.words.weighed import weighed
from desktop.texts import Texts

from .conftest import TODAY

GERMAN, ENGLISH = (Texts(language, resources.path("i18n")) for language in ("de", "en"))


@pytest.fixture(params=[GERMAN, ENGLISH], ids=["de", "en"])
def words(law, request) -> FindingWords:
    return FindingWords(law.pack, request.param)


@pytest.fixture
def german(law) -> FindingWords:
    return FindingWords(law.pack, GERMAN)


def results(law, samples) -> Iterator:
    for case in samples.values():
        yield from assessment.assess(law, case, TODAY).titles


def test_every_result_has_a_whole_sentence(law, samples, words):
    for result in results(law, samples):
        sentence = words.sentence(result)
        assert sentence.endswith(".")
        assert "{" not in sentence
        assert ".." not in sentence
        assert not sentence.endswith(": .")


@pytest.mark.parametrize(
    ("name", "title", "sentence"),
    [
        ("derzeit-nicht-moeglich", "25_3", "Nicht erfüllt: Abschiebungsverbot"),
        ("derzeit-nicht-moeglich", "25b_1", "Es steht entgegen: Schweres Ausweisungsinteresse"),
        ("offene-fragen", "23_2", "Noch nicht bekannt: Aufnahmezusage"),
        ("jena-aufnahmezusage", "25_4_1", "Einzuschätzen ist noch: Der Aufenthalt ist nur vorübergehend"),
        ("sachsen-pflege", "25_4_1", "Die Behörde kann den Titel erteilen. Davon müsste sie absehen: Lebens"),
        (
            "muenchen-abschiebungsverbot",
            "25_3",
            "Alle Voraussetzungen sind erfüllt; abgelehnt werden darf nur",
        ),
        ("bayern-familie", "25_2_1", "Alle Voraussetzungen sind erfüllt, soweit die Angaben stimmen."),
        ("chancen-aufenthalt", "104c_holder", "Seit dem 31.12.2025"),
    ],
)
def test_the_sentence_of_a_verdict(law, samples, german, name, title, sentence):
    (result,) = assessment.assess(law, samples[name], TODAY, title=title).titles
    assert german.sentence(result).startswith(sentence)


def test_what_is_not_proven_is_told(law, samples, german):
    (proven,) = assessment.assess(law, samples["bayern-familie"], TODAY, title="25_2_1").titles
    assert german.sentence(proven).endswith("Noch ist nicht alles belegt.")  # order_58a is only claimed


def test_what_is_known_answers_the_label(law, samples, german):
    """“No expulsion interest: yes”, though the fact itself is a no; a bar that is absent: no."""
    (result,) = assessment.assess(law, samples["sachsen-pflege"], TODAY, title="25_4_1").titles
    assert result.finding is not None
    known = {german.label(leaf): german.known(leaf) for leaf in result.finding.leaves()}
    assert known["Kein Ausweisungsinteresse"] == "ja"
    assert known["Einreise- und Aufenthaltsverbot besteht"] == "nein"
    assert known["Lebensunterhalt und Krankenversicherung gesichert"] == "nein"


def test_nothing_known_is_said_of_what_is_open(law, samples, words):
    for result in results(law, samples):
        for leaf in result.finding.leaves() if result.finding else ():
            if standing_of(leaf) in (Standing.OPEN, Standing.NOT_JUDGED):
                assert words.known(leaf) in ("", words.value(leaf.leaf.fact, leaf.value))


def test_every_note_of_a_fact_has_its_words(law, samples, words):
    for result in results(law, samples):
        for leaf in result.finding.leaves() if result.finding else ():
            for note in words.notes(leaf.value):
                assert " " in note
                assert "{" not in note


@pytest.mark.parametrize(
    ("value", "german", "english"),
    [
        (True, "ja", "yes"),
        (False, "nein", "no"),
        (Duration(71, 21), "71 Monate, 21 Tage", "71 months, 21 days"),
        (Duration(1, 0), "1 Monat", "1 month"),
        (Duration(0, 1), "1 Tag", "1 day"),
        (Duration(0, 0), "0 Monate", "0 months"),
        (Band(Duration(47, 0), Duration(50, 4)), "sicher 47 Monate, höchstens 50 Monate, 4 Tage", None),
        (Band(3, 3), "3", "3"),
        (PartialDate.exactly(date(2026, 11, 22)), "22.11.2026", "22 Nov 2026"),
        (PartialDate.parse("1989"), "1989", "1989"),
        (PartialDate.parse("1989-11"), "November 1989", "November 1989"),
        (
            PartialDate(date(1989, 11, 3), date(1989, 12, 1)),
            "zwischen dem 03.11.1989 und dem 01.12.1989",
            "between 3 Nov 1989 and 1 Dec 1989",
        ),
        (date(2026, 11, 22), "22.11.2026", "22 Nov 2026"),
        (Never.NONE, "nicht geschehen", "did not happen"),
        (frozenset(), "keine", "none"),
        ((), "keine", "none"),
        (Decimal("92.85"), "92,85", "92.85"),
        (Decimal(1200), "1.200", "1,200"),
        ("A2", "A2", "A2"),
        (None, "", ""),
    ],
)
def test_values_in_words(law, value, german, english):
    assert FindingWords(law.pack, GERMAN).value("", FactValue(value)) == german
    if english is not None:
        assert FindingWords(law.pack, ENGLISH).value("", FactValue(value)) == english


# Alternatives


def test_the_leaves_that_matter_give_the_verdict_again(law, samples):
    """Leaving out what is no longer needed never leaves out what decides."""
    for result in results(law, samples):
        if result.finding is None:
            continue
        shown = list(weighed(result.finding))
        assert len(set(map(id, shown))) == len(shown)
        for reason in result.reasons():
            assert reason in shown
        if result.finding.verdict is BEST:
            assert all(leaf.verdict is BEST for leaf in shown)


def test_a_way_that_is_not_needed_is_left_out(law, samples):
    (result,) = assessment.assess(law, samples["chancen-aufenthalt"], TODAY, title="25b_1").titles
    assert result.finding is not None
    shown = {leaf.leaf.id for leaf in weighed(result.finding)}
    every = {leaf.leaf.id for leaf in result.finding.leaves()}
    assert shown < every
    assert result.verdict is Verdict.SHOULD_BE_GRANTED


# Lines


def test_lines_hang_under_their_first_word():
    text = "eins zwei drei vier " * 12
    lines = list(wrapped(text, 4, "!"))
    assert lines[0].startswith("    ! eins")
    assert all(line.startswith("      ") for line in lines[1:])
    assert all(len(line) <= WIDTH for line in lines)
    assert " ".join(" ".join(lines).replace("!", "").split()) == text.strip()


def test_a_citation_stays_in_one_piece():
    for count in range(60, 100):
        lines = list(wrapped("x" * count + " § 25 Abs. 4 S. 2 Nr. 1 Alt. 2 AufenthG"))
        assert not any(line.endswith(("§", "Abs.", "S.", "Nr.", "Alt.")) for line in lines)


def test_a_table_has_even_columns():
    assert list(table([("a", "bbb", ""), ("cc", "d", "e")])) == ["a   bbb", "cc  d    e"]
    assert list(table([])) == []


def test_ids_have_names(law, samples):
    names = step_names(law, GERMAN)
    assert names["25_3"].startswith("§")
    assert names["core:jena"] == "Stadt Jena, Ausländerbehörde"
    assert names["passport"] == law.pack.documents["passport"].name.de
    own = step_names(law, GERMAN, samples["sachsen-pflege"])
    assert own["title:other"] == "§ 16b Abs. 1 AufenthG"
    assert step_names(law, GERMAN, samples["offene-fragen"]) == names
