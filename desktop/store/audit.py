"""The audit chain: who did what to which case when, each entry bound to the one before.

An entry names the action, the case by its id and the changed fields by their names, never a value or a
person's name, so that erasing a case breaks nothing. It carries a keyed digest of the case's state after the
change, which is what notices an older authentic page put back into the file. Every hundredth entry and each
closing is sealed with a secret of the office.

The chain proves that nothing was dropped, altered or reordered by anyone without the data key, and that each
case is as last logged. It cannot prove that a key holder with programming skill did not write the whole chain
anew, nor who sat at the keyboard, nor that the clock was right.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlcipher3 import dbapi2

from .instants import stamp

if TYPE_CHECKING:
    from .office_file import OfficeFile

START = "0" * 64
_EVERY = 100
_OFFICE = UUID(int=0)  # whose secret seals the chain
_ID = re.compile("[0-9a-f]{32}")  # anything else is a broken link already
_COLUMNS = "seq, at, who, machine, schema_revision, action, client_id, fields, digest"


@dataclass(frozen=True, slots=True)
class Entry:
    """What one entry says. `client` is None for what concerns the office as a whole."""

    at: datetime
    who: str
    machine: str
    schema_revision: str
    action: str
    client: UUID | None
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """The newest entry; printed on a backup report, it contradicts a chain that was written anew."""

    seq: int
    chain: str


def head(database: dbapi2.Connection) -> Head:
    row = database.execute("SELECT seq, chain FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
    return Head(*row) if row else Head(0, START)


def who_worked(office: OfficeFile) -> list[str]:
    """The names under which something was done in this file, as they were typed; in no order."""
    return [who for (who,) in office.read("SELECT DISTINCT who FROM audit WHERE who <> ''")]


def append(database: dbapi2.Connection, entries: Iterable[Entry]) -> None:
    """Add entries inside the running transaction."""
    last = head(database)
    for entry in entries:
        digest = "" if entry.client is None else case_digest(database, entry.client)
        row = (
            last.seq + 1,
            stamp(entry.at),
            entry.who,
            entry.machine,
            entry.schema_revision,
            entry.action,
            None if entry.client is None else entry.client.hex,
            json.dumps(entry.fields),
            digest,
        )
        last = Head(last.seq + 1, _link(last.chain, row))
        database.execute(
            f"INSERT INTO audit ({_COLUMNS}, chain) VALUES (?,?,?,?,?,?,?,?,?,?)",
            (*row, last.chain),
        )
        if last.seq % _EVERY == 0:
            _seal(database, last)


def close(database: dbapi2.Connection) -> None:
    """Seal what was added since the last seal, in a transaction of its own."""
    last = head(database)
    if (
        last.seq == 0
        or database.execute("SELECT 1 FROM audit_checkpoint WHERE seq = ?", (last.seq,)).fetchone()
    ):
        return
    database.execute("BEGIN IMMEDIATE")
    _seal(database, last)
    database.execute("COMMIT")


def broken_links(database: dbapi2.Connection) -> tuple[int, ...]:
    """Numbers of entries that do not follow from the one before, or whose seal is wrong."""
    seals = dict(database.execute("SELECT seq, mac FROM audit_checkpoint"))
    secret = _secret(database, _OFFICE)
    broken = []
    previous = Head(0, START)
    for *row, chain in database.execute(f"SELECT {_COLUMNS}, chain FROM audit ORDER BY seq"):
        present = Head(row[0], chain)
        followed = present.seq == previous.seq + 1 and chain == _link(previous.chain, row)
        seal = seals.pop(present.seq, None)
        if not followed or (seal is not None and not hmac.compare_digest(seal, _mac(secret, present))):
            broken.append(present.seq)
        previous = present
    return (*broken, *sorted(seals))


def strayed_cases(database: dbapi2.Connection) -> tuple[UUID, ...]:
    """Clients whose rows are not in the state that the chain logged last."""
    logged = database.execute(
        "SELECT client_id, digest FROM audit JOIN (SELECT max(seq) AS seq FROM audit "
        "WHERE client_id IS NOT NULL GROUP BY client_id) USING (seq)"
    ).fetchall()
    known = {UUID(client): digest for client, digest in logged if _ID.fullmatch(client)}
    strayed = [client for client, digest in known.items() if case_digest(database, client) != digest]
    present = (UUID(client) for (client,) in database.execute("SELECT id FROM client").fetchall())
    return (*strayed, *(client for client in present if client not in known))


def case_digest(database: dbapi2.Connection, client: UUID) -> str:
    """Keyed digest of all rows of a case; the key is the case's own and is made with the first entry."""
    secret = _secret(database, client)
    state = [database.execute(query, (client.hex,)).fetchall() for query in _case_queries()]
    return hmac.digest(secret, json.dumps(state).encode(), hashlib.sha256).hex()


@cache
def _case_queries() -> tuple[str, ...]:
    from .rows import CASE_PARTS, ClientRow

    return (
        f"SELECT * FROM {ClientRow.table_name()} WHERE id = ?",
        *(
            f"SELECT * FROM {part.table_name()} WHERE client_id = ? ORDER BY {part.key()[-1]}"
            for part in CASE_PARTS
        ),
    )


def _secret(database: dbapi2.Connection, of: UUID) -> bytes:
    """The secret of a case, or of the office; made when it is first needed."""
    found = database.execute("SELECT secret FROM audit_seal WHERE client_id = ?", (of.hex,)).fetchone()
    if found is None:
        found = (secrets.token_hex(32),)
        database.execute("INSERT INTO audit_seal (client_id, secret) VALUES (?, ?)", (of.hex, *found))
    return bytes.fromhex(found[0])


def _link(previous: str, row: Iterable[Any]) -> str:
    record = json.dumps(list(row), separators=(",", ":"))
    return hashlib.sha256(f"{previous}{record}".encode()).hexdigest()


def _seal(database: dbapi2.Connection, at: Head) -> None:
    mac = _mac(_secret(database, _OFFICE), at)
    database.execute("INSERT INTO audit_checkpoint (seq, mac) VALUES (?, ?)", (at.seq, mac))


def _mac(key: bytes, at: Head) -> str:
    return hmac.digest(key, f"{at.seq}|{at.chain}".encode(), hashlib.sha256).hex()
