"""From strips to pages: where pages break, what stands above and below, and the drawing itself.

A document is a list of `Strip`s: pieces as wide as the page that are never cut. They are put on pages
first and drawn after, because "page 2 of 3" stands on page 2. All positions are measured from the top
left corner.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from . import style
from .fonts import Face, latin
from .shaping import Mark
from .style import Type
from .typography import Line, line


class Page:
    """One page while it is drawn. Shapes come to lie below all text; text is kept in the order of drawing."""

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas
        self._text = canvas.beginText()
        self._font: tuple[str, float] | None = None
        self._grey: float | None = None
        self.missing: set[str] = set()
        """Characters drawn as a sign that something is missing, because no font has them."""

    def text(self, x: float, base: float, content: Line, kind: Type, size: float | None = None) -> None:
        """Draw a line with its left end at x and its base line at `base`."""
        if not content.runs:
            return
        out = self._text
        if self._grey != kind.grey:
            out.setFillGray(kind.grey)
            self._grey = kind.grey
        out.setTextOrigin(x, style.PAGE_HEIGHT - base)
        for run in content.runs:
            wanted = run.font, size or kind.size
            if wanted != self._font:
                out.setFont(*wanted)
                self._font = wanted
            out.textOut(run.text)
            if run.missing:
                self.missing.update(run.missing)
            if run.marks:
                self._marks(run.marks, x, base, wanted[1] / 1000, kind.grey)
            x += run.units * wanted[1] / 1000

    def _marks(self, marks: Sequence[Mark], x: float, base: float, scale: float, grey: float) -> None:
        path = self._canvas.beginPath()
        for mark in marks:
            left, bottom = x + mark.x * scale, style.PAGE_HEIGHT - base + mark.y * scale
            for step in mark.outline:
                at = [(left, bottom)[place % 2] + value * scale for place, value in enumerate(step[:6])]
                if len(step) == 3:
                    path.moveTo(*at[:2])
                elif len(step) == 2:
                    path.lineTo(*at)
                else:
                    path.curveTo(*at)
        self._canvas.setFillGray(grey)
        self._canvas.drawPath(path, stroke=0, fill=1, fillMode=1)

    def text_right(self, x: float, base: float, content: Line, kind: Type) -> None:
        """Draw a line with its right end at x."""
        self.text(x - content.width(kind.size), base, content, kind)

    def rule(
        self, x1: float, y1: float, x2: float, y2: float, width: float = 0.5, grey: float = style.RULE
    ) -> None:
        """Draw a straight line."""
        self._canvas.setLineWidth(width)
        self._canvas.setStrokeGray(grey)
        self._canvas.line(x1, style.PAGE_HEIGHT - y1, x2, style.PAGE_HEIGHT - y2)

    def box(self, x: float, y: float, width: float, height: float, line_width: float = 0.5) -> None:
        """Draw a frame; x and y are its top left corner."""
        self._canvas.setLineWidth(line_width)
        self._canvas.setStrokeGray(style.BLACK)
        self._canvas.rect(x, style.PAGE_HEIGHT - y - height, width, height)

    def shade(self, x: float, y: float, width: float, height: float, grey: float = style.SHADE) -> None:
        """Fill an area."""
        self._canvas.setFillGray(grey)
        self._canvas.rect(x, style.PAGE_HEIGHT - y - height, width, height, stroke=0, fill=1)

    def path(
        self,
        points: Sequence[tuple[float, float]],
        width: float = 1.2,
        *,
        grey: float = 0.0,
        fill: bool = False,
    ) -> None:
        """Draw lines from point to point, or fill what they enclose."""
        path = self._canvas.beginPath()
        path.moveTo(points[0][0], style.PAGE_HEIGHT - points[0][1])
        for x, y in points[1:]:
            path.lineTo(x, style.PAGE_HEIGHT - y)
        self._canvas.setLineWidth(width)
        self._canvas.setStrokeGray(grey)
        self._canvas.setFillGray(grey)
        self._canvas.setLineJoin(0 if fill else 1)
        self._canvas.setLineCap(0 if fill else 1)
        self._canvas.drawPath(path, stroke=0 if fill else 1, fill=1 if fill else 0)
        self._canvas.setLineCap(0)

    def circle(self, x: float, y: float, radius: float, width: float = 1.0, *, fill: bool = False) -> None:
        """Draw a ring around a point, or a disc."""
        self._canvas.setLineWidth(width)
        self._canvas.setStrokeGray(style.BLACK)
        self._canvas.setFillGray(style.BLACK)
        self._canvas.circle(x, style.PAGE_HEIGHT - y, radius, stroke=1, fill=int(fill))

    def cut(self, y: float) -> None:
        """A thin dashed line over the whole width, along which the paper is cut."""
        self._canvas.saveState()
        self._canvas.setDash(2, 4)
        self.rule(0, y, style.PAGE_WIDTH, y, 0.4)
        self._canvas.restoreState()

    def across(self, word: str, *, half: bool = False) -> None:
        """One light word from the lower left to the upper right, below everything drawn later."""
        content = line(word, Face.BOLD)
        size = min(95.0 if half else 150.0, 1000 * 560 / content.units)
        self._canvas.saveState()
        self._canvas.translate(style.PAGE_WIDTH / 2, style.PAGE_HEIGHT * (0.75 if half else 0.5))
        self._canvas.rotate(32 if half else 52)
        self._canvas.setFillGray(style.DRAFT)
        self._canvas.setFont(latin(Face.BOLD).fontName, size)
        self._canvas.drawString(-content.width(size) / 2, -size * 0.35, word)
        self._canvas.restoreState()

    def finish(self) -> None:
        """Put the text over the shapes."""
        self._canvas.drawText(self._text)


Draw = Callable[[Page, float], None]
"""Draws something whose top is at the given distance from the top edge of the page."""


@dataclass(slots=True)
class Strip:
    """A piece that is never cut.

    `gap` is the space above it, left out at the top of a page. A strip that `keeps` stays on the page of
    the next one. `head` is drawn again above the strip if it comes first on a page. `read`: what is read
    there; a text of several lines stands with its first.
    """

    height: float
    draw: Draw
    gap: float = 0.0
    keeps: bool = False
    head: Strip | None = None
    read: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A text of a sheet in the order of reading, as it was before lines were broken.

    `parts` stand beside each other; `mark` is the number or dash before them.
    """

    parts: tuple[str, ...]
    heading: bool = False
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """The area for strips, in points from the top edge. The first page may begin lower."""

    first_top: float
    top: float
    bottom: float


