"""The only place that connects to a database: the driver's guards and the connection recipe.

TRUNCATE with FULL is the one pair of settings that lost no acknowledged save in replayed power cuts and also
holds on Windows, where the directory cannot be synced; WAL is never used. The raw key skips the driver's own
derivation, so all resistance against guessing lies in `kdf`.
"""

from __future__ import annotations

import secrets
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from . import durable
from .problems import Damaged, NotEncrypted

LEAST_SQLITE = (3, 53)
_SQLITE_MAGIC = b"SQLite format 3\x00"
_PAGE_BYTES = 4096
_BUSY_SECONDS = 1.0

_RECIPE = (
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("journal_mode", "TRUNCATE", "truncate"),
    ("synchronous", "FULL", None),
    ("foreign_keys", "ON", None),
    ("secure_delete", "ON", 1),
    ("temp_store", "MEMORY", None),
    ("trusted_schema", "OFF", None),
)


def create_database(path: Path, key: bytes) -> dbapi2.Connection:
    """A new empty database file that only this account can read, connected."""
    durable.new_file(path)
    return _connected(path, key)


def open_database(path: Path, key: bytes) -> dbapi2.Connection:
    """Connect to an existing file as its only user.

    Raises `NotEncrypted`, `Damaged`, OSError, or the driver's error. No other connection of this process may
    have the file open: closing the file read here would drop that one's lock.
    """
    refuse_plain_text(path)
    if path.stat().st_size < _PAGE_BYTES:
        raise Damaged
    _refuse_if_any_key_opens(path)
    return _connected(path, key)


def refuse_plain_text(path: Path) -> None:
    """Raises `NotEncrypted` for a file that begins like an ordinary SQLite database.

    Opened for writing, though nothing is written: SQLite takes a file that may only be read without a word.
    """
    with path.open("r+b") as file:
        if file.read(len(_SQLITE_MAGIC)) == _SQLITE_MAGIC:
            raise NotEncrypted


def damage(connection: dbapi2.Connection) -> tuple[str, ...]:
    """What the engine's own checks find, in their words: page MACs, structure, references. Empty if sound."""
    found: list[Any] = [row[0] for row in connection.execute("PRAGMA cipher_integrity_check")]
    found += [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
    # A reference names a table and a row number, never a value.
    found += [f"reference in {row[0]}" for row in connection.execute("PRAGMA foreign_key_check")]
    return tuple(str(each) for each in found)


def _connected(path: Path, key: bytes) -> dbapi2.Connection:
    connection = _raw(path, "mode=rw")
    try:
        _refuse_foreign_driver(connection)
        _use_key(connection, key)
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        for pragma, wanted, answer in _RECIPE:
            found = connection.execute(f"PRAGMA {pragma}={wanted}").fetchone()
            if answer is not None and (found is None or found[0] != answer):
                raise RuntimeError(f"{pragma} stayed {found}")
        # The exclusive lock is taken by the first write, not by the pragma.
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
    except BaseException:
        connection.close()
        raise
    return connection


def _raw(path: Path, mode: str) -> dbapi2.Connection:
    connection = dbapi2.connect(
        f"{path.absolute().as_uri()}?{mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=_BUSY_SECONDS,
    )
    connection.execute("PRAGMA cipher_log_level=NONE")
    return connection


def _use_key(connection: dbapi2.Connection, key: bytes) -> None:
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")


def _refuse_foreign_driver(connection: dbapi2.Connection) -> None:
    """A stock SQLite accepts a key without a word and writes plain text."""
    cipher = connection.execute("PRAGMA cipher_version").fetchone()
    if cipher is None or not cipher[0] or tuple(dbapi2.sqlite_version_info[:2]) < LEAST_SQLITE:
        raise NotEncrypted


def _refuse_if_any_key_opens(path: Path) -> None:
    """A random key must be refused. Read-only and without locks, so that a hot journal is left alone."""
    with closing(_raw(path, "immutable=1")) as connection:
        _use_key(connection, secrets.token_bytes(32))
        try:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except dbapi2.DatabaseError:
            return
    raise NotEncrypted
