"""The filing-proof sheet: what was filed, how that is proven, what it does for the stay, what comes next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from ..texts import Texts, mark
from . import style
from .furniture import LEFT, RIGHT, WIDTH, working_sheet
from .page import Document, Page, Strip
from .parts import Cell, heading, paragraph, row
from .signs import Sign, check, exclamation, question, tick_box
from .time_sheets import FilingSheet, Protection, StepLine
from .wording import authority_lines, born_and_nationality

_SIGNS: Mapping[Protection, Sign] = {
    Protection.RUNS: check,
    Protection.SUSPENDED: exclamation,
    Protection.NONE: exclamation,
    Protection.UNCLEAR: question,
}
_WORDS: Mapping[Protection, str] = {
    Protection.RUNS: mark("The stay is protected until the decision"),
    Protection.SUSPENDED: mark("Only removal is suspended until the decision"),
    Protection.NONE: mark("The application does not protect the stay"),
    Protection.UNCLEAR: mark("Not settled whether the stay is protected"),
}
_PROOFS = (
    mark("confirmation of receipt"),
    mark("stamped copy"),
    mark("online confirmation (PDF)"),
    mark("reply to the e-mail"),
    mark("fax report"),
    mark("registered letter with receipt"),
)
"""What shows that an application arrived; ticked by hand when the paper lies in the file."""
_BOX = 10.0
_LABEL_WIDTH = 176.0


def filing_proof(sheet: FilingSheet, texts: Texts) -> Document:
    """Put the sheet together."""
    title = texts(mark("Proof of filing {cite}"), cite=sheet.cite)
    strips = [
        *_head(sheet, texts),
        *_known(sheet, texts),
        *_proofs(texts),
        *_effect(sheet, texts),
        *_notes(sheet),
        *_open_points(sheet, texts),
        *_next_steps(sheet, texts),
    ]
    return working_sheet(sheet, title, strips, texts)


def _head(sheet: FilingSheet, texts: Texts) -> Iterator[Strip]:
    middle = LEFT + WIDTH * 0.5
    person = sheet.person
    name = Cell(LEFT, middle - LEFT - 10).add(texts(mark("For")), style.HEAD_CELL)
    name.add(person.name, style.NAME, hyphenate=False, most=8)
    name.add(person.original_name, style.SUBTITLE, hyphenate=False, most=6)
    name.add(born_and_nationality(texts, person), style.BODY, most=2)
    for text, number in (
        (mark("File number of the authority: {number}"), person.authority_file_number),
        (mark("Our file number: {number}"), person.file_number),
    ):
        name.add(texts(text, number=number) if number else "", style.BODY, hyphenate=False, most=2)
    office = Cell(middle, RIGHT - middle).add(texts(mark("At")), style.HEAD_CELL)
    lines = authority_lines(sheet.authority) if sheet.authority is not None else []
    for place, text in enumerate(lines[:6]):
        office.add(text, style.BODY if place else style.STRONG, hyphenate=False, most=2)
    yield from row([name, office], padding=4, gap=8)


def _known(sheet: FilingSheet, texts: Texts) -> Iterator[Strip]:
    yield from heading(texts(mark("What was filed")), LEFT, WIDTH)
    for label, value in sheet.known:
        name = Cell(LEFT, _LABEL_WIDTH - 8).add(label, style.BODY)
        content = Cell(LEFT + _LABEL_WIDTH, WIDTH - _LABEL_WIDTH).add(value, style.STRONG, most=3)
        yield from row([name, content], padding=2.5, least=14, rule=(LEFT, RIGHT))


def _proofs(texts: Texts) -> Iterator[Strip]:
    """Boxes to tick by hand: the proof itself belongs behind this sheet."""
    words = texts(mark("Proof of receipt, a copy lies behind this sheet:"))
    yield from paragraph(words, style.SMALL, LEFT, WIDTH, gap=8, keeps=True)
    each = WIDTH / 3
    for start in range(0, len(_PROOFS), 3):
        cells = [
            Cell(LEFT + number * each + 15, each - 20).add(texts(text), style.SMALL)
            for number, text in enumerate(_PROOFS[start : start + 3])
        ]
        yield from row(cells, padding=2, extra=partial(_boxes, each, len(cells)))


def _boxes(each: float, count: int, page: Page, top: float) -> None:
    for number in range(count):
        tick_box(page, LEFT + number * each, top + 0.5, _BOX)


def _effect(sheet: FilingSheet, texts: Texts) -> Iterator[Strip]:
    """The effect in a frame: sign, word, sentence, and why."""
    cell = Cell(LEFT + 44, WIDTH - 56).add(texts(_WORDS[sheet.protection]), style.VERDICT)
    cell.add(sheet.effect, style.STRONG, gap=2, most=4)
    cell.add(_with_cite(sheet.why), style.BODY, gap=2, most=6)
    if sheet.otherwise:
        words = texts(mark("On the other reading: {effect}"), effect=sheet.otherwise)
        cell.add(words, style.BODY, gap=2, most=4)
    height = cell.height + 16

    def frame(page: Page, top: float) -> None:
        page.box(LEFT, top - 8, WIDTH, height, 1.0)
        _SIGNS[sheet.protection](page, LEFT + 11, top + 2, 20)

    yield from row([cell], padding=8, extra=frame, gap=12, least=24)


def _notes(sheet: FilingSheet) -> Iterator[Strip]:
    for number, note in enumerate(sheet.notes):
        cell = Cell(LEFT + 18, WIDTH - 18).add(_with_cite(note), style.SMALL)
        yield from row([cell], padding=1.5, extra=_warn, gap=8 if number == 0 else 0)


def _warn(page: Page, top: float) -> None:
    exclamation(page, LEFT, top + 1, 9)


def _open_points(sheet: FilingSheet, texts: Texts) -> Iterator[Strip]:
    for number, point in enumerate(sheet.open_points):
        if number == 0:
            yield from heading(texts(mark("What would settle it")), LEFT, WIDTH)
        yield from paragraph(point, style.BODY, LEFT + 12, WIDTH - 12, bullet="•")


def _next_steps(sheet: FilingSheet, texts: Texts) -> Iterator[Strip]:
    day_width = 96.0
    for number, (step, day) in enumerate(sheet.next_steps):
        if number == 0:
            yield from heading(texts(mark("What to do next")), LEFT, WIDTH)
        what = Cell(LEFT + 18, WIDTH - 18 - day_width - 8).add(step.text, style.BODY)
        what.add(step.cite, style.NOTE, hyphenate=False)
        when = Cell(RIGHT - day_width, day_width)
        if day is not None:
            when.add(texts.day_with_weekday(day), style.STRONG, hyphenate=False)
        box = partial(_boxes, 0.0, 1)
        yield from row([what, when], padding=2.5, least=14, extra=box, rule=(LEFT, RIGHT))


def _with_cite(step: StepLine) -> str:
    return f"{step.text} [{step.cite}]" if step.cite else step.text
