"""Sizes, distances and greys of everything printed: A4 upright, black on white, made for a bad printer.

All lengths are points (1/72 inch). Greys run from 0 (black) to 1 (white); nothing that must be read is
lighter than `SOFT`.
"""

from __future__ import annotations

from dataclasses import dataclass

from .fonts import Face

MM = 72 / 25.4
PAGE_WIDTH = 210 * MM
PAGE_HEIGHT = 297 * MM

BLACK = 0.0
SOFT = 0.27  # notes
RULE = 0.45  # thin lines
SHADE = 0.93  # behind table heads
DRAFT = 0.91  # the word across a draft


@dataclass(frozen=True, slots=True)
class Type:
    """How a kind of text looks. `leading` is the distance of base lines."""

    face: Face
    size: float
    leading: float
    grey: float = BLACK

    @property
    def ascent(self) -> float:
        """From the top of a line to its base line, so that the text sits in the middle of its leading."""
        return self.leading / 2 + self.size * 0.34


TITLE = Type(Face.BOLD, 16, 20)
SUBTITLE = Type(Face.REGULAR, 11, 14.5)
NAME = Type(Face.BOLD, 12, 15)
VERDICT = Type(Face.BOLD, 13, 17)
HEADING = Type(Face.BOLD, 10.5, 14)
BODY = Type(Face.REGULAR, 9.5, 12.5)
STRONG = Type(Face.BOLD, 9.5, 12.5)
PAPER = Type(Face.BOLD, 9, 11.5)
SMALL = Type(Face.REGULAR, 8.5, 11)
NOTE = Type(Face.REGULAR, 8, 10, SOFT)
NOTE_ITALIC = Type(Face.ITALIC, 8, 10, SOFT)
HEAD_CELL = Type(Face.BOLD, 8, 10.5)
FOOT = Type(Face.REGULAR, 7, 9, SOFT)
RETURN = Type(Face.REGULAR, 7, 9)
BIG_DATE = Type(Face.BOLD, 12, 15)
LAST_DAY = Type(Face.BOLD, 21, 26)

LETTER = Type(Face.REGULAR, 10, 13.4)
LETTER_STRONG = Type(Face.BOLD, 10, 13.4)
