"""What pages are made of: headings, paragraphs, lists, signs, and rows of columns with repeated heads.

Everything becomes `Strip`s at once: text is measured while a sheet is put together, never twice. The left
border and the width are part of each piece, so pieces can be set side by side.

A text from right to left stands at the right end of its column, its bullet or number to the right of it; a
table of such a language has its columns mirrored (`mirrored`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from . import style
from .page import Page, Reading, Strip
from .style import Type
from .typography import Direction, Line, clip, wrap

# Paragraphs ------------------------------------------------------------------------------------------


def paragraph(
    text: str,
    kind: Type,
    left: float,
    width: float,
    *,
    gap: float = 0.0,
    keeps: bool = False,
    direction: Direction = "ltr",
    hyphenate: bool = True,
    most: int | None = None,
    bullet: str = "",
) -> list[Strip]:
    """Running text. Its first two and last two lines stay together; `keeps` binds its end to what follows.

    A bullet or number stands before the first line, outside the column: to its left, or to its right if the
    text runs from right to left.
    """
    lines = wrap(text, kind.face, kind.size, width, direction=direction, hyphenate=hyphenate, most=most)
    strips = [
        Strip(
            kind.leading,
            partial(_draw_line, line, kind, _start(line, kind, left, width, direction)),
            gap=gap if number == 0 else 0.0,
            keeps=number in (0, len(lines) - 2) and number < len(lines) - 1,
        )
        for number, line in enumerate(lines)
    ]
    if not strips:
        return strips
    strips[0].read = (Reading((text,), mark=bullet),)
    if keeps:
        strips[-1].keeps = True
    if bullet:
        mark = clip(bullet, kind.face, kind.size, 40, direction)
        x = left + width + 4 if direction == "rtl" else left - 4 - mark.width(kind.size)
        strips[0].draw = partial(_draw_both, strips[0].draw, partial(_draw_line, mark, kind, x))
    return strips


def heading(
    text: str,
    left: float,
    width: float,
    kind: Type = style.HEADING,
    *,
    gap: float = 12.0,
    direction: Direction = "ltr",
) -> list[Strip]:
    """A heading; never the last thing on a page."""
    strips = paragraph(text, kind, left, width, gap=gap, keeps=True, direction=direction)
    for strip in strips:
        strip.keeps = True
    if strips:
        strips[0].read = (Reading((text,), heading=True),)
    return strips


def empty(height: float) -> Strip:
    """Room for something written by hand; stays with what follows."""
    return Strip(height, _draw_nothing, keeps=True)


def _draw_line(line: Line, kind: Type, x: float, page: Page, top: float) -> None:
    page.text(x, top + kind.ascent, line, kind)


def _draw_both(
    first: Callable[[Page, float], None], second: Callable[[Page, float], None], page: Page, top: float
) -> None:
    second(page, top)
    first(page, top)


def _draw_nothing(page: Page, top: float) -> None:
    """Room is drawn by leaving it."""


def _start(line: Line, kind: Type, left: float, width: float, direction: Direction) -> float:
    return left + width - line.width(kind.size) if direction == "rtl" else left


# Rows of columns -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Placed:
    """A line in a cell: its left end measured from the cell's, its base line from the top of the cell."""

    line: Line
    kind: Type
    base: float
    indent: float = 0.0


class Cell:
    """A column's part of one row: texts of different looks under each other, all of one direction."""

    def __init__(self, left: float, width: float, direction: Direction = "ltr") -> None:
        self.left, self.width, self.direction = left, width, direction
        self.lines: list[Placed] = []
        self.read: list[str] = []
        self.height = 0.0

    def add(
        self, text: str, kind: Type, *, gap: float = 0.0, hyphenate: bool = True, most: int | None = None
    ) -> Cell:
        """Add a text under what is there, cut after `most` lines; an empty text adds nothing."""
        if text:
            self.read.append(text)
        for line in wrap(
            text,
            kind.face,
            kind.size,
            self.width,
            direction=self.direction,
            hyphenate=hyphenate,
            most=most,
        ):
            self.height += gap
            gap = 0.0
            indent = _start(line, kind, 0.0, self.width, self.direction)
            self.lines.append(Placed(line, kind, self.height + kind.ascent, indent))
            self.height += kind.leading
        return self


Extra = Callable[[Page, float], None]
"""Something drawn in a row besides text, from the row's top."""

LONGEST_ROW = 260.0
"""A row higher than this is cut where the page ends; no ordinary row is."""


def row(
    cells: Sequence[Cell],
    *,
    padding: float = 3.0,
    least: float = 0.0,
    extra: Extra | None = None,
    rule: tuple[float, float] | None = None,
    head: Strip | None = None,
    gap: float = 0.0,
    keeps: bool = False,
) -> list[Strip]:
    """Cells side by side, with a thin line under them if `rule` gives its ends.

    One strip, unless somebody wrote a novel into a cell: then the row may be cut between lines.
    """
    height = max(least, *(cell.height for cell in cells)) + 2 * padding
    if height <= LONGEST_ROW:
        draw = partial(_draw_row, cells, padding, extra, rule, height)
        strips = [Strip(height, draw, gap=gap, keeps=keeps, head=head)]
    else:
        strips = list(_slices(cells, padding, extra, rule, head, gap))
    strips[0].read = (Reading(tuple(text for cell in cells for text in cell.read)),)
    return strips


