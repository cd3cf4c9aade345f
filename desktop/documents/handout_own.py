"""What is the client's own on a hand-out: name, paper and days in a frame above everything."""

from __future__ import annotations

from dataclasses import replace

from . import style
from .fonts import Face
from .handout_columns import LEFT, RIGHT, Column, beside
from .handout_sheet import HandoutSheet, OwnLine
from .page import Page, Strip
from .style import Type
from .typography import wrap

LABEL = Type(Face.REGULAR, 11, 15, style.SOFT)
VALUE = Type(Face.BOLD, 13, 17)
LONG_VALUE = Type(Face.BOLD, 10.5, 14)


def own_data(sheet: HandoutSheet, columns: tuple[Column, ...]) -> Strip:
    """Name, paper and days in a frame: labels at the borders, the value between them, once."""
    rows = [_own_row(each, columns) for each in sheet.own]
    height = sum(row.height for row in rows) + 14

    def draw(page: Page, top: float) -> None:
        page.box(LEFT - 4, top, RIGHT - LEFT + 8, height, 1.0)
        y = top + 7
        for row in rows:
            row.draw(page, y)
            y += row.height

    return Strip(height, draw, gap=10)


def _own_row(own: OwnLine, columns: tuple[Column, ...]) -> Strip:
    twin = len(columns) == 2
    wide = (RIGHT - LEFT) * (0.27 if twin else 0.42)
    sides = []
    for column in columns:
        inner = Column(LEFT + 4, LEFT + wide, rtl=False, german=column.german)
        if column.rtl or column is not columns[0]:
            inner = Column(RIGHT - wide, RIGHT - 4, rtl=column.rtl, german=column.german)
        kind = replace(LABEL, face=Face.BOLD, grey=style.BLACK) if own.strong else LABEL
        sides.append(inner.paragraph(own.label, kind))
    mirrored = columns[0].rtl
    left = LEFT + 4 if mirrored else LEFT + wide + 8
    right = RIGHT - 4 if not twin and not mirrored else RIGHT - wide - 8
    value = Column(left, right, rtl=False, german=True)
    kind = replace(VALUE, size=16, leading=21) if own.strong else VALUE
    lines = wrap(own.value, kind.face, kind.size, value.width, direction="auto", hyphenate=False, most=4)
    if len(lines) > 3:  # a name of 200 letters: whole, if not large
        kind = LONG_VALUE
        lines = wrap(own.value, kind.face, kind.size, value.width, direction="auto", hyphenate=False, most=12)
    aside = 0.5 if twin else float(mirrored)  # in the middle of two labels, else beside the one there is

    def draw(page: Page, top: float) -> None:
        for number, each in enumerate(lines):
            start = left + (value.width - each.width(kind.size)) * aside
            page.text(start, top + number * kind.leading + kind.ascent, each, kind)

    parts = [*sides, [Strip(kind.leading * len(lines), draw)]]
    strip = beside(parts, gap=0)
    strip.height += 5
    return strip
