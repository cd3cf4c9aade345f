"""Cleaning, measuring and breaking of texts in any script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import getFont

from desktop.documents.breaking import SOFT_HYPHEN, syllable
from desktop.documents.directions import levels
from desktop.documents.fonts import Face
from desktop.documents.parts import Cell, Column, mirrored
from desktop.documents.style import BODY
from desktop.documents.typography import clean, clip, keep_together, line, wrap
from tests.documents.glyphs import missing_glyphs

NBSP = "\N{NO-BREAK SPACE}"
ARABIC_NAME = "محمد نظر الأحمدي"


def shown(lines):
    """What each line reads as, whatever codes its glyphs have."""
    return [
        "".join(getFont(run.font).reads_as(sign) for run in each.runs for sign in run.text) for each in lines
    ]


# Cleaning


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Ahmad\N{RIGHT-TO-LEFT OVERRIDE}fdp.exe", "Ahmadfdp.exe"),
        ("a\N{ZERO WIDTH SPACE}b\N{WORD JOINER}c\ufeff", "abc"),
        ("a\N{ZERO WIDTH JOINER}b", "ab"),
        ("می\N{ZERO WIDTH NON-JOINER}خواهم", "می\N{ZERO WIDTH NON-JOINER}خواهم"),
        ("a\tb\x00c\x1bd", "a bcd"),
        ("a\r\nb\rc\N{LINE SEPARATOR}d", "a\nb\nc\nd"),
        ("Mu\N{COMBINING DIAERESIS}ller", "Müller"),
        ("\ud800x", "\N{REPLACEMENT CHARACTER}x"),
        ("<b>Ali</b> & Co", "<b>Ali</b> & Co"),
        ("a\N{LEFT-TO-RIGHT ISOLATE}b\N{POP DIRECTIONAL ISOLATE}", "ab"),
    ],
)
def test_what_could_act_on_its_surroundings_goes_and_the_rest_stays(typed, kept):
    assert clean(typed) == kept


@given(st.text())
def test_cleaning_twice_changes_nothing(text):
    assert clean(clean(text)) == clean(text)


# Citations


@pytest.mark.parametrize(
    ("written", "together"),
    [
        ("nach § 25 Abs. 5 S. 2 AufenthG", f"nach §{NBSP}25{NBSP}Abs.{NBSP}5{NBSP}S.{NBSP}2{NBSP}AufenthG"),
        ("Art. 8 Abs. 1", f"Art.{NBSP}8{NBSP}Abs.{NBSP}1"),
        ("nach § 7 Abs. 1 SGB XII gilt", f"nach §{NBSP}7{NBSP}Abs.{NBSP}1{NBSP}SGB{NBSP}XII gilt"),
        ("§ 2 UkraineAufenthÜV", f"§{NBSP}2{NBSP}UkraineAufenthÜV"),
        ("Art. 23 VO (EU) 2024/1347", f"Art.{NBSP}23{NBSP}VO{NBSP}(EU){NBSP}2024/1347"),
        ("dazu Anlage 4 und Anlagen 1, 2", f"dazu Anlage{NBSP}4 und Anlagen{NBSP}1, 2"),
        ("nach § 75 S. 1, 2 VwGO", f"nach §{NBSP}75{NBSP}S.{NBSP}1,{NBSP}2{NBSP}VwGO"),
        ("35 × 45 mm", f"35{NBSP}×{NBSP}45{NBSP}mm"),
        ("46,50 € im Monat", f"46,50{NBSP}€ im Monat"),
        ("sechs Jahre in Deutschland", "sechs Jahre in Deutschland"),
        ("Sie haben 3 Kinder. Das GG gilt.", "Sie haben 3 Kinder. Das GG gilt."),
    ],
)
def test_citations_amounts_and_measures_are_kept_together(written, together):
    assert keep_together(written) == together


def test_a_citation_moves_to_the_next_line_as_a_whole():
    lines = shown(wrap("Das steht so in § 25b Abs. 1 AufenthG.", Face.REGULAR, 10, 130))
    assert lines[1].startswith("§")


def test_a_citation_longer_than_a_line_breaks_after_all():
    lines = wrap("§ 25b Abs. 1 Satz 2 Nr. 1 AufenthG", Face.REGULAR, 10, 60)
    assert len(lines) > 2
    assert all(each.width(10) <= 60 for each in lines)


# Lines


@given(
    st.text(max_size=400), st.floats(30, 500), st.sampled_from(Face), st.sampled_from(["ltr", "rtl", "auto"])
)
def test_no_line_is_wider_than_its_column(text, width, face, direction):
    for each in wrap(text, face, 9.5, width, direction=direction):
        assert each.width(9.5) <= width + 0.01
        assert each.units == pytest.approx(sum(run.units for run in each.runs))


@given(
    st.text(st.characters(categories=["L", "N", "P", "Zs"], max_codepoint=0x24F), max_size=300),
    st.floats(30, 300),
)
def test_nothing_is_lost_between_lines(text, width):
    lines = "".join(shown(wrap(text, Face.REGULAR, 9.5, width, hyphenate=False)))
    assert "".join(lines.split()) == "".join(clean(text).replace(SOFT_HYPHEN, "").split())


@given(st.text(max_size=3000), st.integers(1, 4))
def test_a_text_of_at_most_so_many_lines_says_that_it_goes_on(text, most):
    lines = wrap(text, Face.REGULAR, 9.5, 100, most=most)
    assert len(lines) <= most
    if len(wrap(text, Face.REGULAR, 9.5, 100)) > most:
        assert "…" in shown(lines)[-1]


@given(st.text(max_size=2000), st.floats(20, 200))
def test_a_clipped_text_fits(text, width):
    assert clip(text, Face.BOLD, 12, width).width(12) <= max(width, 12)


def test_five_thousand_letters_become_lines_in_a_short_time():
    lines = wrap("W" * 5000, Face.BOLD, 12, 200, hyphenate=False)
    assert sum(len(text) for text in shown(lines)) == 5000
    assert all(each.width(12) <= 200 for each in lines)


def test_long_german_words_are_divided_with_a_hyphen():
    lines = shown(wrap("Aufenthaltserlaubnisverlängerung", Face.REGULAR, 10, 110))
    assert lines == ["Aufenthaltserlaubnis-", "verlängerung"]


def test_names_get_no_hyphen_that_is_not_theirs():
    lines = shown(wrap("Abdelrahmanolutoyosibukolade", Face.REGULAR, 10, 60, hyphenate=False))
    assert len(lines) > 1
    assert "-" not in "".join(lines)


def test_hyphens_and_soft_hyphens_are_places_to_break():
    assert shown(wrap("Ausländer-Behörde", Face.REGULAR, 10, 60)) == ["Ausländer-", "Behörde"]
    assert shown(wrap(f"Nieder{SOFT_HYPHEN}lassung", Face.REGULAR, 10, 50)) == ["Nieder-", "lassung"]
    assert shown(wrap(f"Nieder{SOFT_HYPHEN}lassung", Face.REGULAR, 10, 90)) == ["Niederlassung"]


@pytest.mark.parametrize("number", ["12/345-B", "0341-998877", "33.2-12/345"])
def test_file_numbers_do_not_break_at_their_hyphens(number):
    assert any(
        number in text
        for text in shown(wrap(f"Unter dem Aktenzeichen {number} geführt", Face.REGULAR, 10, 95))
    )


@pytest.mark.parametrize(
    ("word", "longest", "parts"),
    [
        ("Niederlassungserlaubnis", 15, "Niederlassungs"),
        ("Verpflichtungserklärung", 16, "Verpflichtungs"),
        ("Krankenversicherung", 9, "Kranken"),
        ("xxxxxxxx", 6, ""),
    ],
)
def test_words_are_divided_where_a_reader_expects_it(word, longest, parts):
    assert word[: syllable(word, longest)] == parts


# Scripts


def test_a_missing_character_is_named_and_shown():
    assert missing_glyphs("Ahmad 中文 ☐") == frozenset("中文☐")
    assert missing_glyphs(f"Ş ğ Ґ ễ ትግርኛ {ARABIC_NAME} § €") == frozenset()
    assert line("中").units > 0


@pytest.mark.parametrize("face", Face)
def test_german_ukrainian_turkish_french_arabic_and_tigrinya_have_all_their_letters(face):
    letters = "äöüÄÖÜßẞ„“”‚‘’–—…•·×§€°²éèêëçœŞşĞğıİїєґҐыэъ ሀለሐመ"
    letters += "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةى پچژگکی ټډړږښڼۍې"
    assert missing_glyphs(letters, face) == frozenset()


def test_a_number_after_an_arabic_name_stays_behind_it():
    text = f"{ARABIC_NAME} 12/345"
    assert levels(text, 0)[-6:] == [0] * 6


def test_a_citation_in_an_arabic_sentence_runs_from_left_to_right():
    text = "وفقا للفقرة (§ 25 Abs. 5 AufenthG) قبل"
    start = text.index("§")
    found = levels(text, 1)
    assert set(found[start : text.index(")")]) == {2}
    assert found[0] == 1


def test_hebrew_and_numbers_alone_have_levels_too():
    assert levels("123", 1) == [2, 2, 2]
    assert levels("", 1) == []


def test_an_arabic_word_is_joined():
    joined = line("محمد")
    apart = sum(line(letter).units for letter in "محمد")
    assert joined.units < apart


def test_accents_that_have_no_letter_of_their_own_are_placed_above_it():
    (run,) = line("q\N{COMBINING DIAERESIS}").runs
    assert len(run.marks) == 1
    assert run.units == pytest.approx(line("q").units)


# Directions in columns


@pytest.mark.parametrize(
    ("written", "together"),
    [
        ("travail : « merci », non ?", f"travail{NBSP}: «{NBSP}merci{NBSP}», non{NBSP}?"),
        ("Tel. 0341 99 88-77, ab 15 Uhr", f"Tel. 0341{NBSP}99{NBSP}88-77, ab 15 Uhr"),
        ("+49 (0)341 998877 oder", f"+49{NBSP}(0)341{NBSP}998877 oder"),
        ("am 01.02.2027 12 Euro", "am 01.02.2027 12 Euro"),
        ("07743 Jena", "07743 Jena"),
        ("12\N{NARROW NO-BREAK SPACE}km", f"12{NBSP}km"),
        ("ja :-) nein", "ja :-) nein"),
    ],
)
def test_french_signs_never_begin_a_line_and_telephone_numbers_stay_whole(written, together):
    assert keep_together(clean(written)) == together


def test_a_text_from_right_to_left_stands_at_the_right_end_of_its_cell():
    short, long = (Cell(100, 50, direction).add("نعم", BODY).lines[0] for direction in ("ltr", "rtl"))
    assert short.indent == 0
    assert long.indent + long.line.width(BODY.size) == pytest.approx(50)


def test_columns_are_mirrored_between_the_borders_of_their_table():
    columns = [Column("a", 100, 30), Column("b", 140, 60)]
    assert [(each.left, each.width) for each in mirrored(columns, 100, 200)] == [(170, 30), (100, 60)]
    assert mirrored(mirrored(columns, 100, 200), 100, 200) == columns


def test_words_of_one_font_and_direction_are_drawn_at_once_with_all_their_marks():
    one, two = line("شُكْراً"), line("شُكْراً جَزِيلاً")
    (run,) = two.runs
    assert len(run.marks) > len(one.runs[0].marks)
    last_word = run.marks[-len(one.runs[0].marks) :]
    shift = two.units - one.units
    assert [mark.x for mark in last_word] == pytest.approx([mark.x + shift for mark in one.runs[0].marks])


def test_a_letter_of_an_article_stays_with_it():
    assert " " not in keep_together("Art. 9 Abs. 2 Buchst. a DSGVO")


def test_a_file_number_is_not_divided():
    """Somebody reads it out on the telephone."""
    number = "ABH-MUS-2210"
    text = f"Aktenzeichen der Behörde: {number}"
    for width in range(100, 200, 3):
        lines = shown(wrap(text, BODY.face, BODY.size, width, hyphenate=False))
        assert any(number in each for each in lines), width


def test_a_sentence_stays_with_its_number_in_a_reading_copy():
    """“§ 104c(2) sentence” stood at the end of one page, and “3 AufenthG” on the next."""
    for cited in ("§ 104c(2) sentence 3 AufenthG", "§ 72(3a) sentences 1 to 3 AufenthG"):
        assert "sentence 3" not in keep_together(cited)
        assert "sentences 1" not in keep_together(cited)
    assert keep_together("one sentence about § 5") == "one sentence about §\N{NO-BREAK SPACE}5"
