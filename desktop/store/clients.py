"""Clients: save, load, list, count, delete. Cases go in and out as `CaseFile`, lists as plain lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID, uuid4

from desktop.cases.casefile import CaseFile

from . import deadlines
from .deadlines import Derived
from .instants import instant, stamp
from .office_file import OfficeFile
from .problems import ClientGone
from .search import Query
from .stored_case import stored_case

if TYPE_CHECKING:
    from .journal import Change

_LINE = (
    "id, name, file_number, born_from, born_to, language, changed_at, "
    f"(SELECT min(act_by) FROM derived_date WHERE client_id = id AND nature IN {deadlines.ACTING})"
)
_LISTED = "FROM client WHERE deleted_at IS NULL"
_FOUND = "FROM client INDEXED BY ix_client_found WHERE deleted_at IS NULL"
"""For those a query finds: rows and dates are wide and far apart; only those of the lines shown are read."""


class ClientLine(NamedTuple):
    """One line of a list. The birth date's two days differ where it is not known exactly."""

    id: UUID
    name: str
    file_number: str
    born_from: date | None
    born_to: date | None
    language: str
    changed_at: datetime
    next_day: date | None  # the earliest day to act, which may have passed


def add(office: OfficeFile, case: CaseFile, who: str, at: datetime, derived: Derived | None = None) -> UUID:
    """Store a new client and return its id."""
    client = uuid4()
    with office.change("add", who, at, client) as change:
        write(change, client, case, derived)
    return client


def save(
    office: OfficeFile,
    client: UUID,
    case: CaseFile,
    who: str,
    at: datetime,
    derived: Derived | None = None,
    others: Mapping[UUID, Derived] = MappingProxyType({}),
) -> None:
    """Store what differs, with what was derived from the case. Raises `ClientGone`.

    `others`: what is derived anew for clients whose cases rest on this one.
    """
    with office.change("save", who, at, client) as change:
        if not change.read("SELECT 1 FROM client WHERE id = ?", client.hex):
            raise ClientGone
        write(change, client, case, derived)
        for other, anew in others.items():
            deadlines.replace(change, other, anew)


def write(change: Change, client: UUID, case: CaseFile, derived: Derived | None = None) -> None:
    """Write a case, new or known, inside a change that may write others too (an import, a demo)."""
    from .casefile_rows import client_row, part_rows

    found = change.read("SELECT created_at, changed_at, deleted_at FROM client WHERE id = ?", client.hex)
    now = stamp(change.at)
    created_at, changed_at, deleted_at = found[0] if found else (now, now, None)
    own = client_row(client, case, created_at, changed_at, deleted_at)
    if not found:
        change.put(own)  # the parts refer to it
    for kind, rows in part_rows(client, case):
        change.replace(kind, client, rows)
    if found and (change.touched(client) or not change.stores(own)):
        change.put(client_row(client, case, created_at, now, deleted_at))
    if derived is not None:
        deadlines.replace(change, client, derived)


def load(office: OfficeFile, client: UUID) -> CaseFile:
    """Everything known about a client. Raises `ClientGone`, `UnreadableAnswer`."""
    case = stored_case(office, client)
    if case is None:
        raise ClientGone
    return case


def linked_with(office: OfficeFile, client: UUID) -> list[UUID]:
    """The clients, not in the recycle bin, whose household names this one."""
    rows = office.read(
        "SELECT DISTINCT client_id FROM household WHERE other IN (?, ?) "
        f"AND client_id IN (SELECT id {_LISTED})",
        str(client),
        client.hex,
    )
    return [UUID(number) for (number,) in rows]


def listed(office: OfficeFile, client: UUID) -> bool:
    """Whether a client is there and not in the recycle bin."""
    return bool(office.read(f"SELECT 1 {_LISTED} AND id = ?", client.hex))


def file_numbers(office: OfficeFile, clients: Iterable[UUID]) -> list[str]:
    """The office's own numbers of those clients that are there and not in the recycle bin, in order."""
    wanted = [each.hex for each in clients]
    marks = ", ".join("?" * len(wanted))
    rows = office.read(f"SELECT file_number {_LISTED} AND id IN ({marks}) ORDER BY file_number", *wanted)
    return [number for (number,) in rows]


def lines(office: OfficeFile, query: str = "", limit: int = 200, offset: int = 0) -> list[ClientLine]:
    """Clients by name; with a query those it finds, exact spellings first. Deleted ones are not listed.

    A query is words of a name in any usual spelling, a birth date as 22.11.1999, 22.11. or 11.1999, a file or
    telephone number, or several of them. A single letter finds names that begin with it.
    """
    sql, values = _in_order(Query(query))
    rows = office.read(sql, *values, limit, offset)
    return [
        ClientLine(
            UUID(number), name, file_number, _day(first), _day(last), language, instant(at), _day(next_day)
        )
        for number, name, file_number, first, last, language, at, next_day in rows
    ]


def count(office: OfficeFile, query: str = "") -> int:
    """How many clients `lines` has for a query."""
    clients, values = _those(Query(query))
    ((found,),) = office.read(f"SELECT count(*) {clients}", *values)
    return int(found)


def delete(office: OfficeFile, clients: Iterable[UUID], who: str, at: datetime) -> None:
    """Put clients into the recycle bin, in one step that can be undone."""
    _mark(office, "delete", clients, who, at, stamp(at))


def restore(office: OfficeFile, clients: Iterable[UUID], who: str, at: datetime) -> None:
    """Take clients out of the recycle bin."""
    _mark(office, "restore", clients, who, at, None)


def deleted(office: OfficeFile) -> list[tuple[UUID, str, datetime]]:
    """The recycle bin: id, name, since when; newest first."""
    rows = office.read(
        "SELECT id, name, deleted_at FROM client WHERE deleted_at IS NOT NULL "
        "ORDER BY deleted_at DESC, sort_name"
    )
    return [(UUID(number), name, instant(since)) for number, name, since in rows]


def _mark(
    office: OfficeFile, action: str, clients: Iterable[UUID], who: str, at: datetime, deleted_at: str | None
) -> None:
    from .rows import ClientRow

    chosen = tuple(clients)
    with office.change(action, who, at, chosen[0] if len(chosen) == 1 else None) as change:
        for client in chosen:
            if not change.set(ClientRow, {"id": str(client)}, deleted_at=deleted_at):
                raise ClientGone


def _those(query: Query) -> tuple[str, list[str]]:
    """FROM and WHERE of the clients that a query finds, with the values."""
    if query.empty:
        return _LISTED, []
    if (letter := query.first_letter) is not None:
        return f"{_LISTED} AND sort_name >= ? AND sort_name < ?", list(letter)
    condition, values = query.matching
    return f"{_FOUND} AND {condition}", values


def _in_order(query: Query) -> tuple[str, list[str]]:
    """The query for lines of the list, with its values but for limit and offset."""
    clients, values = _those(query)
    if query.empty or query.first_letter is not None:  # the index of the list has all of it
        return f"SELECT {_LINE} {clients} ORDER BY sort_name, id LIMIT ? OFFSET ?", values
    closeness, exact = query.closeness
    return (
        f"WITH found (number, away) AS MATERIALIZED (SELECT id, {closeness} AS away {clients} "
        "ORDER BY away, sort_name, id LIMIT ? OFFSET ?) "
        f"SELECT {_LINE} FROM found CROSS JOIN client ON id = number ORDER BY away, sort_name, id",
        exact + values,
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
