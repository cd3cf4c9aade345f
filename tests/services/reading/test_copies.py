"""The reading copy of a letter or a declaration says every line of the finished German sheet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.documents import build
from desktop.documents.handout_sheet import HandoutSheet
from desktop.errors import Problem
from desktop.services import assessment, printing
from desktop.services.declarations.profile import OfficeProfile
from desktop.services.handouts.languages import GERMAN, languages
from desktop.services.handouts.released import Release, Releases
from desktop.services.handouts.statements import handouts, text_hash
from desktop.services.handouts.translations import translation
from desktop.services.letter_wording import edit, editable
from desktop.services.print_choice import READ, Edit
from desktop.services.reading.phrasebook import renderings
from desktop.services.reading.phrases import phrases, plain
from desktop.services.samples import SAMPLE_DAY, sample_cases
from tests.documents.reading import pages
from tests.services.sheets.procedures import BORDER, REFUSAL, THREAT, applied

TODAY = SAMPLE_DAY
OFFICE = "Beratungsstelle Demo"


def choices(law, case, kind):
    """Every sheet of a kind, as it is offered for the case."""
    found = assessment.assess(law, case, TODAY)
    choice = printing.defaults(law, case, found, kind=kind)
    about = printing.subjects(law, case, kind, today=TODAY, texts=printing.texts_of("de"))
    return [choice.but(which=which) for which, _ in about] or [choice]


def printed(law, case, choice):
    profile = OfficeProfile(name=OFFICE)
    return printing.sheets(law, case, choice, today=TODAY, office=OFFICE, profile=profile)


def copy_of(law, case, choice):
    found = printed(law, case, choice)
    return next(each for each in found if isinstance(each, HandoutSheet))


def offered(law, kind):
    """Whether a case of the kind can be printed at all is a matter of other tests."""
    made, samples = 0, sample_cases(law, TODAY)
    refused = replace(samples["chancen-aufenthalt"], letters=(REFUSAL, THREAT))
    at_the_border = replace(samples["chancen-aufenthalt"], letters=(BORDER,))
    filed = applied(samples["chancen-aufenthalt"])
    for case in (*samples.values(), refused, at_the_border, filed):
        for choice in choices(law, case, kind):
            try:
                printed(law, case, choice)
            except Problem:
                continue
            made += 1
            yield case, choice.but(copies=True, beside="en")
    assert made


@pytest.mark.parametrize("kind", READ)
def test_every_line_of_every_sample_is_said(law, kind):
    silent = set()
    for case, choice in offered(law, kind):
        for sheet in printed(law, case, choice):
            if isinstance(sheet, HandoutSheet):
                said = [said.text for topic in sheet.topics for said in topic.said]
                said += [topic.heading for topic in sheet.topics if topic.heading.german]
                assert len(said) > 3
                silent |= {each.german for each in said if not each.other}
    assert silent == set()


def test_a_sheet_is_followed_by_its_copy_only_where_one_is_wanted(law, samples):
    case = samples["sachsen-pflege"]
    (choice,) = choices(law, case, "letter")
    for wish, count in (
        ({}, 1),
        ({"copies": True, "beside": "fr"}, 2),
        ({"copies": True, "beside": GERMAN}, 1),
        ({"copies": False, "beside": "fr"}, 1),
    ):
        assert len(printed(law, case, choice.but(**wish))) == count
    checklist = replace(choice, kind="checklist", copies=True, beside="fr")
    assert len(printed(law, case, checklist)) == 1


def test_the_office_keeps_no_copy_of_its_own_note(law, samples):
    choice = choices(law, samples["bayern-familie"], "power")[0].but(copies=True, beside="tr")
    found = printed(law, samples["bayern-familie"], choice)
    assert [isinstance(each, HandoutSheet) for each in found] == [False, True, False]
    assert found[2].kept_here


def test_numbers_and_values_are_the_same_on_both_sides(law, samples):
    case = samples["sachsen-pflege"]
    (choice,) = choices(law, case, "letter")
    copy = copy_of(law, case, choice.but(copies=True, beside="en"))
    said = [said for topic in copy.topics for said in topic.said]
    assert [each.number for each in said] == list(range(1, len(said) + 1))
    assert any("33-BEI-0417" in each.text.german and "33-BEI-0417" in each.text.other for each in said)
    assert copy.own[1].value == "Örtliche Ausländerbehörde in Sachsen"


def test_a_paragraph_worded_anew_stands_there_as_it_is_sent_and_is_not_translated(law, samples):
    case = samples["sachsen-pflege"]
    (choice,) = choices(law, case, "letter")
    paragraph = next(each for each in editable(printed(law, case, choice)) if not each.request)
    own = f"Eigene Worte der Beratungsstelle {' '.join(paragraph.kept)}."
    assert edit(paragraph, own).text == own
    worded = replace(choice, copies=True, beside="en", edits=(Edit(paragraph.id, paragraph.text, own),))
    said = [said.text for topic in copy_of(law, case, worded).topics for said in topic.said]
    assert [each.other for each in said if each.german == own] == [""]
    assert paragraph.text not in [each.german for each in said]


def read_as(law, case, kind, *, which="", answers=(), **wishes):
    """The lines of a copy beside English: other by German."""
    choice = choices(law, case, kind)[0].but(copies=True, beside="en", which=which or None, **wishes)
    for question, answer in answers:
        choice = choice.answering(question, answer)
    copy = copy_of(law, case, choice)
    said = [each.text for topic in copy.topics for each in topic.said]
    return {plain(each.german): plain(each.other) for each in said}


def ending(said, german):
    return next(other for line, other in said.items() if german in line)


def test_every_part_of_a_line_is_said(law, samples):
    fee = read_as(law, samples["bayern-familie"], "fee", title_id="25_2_1")
    assert "100 €, exempt (§ 45" in ending(fee, "100 €, befreit")
    letter = read_as(law, samples["chancen-aufenthalt"], "letter")
    held = ending(letter, "Jetziges Papier")
    assert held.startswith("Paper held now: Residence title under")
    assert held.endswith(", valid until 31.12.2026")
    signed = read_as(law, samples["nur-angerufen"], "power")
    assert ending(signed, "gesetzlichen Vertretung").endswith("only for minors")
    stays = read_as(law, samples["chancen-aufenthalt"], "residence")
    assert ending(stays, "31.12.2026 · jetzt").endswith("to 31.12.2026 · now")


def test_fields_side_by_side_are_lines_of_their_own(law, samples):
    said = read_as(law, samples["bayern-familie"], "power")
    assert said["Geboren am: 02.07.1991"] == "Born on: 02.07.1991"
    assert said["Staatsangehörigkeit: Somalia"] == "Nationality: Somalia"
    assert "Geboren am: Staatsangehörigkeit" not in said


def test_own_words_behind_a_sentence_leave_the_sentence_translated(law, samples):
    case = samples["sachsen-pflege"]
    found = choices(law, case, "letter")[0]
    asked = printing.questions(law, case, found, today=TODAY, texts=printing.texts_of("de"))
    judged = next(each for each in asked if "Dringende humanitäre" in each.label)
    said = read_as(law, case, "letter", answers=[(judged.id, "Meine Mutter pflegt mich")])
    own = ending(said, "Meine Mutter pflegt mich")
    assert "There are urgent humanitarian or personal reasons: Meine Mutter pflegt mich" in own


@pytest.mark.parametrize("code", [code for code in languages() if code != GERMAN])
def test_every_language_prints_without_a_missing_letter(law, samples, code):
    case = samples["bayern-familie"]
    for kind in ("letter", "release", "residence"):
        choice = choices(law, case, kind)[0].but(copies=True, beside=code)
        made = printing.printed(law, case, choice, today=TODAY, office=OFFICE)
        assert made.missing == ""
        assert made.pdf.startswith(b"%PDF")


def released_but(law, code, *left_out):
    """Everything of a language released, but for some German texts."""
    found = {
        **{id_: (german, renderings(law.pack, code)[id_]) for id_, german in phrases(law.pack).items()},
        **{
            block: (german, translation(code).renderings[block]) for block, german in handouts().texts.items()
        },
    }
    return Releases(
        {
            code: {
                block: Release("mk", TODAY, rendering.of, text_hash(rendering.text))
                for block, (german, rendering) in found.items()
                if german not in left_out
            }
        }
    )


def test_a_copy_is_reviewed_when_every_part_of_every_line_is(law, samples):
    case = samples["derzeit-nicht-moeglich"]
    choice = choices(law, case, "residence")[0].but(copies=True, beside="ar")
    for left_out, reviewed in ((), True), (("Widerspruch",), False), (("Klage beim Gericht",), True):
        released = released_but(law, "ar", *left_out)
        found = printing.sheets(law, case, choice, today=TODAY, office=OFFICE, released=released)
        (copy,) = (each for each in found if isinstance(each, HandoutSheet))
        assert copy.reviewed is reviewed, left_out


def test_what_nobody_released_says_so(law, samples):
    case = samples["bayern-familie"]
    choice = choices(law, case, "release")[0]
    assert not copy_of(law, case, choice.but(copies=True, beside="ar")).reviewed


def test_a_text_longer_than_a_page_is_cut_between_its_lines(law, samples):
    case = samples["sachsen-pflege"]
    (choice,) = choices(law, case, "letter")
    long = "Das ist ein sehr langer Grund, der nicht auf eine Seite passt. " * 60
    answered = choice.answering("discretion", long[:1900].strip()).but(copies=True, beside="en")
    copy = copy_of(law, case, answered)
    alone = build.pdf([copy], printing.texts_of("de"))
    assert alone.count(b"/Type /Page\n") + alone.count(b"/Type /Page ") >= 4
    assert date(2026, 11, 24) == copy.stamp.printed_on


@pytest.mark.parametrize("code", ["en", "ar"])
def test_a_copy_begins_with_what_the_letter_is_about(law, samples, code):
    case = applied(samples["chancen-aufenthalt"])
    copy = copy_of(law, case, choices(law, case, "reminder")[0].but(copies=True, beside=code))
    first = copy.topics[0]
    assert first.heading.german == "Sachstandsanfrage zum Antrag vom 20.10.2026"
    assert first.heading.other


def test_a_long_name_is_not_called_untranslated(law, samples):
    name = ("Abdulrahman-Al-Mustafa " * 9)[:200].strip()
    case = samples["sachsen-pflege"]
    named = replace(case, client=replace(case.client, name=name))
    assert read_as(law, named, "letter")[name] == name


def test_whom_it_goes_to_is_named_without_the_street(law, samples):
    case = samples["sachsen-pflege"]
    address = "Landratsamt Musterkreis\nMusterstraße 1\n01067 Dresden"
    found = choices(law, case, "letter")[0].answering("authority_address", address)
    copy = copy_of(law, case, found.but(copies=True, beside="en"))
    assert copy.own[1].value == "Landratsamt Musterkreis"


@pytest.mark.parametrize("code", ["ru", "uk", "fr"])
def test_no_page_holds_only_the_closing_and_the_name(law, samples, code):
    case = samples["bayern-familie"]
    copy = copy_of(law, case, choices(law, case, "file_access")[0].but(copies=True, beside=code))
    last = pages(build.pdf([copy], printing.texts_of("de")))[-1]
    assert "Mit freundlichen Grüßen" in last
    assert "Für die Einsicht oder eine Antwort" in " ".join(last.split())
