"""The client's own sheet: days, what to do, the papers so far as rows and a bar of time, who helps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import partial

from ..texts import Texts, mark
from . import style
from .fonts import Face
from .furniture import FRAME, LEFT, RIGHT, WIDTH, SheetFurniture
from .page import Document, Page, Strip
from .parts import Cell, heading, read_in, row
from .residence_sheet import HeldPaper, OwnDay, ResidenceSheet
from .signs import check, exclamation, tick_box
from .style import Type
from .typography import line

TITLE = Type(Face.BOLD, 20, 26)
HEADING = Type(Face.BOLD, 14, 18)
SAID = Type(Face.REGULAR, 12, 16)
STRONG = Type(Face.BOLD, 12, 16)
DAY = Type(Face.BOLD, 15, 20)
LABEL = Type(Face.REGULAR, 11, 15, style.SOFT)
YEAR = Type(Face.REGULAR, 9, 11, style.SOFT)
MARK = Type(Face.BOLD, 10, 12)

Words = Mapping[str, str]

_LABELS = 130.0
_DAYS = 172.0
_BAR = 24.0
_WRITE = 26.0
_MOST_YEARS = 10
_SHADES = (0.78, 0.9)
"""Papers that follow each other have different greys; the number in the bar is what tells them apart."""


def residence(sheet: ResidenceSheet, texts: Texts) -> Document:
    """Put the sheet together."""
    word = sheet.words
    strips = [
        *heading(word["title"], LEFT, WIDTH, TITLE, gap=0),
        *_warned(word["no_card"]),
        _own(sheet.own),
        *heading(word["days"], LEFT, WIDTH, HEADING),
        *(strip for each in sheet.days for strip in _day(each, word)),
        *(() if sheet.days else _said(word["no_days"])),
        *(_steps(sheet.steps, word)),
        *heading(word["papers"], LEFT, WIDTH, HEADING),
        *(_papers(sheet, word) if sheet.papers else _said(word["no_papers"])),
        *heading(word["help"], LEFT, WIDTH, HEADING),
        *_helpers(sheet.helpers),
    ]
    draft = "" if sheet.stamp.approved else texts(mark("DRAFT"))
    furniture = SheetFurniture(texts, sheet.stamp, word["title"], word["foot"])
    return Document(word["title"], FRAME, strips, furniture, draft)


def _said(text: str) -> list[Strip]:
    return row([Cell(LEFT, WIDTH).add(text, SAID)], padding=2)


def _warned(text: str) -> list[Strip]:
    cell = Cell(LEFT + 22, WIDTH - 22).add(text, SAID)
    return row([cell], padding=2, extra=_warn, gap=2)


def _warn(page: Page, top: float) -> None:
    exclamation(page, LEFT, top + 1, 14)


def _own(own: Sequence[tuple[str, str]]) -> Strip:
    """Name, paper and its end in a frame."""
    rows: list[Strip] = []
    for label, value in own:
        name = Cell(LEFT + 8, _LABELS - 8).add(label, LABEL)
        content = Cell(LEFT + _LABELS + 8, WIDTH - _LABELS - 16).add(value, DAY, hyphenate=False, most=12)
        rows += row([name, content], padding=1.5)
    height = sum(each.height for each in rows) + 10

    def draw(page: Page, top: float) -> None:
        page.box(LEFT, top, WIDTH, height, 1.0)
        y = top + 5
        for each in rows:
            each.draw(page, y)
            y += each.height

    return Strip(height, draw, gap=8, read=read_in(rows))


def _day(day: OwnDay, word: Words) -> Iterator[Strip]:
    left = Cell(LEFT, _DAYS - 10).add(day.by, DAY, hyphenate=False)
    right = Cell(LEFT + _DAYS, WIDTH - _DAYS).add(day.what, STRONG)
    right.add(day.day, SAID)
    if day.passed:
        passed = Cell(LEFT + _DAYS + 20, WIDTH - _DAYS - 20).add(word["passed"], STRONG)
        yield from row([left, right], padding=3, gap=2, keeps=True)
        yield from row([passed], padding=2, extra=_warn_beside, rule=(LEFT, RIGHT))
    else:
        yield from row([left, right], padding=3, gap=2, rule=(LEFT, RIGHT))


def _warn_beside(page: Page, top: float) -> None:
    exclamation(page, LEFT + _DAYS, top + 1, 13)


def _steps(steps: Sequence[str], word: Words) -> Iterator[Strip]:
    for number, each in enumerate(steps):
        if number == 0:
            yield from heading(word["steps"], LEFT, WIDTH, HEADING)
        yield from row([Cell(LEFT + 24, WIDTH - 24).add(each, SAID)], padding=3, extra=_tick)


def _tick(page: Page, top: float) -> None:
    tick_box(page, LEFT, top + 1, 13)


def _helpers(helpers: Sequence[tuple[str, str]]) -> Iterator[Strip]:
    """All on one page, so that nobody misses the last one."""
    for number, (who, how) in enumerate(helpers, start=1):
        for strip in _helper(who, how):
            strip.keeps = strip.keeps or number < len(helpers)
            yield strip


def _helper(label: str, value: str) -> Iterator[Strip]:
    who = Cell(LEFT, _LABELS).add(label, SAID)
    how = Cell(LEFT + _LABELS + 8, WIDTH - _LABELS - 8).add(value, STRONG, hyphenate=False)
    rule = None if how.lines else (LEFT + _LABELS + 8, RIGHT)
    yield from row([who, how], padding=3, least=0 if how.lines else _WRITE - 6, rule=rule)


# Papers ----------------------------------------------------------------------------------------------


def _papers(sheet: ResidenceSheet, word: Words) -> Iterator[Strip]:
    yield _bar(sheet.papers, sheet.stamp.printed_on, word)
    for number, each in enumerate(sheet.papers, start=1):
        yield from _paper(number, each, word)


def _paper(number: int, paper: HeldPaper, word: Words) -> Iterator[Strip]:
    kind = STRONG if paper.now else SAID
    count = Cell(LEFT, 24).add(f"{number}.", STRONG)
    name = Cell(LEFT + 26, WIDTH * 0.6 - 26).add(paper.name, kind, hyphenate=False)
    days = Cell(LEFT + WIDTH * 0.6 + 8, WIDTH * 0.4 - 8)
    days.add(" · ".join(filter(None, (paper.days, word["now"] if paper.now else ""))), kind)
    extra = partial(_now, days.left - 18, 1.0) if paper.now else None
    yield from row([count, name, days], padding=3, extra=extra, rule=(LEFT, RIGHT))


def _now(x: float, down: float, page: Page, top: float) -> None:
    check(page, x, top + down, 13)


def _bar(papers: Sequence[HeldPaper], today: date, word: Words) -> Strip:
    """The papers on one line of time: a box for each with its number, the years below, today above."""
    first = min(min(each.first for each in papers), today)
    last = max(max(each.last or today for each in papers), today)
    days = max((last - first).days + 1, 1)

    def place(day: date) -> float:
        return LEFT + WIDTH * min(max((day - first).days, 0), days) / days

    now = line(word["today"], MARK.face)
    step = max(1, -(-(last.year - first.year + 1) // _MOST_YEARS))
    years = range(first.year + 1, last.year + 1, step)

    def draw(page: Page, top: float) -> None:
        bar = top + 16
        for number, each in enumerate(papers, start=1):
            left, right = place(each.first), place((each.last or last) + timedelta(days=1))
            page.shade(left, bar, right - left, _BAR, _SHADES[number % 2])
            page.box(left, bar, right - left, _BAR, 0.7)
            label = line(str(number), MARK.face)
            if right - left > label.width(MARK.size) + 3:
                middle = (left + right - label.width(MARK.size)) / 2
                page.text(middle, bar + _BAR / 2 + MARK.size * 0.36, label, MARK)
        for year in years:
            x = place(date(year, 1, 1))
            page.rule(x, bar + _BAR, x, bar + _BAR + 4, 0.5, style.BLACK)
            label = line(str(year), YEAR.face)
            if x + label.width(YEAR.size) <= RIGHT:
                page.text(x, bar + _BAR + 13, label, YEAR)
        x = place(today)
        page.path([(x - 4, bar - 7), (x + 4, bar - 7), (x, bar)], fill=True)
        page.rule(x, bar, x, bar + _BAR, 1.6, style.BLACK)
        width = now.width(MARK.size)
        page.text(min(max(x - width / 2, LEFT), RIGHT - width), bar - 9, now, MARK)

    return Strip(16 + _BAR + 18, draw, gap=2, keeps=True)
