"""A derivation knows by which law and program it was made, so that an update makes it anew."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.drop_table("derivation")  # everybody is derived anew; the dates stay on the lists until then
    op.create_table(
        "derivation",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        *(sa.Column(name, sa.Date(), nullable=False) for name in ("since", "holds_until")),
        sa.Column("method", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("client_id", name="pk_derivation"),
        sa.ForeignKeyConstraint(
            ["client_id"], ["client.id"], name="fk_derivation_client_id_client", ondelete="CASCADE"
        ),
    )
