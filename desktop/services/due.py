"""What the office has before it: dates by how near they are, by day, titles that end, clients without a date.

All of it is SQL over what each save derived, in pages; nothing here reads a case. Days are inclusive.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from desktop.cases.agenda import EntryKind
from desktop.deadlines.duedates import Nature
from desktop.errors import Problem
from desktop.store import due_lists as stored
from desktop.store.due_lists import Dateless, Due
from desktop.store.due_lists import due as stored_due
from desktop.texts import mark

from .deadlines import DueLine, lines_of
from .office import Session

__all__ = ["Dateless", "Due"]

WEEK = timedelta(days=7)
PAGE = 200
_EARLY = timedelta(days=92)
"""So long before its last day a deadline can stand to be acted on at the most."""
AHEAD = timedelta(days=90)
TITLES = ("ae_validity", "c104_end")
"""Kinds of dates on which a residence title ends."""
CERTIFICATES = ("duldung_cert", "gestattung_cert", "fiction_cert", "gueb_cert", "visa_end")
"""Kinds on which another paper of stay ends."""


class Counts(NamedTuple):
    """How much there is; each date counts once among the first four."""

    overdue: int
    today: int  # to be acted on today, or already should have been
    week: int  # in the next seven days
    coming: int  # later, but it is time to begin
    possible: int  # something has become possible
    without_date: int  # clients
    at_rest: int  # clients
    titles_ending: int  # in the next 90 days
    papers_ending: int  # other papers of stay, in the next 90 days


class Pressing(NamedTuple):
    """How many dates somebody has to act on; `Counts` without what takes longer."""

    overdue: int
    today: int  # to be acted on today, or already should have been
    tomorrow: int


class DayOfMonth(NamedTuple):
    """A day of the calendar with how many dates of each nature are to be acted on."""

    day: date
    natures: Mapping[Nature, int]

    @property
    def dates(self) -> int:
        """How many there are of all natures."""
        return sum(self.natures.values())


def lines(session: Session, where: Due, today: date, limit: int = PAGE, offset: int = 0) -> list[DueLine]:
    """The dates that stand somewhere today, by the day to act."""
    found = stored_due(session.office, where, today, today + WEEK, limit, offset)
    return lines_of(found, today)


def counts(session: Session, today: date) -> Counts:
    """How many dates stand where today, and how many clients have none."""
    office = session.office
    where = stored.counts(office, today, today + WEEK)
    return Counts(
        where[Due.OVERDUE],
        where[Due.TODAY],
        where[Due.WEEK],
        where[Due.COMING],
        where[Due.POSSIBLE],
        stored.without_date_count(office, today),
        stored.at_rest_count(office, today),
        *stored.ending_counts(office, (TITLES, CERTIFICATES), today, today + AHEAD),
    )


def pressing(session: Session, today: date) -> Pressing:
    """How many dates are overdue, due today and due tomorrow; quick enough for every moment."""
    return Pressing(*stored.pressing(session.office, today, today + timedelta(days=1)))


def days(session: Session, first: date, last: date) -> list[DayOfMonth]:
    """The days from first to last that have dates, by the day to act; for a month or a week."""
    found: dict[date, dict[Nature, int]] = {}
    for each in stored.per_day(session.office, first, last):
        found.setdefault(each.day, {})[Nature(each.nature)] = each.dates
    return [DayOfMonth(day, natures) for day, natures in found.items()]


def between(
    session: Session,
    first: date,
    last: date,
    today: date,
    limit: int = PAGE,
    offset: int = 0,
    *,
    client_id: str = "",
) -> list[DueLine]:
    """Every date to act on from first to last, by day; of one day by time, those without one first.

    Of everybody, or of one client.
    """
    client = UUID(client_id) if client_id else None
    found = stored.between(session.office, first, last, limit, offset, client)
    return lines_of(found, today)


def check_removable(session: Session, client_id: str, today: date) -> None:
    """Raises Problem while a deadline of a client runs that a letter set or somebody entered.

    A deadline is never deleted, and so no client that has one; what follows from the facts alone does not
    hold the recycle bin up.
    """
    for line in between(session, today - _EARLY, date.max, today, client_id=client_id):
        entered = line.letter or line.kind == EntryKind.DEADLINE.value
        if line.nature is Nature.FILING and entered and line.day >= today:
            raise Problem(
                mark("A deadline of this client runs to {day}."),
                mark("Open the client, mark it as done and say how; then delete."),
                day=line.day,
            )


def ending(
    session: Session,
    today: date,
    within: timedelta = AHEAD,
    *,
    kinds: Collection[str] = TITLES,
    limit: int = PAGE,
    offset: int = 0,
) -> list[DueLine]:
    """Titles that end from today on within a time, by that day; those applied for in time are left out."""
    found = stored.ending(session.office, kinds, today, today + within, limit, offset)
    return lines_of(found, today)


def ending_count(
    session: Session, today: date, within: timedelta = AHEAD, *, kinds: Collection[str] = TITLES
) -> int:
    """How many lines `ending` has."""
    (count,) = stored.ending_counts(session.office, (kinds,), today, today + within)
    return count


def ending_clients(
    session: Session, today: date, within: timedelta = AHEAD, *, kinds: Collection[str] = TITLES
) -> list[str]:
    """Ids of everybody in `ending`, each once, by name; for letters to all."""
    return [str(each) for each in stored.ending_clients(session.office, kinds, today, today + within)]


def without_date(session: Session, today: date, limit: int = PAGE, offset: int = 0) -> list[Dateless]:
    """Open clients without a date on which somebody has to act, by name: nobody may be forgotten."""
    return stored.without_date(session.office, today, limit, offset)


def without_date_count(session: Session, today: date) -> int:
    """How many `without_date` has."""
    return stored.without_date_count(session.office, today)


def at_rest(session: Session, today: date, limit: int = PAGE, offset: int = 0) -> list[Dateless]:
    """Clients who rest today, those first whose rest ends first."""
    return stored.at_rest(session.office, today, limit, offset)


def closed(session: Session, today: date, limit: int = PAGE, offset: int = 0) -> list[Dateless]:
    """Closed clients, by name."""
    return stored.at_rest(session.office, today, limit, offset, closed=True)


def at_rest_count(session: Session, today: date, *, closed: bool = False) -> int:
    """How many `at_rest` has, or `closed`."""
    return stored.at_rest_count(session.office, today, closed=closed)
