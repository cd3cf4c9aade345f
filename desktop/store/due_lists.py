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
from typing import NamedTuple
from uuid import UUID

from .deadlines import ACTING, DATE_COLUMNS, Clients, DueDate, Payloads, date_of
from .office_file import OfficeFile

_ENTERED = ("filing", "plan", "appointment")
_GUARDED = ("validity", "filing")
_TIME = "coalesce(payload ->> '$.time', '')"
_FROM_LETTERS = (
    "SELECT entered.client_id, entered.position FROM rest CROSS JOIN derived_date AS entered "
    "WHERE entered.client_id = rest.client_id AND until IS NULL AND payload ->> '$.letter' IS NOT NULL"
)
"""Dates of closed cases that follow from a letter. `CROSS`: begin with the few closed cases."""
_LISTED = (
    "derived_date.client_id NOT IN (SELECT id FROM client WHERE deleted_at IS NOT NULL) "
    "AND (derived_date.client_id NOT IN (SELECT client_id FROM rest WHERE until IS NULL) "
    f"OR nature IN {_ENTERED} OR (derived_date.client_id, position) IN ({_FROM_LETTERS}))"
)
"""Told out of the index `ix_derived_date_act_by`, without reading the dates themselves."""
_COLUMNS = f"derived_date.client_id, name, file_number, {DATE_COLUMNS}"
_GUARDED_FIRST = f"nature NOT IN {_GUARDED}"
_BY_DAY = f"act_by, {_GUARDED_FIRST}, sort_name, derived_date.client_id, position"


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
    Due.COMING: f"(start_on <= ?1 OR urgent_from <= ?1) AND {_ACTS} AND act_by > ?2",
    # Any day at all: it makes the engine go through the index, which is a third of the rows.
    Due.POSSIBLE: "act_by >= '0001-01-01' AND nature = 'earliest' AND coalesce(start_on, day) <= ?1",
}


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
    days = today.isoformat(), week.isoformat()
    near = (Due.OVERDUE, Due.TODAY, Due.WEEK)
    found = _counted(office, [_CONDITIONS[each] for each in near], "act_by <= ?2", *days)
    found += _counted(office, ["TRUE"], _CONDITIONS[Due.COMING], *days)
    found += _counted(office, ["TRUE"], _CONDITIONS[Due.POSSIBLE], *days[:1])
    return dict(zip((*near, Due.COMING, Due.POSSIBLE), found, strict=True))


def pressing(office: OfficeFile, today: date, until: date) -> tuple[int, int, int]:
    """How many dates have passed, stand today, and are to be acted on after today up to a day (inclusive)."""
    which = (_CONDITIONS[Due.OVERDUE], _CONDITIONS[Due.TODAY], f"{_ACTS} AND act_by > ?1")
    passed, now, later = _counted(office, which, "act_by <= ?2", today.isoformat(), until.isoformat())
    return passed, now, later


def _counted(office: OfficeFile, which: Sequence[str], among: str, *values: str) -> list[int]:
    """How many dates there are of each kind of condition."""
    columns = ", ".join(f"count(*) FILTER (WHERE {each})" for each in which)
    (row,) = office.read(f"SELECT {columns} FROM derived_date WHERE {among} AND {_LISTED}", *values)
    return [int(each) for each in row]


def per_day(office: OfficeFile, first: date, last: date) -> list[DayCount]:
    """How many dates of which nature the days from first to last (inclusive) have."""
    rows = office.read(
        f"SELECT act_by, nature, count(*) FROM derived_date WHERE act_by BETWEEN ? AND ? AND {_LISTED} "
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
    order = _BY_DAY.replace("act_by,", f"act_by, {_TIME},")
    condition = "act_by BETWEEN ?1 AND ?2"
    if client is not None:
        condition, values = f"derived_date.client_id = ?3 AND {condition}", (*values, client.hex)
    return _read(
        office,
        f"SELECT {_COLUMNS} FROM derived_date JOIN client ON client.id = derived_date.client_id "
        f"WHERE {condition} AND {_LISTED} ORDER BY {order} {_page(values)}",
        (*values, limit, offset),
    )


def ending(
    office: OfficeFile, kinds: Collection[str], first: date, last: date, limit: int, offset: int = 0
) -> list[DueDate]:
    """Dates of some kinds whose day itself lies from first to last (inclusive), by that day."""
    values = _kinds(kinds, first, last)
    order = "day, sort_name, derived_date.client_id, position"
    return _lines(office, _ENDING, values, limit, offset, order)


def ending_clients(office: OfficeFile, kinds: Collection[str], first: date, last: date) -> list[UUID]:
    """The clients of `ending`, each once, by name."""
    rows = office.read(
        "SELECT DISTINCT derived_date.client_id, sort_name FROM derived_date "
        f"JOIN client ON client.id = derived_date.client_id WHERE {_ENDING} AND {_LISTED} "
        "ORDER BY sort_name, derived_date.client_id",
        *_kinds(kinds, first, last),
    )
    return [UUID(number) for number, _ in rows]


def ending_counts(office: OfficeFile, kinds: Sequence[Collection[str]], first: date, last: date) -> list[int]:
    """How many dates `ending` has, of each collection of kinds."""
    which = [f"kind IN (SELECT value FROM json_each(?{number}))" for number in range(3, 3 + len(kinds))]
    values = (first.isoformat(), last.isoformat(), *(json.dumps(sorted(each)) for each in kinds))
    return _counted(office, which, "act_by <= ?2 AND day BETWEEN ?1 AND ?2", *values)


_ENDING = "kind IN (SELECT value FROM json_each(?1)) AND act_by <= ?3 AND day BETWEEN ?2 AND ?3"

_WITHOUT = (
    "FROM client WHERE deleted_at IS NULL "
    "AND NOT EXISTS (SELECT 1 FROM rest WHERE client_id = id AND (until IS NULL OR until >= ?1)) "
    f"AND id NOT IN (SELECT client_id FROM derived_date WHERE {_ACTS})"
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
    """A page of a list: which dates are on it is told out of indexes, and only those are read."""
    found = (
        "SELECT derived_date.client_id AS client_id, position FROM derived_date "
        "JOIN client ON client.id = derived_date.client_id "
        f"WHERE deleted_at IS NULL AND {condition} AND {_LISTED} ORDER BY {order} {_page(values)}"
    )
    again = order.replace(" position", " derived_date.position")
    return _read(
        office,
        f"SELECT {_COLUMNS} FROM ({found}) AS found JOIN derived_date "
        "ON derived_date.client_id = found.client_id AND derived_date.position = found.position "
        f"JOIN client ON client.id = found.client_id ORDER BY {again}",
        (*values, limit, offset),
    )


def _page(values: tuple[str, ...]) -> str:
    return f"LIMIT ?{len(values) + 1} OFFSET ?{len(values) + 2}"


def _read(office: OfficeFile, sql: str, values: tuple[object, ...]) -> list[DueDate]:
    payloads, clients = Payloads(), Clients()  # most are the same for many dates
    return [
        DueDate(clients[number], name, file_number, date_of(payloads[payload], *days))
        for number, name, file_number, *days, payload in office.read(sql, *values)
    ]
