"""The journal (row images of every change) and the audit chain. Both are only ever added to."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import DDL, JSON, CheckConstraint, Index, event
from sqlmodel import Field

from .base import Row


class ChangeRow(Row, table=True):
    """One change: what a person did in one step. `reverts` names the change that this one takes back."""

    __tablename__ = "journal"
    __table_args__ = (
        Index("ix_journal_client_id", "client_id", "id"),
        Index("ix_journal_reverts", "reverts"),
    )

    id: int | None = Field(default=None, primary_key=True)
    at: str
    who: str
    action: str
    client_id: UUID | None
    reverts: int | None = Field(foreign_key="journal.id")


class ImageRow(Row, table=True):
    """One row before and after a change; `before` is NULL for a new row, `after` for a deleted one."""

    __tablename__ = "journal_image"
    __table_args__ = (
        CheckConstraint("before IS NOT NULL OR after IS NOT NULL", name="something"),
        Index("ix_journal_image_client_id", "client_id", "change_id"),
        {"sqlite_with_rowid": False},
    )

    change_id: int = Field(foreign_key="journal.id", primary_key=True)
    position: int = Field(primary_key=True)
    kind: str
    client_id: UUID | None
    before: dict[str, Any] | None = Field(sa_type=JSON(none_as_null=True))
    after: dict[str, Any] | None = Field(sa_type=JSON(none_as_null=True))


class AuditRow(Row, table=True):
    """One entry of the hash chain; see `audit` for what it proves."""

    __tablename__ = "audit"

    seq: int = Field(primary_key=True)
    at: str
    who: str
    machine: str
    schema_revision: str
    action: str
    client_id: UUID | None
    fields: list[str] = Field(sa_type=JSON)
    digest: str
    chain: str


class CheckpointRow(Row, table=True):
    """A seal over the chain up to `seq`."""

    __tablename__ = "audit_checkpoint"

    seq: int = Field(foreign_key="audit.seq", primary_key=True)
    mac: str


class SealRow(Row, table=True):
    """The secret with which a client's state is digested; without it the digests say nothing.

    The row of the nil id is the office's own and seals the chain. The secrets move with the file into
    backups, whose data keys are others.
    """

    __tablename__ = "audit_seal"

    client_id: UUID = Field(primary_key=True)
    secret: str


INSERT_ONLY = tuple(
    f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
    f"BEGIN SELECT RAISE(ABORT, '{table} is only ever added to'); END"
    for table in ("audit", "audit_checkpoint")
    for verb in ("UPDATE", "DELETE")
)

for _kind in (AuditRow, CheckpointRow):
    for _statement in INSERT_ONLY:
        if f"ON {_kind.table_name()} " in _statement:
            event.listen(_kind.table(), "after_create", DDL(_statement))  # type: ignore[no-untyped-call]
