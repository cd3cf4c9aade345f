"""Restoring a backup into a new office file. Backups and the old office file are left as they are."""

from __future__ import annotations

import shutil
from contextlib import closing
from datetime import datetime
from pathlib import Path

from . import backup, bundle, durable, engine, keyfile
from .credentials import Credential, Passphrase, RecoveryCode
from .kdf import OFFICE_KDF, KdfPolicy
from .office_file import OfficeFile
from .problems import Damaged, told


def restore(
    source: Path,
    target: Path,
    *,
    login: str,
    passphrase: str,
    who: str,
    now: datetime,
    kdf: KdfPolicy = OFFICE_KDF,
) -> OfficeFile:
    """Make the new office file `target` from a backup and open it.

    The passphrase is the one of the day the backup was made. Raises `BackupDamaged`, `AlreadyThere`,
    `WrongPassphrase`, or as `OfficeFile.open`.
    """
    return _restore(source, target, Passphrase(login, passphrase), who, now, kdf)


def restore_with_recovery(
    source: Path, target: Path, *, code: str, who: str, now: datetime, kdf: KdfPolicy = OFFICE_KDF
) -> OfficeFile:
    """The same with the recovery code; raises `MistypedRecoveryCode`, `WrongRecoveryCode` or as `restore`."""
    return _restore(source, target, RecoveryCode.parse(code), who, now, kdf)


def _restore(
    source: Path, target: Path, credential: Credential, who: str, now: datetime, kdf: KdfPolicy
) -> OfficeFile:
    backup.refuse_changed(source)
    with told(source.name):
        unlocked = keyfile.open_with(source, credential, kdf)  # before anything is copied
        needed = (source / backup.DATABASE).stat().st_size
    with bundle.built(target, needed) as made:
        shutil.copyfile(source / backup.DATABASE, made / bundle.DATABASE)
        durable.sync_file(made / bundle.DATABASE)
        keyfile.create(made, unlocked.header)
        durable.owner_only(made)
        with closing(engine.open_database(made / bundle.DATABASE, unlocked.key.for_database)) as copy:
            if engine.damage(copy):
                raise Damaged
    office = OfficeFile.open_credential(target, credential, now, kdf)
    try:
        office.record("restore", who, now)
    except BaseException:
        office.close()
        raise
    return office
