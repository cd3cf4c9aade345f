"""Files and folders that are on the disk when the function returns, for this account only.

A file is replaced as temp file, fsync, rename, fsync of the folder: after a power cut there is the old or the
new content, never a mixture. Rights are 0700 and 0600 whatever the umask says (on Windows the folder's own
rights hold).
"""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import sys
from pathlib import Path

_NOT_SUPPORTED = {errno.EINVAL, errno.ENOTSUP, errno.EBADF}


def write(path: Path, content: bytes) -> None:
    """Replace the whole content of a file. Raises OSError; then the old content is still there."""
    new = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            _own(new, 0o600)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_file(path: Path) -> None:
    handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where the file system knows such a thing."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NOT_SUPPORTED:
            raise
    finally:
        os.close(handle)


def new_folder(path: Path) -> None:
    """A folder that only this account can list, and whose name is on the disk."""
    path.mkdir(mode=0o700)
    try:
        _own(path, 0o700)
        sync_folder(path.parent)
    except BaseException:
        path.rmdir()
        raise


def new_file(path: Path) -> None:
    """An empty file that only this account can read."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    _own(path, 0o600)


def owner_only(folder: Path) -> None:
    """Take group and others away from a folder and every file in it."""
    _own(folder, 0o700)
    for path in folder.iterdir():
        if path.is_file():
            _own(path, 0o600)


def publish(made: Path, final: Path) -> None:
    """Give a finished folder its final name; raises FileExistsError if that is taken."""
    if os.path.lexists(final):
        raise FileExistsError(errno.EEXIST, "taken")
    sync_folder(made)
    made.rename(final)
    sync_folder(final.parent)


def free_space(folder: Path) -> int:
    """Free bytes for this account."""
    return shutil.disk_usage(folder).free


def _own(path: Path, mode: int) -> None:
    """Set the rights; some removable media have none, which the caller cannot help."""
    if sys.platform == "win32":
        return
    try:
        path.chmod(mode)
    except OSError as error:
        if error.errno not in _NOT_SUPPORTED | {errno.EPERM}:
            raise
