"""Every text that ships with the program can be printed: some font has every character."""

import pytest

from desktop import resources
from desktop.documents.fonts import Face
from desktop.documents.typography import missing_glyphs

FILES = [
    file
    for folder in ("law", "authorities", "letters", "i18n")
    for file in sorted(resources.path(folder).rglob("*"))
    if file.suffix in (".yaml", ".po")
]


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(resources.root())))
def test_every_character_has_a_glyph(file):
    text = file.read_text(encoding="utf-8")
    for face in Face:
        assert missing_glyphs(text, face) == frozenset()
