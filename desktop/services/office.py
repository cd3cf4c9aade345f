"""Create and open an office file; the session that everything else works with."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, Self

from desktop.errors import Problem
from desktop.store import backup, bundle, restore
from desktop.store.credentials import Passphrase
from desktop.store.kdf import OFFICE_KDF, KdfPolicy
from desktop.store.office_file import OFFICE_NAME, OfficeFile
from desktop.store.problems import AlreadyThere, BackupDamaged, NotThere
from desktop.texts import mark

from .reference import Reference

_SYLLABLES = tuple(consonant + vowel for consonant in "bdfghklmnprstw" for vowel in "aeiou")

RECOVERY = "recovery"
"""The user of a session that was opened with the recovery sheet: nobody is known by name then."""


@dataclass(frozen=True, slots=True)
class Session:
    """One open office file, the law it is read with, and who works with it. One thread uses it at a time."""

    office: OfficeFile
    reference: Reference
    user: str
    office_name: str

    @property
    def path(self) -> Path:
        return self.office.path

    def close(self) -> None:
        """Let go of the file. The key stays in the memory of the process until that ends."""
        self.office.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Created(NamedTuple):
    """A new office, open, and the code for its recovery sheet (shown once, stored nowhere)."""

    session: Session
    recovery_code: str


class BackupFound(NamedTuple):
    """A finished backup on the disk: what the office file was called, and when it was made (local time)."""

    path: Path
    name: str
    made: datetime


def create_office(
    path: Path,
    *,
    name: str,
    login: str,
    passphrase: str,
    reference: Reference,
    now: datetime,
    kdf: KdfPolicy = OFFICE_KDF,
) -> Created:
    """Make a new office file. Raises Problem or CannotOpen; nothing half-made stays behind."""
    office, code = OfficeFile.create(
        path, office_name=name, login=login, passphrase=passphrase, now=now, kdf=kdf
    )
    return Created(Session(office, reference, login, name), code)


def open_office(
    path: Path,
    *,
    login: str,
    passphrase: str,
    reference: Reference,
    now: datetime,
    kdf: KdfPolicy = OFFICE_KDF,
) -> Session:
    """Open with a user's passphrase. Raises CannotOpen, or Problem for a wrong passphrase."""
    return _session(
        lambda: OfficeFile.open(path, login=login, passphrase=passphrase, now=now, kdf=kdf), login, reference
    )


def open_with_recovery(
    path: Path, code: str, *, reference: Reference, now: datetime, kdf: KdfPolicy = OFFICE_KDF
) -> Session:
    """Open with the code of the recovery sheet; what is done then is logged under its name."""
    return _session(lambda: OfficeFile.open_with_recovery(path, code, now, kdf), RECOVERY, reference)


def restore_office(
    source: Path,
    path: Path,
    *,
    login: str,
    passphrase: str,
    reference: Reference,
    now: datetime,
    kdf: KdfPolicy = OFFICE_KDF,
) -> Session:
    """Make a new office file from a backup, with the passphrase of the day it was made.

    Raises CannotOpen, or Problem for a wrong passphrase; the backup stays as it is.
    """
    return _session(
        lambda: restore.restore(
            source, path, login=login, passphrase=passphrase, who=login, now=now, kdf=kdf
        ),
        login,
        reference,
    )


def restore_with_recovery(
    source: Path,
    path: Path,
    code: str,
    *,
    reference: Reference,
    now: datetime,
    kdf: KdfPolicy = OFFICE_KDF,
) -> Session:
    """The same with the recovery sheet of the day the backup was made."""
    return _session(
        lambda: restore.restore_with_recovery(source, path, code=code, who=RECOVERY, now=now, kdf=kdf),
        RECOVERY,
        reference,
    )


def backups_at(path: Path) -> list[BackupFound]:
    """The backups in a folder, or those that lie beside a backup and itself; newest first.

    Raises CannotOpen where there is none, or the one chosen is none.
    """
    beside = path.suffix == backup.SUFFIX
    found = backup.found_in(path.parent if beside else path)
    if not found or (beside and path not in {each.path for each in found}):
        raise BackupDamaged
    return [BackupFound(each.path, backup.name_of_office(each.path), each.made) for each in found]


def refuse_changed_backup(path: Path) -> None:
    """Raises CannotOpen for what is no whole backup, before anybody types a passphrase."""
    if not path.exists():
        raise NotThere(path.name)
    backup.refuse_changed(path)


def refuse_foreign(path: Path) -> None:
    """Raises CannotOpen for what cannot be an office file, before anybody types a passphrase."""
    bundle.refuse_incomplete(path)


def refuse_taken(path: Path) -> None:
    """Raises Problem or CannotOpen for a place where no new office file can be."""
    if path.suffix != bundle.SUFFIX:
        raise Problem(
            mark("The name of an office file ends in {suffix}, “{file}” does not."),
            suffix=bundle.SUFFIX,
            file=path.name,
        )
    if path.exists():
        raise AlreadyThere(path.name)
    if not path.parent.is_dir():
        raise NotThere(path.parent.name)


def passphrase_problem(passphrase: str) -> Problem | None:
    """Why a passphrase would not be taken, or None."""
    try:
        Passphrase("", passphrase).refuse_if_weak()
    except Problem as problem:
        return problem
    return None


def suggest_passphrase() -> str:
    """Four invented words that can be said and typed; 12 random syllables of 70 are over 73 bits."""
    words = ("".join(secrets.choice(_SYLLABLES) for _ in range(3)) for _ in range(4))
    return "-".join(words)


def _session(opening: Callable[[], OfficeFile], user: str, reference: Reference) -> Session:
    office = opening()
    ((name,),) = office.read("SELECT value FROM setting WHERE name = ?", OFFICE_NAME)
    return Session(office, reference, user, str(json.loads(name)))
