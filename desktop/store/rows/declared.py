"""What a client has declared and was handed."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, CheckConstraint
from sqlmodel import Field

from .base import CLUSTERED, CaseRow, one_of


class DeclarationRow(CaseRow, table=True):
    """One power, release, consent or sheet handed out; `content` is its plain data (`cases.declarations`)."""

    __tablename__ = "declaration"
    __table_args__ = (
        CheckConstraint("position >= 0", name="position"),
        one_of("kind", "power", "release", "consent", "handed_out"),
        CLUSTERED,
    )

    position: int = Field(primary_key=True)
    kind: str
    content: Any = Field(sa_type=JSON)
