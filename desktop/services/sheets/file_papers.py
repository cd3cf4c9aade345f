"""Sheets for the paper file: its cover with days and declarations, and the papers of an application."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from desktop.cases.casefile import CaseFile
from desktop.cases.words import DECISION_WORDS, spoken_day
from desktop.deadlines.duedates import URGENCY_WORDS, DueDate, Nature, Urgency
from desktop.documents.checklist import HAND_IN_WORDS
from desktop.documents.form_sheet import (
    FormBlock,
    FormColumn,
    FormField,
    FormFields,
    FormHeading,
    FormRow,
    FormSheet,
    FormTable,
    FormText,
)
from desktop.documents.sheets import Stamp
from desktop.rules.checklist import ChecklistItem, Need
from desktop.texts import Texts, mark

from .. import deadlines
from ..handouts.languages import languages
from ..reference import UNKNOWN_AUTHORITY, Reference
from ..words.names import LawNames, step_names
from ..words.spoken import language_name
from .ground import Ground, person_of

_DECLARATIONS = (
    mark("Data protection sheet handed out"),
    mark("Consents"),
    mark("Power of attorney"),
    mark("Release from confidentiality"),
    mark("Other declaration"),
)
_MOST_DATES = 12
_PRESSING = (Urgency.OVERDUE, Urgency.URGENT)
_GROUPS = {
    Need.NEEDED: mark("Needed for this application"),
    Need.ASKED_HERE: mark("Asked for by this office"),
    Need.OPEN: mark("Only if it applies; not settled yet"),
}


def cover_sheet(
    reference: Reference, case: CaseFile, *, stamp: Stamp, today: date, texts: Texts
) -> FormSheet:
    """The first sheet of a file: who, which days run, what is asked for, which declarations are there."""
    person, names = person_of(case, texts), LawNames.of(reference, texts)
    office = case.value("responsible_abh") or UNKNOWN_AUTHORITY
    code = case.client.language
    spoken = languages().get(code)
    language = texts.pick(spoken) if spoken is not None else language_name(code, texts)
    held = [each for each in case.status_periods if each.period.longest.covers(today)]
    asked = [
        f"{names.title(each.title_id)}, {texts(DECISION_WORDS[each.decision_kind])}" for each in case.requests
    ]
    known = (
        (mark("Name"), "\n".join(filter(None, (person.name, person.original_name)))),
        (mark("Born"), spoken_day(person.born, texts) if person.born is not None else ""),
        (mark("Nationality"), person.nationality),
        (mark("Address"), "\n".join(line for line in person.address if line.strip())),
        (mark("Contact"), person.contact),
        (
            mark("Language"),
            language,
        ),
        (mark("Our file number"), person.file_number),
        (mark("Authority"), names.authority(office) if office != UNKNOWN_AUTHORITY else ""),
        (mark("File number of the authority"), person.authority_file_number),
        (mark("Paper held"), ", ".join(names.paper_of(each) for each in held)),
        (mark("Asked for"), "\n".join(asked)),
    )
    blocks: list[FormBlock] = [FormFields(tuple(FormField(texts(label), value) for label, value in known))]
    blocks += _days(reference, case, today, texts)
    blocks += [FormHeading(texts(mark("Declarations in this file"))), _declarations(texts)]
    return FormSheet(
        stamp=stamp,
        title=texts(mark("Cover sheet of the file")),
        about=texts(mark("Stays in the office")),
        blocks=tuple(blocks),
        running=" · ".join(filter(None, (person.file_number, person.name))),
    )


def _days(reference: Reference, case: CaseFile, today: date, texts: Texts) -> Iterator[FormBlock]:
    """The days that are not settled, the most urgent first; how many more there are."""
    found = [each for each in deadlines.of(reference, case, today) if not each.settled]
    yield FormHeading(texts(mark("Days that run")))
    if not found:
        yield FormText(texts(mark("No day is known that runs.")))
        return
    names = step_names(reference, texts, case)
    columns = (
        FormColumn(texts(mark("Act by")), 20),
        FormColumn(texts(mark("What")), 46),
        FormColumn(texts(mark("Last day")), 20),
        FormColumn(texts(mark("Done on")), 14),
    )
    rows = tuple(_day(each, today, texts, each.name.show(texts, names)) for each in found[:_MOST_DATES])
    yield FormTable(columns, rows)
    more = len(found) - len(rows)
    if more:
        yield FormText(texts.plural(mark("and {count} more day"), mark("and {count} more days"), more))


def _day(due: DueDate, today: date, texts: Texts, what: str) -> FormRow:
    """A cover lies in the file for months: its days stay right, “soon” and “later” do not.

    A day on which something becomes possible is no last day; to a day until which a duty binds nobody acts.
    """
    if due.nature is Nature.EARLIEST:
        return FormRow((texts(mark("from {day}"), day=texts.day(due.day)), what, "", ""))
    if due.nature is Nature.RESTRICTION:
        return FormRow(("", what, texts.day(due.day), ""))
    urgency = due.urgency(today)
    said = f"{what} ({texts(URGENCY_WORDS[urgency])})" if urgency in _PRESSING else what
    return FormRow((texts.day(due.act_by), said, texts.day(due.day), ""))


def _declarations(texts: Texts) -> FormTable:
    columns = (
        FormColumn(texts(mark("What")), 40),
        FormColumn(texts(mark("Signed on")), 20),
        FormColumn(texts(mark("Ends on")), 20),
        FormColumn(texts(mark("Withdrawn on")), 20),
    )
    return FormTable(
        columns, tuple(FormRow((texts(each), "", "", ""), ticked=False) for each in _DECLARATIONS)
    )


def file_list(ground: Ground) -> FormSheet:
    """The papers of one application for the file: a tick for what is there, days to write beside it."""
    texts, person = ground.texts, ground.person
    columns = (
        FormColumn(texts(mark("Paper")), 45),
        FormColumn(texts(mark("Asked for as")), 17),
        FormColumn(texts(mark("Seen on")), 14),
        FormColumn(texts(mark("Sent on")), 12),
        FormColumn(texts(mark("Returned")), 12),
    )
    blocks: list[FormBlock] = [
        FormFields(
            (
                FormField(texts(mark("Name")), person.name),
                FormField(texts(mark("Our file number")), person.file_number),
                FormField(texts(mark("Authority")), ground.recipient().name),
            )
        )
    ]
    for need, words in _GROUPS.items():
        rows = tuple(_paper(ground, item) for item in ground.items if item.need is need)
        if rows:
            blocks += [FormHeading(texts(words)), FormTable(columns, rows)]
    title = texts.pick(ground.result.norm.title)
    return FormSheet(
        stamp=ground.stamp,
        title=texts(mark("Papers for the file: {cite}"), cite=ground.result.norm.cite),
        about=f"{title} · {texts(DECISION_WORDS[ground.decision])}",
        blocks=tuple(blocks),
        running=" · ".join(filter(None, (person.file_number, person.name))),
    )


def _paper(ground: Ground, item: ChecklistItem) -> FormRow:
    texts = ground.texts
    paper = ground.paper_of(item)
    seen = texts.day(paper.seen_on) if paper is not None and paper.seen_on is not None else ""
    until = ""
    if paper is not None and paper.valid_until is not None:
        until = texts(mark("valid until {day}"), day=texts.day(paper.valid_until))
    name = texts.pick(item.document.name)
    return FormRow(
        (name, texts(HAND_IN_WORDS[ground.hand_in(item)]), seen, "", ""), ticked=item.there, note=until
    )
