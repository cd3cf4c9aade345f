"""The slip for the paper file: what stands on it, and that it keeps to its half of the paper."""

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.deadlines.duedates import Nature
from desktop.documents import furniture, half
from desktop.documents.build import pdf
from desktop.documents.time_sheets import Hand, SlipSheet, StepLine
from tests.documents.reading import edges, find, pages, words
from tests.documents.sample_checklist import CHECKLIST
from tests.documents.samples import PERSON, STAMP, texts
from tests.documents.test_hostile import NAMES

GERMAN, ENGLISH = texts("de"), texts("en")
CUT = 841.89 / 2
SLIP = SlipSheet(
    stamp=STAMP,
    person=PERSON,
    nature=Nature.FILING,
    what="Klage gegen den Bescheid des Bundesamts",
    action="Bis zum sicheren Tag bei Gericht einreichen.",
    day=date(2026, 12, 7),
    cite="§ 74 Abs. 1 AsylG",
    letter="Bescheid vom 18.11.2026, Bundesamt",
    safe_day=date(2026, 12, 4),
    start_on=date(2026, 11, 27),
    urgent_from=date(2026, 11, 30),
    lawyer_today=True,
    derivation=(
        StepLine("Zugestellt am Mo 23.11.2026 (gelber Umschlag).", "§ 3 VwZG"),
        StepLine("Der Tag des Ereignisses, Mo 23.11.2026, zählt nicht.", "§ 187 Abs. 1 BGB"),
        StepLine("2 Wochen: Die Frist endet mit Ablauf des Mo 07.12.2026.", "§ 188 Abs. 2 BGB"),
    ),
    notes=(StepLine("Äußerste Grenze, nicht damit planen: 23.11.2027.", "§ 58 Abs. 2 VwGO"),),
    entered=Hand("mk", date(2026, 11, 24)),
    confirmed=Hand("ab", date(2026, 11, 24)),
)
LONG = replace(SLIP, derivation=SLIP.derivation * 8)


def test_what_when_how_and_who():
    text = pages(pdf([SLIP], GERMAN))[0].replace("\n", " ").replace("\xa0", " ")
    order = [
        "Fristenzettel",
        "Mohammad Nazar AL-AHMADI",
        "Klage gegen den Bescheid",
        "Bescheid vom 18.11.2026, Bundesamt · § 74 Abs. 1 AsylG",
        "Letzter Tag, Eingang spätestens am",
        "Mo 07.12.2026",
        "Heute anwaltlich prüfen lassen",
        "Bis zum sicheren Tag bei Gericht einreichen.",
        "So ist es berechnet",
        "1. Zugestellt am Mo 23.11.2026 (gelber Umschlag). [§ 3 VwZG]",
        "3. 2 Wochen",
        "Eingetragen von",
        "Hinweise; mit keinem hier genannten Tag planen",
        "Äußerste Grenze",
        "Rechtsstand 19.08.2026",
        "zählt der frühere Tag",
    ]
    places = [text.find(part) for part in order]
    assert -1 not in places
    assert places == sorted(places)
    for part in ("Fr 04.12.2026", "Fr 27.11.2026", "Mo 30.11.2026", "mk, 24.11.2026", "ab, 24.11.2026"):
        assert part in text
    assert "Unterschrift" in text


def test_the_last_day_is_the_largest_text_on_the_slip():
    content = pdf([SLIP], GERMAN)
    sizes = {word.text: word.bottom - word.top for word in words(content)}
    assert max(sizes, key=sizes.__getitem__) in "Mo\xa007.12.2026"


def test_the_outer_limit_stands_small_and_never_in_the_frame_of_days():
    content = pdf([SLIP], GERMAN)
    assert find(content, "23.11.2027").top > find(content, "Heute").bottom


@pytest.mark.parametrize("nature", Nature)
@pytest.mark.parametrize("language", [GERMAN, ENGLISH], ids=["de", "en"])
def test_every_nature_has_its_title_and_says_what_its_day_is(nature, language):
    content = pdf([replace(SLIP, nature=nature, time="14:30", place="Raum 3", letter="")], language)
    with pypdfium2.PdfDocument(content) as document:
        title = document.get_metadata_dict()["Title"]
    text = pages(content)[0]
    assert title in text
    assert PERSON.name not in title
    assert "14:30" in text


