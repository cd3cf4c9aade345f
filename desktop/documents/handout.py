"""The hand-out: German and the client's language side by side, with the same numbers, in large type.

German stands on the left. A language written from right to left has the right column with its numbers at the
right edge, so each column reads from its own border. A statement is not cut; its law stands small under the
German text, where office and authority look for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from itertools import pairwise, zip_longest

from ..texts import Texts
from . import style
from .closing import closed_up
from .fonts import Face
from .handout_columns import LEFT, RIGHT, Column, beside, columns_of
from .handout_own import own_data
from .handout_sheet import HandoutSheet, Said, SaidTopic, Twin
from .page import Document, Frame, Page, Strip
from .parts import height_of
from .pictograms import PICTOGRAMS
from .signs import exclamation, question
from .style import MM, Type
from .typography import Line, clip, line, wrap

_NUMBER = 25.0
_SIGN = 20.0
_UNDER_HEADING = 5.0
_UNDER_NOTES = 14.0
_FRAME = Frame(first_top=16 * MM, top=17 * MM, bottom=style.PAGE_HEIGHT - 26 * MM)
_FOOT_TOP = style.PAGE_HEIGHT - 23.5 * MM
_HEAD_BASE = 12.5 * MM

TITLE = Type(Face.BOLD, 17, 22)
HEADING = Type(Face.BOLD, 13.5, 18)
SAID = Type(Face.REGULAR, 12, 16)
NUMBER = Type(Face.BOLD, 12, 16)
OPEN = Type(Face.BOLD, 10.5, 14)
CITE = Type(Face.REGULAR, 8, 10.5, style.SOFT)
NOTE = Type(Face.REGULAR, 10, 13.5)
FOOT = Type(Face.REGULAR, 8, 10.5, style.SOFT)


def handout(sheet: HandoutSheet, texts: Texts) -> Document:  # noqa: ARG001 - its words come with it
    """Put a hand-out together."""
    columns = columns_of(sheet)
    strips = [
        beside([column.paragraph(sheet.title, TITLE) for column in columns], gap=0),
        own_data(sheet, columns),
        *_notes(sheet, columns),
        *_topics(sheet, columns),
    ]
    draft = "" if sheet.stamp.approved else sheet.frame["draft"].german
    closed = closed_up(strips, _FRAME)
    return Document(columns[0].of(sheet.title), _FRAME, closed, _Furniture(sheet, columns), draft)


def _notes(sheet: HandoutSheet, columns: tuple[Column, ...]) -> Iterator[Strip]:
    """What comes before everything: what is urgent, what the sheet is, whether it was reviewed."""
    if sheet.urgent is not None:
        yield _marked(sheet.urgent, columns, HEADING, gap=9)
    if sheet.warns:
        yield _marked(sheet.frame["not_reviewed"], columns, OPEN, gap=8)
    yield beside([column.paragraph(sheet.frame["intro"], NOTE) for column in columns], gap=7)
    if sheet.columns != "german":
        counts = sheet.frame["german_counts"]
        note = _joined(sheet.frame["numbers"], counts) if len(columns) == 2 else counts
        yield beside([column.paragraph(note, NOTE) for column in columns], gap=1)


def _joined(first: Twin, second: Twin) -> Twin:
    """Two texts as one; in the other language only if it has both."""
    other = f"{first.other} {second.other}" if first.other and second.other else ""
    return Twin(f"{first.german} {second.german}", other)


def _marked(twin: Twin, columns: tuple[Column, ...], kind: Type, *, gap: float) -> Strip:
    """A warning: a sign before it in every column."""
    parts = [column.paragraph(twin, kind, inset=_NUMBER) for column in columns]

    def signs(page: Page, top: float) -> None:
        for column in columns:
            exclamation(page, column.right - 14 if column.rtl else column.left, top + 1, 14)

    return beside(parts, gap=gap, sign=Strip(0, signs))


# Statements ----------------------------------------------------------------------------------------------


def _topics(sheet: HandoutSheet, columns: tuple[Column, ...]) -> list[Strip]:
    """All topics. The last pieces stay together, so that a page never holds a name or two fields alone."""
    strips = [strip for topic in sheet.topics for strip in _topic(sheet, topic, columns)]
    room = _LEAST_ON_THE_LAST_PAGE
    for strip, following in reversed(list(pairwise(strips))):
        room -= strip.height + following.gap + following.height * (following is strips[-1])
        if room < 0:
            break
        strip.keeps = True
    return strips


_LEAST_ON_THE_LAST_PAGE = 170.0


def _topic(sheet: HandoutSheet, topic: SaidTopic, columns: tuple[Column, ...]) -> Iterator[Strip]:
    head = _heading(topic, columns) if topic.heading.german else None
    again = Strip(head.height + _UNDER_HEADING, head.draw) if head is not None else None
    if head is not None:
        yield head
    for number, said in enumerate(topic.said):
        for strip in _statement(sheet, said, columns):
            first = _UNDER_HEADING if head is not None else _UNDER_NOTES
            strip.gap = strip.gap or (first if number == 0 else 9)
            strip.head = again  # a page that begins inside a topic says which
            announces = said.text.german.endswith(":") and said is not topic.said[-1]
            strip.keeps = strip.keeps or announces
            yield strip


def _heading(topic: SaidTopic, columns: tuple[Column, ...]) -> Strip:
    first = columns[0]
    sign = PICTOGRAMS.get(topic.topic)
    inset = _SIGN + 9 if sign is not None else 0
    parts = [
        column.paragraph(topic.heading, HEADING, inset=inset if column is first else 0) for column in columns
    ]
    height = max(_SIGN, *(height_of(strips) for strips in parts)) + 8

    def draw(page: Page, top: float) -> None:
        page.shade(LEFT - 4, top, RIGHT - LEFT + 8, height)
        x = first.right - _SIGN if first.rtl else first.left
        if sign is not None:
            sign(page, x, top + (height - _SIGN) / 2, _SIGN)
        for strips in parts:
            y = top + (height - height_of(strips)) / 2
            for strip in strips:
                strip.draw(page, y)
                y += strip.height

    return Strip(height, draw, gap=14, keeps=True)


def _statement(sheet: HandoutSheet, said: Said, columns: tuple[Column, ...]) -> list[Strip]:
    """One piece; only what is longer than most of a page is cut between its lines."""
    parts = []
    for column in columns:
        stale = not column.german and not said.text.other
        strips: list[Strip] = []
        if said.open:
            strips += column.paragraph(sheet.frame["open"], OPEN, inset=_NUMBER)
        strips += column.paragraph(said.text, SAID, inset=_NUMBER)
        if stale:
            strips += column.paragraph(sheet.frame["stale"], NOTE, inset=_NUMBER, gap=2)
        if said.cite and column is columns[0]:
            strips += _cite(said.cite, column)
        parts.append(strips)

    def numbers(page: Page, top: float) -> None:
        for column in columns:
            kind = column.type(NUMBER)
            base = top + (column.type(OPEN) if said.open else kind).ascent
            column.place(page, base, line(f"{said.number}.", NUMBER.face, column.direction), NUMBER)
            if said.open:
                x = column.right - 13 if column.rtl else column.left
                question(page, x, base + 5, 11, mirrored=column.rtl)

    signs = Strip(0, numbers)
    if max(map(height_of, parts)) <= _LONGEST:
        return [beside(parts, gap=0, sign=signs)]
    rows = zip_longest(*parts, fillvalue=Strip(0, lambda _page, _top: None))
    return [
        beside([[each] for each in row], gap=0 if number == 0 else 0.01, sign=signs if number == 0 else None)
        for number, row in enumerate(rows)
    ]


_LONGEST = 480.0


def _cite(text: str, column: Column) -> list[Strip]:
    """Where the law says it, always from left to right, at the border of the column."""
    width = column.width - _NUMBER
    strips = []
    for number, each in enumerate(wrap(text, CITE.face, CITE.size, width)):
        x = column.right - _NUMBER - each.width(CITE.size) if column.rtl else column.left + _NUMBER
        strips.append(Strip(CITE.leading, partial(_draw_cite, each, x), gap=0 if number else 2))
    return strips


def _draw_cite(content: Line, x: float, page: Page, top: float) -> None:
    page.text(x, top + CITE.ascent, content, CITE)


# Head and foot -------------------------------------------------------------------------------------------


class _Furniture:
    """The office above; below in every language of the sheet the day of the law, of printing, the page."""

    def __init__(self, sheet: HandoutSheet, columns: tuple[Column, ...]) -> None:
        self._sheet, self._columns = sheet, columns

    def above(self, page: Page, number: int, total: int) -> None:  # noqa: ARG002 - the same on every page
        """Whose sheet it is."""
        office = clip(self._sheet.stamp.office, FOOT.face, FOOT.size, RIGHT - LEFT)
        page.text(LEFT, _HEAD_BASE, office, FOOT)

    def below(self, page: Page, number: int, total: int) -> None:
        """Three lines in every column."""
        page.rule(LEFT, _FOOT_TOP, RIGHT, _FOOT_TOP)
        for column in self._columns:
            for place, text in enumerate(self._lines(column, number, total)):
                kind = column.type(FOOT)
                content = clip(text, kind.face, kind.size, column.width)
                column.place(page, _FOOT_TOP + 3 + (place + 1) * kind.leading, content, kind)

    def _lines(self, column: Column, number: int, total: int) -> Iterator[str]:
        frame, stamp = self._sheet.frame, self._sheet.stamp
        checked = column.of(frame["law_checked"]).format(day=written(stamp.law_checked_on))
        yield checked
        yield column.of(frame["printed"]).format(day=written(stamp.printed_on))
        draft = "" if stamp.approved else column.of(frame["draft"])
        counted = column.of(frame["page"]).format(page=number, pages=total)
        yield " · ".join(filter(None, (draft, counted)))


def written(day: date) -> str:
    """22.11.2026 in every language: a day looks the same in both columns, on the card and at the office."""
    return f"{day:%d.%m.%Y}"
