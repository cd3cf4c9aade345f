"""The hand-out: German and the client's language side by side, with the same numbers, in large type.

German stands on the left. A language written from right to left has the right column with its numbers at the
right edge, so each column reads from its own border. A statement is not cut; its law stands small under the
German text, where office and authority look for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import zip_longest

from ..texts import Texts
from . import style
from .closing import closed_up
from .fonts import Face
from .handout_sheet import HandoutSheet, OwnLine, Said, SaidTopic, Twin
from .page import Document, Frame, Page, Strip
from .parts import height_of, paragraph
from .pictograms import PICTOGRAMS
from .signs import exclamation, question
from .style import MM, Type
from .typography import Direction, Line, clip, line, wrap

_LEFT = 18 * MM
_RIGHT = style.PAGE_WIDTH - 18 * MM
_GAP = 9 * MM
_NUMBER = 25.0
_SIGN = 20.0
_UNDER_HEADING = 5.0
_FRAME = Frame(first_top=16 * MM, top=17 * MM, bottom=style.PAGE_HEIGHT - 26 * MM)
_FOOT_TOP = style.PAGE_HEIGHT - 23.5 * MM
_HEAD_BASE = 12.5 * MM

TITLE = Type(Face.BOLD, 17, 22)
HEADING = Type(Face.BOLD, 13.5, 18)
SAID = Type(Face.REGULAR, 12, 16)
NUMBER = Type(Face.BOLD, 12, 16)
OPEN = Type(Face.BOLD, 10.5, 14)
LABEL = Type(Face.REGULAR, 11, 15, style.SOFT)
VALUE = Type(Face.BOLD, 13, 17)
LONG_VALUE = Type(Face.BOLD, 10.5, 14)
CITE = Type(Face.REGULAR, 8, 10.5, style.SOFT)
NOTE = Type(Face.REGULAR, 10, 13.5)
FOOT = Type(Face.REGULAR, 8, 10.5, style.SOFT)
_HIGHER = 1.18
"""Lines of a script written from right to left are this much further apart: its letters reach higher."""


class _Column:
    """One language of the sheet: where it stands and how it is written."""

    def __init__(self, left: float, right: float, *, rtl: bool, german: bool) -> None:
        self.left, self.right, self.rtl, self.german = left, right, rtl, german
        self.direction: Direction = "rtl" if rtl else "ltr"

    @property
    def width(self) -> float:
        return self.right - self.left

    def of(self, twin: Twin) -> str:
        """This column's text; German where there is none."""
        return twin.german if self.german else twin.other or twin.german

    def type(self, kind: Type) -> Type:
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


def handout(sheet: HandoutSheet, texts: Texts) -> Document:  # noqa: ARG001 - its words come with it
    """Put a hand-out together."""
    columns = _columns(sheet)
    strips = [
        _beside([column.paragraph(sheet.title, TITLE) for column in columns], gap=0),
        _own_data(sheet, columns),
        *_notes(sheet, columns),
        *(strip for topic in sheet.topics for strip in _topic(sheet, topic, columns)),
    ]
    draft = "" if sheet.stamp.approved else sheet.frame["draft"].german
    closed = closed_up(strips, _FRAME)
    return Document(columns[0].of(sheet.title), _FRAME, closed, _Furniture(sheet, columns), draft)


def _columns(sheet: HandoutSheet) -> tuple[_Column, ...]:
    if sheet.columns == "german":
        return (_Column(_LEFT, _RIGHT, rtl=False, german=True),)
    if sheet.columns == "other":
        return (_Column(_LEFT, _RIGHT, rtl=sheet.right_to_left, german=False),)
    middle = (_LEFT + _RIGHT) / 2
    return (
        _Column(_LEFT, middle - _GAP / 2, rtl=False, german=True),
        _Column(middle + _GAP / 2, _RIGHT, rtl=sheet.right_to_left, german=False),
    )


def _beside(parts: list[list[Strip]], *, gap: float, keeps: bool = False, sign: Strip | None = None) -> Strip:
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


# What is the client's own --------------------------------------------------------------------------------


def _own_data(sheet: HandoutSheet, columns: tuple[_Column, ...]) -> Strip:
    """Name, paper and days in a frame: labels at the borders, the value between them, once."""
    rows = [_own_row(each, columns) for each in sheet.own]
    height = sum(row.height for row in rows) + 14

    def draw(page: Page, top: float) -> None:
        page.box(_LEFT - 4, top, _RIGHT - _LEFT + 8, height, 1.0)
        y = top + 7
        for row in rows:
            row.draw(page, y)
            y += row.height

    return Strip(height, draw, gap=10)