class Furniture(Protocol):
    """What stands around the strips, on page `number` (from 1) of `total`."""

    def above(self, page: Page, number: int, total: int) -> None:
        """Draw what is read before the strips."""

    def below(self, page: Page, number: int, total: int) -> None:
        """Draw what is read after them."""


@dataclass(frozen=True, slots=True)
class Document:
    """Everything to draw one sheet of one or more pages."""

    title: str  # for the reader's window; never a client's name
    frame: Frame
    strips: list[Strip]
    furniture: Furniture
    draft_word: str = ""  # empty once approved
    half: bool = False  # its pages are half as high: two share a sheet of paper, to be cut in the middle


@dataclass(slots=True)
class _Filling:
    """Pages as they fill up."""

    frame: Frame
    pages: list[list[tuple[float, Strip]]] = field(default_factory=lambda: [[]])
    y: float = 0.0

    def __post_init__(self) -> None:
        self.y = self.frame.first_top

    def fits(self, group: Sequence[Strip]) -> bool:
        empty = not self.pages[-1]
        height = sum(strip.height + strip.gap for strip in group) - (group[0].gap if empty else 0.0)
        return self.y + height <= self.frame.bottom + 0.01

    def turn(self) -> None:
        self.pages.append([])
        self.y = self.frame.top

    def put(self, strip: Strip) -> None:
        page = self.pages[-1]
        if page:
            self.y += strip.gap
        elif strip.head is not None and len(self.pages) > 1:
            page.append((self.y, strip.head))
            self.y += strip.head.height
        page.append((self.y, strip))
        self.y += strip.height


def paginate(strips: Sequence[Strip], frame: Frame) -> list[list[tuple[float, Strip]]]:
    """Every page with its strips and their tops; what is kept together but higher than a page is cut."""
    filling = _Filling(frame)
    start = 0
    while start < len(strips):
        end = start
        while strips[end].keeps and end + 1 < len(strips):
            end += 1
        group = strips[start : end + 1]
        if not filling.fits(group) and filling.pages[-1]:
            filling.turn()
        for strip in group:
            if not filling.fits([strip]) and filling.pages[-1]:
                filling.turn()
            filling.put(strip)
        start = end + 1
    return filling.pages


class Paper:
    """The sheets of paper of one PDF, filled from document to document; half pages share one."""

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas
        self._lower_is_free = False
        self.missing: set[str] = set()
        """Characters of all pages so far that no font has."""

    def draw(self, document: Document) -> int:
        """Draw a document on pages of its own and return how many they are."""
        pages = paginate(document.strips, document.frame)
        for number, placed in enumerate(pages, start=1):
            lower = document.half and self._lower_is_free
            if self._lower_is_free and not lower:
                self.finish()
            self._canvas.saveState()
            if lower:
                self._canvas.translate(0, -style.PAGE_HEIGHT / 2)
            self._page(document, placed, number, len(pages), cut=document.half and not lower)
            self._canvas.restoreState()
            self._lower_is_free = document.half and not lower
            if not self._lower_is_free:
                self._canvas.showPage()
        return len(pages)

    def begin(self, document: Document) -> None:
        """Go to where the document will start: beside a half page only if it is half itself."""
        if not document.half:
            self.finish()

    def finish(self) -> None:
        """End the last sheet of paper, if its lower half stayed empty."""
        if self._lower_is_free:
            self._canvas.showPage()
        self._lower_is_free = False

    def _page(
        self,
        document: Document,
        placed: Sequence[tuple[float, Strip]],
        number: int,
        total: int,
        *,
        cut: bool,
    ) -> None:
        page = Page(self._canvas)
        if cut:
            page.cut(style.PAGE_HEIGHT / 2)
        if document.draft_word:
            page.across(document.draft_word, half=document.half)
        document.furniture.above(page, number, total)
        for top, strip in placed:
            strip.draw(page, top)
        document.furniture.below(page, number, total)
        page.finish()
        self.missing |= page.missing
