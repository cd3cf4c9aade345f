"""Around the text of a half sheet: A5 across, two on a sheet of paper, with room for the holes of a file."""

from __future__ import annotations

from ..texts import Texts, mark
from . import style
from .furniture import LEFT, RIGHT, WIDTH, page_number
from .page import Frame, Page
from .sheets import Stamp
from .typography import clip, line, wrap
from .wording import law_date

HEIGHT = style.PAGE_HEIGHT / 2
FRAME = Frame(first_top=9 * style.MM, top=14 * style.MM, bottom=HEIGHT - 19 * style.MM)

_FOOT_TOP = HEIGHT - 17.5 * style.MM
_HEAD_BASE = 10 * style.MM


class HalfFurniture:
    """Head and foot of half sheets. `running` names the slip at the top of its later pages.

    `computed`: the day was worked out or can be missed in law, so the foot says how far it can be trusted.
    """

    def __init__(self, texts: Texts, stamp: Stamp, running: str, *, computed: bool = True) -> None:
        self._texts = texts
        self._running = clip(running, style.NOTE.face, style.NOTE.size, WIDTH)
        parts = [
            law_date(texts, stamp),
            texts(mark("printed {day}"), day=texts.day(stamp.printed_on)),
            stamp.office,
        ]
        text = " · ".join(part for part in parts if part)
        self._stamp = clip(text, style.HEAD_CELL.face, style.HEAD_CELL.size, WIDTH - 80)
        warning = texts(
            mark(
                "Computed from what was entered. Compare it with the printed instruction: where they differ,"
                " the earlier day counts and a lawyer must see it the same day. A longer period because an"
                " instruction is missing is never a plan."
            )
        )
        self._foot = wrap(warning, style.FOOT.face, style.FOOT.size, WIDTH) if computed else []

    def above(self, page: Page, number: int, total: int) -> None:  # noqa: ARG002 - only the foot counts
        """The short head, from the second page."""
        if number > 1:
            page.text(LEFT, _HEAD_BASE, self._running, style.NOTE)
            page.rule(LEFT, _HEAD_BASE + 4, RIGHT, _HEAD_BASE + 4)

    def below(self, page: Page, number: int, total: int) -> None:
        """The day of the law, the page of how many, and how far the days can be trusted."""
        page.rule(LEFT, _FOOT_TOP, RIGHT, _FOOT_TOP)
        base = _FOOT_TOP + style.HEAD_CELL.leading
        page.text(LEFT, base, self._stamp, style.HEAD_CELL)
        if total > 1:
            counted = line(page_number(self._texts, number, total), style.HEAD_CELL.face)
            page.text_right(RIGHT, base, counted, style.HEAD_CELL)
        for row in self._foot:
            base += style.FOOT.leading
            page.text(LEFT, base, row, style.FOOT)
