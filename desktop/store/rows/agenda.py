"""What the office plans in a case: decision letters, planned dates, and that a case rests."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import JSON, CheckConstraint
from sqlmodel import Field

from .base import CLUSTERED, CaseRow, one_of


class LetterRow(CaseRow, table=True):
    """A decision letter; `content` is the plain data of a `cases.letters.DecisionLetter`."""

    __tablename__ = "letter"
    __table_args__ = (CheckConstraint("position >= 0", name="position"), CLUSTERED)

    position: int = Field(primary_key=True)
    letter: str
    content: Any = Field(sa_type=JSON)


class EntryRow(CaseRow, table=True):
    """One planned date of a `cases.agenda.Entry`; done ones stay."""

    __tablename__ = "entry"
    __table_args__ = (
        CheckConstraint("position >= 0", name="position"),
        one_of("kind", "deadline", "follow_up", "appointment"),
        CLUSTERED,
    )

    position: int = Field(primary_key=True)
    entry: str
    kind: str
    day: date
    what: str
    time: str
    place: str
    start_on: date | None
    source: str
    plan: str
    step: str
    note: str
    made_by: str
    made_on: date | None
    done_by: str
    done_on: date | None
    done_how: str
    confirmed_by: str
    confirmed_on: date | None


class RestRow(CaseRow, table=True):
    """That a case needs no next date, until a day (inclusive) or, without one, for good."""

    __tablename__ = "rest"
    __table_args__ = (CLUSTERED,)

    reason: str
    by: str
    on: date
    until: date | None
