"""The office file: the bundle `Name.akte/` with data.db, keys.json, keys.prev.json and lock.

The only way to the rows. One process has it open at a time, one thread uses it at a time. Reading returns
plain tuples; writing goes through `change`, which is one transaction with its journal and its audit entry:

    with OfficeFile.open(path, login=..., passphrase=..., now=now) as office:
        with office.change("case", who, now, client) as change:
            change.put(row)

A change that fails in any way is not stored at all. Whatever the disk or the database refuses becomes a
`Problem`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Self
from uuid import UUID

from sqlcipher3 import dbapi2

from . import audit, backup, bundle, durable, engine, keyfile, migrations
from .backup import Backup
from .credentials import Credential, Passphrase, RecoveryCode
from .header import Header
from .kdf import OFFICE_KDF, KdfPolicy
from .keyfile import Unlocked
from .keys import DataKey, new_header, unlock, with_recovery, with_user
from .lock import Lock, machine
from .problems import WriteFailed, database_told, told

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from .journal import Change
    from .noting import Noting

OFFICE_NAME = "office_name"


class Created(NamedTuple):
    """A new office file, open, and the code to print on its recovery sheet (shown once, stored nowhere)."""

    office: OfficeFile
    recovery_code: str


class CheckReport(NamedTuple):
    """What a full check found. Everything empty: the file is sound and as the audit chain says."""

    damage: tuple[str, ...]
    broken_links: tuple[int, ...]
    strayed_cases: tuple[UUID, ...]

    @property
    def sound(self) -> bool:
        return not (self.damage or self.broken_links or self.strayed_cases)


class OfficeFile:
    """An open office file; see `create` and `open`. Closing it is the last thing done with it."""

    def __init__(
        self, path: Path, unlocked: Unlocked, database: dbapi2.Connection, lock: Lock, kdf: KdfPolicy
    ):
        self.path = path
        self.keys_repaired = unlocked.repaired
        """Whether the key file was damaged and its previous generation was taken."""
        self._header = unlocked.header
        self._key = unlocked.key
        self._database = database
        self._links: Engine | None = None
        self._lock = lock
        self._kdf = kdf
        self._machine = machine()
        self._usable = True
        self._closed = False

    # Opening and closing

    @classmethod
    def create(
        cls,
        path: Path,
        *,
        office_name: str,
        login: str,
        passphrase: str,
        now: datetime,
        kdf: KdfPolicy = OFFICE_KDF,
    ) -> Created:
        """Make a new office file with one user.

        It is built beside its place and gets its name when it is complete. Raises `ShortPassphrase`,
        `AlreadyThere`, `NotAnOfficeFile` (wrong ending), `NotWritable`, `DiskFull`.
        """
        code = RecoveryCode.new()
        with bundle.built(path) as made:
            header, key = new_header(Passphrase(login, passphrase), code, kdf)
            _fill(made, header, key, office_name, login, now)
        return Created(cls._open(path, lambda _: Unlocked(header, key), now, kdf), code.printed)

    @classmethod
    def open(
        cls, path: Path, *, login: str, passphrase: str, now: datetime, kdf: KdfPolicy = OFFICE_KDF
    ) -> OfficeFile:
        """Open with a user's passphrase.

        Raises `WrongPassphrase`, `HeaderDamaged`, `NewerFormat`, `InUse`, `NotAnOfficeFile`, `PartMissing`,
        `NotWritable`, `Damaged`, `NotEncrypted`, `DiskFull`.
        """
        return cls.open_credential(path, Passphrase(login, passphrase), now, kdf)

    @classmethod
    def open_with_recovery(
        cls, path: Path, code: str, now: datetime, kdf: KdfPolicy = OFFICE_KDF
    ) -> OfficeFile:
        """Open with the recovery code. Raises `MistypedRecoveryCode`, `WrongRecoveryCode`, or as `open`."""
        return cls.open_credential(path, RecoveryCode.parse(code), now, kdf)

    @classmethod
    def open_credential(cls, path: Path, credential: Credential, now: datetime, kdf: KdfPolicy) -> OfficeFile:
        """Open with whatever a person brings; what `open` and `open_with_recovery` come down to."""
        return cls._open(path, lambda folder: keyfile.open_with(folder, credential, kdf), now, kdf)

    @classmethod
    def _open(
        cls, path: Path, unlocking: Callable[[Path], Unlocked], now: datetime, kdf: KdfPolicy
    ) -> OfficeFile:
        with told(path.name), ExitStack() as undone:
            bundle.refuse_incomplete(path)
            lock = Lock.take(path, now)
            undone.callback(lock.release)
            unlocked = unlocking(path)
            if unlocked.repaired:
                keyfile.mend(path, unlocked)
            durable.owner_only(path)
            database = engine.open_database(path / bundle.DATABASE, unlocked.key.for_database)
            undone.callback(database.close)
            migrations.bring_up_to_date(database, path, unlocked, now)
            office = cls(path, unlocked, database, lock, kdf)
            undone.pop_all()
        return office

    def close(self) -> None:
        """Seal the audit chain and let go of the file. A failure to seal is no reason to stay open."""
        if self._closed:
            return
        self._closed = True
        with suppress(dbapi2.Error):
            audit.close(self._database)
        if self._links is not None:
            self._links.dispose()
        self._database.close()
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Reading and changing

    def read(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Plain tuples of one query, as a running change left them. Raises `WriteFailed`, `Damaged`."""
        self._refuse_unusable()
        with database_told(self.path.name):
            return self._database.execute(sql, values).fetchall()  # type: ignore[no-any-return]

    @contextmanager
    def change(
        self,
        action: str,
        who: str,
        at: datetime,
        client: UUID | None = None,
        reverts: int | None = None,
        *,
        looks_logged: bool = True,
    ) -> Iterator[Change]:
        """One step of a person: everything in the block is stored together, or nothing is. Steps do not nest.

        `action` is a word for the history, `who` a login name. A block that writes nothing leaves an audit
        entry only: `record`. Not even that without `looks_logged`, for what follows from cases and is written
        anew. Raises `DiskFull`, `WriteFailed`, `NotPossibleNow`, `Damaged`.
        """
        self._refuse_unusable()
        from .journal import Change

        entry = audit.Entry(at, who, self._machine, migrations.HEAD, action, client)
        with database_told(self.path.name):
            try:
                with self._engine().begin() as link:
                    change = Change(link, self._database, entry, reverts, looks_logged=looks_logged)
                    yield change
                    change.finish()
            except BaseException:
                self._roll_back()
                raise

    @contextmanager
    def note(self, action: str, who: str, at: datetime, client: UUID | None = None) -> Iterator[Noting]:
        """As `change`, for what is noted beside the cases: logged as one entry, and no step to be undone."""
        with self.note_each(action, who, at, (client,)) as notes:
            yield notes

    @contextmanager
    def note_each(
        self, action: str, who: str, at: datetime, clients: Sequence[UUID | None]
    ) -> Iterator[Noting]:
        """As `note`, for several clients at once: all is stored or nothing, with one entry for each."""
        with self._noted() as notes:
            yield notes
            entries = (audit.Entry(at, who, self._machine, migrations.HEAD, action, each) for each in clients)
            audit.append(self._database, entries)

    @contextmanager
    def follow(self) -> Iterator[Noting]:
        """As `note`, for what follows from the cases: nobody did it, so it is not logged."""
        with self._noted() as notes:
            yield notes

    @contextmanager
    def _noted(self) -> Iterator[Noting]:
        self._refuse_unusable()
        from .noting import Noting

        with database_told(self.path.name):
            try:
                self._database.execute("BEGIN IMMEDIATE")
                yield Noting(self._database)
                self._database.execute("COMMIT")
            except BaseException:
                self._roll_back()
                raise

    def record(self, action: str, who: str, at: datetime) -> None:
        """An audit entry for what happened outside the tables. Raises as `change`."""
        with self.change(action, who, at):
            pass

    def check(self) -> CheckReport:
        """Read every page: MACs, structure, references, audit chain, every case's state."""
        self._refuse_unusable()
        with database_told(self.path.name):
            return CheckReport(
                engine.damage(self._database),
                audit.broken_links(self._database),
                audit.strayed_cases(self._database),
            )

    @property
    def audit_head(self) -> audit.Head:
        return audit.head(self._database)

    def _engine(self) -> Engine:
        """Made when the first row is written, for its import is large."""
        if self._links is None:
            from .links import links_on

            self._links = links_on(self._database)
        return self._links

    def _roll_back(self) -> None:
        """What SQLAlchemy has not rolled back; if the disk does not allow it, this connection is finished."""
        if self._database.in_transaction:
            try:
                self._database.execute("ROLLBACK")
            except dbapi2.Error:
                self._usable = False

    def _refuse_unusable(self) -> None:
        if not self._usable:
            raise WriteFailed

    def back_up(self, folder: Path, who: str, at: datetime) -> Backup:
        """Make a verified backup in a folder and thin the older ones there. Raises as `backup.write`."""
        self._refuse_unusable()
        made = backup.write(self._database, self._header, self._key, folder, self.path.stem, at)
        backup.thin(folder, self._header.file)
        self.record("backup", who, at)
        return made

    # Users

    def has_login(self, login: str) -> bool:
        """Whether somebody can open the file under this name, however it is capitalised."""
        tag = Passphrase(login, "").tag(self._header.file)
        return any(slot.kind == "user" and slot.login_tag == tag for slot in self._header.slots)

    def add_user(self, login: str, passphrase: str, who: str, at: datetime) -> None:
        """Let someone open the file; a login that has a slot gets the new passphrase.

        Raises `ShortPassphrase`.
        """
        self._write_header(with_user(self._header, self._key, Passphrase(login, passphrase), self._kdf))
        self.record("add_user", who, at)

    def change_passphrase(self, login: str, old: str, new: str, at: datetime) -> None:
        """Raises `WrongPassphrase` for the old one, `ShortPassphrase` for the new one."""
        unlock(self._header, Passphrase(login, old), self._kdf)
        self._write_header(with_user(self._header, self._key, Passphrase(login, new), self._kdf))
        self.record("change_passphrase", login, at)

    def new_recovery_code(self, who: str, at: datetime) -> str:
        """A new recovery code; the old sheet no longer opens this file."""
        code = RecoveryCode.new()
        self._write_header(with_recovery(self._header, self._key, code, self._kdf))
        self.record("new_recovery_code", who, at)
        return code.printed

    def _write_header(self, new: Header) -> None:
        with told(self.path.name):
            keyfile.replace(self.path, self._header, new)
        self._header = new


def from_json(stored: Any) -> Any:
    """The value of a JSON column that `read` gave: SQLite turns a bare number into one of its own."""
    return json.loads(stored) if isinstance(stored, str) else stored


def _fill(folder: Path, header: Header, key: DataKey, office_name: str, login: str, now: datetime) -> None:
    from .links import links_on
    from .rows import METADATA, SettingRow

    keyfile.create(folder, header)
    database = engine.create_database(folder / bundle.DATABASE, key.for_database)
    try:
        links = links_on(database)
        with links.begin() as link:
            METADATA.create_all(link)
            migrations.stamp_as_current(link)
            # Not through the journal: nobody undoes the beginning.
            setting = SettingRow.of(name=OFFICE_NAME, value=office_name)
            link.execute(SettingRow.table().insert(), setting.values())
            entry = audit.Entry(now, login, machine(), migrations.HEAD, "create", None)
            audit.append(database, [entry])
        links.dispose()
    finally:
        database.close()
    engine.refuse_plain_text(folder / bundle.DATABASE)
