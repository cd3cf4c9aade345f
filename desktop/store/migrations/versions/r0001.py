"""The first schema: clients with their cases, what is derived, journal and audit chain, settings."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_CLUSTERED = {"sqlite_with_rowid": False}
_PROOFS = "'out_of_date', 'claimed', 'seen', 'copy', 'original'"


def upgrade() -> None:
    _clients()
    _case_parts()
    _derived()
    _ledger()
    op.create_table(
        "setting",
        _text("name"),
        _json("value"),
        sa.PrimaryKeyConstraint("name", name="pk_setting"),
    )


def _clients() -> None:
    op.create_table(
        "client",
        sa.Column("id", sa.Uuid(), nullable=False),
        *map(_text, ("name", "original_name", "contact")),
        _json("address"),
        *map(_text, ("language", "file_number", "authority_file_number", "notes")),
        *map(_day_or_null, ("born_from", "born_to")),
        *map(_text, ("created_at", "changed_at")),
        _text_or_null("deleted_at"),
        sa.PrimaryKeyConstraint("id", name="pk_client"),
        sa.CheckConstraint(
            "(born_from IS NULL) = (born_to IS NULL) AND born_from <= born_to", name="ck_client_born"
        ),
    )


def _case_parts() -> None:
    _part(
        "status_period",
        "position",
        _text("status_code"),
        *map(_day, ("start_from", "start_to")),
        *map(_day_or_null, ("end_from", "end_to", "issued_from", "issued_to")),
        _text("issued_by"),
        sa.Column("paper", sa.Boolean(), nullable=True),
        *map(_text, ("variant", "printed_label")),
        _json("conditions"),
        _text("number"),
        sa.CheckConstraint("start_from <= start_to", name="ck_status_period_start"),
        sa.CheckConstraint(
            "(end_from IS NULL) = (end_to IS NULL) AND end_from <= end_to", name="ck_status_period_end"
        ),
    )
    _part(
        "answer",
        "fact",
        _text("shape"),
        _json("value"),
        _text("by"),
        _day_or_null("on"),
        _text("proof"),
        _text_or_null("paper"),
        sa.Column("disputed", sa.Boolean(), nullable=False),
        _text("note"),
        sa.CheckConstraint(f"proof IN ({_PROOFS})", name="ck_answer_proof"),
    )
    _part(
        "judgement",
        "name",
        *map(_text, ("value", "by")),
        _day_or_null("on"),
        _text("reason"),
        sa.CheckConstraint("value IN ('yes', 'no', 'unknown')", name="ck_judgement_value"),
    )
    _part("waiver", "leaf", _text("by"), _day("on"), _text("reason"))
    _part(
        "paper",
        "position",
        *map(_text, ("paper", "code", "state")),
        *map(_day_or_null, ("seen_on", "issued_on", "valid_until")),
        _text("note"),
        sa.CheckConstraint(f"state IN ({_PROOFS})", name="ck_paper_state"),
    )
    _part(
        "request",
        "position",
        *map(_text, ("title", "decision_kind")),
        _day_or_null("on"),
        sa.CheckConstraint("decision_kind IN ('grant', 'extension')", name="ck_request_decision_kind"),
    )
    _part("household", "position", *map(_text, ("relation", "other")))


def _derived() -> None:
    op.create_table(
        "derivation",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        _day("holds_until"),
        _json("facts"),
        sa.PrimaryKeyConstraint("client_id", name="pk_derivation"),
        _of_client("derivation"),
    )
    _part(
        "derived_date",
        "position",
        _text("kind"),
        _day("day"),
        *map(_day_or_null, ("safe_day", "start_on")),
        _text("title"),
        _json("payload"),
    )
    op.create_index("ix_derived_date_day", "derived_date", ["day", "client_id"])


def _ledger() -> None:
    op.create_table(
        "journal",
        sa.Column("id", sa.Integer(), nullable=False),
        *map(_text, ("at", "who", "action")),
        sa.Column("client_id", sa.Uuid(), nullable=True),
        sa.Column("reverts", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_journal"),
        sa.ForeignKeyConstraint(["reverts"], ["journal.id"], name="fk_journal_reverts_journal"),
    )
    op.create_index("ix_journal_client_id", "journal", ["client_id", "id"])
    op.create_index("ix_journal_reverts", "journal", ["reverts"])
    op.create_table(
        "journal_image",
        sa.Column("change_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        _text("kind"),
        sa.Column("client_id", sa.Uuid(), nullable=True),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("after", sa.JSON(none_as_null=True), nullable=True),
        sa.PrimaryKeyConstraint("change_id", "position", name="pk_journal_image"),
        sa.ForeignKeyConstraint(["change_id"], ["journal.id"], name="fk_journal_image_change_id_journal"),
        sa.CheckConstraint("before IS NOT NULL OR after IS NOT NULL", name="ck_journal_image_something"),
        **_CLUSTERED,
    )
    op.create_index("ix_journal_image_client_id", "journal_image", ["client_id", "change_id"])
    op.create_table(
        "audit",
        sa.Column("seq", sa.Integer(), nullable=False),
        *map(_text, ("at", "who", "machine", "schema_revision", "action")),
        sa.Column("client_id", sa.Uuid(), nullable=True),
        _json("fields"),
        *map(_text, ("digest", "chain")),
        sa.PrimaryKeyConstraint("seq", name="pk_audit"),
    )
    op.create_table(
        "audit_checkpoint",
        sa.Column("seq", sa.Integer(), nullable=False),
        _text("mac"),
        sa.PrimaryKeyConstraint("seq", name="pk_audit_checkpoint"),
        sa.ForeignKeyConstraint(["seq"], ["audit.seq"], name="fk_audit_checkpoint_seq_audit"),
    )
    op.create_table(
        "audit_seal",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        _text("secret"),
        sa.PrimaryKeyConstraint("client_id", name="pk_audit_seal"),
    )
    for table in ("audit", "audit_checkpoint"):
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is only ever added to'); END"
            )


def _part(table: str, key: str, *rest: sa.schema.SchemaItem) -> None:
    """A table of parts of one client."""
    positions = (
        [sa.CheckConstraint("position >= 0", name=f"ck_{table}_position")] if key == "position" else []
    )
    kind = sa.Integer() if key == "position" else sa.String()
    op.create_table(
        table,
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column(key, kind, nullable=False),
        *rest,
        *positions,
        sa.PrimaryKeyConstraint("client_id", key, name=f"pk_{table}"),
        _of_client(table),
        **_CLUSTERED,
    )


def _of_client(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["client_id"], ["client.id"], name=f"fk_{table}_client_id_client", ondelete="CASCADE"
    )


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False)


def _text_or_null(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=True)


def _json(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.JSON(), nullable=False)


def _day(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Date(), nullable=False)


def _day_or_null(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Date(), nullable=True)
