"""Lists are read, and those that a search finds are put into order, without reading rows of clients."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_LISTED = sa.text("deleted_at IS NULL")
_SHOWN = ("name", "file_number", "born_from", "born_to", "language", "changed_at")


def upgrade() -> None:
    op.drop_index("ix_client_list", "client")
    _index("ix_client_list", "sort_name", "id", *_SHOWN, "deleted_at")
    _index("ix_client_found", "id", "sort_name", "deleted_at")


def _index(name: str, *columns: str) -> None:
    op.create_index(name, "client", list(columns), sqlite_where=_LISTED, postgresql_where=_LISTED)
