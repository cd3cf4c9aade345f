"""How the bar of a status is filled, here and wherever time is drawn; the words on it say the same. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from desktop.cases.status import DULDUNG_CODES, TITLE

NO_PAPER = "none"
_ASYLUM = frozenset({"gestattung", "ankunftsnachweis"})
_FICTION = frozenset({"F81_3_1", "F81_3_2", "F81_4", "F81_4_late", "F25_1_3"})


class Pattern(Enum):
    """How a bar is filled; the words on it say the same."""

    TITLE = "title"
    TOLERATED = "tolerated"
    ASYLUM = "asylum"
    FICTION = "fiction"
    VISA = "visa"
    NO_PAPER = "no_paper"


def pattern_of(code: str) -> Pattern:
    """The kind of a status."""
    if code.startswith(TITLE):
        return Pattern.TITLE
    if code in DULDUNG_CODES or code == "gueb":
        return Pattern.TOLERATED
    if code in _ASYLUM:
        return Pattern.ASYLUM
    if code in _FICTION:
        return Pattern.FICTION
    return Pattern.NO_PAPER if code == NO_PAPER else Pattern.VISA


INKS: Mapping[Pattern, str] = MappingProxyType(
    {
        Pattern.TITLE: "should",
        Pattern.TOLERATED: "soon",
        Pattern.ASYLUM: "later",
        Pattern.FICTION: "assessment",
        Pattern.VISA: "discretion",
        Pattern.NO_PAPER: "muted",
    }
)
"""The colour token of each pattern."""
