"""What the forecast finds for each client: days from which on a title stands otherwise than before.

Computed above this layer, for one client after the other when there is time, and written outside the journal.
Any change of a case, or of one of its household, drops it (`journal`); `stale` names who is to be looked
ahead for again.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from .office_file import OfficeFile

if TYPE_CHECKING:
    from .noting import Noting


class Prospect(NamedTuple):
    """From `day` on a title stands otherwise. Verdicts by their value."""

    day: date
    title: str
    decision_kind: str
    before: str
    after: str
    better: bool


class Prospects(NamedTuple):
    """All that is found by a method for the days from `since` to `until` (both inclusive)."""

    method: str
    since: date
    until: date
    found: tuple[Prospect, ...] = ()


class ProspectOf(NamedTuple):
    """One line of the list."""

    client: UUID
    name: str
    file_number: str
    prospect: Prospect


def keep(notes: Noting, client: UUID, prospects: Prospects) -> None:
    """Keep this of a client, in place of what was kept of him."""
    notes.foresee(client, *prospects)


def stale(office: OfficeFile, method: str, today: date, until: date) -> list[UUID]:
    """Clients not looked ahead for by the method from today on up to a day; closed cases are left out."""
    rows = office.read(f"SELECT id {_STALE} ORDER BY id", method, today.isoformat(), until.isoformat())
    return [UUID(number) for (number,) in rows]


def stale_count(office: OfficeFile, method: str, today: date, until: date) -> int:
    """How many clients `stale` has."""
    ((found,),) = office.read(f"SELECT count(*) {_STALE}", method, today.isoformat(), until.isoformat())
    return int(found)


def listed(
    office: OfficeFile,
    method: str,
    today: date,
    until: date,
    verdicts: Collection[str],
    limit: int,
    offset: int = 0,
    *,
    better: bool = True,
) -> list[ProspectOf]:
    """Titles that rise to one of some verdicts from today to a day (both inclusive), by day and name.

    Not `better`: titles that had one of the verdicts and fall. Clients of whom it is not known, or no longer,
    are left out (`stale`), and so are closed cases.
    """
    rows = office.read(
        f"SELECT prospect.client_id, name, file_number, day, title, decision_kind, before, after, better "
        f"{_LISTED} ORDER BY day, sort_name, prospect.client_id, position LIMIT ?6 OFFSET ?7",
        *_values(method, today, until, verdicts, better),
        limit,
        offset,
    )
    return [
        ProspectOf(
            UUID(number),
            name,
            file_number,
            Prospect(date.fromisoformat(day), title, kind, before, found, bool(rises)),
        )
        for number, name, file_number, day, title, kind, before, found, rises in rows
    ]


def count(
    office: OfficeFile,
    method: str,
    today: date,
    until: date,
    verdicts: Collection[str],
    *,
    better: bool = True,
) -> int:
    """How many lines `listed` has."""
    ((found,),) = office.read(f"SELECT count(*) {_LISTED}", *_values(method, today, until, verdicts, better))
    return int(found)


_KNOWN = "SELECT client_id FROM prospecting WHERE method = ?1 AND since <= ?2 AND until >= ?3"
_STALE = (
    f"FROM client WHERE deleted_at IS NULL AND id NOT IN ({_KNOWN}) "
    "AND id NOT IN (SELECT client_id FROM rest WHERE until IS NULL)"
)
_LISTED = (
    "FROM prospect JOIN client ON id = prospect.client_id WHERE deleted_at IS NULL "
    f"AND day BETWEEN ?2 AND ?3 AND prospect.client_id IN ({_KNOWN}) "
    "AND prospect.client_id NOT IN (SELECT client_id FROM rest WHERE until IS NULL) "
    "AND better = ?5 AND CASE WHEN better THEN after ELSE before END IN (SELECT value FROM json_each(?4))"
)


def _values(
    method: str, today: date, until: date, verdicts: Iterable[str], better: bool
) -> tuple[str, str, str, str, bool]:
    return method, today.isoformat(), until.isoformat(), json.dumps(sorted(verdicts)), better
