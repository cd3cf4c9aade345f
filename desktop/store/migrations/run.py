"""Run migration steps in one transaction, with foreign keys off while tables are recreated."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlcipher3 import dbapi2

from desktop.store.links import links_on
from desktop.store.problems import Damaged


def upgrade(
    database: dbapi2.Connection, revisions: Iterable[str], afterwards: Callable[[], None] = lambda: None
) -> None:
    """Apply the named steps, and `afterwards` in the same transaction.

    Raises `Damaged` if references do not hold then; nothing has changed in that case.

    The switch of foreign keys has no effect inside a transaction, so it stands around it.
    """
    database.execute("PRAGMA foreign_keys = OFF")
    try:
        with links_on(database).begin() as link:
            for revision in revisions:
                step = import_module(f".versions.r{revision}", __package__)
                with Operations.context(MigrationContext.configure(link)):
                    step.upgrade()
                link.exec_driver_sql("DELETE FROM alembic_version")
                link.exec_driver_sql("INSERT INTO alembic_version (version_num) VALUES (?)", (revision,))
            afterwards()
            if database.execute("PRAGMA foreign_key_check").fetchone():
                raise Damaged
    finally:
        database.execute("PRAGMA foreign_keys = ON")
