"""Names and texts that want to break a page."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.documents import furniture, letter
from desktop.documents.build import pdf
from desktop.documents.reasons_sheet import JudgementLine, WarningLine
from desktop.documents.sheets import Ground, PaperGroup, PaperRow
from tests.documents.reading import edges, pages
from tests.documents.sample_checklist import CHECKLIST
from tests.documents.sample_reasons import REASONS
from tests.documents.samples import EXTENSION, PERSON, TODAY, texts

GERMAN = texts("de")
NAMES = {
    "override": "Ali \N{RIGHT-TO-LEFT OVERRIDE}fdp.tnatropmi\N{POP DIRECTIONAL FORMATTING} Khan",
    "zero width": "A\N{ZERO WIDTH SPACE}l\N{ZERO WIDTH JOINER}i\N{WORD JOINER}",
    "isolates": "\N{RIGHT-TO-LEFT ISOLATE}Ali",
    "5,000 letters": "Wolfeschlegelstein" * 278,
    "5,000 Arabic letters": "محمد" * 1250,
    "5,000 words": "Ali " * 5000,
    "markup": "<b>Ali</b><font size=99>&amp;<img src='x'/>",
    "accents": "Z" + "\N{COMBINING DIAERESIS}\N{COMBINING ACUTE ACCENT}" * 200,
    "lines": "Ali\n\n\n\r\n\x0b\x0cKhan" * 30,
    "signs": "☐☑✓→中文हिन्दी🙂",
    "long ligature": "\N{ARABIC LIGATURE BISMILLAH AR-RAHMAN AR-RAHEEM}" * 5,
    "half": "\ud83d",
    "nothing": "",
    "spaces": " \t\n ",
    "braces": "{cite}{0}{",
    "brackets": ")) (( [] محمد ) (",
}


def checklist_of(text):
    row = PaperRow(text, text, text, note=text)
    person = replace(
        PERSON, name=text, original_name=text, nationality=text, file_number=text, authority_file_number=text
    )
    return replace(
        CHECKLIST, person=person, title=text, cite=text, groups=(PaperGroup(text, (row, row)),), notes=(text,)
    )


def letter_of(text):
    sender = replace(EXTENSION.sender, name=text, lines=(text,), phone=text, email=text)
    person = replace(PERSON, name=text, original_name=text, nationality=text, address=(text,), contact=text)
    grounds = (Ground(text, text, (1,)),)
    return replace(
        EXTENSION,
        sender=sender,
        person=person,
        title=text,
        cite=text,
        grounds=grounds,
        remarks=(text,),
        to_follow=(text,),
    )


def reasons_of(text):
    judgement = JudgementLine(text, text, text, TODAY, text, text)
    line = replace(REASONS.deciding[0], text=text, cite=text, value=text, note=text)
    return replace(
        REASONS,
        person=replace(PERSON, name=text, original_name=text, file_number=text),
        title=text,
        cite=text,
        sentence=text,
        limited_by=text,
        deciding=(line,),
        judgements=(judgement,),
        warnings=(WarningLine(text, text, strong=True),),
        bar_ends=(text,) * 5,
    )


MAKERS = {"checklist": checklist_of, "letter": letter_of, "reasons": reasons_of}


def assert_inside(content, kind):
    left, right = (letter.LEFT, letter.RIGHT) if kind == "letter" else (furniture.LEFT, furniture.RIGHT)
    found_left, found_top, found_right, found_bottom = edges(content)
    assert found_left >= left - 6
    assert found_right <= right + (31 if kind == "letter" else 6)  # the information block may reach further
    assert found_top >= 8
    assert found_bottom <= 842 - 8


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_hostile_names_stay_on_the_page(kind, name):
    content = pdf([MAKERS[kind](name)], GERMAN)
    assert_inside(content, kind)
    text = "".join(pages(content))
    assert not set(text) & set("\N{RIGHT-TO-LEFT OVERRIDE}\N{ZERO WIDTH SPACE}\N{RIGHT-TO-LEFT ISOLATE}")


@pytest.mark.parametrize("kind", MAKERS)
@settings(max_examples=40)
@given(text=st.text(max_size=200))
def test_any_text_can_be_printed(kind, text):
    assert_inside(pdf([MAKERS[kind](text)], GERMAN), kind)


@settings(max_examples=30)
@given(
    text=st.text(
        st.characters(min_codepoint=0x590, max_codepoint=0x8FF) | st.sampled_from(" ()[]«»12.,-§AB"),
        max_size=120,
    )
)
def test_any_right_to_left_text_can_be_printed(text):
    assert_inside(pdf([checklist_of(text)], GERMAN), "checklist")


def test_a_name_turned_around_by_an_override_is_printed_as_typed():
    text = pages(pdf([checklist_of(NAMES["override"])], GERMAN))[0]
    assert "Ali fdp.tnatropmi Khan" in text


def test_markup_is_text():
    assert "<b>Ali</b>" in pages(pdf([checklist_of(NAMES["markup"])], GERMAN))[0]


def test_an_arabic_name_beside_a_file_number_is_read_in_the_order_it_was_typed():
    text = pages(pdf([CHECKLIST], GERMAN))[0]
    assert "محمد نظر الأحمدي" in text
    assert "33.2-12/345-B" in text


def test_vowel_signs_are_read_where_they_were_typed():
    name = "شُكْراً جَزِيلاً"
    text = pages(pdf([replace(CHECKLIST, person=replace(PERSON, original_name=name))], GERMAN))[0]
    assert name in text
    assert not any(0xE000 <= ord(letter) <= 0xF8FF for letter in text)


def test_a_character_without_a_glyph_is_shown_and_can_still_be_copied():
    assert "中文" in pages(pdf([replace(CHECKLIST, person=replace(PERSON, name="中文"))], GERMAN))[0]


def test_long_texts_are_clipped_in_the_head_and_whole_in_the_body():
    long = "Wort " * 900
    content = pages(
        pdf(
            [
                replace(
                    CHECKLIST, person=replace(PERSON, name=long), groups=(PaperGroup("", (PaperRow(long),)),)
                )
            ],
            GERMAN,
        )
    )
    assert "…" in content[0]
    assert sum(page.count("Wort") for page in content) >= 900
