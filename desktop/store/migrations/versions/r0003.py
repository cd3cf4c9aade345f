"""What is known of every test of the law is kept for each client, so that a caseload is evaluated at once."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "kept_facts",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("slots", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("codes", sa.LargeBinary(), nullable=False),
        sa.Column("lifted", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("client_id", name="pk_kept_facts"),
        sa.ForeignKeyConstraint(
            ["client_id"], ["client.id"], name="fk_kept_facts_client_id_client", ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )
