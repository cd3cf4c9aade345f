"""Where a new office file will lie."""

from __future__ import annotations

from pathlib import Path

from desktop.errors import CannotOpen
from desktop.texts import mark

SUFFIX = ".akte"
_FORBIDDEN = set('<>:"/\\|?*')


def place_of(folder: Path, name: str) -> Path | None:
    """The office file of this name, as every system takes it; None while there is no name."""
    kept = "".join("-" if each in _FORBIDDEN or not each.isprintable() else each for each in name)
    stem = kept.strip().strip(".")[:80]
    return folder / f"{stem}{SUFFIX}" if stem else None


def make_folder(folder: Path) -> None:
    """Only this user can read it. Raises CannotOpen."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        raise CannotOpen(
            mark("The folder “{folder}” cannot be made here."),
            mark("Choose another folder."),
            folder=folder.name,
        ) from None
