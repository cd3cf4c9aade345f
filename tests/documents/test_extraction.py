"""What another program reads from a hand-out: copied, searched or read aloud, the words stand in their order.

As far as can be: brackets may be swapped and stretches of the other direction turn around, by rules of the
reading program. A text of one direction is read as it was written.
"""

from __future__ import annotations

import re
import unicodedata

import pytest

from desktop.documents.build import pdf
from desktop.documents.handout_sheet import HandoutSheet, Said, SaidTopic, Twin
from desktop.services.handouts.languages import GERMAN, language, languages
from desktop.services.handouts.statements import FRAME, handouts
from desktop.services.handouts.translations import translation

from . import reading
from .samples import STAMP, texts

_OTHER_WAY = re.compile(r"[A-Za-z0-9§()«»„“]")
_SIGNS = re.compile(r"[()\[\]«»„“\-\x02\ufffe]+")
"""Brackets, and hyphens: at the end of a line a hyphen is read as one of the last two."""
_LETTERS = re.compile(r"(?<!\S)[^\W\d_]+(?!\S)")
"""Whole words; what has digits in it, as "25a", is taken apart in a line of both directions."""


def sheet(code: str, statements: list[str]) -> HandoutSheet:
    """All statements of a language, alone and in order."""
    said = tuple(Said(number, Twin("–", text)) for number, text in enumerate(statements, start=1))
    return HandoutSheet(
        stamp=STAMP,
        tag=language(code).tag,
        right_to_left=language(code).right_to_left,
        columns="other",
        frame={key: Twin(german) for key, german in handouts().frame.items()},
        title=Twin("–"),
        own=(),
        urgent=None,
        topics=(SaidTopic("work", Twin("–"), said),),
        reviewed=True,
    )


def flat(text: str) -> str:
    """One space for every gap, without what a reading program leaves out or turns around."""
    bare = unicodedata.normalize("NFC", text).replace("\N{ZERO WIDTH NON-JOINER}", "")
    return " ".join(_SIGNS.sub(" ", bare).split())


@pytest.mark.parametrize("code", [code for code in languages() if code != GERMAN])
def test_every_statement_is_read_word_by_word(code):
    renderings = translation(code).renderings.items()
    statements = [each.text for name, each in renderings if not name.startswith(FRAME)]
    read = "\n".join(reading.pages(pdf([sheet(code, statements)], texts("de"))))
    assert not any(unicodedata.category(sign) == "Co" for sign in read)
    found = flat(read)
    for text in statements:
        if not language(code).right_to_left or not _OTHER_WAY.search(text):
            assert flat(text) in found, text
        for word in _LETTERS.findall(flat(text)):
            assert word in found, (text, word)
