"""Powers of attorney, releases, consents and sheets handed out have records of their own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.create_table(
        "declaration",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("client_id", "position", name="pk_declaration"),
        sa.ForeignKeyConstraint(
            ["client_id"], ["client.id"], name="fk_declaration_client_id_client", ondelete="CASCADE"
        ),
        sa.CheckConstraint("position >= 0", name="ck_declaration_position"),
        sa.CheckConstraint(
            "kind IN ('power', 'release', 'consent', 'handed_out')", name="ck_declaration_kind"
        ),
        sqlite_with_rowid=False,
    )
