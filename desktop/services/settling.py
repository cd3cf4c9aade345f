"""What the office does about a date that follows from a case: settle it, confirm it.

Such a date has no entry of its own until somebody does; the entry then names it by its key
(`deadlines.schedule.key`). The day itself cannot be changed: only what it follows from can.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop.cases.agenda import Entry, EntryKind
from desktop.cases.casefile import CaseFile
from desktop.deadlines.duedates import DueDate, Nature
from desktop.deadlines.schedule import key
from desktop.errors import Problem
from desktop.texts import mark

from . import agenda, deadlines
from .reference import Reference

GUARDED = frozenset({Nature.FILING, Nature.VALIDITY})
"""Natures of legal dates: done only with how."""


def settle(reference: Reference, case: CaseFile, due: str, *, how: str, by: str, on: date) -> CaseFile:
    """The case with a derived date settled, named by its key; reminders stop, the date stays visible.

    Raises Problem for a legal date without how, and for a date that has moved, is gone or is settled.
    """
    found = _found(reference, case, due, on)
    if found.settled:
        raise Problem(mark("This date is done."), mark("Open it again first."))
    entry = _entry(case, due, found)
    return _with(case, agenda.as_done(entry, by=by, on=on, how=how))


def confirm(reference: Reference, case: CaseFile, due: str, *, by: str, on: date) -> CaseFile:
    """The case with a derived date confirmed by a person. Raises Problem as `settle`, and a second time."""
    entry = _entry(case, due, _found(reference, case, due, on))
    return _with(case, agenda.as_confirmed(entry, by=by, on=on))


def _found(reference: Reference, case: CaseFile, due: str, on: date) -> DueDate:
    own = {entry.id for entry in case.entries if not entry.source}
    for each in deadlines.of(reference, case, on):
        if each.entry not in own and key(each) == due:
            return each
    raise Problem(
        mark("This date has moved or no longer follows from the case."), mark("Look at the case again.")
    )


def _entry(case: CaseFile, due: str, found: DueDate) -> Entry:
    """What stands for the date so far; nobody entered it, so nobody is named as its maker."""
    known = next((each for each in case.entries if each.source == due), None)
    kind = EntryKind.DEADLINE if found.nature in GUARDED else EntryKind.FOLLOW_UP
    return known or Entry(agenda.new_id(), kind, found.day, source=due)


def _with(case: CaseFile, entry: Entry) -> CaseFile:
    if any(each.id == entry.id for each in case.entries):
        return agenda.with_entry(case, entry)
    return replace(case, entries=(*case.entries, entry))
