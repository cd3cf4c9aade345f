"""One client with everything known: the rows of a CaseFile.

Lists keep their order by `position`. Parts are clustered by client (no rowid), so that one case lies on few
pages. Half-open periods stand as four days: each border known exactly has both days equal; an open end is
NULL, NULL.
"""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, Index, text
from sqlmodel import Field

from .base import CLUSTERED, CaseRow, Row, one_of


class ClientRow(Row, table=True):
    """Who the person is, and what lists and searches need. `born_*` and `sort_name` follow from the case."""

    __tablename__ = "client"
    __table_args__ = (
        CheckConstraint("(born_from IS NULL) = (born_to IS NULL) AND born_from <= born_to", name="born"),
        # Covers a list, so that ten thousand lines are read without touching the rows. What is asked for in
        # the condition must be a column here too, even though it is the same for all.
        Index(
            "ix_client_list",
            "sort_name",
            "id",
            "name",
            "file_number",
            "born_from",
            "born_to",
            "language",
            "changed_at",
            "deleted_at",
            sqlite_where=text("deleted_at IS NULL"),
            postgresql_where=text("deleted_at IS NULL"),
        ),
        # Covers putting into order those that a search finds, often a tenth of the office.
        Index(
            "ix_client_found",
            "id",
            "sort_name",
            "deleted_at",
            sqlite_where=text("deleted_at IS NULL"),
            postgresql_where=text("deleted_at IS NULL"),
        ),
        # The few in the recycle bin, whose dates are left out wherever dates are counted.
        Index(
            "ix_client_deleted",
            "id",
            "deleted_at",
            sqlite_where=text("deleted_at IS NOT NULL"),
            postgresql_where=text("deleted_at IS NOT NULL"),
        ),
    )

    id: UUID = Field(primary_key=True)
    name: str
    original_name: str
    contact: str
    address: list[str] = Field(sa_type=JSON)
    language: str
    file_number: str
    authority_file_number: str
    notes: str
    born_from: date | None
    born_to: date | None
    sort_name: str
    created_at: str
    changed_at: str
    deleted_at: str | None = None


class StatusPeriodRow(CaseRow, table=True):
    """One dated status of the history of papers."""

    __tablename__ = "status_period"
    __table_args__ = (
        CheckConstraint("position >= 0", name="position"),
        CheckConstraint("start_from <= start_to", name="start"),
        CheckConstraint("(end_from IS NULL) = (end_to IS NULL) AND end_from <= end_to", name="end"),
        CLUSTERED,
    )

    position: int = Field(primary_key=True)
    status_code: str
    start_from: date
    start_to: date
    end_from: date | None
    end_to: date | None
    issued_from: date | None
    issued_to: date | None
    issued_by: str
    paper: bool | None
    variant: str
    printed_label: str
    conditions: list[str] = Field(sa_type=JSON)
    number: str


class AnswerRow(CaseRow, table=True):
    """The answer to one input fact. `shape` tells how `value` is read; see `values`."""

    __tablename__ = "answer"
    __table_args__ = (
        one_of("proof", "out_of_date", "claimed", "seen", "copy", "original"),
        CLUSTERED,
    )

    fact: str = Field(primary_key=True)
    shape: str
    value: Any = Field(sa_type=JSON)
    by: str
    on: date | None
    proof: str
    paper: str | None
    disputed: bool
    note: str


class JudgementRow(CaseRow, table=True):
    """A value judgement of a person."""

    __tablename__ = "judgement"
    __table_args__ = (one_of("value", "yes", "no", "unknown"), CLUSTERED)

    name: str = Field(primary_key=True)
    value: str
    by: str
    on: date | None
    reason: str


class WaiverRow(CaseRow, table=True):
    """A condition (leaf id) that does not stand in the way in this case."""

    __tablename__ = "waiver"
    __table_args__ = (CLUSTERED,)

    leaf: str = Field(primary_key=True)
    by: str
    on: date
    reason: str


class PaperRow(CaseRow, table=True):
    """One paper of the folder. `valid_until` is inclusive."""

    __tablename__ = "paper"
    __table_args__ = (
        CheckConstraint("position >= 0", name="position"),
        one_of("state", "out_of_date", "claimed", "seen", "copy", "original"),
        CLUSTERED,
    )

    position: int = Field(primary_key=True)
    paper: str
    code: str
    state: str
    seen_on: date | None
    issued_on: date | None
    valid_until: date | None
    note: str


class RequestRow(CaseRow, table=True):
    """What the client wants decided."""

    __tablename__ = "request"
    __table_args__ = (
        CheckConstraint("position >= 0", name="position"),
        one_of("decision_kind", "grant", "extension"),
        CLUSTERED,
    )

    position: int = Field(primary_key=True)
    title: str
    decision_kind: str
    on: date | None


class HouseholdRow(CaseRow, table=True):
    """Another case of the same household; `other` is a client id, or a file name before the import."""

    __tablename__ = "household"
    __table_args__ = (CheckConstraint("position >= 0", name="position"), CLUSTERED)

    position: int = Field(primary_key=True)
    relation: str
    other: str
