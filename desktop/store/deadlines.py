"""What was derived from a case: dates the office must know, with the day until which they hold.

Computed above this layer and written in the transaction of the save, outside the journal. Any change of a
case without a new derivation drops the old one, undo included; `stale` names the clients that want deriving
again.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from .kept_facts import KeptFacts, keep
from .office_file import OfficeFile, from_json

if TYPE_CHECKING:
    from .journal import Change

DATE_COLUMNS = "kind, nature, day, safe_day, start_on, urgent_from, title, payload"

ACTING = ("validity", "filing", "plan", "appointment")
"""Natures of dates on which somebody has to act; the others only inform."""
_ACTING = f"nature IN {ACTING}"
_LISTED = "FROM derived_date JOIN client ON id = client_id WHERE deleted_at IS NULL"


class DerivedDate(NamedTuple):
    """One date, days inclusive. `day` is the hard date, `safe_day` the last safe day before it.

    `start_on` is when to begin, `urgent_from` the first day on which it is urgent; `payload` is JSON data
    for whoever shows the date.
    """

    kind: str
    day: date
    safe_day: date | None = None
    start_on: date | None = None
    title: str = ""
    payload: Any = None
    nature: str = "validity"
    urgent_from: date | None = None

    @property
    def act_by(self) -> date:
        """The day to act: the safe day if there is one."""
        return self.safe_day or self.day


class Derived(NamedTuple):
    """Everything derived from a case; `holds_until` is the last day (inclusive) for the dates.

    `method` names what they were made with, the law and the program.
    """

    holds_until: date
    dates: tuple[DerivedDate, ...] = ()
    method: str = ""
    kept: KeptFacts | None = None


class DueDate(NamedTuple):
    """One line of the list of dates."""

    client: UUID
    name: str
    file_number: str
    date: DerivedDate


def replace(change: Change, client: UUID, derived: Derived) -> None:
    """Make `derived` all that is derived from a client's case."""
    change.derive(client, derived.holds_until, derived.method, [_columns(each) for each in derived.dates])
    if derived.kept is not None:
        keep(change, client, derived.kept)


def stale(office: OfficeFile, method: str, today: date) -> list[UUID]:
    """Clients whose derivation is missing, was made by another method, no longer holds, or does not yet.

    The last happens when a clock ran ahead and was put right: what a later day leaves out may still be due.
    """
    rows = office.read(
        "SELECT id FROM client LEFT JOIN derivation ON client_id = id "
        "WHERE deleted_at IS NULL AND (method IS NOT ? OR ? NOT BETWEEN since AND holds_until) "
        "ORDER BY id",
        method,
        today.isoformat(),
    )
    return [UUID(number) for (number,) in rows]


def due(office: OfficeFile, until: date, limit: int = 500) -> list[DueDate]:
    """Dates to act by up to a day (inclusive), the oldest first, so overdue ones lead."""
    return between(office, date.min, until, limit)


def between(office: OfficeFile, first: date, last: date, limit: int, offset: int = 0) -> list[DueDate]:
    """Dates to act by from a day to a day (both inclusive), in order of time."""
    rows = office.read(
        f"SELECT client_id, name, file_number, {DATE_COLUMNS} {_LISTED} AND {_ACTING} "
        "AND act_by BETWEEN ? AND ? ORDER BY act_by, client_id, position LIMIT ? OFFSET ?",
        first.isoformat(),
        last.isoformat(),
        limit,
        offset,
    )
    payloads, clients = Payloads(), Clients()
    return [
        DueDate(clients[number], name, file_number, date_of(payloads[payload], *days))
        for number, name, file_number, *days, payload in rows
    ]


def of_client(office: OfficeFile, client: UUID) -> Derived | None:
    """What is derived from a client's case; None where that is missing."""
    found = office.read("SELECT holds_until, method FROM derivation WHERE client_id = ?", client.hex)
    if not found:
        return None
    dates = office.read(
        f"SELECT {DATE_COLUMNS} FROM derived_date WHERE client_id = ? ORDER BY position",
        client.hex,
    )
    return Derived(
        date.fromisoformat(found[0][0]),
        tuple(date_of(from_json(payload), *days) for *days, payload in dates),
        found[0][1],
    )


def date_of(
    payload: Any,
    kind: str,
    nature: str,
    day: str,
    safe_day: str | None,
    start_on: str | None,
    urgent_from: str | None,
    title: str,
) -> DerivedDate:
    """A date of `DATE_COLUMNS`, of which the payload comes first and as data."""
    return DerivedDate(
        kind,
        date.fromisoformat(day),
        None if safe_day is None else date.fromisoformat(safe_day),
        None if start_on is None else date.fromisoformat(start_on),
        title,
        payload,
        nature,
        None if urgent_from is None else date.fromisoformat(urgent_from),
    )


class Payloads(dict[str, Any]):
    """Data by its JSON text, each read once. For one list: the data is shared by the dates in it."""

    def __missing__(self, text: str) -> Any:
        self[text] = data = from_json(text)
        return data


class Clients(dict[str, UUID]):
    """Clients by their ids as SQL gives them, each made once for a list."""

    def __missing__(self, number: str) -> UUID:
        self[number] = client = UUID(number)
        return client


def _columns(derived: DerivedDate) -> dict[str, Any]:
    return derived._asdict() | {"act_by": derived.act_by}
