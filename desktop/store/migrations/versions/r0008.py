"""What was printed is kept, so that it can be printed again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_table(
        "printed",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        *map(_text, ("at", "who", "way", "recipient")),
        sa.Column("law_day", sa.Date(), nullable=False),
        _text("pack"),
        *(sa.Column(name, sa.JSON(), nullable=False) for name in ("authority", "sheets")),
        _text("file_name"),
        sa.Column("pages", sa.Integer(), nullable=False),
        _text("digest"),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_printed"),
        sa.ForeignKeyConstraint(
            ["client_id"], ["client.id"], name="fk_printed_client_id_client", ondelete="CASCADE"
        ),
        sa.CheckConstraint("pages > 0", name="ck_printed_pages"),
        sa.CheckConstraint("way IN ('printer', 'file')", name="ck_printed_way"),
    )
    op.create_index("ix_printed_client_id", "printed", ["client_id", "at"])


def _text(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.String(), nullable=False)
