"""What can go wrong with an office file, each with one sentence and a next step, none with client data."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlcipher3 import dbapi2

from desktop.errors import CannotOpen, Problem
from desktop.texts import mark


class WrongPassphrase(Problem):
    def __init__(self) -> None:
        super().__init__(
            mark("The login name or the passphrase is not right."),
            mark("Check the keyboard layout and capital letters, then try again."),
        )


class WrongRecoveryCode(Problem):
    def __init__(self) -> None:
        super().__init__(
            mark("This recovery code does not belong to this office file."),
            mark("Compare the name and the date on the recovery sheet."),
        )


class MistypedRecoveryCode(Problem):
    def __init__(self) -> None:
        super().__init__(
            mark("The recovery code has a typing error."),
            mark("It has seven groups of four letters and digits; compare each group with the sheet."),
        )


class ShortPassphrase(Problem):
    def __init__(self, least: int) -> None:
        super().__init__(
            mark("The passphrase is too short; it needs at least {least} characters."),
            mark("Several unrelated words make a good passphrase."),
            least=least,
        )


class HeaderDamaged(CannotOpen):
    def __init__(self) -> None:
        super().__init__(
            mark("The key file of this office file is damaged."),
            mark("Restore the newest backup; do not delete anything."),
        )


class NewerFormat(CannotOpen):
    def __init__(self) -> None:
        super().__init__(
            mark("This office file was written by a newer version of the program."),
            mark("Update the program, then open it again."),
        )


class InUse(CannotOpen):
    """Someone else has the file open; nothing is known about them where no time is given."""

    def __init__(self, person: str = "", computer: str = "", since: datetime | None = None) -> None:
        next_step = mark("Close it there first.")
        if since is None:
            super().__init__(mark("This office file is already open in another program."), next_step)
        else:
            super().__init__(
                mark(
                    "This office file is already open: {person} on computer {computer}, since {day}, {time}."
                ),
                next_step,
                person=person,
                computer=computer,
                day=since.date(),
                time=f"{since:%H:%M}",
            )


class NotEnoughMemory(CannotOpen):
    def __init__(self) -> None:
        super().__init__(
            mark("This computer has not enough free memory to open the office file."),
            mark("Close other programs, then try again."),
        )


class NotAnOfficeFile(CannotOpen):
    def __init__(self, file: str) -> None:
        super().__init__(
            mark("“{file}” is not an office file."),
            mark("Choose a folder whose name ends in .akte and that this program made."),
            file=file,
        )


class PartMissing(CannotOpen):
    def __init__(self, file: str, part: str) -> None:
        super().__init__(
            mark("The office file “{file}” is incomplete: “{part}” is missing."),
            mark("Copy the whole folder again, or restore a backup."),
            file=file,
            part=part,
        )


class NotThere(CannotOpen):
    def __init__(self, file: str) -> None:
        super().__init__(
            mark("“{file}” is not there, or its name is too long for this medium."),
            mark("Choose another folder, and check that the medium is connected."),
            file=file,
        )


class AlreadyThere(Problem):
    def __init__(self, file: str) -> None:
        super().__init__(
            mark("There is already something named “{file}” here; nothing was overwritten."),
            mark("Choose another name."),
            file=file,
        )


class NotWritable(CannotOpen):
    def __init__(self, file: str) -> None:
        super().__init__(
            mark("“{file}” cannot be written to."),
            mark("Check the permissions, or whether the medium is write-protected."),
            file=file,
        )


class DiskFull(CannotOpen):
    def __init__(self) -> None:
        super().__init__(
            mark("The disk is full. Nothing was saved; everything saved before is still there."),
            mark("Free some space, then try again."),
        )


class WriteFailed(CannotOpen):
    def __init__(self) -> None:
        super().__init__(
            mark("The disk reported an error. This change was not saved; earlier ones are safe."),
            mark("Close the office file, check the medium and the cable, then open it again."),
        )


class Damaged(CannotOpen):
    def __init__(self) -> None:
        super().__init__(
            mark("The office file is damaged."),
            mark("Do not work on with it: restore the newest backup and keep the damaged folder."),
        )


class BackupDamaged(CannotOpen):
    def __init__(self) -> None:
        super().__init__(
            mark("This is no backup of an office file, or it is damaged."),
            mark("Take the next older one; a backup is a folder ending in .aktebak."),
        )


class BackupFailed(CannotOpen):
    def __init__(self) -> None:
        super().__init__(
            mark("The backup could not be verified and was not kept."),
            mark("Try again in another folder or on another medium."),
        )


class NotEncrypted(CannotOpen):
    def __init__(self) -> None:
        super().__init__(
            mark("Encryption is not working on this computer, so no office file is opened or created."),
            mark("Install the program again from its original source."),
        )


class NotPossibleNow(Problem):
    """A write that the rows themselves refuse (a client that is gone, a value outside its range)."""

    def __init__(self) -> None:
        super().__init__(
            mark("This change does not fit what is stored; it was not saved."),
            mark("Open the case again and repeat the change."),
        )


class NothingToUndo(Problem):
    def __init__(self) -> None:
        super().__init__(mark("There is nothing to undo."))


class NothingToRedo(Problem):
    def __init__(self) -> None:
        super().__init__(mark("There is nothing to redo."))


class ChangedSince(Problem):
    def __init__(self) -> None:
        super().__init__(
            mark("This step cannot be undone, because the same entries were changed later."),
            mark("Undo the later changes first."),
        )


class ClientGone(Problem):
    def __init__(self) -> None:
        super().__init__(
            mark("This client is not in the office file."),
            mark("Load the list again; the client may have been deleted."),
        )


class UnreadableAnswer(CannotOpen):
    def __init__(self, fact: str) -> None:
        super().__init__(
            mark("The answer to “{fact}” was stored by another version of the program and cannot be read."),
            mark("Update the program, then open the case again."),
            fact=fact,
        )


_FULL = {errno.ENOSPC, errno.EDQUOT}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_ELSEWHERE = {errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG}


def from_os(error: OSError, file: str) -> Problem:
    """The problem behind a failed file operation; `file` is the name shown."""
    if error.errno in _FULL:
        return DiskFull()
    if error.errno in _FORBIDDEN:
        return NotWritable(file)
    if error.errno in _ELSEWHERE:
        return NotThere(file)
    return WriteFailed()


def from_database(error: dbapi2.Error, file: str) -> Problem | None:
    """The problem behind a database error, by its SQLite code; None for a fault of our own SQL."""
    match getattr(error, "sqlite_errorname", "").removeprefix("SQLITE_").partition("_")[0]:
        case "FULL":
            return DiskFull()
        case "IOERR":
            return WriteFailed()
        case "READONLY" | "CANTOPEN" | "PERM":
            return NotWritable(file)
        case "NOTADB" | "CORRUPT":
            return Damaged()
        case "BUSY" | "LOCKED":
            return InUse()
        case "CONSTRAINT":
            return NotPossibleNow()
    return None


@contextmanager
def database_told(file: str) -> Iterator[None]:
    """Turn failures of the database inside the block into problems that name `file`."""
    try:
        yield
    except Exception as error:
        cause = getattr(error, "orig", error)  # SQLAlchemy wraps the driver's error
        problem = from_database(cause, file) if isinstance(cause, dbapi2.Error) else None
        if problem is None:
            raise
        raise problem from error


@contextmanager
def told(file: str) -> Iterator[None]:
    """The same for failures of disk and database, where the block works on files itself."""
    try:
        with database_told(file):
            yield
    except OSError as error:
        raise from_os(error, file) from error
