"""Forms: what a person ticks, fills in by pen and signs; boxes as shapes, type that is read at the desk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from ..texts import Texts, mark
from . import style
from .form_sheet import (
    FormAnswers,
    FormBlock,
    FormColumn,
    FormField,
    FormFields,
    FormHeading,
    FormRow,
    FormSheet,
    FormSignatures,
    FormTable,
    FormText,
    FormTick,
    FormTicks,
)
from .furniture import FRAME, LEFT, RIGHT, WIDTH, SheetFurniture
from .page import Document, Draw, Page, Reading, Strip
from .parts import Cell, Column, heading, paragraph, row, table_head
from .signs import exclamation, tick_box

_BOX = 10.5
_INDENT = 20.0
_LABEL_WIDTH = 168.0
_WRITE = 22.0
"""Height of a line that is written on by hand."""
_SIGN_ROOM = 34.0
_HEADING = replace(style.HEADING, size=11, leading=14.5)
_ANSWER = 44.0
_PAD = 4.0
_LABEL = replace(style.LETTER, grey=style.SOFT)
_PLACES = {
    1: ((LEFT, LEFT + _LABEL_WIDTH, RIGHT),),
    2: (
        (LEFT, LEFT + _LABEL_WIDTH, LEFT + _LABEL_WIDTH + 96),
        (LEFT + _LABEL_WIDTH + 108, LEFT + _LABEL_WIDTH + 214, RIGHT),
    ),
}
"""Of one field, or of two side by side: where the label begins, where the value, where that ends."""


def form(sheet: FormSheet, texts: Texts) -> Document:
    """Put a form together."""
    running = " · ".join(filter(None, (sheet.title, sheet.running)))
    strips = [
        *heading(sheet.title, LEFT, WIDTH, style.TITLE, gap=0),
        *paragraph(sheet.about, style.SUBTITLE, LEFT, WIDTH),
        *(_warned(sheet.notice, style.STRONG, gap=6) if sheet.notice else ()),
        *_blocks(sheet.blocks),
    ]
    draft = "" if sheet.stamp.approved else texts(mark("DRAFT"))
    furniture = SheetFurniture(texts, sheet.stamp, running, sheet.foot)
    return Document(sheet.title, FRAME, strips, furniture, draft)


def _blocks(blocks: Sequence[FormBlock]) -> Iterator[Strip]:
    """Everything in order; signatures never stand on a page without the part of the text before them."""
    for number, block in enumerate(blocks):
        rest = blocks[number:]
        kept = _signed_below(rest) or _filled_in_below(rest)
        for strip in _block(block):
            strip.keeps = strip.keeps or kept
            yield strip


def _filled_in_below(blocks: Sequence[FormBlock]) -> bool:
    """Whether the lines right under a text or signatures belong to them."""
    above = isinstance(blocks[0], FormText | FormSignatures)
    return above and isinstance(next(iter(blocks[1:]), None), FormFields)


def _signed_below(blocks: Sequence[FormBlock]) -> bool:
    """Whether signatures follow after nothing but fields and text under at most one more heading."""
    headings = 0
    for block in blocks[1:]:
        if isinstance(block, FormSignatures):
            return True
        headings += isinstance(block, FormHeading)
        if headings > 1 or not isinstance(block, FormFields | FormText | FormHeading):
            return False
    return False


def _block(block: FormBlock) -> Iterator[Strip]:
    match block:
        case FormHeading():
            yield from heading(block.text, LEFT, WIDTH, _HEADING, gap=6)
        case FormText():
            yield from _text(block)
        case FormFields():
            yield from _fields(block.fields)
        case FormTicks():
            for each in block.ticks:
                yield from _tick(each)
        case FormAnswers():
            yield from _answers(block)
        case FormSignatures():
            for signer in block.signers:
                yield from _signature(signer, block.place_and_day)
        case FormTable():
            yield from _table(block)


def _with_cite(text: str, cite: str) -> str:
    return f"{text} [{cite}]" if cite else text


def _text(block: FormText) -> Iterator[Strip]:
    kind = style.LETTER_STRONG if block.strong or block.warning else style.LETTER
    text = _with_cite(block.text, block.cite)
    if block.warning:
        yield from _warned(text, kind, gap=4)
    else:
        yield from paragraph(text, kind, LEFT, WIDTH, gap=4)


def _warned(text: str, kind: style.Type, *, gap: float) -> Iterator[Strip]:
    cell = Cell(LEFT + _INDENT, WIDTH - _INDENT).add(text, kind)
    yield from row([cell], padding=2, extra=_warn, gap=gap)


def _warn(page: Page, top: float) -> None:
    exclamation(page, LEFT, top, 12)


# Filled in by pen ------------------------------------------------------------------------------------


def _fields(fields: Sequence[FormField]) -> Iterator[Strip]:
    """Each on a line of its own, or two side by side."""
    groups: list[list[FormField]] = []
    for each in fields:
        if each.beside and groups and len(groups[-1]) == 1:
            groups[-1].append(each)
        else:
            groups.append([each])
    for number, group in enumerate(groups):
        places = _PLACES[len(group)]
        cells, lines = list[Cell](), list[tuple[float, float]]()
        for each, (left, middle, right) in zip(group, places, strict=True):
            cells.append(Cell(left, middle - left - 8).add(each.label, _LABEL))
            value = Cell(middle, right - middle).add(each.value, style.LETTER_STRONG, hyphenate=False)
            if value.lines:
                cells.append(value)
            else:
                lines.append((middle, right))
        height = max(*(cell.height for cell in cells), _WRITE - 3 if lines else 0.0)
        extra = partial(_write_lines, lines, height + 1.5)
        strips = row(cells, padding=1.5, least=height, gap=3 if number == 0 else 0, extra=extra)
        strips[0].read = tuple(
            Reading(tuple(filter(None, (each.label, each.value))))
            for each in group
            if each.label or each.value
        )
        yield from strips


def _write_lines(lines: Sequence[tuple[float, float]], down: float, page: Page, top: float) -> None:
    for left, right in lines:
        page.rule(left, top + down, right, top + down)


def _tick(tick: FormTick) -> Iterator[Strip]:
    text = _with_cite(tick.text, tick.cite)
    cell = Cell(LEFT + _INDENT, WIDTH - _INDENT).add(text, style.LETTER)
    beside = tick.write and _end_of(cell) < RIGHT - _SHORTEST
    if not beside:
        yield from row([cell], padding=1.8, extra=partial(_box, LEFT, tick.ticked), keeps=tick.write)
        if tick.write:
            yield Strip(_WRITE - 4, partial(_write_line, LEFT + _INDENT, RIGHT, _WRITE - 6))
        return
    line = partial(_write_line, _end_of(cell) + 6, RIGHT, cell.height)
    yield from row([cell], padding=1.8, extra=partial(_box_and_line, LEFT, tick.ticked, line))


def _end_of(cell: Cell) -> float:
    """Where the last line of a cell ends."""
    last = cell.lines[-1] if cell.lines else None
    return cell.left + (last.line.width(last.kind.size) if last is not None else 0.0)


_SHORTEST = 200.0
"""A line to write on is at least so long; else it stands below its text."""


def _write_line(left: float, right: float, down: float, page: Page, top: float) -> None:
    page.rule(left, top + down, right, top + down)


def _box_and_line(x: float, ticked: bool, line: Draw, page: Page, top: float) -> None:
    _box(x, ticked, page, top)
    line(page, top)


def _box(x: float, ticked: bool, page: Page, top: float) -> None:
    tick_box(page, x, top + 1.5, _BOX, ticked=ticked)


def _answers(block: FormAnswers) -> Iterator[Strip]:
    """One row for each question: the boxes stand in columns at the right, under their words."""
    yes, no = RIGHT - 2 * _ANSWER, RIGHT - _ANSWER
    columns = (
        Column("", LEFT + _PAD, yes - LEFT - 2 * _PAD),
        Column(block.yes, yes + _PAD, _ANSWER - _PAD),
        Column(block.no, no + _PAD, _ANSWER - _PAD),
    )
    head = table_head(columns, LEFT, RIGHT)
    head.gap = 6
    yield head
    for number, each in enumerate(block.questions, start=1):
        count = Cell(LEFT + _PAD, 18).add(f"{number}.", style.LETTER_STRONG)
        text = Cell(LEFT + _PAD + 20, yes - LEFT - 36).add(_with_cite(each.text, each.cite), style.LETTER)
        boxes: Draw = partial(_both, yes + _PAD, no + _PAD)
        if each.write and _end_of(text) > yes - _SHORTEST:
            text.height += _WRITE - 6
            boxes = partial(_both_and_line, boxes, partial(_write_line, text.left, yes - 12, text.height))
        elif each.write:
            end = partial(_write_line, _end_of(text) + 6, yes - 12, text.height)
            boxes = partial(_both_and_line, boxes, end)
        yield from row([count, text], padding=3, extra=boxes, rule=(LEFT, RIGHT), head=head)


def _both(yes: float, no: float, page: Page, top: float) -> None:
    _box(yes, False, page, top)
    _box(no, False, page, top)


def _both_and_line(boxes: Draw, line: Draw, page: Page, top: float) -> None:
    boxes(page, top)
    line(page, top)


def _signature(signer: str, place_and_day: str) -> Iterator[Strip]:
    """Two lines to write on, with what belongs there in small letters below them; never cut in two."""
    middle = LEFT + WIDTH * 0.4
    small = replace(style.SMALL, grey=style.SOFT)
    labels = [
        Cell(LEFT, middle - LEFT - 16).add(place_and_day, small),
        Cell(middle, RIGHT - middle).add(signer, small),
    ]
    yield Strip(_SIGN_ROOM, partial(_sign_lines, middle), gap=2, keeps=True)
    yield from row(labels, padding=1.5)


def _sign_lines(middle: float, page: Page, top: float) -> None:
    base = top + _SIGN_ROOM
    page.rule(LEFT, base, middle - 16, base, 0.7, style.BLACK)
    page.rule(middle, base, RIGHT, base, 0.7, style.BLACK)


# Tables ----------------------------------------------------------------------------------------------


def _table(table: FormTable) -> Iterator[Strip]:
    boxed = any(each.ticked is not None for each in table.rows)
    columns = _columns(table.columns, LEFT + (_INDENT if boxed else _PAD))
    head = table_head(columns, LEFT, RIGHT)
    head.gap = 4
    yield head
    inner = [each.left - _PAD for each in columns[1:]]
    for each in table.rows:
        yield from _row(each, columns, inner, head)


def _row(each: FormRow, columns: Sequence[Column], inner: Sequence[float], head: Strip) -> Iterator[Strip]:
    cells = [
        Cell(column.left, column.width).add(text, style.LETTER, hyphenate=False)
        for column, text in zip(columns, each.cells, strict=True)
    ]
    cells[0].add(each.note, style.NOTE)
    height = max(cell.height for cell in cells)
    extra = partial(_cells, each.ticked, inner, max(height, _WRITE - 6) + 6)
    yield from row(cells, padding=3, least=_WRITE - 6, extra=extra, rule=(LEFT, RIGHT), head=head)


def _cells(ticked: bool | None, inner: Sequence[float], height: float, page: Page, top: float) -> None:
    if ticked is not None:
        _box(LEFT + 3, ticked, page, top)
    if height <= _LONGEST:
        for x in inner:
            page.rule(x, top - 3, x, top - 3 + height, 0.3)


_LONGEST = 240.0
"""Of a row cut over pages no upright lines are drawn."""


def _columns(columns: Sequence[FormColumn], left: float) -> list[Column]:
    whole = sum(each.share for each in columns)
    placed: list[Column] = []
    x = left
    for each in columns:
        width = (RIGHT - left) * each.share / whole
        placed.append(Column(each.title, x, width - 2 * _PAD))
        x += width
    return placed
