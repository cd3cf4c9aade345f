"""Letters from passages: their geometry in both forms, hostile words, what stands on a draft."""

from dataclasses import replace

import pytest

from desktop.documents.build import made, pdf
from desktop.documents.plain_letter_sheet import Passage, PassageKind, PlainLetterSheet
from desktop.documents.sheets import Enclosure, LetterForm, Sender
from desktop.documents.style import MM, PAGE_HEIGHT, PAGE_WIDTH
from desktop.errors import Problem
from tests.documents.reading import edges, find, pages
from tests.documents.samples import JENA, PERSON, STAMP, TODAY, texts

GERMAN = texts("de")
LETTER = PlainLetterSheet(
    language="de",
    stamp=STAMP,
    name="Sachstandsanfrage",
    person=PERSON,
    sender=Sender(PERSON.name, PERSON.address),
    recipient=JENA,
    subject="Sachstandsanfrage zum Antrag vom 20.07.2026",
    salutation="Sehr geehrte Damen und Herren,",
    passages=(
        Passage("0", "hiermit bitte ich um Auskunft.", request=True),
        Passage("1", "Auskunft", PassageKind.HEADING),
        Passage("2", "Bitte teilen Sie mir mit,"),
        Passage("3", "wie weit das Verfahren ist,", PassageKind.ITEM),
        Passage("4", "wer es bearbeitet.", PassageKind.ITEM),
        Passage("5", "Leer", PassageKind.HEADING),
    ),
    closing="Mit freundlichen Grüßen",
    enclosures=(Enclosure("Eingangsbestätigung"), Enclosure("Einwilligung", copy=False)),
    our_reference=PERSON.file_number,
    your_reference=PERSON.authority_file_number,
    place="Jena",
    client_confirmed_on=TODAY,
    cautions=("Nur auf dem Entwurf.",),
)
TOPS = {LetterForm.A: 27, LetterForm.B: 45}
TEXT = {LetterForm.A: 80.46, LetterForm.B: 98.46}
both_forms = pytest.mark.parametrize("form", LetterForm)


def text_of(sheet):
    return " ".join(" ".join(pages(pdf([sheet], GERMAN))).split())


@both_forms
def test_address_and_text_stand_where_the_standard_has_them(form):
    content = pdf([replace(LETTER, form=form)], GERMAN)
    for part in ("Stadt", "Ausländerbehörde", "Löbdergraben"):
        word = find(content, part)
        assert word.left >= 24.8 * MM
        assert word.right <= 105 * MM
        assert (TOPS[form] + 17.7) * MM <= word.top
        assert word.bottom <= (TOPS[form] + 45) * MM
    subject = find(content, "Sachstandsanfrage")
    assert subject.bottom >= TEXT[form] * MM
    assert subject.left == pytest.approx(25 * MM, abs=1)


@both_forms
def test_everything_stays_inside_the_margins_on_every_page(form):
    long = tuple(Passage(str(number), "Ein langer Absatz. " * 40) for number in range(12))
    content = pdf([replace(LETTER, form=form, passages=long)], GERMAN)
    found = pages(content)
    assert len(found) > 2
    assert all("Seite" in each for each in found[1:])
    left, top, right, bottom = edges(content)
    assert left >= 24 * MM
    assert right <= PAGE_WIDTH - 18 * MM
    assert top > 0
    assert bottom <= PAGE_HEIGHT - 5 * MM
    assert "Ein langer Absatz" in found[-1]  # nobody signs a page without a word of the letter


def test_order_enclosures_and_a_heading_without_text():
    text = text_of(LETTER)
    order = [
        "Sachstandsanfrage zum",
        "Sehr geehrte",
        "hiermit bitte",
        "Auskunft",
        "wie weit",
        "wer es",
        "Mit freundlichen",
        "1. Eingangsbestätigung (Kopie)",
        "2. Einwilligung",
    ]
    places = [text.index(part) for part in order]
    assert places == sorted(places)
    assert "Leer" not in text
    assert "Einwilligung (Kopie)" not in text


def test_cautions_stand_on_drafts_only():
    assert "Nur auf dem Entwurf." not in text_of(LETTER)
    for draft in (
        replace(LETTER, stamp=replace(STAMP, approved=False)),
        replace(LETTER, client_confirmed_on=None),
    ):
        assert "Nur auf dem Entwurf." in text_of(draft)
        assert "ENTWURF" in text_of(draft)


@pytest.mark.parametrize(
    "words",
    [
        "X" * 200,
        "Maria del Carmen de la Santísima Trinidad García Fernández y Martínez de la Torre",
        "\u202eevil\u202c \u200bzero\u200b",
        "<b>&amp;</b> {name} %s",
        "محمد نظر الأحمدي Mohammad",
        "ጸጋይ ተስፋ",
    ],
)
def test_hostile_words_stay_on_the_page(words):
    person = replace(PERSON, name=words)
    sheet = replace(
        LETTER,
        person=person,
        sender=Sender(words, (words,) * 3),
        passages=(Passage("0", f"hiermit bittet {words} um Auskunft."),),
        enclosures=(Enclosure(words),),
        your_reference=words,
    )
    content = made([sheet], GERMAN)
    assert content.missing == ""
    left, _, right, bottom = edges(content.pdf)
    assert left >= 0
    assert right <= PAGE_WIDTH - 15 * MM
    assert bottom <= PAGE_HEIGHT


def test_nine_lines_of_address_are_refused_in_one_sentence():
    nine = replace(JENA, address=tuple(f"Zeile {number}" for number in range(7)))
    with pytest.raises(Problem, match="six fit"):
        pdf([replace(LETTER, recipient=nine)], GERMAN)


def test_the_same_input_gives_the_same_bytes():
    assert pdf([LETTER], GERMAN) == pdf([LETTER], GERMAN)
