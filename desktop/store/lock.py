"""One writer for each office file: a lock of the operating system, and a note of who holds it.

The lock belongs to the open file `lock`, so it goes with the process, even a killed one: there is no stale
lock to clear. The note inside is only for the sentence a second person reads.
"""

from __future__ import annotations

import getpass
import json
import os
import socket
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from . import durable
from .problems import InUse

NAME = "lock"
_FAR = 1 << 30  # Windows locks bytes: one far behind the note, so that others can read it


class Lock:
    """Held from `take` until `release`."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    @classmethod
    def take(cls, folder: Path, now: datetime) -> Lock:
        """Raises `InUse` with whoever holds it, OSError where the folder cannot be written to."""
        path = folder / NAME
        with suppress(FileExistsError):
            durable.new_file(path)
        handle = os.open(path, os.O_RDWR)
        if not _locked(handle):
            os.close(handle)
            raise _holder(path)
        note = {"person": _person(), "computer": machine(), "process": os.getpid(), "since": now.isoformat()}
        os.ftruncate(handle, 0)
        os.write(handle, json.dumps(note).encode())
        return cls(handle)

    def release(self) -> None:
        with suppress(OSError):
            os.ftruncate(self._handle, 0)
        os.close(self._handle)


def machine() -> str:
    """The computer's name as it calls itself."""
    return socket.gethostname()


def _person() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""


def _holder(path: Path) -> InUse:
    try:
        note = json.loads(path.read_bytes())
        return InUse(str(note["person"]), str(note["computer"]), datetime.fromisoformat(note["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return InUse()


if sys.platform == "win32":
    import msvcrt

    def _locked(handle: int) -> bool:
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        os.lseek(handle, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def _locked(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
