"""Every text that ships with the program can be printed: some font has every character."""

import unicodedata

import pytest

from desktop import resources
from desktop.documents.fonts import Face, font
from desktop.documents.typography import clean, line
from tests.documents.glyphs import missing_glyphs

FILES = sorted(file for file in resources.root().rglob("*") if file.suffix in (".yaml", ".po"))

_VIETNAMESE = [
    unicodedata.normalize("NFC", vowel + tone)
    for vowel in "aăâeêioôơuưy"
    for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
]
_ETHIOPIC = [
    chr(code) for code in range(0x1200, 0x137D) if unicodedata.name(chr(code), "").startswith("ETHIOPIC")
]
ALPHABETS = {
    "de": "abcdefghijklmnopqrstuvwxyzäöüß ÄÖÜẞ „“‚‘ »« – … § € × ° ² № ½",
    "tr": "çğıöşü ÇĞİÖŞÜ âîû ₺",
    "fr": "àâæçéèêëîïôœùûüÿ ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ « » ’",
    "kmr": "çêîşû ÇÊÎŞÛ",
    "so": "abcdefghijklmnopqrstuvwxyz ’",
    "vi": "".join(_VIETNAMESE) + "".join(_VIETNAMESE).upper() + "đĐ ₫",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ ₽ «» а\u0301",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ ₴ ʼ ’",
    "ti": "".join(_ETHIOPIC),
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي ءآأؤإئةى ٠١٢٣٤٥٦٧٨٩ ،؛؟٪٫٬ ـ لا "
    + "".join(f"ب{chr(code)}" for code in range(0x64B, 0x653)),
    "fa": "اآبپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی ءأؤئۀة ۰۱۲۳۴۵۶۷۸۹ می\u200cخواهم «» ٔه",
    "ps": "اآبپتټثجځچڅحخدډذرړزژږسشښصضطظعغفقکګلمنڼوهۀةیېۍۑئ ۰۱۲۳۴۵۶۷۸۹",
    "ckb": "ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنهەوۆووییێ ٠١٢٣٤٥٦٧٨٩",
}


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(resources.root())))
def test_every_character_has_a_glyph(file):
    text = file.read_text(encoding="utf-8")
    for face in Face:
        assert missing_glyphs(text, face) == frozenset()


@pytest.mark.parametrize("face", Face)
@pytest.mark.parametrize("language", ALPHABETS)
def test_every_letter_of_every_language_has_a_glyph(language, face):
    assert missing_glyphs(ALPHABETS[language], face) == frozenset()


@pytest.mark.parametrize("face", Face)
@pytest.mark.parametrize("language", ALPHABETS)
def test_the_font_that_is_chosen_has_what_is_drawn_with_it(language, face):
    """Not only some font: the glyph of each run is none of the empty boxes of its font."""
    for run in line(ALPHABETS[language], face).runs:
        assert not run.missing
        used = font(run.font)
        assert all(used.glyph_of(sign) != 0 for sign in run.text)


@pytest.mark.parametrize("face", Face)
def test_shaping_leaves_no_glyph_out(face):
    """A joined letter or an accent that a font cannot place comes out as its glyph number 0."""
    for text in ALPHABETS.values():
        for word in clean(text).split():
            for run in line(word, face).runs:
                used = font(run.font)
                assert all(mark.outline != used.outline(0) for mark in run.marks)
