"""Every text of letters and declarations is a phrase; languages render exactly the phrases of today."""

from __future__ import annotations

import pytest

from desktop import resources
from desktop.services.handouts.languages import GERMAN, languages
from desktop.services.handouts.released import NOTHING_RELEASED
from desktop.services.handouts.statements import text_hash
from desktop.services.handouts.translations import Rendering
from desktop.services.reading.phrasebook import ENGLISH, Phrasebook, lacking, renderings, wrong
from desktop.services.reading.phrases import _written, in_english, phrases, plain
from desktop.texts import Texts

OTHERS = [code for code in languages() if code not in (GERMAN, ENGLISH)]


def test_the_words_of_the_program_are_in_the_german_catalogue():
    texts = Texts("de", resources.path("i18n"))
    assert [each for each in _written().words if not texts.translated(each)] == []


def test_every_phrase_has_its_english_from_the_same_place(law):
    german, english = phrases(law.pack), in_english(law.pack)
    assert len(german) > 800
    assert [text for id_, text in german.items() if id_ not in english] == []
    assert english[text_hash("Sehr geehrte Damen und Herren,")] == "Dear Sir or Madam,"
    places = {id_: {each.split("}")[0] for each in text.split("{")[1:]} for id_, text in german.items()}
    other = {id_: {each.split("}")[0] for each in text.split("{")[1:]} for id_, text in english.items()}
    assert {german[id_] for id_ in places if places[id_] != other[id_]} == set()


@pytest.mark.parametrize("code", OTHERS)
def test_a_language_renders_every_phrase_and_nothing_else(law, code):
    assert list(lacking(law.pack, code).values()) == []
    assert set(renderings(law.pack, code)) <= set(phrases(law.pack))


@pytest.mark.parametrize(
    ("german", "text", "fault"),
    [
        ("Die Duldung ist bis {present_until} gültig.", "valid until {present_until}", ""),
        ("Die Duldung ist bis {present_until} gültig.", "valid", "placeholders"),
        ("Nach § 81 Abs. 4 S. 1 AufenthG.", "§\N{NO-BREAK SPACE}81 Abs. 4 S. 1 AufenthG", ""),
        ("Nach § 81 Abs. 4 S. 1 AufenthG.", "§ 81 Abs. 3 S. 1 AufenthG", "citations"),
        ("Bis zum 1. August 2018.", "until August 2018", "citations"),
    ],
)
def test_a_rendering_keeps_places_citations_and_numbers(german, text, fault):
    assert wrong(Rendering(text=text, of=text_hash(german)), german) == fault
    assert wrong(None, german) == "missing"


@pytest.fixture
def english(law):
    return Phrasebook(law.pack, ENGLISH, NOTHING_RELEASED)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Sehr geehrte Damen und Herren,", "Dear Sir or Madam,"),
        ("geboren 02.07.1991", "born 02.07.1991"),
        ("Mietvertrag vom 1. März (Kopie)", "Mietvertrag vom 1. März (copy)"),
        (
            "Aufenthaltstitel nach § 25 Abs. 4 S. 1 AufenthG (Kopie)",
            "Residence title under § 25 Abs. 4 S. 1 AufenthG (copy)",
        ),
        ("Leistungsbescheid", "Benefit notice"),
        ("Leistungsbescheid (Kopie)", "Benefit notice (copy)"),
        (
            "Für eine Antwort bis zum 08.12.2026 wäre ich dankbar.",
            "I would be grateful for an answer by 08.12.2026.",
        ),
        ("Der Bund hat die Aufnahme erklärt (§ 22 S. 2 AufenthG; Anlage 1).", None),
        ("Das hat die Beratungsstelle selbst geschrieben.", ""),
        ("", ""),
        ("bis Do 10.12.2026", "by 10.12.2026"),
        ("am Di 01.12.2026", "on 01.12.2026"),
        ("bis Dezember 2019", "by 12/2019"),
        ("Verlängerung bis drei Monate", "Extension up to three months"),
        ("Antrag, gültig bis drei Monate", ""),
        ("Duldung § 60a Abs. 2 S. 1 endet", "Duldung § 60a Abs. 2 S. 1 ends"),
        ("Das war alles. Die Geduld endet", ""),
        ("Aufenthaltstitel nach § 104c AufenthG, gültig bis 31.12.2026", ""),
        ("Russisch", "Russian"),
        ("befreit (§ 45 Nr. 1 AufenthV).", "exempt (§ 45 Nr. 1 AufenthV)."),
        (
            "Es besteht eine Duldung (§ 25b Abs. 1 S. 1 AufenthG; Ihre Akte).",
            "A Duldung is held (§ 25b Abs. 1 S. 1 AufenthG; your file).",
        ),
        (
            "Jede Einwilligung können Sie jederzeit zurücknehmen. Was wir bis dahin getan haben, bleibt"
            " erlaubt. [Art. 7 Abs. 3 DSGVO]",
            None,
        ),
    ],
)
def test_a_line_is_found_with_its_values(english, line, said):
    found = english.say(line)
    if said is None:
        assert found.endswith(
            (" (§ 22 S. 2 AufenthG; enclosure\N{NO-BREAK SPACE}1).", " [Art. 7 Abs. 3 DSGVO].")
        )
        assert "Bund" not in found
        assert "Einwilligung" not in found
    else:
        assert found == said


def test_a_value_that_looks_like_a_place_is_only_a_value(english):
    assert english.say("Staatsangehörigkeit {day} <b>&amp; %s") == "nationality {day} <b>&amp; %s"


def test_spaces_of_any_kind_are_spaces():
    assert plain("§\N{NO-BREAK SPACE}25") == "§ 25"


def test_a_language_is_called_as_its_speakers_call_it(law):
    turkish = Phrasebook(law.pack, "tr", NOTHING_RELEASED)
    assert turkish.say("Persisch (Dari/Farsi)") == "فارسی / دری"


def test_in_a_bracket_behind_a_value_what_is_a_phrase_is_said(english):
    held = "Vor der Beschäftigungsduldung bestand eine Duldung; Dauer: 2 Jahre, 6 Monate"
    said = english.say(f"{held} (§ 60d Abs. 1 Nr. 2 AufenthG; Ihre Akte).")
    assert said.endswith("2 Jahre, 6 Monate (§ 60d Abs. 1 Nr. 2 AufenthG; your file).")
    assert english.own_words("Meine Worte (§ 25; Ihre Akte).") == "Meine Worte (§ 25; your file)."
