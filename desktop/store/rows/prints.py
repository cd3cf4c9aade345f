"""What was printed for a client; only ever added to, and gone with the client."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, Index, LargeBinary
from sqlmodel import Field

from .base import Row, one_of


class PrintedRow(Row, table=True):
    """One print: the bytes that went to paper or into a file, and what they are.

    `content` comes last, so that a list is read without it. `law_day` is the day until which the law was
    checked; `authority` how the directory named it on that day.
    """

    __tablename__ = "printed"
    __table_args__ = (
        CheckConstraint("pages > 0", name="pages"),
        one_of("way", "printer", "file"),
        Index("ix_printed_client_id", "client_id", "at"),
    )

    id: UUID = Field(primary_key=True)
    client_id: UUID = Field(foreign_key="client.id", ondelete="CASCADE")
    at: str
    who: str
    way: str
    recipient: str
    law_day: date
    pack: str
    authority: Any = Field(sa_type=JSON)
    sheets: Any = Field(sa_type=JSON)
    file_name: str
    pages: int
    digest: str
    content: bytes = Field(sa_type=LargeBinary)