def _draw_row(
    cells: Sequence[Cell],
    padding: float,
    extra: Extra | None,
    rule: tuple[float, float] | None,
    height: float,
    page: Page,
    top: float,
) -> None:
    for cell in cells:
        for placed in cell.lines:
            page.text(cell.left + placed.indent, top + padding + placed.base, placed.line, placed.kind)
    if extra is not None:
        extra(page, top + padding)
    if rule is not None:
        page.rule(rule[0], top + height, rule[1], top + height)


def _slices(
    cells: Sequence[Cell],
    padding: float,
    extra: Extra | None,
    rule: tuple[float, float] | None,
    head: Strip | None,
    gap: float,
) -> Iterator[Strip]:
    """A very high row, cut along the lines of its highest cell."""
    tallest = max(cells, key=lambda cell: cell.height)
    tops = [placed.base - placed.kind.ascent for placed in tallest.lines] + [tallest.height]
    for number, (start, end) in enumerate(pairwise(tops)):
        first, last = number == 0, number == len(tops) - 2
        part = [_part(cell, start, end if not last else cell.height + end) for cell in cells]
        above, below = padding * first, padding * last
        height = end - start + above + below
        draw = partial(_draw_row, part, above, extra if first else None, rule if last else None, height)
        yield Strip(height, draw, gap=gap * first, keeps=first or number == len(tops) - 3, head=head)


def _part(cell: Cell, start: float, end: float) -> Cell:
    part = Cell(cell.left, cell.width, cell.direction)
    for placed in cell.lines:
        top = placed.base - placed.kind.ascent
        if start <= top < end:
            part.lines.append(replace(placed, base=placed.base - start))
    return part


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head, left border and width."""

    title: str
    left: float
    width: float


def mirrored(columns: Iterable[Column], left: float, right: float) -> list[Column]:
    """The columns of a table from right to left: the first at its right end. `left`, `right`: its borders."""
    return [replace(column, left=left + right - column.left - column.width) for column in columns]


def table_head(columns: Iterable[Column], left: float, right: float, direction: Direction = "ltr") -> Strip:
    """The shaded line with the names of the columns; a page that begins inside the table repeats it."""
    cells = [
        Cell(column.left, column.width, direction).add(column.title, style.HEAD_CELL) for column in columns
    ]
    height = max(cell.height for cell in cells) + 5

    def draw(page: Page, top: float) -> None:
        page.shade(left, top, right - left, height)
        _draw_row(cells, 2.5, None, (left, right), height, page, top)

    return Strip(height, draw, keeps=True)


def pairs(
    rows: Iterable[tuple[str, str]],
    left: float,
    label_width: float,
    width: float,
    kind: Type = style.BODY,
    most: int | None = None,
    direction: Direction = "ltr",
) -> list[Strip]:
    """Labels with values beside them; rows without a value are left out, values cut after `most` lines."""
    columns = [Column("", left, label_width - 8), Column("", left + label_width, width - label_width)]
    if direction == "rtl":
        columns = mirrored(columns, left, left + width)
    name, content = (partial(Cell, column.left, column.width, direction) for column in columns)
    strips: list[Strip] = []
    for label, value in rows:
        if value.strip():
            about = name().add(label, replace(kind, grey=style.SOFT))
            strips += row([about, content().add(value, kind, hyphenate=False, most=most)], padding=0.5)
    return strips


def side_by_side(left: Sequence[Strip], right: Sequence[Strip], *, gap: float = 0.0) -> Strip:
    """Two columns of strips as one piece, for blocks that are short by nature."""

    def draw(page: Page, top: float) -> None:
        for column in (left, right):
            y = top
            for number, strip in enumerate(column):
                y += strip.gap if number else 0.0
                strip.draw(page, y)
                y += strip.height

    return Strip(max(height_of(left), height_of(right)), draw, gap=gap, read=read_in((*left, *right)))


def height_of(strips: Sequence[Strip]) -> float:
    """Height of strips under each other, without the gap above the first."""
    return sum(strip.height + (strip.gap if number else 0.0) for number, strip in enumerate(strips))


def read_in(strips: Iterable[Strip]) -> tuple[Reading, ...]:
    """What is read in strips, in their order."""
    return tuple(each for strip in strips for each in strip.read)


def stacked(strips: Sequence[Strip]) -> Strip:
    """Strips one below the other, as one piece."""

    def draw(page: Page, top: float) -> None:
        y = top
        for number, strip in enumerate(strips):
            y += strip.gap if number else 0.0
            strip.draw(page, y)
            y += strip.height

    return Strip(height_of(strips), draw, read=read_in(strips))


def framed(
    strips: Sequence[Strip], left: float, right: float, *, padding: float = 6.0, gap: float = 8.0
) -> Strip:
    """Strips in a frame, as one piece."""
    inside = stacked(strips)
    height = inside.height + 2 * padding

    def draw(page: Page, top: float) -> None:
        page.box(left, top, right - left, height, 0.6)
        inside.draw(page, top + padding)

    return Strip(height, draw, gap=gap, read=inside.read)
