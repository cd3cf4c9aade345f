"""The office's own dates of a case: enter, change, move, mark as done, open again, confirm, delete.

Every function takes a case and returns the changed one; nothing is stored here. A *guarded* date is a legal
deadline: done only with how, never deleted, moved only with a reason. `by` is a login, `on` today.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import uuid4

from desktop.cases.agenda import Entry, EntryKind
from desktop.cases.casefile import CaseFile
from desktop.cases.names import clean
from desktop.cases.time_slips import TIME_OF_DAY
from desktop.deadlines.arithmetic import add_months
from desktop.errors import Problem
from desktop.texts import mark

from . import clients
from .office import Session

LONGEST = 300
"""Letters of a line of text in an entry."""
FARTHEST_YEARS = 20


def guarded(entry: Entry) -> bool:
    """Whether an entry is a legal deadline, its own or one that follows from the case."""
    return entry.kind is EntryKind.DEADLINE


def entry_of(case: CaseFile, entry_id: str) -> Entry:
    """One entry of a case. Raises Problem if it is gone."""
    found = next((each for each in case.entries if each.id == entry_id), None)
    if found is None:
        raise Problem(mark("This date is no longer in the case."), mark("Look at the case again."))
    return found


def add(
    case: CaseFile,
    kind: EntryKind,
    day: date,
    *,
    by: str,
    on: date,
    what: str = "",
    time: str = "",
    place: str = "",
    start_on: date | None = None,
    note: str = "",
) -> CaseFile:
    """The case with one more date, its last entry; `day` inclusive. Raises Problem.

    A deadline may lie in the past, so that a missed one is seen; what is only planned may not.
    """
    entry = Entry(
        new_id(), kind, day, what, time, place, start_on=start_on, note=note, made_by=by, made_on=on
    )
    return replace(case, entries=(*case.entries, _checked(entry, on)))


def change(case: CaseFile, changed: Entry, *, on: date) -> CaseFile:
    """An entry with other words, time, place, note, pre-deadline or kind; for another day see `move`.

    Raises Problem. A deadline stays one.
    """
    entry = entry_of(case, changed.id)
    _refuse_done(entry)
    if guarded(entry) and changed.kind is not entry.kind:
        raise Problem(
            mark("A deadline stays a deadline."),
            mark("Mark it as done and say how, then enter the other date."),
        )
    kept = replace(
        entry,
        kind=changed.kind,
        what=changed.what,
        time=changed.time,
        place=changed.place,
        start_on=changed.start_on,
        note=changed.note,
    )
    return with_entry(case, _checked(kept, min(on, entry.day)))


def move(case: CaseFile, entry_id: str, day: date, *, by: str, on: date, why: str = "") -> CaseFile:
    """An entry on another day (inclusive), its pre-deadline moved along. Raises Problem.

    A deadline wants a reason, which is kept in its note; whoever confirmed the old day has not confirmed
    the new one. A date that follows from the case does not move: what it follows from may.
    """
    entry = entry_of(case, entry_id)
    _refuse_done(entry)
    if entry.source:
        raise Problem(
            mark("This day follows from the case and cannot be moved."),
            mark("Correct the paper or the letter it follows from."),
        )
    if day == entry.day:
        return case
    if guarded(entry) and not clean(why):
        raise Problem(
            mark("A deadline is moved only with a reason."),
            mark("Say in a few words why, for example that the authority extended it in writing."),
        )
    start_on = entry.start_on and entry.start_on + (day - entry.day)
    note = "\n".join(filter(None, (entry.note, _moved(entry.day, day, by, on, why)))) if why else entry.note
    moved = replace(entry, day=day, start_on=start_on, note=note, confirmed_by="", confirmed_on=None)
    return with_entry(case, _checked(moved, on))


def done(case: CaseFile, entry_id: str, *, by: str, on: date, how: str = "") -> CaseFile:
    """An entry marked as done; it stays. Raises Problem, also for a deadline without how."""
    entry = entry_of(case, entry_id)
    _refuse_done(entry)
    return with_entry(case, as_done(entry, by=by, on=on, how=how))


def as_done(entry: Entry, *, by: str, on: date, how: str) -> Entry:
    """The entry done. Raises Problem for a deadline without how."""
    words = _line(how)
    if guarded(entry) and not words:
        raise Problem(
            mark("A deadline is done only when it is said how."),
            mark("Write in a few words what was done, for example “action filed by fax, report kept”."),
        )
    return replace(entry, done_by=by, done_on=on, done_how=words)


def reopen(case: CaseFile, entry_id: str) -> CaseFile:
    """A done entry open again. Raises Problem."""
    entry = entry_of(case, entry_id)
    if entry.open:
        raise Problem(mark("This date is open."))
    return with_entry(case, replace(entry, done_by="", done_on=None, done_how=""))


def confirm(case: CaseFile, entry_id: str, *, by: str, on: date) -> CaseFile:
    """That a second person checked the day. Raises Problem for whoever entered or did it."""
    return with_entry(case, as_confirmed(entry_of(case, entry_id), by=by, on=on))


def as_confirmed(entry: Entry, *, by: str, on: date) -> Entry:
    """The entry confirmed. Raises Problem for whoever entered or did it, and for a second time."""
    if entry.confirmed_on is not None:
        raise Problem(mark("This date has been checked already."))
    if _same(by, entry.made_by) or _same(by, entry.done_by):
        raise Problem(
            mark("Whoever entered a date or marked it as done does not check it too."),
            mark("Ask a second person to look at it under their own name."),
        )
    return replace(entry, confirmed_by=by, confirmed_on=on)


def delete(case: CaseFile, entry_id: str) -> CaseFile:
    """The case without a follow-up or an appointment that is open. Raises Problem for anything else."""
    entry = entry_of(case, entry_id)
    if guarded(entry):
        raise Problem(
            mark("A deadline is never deleted."),
            mark("Mark it as done and say how; if it was just entered by mistake, take the step back."),
        )
    if not entry.open:
        raise Problem(mark("What is done stays in the case."), mark("Open it again first."))
    return replace(case, entries=tuple(each for each in case.entries if each.id != entry_id))


def apply(
    session: Session, client_id: str, action: Callable[[CaseFile], CaseFile], now: datetime
) -> clients.Saved:
    """Load a client, do something of this package, store it in one step. Raises Problem.

    For lists of the office; whoever has the case open changes that and lets it be saved.
    """
    return clients.save(session, client_id, action(clients.load(session, client_id)), now)


def with_entry(case: CaseFile, entry: Entry) -> CaseFile:
    """The case with an entry in the place of the one of the same id."""
    return replace(case, entries=tuple(entry if each.id == entry.id else each for each in case.entries))


def new_id() -> str:
    """An id that no other entry has, in this case or another."""
    return uuid4().hex


def _checked(entry: Entry, on: date) -> Entry:
    """The entry with clean words. Raises Problem for a day, a time or a length that cannot be."""
    if entry.day < on and not guarded(entry) and not entry.source:
        raise Problem(
            mark("{day} has passed; only a deadline may lie in the past."),
            mark("Type a later day."),
            day=entry.day,
        )
    if entry.day > add_months(on, 12 * FARTHEST_YEARS) or entry.day < on - timedelta(
        days=366 * FARTHEST_YEARS
    ):
        raise Problem(
            mark("{day} is more than {years} years away."),
            mark("Check the year."),
            day=entry.day,
            years=FARTHEST_YEARS,
        )
    if entry.start_on is not None and entry.start_on > entry.day:
        raise Problem(
            mark("The pre-deadline {start} comes after {day}."), start=entry.start_on, day=entry.day
        )
    if entry.time and (entry.kind is not EntryKind.APPOINTMENT or not TIME_OF_DAY.fullmatch(entry.time)):
        raise Problem(mark("A time is written 14:30, and only an appointment has one."))
    return replace(entry, what=_line(entry.what), place=_line(entry.place), note=entry.note.strip())


def _line(text: str) -> str:
    words = clean(text)
    if len(words) > LONGEST:
        raise Problem(mark("One line of text has at most {count} letters here."), count=LONGEST)
    return words


def _refuse_done(entry: Entry) -> None:
    if not entry.open:
        raise Problem(mark("This date is done."), mark("Open it again first."))


def _moved(old: date, new: date, by: str, on: date, why: str) -> str:
    return f"{old:%d.%m.%Y} → {new:%d.%m.%Y} ({by}, {on:%d.%m.%Y}): {_line(why)}"


def _same(one: str, other: str) -> bool:
    return bool(other) and one.strip().casefold() == other.strip().casefold()
