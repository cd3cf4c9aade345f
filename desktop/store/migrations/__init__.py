"""Schemas of earlier versions become the present one.

The present schema is recognised by one query; Alembic is imported only where a step is due (`run`). A new
file gets the present schema at once, so the steps must lead to the same: a test compares both. Before the
steps the file is backed up into its own folder `backups`.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from sqlcipher3 import dbapi2

from desktop.store import audit, backup
from desktop.store.keyfile import Unlocked
from desktop.store.lock import machine
from desktop.store.problems import Damaged, NewerFormat

if TYPE_CHECKING:
    from sqlalchemy import Connection

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010")
"""In order; the modules in `versions` are named after them."""

HEAD = REVISIONS[-1]
BACKUPS = "backups"
_VERSION_TABLE = (
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
    "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
)


def revision(database: dbapi2.Connection) -> str:
    """The schema's revision. Raises `Damaged` for a database that has none."""
    if not database.execute("SELECT 1 FROM sqlite_schema WHERE name = 'alembic_version'").fetchone():
        raise Damaged
    found = database.execute("SELECT version_num FROM alembic_version").fetchone()
    if found is None:
        raise Damaged
    return str(found[0])


def stamp_as_current(link: Connection) -> None:
    """Note in a new file that its schema is the present one."""
    link.exec_driver_sql(_VERSION_TABLE)
    link.exec_driver_sql("INSERT INTO alembic_version (version_num) VALUES (?)", (HEAD,))


def bring_up_to_date(database: dbapi2.Connection, bundle: Path, unlocked: Unlocked, now: datetime) -> None:
    """Run the steps that are missing, all or none. Raises `NewerFormat`, `Damaged`, `DiskFull`."""
    found = revision(database)
    if found == HEAD:
        return
    if found not in REVISIONS:
        raise NewerFormat
    backup.write(database, unlocked.header, unlocked.key, bundle / BACKUPS, bundle.stem, now)
    from . import run  # Alembic takes more than a second to import

    def log_every_case() -> None:
        """Cases have another state now; the audit chain says why."""
        cases = [UUID(row[0]) for row in database.execute("SELECT id FROM client").fetchall()]
        entries = (audit.Entry(now, "", machine(), HEAD, "migrate", case) for case in [None, *cases])
        audit.append(database, entries)

    run.upgrade(database, REVISIONS[REVISIONS.index(found) + 1 :], log_every_case)
