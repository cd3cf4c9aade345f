"""The sheet that says why."""

from dataclasses import replace

import pytest

from desktop.documents.build import pdf
from desktop.documents.reasons_sheet import ReasonLine, WarningLine
from desktop.rules.standing import Standing
from desktop.rules.verdict import Verdict
from tests.documents.reading import pages, shapes
from tests.documents.sample_reasons import REASONS
from tests.documents.samples import texts

GERMAN, ENGLISH = texts("de"), texts("en")


@pytest.fixture(scope="module")
def german():
    return "\n".join(pages(pdf([REASONS], GERMAN)))


def test_verdict_first_then_what_decided_it_then_the_rest(german):
    order = [
        "Prüfung § 25b Abs. 1 AufenthG",
        "Mohammad Nazar AL-AHMADI",
        "braucht Einschätzung",
        "Ohne das behebbare Hindernis: soll erteilt werden",
        "Nur ein Antrag nach § 25a oder § 25b",
        "Was den Ausschlag gab",
        "Lebensunterhalt überwiegend durch Arbeit",
        "§ 25b Abs. 1 S. 2 Nr. 3 AufenthG",
        "Was außerdem offen oder nicht erfüllt ist",
        "Einschätzungen",
        "M. Krause, 20.11.2026",
        "Was erfüllt ist",
        "Quelle und Recht",
        "unzutreffend",
        "Quellen",
    ]
    places = [german.find(part) for part in order]
    assert -1 not in places
    assert places == sorted(places)


def test_each_condition_has_its_word_and_its_proof(german):
    for word in (
        "noch nicht eingeschätzt",
        "rechtlich umstritten",
        "offen",
        "nicht erfüllt",
        "erfüllt",
        "nicht verlangt",
    ):
        assert word in german.replace("\n", " ")
    assert "Kopie in der Akte" in german
    assert "noch nicht nachgewiesen" in german


def test_the_day_of_the_law_stands_on_every_page():
    for number, text in enumerate(pages(pdf([REASONS], GERMAN)), start=1):
        assert "Rechtsstand 19.08.2026" in text
        assert f"Seite {number} von 2" in text


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_has_a_sign_and_a_word_in_both_languages(verdict):
    bare = replace(
        REASONS,
        deciding=(),
        open_points=(),
        met=(),
        source_pairs=(),
        warnings=(),
        consequences=(),
        judgements=(),
    )
    for language in (GERMAN, ENGLISH):
        sheet = pdf([replace(bare, verdict=verdict, without_bar=None)], language)
        assert shapes(sheet) > 2
    words = {pages(pdf([replace(bare, verdict=each, without_bar=None)], GERMAN))[0] for each in Verdict}
    assert len(words) == len(Verdict)


@pytest.mark.parametrize("standing", Standing)
def test_every_standing_has_a_sign(standing):
    line = ReasonLine("Eine Voraussetzung", "§ 5 AufenthG", standing)
    assert shapes(pdf([replace(REASONS, deciding=(line,))], GERMAN)) > 0


def test_a_bar_that_is_not_there_is_not_called_met():
    bar = ReasonLine("Einreiseverbot", "§ 11 AufenthG", Standing.MET, bar=True)
    text = "".join(pages(pdf([replace(REASONS, deciding=(bar,), open_points=(), met=())], GERMAN)))
    assert "liegt nicht vor" in text
    assert "\nerfüllt" not in text
    there = replace(bar, standing=Standing.NOT_MET)
    text = "".join(pages(pdf([replace(REASONS, deciding=(there,), open_points=(), met=())], GERMAN)))
    assert "steht entgegen" in text.replace("\n", " ")


def test_what_may_not_apply_stands_below_what_decided_under_its_own_heading():
    doubtful = WarningLine("Ein Asylantrag würde diesen Titel beenden.", open=True)
    sheet = replace(REASONS, warnings=(doubtful, *REASONS.warnings))
    text = " ".join("".join(pages(pdf([sheet], GERMAN))).split())
    order = ["Worauf zu achten ist", "Was den Ausschlag gab", "Zu prüfen, ob es zutrifft", doubtful.text]
    places = [text.index(each) for each in order]
    assert places == sorted(places)
    assert "Zu prüfen" not in "".join(pages(pdf([REASONS], GERMAN)))


def test_english():
    text = "\n".join(pages(pdf([REASONS], ENGLISH)))
    for part in (
        "Assessment § 25b",
        "needs assessment",
        "What decided it",
        "Law as of 19 Aug 2026",
        "The law says",
    ):
        assert part in text
