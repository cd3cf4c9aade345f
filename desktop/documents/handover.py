"""The hand-over sheet for a lawyer: the shortest day largest, then how it was found and what is doubtful."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from ..texts import NO_BREAK_SPACE, Texts, mark
from . import style
from .furniture import FRAME, LEFT, RIGHT, WIDTH, SheetFurniture
from .handover_sheet import ActLine, HandoverSheet
from .page import Document, Page, Strip
from .parts import Cell, heading, paragraph, row
from .signs import exclamation, tick_box
from .time_sheets import StepLine
from .wording import born_and_nationality

_DOCUMENTS = (
    mark("Decision, every page, with its envelope: both sides"),
    mark("Passport, certificate or other paper with a photo"),
    mark("Earlier decisions and judgments in the same matter"),
    mark("Proofs of what has changed since the decision"),
    mark("Power of attorney for the lawyer, signed"),
    mark("Aid with costs: proof of income, benefit decision, form of the court"),
    mark("An interpreter for the language named above"),
)
"""What to bring; ticked by hand."""
_LABEL = 150.0
_SIGN = 11.0


def handover(sheet: HandoverSheet, texts: Texts) -> Document:
    """Put the sheet together."""
    title = texts(mark("Hand-over to a lawyer"))
    strips = [
        *_head(sheet, title, texts),
        *_days(sheet, texts),
        *_lines(texts(mark("What the decision rests on")), sheet.basis),
        *_lines(texts(mark("Effect of the remedy")), (sheet.effect,)),
        *_facts(sheet, texts),
        *_lines(texts(mark("Service: which day counts, and what is doubtful")), sheet.service),
        *_lines(texts(mark("Instruction on remedies, held against the law")), sheet.instruction),
        *_lines(texts(mark("Period to leave")), sheet.departure),
        *_acts(sheet.acts, texts),
        *_lines(texts(mark("To be known besides")), sheet.notes),
        *_asked(sheet.questions, texts),
        *_bring(texts),
        *(_court(sheet, texts) if sheet.at_court else ()),
    ]
    running = " · ".join(filter(None, (title, sheet.person.file_number, sheet.person.name)))
    foot = texts(
        mark(
            "Not for the authority. A working aid by the law as of {day}: the days are computed from what was"
            " recorded; compare them with the printed instruction. The earlier day counts."
        ),
        day=texts.day(sheet.stamp.law_checked_on),
    )
    return Document(title, FRAME, strips, SheetFurniture(texts, sheet.stamp, running, foot))


def _head(sheet: HandoverSheet, title: str, texts: Texts) -> Iterator[Strip]:
    person = sheet.person
    yield from heading(title, LEFT, WIDTH, style.TITLE, gap=0)
    warning = texts(mark("For a lawyer, today. Not for the authority."))
    cell = Cell(LEFT + 16, WIDTH - 16).add(warning, style.STRONG)
    yield from row([cell], padding=1, extra=partial(_draw_exclamation), gap=2)
    name = Cell(LEFT, WIDTH * 0.6).add(person.name, style.NAME, hyphenate=False, most=8)
    name.add(person.original_name, style.SUBTITLE, hyphenate=False, most=6)
    name.add(born_and_nationality(texts, person), style.BODY, most=2)
    side = Cell(LEFT + WIDTH * 0.62, WIDTH * 0.38)
    for text, number in (
        (mark("File number of the authority: {number}"), person.authority_file_number),
        (mark("Our file number: {number}"), person.file_number),
    ):
        side.add(texts(text, number=number) if number else "", style.BODY, hyphenate=False, most=2)
    yield from row([name, side], padding=3, gap=4)
    yield from paragraph(sheet.decision, style.SUBTITLE, LEFT, WIDTH, gap=2, most=4)


def _draw_exclamation(page: Page, top: float) -> None:
    exclamation(page, LEFT, top + 1, _SIGN)


def _days(sheet: HandoverSheet, texts: Texts) -> Iterator[Strip]:
    """Every act with its day; the first, and the first not over, so large that nobody overlooks it."""
    if not sheet.acts:
        text = sheet.missing or texts(mark("By what is recorded there is no remedy with a period."))
        cell = Cell(LEFT + 8, WIDTH - 16).add(text, style.VERDICT)
        height = cell.height + 10
        yield from row([cell], padding=5, extra=partial(_frame, height), gap=6)
        return
    first = min(act.day for act in sheet.acts)
    running = min((act.day for act in sheet.acts if act.day >= sheet.stamp.printed_on), default=first)
    half = WIDTH * 0.52
    left, right = Cell(LEFT + 8, half - 16), Cell(LEFT + half + 8, WIDTH - half - 16)
    for act in sheet.acts:
        largest = act.day in (first, running)
        cell = left if largest else right
        gap = 5 if cell.lines else 0
        cell.add(_what(act, texts), style.HEAD_CELL, gap=gap)
        day = texts.day_with_weekday(act.day).replace(" ", NO_BREAK_SPACE)
        cell.add(day, style.LAST_DAY if largest else style.VERDICT, most=1)
        if act.day < sheet.stamp.printed_on:
            over = mark("over by what is recorded: a lawyer must look at it today all the same")
            cell.add(texts(over), style.STRONG, most=2)
        elif act.safe_day is not None and act.safe_day != act.day:
            safe = texts(mark("act by {day} to be safe"), day=texts.day_with_weekday(act.safe_day))
            cell.add(safe, style.STRONG, most=1)
        for text, later in (
            (mark("perhaps open until {day} if the instruction is wrong: never plan with it"), act.outer),
            (mark("on a later reading of the service {day}: never plan with it"), act.latest),
        ):
            if later is not None and later != act.day:
                cell.add(texts(text, day=texts.day(later)), style.NOTE, most=2)
    height = max(left.height, right.height) + 12
    yield from row([left, right], padding=6, extra=partial(_frame, height), gap=6, least=height - 12)


def _what(act: ActLine, texts: Texts) -> str:
    named = f"{act.name} · {act.cite}" if act.cite else act.name
    if act.no_period:
        return texts(mark("{act}: no fixed period, the same day; at the latest"), act=named)
    return texts(mark("{act}: must have arrived by"), act=named)


def _frame(height: float, page: Page, top: float) -> None:
    page.box(LEFT, top - 6, WIDTH, height, 1.0)


def _facts(sheet: HandoverSheet, texts: Texts) -> Iterator[Strip]:
    yield from heading(texts(mark("What is known")), LEFT, WIDTH)
    for label, value in sheet.facts:
        name = Cell(LEFT, _LABEL - 8).add(label, style.BODY)
        content = Cell(LEFT + _LABEL, WIDTH - _LABEL).add(value, style.STRONG, most=4)
        yield from row([name, content], padding=1.5, rule=(LEFT, RIGHT), least=0 if value.strip() else 13)


def _lines(title: str, lines: Iterable[StepLine]) -> Iterator[Strip]:
    for number, line in enumerate(lines):
        if number == 0:
            yield from heading(title, LEFT, WIDTH, gap=9)
        yield from _line(line)


def _line(line: StepLine) -> Iterator[Strip]:
    text = f"{line.text} [{line.cite}]" if line.cite else line.text
    yield from paragraph(text, style.SMALL, LEFT + 12, WIDTH - 12, bullet="•")


def _acts(acts: Iterable[ActLine], texts: Texts) -> Iterator[Strip]:
    """How each day was found, and in which form the act is done."""
    for act in acts:
        yield from heading(act.name, LEFT, WIDTH, gap=9)
        yield from paragraph(texts(mark("How the day was found")), style.HEAD_CELL, LEFT, WIDTH, keeps=True)
        for line in act.derivation:
            yield from _line(line)
        for line in act.notes:
            yield from _line(line)


def _asked(questions: Iterable[str], texts: Texts) -> Iterator[Strip]:
    for number, question in enumerate(questions):
        if number == 0:
            yield from heading(texts(mark("Still to be asked")), LEFT, WIDTH, gap=9)
        cell = Cell(LEFT + 18, WIDTH - 18).add(question, style.SMALL)
        yield from row([cell], padding=1.5, extra=_draw_box)


def _bring(texts: Texts) -> Iterator[Strip]:
    yield from heading(texts(mark("To bring")), LEFT, WIDTH, gap=9)
    for each in _DOCUMENTS:
        cell = Cell(LEFT + 18, WIDTH - 18).add(texts(each), style.SMALL)
        yield from row([cell], padding=1.5, extra=_draw_box)


def _draw_box(page: Page, top: float) -> None:
    tick_box(page, LEFT, top + 1, 9, ticked=False)


def _court(sheet: HandoverSheet, texts: Texts) -> Iterator[Strip]:
    yield from heading(texts(mark("Filing without a lawyer: registry of the court")), LEFT, WIDTH, gap=9)
    said = texts(
        mark(
            "The action needs claimant, address, opponent, the decision and the wish to attack it; reasons"
            " can follow in their own period. The office writes no pleading."
        )
    )
    yield from paragraph(
        f"{said} [{sheet.court_cite}]" if sheet.court_cite else said, style.SMALL, LEFT, WIDTH
    )
    cell = Cell(LEFT + 8, WIDTH - 16)
    for each in sheet.court or (texts(mark("Address and opening hours:")),):
        cell.add(each, style.BODY, most=2)
    height = max(cell.height + 8, 44.0)
    yield from row([cell], padding=4, extra=partial(_box, height), gap=4, least=height - 8)


def _box(height: float, page: Page, top: float) -> None:
    page.box(LEFT, top - 4, WIDTH, height, 0.5)
