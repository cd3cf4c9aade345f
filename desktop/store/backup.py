"""Backups: verified copies with a key of their own, and which of them are kept.

A backup is a folder `Name 2026-11-22 14-02-33.aktebak` with the database under a fresh key, the key header
sealed to the same users and recovery code, and a manifest. It gets its name only after it was opened again
and found equal to the source; passphrases are those of the day it was made. Never copy a live database file
instead: such copies were damaged almost always.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
import secrets
import shutil
from contextlib import closing
from datetime import datetime
from functools import partial
from itertools import chain, count
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from sqlcipher3 import dbapi2

from . import audit, durable, engine, keyfile
from .header import Header
from .keys import DataKey, sealed_anew
from .problems import BackupDamaged, BackupFailed, DiskFull, WriteFailed, told

SUFFIX = ".aktebak"
DATABASE = "data.db"
MANIFEST = "manifest.json"
_TIME = "%Y-%m-%d %H-%M-%S"
_WRITTEN = re.compile(r" \d{4}-\d\d-\d\d \d\d-\d\d-\d\d( \(\d+\))?$")
_COMPARED_CASES = 20
_SPARE_BYTES = 16 * 1024 * 1024
_CHUNK_BYTES = 1024 * 1024


class Backup(NamedTuple):
    """A finished backup. `made` is the local time of the computer that made it."""

    path: Path
    file: UUID
    made: datetime


def write(
    database: dbapi2.Connection, header: Header, key: DataKey, folder: Path, name: str, now: datetime
) -> Backup:
    """Make a verified backup of an open office file in `folder`, which is made if missing.

    Raises `BackupFailed` if the copy is not equal to the source, `DiskFull`, `NotWritable`, `WriteFailed`.
    """
    final = _free_name(folder, f"{name} {now:{_TIME}}")
    made = folder / f".{final.name}.{secrets.token_hex(4)}.new"
    with told(folder.name):
        if not folder.exists():
            durable.new_folder(folder)
        if durable.free_space(folder) < _size(database) + _SPARE_BYTES:
            raise DiskFull
        durable.new_folder(made)
        try:
            fresh = DataKey.new(header.file, header.epoch)
            keyfile.create(made, sealed_anew(header, key, fresh))
            with closing(engine.create_database(made / DATABASE, fresh.for_database)) as copy:
                _copy(database, copy)
            _verify(made / DATABASE, fresh, database)
            durable.sync_file(made / DATABASE)
            manifest = {
                "file": str(header.file),
                "made": now.isoformat(),
                "sha256": _digest(made / DATABASE),
            }
            durable.write(made / MANIFEST, json.dumps(manifest).encode())
            durable.publish(made, final)
        finally:
            shutil.rmtree(made, ignore_errors=True)
    return Backup(final, header.file, now)


def found_in(folder: Path) -> list[Backup]:
    """The finished backups in a folder, newest first; what is not one is passed over."""
    backups = []
    for path in folder.glob(f"*{SUFFIX}"):
        manifest = _manifest(path)
        if manifest is not None:
            backups.append(Backup(path, manifest[0], manifest[1]))
    return sorted(backups, key=lambda each: each.made, reverse=True)


def name_of_office(backup: Path) -> str:
    """What the office file was called when the backup was made; of a renamed backup its own name."""
    return _WRITTEN.sub("", backup.stem)


def refuse_changed(path: Path) -> None:
    """Compare a backup with its manifest, without any key. Raises `BackupDamaged`."""
    manifest = _manifest(path)
    with told(path.name):
        if manifest is None or _digest(path / DATABASE) != manifest[2]:
            raise BackupDamaged


def thin(folder: Path, file: UUID) -> list[Path]:
    """Delete the backups of one office file that `kept` does not keep; returns what went."""
    backups = [each for each in found_in(folder) if each.file == file]
    keep = kept([each.made for each in backups])
    gone = [each.path for each in backups if each.made not in keep]
    for path in gone:
        shutil.rmtree(path, ignore_errors=True)
    return gone


def kept(made: list[datetime]) -> set[datetime]:
    """All of the newest two days, then the newest of each of 14 days, 8 weeks and 12 months that have any.

    Counted in days that have backups, not from the clock, so that a clock that jumped deletes nothing.
    """
    newest_first = sorted(made, reverse=True)
    last_days = sorted({each.date() for each in made})[-2:]
    keep = {each for each in made if each.date() in last_days}
    for most, bucket in ((14, "%Y-%m-%d"), (8, "%G-%V"), (12, "%Y-%m")):
        newest_of: dict[str, datetime] = {}
        for each in newest_first:
            newest_of.setdefault(f"{each:{bucket}}", each)
        keep |= set(list(newest_of.values())[:most])
    return keep


def _copy(database: dbapi2.Connection, copy: dbapi2.Connection) -> None:
    """Raises `DiskFull` or `WriteFailed`: errors of this one call come without a code."""
    try:
        database.backup(copy)
    except dbapi2.Error as error:
        raise (DiskFull() if "full" in str(error) else WriteFailed()) from error


def _free_name(folder: Path, stem: str) -> Path:
    """A second backup within one second gets a number."""
    again = chain([""], (f" ({number})" for number in count(2)))
    return next(path for each in again if not (path := folder / f"{stem}{each}{SUFFIX}").exists())


def _verify(path: Path, key: DataKey, source: dbapi2.Connection) -> None:
    """Open the copy as a restore would, and compare it with what it was made from, whatever its schema."""
    with closing(engine.open_database(path, key.for_database)) as copy:
        same = partial(_same, copy, source)
        if engine.damage(copy) or audit.head(copy) != audit.head(source):
            raise BackupFailed
        tables = [row[0] for row in source.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        of_client = (
            "SELECT m.name FROM sqlite_schema AS m, pragma_table_info(m.name) AS c WHERE c.name = 'client_id'"
        )
        parts = [row[0] for row in source.execute(of_client)]
        cases = [row[0] for row in source.execute("SELECT id FROM client")]
        chosen = random.sample(cases, min(len(cases), _COMPARED_CASES))
        if not (
            same("SELECT name, sql FROM sqlite_schema ORDER BY name")
            and all(same(f'SELECT count(*) FROM "{table}"') for table in tables)
            and all(
                same(f'SELECT * FROM "{part}" WHERE client_id = ?', case) for part in parts for case in chosen
            )
            and all(same("SELECT * FROM client WHERE id = ?", case) for case in chosen)
        ):
            raise BackupFailed


def _same(copy: dbapi2.Connection, source: dbapi2.Connection, query: str, *values: str) -> bool:
    found, expected = (sorted(each.execute(query, values), key=repr) for each in (copy, source))
    return found == expected


def _manifest(path: Path) -> tuple[UUID, datetime, str] | None:
    try:
        found = json.loads((path / MANIFEST).read_bytes())
        return UUID(found["file"]), datetime.fromisoformat(found["made"]), str(found["sha256"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _size(database: dbapi2.Connection) -> int:
    (pages,) = database.execute("PRAGMA page_count").fetchone()
    (page_bytes,) = database.execute("PRAGMA page_size").fetchone()
    return int(pages) * int(page_bytes)  # SQLCipher answers with text


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK_BYTES):
            digest.update(chunk)
    return digest.hexdigest()