def _own_row(own: OwnLine, columns: tuple[_Column, ...]) -> Strip:
    twin = len(columns) == 2
    wide = (_RIGHT - _LEFT) * (0.27 if twin else 0.42)
    sides = []
    for column in columns:
        inner = _Column(_LEFT + 4, _LEFT + wide, rtl=False, german=column.german)
        if column.rtl or column is not columns[0]:
            inner = _Column(_RIGHT - wide, _RIGHT - 4, rtl=column.rtl, german=column.german)
        kind = replace(LABEL, face=Face.BOLD, grey=style.BLACK) if own.strong else LABEL
        sides.append(inner.paragraph(own.label, kind))
    mirrored = columns[0].rtl
    left = _LEFT + 4 if mirrored else _LEFT + wide + 8
    right = _RIGHT - 4 if not twin and not mirrored else _RIGHT - wide - 8
    value = _Column(left, right, rtl=False, german=True)
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
    strip = _beside(parts, gap=0)
    strip.height += 5
    return strip


def _notes(sheet: HandoutSheet, columns: tuple[_Column, ...]) -> Iterator[Strip]:
    """What comes before everything: what is urgent, what the sheet is, whether it was reviewed."""
    if sheet.urgent is not None:
        yield _marked(sheet.urgent, columns, HEADING, gap=9)
    if sheet.warns:
        yield _marked(sheet.frame["not_reviewed"], columns, OPEN, gap=8)
    yield _beside([column.paragraph(sheet.frame["intro"], NOTE) for column in columns], gap=7)
    if sheet.columns != "german":
        counts = sheet.frame["german_counts"]
        note = _joined(sheet.frame["numbers"], counts) if len(columns) == 2 else counts
        yield _beside([column.paragraph(note, NOTE) for column in columns], gap=1)


def _joined(first: Twin, second: Twin) -> Twin:
    """Two texts as one; in the other language only if it has both."""
    other = f"{first.other} {second.other}" if first.other and second.other else ""
    return Twin(f"{first.german} {second.german}", other)


def _marked(twin: Twin, columns: tuple[_Column, ...], kind: Type, *, gap: float) -> Strip:
    """A warning: a sign before it in every column."""
    parts = [column.paragraph(twin, kind, inset=_NUMBER) for column in columns]

    def signs(page: Page, top: float) -> None:
        for column in columns:
            exclamation(page, column.right - 14 if column.rtl else column.left, top + 1, 14)

    return _beside(parts, gap=gap, sign=Strip(0, signs))


# Statements ----------------------------------------------------------------------------------------------


def _topic(sheet: HandoutSheet, topic: SaidTopic, columns: tuple[_Column, ...]) -> Iterator[Strip]:
    head = _heading(topic, columns) if topic.heading.german else None
    again = Strip(head.height + _UNDER_HEADING, head.draw) if head is not None else None
    if head is not None:
        yield head
    for number, said in enumerate(topic.said):
        for strip in _statement(sheet, said, columns):
            strip.gap = strip.gap or (_UNDER_HEADING if number == 0 else 9)
            strip.head = again  # a page that begins inside a topic says which
            yield strip


def _heading(topic: SaidTopic, columns: tuple[_Column, ...]) -> Strip:
    first = columns[0]
    sign = PICTOGRAMS.get(topic.topic)
    inset = _SIGN + 9 if sign is not None else 0
    parts = [
        column.paragraph(topic.heading, HEADING, inset=inset if column is first else 0) for column in columns
    ]
    height = max(_SIGN, *(height_of(strips) for strips in parts)) + 8

    def draw(page: Page, top: float) -> None:
        page.shade(_LEFT - 4, top, _RIGHT - _LEFT + 8, height)
        x = first.right - _SIGN if first.rtl else first.left
        if sign is not None:
            sign(page, x, top + (height - _SIGN) / 2, _SIGN)
        for strips in parts:
            y = top + (height - height_of(strips)) / 2
            for strip in strips:
                strip.draw(page, y)
                y += strip.height

    return Strip(height, draw, gap=14, keeps=True)


def _statement(sheet: HandoutSheet, said: Said, columns: tuple[_Column, ...]) -> list[Strip]:
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
        return [_beside(parts, gap=0, sign=signs)]
    rows = zip_longest(*parts, fillvalue=Strip(0, lambda _page, _top: None))
    return [
        _beside([[each] for each in row], gap=0 if number == 0 else 0.01, sign=signs if number == 0 else None)
        for number, row in enumerate(rows)
    ]


_LONGEST = 480.0


def _cite(text: str, column: _Column) -> list[Strip]:
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

    def __init__(self, sheet: HandoutSheet, columns: tuple[_Column, ...]) -> None:
        self._sheet, self._columns = sheet, columns

    def above(self, page: Page, number: int, total: int) -> None:  # noqa: ARG002 - the same on every page
        """Whose sheet it is."""
        office = clip(self._sheet.stamp.office, FOOT.face, FOOT.size, _RIGHT - _LEFT)
        page.text(_LEFT, _HEAD_BASE, office, FOOT)

    def below(self, page: Page, number: int, total: int) -> None:
        """Three lines in every column."""
        page.rule(_LEFT, _FOOT_TOP, _RIGHT, _FOOT_TOP)
        for column in self._columns:
            for place, text in enumerate(self._lines(column, number, total)):
                kind = column.type(FOOT)
                content = clip(text, kind.face, kind.size, column.width)
                column.place(page, _FOOT_TOP + 3 + (place + 1) * kind.leading, content, kind)

    def _lines(self, column: _Column, number: int, total: int) -> Iterator[str]:
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
