"""What is known of every test of the law for each client, kept so that a caseload is evaluated at once.

Computed above this layer and written in the transaction of the save, outside the journal. It is read only
under the numbering of the tests that it was made with, and on the days on which it holds. Any change of a
case, or of one of its household, without it drops it (`journal`); `stale` names the clients who want it made
again. A row that is not as one is written (too few bytes, no list of conditions) counts as not there.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from .office_file import OfficeFile, from_json

if TYPE_CHECKING:
    from .journal import Change

_WHOLE = (
    "slots = ? AND typeof(codes) = 'blob' AND length(codes) = ? "
    "AND CASE WHEN json_valid(lifted) THEN json_type(lifted) = 'array' ELSE FALSE END"
)
_HOLDS = f"{_WHOLE} AND since GLOB '[0-9]*' AND since <= ? AND until GLOB '[0-9]*' AND until >= ?"


class Numbering(NamedTuple):
    """The name of a numbering of tests, and how many tests it has: a byte is kept for each."""

    name: str
    tests: int


class KeptFacts(NamedTuple):
    """A byte for each test under the numbering `slots`, right from `since` to `until` (both inclusive).

    `lifted` names the conditions that a person found not to stand in the way.
    """

    slots: str
    since: date
    until: date
    codes: bytes
    lifted: tuple[str, ...] = ()


class KeptOfClient(NamedTuple):
    """What is kept of one client."""

    codes: bytes
    lifted: tuple[str, ...]


class KeptOfAll(NamedTuple):
    """What is kept of many clients, in the order of their ids (as 32 hex digits), side by side."""

    clients: tuple[str, ...]
    codes: tuple[bytes, ...]
    lifted: Mapping[str, tuple[str, ...]]
    """Only of those for whom a person lifted something."""


def keep(change: Change, client: UUID, kept: KeptFacts) -> None:
    """Keep this of a client, in place of what was kept of him."""
    change.keep(
        client,
        (kept.slots, kept.since.isoformat(), kept.until.isoformat(), kept.codes, json.dumps(kept.lifted)),
    )


def of_all(office: OfficeFile, numbering: Numbering, today: date) -> KeptOfAll:
    """What is kept of every client under a numbering and holds on a day."""
    rows = office.read(
        f"SELECT client_id, codes, lifted FROM kept_facts JOIN client ON id = client_id "
        f"WHERE {_HOLDS} AND deleted_at IS NULL ORDER BY client_id",
        *_values(numbering, today),
    )
    clients, codes, lifted = zip(*rows, strict=True) if rows else ((), (), ())
    found = {
        client: tuple(from_json(keys)) for client, keys in zip(clients, lifted, strict=True) if keys != "[]"
    }
    return KeptOfAll(clients, codes, found)


def of_client(office: OfficeFile, client: UUID, numbering: Numbering, today: date) -> KeptOfClient | None:
    """The same for one client; None if there is nothing that holds, or the client is gone."""
    rows = office.read(
        f"SELECT codes, lifted FROM kept_facts JOIN client ON id = client_id "
        f"WHERE {_HOLDS} AND deleted_at IS NULL AND client_id = ?",
        *_values(numbering, today),
        client.hex,
    )
    return KeptOfClient(rows[0][0], tuple(from_json(rows[0][1]))) if rows else None


def stale(office: OfficeFile, numbering: Numbering, today: date) -> list[UUID]:
    """Clients of whom nothing is kept that holds on a day under a numbering."""
    rows = office.read(
        f"SELECT id FROM client WHERE deleted_at IS NULL AND id NOT IN "
        f"(SELECT client_id FROM kept_facts WHERE {_HOLDS}) ORDER BY id",
        *_values(numbering, today),
    )
    return [UUID(number) for (number,) in rows]


def ending(office: OfficeFile, numbering: Numbering, today: date) -> list[UUID]:
    """Clients of whom something is kept that holds on a day, and not known to hold on the next."""
    rows = office.read(
        "SELECT client_id FROM kept_facts JOIN client ON id = client_id "
        f"WHERE {_WHOLE} AND until = ? AND since <= until AND deleted_at IS NULL ORDER BY client_id",
        *numbering,
        today.isoformat(),
    )
    return [UUID(number) for (number,) in rows]


def _values(numbering: Numbering, today: date) -> tuple[str, int, str, str]:
    return *numbering, today.isoformat(), today.isoformat()
