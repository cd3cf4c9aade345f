"""What follows from a case and can be computed again: outside the journal, written with each save."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, Index, LargeBinary
from sqlmodel import Field

from .base import CaseRow, Row


class DerivationRow(Row, table=True):
    """That a client's dates were derived by a method, and on which days they hold (both inclusive)."""

    __tablename__ = "derivation"

    client_id: UUID = Field(foreign_key="client.id", ondelete="CASCADE", primary_key=True)
    since: date
    holds_until: date
    method: str


_COUNTED_BY = ("act_by", "client_id", "nature", "day", "start_on", "urgent_from", "kind")
"""All that a count of dates asks for, so that it reads no row."""


class DerivedDateRow(CaseRow, table=True):
    """One date the office must know; days inclusive.

    `act_by` is the day to act, `safe_day` the last safe day, `start_on` when to begin, `urgent_from` the
    first day on which it is urgent.
    """

    __tablename__ = "derived_date"
    __table_args__ = (
        CheckConstraint("position >= 0", name="position"),
        Index("ix_derived_date_act_by", *_COUNTED_BY),
        {"sqlite_with_rowid": False},
    )

    position: int = Field(primary_key=True)
    kind: str
    nature: str
    act_by: date
    day: date
    safe_day: date | None
    start_on: date | None
    urgent_from: date | None
    title: str
    payload: Any = Field(sa_type=JSON)


class KeptFactsRow(CaseRow, table=True):
    """What is known of every test of the law, a byte each, on the days from `since` to `until` (inclusive).

    `slots` names the numbering of the tests (`rules.slots`): under another one the bytes mean nothing.
    """

    __tablename__ = "kept_facts"
    __table_args__ = ({"sqlite_with_rowid": False},)

    slots: str
    since: date
    until: date
    codes: bytes = Field(sa_type=LargeBinary)
    lifted: Any = Field(sa_type=JSON)


class ProspectingRow(CaseRow, table=True):
    """That a client was looked ahead for: by which method, from which day to which (both inclusive)."""

    __tablename__ = "prospecting"
    __table_args__ = ({"sqlite_with_rowid": False},)

    method: str
    since: date
    until: date


class ProspectRow(CaseRow, table=True):
    """A day from which on a title stands otherwise than before, if nothing else changes until then.

    `before` and `after` are values of a verdict.
    """

    __tablename__ = "prospect"
    __table_args__ = (
        CheckConstraint("position >= 0", name="position"),
        Index("ix_prospect_day", "day"),
        {"sqlite_with_rowid": False},
    )

    position: int = Field(primary_key=True)
    day: date
    title: str
    decision_kind: str
    before: str
    after: str
    better: bool


class SearchWordRow(Row, table=True):
    """A word by which a client is found. `kind`: n name, s sound of a name, d birth date, f file number."""

    __tablename__ = "search_word"
    __table_args__ = (
        CheckConstraint("kind IN ('n', 's', 'd', 'f')", name="kind"),
        Index("ix_search_word_client_id", "client_id"),
        {"sqlite_with_rowid": False},
    )

    word: str = Field(primary_key=True)
    kind: str = Field(primary_key=True)
    client_id: UUID = Field(foreign_key="client.id", ondelete="CASCADE", primary_key=True)
