"""Which characters of a text no font has, found apart from setting it."""

from desktop.documents.breaking import JOINERS, SOFT_HYPHEN
from desktop.documents.fonts import Face, font_of
from desktop.documents.typography import clean


def missing_glyphs(text: str, face: Face = Face.REGULAR) -> frozenset[str]:
    """The characters that no font of this face has; on paper each becomes a question mark in a diamond."""
    return frozenset(
        character
        for character in clean(text)
        if character not in (*JOINERS, SOFT_HYPHEN, "\n") and font_of(character, face) is None
    )
