"""Changes: every row write with its images before and after, in one transaction with its audit entry.

A `Change` is what `OfficeFile.change` hands out. It writes single rows by their primary key and nothing else,
so that the journal is complete: undo, redo (module `undo`) and the history of a client fall out of it.

Derived data never outlives its input: the search words of a touched client are made anew, and what was
derived from its case is dropped unless the same change writes it anew (`deadlines.replace`). What was derived
for those whose household names the client rests on its case too: it is marked as no longer holding, so that
it is derived again even if the process ends right after this change; their dates stay on the list until then.
What the forecast found is dropped for both.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Uuid, and_, delete, insert, select, update
from sqlcipher3 import dbapi2

from . import audit, search
from .instants import stamp
from .rows import (
    FOLLOWING,
    CaseRow,
    ChangeRow,
    ClientRow,
    DerivationRow,
    DerivedDateRow,
    ImageRow,
    KeptFactsRow,
    ProspectingRow,
    ProspectRow,
    Row,
)
from .rows.base import Image

_NAMED_PARTS = {"answer": "fact", "judgement": "name", "waiver": "leaf", "setting": "name"}


class Write(NamedTuple):
    """One row written: its images, one of them None."""

    kind: type[Row]
    before: Image | None
    after: Image | None

    @property
    def present(self) -> Image:
        """The image that exists."""
        image = self.before if self.after is None else self.after
        assert image is not None
        return image

    @property
    def client(self) -> UUID | None:
        found = self.present.get("id" if self.kind is ClientRow else "client_id")
        return None if found is None else UUID(found)

    @property
    def fields(self) -> Iterable[str]:
        """Names for the audit chain, without values."""
        table = self.kind.table_name()
        if table in _NAMED_PARTS:
            yield f"{table}.{self.present[_NAMED_PARTS[table]]}"
        elif self.kind is ClientRow and self.before and self.after:
            yield from (f"client.{name}" for name, value in self.after.items() if self.before[name] != value)
        else:
            yield table


class Change:
    """The rows that one step of a person writes. Nothing is visible to others before the block ends."""

    def __init__(
        self,
        link: Connection,
        database: dbapi2.Connection,
        stamped: audit.Entry,
        reverts: int | None,
        *,
        looks_logged: bool = True,
    ):
        """Without `looks_logged` a change that writes no row of a case leaves no audit entry."""
        self._link = link
        self._database = database
        self._stamped = stamped
        self._reverts = reverts
        self._looks_logged = looks_logged
        self._writes: list[Write] = []
        self._clients: set[UUID | None] = set()
        self._derived: set[UUID] = set()

    @property
    def at(self) -> datetime:
        return self._stamped.at

    def read(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Rows as this change sees them."""
        return self._database.execute(sql, values).fetchall()  # type: ignore[no-any-return]

    def put(self, *rows: Row) -> None:
        """Write rows, new or changed; a row that is already stored so is not written."""
        for row in rows:
            self._write(type(row), self._stored(type(row), row.image()), row)

    def set(self, kind: type[Row], key: Image, **values: Any) -> bool:
        """Change columns of one stored row; False if there is no such row."""
        before = self._stored(kind, key)
        if before is not None:
            self._write(kind, before, kind.of(**before | values))
        return before is not None

    def stores(self, row: Row) -> bool:
        """Whether exactly this row is stored."""
        return self._stored(type(row), row.image()) == row.image()

    def touched(self, client: UUID) -> bool:
        """Whether anything journaled was written for a client so far."""
        return client in self._clients

    def replace(self, kind: type[CaseRow], client: UUID, rows: Iterable[CaseRow]) -> None:
        """Make `rows` all the rows of one kind that a client has, writing only what differs."""
        table = kind.table()
        found = self._link.execute(select(table).where(table.c.client_id == client)).mappings()
        stored = {_key(kind, image): image for image in map(kind.image_of, found)}
        new = []
        for row in rows:
            before = stored.pop(_key(kind, row.image()), None)
            if before is None:
                new.append(row)
            else:
                self._write(kind, before, row)
        for before in stored.values():
            self._delete(kind, before)
        self._insert(kind, new)

    def revert(self, write: Write) -> bool:
        """Put a row back to its image before; False if it is not as it was left."""
        if self._stored(write.kind, write.present) != write.after:
            return False
        if write.before is None:
            self._delete(write.kind, write.present)
        else:
            self._write(write.kind, write.after, write.kind.of(**write.before))
        return True

    def derive(
        self, client: UUID, holds_until: date, method: str, dates: Iterable[Mapping[str, Any]]
    ) -> None:
        """Replace what was derived from a case; `dates` are columns of `DerivedDateRow`. Not journaled."""
        self._delete_of(client, *FOLLOWING)
        since = self.at.date()
        derivation = DerivationRow.of(client_id=client, since=since, holds_until=holds_until, method=method)
        self._link.execute(insert(DerivationRow.table()), derivation.values())
        rows = [DerivedDateRow.of(client_id=client, position=at, **each) for at, each in enumerate(dates)]
        if rows:
            self._link.execute(insert(DerivedDateRow.table()), [row.values() for row in rows])
        self._derived.add(client)

    def keep(self, client: UUID, values: tuple[object, ...]) -> None:
        """Keep the facts of a client (the columns of `KeptFactsRow` after his id). Not journaled."""
        self._database.execute(
            "INSERT OR REPLACE INTO kept_facts (client_id, slots, since, until, codes, lifted) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            (client.hex, *values),
        )

    def finish(self) -> None:
        """Write journal, search words and audit entries; called by the office file before it commits."""
        if self._writes:
            self._write_journal()
        for write in self._writes:
            if write.kind is ClientRow:
                search.refresh(self._database, UUID(write.present["id"]), write.after)
        household = self._household() - self._clients
        for client in self._clients - self._derived - {None}:
            self._delete_of(client, *FOLLOWING)
        for client in household - self._derived:
            self._delete_of(client, DerivationRow, KeptFactsRow)
        for client in (self._clients | household) - {None}:
            self._delete_of(client, ProspectingRow, ProspectRow)
        if self._writes or self._looks_logged:
            audit.append(self._database, self._entries())

    # One row

    def _write(self, kind: type[Row], before: Image | None, row: Row) -> None:
        if before is None:
            self._insert(kind, [row])
            return
        after = row.image()
        if after == before:
            return
        self._link.execute(update(kind.table()).where(_is(kind, before)).values(row.values()))
        self._note(Write(kind, before, after))

    def _insert(self, kind: type[Row], rows: list[Any]) -> None:
        if rows:
            self._link.execute(insert(kind.table()), [row.values() for row in rows])
            for row in rows:
                self._note(Write(kind, None, row.image()))

    def _delete(self, kind: type[Row], before: Image) -> None:
        self._link.execute(delete(kind.table()).where(_is(kind, before)))
        self._note(Write(kind, before, None))

    def _note(self, write: Write) -> None:
        self._writes.append(write)
        self._clients.add(write.client)

    def _stored(self, kind: type[Row], image: Image) -> Image | None:
        found = self._link.execute(select(kind.table()).where(_is(kind, image))).mappings().one_or_none()
        return None if found is None else kind.image_of(found)

    # The end

    def _write_journal(self) -> None:
        change = ChangeRow.of(
            at=stamp(self._stamped.at),
            who=self._stamped.who,
            action=self._stamped.action,
            client_id=self._stamped.client,
            reverts=self._reverts,
        ).values()
        inserted = self._link.execute(insert(ChangeRow.table()), change).inserted_primary_key
        assert inserted is not None
        images = [
            {
                "change_id": inserted[0],
                "position": position,
                "kind": write.kind.table_name(),
                "client_id": write.client,
                "before": write.before,
                "after": write.after,
            }
            for position, write in enumerate(self._writes)
        ]
        self._link.execute(insert(ImageRow.table()), images)

    def _entries(self) -> Iterable[audit.Entry]:
        """One entry for each client touched; a change that wrote nothing (a look) is one entry too."""
        fields: dict[UUID | None, set[str]] = {} if self._writes else {self._stamped.client: set()}
        for write in self._writes:
            fields.setdefault(write.client, set()).update(write.fields)
        for client, names in fields.items():
            yield replace(self._stamped, client=client, fields=tuple(sorted(names)))

    def _household(self) -> frozenset[UUID | None]:
        """Whose household names a client that was touched."""
        names = [name for client in self._clients if client is not None for name in (str(client), client.hex)]
        rows = self.read(
            "SELECT DISTINCT client_id FROM household WHERE other IN (SELECT value FROM json_each(?))",
            json.dumps(names),
        )
        return frozenset(UUID(number) for (number,) in rows)

    def _delete_of(self, client: UUID | None, *kinds: type[Row]) -> None:
        for kind in kinds:
            self._link.execute(delete(kind.table()).where(kind.table().c.client_id == client))


def _key(kind: type[Row], image: Image) -> tuple[Any, ...]:
    return tuple(image[name] for name in kind.key())


def _is(kind: type[Row], image: Image) -> ColumnElement[bool]:
    """The one row that an image shows, by its primary key."""
    columns = kind.table().c
    return and_(
        *(
            columns[name] == (UUID(image[name]) if isinstance(columns[name].type, Uuid) else image[name])
            for name in kind.key()
        )
    )
