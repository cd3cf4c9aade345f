"""The sheet that says why: verdict, what decided it, what is open, who judged what, and the sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from ..cases.words import PROOF_IN_FULL
from ..rules.words import BAR_WORDS, STANDING_WORDS, VERDICT_WORDS
from ..texts import Texts, mark
from . import style
from .furniture import LEFT, RIGHT, WIDTH, working_sheet
from .page import Document, Page, Strip
from .parts import Cell, Column, heading, paragraph, row, table_head
from .reasons_sheet import (
    ConsequenceLine,
    JudgementLine,
    PracticeLine,
    ReasonLine,
    ReasonsSheet,
    SourceLine,
    SourcePair,
    WarningLine,
)
from .signs import STANDINGS, VERDICTS, Sign, exclamation
from .wording import born_and_nationality

_SIGN = 10.0
_TEXT_LEFT = LEFT + 18
_GAP = 10.0
_VALUE_WIDTH = 150.0
_STANDING_WIDTH = 76.0
_STANDING_LEFT = RIGHT - _STANDING_WIDTH
_VALUE_LEFT = _STANDING_LEFT - _GAP - _VALUE_WIDTH
_TEXT_WIDTH = _VALUE_LEFT - _GAP - _TEXT_LEFT


def reasons(sheet: ReasonsSheet, texts: Texts) -> Document:
    """Put a reasons sheet together."""
    title = texts(mark("Assessment {cite}"), cite=sheet.cite)
    strips = [
        *_head(sheet, texts),
        *_verdict(sheet, texts),
        *_sentences(texts(mark("What is assumed")), sheet.assumptions),
        *_warnings(texts(mark("What to watch")), [each for each in sheet.warnings if not each.open]),
        *_conditions(texts(mark("What decided it")), sheet.deciding, texts),
        *_conditions(texts(mark("What is open or not met besides")), sheet.open_points, texts),
        *_conditions(texts(mark("Exceptions that may help")), sheet.exceptions, texts),
        *_warnings(
            texts(mark("To be checked whether it applies")), [each for each in sheet.warnings if each.open]
        ),
        *_sentences(texts(mark("What may be disregarded")), sheet.waivers),
        *_judgements(sheet.judgements, texts),
        *_met(sheet.met, texts),
        *_consequences(sheet.consequences, texts),
        *_practice(sheet.practice, texts),
        *_source_pairs(sheet.source_pairs, texts),
        *_sources(sheet.sources, texts),
    ]
    return working_sheet(sheet, title, strips, texts)


def _head(sheet: ReasonsSheet, texts: Texts) -> Iterator[Strip]:
    person = sheet.person
    name = Cell(LEFT, WIDTH * 0.6).add(person.name, style.NAME, hyphenate=False, most=8)
    name.add(person.original_name, style.SUBTITLE, hyphenate=False, most=6)
    name.add(born_and_nationality(texts, person), style.BODY, most=2)
    side = Cell(LEFT + WIDTH * 0.62, WIDTH * 0.38)
    side.add(texts(mark("Assessed for {day}"), day=texts.day(sheet.assessed_for)), style.BODY)
    if person.file_number:
        number = texts(mark("Our file number: {number}"), number=person.file_number)
        side.add(number, style.BODY, hyphenate=False, most=2)
    yield from row([name, side], padding=4, gap=6)


def _verdict(sheet: ReasonsSheet, texts: Texts) -> Iterator[Strip]:
    """The verdict in a frame: sign, word, and one sentence."""
    cell = Cell(LEFT + 44, WIDTH - 56).add(texts(VERDICT_WORDS[sheet.verdict]), style.VERDICT)
    cell.add(sheet.sentence, style.BODY, most=6)
    if sheet.limited_by:
        cell.add(texts(mark("Limited by: {reason}"), reason=sheet.limited_by), style.BODY, most=3)
    if sheet.without_bar is not None:
        word = texts(VERDICT_WORDS[sheet.without_bar])
        cell.add(texts(mark("Without the removable bar: {verdict}"), verdict=word), style.STRONG, gap=3)
    for way in sheet.bar_ends[:4]:
        cell.add(way, style.BODY, most=3)
    height = cell.height + 16

    def frame(page: Page, top: float) -> None:
        page.box(LEFT, top - 8, WIDTH, height, 1.0)
        VERDICTS[sheet.verdict](page, LEFT + 10, top + 1, 22)

    yield from row([cell], padding=8, extra=frame, gap=4, least=24)


def _warnings(title: str, warnings: Sequence[WarningLine]) -> Iterator[Strip]:
    if warnings:
        yield from heading(title, LEFT, WIDTH)
    ordered = sorted(warnings, key=lambda each: not each.strong)
    for warning in ordered:
        text = _with_cite(warning.text, warning.cite)
        cell = Cell(_TEXT_LEFT, RIGHT - _TEXT_LEFT).add(text, style.PAPER if warning.strong else style.SMALL)
        sign = partial(_draw_sign, exclamation) if warning.strong else None
        yield from row([cell], padding=1.5, extra=sign)


def _sentences(title: str, sentences: Iterable[str]) -> Iterator[Strip]:
    for number, sentence in enumerate(sentences):
        if number == 0:
            yield from heading(title, LEFT, WIDTH)
        yield from paragraph(sentence, style.SMALL, LEFT, WIDTH)


def _conditions(title: str, lines: Iterable[ReasonLine], texts: Texts) -> Iterator[Strip]:
    shown = list(lines)
    if not shown:
        return
    yield from heading(title, LEFT, WIDTH)
    columns = (
        Column(texts(mark("Condition")), _TEXT_LEFT, _TEXT_WIDTH),
        Column(texts(mark("Known")), _VALUE_LEFT, _VALUE_WIDTH),
        Column(texts(mark("Standing")), _STANDING_LEFT, _STANDING_WIDTH),
    )
    head = table_head(columns, LEFT, RIGHT)
    head.gap = 2
    yield head
    for each in shown:
        text = (
            Cell(_TEXT_LEFT, _TEXT_WIDTH)
            .add(each.text, style.BODY)
            .add(each.cite, style.NOTE, hyphenate=False)
        )
        text.add(each.note, style.NOTE_ITALIC)
        value = Cell(_VALUE_LEFT, _VALUE_WIDTH).add(each.value, style.SMALL)
        if each.proof is not None:
            value.add(texts(PROOF_IN_FULL[each.proof]), style.NOTE)
        standing = Cell(_STANDING_LEFT, _STANDING_WIDTH).add(_standing(each, texts), style.SMALL)
        sign = partial(_draw_sign, STANDINGS[each.standing])
        yield from row([text, value, standing], padding=2.5, extra=sign, rule=(LEFT, RIGHT), head=head)


def _met(lines: Iterable[ReasonLine], texts: Texts) -> Iterator[Strip]:
    """What is in order, briefly: two lines each would hide what is not."""
    for number, each in enumerate(lines):
        if number == 0:
            yield from heading(texts(mark("What is met")), LEFT, WIDTH)
        condition = Cell(_TEXT_LEFT, _TEXT_WIDTH).add(_with_cite(each.text, each.cite), style.SMALL)
        condition.add(each.note, style.NOTE_ITALIC)
        proof = texts(PROOF_IN_FULL[each.proof]) if each.proof is not None else ""
        value = Cell(_VALUE_LEFT, _VALUE_WIDTH).add(", ".join(filter(None, (each.value, proof))), style.NOTE)
        standing = Cell(_STANDING_LEFT, _STANDING_WIDTH).add(_standing(each, texts), style.NOTE)
        sign = partial(_draw_sign, STANDINGS[each.standing])
        yield from row([condition, value, standing], padding=1.5, extra=sign)


def _standing(line: ReasonLine, texts: Texts) -> str:
    return texts((BAR_WORDS if line.bar else STANDING_WORDS)[line.standing])


def _judgements(lines: Iterable[JudgementLine], texts: Texts) -> Iterator[Strip]:
    for number, each in enumerate(lines):
        if number == 0:
            yield from heading(texts(mark("Judgements by people")), LEFT, WIDTH)
        text = _with_cite(each.text, each.cite)
        cell = Cell(LEFT, WIDTH).add(f"{text}: {each.answer}", style.STRONG)
        cell.add(each.reason, style.BODY)
        cell.add(texts(mark("{person}, {day}"), person=each.by, day=texts.day(each.on)), style.NOTE)
        yield from row([cell], padding=2.5, rule=(LEFT, RIGHT))


def _consequences(lines: Iterable[ConsequenceLine], texts: Texts) -> Iterator[Strip]:
    before = ""
    for number, each in enumerate(lines):
        if number == 0:
            yield from heading(texts(mark("What the title brings")), LEFT, WIDTH)
        same = number > 0 and each.label == before
        label = Cell(LEFT, 104).add("" if same else each.label, style.PAPER)
        text = Cell(LEFT + 112, WIDTH - 112).add(_with_cite(each.text, each.cite), style.SMALL)
        yield from row([label, text], padding=1.5, gap=0 if same or number == 0 else 2)
        before = each.label


def _source_pairs(pairs: Iterable[SourcePair], texts: Texts) -> Iterator[Strip]:
    """What a page of an authority says beside what the law says; the page is named where it changes."""
    half = (WIDTH - 14) / 2
    right = LEFT + half + 14
    columns = (
        Column(texts(mark("The source says")), LEFT + 2, half - 2),
        Column(texts(mark("The law says")), right, half),
    )
    head = table_head(columns, LEFT, RIGHT)
    head.gap = 2
    before = None
    for each in pairs:
        if before is None:
            yield from heading(texts(mark("Source and law")), LEFT, WIDTH)
            yield head
        if each.source != before:
            name = Cell(LEFT + 2, WIDTH - 4).add(each.source, style.PAPER)
            yield from row([name], padding=2, gap=3, keeps=True, head=head)
        before = each.source
        source = Cell(LEFT + 2, half - 2).add(each.says, style.SMALL)
        law = (
            Cell(right, half).add(each.judged, style.PAPER).add(_with_cite(each.law, each.cite), style.SMALL)
        )
        yield from row([source, law], padding=2.5, rule=(LEFT, RIGHT), head=head)


def _practice(lines: Iterable[PracticeLine], texts: Texts) -> Iterator[Strip]:
    for number, each in enumerate(lines):
        if number == 0:
            yield from heading(texts(mark("Practice of offices, not law")), LEFT, WIDTH)
        cell = Cell(LEFT, WIDTH).add(each.text, style.SMALL).add(each.origin, style.NOTE)
        yield from row([cell], padding=2)


def _sources(lines: Iterable[SourceLine], texts: Texts) -> Iterator[Strip]:
    for number, each in enumerate(lines):
        if number == 0:
            yield from heading(texts(mark("Sources")), LEFT, WIDTH)
        on = texts(mark("as of {day}"), day=texts.day(each.on)) if each.on is not None else ""
        yield from paragraph(", ".join(filter(None, (each.name, on))), style.NOTE, LEFT, WIDTH)


def _with_cite(text: str, cite: str) -> str:
    return f"{text} ({cite})" if cite else text


def _draw_sign(sign: Sign, page: Page, top: float) -> None:
    sign(page, LEFT, top + 1.5, _SIGN)
