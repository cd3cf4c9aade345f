"""The geometry of a business letter after DIN 5008, forms A and B: window, information block, marks, pages.

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
from .letter_terms import LetterForm
from .page import Frame, Page
from .sheets import Authority, Sender, Stamp
from .style import MM
from .typography import Line, clip, line, one_line, wrap
from .wording import authority_lines, law_date

LEFT = 25 * MM
RIGHT = style.PAGE_WIDTH - 20 * MM
WIDTH = RIGHT - LEFT

WINDOW_LEFT, WINDOW_WIDTH, WINDOW_HEIGHT = 20 * MM, 85 * MM, 45 * MM
"""The address field; how far from the top it begins is a matter of the form."""
ADDRESS_BELOW = 17.7 * MM  # return line and notes of the post stand above the address
ADDRESS_HEIGHT = 27.3 * MM
ADDRESS_WIDTH = 78 * MM
ADDRESS_LINES = 6
ADDRESS_SIZES = (10.5, 10.0, 9.5, 9.0, 8.5, 8.0)

BLOCK_LEFT = 125 * MM
BLOCK_BELOW = 5 * MM  # under the top of the address field
BLOCK_WIDTH = 65 * MM  # the standard allows 75; the text's right margin is kept
HOLE_MARK = 148.5 * MM
FRAME_TOP = 32 * MM
FRAME_BOTTOM = style.PAGE_HEIGHT - 25 * MM


@dataclass(frozen=True, slots=True)
class Form:
    """What tells the two forms of the standard apart, from the top edge of the sheet.

    Form B leaves 45 mm for a letterhead, form A 27 mm; each fits an envelope folded at its own marks.
    """

    head: float  # base line of the sender's name
    window: float  # top of the address field
    fold_marks: tuple[float, float]
    text: float  # where the text begins at the earliest


FORMS = {
    LetterForm.A: Form(12 * MM, 27 * MM, (87 * MM, 192 * MM), 80.5 * MM),
    LetterForm.B: Form(19 * MM, 45 * MM, (105 * MM, 210 * MM), 98.5 * MM),
}


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
    form: LetterForm = LetterForm.B


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
        self._form = form = FORMS[head.form]
        block, below = _block(head.block, form.window + BLOCK_BELOW)
        self._first = [
            _Placed(LEFT, form.head - 6.5 * MM, banner, style.HEAD_CELL),
            *_sender_head(head.sender, form.head),
            *_return_line(head.sender, form.window + ADDRESS_BELOW),
            *address_lines(head.authority, form.window + ADDRESS_BELOW),
            *block,
        ]
        self._running = clip(head.running, style.NOTE.face, style.NOTE.size, WIDTH - 90)
        self._foot = [
            part
            for text in head.foot
            for part in wrap(one_line(text), style.FOOT.face, style.FOOT.size, WIDTH)
        ]
        self.frame = Frame(max(form.text, below + 14), FRAME_TOP, FRAME_BOTTOM)

    def above(self, page: Page, number: int, total: int) -> None:
        """Sender, window, information block and marks; on later pages what letter this is, and the page."""
        if number == 1:
            for each in self._first:
                page.text(each.x, each.base, each.line, each.kind)
            for y in self._form.fold_marks:
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


def address_lines(authority: Authority, top: float) -> list[_Placed]:
    """The address in the window, from `top` on: at most six lines, smaller if it has to be.

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
                _Placed(LEFT, top + number * kind.leading + kind.ascent, each, kind)
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


def _sender_head(sender: Sender, base: float) -> list[_Placed]:
    """The sender at the top, the name large; right of it nothing, so that it prints on letter paper, too."""
    contact = [sender.phone, sender.email]
    name = clip(sender.name, style.NAME.face, style.NAME.size, WIDTH)
    placed = [_Placed(LEFT, base, name, style.NAME)]
    for text in (" · ".join(filter(None, sender.lines)), " · ".join(filter(None, contact))):
        if text:
            base += style.SMALL.leading + 1
            content = clip(text, style.SMALL.face, style.SMALL.size, WIDTH)
            placed.append(_Placed(LEFT, base, content, style.SMALL))
    return placed


def _return_line(sender: Sender, below: float) -> list[_Placed]:
    """Where the letter comes back to, in small type above the address."""
    text = " · ".join(filter(None, (sender.name, *sender.lines)))
    lines = wrap(text, style.RETURN.face, style.RETURN.size, ADDRESS_WIDTH, hyphenate=False, most=2)
    last = below - 2.2 * MM
    return [
        _Placed(LEFT, last - style.RETURN.leading * (len(lines) - 1 - number), each, style.RETURN)
        for number, each in enumerate(lines)
    ]


def _block(rows: Sequence[tuple[str, str]], y: float) -> tuple[list[_Placed], float]:
    """The information block, from y on, and where it ends."""
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
