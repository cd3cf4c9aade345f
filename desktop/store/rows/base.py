"""What all rows share: one metadata with names for every constraint, validation, images."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar, Self, cast
from uuid import UUID

from sqlalchemy import CheckConstraint, MetaData, Table
from sqlmodel import Field, SQLModel

Image = dict[str, Any]
"""A row as JSON values: what the journal keeps and what two rows are compared by."""


class Row(SQLModel):
    """Base of all tables. Make one with `of`: the constructor of a table class validates nothing."""

    # Batch migrations can only drop constraints that have a name.
    metadata: ClassVar[MetaData] = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )

    @classmethod
    def of(cls, **values: Any) -> Self:
        """A validated row. Raises pydantic.ValidationError, which is a bug of the caller."""
        return cls.model_validate(values)

    @classmethod
    def table(cls) -> Table:
        return cast(Table, cls.__table__)  # type: ignore[attr-defined]

    @classmethod
    def table_name(cls) -> str:
        return cls.table().name

    @classmethod
    def key(cls) -> tuple[str, ...]:
        """Names of the primary key's columns."""
        return tuple(column.name for column in cls.table().primary_key.columns)

    @classmethod
    def image_of(cls, stored: Mapping[Any, Any]) -> Image:
        """The image of values as the database gives them."""
        return {name: _plain(value) for name, value in stored.items()}

    def image(self) -> Image:
        return {column.name: _plain(getattr(self, column.name)) for column in self.table().columns}

    def values(self) -> dict[str, Any]:
        """The values as the database takes them."""
        return {column.name: getattr(self, column.name) for column in self.table().columns}


class CaseRow(Row):
    """A part of one client's case."""

    client_id: UUID = Field(foreign_key="client.id", ondelete="CASCADE", primary_key=True)


CLUSTERED = {"sqlite_with_rowid": False}
"""Parts of a case lie by client, so that one case is on few pages."""


def one_of(column: str, *words: str) -> CheckConstraint:
    """That a column holds one of some words."""
    options = ", ".join(f"'{word}'" for word in words)
    return CheckConstraint(f"{column} IN ({options})", name=column)


def _plain(value: Any) -> Any:
    if isinstance(value, UUID | date):
        return str(value)
    return value
