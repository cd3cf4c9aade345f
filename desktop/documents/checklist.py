"""The checklist: which papers one application needs, what is there, what it costs, and until when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from ..cases.answers import Proof
from ..cases.words import PROOF_WORDS
from ..deadlines.authorities import Appointment, Channel, Originals
from ..rules.fees import FeeOutcome
from ..rules.tables import HandIn
from ..texts import NO_BREAK_SPACE, Texts, mark
from . import style
from .furniture import LEFT, RIGHT, WIDTH, working_sheet
from .page import Document, Page, Strip
from .parts import Cell, Column, heading, paragraph, row, table_head
from .sheets import (
    Authority,
    ChecklistSheet,
    DateKind,
    DateLine,
    FeeGroup,
    FeeLine,
    PaperGroup,
    PaperRow,
    Person,
)
from .signs import exclamation, tick_box
from .typography import line
from .wording import authority_lines, born_and_nationality

HAND_IN_WORDS: Mapping[HandIn, str] = {
    HandIn.COPY: mark("copy"),
    HandIn.BOTH: mark("copy; original at visit"),
    HandIn.ORIGINAL: mark("original"),
    HandIn.DIGITAL: mark("digital"),
    HandIn.NONE: mark("bring along"),
}
_STATES: Mapping[Proof, str] = {
    **PROOF_WORDS,
    Proof.CLAIMED: mark("there, not seen yet"),
}
_OUTCOMES: Mapping[FeeOutcome, str] = {
    FeeOutcome.PAYABLE: mark("payable"),
    FeeOutcome.EXEMPT: mark("free of charge"),
    FeeOutcome.TO_BE_CLAIMED: mark("claim the exemption with the application"),
    FeeOutcome.DISCRETIONARY: mark("can be waived: apply for it"),
    FeeOutcome.CONTESTABLE: mark("payable, but more than half for a minor can be contested"),
}
_DAYS: Mapping[DateKind, str] = {
    DateKind.VALID_UNTIL: mark("Present paper valid until"),
    DateKind.SAFE_DAY: mark("File by, to be safe"),
    DateKind.FILE_BY: mark("Must have arrived by"),
    DateKind.APPOINTMENT: mark("Appointment"),
    DateKind.OTHER: mark("Day to keep in mind"),
}
_CHANNELS: Mapping[Channel, str] = {
    Channel.ONLINE: mark("online"),
    Channel.POST: mark("post"),
    Channel.EMAIL: mark("e-mail"),
    Channel.FAX: mark("fax"),
    Channel.LETTERBOX: mark("letterbox of the authority"),
    Channel.IN_PERSON: mark("in person"),
}
_APPOINTMENTS: Mapping[Appointment, str] = {
    Appointment.REQUIRED: mark("File in person; an appointment is needed."),
    Appointment.ON_INVITATION: mark("Come only when invited."),
    Appointment.NONE: mark("No appointment needed to file."),
}
_ORIGINALS: Mapping[Originals, str] = {
    Originals.NEVER: mark("Send no originals."),
    Originals.APPOINTMENT: mark("Bring originals to the appointment, send copies only."),
    Originals.REQUIRED: mark("Originals have to be handed in."),
}

_FIRST_NOTES = 3
"""So many notes stand above the papers, the others at the end."""
_BOX = 10.5
_COLUMN_GAP = 8.0
_NAME_LEFT = LEFT + 18
_NOTE_WIDTH = 56.0
_STATE_WIDTH = 90.0
_FORM_WIDTH = 66.0
_NOTE_LEFT = RIGHT - _NOTE_WIDTH
_STATE_LEFT = _NOTE_LEFT - _COLUMN_GAP - _STATE_WIDTH
_FORM_LEFT = _STATE_LEFT - _COLUMN_GAP - _FORM_WIDTH
_NAME_WIDTH = _FORM_LEFT - _COLUMN_GAP - _NAME_LEFT


def checklist(sheet: ChecklistSheet, texts: Texts) -> Document:
    """Put a checklist together."""
    title = texts(mark("Checklist {cite}"), cite=sheet.cite)
    strips = [
        *_head(sheet, texts),
        *_dates(sheet.dates, texts),
        *_notes(sheet.notes[:_FIRST_NOTES]),
        *_papers(sheet.groups, texts),
        *_fees(sheet.fees, texts),
        *_more_notes(sheet.notes[_FIRST_NOTES:], texts),
    ]
    return working_sheet(sheet, title, strips, texts)


# Head ----------------------------------------------------------------------------------------------------


def _head(sheet: ChecklistSheet, texts: Texts) -> Iterator[Strip]:
    middle = LEFT + WIDTH * 0.42
    cells = [_person(sheet.person, texts, LEFT + 8, middle - LEFT - 20)]
    if sheet.authority is not None:
        cells.append(_authority(sheet.authority, texts, middle + 8, RIGHT - middle - 16))
    height = max(cell.height for cell in cells) + 14

    def frame(page: Page, top: float) -> None:
        page.box(LEFT, top - 7, WIDTH, height, 0.7)
        if len(cells) > 1:
            page.rule(middle, top - 7, middle, top - 7 + height, 0.7, style.BLACK)

    yield from row(cells, padding=7, extra=frame, gap=9)


def _person(person: Person, texts: Texts, left: float, width: float) -> Cell:
    cell = Cell(left, width).add(texts(mark("For")), style.HEAD_CELL)
    cell.add(person.name, style.NAME, hyphenate=False, most=8)
    cell.add(person.original_name, style.SUBTITLE, hyphenate=False, most=6)
    cell.add(born_and_nationality(texts, person), style.BODY, most=2)
    if person.authority_file_number:
        number = texts(mark("File number of the authority: {number}"), number=person.authority_file_number)
        cell.add(number, style.BODY, hyphenate=False, most=2)
    if person.file_number:
        number = texts(mark("Our file number: {number}"), number=person.file_number)
        cell.add(number, style.BODY, hyphenate=False, most=2)
    return cell


def _authority(authority: Authority, texts: Texts, left: float, width: float) -> Cell:
    cell = Cell(left, width).add(texts(mark("At")), style.HEAD_CELL)
    for number, text in enumerate(authority_lines(authority)[:7]):
        cell.add(text, style.STRONG if number == 0 else style.BODY, hyphenate=False, most=2)
    if authority.visit_address:
        visit = ", ".join(authority.visit_address)
        cell.add(texts(mark("Visitors: {address}"), address=visit), style.BODY, hyphenate=False, most=2)
    ways = []
    if authority.channels:
        channels = ", ".join(texts(_CHANNELS[channel]) for channel in authority.channels)
        ways.append(texts(mark("Ways to file: {channels}."), channels=channels))
    if authority.appointment is not None:
        ways.append(texts(_APPOINTMENTS[authority.appointment]))
    if authority.originals is not None:
        ways.append(texts(_ORIGINALS[authority.originals]))
    cell.add(" ".join(ways), style.NOTE, gap=2, most=4)
    cell.add(authority.hours, style.NOTE, most=3)
    reached = " · ".join(filter(None, (authority.phone, authority.email)))
    cell.add(reached, style.NOTE, hyphenate=False, most=2)
    cell.add(authority.online_url, style.NOTE, hyphenate=False, most=2)
    for note in authority.notes[:3]:
        cell.add(note, style.NOTE, most=3)
    if authority.checked_on is not None:
        cell.add(texts(mark("Details as of {day}"), day=texts.day(authority.checked_on)), style.NOTE)
    for doubt in authority.doubts:
        cell.add(doubt, style.HEAD_CELL, gap=2, most=3)
    return cell


def _dates(dates: Iterable[DateLine], texts: Texts) -> list[Strip]:
    """Up to four days side by side, large enough to be seen across a desk."""
    lines = list(dates)
    strips: list[Strip] = []
    for start in range(0, len(lines), 4):
        part = lines[start : start + 4]
        each = WIDTH / max(3, len(part))
        cells = [_date(day, texts, LEFT + each * number, each - 10) for number, day in enumerate(part)]
        strips += row(cells, padding=2, gap=7 if start == 0 else 2)
    return strips


def _date(day: DateLine, texts: Texts, left: float, width: float) -> Cell:
    cell = Cell(left, width).add(day.label or texts(_DAYS[day.kind]), style.NOTE, most=2)
    cell.add(texts.day_with_weekday(day.day).replace(" ", NO_BREAK_SPACE), style.BIG_DATE)
    return cell.add(day.note, style.NOTE, most=3)


# Papers --------------------------------------------------------------------------------------------------


def _papers(groups: Iterable[PaperGroup], texts: Texts) -> Iterator[Strip]:
    columns = (
        Column(texts(mark("Paper")), _NAME_LEFT, _NAME_WIDTH),
        Column(texts(mark("Form")), _FORM_LEFT, _FORM_WIDTH),
        Column(texts(mark("State")), _STATE_LEFT, _STATE_WIDTH),
        Column(texts(mark("Notes")), _NOTE_LEFT, _NOTE_WIDTH),
    )
    head = table_head(columns, LEFT, RIGHT)
    shown = [group for group in groups if group.rows]
    if shown:
        yield from paragraph(
            texts(mark("Ticked is what lies in our file in the form that is asked for.")),
            style.NOTE,
            LEFT,
            WIDTH,
            gap=9,
            keeps=True,
        )
        head.gap = 3
        yield head
    for number, group in enumerate(shown):
        if group.title:
            title = Cell(LEFT, WIDTH).add(group.title, style.HEADING)
            yield from row([title], padding=2, gap=7 if number else 3, keeps=True, head=head)
        for paper in group.rows:
            yield from _paper(paper, texts, head)


def _paper(paper: PaperRow, texts: Texts, head: Strip) -> list[Strip]:
    """One row. The last column stays empty, for writing by hand."""
    name = Cell(_NAME_LEFT, _NAME_WIDTH).add(paper.name, style.PAPER)
    why = f"{paper.why} ({paper.cite})" if paper.why and paper.cite else paper.why or paper.cite
    name.add(why, style.NOTE)
    name.add(paper.note, style.NOTE_ITALIC)
    form = Cell(_FORM_LEFT, _FORM_WIDTH).add(texts(HAND_IN_WORDS[paper.hand_in]), style.SMALL)
    known = [
        texts(mark("missing") if paper.state is None else _STATES[paper.state]),
        texts.day(paper.state_on).replace(" ", NO_BREAK_SPACE) if paper.state_on is not None else "",
    ]
    state = Cell(_STATE_LEFT, _STATE_WIDTH).add(" ".join(filter(None, known)), style.SMALL)
    if paper.valid_until is not None:
        state.add(texts(mark("valid until {day}"), day=texts.day(paper.valid_until)), style.NOTE)
    box = partial(_box, paper.ticked)
    return row([name, form, state], padding=2.4, least=12.5, extra=box, rule=(LEFT, RIGHT), head=head)


def _box(ticked: bool, page: Page, top: float) -> None:
    tick_box(page, LEFT, top + 1, _BOX, ticked=ticked)


# Notes and fees ------------------------------------------------------------------------------------------


def _fees(groups: Iterable[FeeGroup], texts: Texts) -> Iterator[Strip]:
    shown = [group for group in groups if group.lines]
    if not shown:
        return
    yield from heading(texts(mark("Fees")), LEFT, WIDTH, gap=14)
    for number, group in enumerate(shown):
        title = f"{group.title}: {texts(mark('one of these'))}" if group.one_of else group.title
        name = Cell(LEFT, WIDTH).add(title, style.STRONG)
        yield from row([name], padding=2, gap=5 if number else 0, keeps=True)
        lines = [strip for fee in group.lines for strip in _fee(fee, texts)]
        note = paragraph(group.note, style.NOTE, LEFT, WIDTH, gap=2)
        for strip in [*lines, *note][:-1]:  # a row is not read without its heading, nor without its note
            strip.keeps = True
        yield from lines
        yield from note


def _fee(fee: FeeLine, texts: Texts) -> list[Strip]:
    amount_right = LEFT + 46
    amount = line(texts.money(fee.amount), style.STRONG.face)
    name = (
        Cell(LEFT + 58, WIDTH * 0.5 - 58).add(fee.name, style.BODY).add(fee.cite, style.NOTE, hyphenate=False)
    )
    result = Cell(LEFT + WIDTH * 0.5 + 8, WIDTH * 0.5 - 8).add(texts(_OUTCOMES[fee.outcome]), style.STRONG)
    if fee.open:
        result.add(texts(mark("An answer that is still missing could change this.")), style.NOTE)
    result.add(fee.note, style.NOTE)

    def draw(page: Page, top: float) -> None:
        page.text_right(amount_right, top + style.STRONG.ascent, amount, style.STRONG)
        if fee.outcome is FeeOutcome.EXEMPT:  # struck out, so that nobody brings the money
            middle = top + style.STRONG.ascent - 3.2
            page.rule(
                amount_right - amount.width(style.STRONG.size) - 2, middle, amount_right + 2, middle, 1.0
            )

    return row([name, result], padding=2.5, extra=draw, rule=(LEFT, RIGHT))


def _notes(notes: Iterable[str]) -> Iterator[Strip]:
    """What must not be overlooked: before the papers, because the last page is the one that gets lost."""
    for number, note in enumerate(notes):
        cell = Cell(LEFT + 18, WIDTH - 18).add(note, style.SMALL)
        yield from row([cell], padding=1, extra=_warn, gap=6 if number == 0 else 0)


def _more_notes(notes: Iterable[str], texts: Texts) -> Iterator[Strip]:
    shown = list(notes)
    if shown:
        yield from heading(texts(mark("Further notes")), LEFT, WIDTH, gap=14)
    for note in shown:
        yield from paragraph(note, style.SMALL, LEFT + 12, WIDTH - 12, gap=2, bullet="•")


def _warn(page: Page, top: float) -> None:
    exclamation(page, LEFT, top + 1, 9)
