"""The slip for the paper file: one date, its last day large, how it was found, who entered and checked it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from ..deadlines.duedates import Nature
from ..texts import NO_BREAK_SPACE, Texts, mark
from . import half, style
from .furniture import LEFT, RIGHT, WIDTH
from .page import Document, Page, Strip
from .parts import Cell, paragraph, row
from .signs import Sign, check, exclamation
from .time_sheets import Hand, SlipSheet, StepLine
from .wording import born

_TITLES: Mapping[Nature, str] = {
    Nature.VALIDITY: mark("Deadline slip"),
    Nature.FILING: mark("Deadline slip"),
    Nature.EARLIEST: mark("Date slip: earliest day"),
    Nature.RESTRICTION: mark("Date slip: duty"),
    Nature.PLAN: mark("Follow-up slip"),
    Nature.APPOINTMENT: mark("Appointment slip"),
}
_DAYS: Mapping[Nature, str] = {
    Nature.VALIDITY: mark("Ends with (does not roll over)"),
    Nature.FILING: mark("Last day, must have arrived by"),
    Nature.EARLIEST: mark("Possible from"),
    Nature.RESTRICTION: mark("Binds up to and including"),
    Nature.PLAN: mark("Look at it again on"),
    Nature.APPOINTMENT: mark("Appointment on"),
}
_CHOSEN = (Nature.PLAN, Nature.APPOINTMENT)
"""Days the office chose or agreed: no instruction names them and no law counts them."""
_BOXES = (
    mark("Entered by"),
    mark("Checked by a second person"),
    mark("Done on, and how"),
    mark("Signature"),
)
_BOX_HEIGHT = 34.0
_NUMBER_WIDTH = 16.0
_SIDE_LABEL = 108.0


def slip(sheet: SlipSheet, texts: Texts) -> Document:
    """Put a slip together."""
    title = texts(_TITLES[sheet.nature])
    strips = [
        *_head(sheet, title, texts),
        *_days(sheet, texts),
        *_warnings(sheet, texts),
        *_steps(texts(mark("How it was found")), sheet.derivation),
        *_boxes(sheet, texts),
        *_notes(sheet, texts),
    ]
    running = " · ".join(filter(None, (title, sheet.person.file_number, sheet.person.name, sheet.what)))
    furniture = half.HalfFurniture(texts, sheet.stamp, running, computed=sheet.nature not in _CHOSEN)
    return Document(title, half.FRAME, strips, furniture, half=True)


def _head(sheet: SlipSheet, title: str, texts: Texts) -> Iterator[Strip]:
    person, side_width = sheet.person, 170.0
    name = Cell(LEFT, WIDTH - side_width - 12).add(title, style.HEADING)
    number = texts(mark("Our file number: {number}"), number=person.file_number or "–")
    name.add(person.name or number, style.NAME, hyphenate=False, most=2)
    name.add(person.original_name, style.BODY, hyphenate=False, most=1)
    side = Cell(RIGHT - side_width, side_width)
    if person.name:
        side.add(born(texts, person), style.BODY, most=1)
        side.add(number if person.file_number else "", style.BODY, hyphenate=False, most=1)
    if person.authority_file_number:
        text = texts(mark("File number of the authority: {number}"), number=person.authority_file_number)
        side.add(text, style.BODY, hyphenate=False, most=2)
    yield from row([name, side], padding=0, keeps=True)
    what = Cell(LEFT, WIDTH).add(sheet.what, style.SUBTITLE, most=3)
    what.add(" · ".join(filter(None, (sheet.letter, sheet.cite))), style.NOTE, hyphenate=False, most=2)
    yield from row([what], padding=0, gap=4, keeps=True)


def _days(sheet: SlipSheet, texts: Texts) -> Iterator[Strip]:
    """The last day so large that it is read across the desk; beside it the days to act by before it."""
    middle = LEFT + WIDTH * 0.48
    last = Cell(LEFT + 8, middle - LEFT - 16).add(texts(_DAYS[sheet.nature]), style.HEAD_CELL)
    last.add(_day(texts.day_with_weekday(sheet.day)), style.LAST_DAY)
    if sheet.time:
        last.add(texts(mark("{time} o'clock"), time=sheet.time), style.VERDICT)
    last.add(sheet.place, style.BODY, most=2)
    if sheet.latest is not None and sheet.latest != sheet.day:
        later = texts(mark("on the later reading {day}: not to be planned with"), day=texts.day(sheet.latest))
        last.add(later, style.NOTE, most=2)
    labels = Cell(middle + 8, _SIDE_LABEL)
    days = Cell(middle + 8 + _SIDE_LABEL + 6, RIGHT - middle - _SIDE_LABEL - 22)
    for label, day, kind in (
        (mark("Safe day: act by then"), sheet.safe_day, style.VERDICT),
        (mark("Pre-deadline: begin on"), sheet.start_on, style.STRONG),
        (mark("Urgent from"), sheet.urgent_from, style.STRONG),
    ):
        if day is not None:
            labels.add(texts(label), replace(style.NOTE, leading=kind.leading), most=1)
            days.add(_day(texts.day_with_weekday(day)), kind, most=1)
    height = max(last.height, days.height) + 10

    def frame(page: Page, top: float) -> None:
        page.box(LEFT, top - 5, WIDTH, height, 1.0)
        if days.lines:
            page.rule(middle, top - 5, middle, top - 5 + height, 0.6, style.BLACK)

    yield from row([last, labels, days], padding=5, extra=frame, gap=6)


def _day(words: str) -> str:
    """Weekday and day never apart."""
    return words.replace(" ", NO_BREAK_SPACE)


def _warnings(sheet: SlipSheet, texts: Texts) -> Iterator[Strip]:
    if sheet.settled:
        cell = Cell(LEFT + 16, WIDTH - 16).add(texts(mark("Settled; kept in the file.")), style.PAPER)
        yield from row([cell], padding=1, extra=partial(_draw, check), gap=5)
    if sheet.lawyer_today and not sheet.settled:
        text = texts(mark("A lawyer must check this today: remedy, period and effect."))
        cell = Cell(LEFT + 16, WIDTH - 16).add(text, style.PAPER)
        yield from row([cell], padding=1, extra=partial(_draw, exclamation), gap=5)
    yield from paragraph(sheet.action, style.BODY, LEFT, WIDTH, gap=4, most=4)


def _draw(sign: Sign, page: Page, top: float) -> None:
    sign(page, LEFT, top + 1, 9)


def _steps(title: str, steps: Iterable[StepLine]) -> Iterator[Strip]:
    for number, step in enumerate(steps, start=1):
        if number == 1:
            yield from paragraph(title, style.HEAD_CELL, LEFT, WIDTH, gap=6, keeps=True)
        yield from paragraph(
            _with_cite(step), style.SMALL, LEFT + _NUMBER_WIDTH, WIDTH - _NUMBER_WIDTH, bullet=f"{number}."
        )


def _notes(sheet: SlipSheet, texts: Texts) -> Iterator[Strip]:
    for number, note in enumerate(sheet.notes):
        if number == 0:
            title = texts(mark("Notes; a day named here is never one to plan with"))
            yield from paragraph(title, style.HEAD_CELL, LEFT, WIDTH, gap=6, keeps=True)
        yield from paragraph(
            _with_cite(note), style.SMALL, LEFT + _NUMBER_WIDTH, WIDTH - _NUMBER_WIDTH, bullet="•"
        )


def _with_cite(step: StepLine) -> str:
    return f"{step.text} [{step.cite}]" if step.cite else step.text


def _boxes(sheet: SlipSheet, texts: Texts) -> Iterator[Strip]:
    """Who entered, checked and did it; what is not known is written by hand."""
    each = WIDTH / len(_BOXES)
    cells = []
    for number, (label, hand) in enumerate(
        zip(_BOXES, (sheet.entered, sheet.confirmed, sheet.done, Hand()), strict=True)
    ):
        cell = Cell(LEFT + number * each + 4, each - 8).add(texts(label), style.FOOT)
        when = texts.day(hand.on) if hand.on is not None else ""
        cell.add(", ".join(filter(None, (hand.who, when))), style.SMALL, hyphenate=False, most=2)
        cells.append(cell.add(hand.how, style.NOTE, most=2))
    height = max(_BOX_HEIGHT, *(cell.height + 6 for cell in cells))

    def frame(page: Page, top: float) -> None:
        page.box(LEFT, top - 3, WIDTH, height, 0.5)
        for number in range(1, len(_BOXES)):
            page.rule(LEFT + number * each, top - 3, LEFT + number * each, top - 3 + height)

    yield from row(cells, padding=3, least=height - 6, extra=frame, gap=9)
