"""Decision letters, planned dates, resting cases; derived dates carry what lists need and are made anew."""

from __future__ import annotations

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    _case_part("letter", _text("letter"), sa.Column("content", sa.JSON(), nullable=False))
    texts_of_an_entry = ("what", "time", "place")
    _case_part(
        "entry",
        _text("entry"),
        _text("kind"),
        sa.Column("day", sa.Date(), nullable=False),
        *map(_text, texts_of_an_entry),
        sa.Column("start_on", sa.Date(), nullable=True),
        *map(_text, ("source", "plan", "step", "note", "made_by")),
        sa.Column("made_on", sa.Date(), nullable=True),
        _text("done_by"),
        sa.Column("done_on", sa.Date(), nullable=True),
        *map(_text, ("done_how", "confirmed_by")),
        sa.Column("confirmed_on", sa.Date(), nullable=True),
        sa.CheckConstraint("kind IN ('deadline', 'follow_up', 'appointment')", name="ck_entry_kind"),
    )
    op.create_table(
        "rest",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        *map(_text, ("reason", "by")),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        *_of_client("rest", "client_id"),
        sqlite_with_rowid=False,
    )
    _derive_anew()


def _derive_anew() -> None:
    """Derived dates follow from the cases; a client without a derivation is derived again."""
    op.execute("DELETE FROM derivation")
    op.drop_table("derived_date")
    op.create_table(
        "derived_date",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        *map(_text, ("kind", "nature")),
        *(sa.Column(name, sa.Date(), nullable=False) for name in ("act_by", "day")),
        *(sa.Column(name, sa.Date(), nullable=True) for name in ("safe_day", "start_on", "urgent_from")),
        _text("title"),
        sa.Column("payload", sa.JSON(), nullable=False),
        *_of_client("derived_date", "client_id", "position"),
        sa.CheckConstraint("position >= 0", name="ck_derived_date_position"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_derived_date_act_by", "derived_date", ["act_by", "client_id"])


def _case_part(table: str, *columns: sa.Column[object] | sa.CheckConstraint) -> None:
    op.create_table(
        table,
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        *columns,
        *_of_client(table, "client_id", "position"),
        sa.CheckConstraint("position >= 0", name=f"ck_{table}_position"),
        sqlite_with_rowid=False,
    )


def _of_client(table: str, *key: str) -> Iterator[sa.Constraint]:
    yield sa.PrimaryKeyConstraint(*key, name=f"pk_{table}")
    name = f"fk_{table}_client_id_client"
    yield sa.ForeignKeyConstraint(["client_id"], ["client.id"], name=name, ondelete="CASCADE")


def _text(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.String(), nullable=False)
