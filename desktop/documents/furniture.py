"""Around the text of a working sheet: its title, the head of later pages, the foot of every page."""

from __future__ import annotations

from collections.abc import Iterable

from ..cases.words import DECISION_WORDS
from ..texts import Texts, mark
from . import style
from .page import Document, Frame, Page, Strip
from .parts import heading, paragraph
from .reasons_sheet import ReasonsSheet
from .sheets import ChecklistSheet, Stamp
from .time_sheets import FilingSheet
from .typography import Line, clip, line, wrap
from .wording import disclaimer, law_date

LEFT = 20 * style.MM  # room for the holes
RIGHT = style.PAGE_WIDTH - 14 * style.MM
WIDTH = RIGHT - LEFT
FRAME = Frame(first_top=13 * style.MM, top=22 * style.MM, bottom=style.PAGE_HEIGHT - 22 * style.MM)

_FOOT_TOP = style.PAGE_HEIGHT - 19.5 * style.MM
_HEAD_BASE = 16 * style.MM


def page_number(texts: Texts, number: int, total: int) -> str:
    """Seite 1 von 2."""
    return texts(mark("Page {number} of {total}"), number=number, total=total)


class SheetFurniture:
    """Head and foot of whole pages. `running` names the sheet at the top of later pages, `foot` warns below.

    Without a `foot` of its own a sheet says what it is and what it is not.
    """

    def __init__(self, texts: Texts, stamp: Stamp, running: str, foot: str = "") -> None:
        self._texts = texts
        self._running = clip(running, style.NOTE.face, style.NOTE.size, WIDTH)
        self._stamp = self._stamp_line(stamp)
        self._foot = wrap(foot or disclaimer(texts, stamp), style.FOOT.face, style.FOOT.size, WIDTH)

    def _stamp_line(self, stamp: Stamp) -> Line:
        parts = [
            law_date(self._texts, stamp),
            self._texts(mark("printed {day}"), day=self._texts.day(stamp.printed_on)),
            stamp.office,
        ]
        text = " · ".join(part for part in parts if part)
        return clip(text, style.HEAD_CELL.face, style.HEAD_CELL.size, WIDTH - 80)

    def above(self, page: Page, number: int, total: int) -> None:  # noqa: ARG002 - only the foot counts
        """The short head, from the second page."""
        if number > 1:
            page.text(LEFT, _HEAD_BASE, self._running, style.NOTE)
            page.rule(LEFT, _HEAD_BASE + 5, RIGHT, _HEAD_BASE + 5)

    def below(self, page: Page, number: int, total: int) -> None:
        """The day of the law, the page of how many, and what the sheet is not."""
        page.rule(LEFT, _FOOT_TOP, RIGHT, _FOOT_TOP)
        base = _FOOT_TOP + style.HEAD_CELL.leading
        page.text(LEFT, base, self._stamp, style.HEAD_CELL)
        counted = line(page_number(self._texts, number, total), style.HEAD_CELL.face)
        page.text_right(RIGHT, base, counted, style.HEAD_CELL)
        for row in self._foot:
            base += style.FOOT.leading
            page.text(LEFT, base, row, style.FOOT)


def working_sheet(
    sheet: ChecklistSheet | ReasonsSheet | FilingSheet, title: str, strips: Iterable[Strip], texts: Texts
) -> Document:
    """A document under its title, with what it is about and for which occasion beneath."""
    running = " · ".join(filter(None, (title, sheet.person.file_number, sheet.person.name)))
    about = " · ".join(filter(None, (sheet.title, texts(DECISION_WORDS[sheet.occasion]))))
    head = (
        *heading(title, LEFT, WIDTH, style.TITLE, gap=0),
        *paragraph(about, style.SUBTITLE, LEFT, WIDTH),
    )
    draft = "" if sheet.stamp.approved else texts(mark("DRAFT"))
    return Document(title, FRAME, [*head, *strips], SheetFurniture(texts, sheet.stamp, running), draft)
