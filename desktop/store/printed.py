"""What was printed for whom: kept whole, listed without the bytes, printed again as it was.

Kept are the bytes of the PDF and not what it was made from, because a later version of the program or of the
law would make another sheet of the same answers. A print of checklist, letter and hand-out takes about
100 KB. Nobody takes a print back: it is noted outside the journal, and the audit chain says that it was. An
office that keeps prints for a limited time has those that are older dropped, which the chain says too.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Literal, NamedTuple
from uuid import UUID

from .instants import instant, stamp
from .office_file import OfficeFile
from .problems import Damaged

if TYPE_CHECKING:
    from .noting import Noting

Way = Literal["printer", "file"]


class Print(NamedTuple):
    """One print as it is listed. `sheets` and `authority` are JSON data of whoever printed."""

    id: UUID
    at: datetime
    who: str
    way: Way
    recipient: str
    law_day: date
    pack: str
    authority: Mapping[str, Any]
    sheets: Sequence[Mapping[str, Any]]
    file_name: str
    pages: int


def keep(notes: Noting, client: UUID, made: Print, content: bytes) -> None:
    """Keep one print of a client. Raises the driver's error for a client that is gone."""
    notes.keep_print(client, *_values(made), hashlib.sha256(content).hexdigest(), content)


def of_client(office: OfficeFile, client: UUID, limit: int = 200, offset: int = 0) -> list[Print]:
    """The prints of a client, newest first."""
    rows = office.read(
        "SELECT id, at, who, way, recipient, law_day, pack, authority, sheets, file_name, pages "
        "FROM printed WHERE client_id = ? ORDER BY at DESC, rowid DESC LIMIT ? OFFSET ?",
        client.hex,
        limit,
        offset,
    )
    return [
        Print(
            UUID(number),
            instant(at),
            who,
            way,
            recipient,
            date.fromisoformat(law_day),
            pack,
            json.loads(authority),
            json.loads(sheets),
            file_name,
            pages,
        )
        for number, at, who, way, recipient, law_day, pack, authority, sheets, file_name, pages in rows
    ]


def content(office: OfficeFile, print_id: UUID) -> bytes | None:
    """The bytes that were printed; None for a print that is not kept. Raises `Damaged` if they changed."""
    rows = office.read("SELECT content, digest FROM printed WHERE id = ?", print_id.hex)
    if not rows:
        return None
    ((found, digest),) = rows
    if hashlib.sha256(found).hexdigest() != digest:
        raise Damaged
    return bytes(found)


class Old(NamedTuple):
    """A print as it is looked at to see whether it is kept: when it was made, and the kinds of its sheets."""

    id: UUID
    client: UUID
    at: datetime
    kinds: tuple[str, ...]


def all_made(office: OfficeFile) -> list[Old]:
    """Every print of every client, oldest first; without the bytes."""
    rows = office.read("SELECT id, client_id, at, sheets FROM printed ORDER BY at")
    return [
        Old(UUID(number), UUID(client), instant(at), tuple(each["kind"] for each in json.loads(sheets)))
        for number, client, at, sheets in rows
    ]


def drop(notes: Noting, prints: Sequence[UUID]) -> None:
    """Take prints out for good."""
    notes.drop_prints(prints)


def _values(made: Print) -> tuple[object, ...]:
    return (
        made.id.hex,
        stamp(made.at),
        made.who,
        made.way,
        made.recipient,
        made.law_day.isoformat(),
        made.pack,
        json.dumps(dict(made.authority)),
        json.dumps([dict(each) for each in made.sheets]),
        made.file_name,
        made.pages,
    )
