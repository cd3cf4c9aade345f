"""A derivation knows its day, what the forecast finds is kept, the file remembers its last day of use."""

from __future__ import annotations

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.drop_table("derivation")  # everybody is derived anew; the dates stay on the lists until then
    op.create_table(
        "derivation",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        *(sa.Column(name, sa.Date(), nullable=False) for name in ("since", "holds_until")),
        sa.Column("facts", sa.JSON(), nullable=False),
        *_of_client("derivation", "client_id"),
    )
    op.create_table(
        "prospecting",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        _text("method"),
        *(sa.Column(name, sa.Date(), nullable=False) for name in ("since", "until")),
        *_of_client("prospecting", "client_id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "prospect",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        *map(_text, ("title", "decision_kind", "before", "after")),
        sa.Column("better", sa.Boolean(), nullable=False),
        *_of_client("prospect", "client_id", "position"),
        sa.CheckConstraint("position >= 0", name="ck_prospect_position"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_prospect_day", "prospect", ["day"])
    op.create_table(
        "remembered",
        _text("name"),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_remembered"),
    )


def _of_client(table: str, *key: str) -> Iterator[sa.Constraint]:
    yield sa.PrimaryKeyConstraint(*key, name=f"pk_{table}")
    name = f"fk_{table}_client_id_client"
    yield sa.ForeignKeyConstraint(["client_id"], ["client.id"], name=name, ondelete="CASCADE")


def _text(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.String(), nullable=False)
