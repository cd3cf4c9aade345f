"""What the page shows of one date, in words: a line of the list, and all about the chosen one. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.services.words.values import distance
from desktop.texts import mark
from desktop.ui.kit.case_context import CaseContext

if TYPE_CHECKING:
    from desktop.cases.agenda import Entry
    from desktop.deadlines.derivation import Step
    from desktop.deadlines.duedates import DueDate


@dataclass(frozen=True, slots=True)
class DateRow:
    """One date in the list. `on` is the day to act by; `key` stays the same while the date does."""

    key: str
    kind: str  # value of Nature
    urgency: str  # value of Urgency
    on: date
    day: str
    distance: str
    what: str
    settled: bool = False
    checked: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence with the section it rests on."""

    text: str
    cite: str = ""


@dataclass(frozen=True, slots=True)
class Details:
    """Everything about one date. `days`: caption and day, the most important first."""

    kind: str
    urgency: str
    what: str
    action: Said
    days: Sequence[tuple[str, str]]
    steps_title: str
    derivation: Sequence[Said]
    notes: Sequence[Said]
    asks: Sequence[str]


class DateWords:
    """Puts dates into the words of the window."""

    def __init__(self, context: CaseContext) -> None:
        self._context = context

    def row(self, due: DueDate) -> DateRow:
        texts, today = self._context.texts, self._context.today()
        entry = self.entry(due)
        passed = due.day < today
        day = due.day if passed or due.settled else due.act_by
        away = "" if due.settled else distance(day, today, texts)
        return DateRow(
            key=key_of(due),
            kind=due.nature.value,
            urgency=due.urgency(today).value,
            on=day,
            day=texts.day_with_weekday(day),
            distance=away,
            what=f"{due.time} {self.name(due)}".strip(),
            settled=due.settled,
            checked=entry is not None and entry.confirmed_on is not None,
        )

    def name(self, due: DueDate) -> str:
        return due.name.show(self._context.texts, self._context.step_names)

    def said(self, step: Step) -> Said:
        return Said(step.show(self._context.texts, self._context.step_names), step.cite)

    def details(self, due: DueDate) -> Details:
        texts = self._context.texts
        captions = {
            "earliest": mark("First possible day"),
            "plan": mark("Day"),
            "appointment": mark("Day"),
        }
        days = [
            (mark("Safe day"), due.safe_day),
            (captions.get(due.nature.value, mark("Last day")), due.day),
            (mark("At the latest reading"), due.latest),
            (mark("Start on"), due.start_on),
        ]
        return Details(
            kind=due.nature.value,
            urgency=due.urgency(self._context.today()).value,
            what=self.name(due),
            action=self.said(due.action),
            days=[(texts(caption), texts.day_with_weekday(day)) for caption, day in days if day is not None],
            steps_title=texts(mark("What has happened") if is_own(due) else mark("How it was found")),
            derivation=[self.said(each) for each in due.derivation],
            notes=[self.said(each) for each in (*self._place(due), *due.notes)],
            asks=[self._context.names.fact(each) for each in due.ask],
        )

    def entry(self, due: DueDate) -> Entry | None:
        """What the office has planned or noted about a date."""
        case = self._context.desk.case
        entries = case.entries if case is not None and due.entry else ()
        return next((each for each in entries if each.id == due.entry), None)

    def _place(self, due: DueDate) -> Sequence[Step]:
        from desktop.deadlines.derivation import step

        entry = self.entry(due)
        if entry is None or entry.source:
            return ()
        said = []
        if entry.place:
            said.append(step(mark("Where: {place}"), place=entry.place))
        if entry.note:
            said.append(step(mark("{what}"), what=entry.note))
        return said


def is_own(due: DueDate) -> bool:
    """Whether the office made the date itself; all others follow from papers, facts and letters."""
    from desktop.deadlines import planned

    return due.kind in planned.KINDS


def key_of(due: DueDate) -> str:
    """What names a date on this page."""
    from desktop.deadlines import schedule

    return due.entry if is_own(due) else schedule.key(due)
