"""One language of a hand-out: where its column stands, how it is written, and pieces beside each other."""

from __future__ import annotations

from dataclasses import replace

from . import style
from .handout_sheet import HandoutSheet, Twin
from .page import Page, Strip
from .parts import height_of, paragraph
from .style import MM, Type
from .typography import Direction, Line

LEFT = 18 * MM
RIGHT = style.PAGE_WIDTH - 18 * MM
_GAP = 9 * MM
_HIGHER = 1.18
"""Lines of a script written from right to left are this much further apart: its letters reach higher."""


class Column:
    """One language of the sheet: where it stands and how it is written."""

    def __init__(self, left: float, right: float, *, rtl: bool, german: bool) -> None:
        self.left, self.right, self.rtl, self.german = left, right, rtl, german
        self.direction: Direction = "rtl" if rtl else "ltr"

    @property
    def width(self) -> float:
        """In points."""
        return self.right - self.left

    def of(self, twin: Twin) -> str:
        """This column's text; German where there is none."""
        return twin.german if self.german else twin.other or twin.german

    def type(self, kind: Type) -> Type:
        """The type as this column needs it: scripts from right to left a little larger and wider apart."""
        return replace(kind, size=kind.size * 1.06, leading=kind.leading * _HIGHER) if self.rtl else kind

    def paragraph(self, twin: Twin, kind: Type, *, inset: float = 0.0, gap: float = 0.0) -> list[Strip]:
        """Running text, `inset` from the border where this column begins to be read.

        German in place of a missing text runs from left to right in every column.
        """
        turned = self.turned(twin)
        left, right = (self.left, self.right - inset) if self.rtl else (self.left + inset, self.right)
        return paragraph(
            self.of(twin),
            self.type(kind) if turned else kind,
            left,
            right - left,
            gap=gap,
            direction="rtl" if turned else "ltr",
        )

    def turned(self, twin: Twin) -> bool:
        """Whether what this column shows of a text is written from right to left."""
        return self.rtl and bool(twin.other)

    def place(self, page: Page, base: float, content: Line, kind: Type) -> None:
        """A short text at the border where this column begins to be read."""
        if self.rtl:
            page.text_right(self.right, base, content, kind)
        else:
            page.text(self.left, base, content, kind)


def columns_of(sheet: HandoutSheet) -> tuple[Column, ...]:
    """German left and the other language right, or the only one over the whole width."""
    if sheet.columns == "german":
        return (Column(LEFT, RIGHT, rtl=False, german=True),)
    if sheet.columns == "other":
        return (Column(LEFT, RIGHT, rtl=sheet.right_to_left, german=False),)
    middle = (LEFT + RIGHT) / 2
    return (
        Column(LEFT, middle - _GAP / 2, rtl=False, german=True),
        Column(middle + _GAP / 2, RIGHT, rtl=sheet.right_to_left, german=False),
    )


def beside(parts: list[list[Strip]], *, gap: float, keeps: bool = False, sign: Strip | None = None) -> Strip:
    """The columns of one piece, from the same top."""

    def draw(page: Page, top: float) -> None:
        if sign is not None:
            sign.draw(page, top)
        for strips in parts:
            y = top
            for number, strip in enumerate(strips):
                y += strip.gap if number else 0.0
                strip.draw(page, y)
                y += strip.height

    return Strip(max(height_of(strips) for strips in parts), draw, gap=gap, keeps=keeps)
