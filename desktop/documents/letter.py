"""The geometry of a business letter after DIN 5008, form B: window, information block, marks, later pages.

All positions are measured from the edges of the sheet. The standard itself was not at hand; the measures
are those on which two independent published tables agree. Address and return line stay inside the window of
a DIN long envelope wherever the letter slips.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..errors import Problem
from ..texts import Texts, mark
from . import style
from .furniture import page_number
from .page import Frame, Page
from .sheets import Authority, Sender, Stamp
from .style import MM
from .typography import Line, clip, line, wrap
from .wording import authority_lines, law_date

LEFT = 25 * MM
RIGHT = style.PAGE_WIDTH - 20 * MM
WIDTH = RIGHT - LEFT

WINDOW = (20 * MM, 45 * MM, 85 * MM, 45 * MM)
"""Left, top, width and height of the address field."""
ADDRESS_TOP = WINDOW[1] + 17.7 * MM
ADDRESS_HEIGHT = 27.3 * MM
ADDRESS_WIDTH = 78 * MM
ADDRESS_LINES = 6
ADDRESS_SIZES = (10.5, 10.0, 9.5, 9.0, 8.5, 8.0)

BLOCK_LEFT = 125 * MM
BLOCK_TOP = 50 * MM
BLOCK_WIDTH = 65 * MM  # the standard allows 75; the text's right margin is kept
TEXT_TOP = 98.5 * MM
FOLD_MARKS = (105 * MM, 210 * MM)
HOLE_MARK = 148.5 * MM
FRAME_TOP = 32 * MM
FRAME_BOTTOM = style.PAGE_HEIGHT - 25 * MM


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The fixed parts of a letter, in words."""

    sender: Sender
    authority: Authority
    block: Sequence[tuple[str, str]]
    """Labels and values of the information block; empty values are left out."""
    running: str
    """Names the letter at the top of its later pages."""
    foot: Sequence[str]
    """Small lines at the bottom of every page."""
    banner: str = ""
    """A line above everything, for reading copies."""


@dataclass(frozen=True, slots=True)
class _Placed:
    x: float
    base: float
    line: Line
    kind: style.Type


class LetterFurniture:
    """Draws the fixed parts; knows where the text of the first page may begin."""

    def __init__(self, texts: Texts, head: Letterhead) -> None:
        self._texts = texts
        banner = clip(head.banner, style.HEAD_CELL.face, style.HEAD_CELL.size, WIDTH)
        block, below = _block(head.block)
        self._first = [
            _Placed(LEFT, 10 * MM, banner, style.HEAD_CELL),
            *_sender_head(head.sender),
            *_return_line(head.sender),
            *address_lines(head.authority),
            *block,
        ]
        self._running = clip(head.running, style.NOTE.face, style.NOTE.size, WIDTH - 90)
        self._foot = [
            part for text in head.foot for part in wrap(text, style.FOOT.face, style.FOOT.size, WIDTH)
        ]
        self.frame = Frame(max(TEXT_TOP, below + 14), FRAME_TOP, FRAME_BOTTOM)

    def above(self, page: Page, number: int, total: int) -> None:
        """Sender, window, information block and marks; on later pages what letter this is, and the page."""
        if number == 1:
            for each in self._first:
                page.text(each.x, each.base, each.line, each.kind)
            for y in FOLD_MARKS:
                page.rule(5 * MM, y, 7.5 * MM, y, 0.4)
            page.rule(5 * MM, HOLE_MARK, 9 * MM, HOLE_MARK, 0.4)
        else:
            base = 20 * MM
            page.text(LEFT, base, self._running, style.NOTE)
            counted = line(page_number(self._texts, number, total), style.NOTE.face)
            page.text_right(RIGHT, base, counted, style.NOTE)
            page.rule(LEFT, base + 5, RIGHT, base + 5)

    def below(self, page: Page, number: int, total: int) -> None:  # noqa: ARG002 - every page has the same foot
        """Who helped, and the day of the law."""
        base = style.PAGE_HEIGHT - 19 * MM
        page.rule(LEFT, base - 9, RIGHT, base - 9)
        for row in self._foot:
            page.text(LEFT, base, row, style.FOOT)
            base += style.FOOT.leading


def address_lines(authority: Authority) -> list[_Placed]:
    """The address in the window: at most six lines, smaller if it has to be.

    Raises Problem if it does not fit even then: half an address is worse than none.
    """
    texts = authority_lines(authority)
    needed = 0
    for size in ADDRESS_SIZES:
        kind = replace(style.LETTER, size=size, leading=ADDRESS_HEIGHT / ADDRESS_LINES)
        lines = [
            part for text in texts for part in wrap(text, kind.face, size, ADDRESS_WIDTH, hyphenate=False)
        ]
        needed = len(lines)
        if needed <= ADDRESS_LINES:
            return [
                _Placed(LEFT, ADDRESS_TOP + number * kind.leading + kind.ascent, each, kind)
                for number, each in enumerate(lines)
            ]
    raise Problem(
        mark("The address of the authority needs {lines} lines; six fit into the window of the envelope."),
        mark("Shorten its name or department in the list of authorities."),
        lines=needed,
    )


def foot(texts: Texts, stamp: Stamp) -> list[str]:
    """Who helped, and that nobody here represents anybody in court."""
    law = law_date(texts, stamp)
    if stamp.office:
        helped = texts(
            mark("Written with support of {office}; no representation in court."), office=stamp.office
        )
        return [f"{helped} {law}."]
    return [f"{law}."]


def _sender_head(sender: Sender) -> list[_Placed]:
    """The sender at the top, the name large; right of it nothing, so that it prints on letter paper, too."""
    contact = [sender.phone, sender.email]
    base = 19 * MM
    name = clip(sender.name, style.NAME.face, style.NAME.size, WIDTH)
    placed = [_Placed(LEFT, base, name, style.NAME)]
    for text in (" · ".join(filter(None, sender.lines)), " · ".join(filter(None, contact))):
        if text:
            base += style.SMALL.leading + 1
            content = clip(text, style.SMALL.face, style.SMALL.size, WIDTH)
            placed.append(_Placed(LEFT, base, content, style.SMALL))
    return placed


def _return_line(sender: Sender) -> list[_Placed]:
    """Where the letter comes back to, in small type above the address."""
    text = " · ".join(filter(None, (sender.name, *sender.lines)))
    lines = wrap(text, style.RETURN.face, style.RETURN.size, ADDRESS_WIDTH, hyphenate=False, most=2)
    last = ADDRESS_TOP - 2.2 * MM
    return [
        _Placed(LEFT, last - style.RETURN.leading * (len(lines) - 1 - number), each, style.RETURN)
        for number, each in enumerate(lines)
    ]


def _block(rows: Sequence[tuple[str, str]]) -> tuple[list[_Placed], float]:
    """The information block and where it ends."""
    y = BLOCK_TOP
    placed: list[_Placed] = []
    label_width = 27 * MM
    for label, value in rows:
        if not value.strip():
            continue
        name = clip(label, style.NOTE.face, style.NOTE.size, label_width - 4)
        placed.append(_Placed(BLOCK_LEFT, y + style.SMALL.ascent, name, style.NOTE))
        width = BLOCK_WIDTH - label_width
        for part in wrap(value, style.SMALL.face, style.SMALL.size, width, hyphenate=False, most=2):
            placed.append(_Placed(BLOCK_LEFT + label_width, y + style.SMALL.ascent, part, style.SMALL))
            y += style.SMALL.leading
        y += 2
    return placed, y
