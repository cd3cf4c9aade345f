"""Lists of the whole office over the derived dates, by SQL and in pages: what is due, and who has no date.

Listed are the dates of clients not in the recycle bin. Of a closed case only what somebody entered, what
follows from a letter and what must be filed is listed. A date is there as long as it is not settled
(`deadlines.Derived`).
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from datetime import date
from enum import Enum
from typing import Any, NamedTuple
from uuid import UUID

from .deadlines import ACTING, DATE_COLUMNS, Clients, DueDate, Payloads, date_of
from .office_file import OfficeFile

_ENTERED = ("filing", "plan", "appointment")
_LISTED = (
    "FROM derived_date JOIN client ON client.id = derived_date.client_id "
    "LEFT JOIN rest ON rest.client_id = derived_date.client_id "
    "WHERE deleted_at IS NULL "
    f"AND (rest.client_id IS NULL OR rest.until IS NOT NULL OR nature IN {_ENTERED} "
    "OR payload ->> '$.letter' IS NOT NULL)"
)
_COLUMNS = f"derived_date.client_id, name, file_number, {DATE_COLUMNS}"
_BY_DAY = "ORDER BY act_by, sort_name, derived_date.client_id, position"


class Due(Enum):
    """Where a date stands on a day. Each date is in one of them, or in none yet."""

    OVERDUE = "overdue"  # the day has passed
    TODAY = "today"  # to be acted on today, or already should have been
    WEEK = "week"  # to be acted on within the next seven days
    COMING = "coming"  # later, but it is time to begin
    POSSIBLE = "possible"  # something has become possible


_ACTS = f"nature IN {ACTING}"
_CONDITIONS = {
    Due.OVERDUE: f"{_ACTS} AND act_by < ?1 AND day < ?1",
    Due.TODAY: f"{_ACTS} AND act_by <= ?1 AND day >= ?1",
    Due.WEEK: f"{_ACTS} AND act_by > ?1 AND act_by <= ?2",
    Due.COMING: f"{_ACTS} AND act_by > ?2 AND (start_on <= ?1 OR urgent_from <= ?1)",
    Due.POSSIBLE: "nature = 'earliest' AND coalesce(start_on, day) <= ?1",
}

_BEGUN = "(act_by <= ?2 OR day <= ?1 OR start_on <= ?1 OR urgent_from <= ?1)"
"""Holds wherever one of the conditions does; most dates are sorted out by it before they are looked at."""


class DayCount(NamedTuple):
    """How many dates of one nature are to be acted on, on one day."""

    day: date
    nature: str
    dates: int


class Dateless(NamedTuple):
    """An open client without a date on which somebody has to act, or a client at rest (`until`, `reason`)."""

    client: UUID
    name: str
    file_number: str
    reason: str = ""
    until: date | None = None
    by: str = ""


def due(
    office: OfficeFile, where: Due, today: date, week: date, limit: int, offset: int = 0
) -> list[DueDate]:
    """Dates that stand somewhere today, by the day to act; `week` is the last day of the week (inclusive)."""
    return _lines(office, _CONDITIONS[where], (today.isoformat(), week.isoformat()), limit, offset)


def counts(office: OfficeFile, today: date, week: date) -> dict[Due, int]:
    """How many dates stand where."""
    columns = ", ".join(f"count(*) FILTER (WHERE {condition})" for condition in _CONDITIONS.values())
    (row,) = office.read(f"SELECT {columns} {_LISTED} AND {_BEGUN}", today.isoformat(), week.isoformat())
    return dict(zip(_CONDITIONS, map(int, row), strict=True))


def per_day(office: OfficeFile, first: date, last: date) -> list[DayCount]:
    """How many dates of which nature the days from first to last (inclusive) have."""
    rows = office.read(
        f"SELECT act_by, nature, count(*) {_LISTED} AND act_by BETWEEN ? AND ? "
        "GROUP BY act_by, nature ORDER BY act_by, nature",
        first.isoformat(),
        last.isoformat(),
    )
    return [DayCount(date.fromisoformat(day), nature, int(count)) for day, nature, count in rows]


def between(
    office: OfficeFile, first: date, last: date, limit: int, offset: int = 0, client: UUID | None = None
) -> list[DueDate]:
    """Every date to act on from a day to a day (both inclusive), what only informs included.

    Of one day those without a time come first. Of everybody, or of one client.
    """
    values: tuple[str, ...] = first.isoformat(), last.isoformat()
    order = _BY_DAY.replace("act_by,", "act_by, coalesce(payload ->> '$.time', ''),")
    condition = "act_by BETWEEN ?1 AND ?2"
    if client is not None:
        condition, values = f"derived_date.client_id = ?3 AND {condition}", (*values, client.hex)
    return _lines(office, condition, values, limit, offset, order)


def ending(
    office: OfficeFile, kinds: Collection[str], first: date, last: date, limit: int, offset: int = 0
) -> list[DueDate]:
    """Dates of some kinds whose day itself lies from first to last (inclusive), by that day."""
    values = _kinds(kinds, first, last)
    order = "ORDER BY day, sort_name, derived_date.client_id, position"
    return _lines(office, _ENDING, values, limit, offset, order)


def ending_clients(office: OfficeFile, kinds: Collection[str], first: date, last: date) -> list[UUID]:
    """The clients of `ending`, each once, by name."""
    rows = office.read(
        f"SELECT DISTINCT derived_date.client_id, sort_name {_LISTED} AND {_ENDING} "
        "ORDER BY sort_name, derived_date.client_id",
        *_kinds(kinds, first, last),
    )
    return [UUID(number) for number, _ in rows]


def ending_counts(
    office: OfficeFile, groups: Sequence[Collection[str]], first: date, last: date
) -> tuple[int, ...]:
    """How many dates `ending` has of each group of kinds."""
    columns = [
        f"count(*) FILTER (WHERE kind IN (SELECT value FROM json_each(?{number})))"
        for number in range(3, len(groups) + 3)
    ]
    (counts,) = office.read(
        f"SELECT {', '.join(columns)} {_LISTED} AND act_by <= ?2 AND day BETWEEN ?1 AND ?2",
        first.isoformat(),
        last.isoformat(),
        *(json.dumps(sorted(kinds)) for kinds in groups),
    )
    return tuple(map(int, counts))


_ENDING = "kind IN (SELECT value FROM json_each(?1)) AND act_by <= ?3 AND day BETWEEN ?2 AND ?3"

_WITHOUT = (
    "FROM client WHERE deleted_at IS NULL "
    "AND NOT EXISTS (SELECT 1 FROM rest WHERE client_id = id AND (until IS NULL OR until >= ?1)) "
    f"AND NOT EXISTS (SELECT 1 FROM derived_date WHERE client_id = id AND {_ACTS})"
)


def without_date(office: OfficeFile, today: date, limit: int, offset: int = 0) -> list[Dateless]:
    """Clients, by name, who neither rest today nor have a date on which somebody has to act."""
    rows = office.read(
        f"SELECT id, name, file_number {_WITHOUT} ORDER BY sort_name, id LIMIT ? OFFSET ?",
        today.isoformat(),
        limit,
        offset,
    )
    return [Dateless(UUID(number), name, file_number) for number, name, file_number in rows]


def without_date_count(office: OfficeFile, today: date) -> int:
    """How many `without_date` has."""
    ((count,),) = office.read(f"SELECT count(*) {_WITHOUT}", today.isoformat())
    return int(count)


_RESTING = (
    "FROM rest JOIN client ON id = client_id WHERE deleted_at IS NULL "
    "AND CASE WHEN ?2 THEN until IS NULL ELSE until >= ?1 END"
)


def at_rest(
    office: OfficeFile, today: date, limit: int, offset: int = 0, *, closed: bool = False
) -> list[Dateless]:
    """Clients who rest today, those first who rest shortest; or those closed, by name."""
    rows = office.read(
        f'SELECT id, name, file_number, reason, until, "by" {_RESTING} '
        "ORDER BY until, sort_name, id LIMIT ? OFFSET ?",
        today.isoformat(),
        closed,
        limit,
        offset,
    )
    return [
        Dateless(UUID(number), name, file_number, reason, until and date.fromisoformat(until), by)
        for number, name, file_number, reason, until, by in rows
    ]


def at_rest_count(office: OfficeFile, today: date, *, closed: bool = False) -> int:
    """How many `at_rest` has."""
    ((count,),) = office.read(f"SELECT count(*) {_RESTING}", today.isoformat(), closed)
    return int(count)


def _kinds(kinds: Collection[str], first: date, last: date) -> tuple[str, str, str]:
    return json.dumps(sorted(kinds)), first.isoformat(), last.isoformat()


def _lines(
    office: OfficeFile,
    condition: str,
    values: tuple[str, ...],
    limit: int,
    offset: int,
    order: str = _BY_DAY,
) -> list[DueDate]:
    page = f"LIMIT ?{len(values) + 1} OFFSET ?{len(values) + 2}"
    rows: list[tuple[Any, ...]] = office.read(
        f"SELECT {_COLUMNS} {_LISTED} AND {condition} {order} {page}", *values, limit, offset
    )
    payloads, clients = Payloads(), Clients()  # most are the same for many dates
    return [
        DueDate(clients[number], name, file_number, date_of(payloads[payload], *days))
        for number, name, file_number, *days, payload in rows
    ]
