"""Names as people write them, made safe to show and to print."""

from __future__ import annotations

import unicodedata

LONGEST_NAME = 200
"""Letters a name may have; the longest legal names are far below."""

_KEPT_JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"  # part of Persian and Indic spelling


def clean(text: str) -> str:
    """Composed Unicode without control characters, direction overrides and other invisible letters.

    Line breaks and tabs become spaces, runs of spaces become one. Visible letters of every script stay.
    What shows nothing at all is empty.
    """
    composed = unicodedata.normalize("NFC", text)
    spaced = "".join(" " if letter.isspace() else letter for letter in composed)
    visible = (letter for letter in spaced if letter in _KEPT_JOINERS or _is_visible(letter))
    cleaned = " ".join("".join(visible).split())
    return cleaned if cleaned.strip(_KEPT_JOINERS + " ") else ""


def _is_visible(letter: str) -> bool:
    return unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Co", "Cn")
