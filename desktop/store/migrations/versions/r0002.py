"""Clients are found by spelling: a sort name that no client lacks, a list index, and the search words."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop.store.search import folded, words_of

revision = "0002"
down_revision = "0001"

_LISTED = sa.text("deleted_at IS NULL")


def upgrade() -> None:
    op.add_column("client", sa.Column("sort_name", sa.String(), nullable=True))
    link = op.get_bind()
    for client, name in link.exec_driver_sql("SELECT id, name FROM client").fetchall():
        link.exec_driver_sql("UPDATE client SET sort_name = ? WHERE id = ?", (folded(name), client))
    # SQLite cannot add NOT NULL to a column, so the table, which others refer to, is made anew.
    with op.batch_alter_table("client", recreate="always") as table:
        table.alter_column("sort_name", existing_type=sa.String(), nullable=False)
    op.create_index(
        "ix_client_list",
        "client",
        ["sort_name", "id", "name", "file_number", "born_from", "born_to", "language", "changed_at"],
        sqlite_where=_LISTED,
        postgresql_where=_LISTED,
    )
    op.create_table(
        "search_word",
        sa.Column("word", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("word", "kind", "client_id", name="pk_search_word"),
        sa.ForeignKeyConstraint(
            ["client_id"], ["client.id"], name="fk_search_word_client_id_client", ondelete="CASCADE"
        ),
        sa.CheckConstraint("kind IN ('n', 's', 'd', 'f')", name="ck_search_word_kind"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_search_word_client_id", "search_word", ["client_id"])
    _fill_search_words(link)


def _fill_search_words(link: sa.Connection) -> None:
    columns = (
        "name",
        "original_name",
        "contact",
        "file_number",
        "authority_file_number",
        "born_from",
        "born_to",
    )
    for client, *values in link.exec_driver_sql(f"SELECT id, {', '.join(columns)} FROM client").fetchall():
        for word, kind in words_of(dict(zip(columns, values, strict=True))):
            link.exec_driver_sql(
                "INSERT INTO search_word (word, kind, client_id) VALUES (?, ?, ?)", (word, kind, client)
            )
