"""The dates of the office on paper: a day, a week, or the page of today, each date with a box to tick."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from ..deadlines.duedates import URGENCY_WORDS, Nature, Urgency
from ..texts import NO_BREAK_SPACE, Texts, mark
from . import style
from .furniture import FRAME, LEFT, RIGHT, WIDTH, SheetFurniture
from .page import Document, Page, Strip
from .parts import Cell, Column, heading, paragraph, row, table_head
from .signs import exclamation, tick_box
from .time_sheets import DayGroup, DayListSheet, DayRow

NATURE_WORDS: Mapping[Nature, str] = {
    Nature.FILING: mark("Deadline"),
    Nature.VALIDITY: mark("End"),
    Nature.EARLIEST: mark("Possible"),
    Nature.RESTRICTION: mark("Duty"),
    Nature.PLAN: mark("Follow-up"),
    Nature.APPOINTMENT: mark("Appointment"),
}
_BOX = 9.0
_GAP = 8.0
_WHEN_LEFT, _WHEN_WIDTH = LEFT + 16, 72.0
_KIND_LEFT, _KIND_WIDTH = _WHEN_LEFT + _WHEN_WIDTH + _GAP, 84.0
_WHO_LEFT, _WHO_WIDTH = _KIND_LEFT + _KIND_WIDTH + _GAP, 132.0
_WHAT_LEFT = _WHO_LEFT + _WHO_WIDTH + _GAP
_WHAT_WIDTH = RIGHT - _WHAT_LEFT
_SIGN = 9.0


def day_list(sheet: DayListSheet, texts: Texts) -> Document:
    """Put a list together."""
    foot = texts(
        mark("With names: keep it locked away and shred it.")
        if sheet.names
        else mark("Without names: own words are left out too, because they may name somebody.")
    )
    furniture = SheetFurniture(texts, sheet.stamp, f"{sheet.title} · {sheet.about}", foot)
    strips = [
        *heading(sheet.title, LEFT, WIDTH, style.TITLE, gap=0),
        *paragraph(sheet.about, style.SUBTITLE, LEFT, WIDTH, most=2),
        *_notes(sheet),
        *_groups(sheet, texts),
    ]
    return Document(sheet.title, FRAME, strips, furniture)


def _notes(sheet: DayListSheet) -> Iterator[Strip]:
    for note in sheet.notes:
        yield from paragraph(note, style.SMALL, LEFT, WIDTH, gap=3)


def _groups(sheet: DayListSheet, texts: Texts) -> Iterator[Strip]:
    columns = (
        Column(texts(mark("When")), _WHEN_LEFT, _WHEN_WIDTH),
        Column(texts(mark("Kind")), _KIND_LEFT, _KIND_WIDTH),
        Column(texts(mark("Client") if sheet.names else mark("File number")), _WHO_LEFT, _WHO_WIDTH),
        Column(texts(mark("What")), _WHAT_LEFT, _WHAT_WIDTH),
    )
    head = table_head(columns, LEFT, RIGHT)
    head.gap = 8
    yield head
    for number, group in enumerate(sheet.groups):
        title = Cell(LEFT, WIDTH).add(_title(group), style.HEADING, most=2)
        yield from row([title], padding=2, gap=8 if number else 3, keeps=True, head=head)
        if not group.rows:
            nothing = Cell(_WHEN_LEFT, RIGHT - _WHEN_LEFT).add(
                texts(mark("nothing to be done by this day")), style.NOTE
            )
            yield from row([nothing], padding=2, head=head)
        for each in group.rows:
            yield from _row(each, group, texts, head)


def _title(group: DayGroup) -> str:
    return f"{group.title} · {group.note}" if group.note else group.title


def _row(each: DayRow, group: DayGroup, texts: Texts, head: Strip) -> list[Strip]:
    when = Cell(_WHEN_LEFT, _WHEN_WIDTH)
    if group.dated:
        when.add(texts.day_with_weekday(each.day).replace(" ", NO_BREAK_SPACE), style.SMALL)
    when.add(each.time, style.PAPER, most=1)
    pressing = each.urgency in (Urgency.OVERDUE, Urgency.URGENT)
    inset = _SIGN + 4 if pressing else 0.0
    kind = Cell(_KIND_LEFT + inset, _KIND_WIDTH - inset)
    kind.add(texts(NATURE_WORDS[each.nature]), style.PAPER if pressing else style.SMALL)
    if pressing:
        kind.add(texts(URGENCY_WORDS[each.urgency]), style.NOTE)
    who = Cell(_WHO_LEFT, _WHO_WIDTH).add(each.who, style.PAPER, hyphenate=False, most=2)
    number = each.file_number or (texts(mark("without a file number")) if not each.who else "")
    who.add(number, style.NOTE if each.who else style.PAPER, hyphenate=False, most=1)
    what = Cell(_WHAT_LEFT, _WHAT_WIDTH).add(each.what, style.SMALL, most=4)
    what.add(each.beside, style.NOTE, most=2)
    return row(
        [when, kind, who, what],
        padding=2.4,
        least=12.5,
        extra=partial(_signs, pressing),
        rule=(LEFT, RIGHT),
        head=head,
    )


def _signs(pressing: bool, page: Page, top: float) -> None:
    tick_box(page, LEFT, top + 1, _BOX)
    if pressing:
        exclamation(page, _KIND_LEFT, top + 1, _SIGN)
