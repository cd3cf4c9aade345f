"""Undo, redo and the history of a client, read from the journal.

Undoing is a change of its own that puts the row images before back, newest first; redoing takes that change
back. Nothing in the journal is ever altered, so the state of a step follows from it: a step is undone while
some undo of it has not been taken back. A new change after an undo ends the possibility to redo.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from .instants import instant
from .office_file import OfficeFile
from .problems import ChangedSince, NothingToRedo, NothingToUndo

if TYPE_CHECKING:
    from .journal import Write

_STANDING = "NOT EXISTS (SELECT 1 FROM journal AS later WHERE later.reverts = {0}.id AND NOT EXISTS "
_STANDING += "(SELECT 1 FROM journal AS again WHERE again.reverts = later.id))"
_OF = "(? IS NULL OR {0}.client_id = ?)"
_LAST_STEP = (
    "SELECT step.id, step.action, step.at, step.who FROM journal AS step "
    f"WHERE step.reverts IS NULL AND {_OF.format('step')} AND {_STANDING.format('step')} "
    "ORDER BY step.id DESC LIMIT 1"
)
_LAST_UNDO = (
    "SELECT undo.id, step.action, step.at, step.who, step.client_id FROM journal AS undo "
    "JOIN journal AS step ON step.id = undo.reverts "
    f"WHERE step.reverts IS NULL AND {_OF.format('step')} "
    "AND NOT EXISTS (SELECT 1 FROM journal AS again WHERE again.reverts = undo.id) "
    "AND NOT EXISTS (SELECT 1 FROM journal AS newer WHERE newer.reverts IS NULL AND newer.id > undo.id "
    f"AND {_OF.format('newer')}) "
    "ORDER BY undo.id DESC LIMIT 1"
)


class Step(NamedTuple):
    """A step that can be undone or redone."""

    number: int
    action: str
    at: datetime
    who: str


class Reverted(NamedTuple):
    """What an undo or redo did; what was derived from these clients' cases is gone, to be derived again."""

    step: Step
    clients: frozenset[UUID]


class FieldChange(NamedTuple):
    """One value that a step changed: row kind, its key, column, value before and after (JSON values)."""

    kind: str
    key: tuple[Any, ...]
    field: str
    before: Any
    after: Any


class HistoryEntry(NamedTuple):
    """One step in a client's history; `reverts` is the number of the step it took back."""

    number: int
    at: datetime
    who: str
    action: str
    reverts: int | None
    changes: tuple[FieldChange, ...]


def next_undo(office: OfficeFile, client: UUID | None = None) -> Step | None:
    """The newest step that stands, of one client or of the office; None if there is none."""
    return _step(office.read(_LAST_STEP, *_twice(client)))


def next_redo(office: OfficeFile, client: UUID | None = None) -> Step | None:
    """The step undone last, if nothing new was done since; its number is that of the undo."""
    return _step(office.read(_LAST_UNDO, *_twice(client), *_twice(client)))


def undo(office: OfficeFile, who: str, at: datetime, client: UUID | None = None) -> Reverted:
    """Take back the newest step. Raises `NothingToUndo`, `ChangedSince`."""
    step = next_undo(office, client)
    if step is None:
        raise NothingToUndo
    return _revert(office, "undo", who, at, step)


def redo(office: OfficeFile, who: str, at: datetime, client: UUID | None = None) -> Reverted:
    """Do again what was undone last. Raises `NothingToRedo`, `ChangedSince`."""
    step = next_redo(office, client)
    if step is None:
        raise NothingToRedo
    return _revert(office, "redo", who, at, step)


def history(office: OfficeFile, client: UUID) -> Iterator[HistoryEntry]:
    """Everything done to a client, newest first."""
    rows = office.read(
        'SELECT id, at, who, "action", reverts FROM journal WHERE id IN '
        "(SELECT change_id FROM journal_image WHERE client_id = ?) ORDER BY id DESC",
        client.hex,
    )
    for number, at, who, action, reverts in rows:
        changes = tuple(
            change for write in _writes(office, number) if write.client == client for change in _fields(write)
        )
        yield HistoryEntry(number, instant(at), who, action, reverts, changes)


def _revert(office: OfficeFile, action: str, who: str, at: datetime, step: Step) -> Reverted:
    writes = _writes(office, step.number)
    ((client,),) = office.read("SELECT client_id FROM journal WHERE id = ?", step.number)
    with office.change(action, who, at, UUID(client) if client else None, reverts=step.number) as change:
        for write in reversed(writes):
            if not change.revert(write):
                raise ChangedSince
    return Reverted(step, frozenset(write.client for write in writes if write.client is not None))


def _writes(office: OfficeFile, number: int) -> list[Write]:
    from .journal import Write
    from .rows import JOURNALED

    rows = office.read(
        "SELECT kind, before, after FROM journal_image WHERE change_id = ? ORDER BY position", number
    )
    return [Write(JOURNALED[kind], _image(before), _image(after)) for kind, before, after in rows]


def _fields(write: Write) -> Iterator[FieldChange]:
    key = tuple(write.present[name] for name in write.kind.key())
    for name in write.present:
        before, after = (image and image.get(name) for image in (write.before, write.after))
        if before != after and name not in write.kind.key():
            yield FieldChange(write.kind.table_name(), key, name, before, after)


def _image(stored: str | None) -> dict[str, Any] | None:
    return None if stored is None else json.loads(stored)


def _step(rows: list[tuple[Any, ...]]) -> Step | None:
    return Step(rows[0][0], rows[0][1], instant(rows[0][2]), rows[0][3]) if rows else None


def _twice(client: UUID | None) -> tuple[str | None, str | None]:
    found = None if client is None else client.hex
    return found, found
