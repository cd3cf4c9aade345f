"""The checklist of one decision: papers with what is already there, fees, dates, notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from desktop.deadlines.duedates import DueDate, Nature
from desktop.documents import sheets
from desktop.rules.checklist import ChecklistItem, Need
from desktop.rules.fees import FeeSheet
from desktop.texts import mark

from .. import deadlines, fees
from ..words.names import step_names
from .ground import Ground, out_of_question

_GROUPS = {
    Need.NEEDED: mark("Needed for this application"),
    Need.ASKED_HERE: mark("Asked for by this office"),
    Need.OPEN: mark("Only if it applies; not settled yet"),
}


def checklist_sheet(ground: Ground) -> sheets.ChecklistSheet:
    """The checklist for a title, an occasion and an authority."""
    return sheets.ChecklistSheet(
        stamp=ground.stamp,
        person=ground.person,
        title=ground.texts.pick(ground.result.norm.title),
        cite=ground.result.norm.cite,
        occasion=ground.decision,
        groups=tuple(_groups(ground)),
        authority=ground.recipient(),
        fees=tuple(_fees(ground)),
        dates=tuple(_dates(ground)),
        notes=tuple(_notes(ground)),
    )


def _groups(ground: Ground) -> Iterator[sheets.PaperGroup]:
    for need, title in _GROUPS.items():
        rows = tuple(_row(ground, item) for item in ground.items if item.need is need)
        if rows:
            yield sheets.PaperGroup(ground.texts(title), rows)


def _row(ground: Ground, item: ChecklistItem) -> sheets.PaperRow:
    pick, paper = ground.texts.pick, ground.paper_of(item)
    return sheets.PaperRow(
        name=pick(item.document.name),
        why=pick(item.why),
        cite=item.document.cite or "",
        hand_in=ground.hand_in(item),
        ticked=item.there,
        state=item.paper,
        state_on=paper.seen_on if paper else None,
        valid_until=paper.valid_until if paper else None,
        note=" ".join(_of_paper(ground, item)),
    )


def _of_paper(ground: Ground, item: ChecklistItem) -> Iterator[str]:
    """What the authority says of a paper, and how old it may be."""
    rule = ground.rule_of(item)
    if rule is not None and rule.note is not None:
        yield ground.texts.pick(rule.note)
    if item.document.max_age_days is not None:
        yield ground.texts(
            mark("Not older than about {count} days when it is handed in."), count=item.document.max_age_days
        )


def fee_sheet(ground: Ground) -> FeeSheet:
    """What the decision costs in this case; other acts of the authority are no part of a sheet."""
    sheet, _minor, _age = fees.sheet_of(
        ground.reference.pack,
        ground.facts,
        ground.title_id,
        ground.decision,
        ground.today,
        ground.case.value("birth_date"),
    )
    return replace(sheet, groups=sheet.of_decision)


def _fees(ground: Ground) -> Iterator[sheets.FeeGroup]:
    pick = ground.texts.pick
    for group in fee_sheet(ground).groups:
        lines = tuple(
            sheets.FeeLine(
                name=pick(line.fee.name),
                amount=line.amount,
                outcome=line.outcome,
                cite=line.fee.cite,
                note=pick(line.note) if line.note is not None else "",
                open=line.open,
            )
            for line in group.lines
        )
        note = pick(group.note) if group.note is not None else ""
        yield sheets.FeeGroup(pick(group.name), lines, group.one_of, note)


def _dates(ground: Ground) -> Iterator[sheets.DateLine]:
    names = step_names(ground.reference, ground.texts, ground.case)
    for due in deadlines.of(ground.reference, ground.case, ground.today):
        if due.settled or due.nature not in (Nature.VALIDITY, Nature.FILING) or not _concerns(due, ground):
            continue
        label = due.name.show(ground.texts, names)
        yield sheets.DateLine(sheets.DateKind.OTHER, due.day, label=label)
        if due.safe_day is not None and due.safe_day != due.day:
            yield sheets.DateLine(sheets.DateKind.SAFE_DAY, due.safe_day)


def _concerns(due: DueDate, ground: Ground) -> bool:
    """The end of the present paper of the stay, or a date of the title itself."""
    stay = ("ae_validity", "c104_end", "duldung_cert", "gestattung_cert", "visa_end", "fiction_cert")
    return due.kind in stay or due.title_id == ground.title_id


def _notes(ground: Ground) -> Iterator[str]:
    yield from out_of_question(ground)
    for warning in ground.result.warnings:
        if not warning.open:
            yield f"{ground.texts.pick(warning.row.text)} [{warning.row.cite}]"
