"""What the office plans: its own deadlines, follow-ups and appointments, and what it has done about dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from ..cases.agenda import Entry, EntryKind
from ..texts import mark
from .derivation import Step, step
from .duedates import DueDate, Nature, safe
from .outlook import Outlook
from .plans import STEPS
from .rollover import steps_to_safe_day

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "deadline": mark("Own deadline"),
        "follow_up": mark("Follow-up"),
        "appointment": mark("Appointment"),
    }
)
"""Kinds of planned dates, with the short name a list shows."""

_NATURES = {
    EntryKind.DEADLINE: Nature.FILING,
    EntryKind.FOLLOW_UP: Nature.PLAN,
    EntryKind.APPOINTMENT: Nature.APPOINTMENT,
}
_ACTIONS = {
    EntryKind.DEADLINE: mark("Do it by the safe day and record how."),
    EntryKind.FOLLOW_UP: mark("Look at the case again."),
    EntryKind.APPOINTMENT: mark("Be there, or tell in time that it cannot be kept."),
}
_DONE, _DONE_HOW = mark("Done by {who} on {day}."), mark("Done by {who} on {day}: {how}")
_CHECKED = mark("Checked by {who} on {day}.")
ENTERED = mark("Entered by {who} on {day}.")
"""Source text of the step that says who entered an own date."""
RECORDED = frozenset({_DONE, _DONE_HOW, _CHECKED})
"""Source texts of the notes that only repeat what an entry records."""


def key(due: DueDate) -> str:
    """What names a derived date; it changes when the date moves, so that a moved date comes up again."""
    return "|".join((due.kind, due.code or due.letter, due.title_id or "", due.day.isoformat()))


def planned(view: Outlook) -> Iterator[DueDate]:
    """The entries that stand for themselves; done ones too, as settled."""
    return (_due(each, view) for each in view.case.entries if not each.source)


def with_entries(due: DueDate, entries: Mapping[str, Entry]) -> DueDate:
    """A derived date with what the office has done about it; `entries` by `source`."""
    entry = entries.get(key(due))
    if entry is None:
        return due
    notes = (*_done(entry), *_confirmed(entry), *due.notes)
    return replace(due, settled=due.settled or not entry.open, entry=entry.id, notes=notes)


def _due(entry: Entry, view: Outlook) -> DueDate:
    deadline = entry.kind is EntryKind.DEADLINE
    return DueDate(
        kind=entry.kind.value,
        nature=_NATURES[entry.kind],
        day=entry.day,
        name=_name(entry),
        action=step(_ACTIONS[entry.kind]),
        cite=STEPS[entry.step].cite if entry.step in STEPS else "",
        safe_day=safe(entry.day, view.place) if deadline else None,
        start_on=entry.start_on,
        derivation=(*_made(entry), *(steps_to_safe_day(entry.day, view.place) if deadline else ())),
        notes=(*_done(entry), *_confirmed(entry)),
        settled=not entry.open,
        entry=entry.id,
        time=entry.time,
    )


def _name(entry: Entry) -> Step:
    if entry.what:
        return step(mark("{what}"), what=entry.what)
    return step(STEPS[entry.step].what if entry.step in STEPS else KINDS[entry.kind.value])


def _made(entry: Entry) -> Iterator[Step]:
    if entry.made_on is not None:
        yield step(ENTERED, who=entry.made_by, day=entry.made_on)


def _done(entry: Entry) -> Iterator[Step]:
    if entry.done_on is None:
        return
    if entry.done_how:
        yield step(_DONE_HOW, who=entry.done_by, day=entry.done_on, how=entry.done_how)
    else:
        yield step(_DONE, who=entry.done_by, day=entry.done_on)


def _confirmed(entry: Entry) -> Iterator[Step]:
    if entry.confirmed_on is not None:
        yield step(_CHECKED, who=entry.confirmed_by, day=entry.confirmed_on)
