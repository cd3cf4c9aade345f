"""Every language of the hand-outs: what it renders, cites and leaves out, and that it can be printed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop import resources
from desktop.documents.fonts import Face
from desktop.documents.fonts import font as font_named
from desktop.documents.handout import FOOT
from desktop.documents.style import MM
from desktop.documents.typography import Direction, line
from desktop.errors import Problem
from desktop.services.handouts.languages import GERMAN, language, languages
from desktop.services.handouts.statements import handouts, text_hash
from desktop.services.handouts.translations import Rendering, fault, gaps, read_translation, translation
from tests.documents.glyphs import missing_glyphs

TRANSLATED = [code for code in languages() if code != GERMAN and resources.path("handouts", code).is_dir()]
COLUMN = (210 - 2 * 18 - 9) / 2 * MM
"""Width of one of two columns of a hand-out."""
CITING = "Wegen § 25b gilt {day} der 04.03.2027."


def test_every_folder_is_a_language() -> None:
    folders = {each.name for each in resources.path("handouts").iterdir() if each.is_dir()}
    assert folders <= languages().keys()
    assert {GERMAN, "en"} <= folders


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_language_is_complete_fresh_and_cites_the_same(code: str) -> None:
    assert gaps(translation(code)) == {}


@pytest.mark.parametrize("code", languages())
def test_every_character_has_a_glyph_in_both_faces(code: str) -> None:
    found = translation(code).renderings.values() if code != GERMAN else ()
    texts = [language(code).own, *(each.text for each in found), *handouts().texts.values()]
    for face in (Face.REGULAR, Face.BOLD):
        assert missing_glyphs(" ".join(texts), face) == frozenset()


_TWICE = re.compile(r"(?<![\w-])(\w+(?: \w+){0,3}) \1(?![\w-])")
_RIGHTLY = {"ps": {"کله کله"}}
"""Words that their language doubles: "sometimes"."""


@pytest.mark.parametrize("code", languages())
def test_nothing_is_said_twice_in_a_row(code: str) -> None:
    """What stands twice is left over from an amended sentence and confuses in one about a period."""
    known = translation(code).renderings if code != GERMAN else {}
    texts = {name: each.text for name, each in known.items()} or dict(handouts().texts)
    bare = {name: text.replace("\N{ARABIC HAMZA ABOVE}", "") for name, text in texts.items()}
    found = {(name, twice[0]) for name, text in bare.items() for twice in _TWICE.finditer(text)}
    assert {each for each in found if each[1] not in _RIGHTLY.get(code, ())} == set()


_NUMBER_BESIDE_WORD = re.compile(r"(?<![\w§.])\d+[ \u00a0](?=[A-Za-zÄÖÜäöü]{3})|[A-Za-zÄÖÜäöü]{3}[ \u00a0]\d")


@pytest.mark.parametrize("code", [code for code in TRANSLATED if language(code).right_to_left])
def test_no_number_stands_beside_a_german_word_where_lines_run_from_the_right(code: str) -> None:
    """The two would be one stretch from left to right; the year would be read after the word behind it."""
    texts = {name: each.text for name, each in translation(code).renderings.items()}
    assert {name for name, text in texts.items() if _NUMBER_BESIDE_WORD.search(text)} == set()


@pytest.mark.parametrize("face", [Face.REGULAR, Face.BOLD])
@pytest.mark.parametrize("code", TRANSLATED)
def test_what_is_drawn_of_every_text_are_glyphs_of_the_font_it_is_drawn_with(code: str, face: Face) -> None:
    """After joining: no empty box in place of a form or a sign that the font lacks."""
    direction: Direction = "rtl" if language(code).right_to_left else "ltr"
    for name, each in translation(code).renderings.items():
        for run in line(each.text, face, direction).runs:
            font = font_named(run.font)
            assert not run.missing, name
            assert all(font.glyph_of(sign) for sign in run.text), name
            assert all(mark.outline != font.outline(0) for mark in run.marks), name


@pytest.mark.parametrize(
    ("text", "of", "why"),
    [
        ("Because of § 25b {day} counts, 04.03.2027.", CITING, ""),
        ("Because of § 25b {day} counts, 04.03.2027.", "Etwas anderes", "stale"),
        ("Because of § 25b 04.03.2027 counts.", CITING, "placeholders"),
        ("Because of § 25b {day counts, 04.03.2027.", CITING, "placeholders"),
        ("Because of § 25a {day} counts, 04.03.2027.", CITING, "citations"),
        ("Because of § 25b {day} counts, 04.03.2027.", CITING, "citations"),
        ("Because of § 25b {day} counts, 03.04.2027.", CITING, "citations"),
        ("Because of § 25b {day} counts, 04.03.2027, until 18.", CITING, ""),
    ],
)
def test_what_is_wrong_with_a_rendering(text: str, of: str, why: str) -> None:
    assert fault(Rendering(text=text, of=text_hash(of)), CITING) == why
    assert fault(None, CITING) == "missing"


@pytest.mark.parametrize("code", TRANSLATED)
def test_the_foot_has_room_in_every_language(code: str) -> None:
    """A longer word for page or law must not push a day off the paper: the foot is cut at its column."""
    words = translation(code).renderings
    page = words["frame.page"].text.format(page=12, pages=12)
    lines = [
        words["frame.law_checked"].text.format(day="19.08.2026"),
        words["frame.printed"].text.format(day="24.11.2026"),
        " · ".join((words["frame.draft"].text, page)),
    ]
    size = FOOT.size * 1.06
    for each in lines:
        assert line(each, FOOT.face).width(size) <= COLUMN, each


def test_numbers_may_be_written_in_the_digits_of_the_script() -> None:
    german = "Nach 36 Monaten."
    assert fault(Rendering(text="بعد ٣٦ شهرا", of=text_hash(german)), german) == ""
    assert fault(Rendering(text="بعد ٣٥ شهرا", of=text_hash(german)), german) == "citations"


def test_a_stale_rendering_is_not_shown() -> None:
    english, german = translation("en"), handouts().texts["work_free"]
    assert english.fresh("work_free", german) is not None
    assert english.fresh("work_free", german + " Auch am Sonntag.") is None


def test_a_block_that_stands_twice_is_told_with_its_file(tmp_path: Path) -> None:
    block = "blocks:\n  work_free: {of: 0123456789ab, text: Hi}\n"
    (tmp_path / "one.yaml").write_text(block, "utf-8")
    (tmp_path / "two.yaml").write_text(block, "utf-8")
    with pytest.raises(Problem, match=r"two\.yaml"):
        read_translation(tmp_path, "en")


def test_a_language_nobody_knows_is_told() -> None:
    with pytest.raises(Problem):
        language("tlh")