@pytest.mark.parametrize("language", [GERMAN, ENGLISH], ids=["de", "en"])
def test_no_label_and_no_day_of_the_frame_is_cut(language):
    wide = date(2026, 12, 30)  # a Wednesday: the widest words
    sheet = replace(SLIP, safe_day=wide, start_on=wide, urgent_from=wide)
    assert "…" not in pages(pdf([sheet], language))[0]


def test_a_later_reading_is_told_apart():
    text = pages(pdf([replace(SLIP, latest=date(2026, 12, 31))], GERMAN))[0]
    assert "nach der späteren Lesart 31.12.2026: nicht damit planen" in text
    assert "Lesart" not in pages(pdf([replace(SLIP, latest=SLIP.day)], GERMAN))[0]


def test_what_is_settled_no_longer_calls_for_a_lawyer():
    done = replace(SLIP, settled=True, done=Hand("mk", date(2026, 12, 1), "Klage gefaxt, Bericht liegt vor"))
    text = pages(pdf([done], GERMAN))[0]
    assert "Erledigt; bleibt in der Akte." in text
    assert "Klage gefaxt" in text
    assert "Heute anwaltlich" not in text


def test_without_a_name_the_file_number_stands_for_it():
    text = pages(pdf([replace(SLIP, person=replace(PERSON, name="", original_name=""))], GERMAN))[0]
    assert text.count("Unser Zeichen: 2026-0117") == 1
    assert "AL-AHMADI" not in text


# Halves of the paper


def test_two_slips_share_a_sheet_of_paper_and_nothing_lies_on_the_cut():
    content = pdf([SLIP, replace(SLIP, what="Eilantrag")], GERMAN)
    assert len(pages(content)) == 1
    assert find(content, "Klage").bottom < CUT < find(content, "Eilantrag").top
    assert not [word for word in words(content) if word.top < CUT + 14 and word.bottom > CUT - 14]


def test_an_odd_slip_leaves_the_lower_half_free_and_a_whole_page_gets_paper_of_its_own():
    found = pages(pdf([SLIP, SLIP, SLIP, CHECKLIST, SLIP], GERMAN))
    assert ["Fristenzettel" in text for text in found] == [
        True,
        True,
        *["Checkliste" not in t for t in found[2:]],
    ]
    assert found[0].count("So ist es berechnet") == 2
    assert found[1].count("So ist es berechnet") == 1
    assert "Checkliste" in found[2]
    assert found[-1].count("So ist es berechnet") == 1


def test_a_long_derivation_goes_on_on_the_next_half_with_its_number():
    content = pdf([LONG], GERMAN)
    text = pages(content)
    assert len(text) == 1
    assert "Seite 1 von 2" in text[0]
    assert "Seite 2 von 2" in text[0]
    assert "24." in text[0]
    assert not [word for word in words(content) if word.top < CUT + 14 and word.bottom > CUT - 14]


def hostile(text):
    hand = Hand(text, date(2026, 11, 24), text)
    person = replace(PERSON, name=text, original_name=text, file_number=text, authority_file_number=text)
    step = StepLine(text, text)
    return replace(
        SLIP, person=person, what=text, action=text, cite=text, letter=text, time=text, place=text,
        derivation=(step,), notes=(step,), entered=hand, confirmed=hand, done=hand,
    )  # fmt: skip


def assert_inside(content):
    left, top, right, bottom = edges(content)
    assert left >= furniture.LEFT - 6
    assert right <= furniture.RIGHT + 6
    assert top >= 8
    assert bottom <= 842 - 8


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_hostile_texts_stay_on_the_paper(name):
    assert_inside(pdf([hostile(name[:1000])], GERMAN))


@settings(max_examples=30)
@given(text=st.text(max_size=200))
def test_any_text_can_be_printed(text):
    assert_inside(pdf([hostile(text)], GERMAN))


def test_the_frame_leaves_room_for_the_foot():
    assert half.FRAME.bottom < half.HEIGHT - 40
