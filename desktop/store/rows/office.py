"""What belongs to the office as a whole."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field

from .base import Row


class SettingRow(Row, table=True):
    """One setting of the office: its name, its letter head, the authorities' profiles it edited."""

    __tablename__ = "setting"

    name: str = Field(primary_key=True)
    value: Any = Field(sa_type=JSON)


class RememberedRow(Row, table=True):
    """What the file remembers by itself (the last day of use); nobody set it, so nobody takes it back."""

    __tablename__ = "remembered"

    name: str = Field(primary_key=True)
    value: Any = Field(sa_type=JSON)
