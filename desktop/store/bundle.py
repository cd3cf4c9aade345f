"""The folder `Name.akte/` as such: what belongs in it, and how a new one comes into being."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from . import durable, keyfile
from .problems import AlreadyThere, DiskFull, NotAnOfficeFile, PartMissing, told

SUFFIX = ".akte"
DATABASE = "data.db"
_SPARE_BYTES = 32 * 1024 * 1024


def refuse_incomplete(path: Path) -> None:
    """Raises `NotAnOfficeFile` or `PartMissing`."""
    if path.suffix != SUFFIX or not path.is_dir():
        raise NotAnOfficeFile(path.name)
    has_keys = any((path / name).exists() for name in (keyfile.CURRENT, keyfile.PREVIOUS))
    has_data = (path / DATABASE).exists()
    if not has_keys and not has_data:
        raise NotAnOfficeFile(path.name)
    if not has_keys:
        raise PartMissing(path.name, keyfile.CURRENT)
    if not has_data:
        raise PartMissing(path.name, DATABASE)


@contextmanager
def built(path: Path, needed_bytes: int = 0) -> Iterator[Path]:
    """A folder to fill, which becomes the office file `path` when the block ends well and is gone otherwise.

    It lies beside its place, on the same disk. Raises `NotAnOfficeFile` for a wrong ending, `AlreadyThere`,
    `DiskFull`, `NotWritable`, `NotThere`.
    """
    if path.suffix != SUFFIX:
        raise NotAnOfficeFile(path.name)
    with told(path.parent.name):
        if path.exists():
            raise AlreadyThere(path.name)
        if durable.free_space(path.parent) < needed_bytes + _SPARE_BYTES:
            raise DiskFull
        with _beside(path) as made:
            yield made
            try:
                durable.publish(made, path)
            except FileExistsError:
                raise AlreadyThere(path.name) from None


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    for left_over in path.parent.glob(f".{path.name}.*.new"):
        shutil.rmtree(left_over, ignore_errors=True)
    made = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
    durable.new_folder(made)
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)
