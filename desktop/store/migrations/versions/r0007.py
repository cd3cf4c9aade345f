"""Dates are counted out of an index, without reading what only a list shows of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_DELETED = sa.text("deleted_at IS NOT NULL")


def upgrade() -> None:
    op.drop_index("ix_derived_date_act_by", "derived_date")
    columns = ["act_by", "client_id", "nature", "day", "start_on", "urgent_from", "kind"]
    op.create_index("ix_derived_date_act_by", "derived_date", columns)
    op.create_index(
        "ix_client_deleted",
        "client",
        ["id", "deleted_at"],
        sqlite_where=_DELETED,
        postgresql_where=_DELETED,
    )
