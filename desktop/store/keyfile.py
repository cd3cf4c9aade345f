"""`keys.json` and its previous generation `keys.prev.json` inside an office file.

Opening takes the current generation; only where it is missing or damaged the previous one counts, and `mend`
puts that in place. A sound current header always wins, so an old passphrase does not come back to
life through the previous generation.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from . import durable
from .credentials import Credential
from .header import MOST_BYTES, Header
from .kdf import KdfPolicy
from .keys import DataKey, unlock
from .problems import HeaderDamaged, WrongPassphrase, WrongRecoveryCode

CURRENT = "keys.json"
PREVIOUS = "keys.prev.json"


@dataclass(frozen=True, slots=True)
class Unlocked:
    """An authentic header with its data key; `repaired` if it came from the previous generation."""

    header: Header
    key: DataKey
    repaired: bool = False


def create(folder: Path, header: Header) -> None:
    """The first generation. Raises OSError."""
    for name in (PREVIOUS, CURRENT):
        durable.write(folder / name, header.to_bytes())


def replace(folder: Path, old: Header, new: Header) -> None:
    """Write a new generation and keep the old one. Raises OSError; then the old one still counts."""
    durable.write(folder / PREVIOUS, old.to_bytes())
    durable.write(folder / CURRENT, new.to_bytes())


def open_with(folder: Path, credential: Credential, policy: KdfPolicy) -> Unlocked:
    """Unlock the header of an office file.

    Raises `WrongPassphrase` or `WrongRecoveryCode`, `HeaderDamaged`, `NewerFormat`; OSError where the folder
    cannot be read.
    """
    current = _read(folder / CURRENT)
    try:
        if current is None:
            raise HeaderDamaged
        return Unlocked(current, unlock(current, credential, policy))
    except (WrongPassphrase, WrongRecoveryCode, HeaderDamaged) as refused:
        earlier = _unlock_previous(folder, current, credential, policy, refused)
        if earlier is None:
            raise refused from None
    return earlier


def mend(folder: Path, unlocked: Unlocked) -> None:
    """Put the generation that opened in place of the damaged one. Raises OSError."""
    durable.write(folder / CURRENT, unlocked.header.to_bytes())


def _unlock_previous(
    folder: Path, current: Header | None, credential: Credential, policy: KdfPolicy, refused: Exception
) -> Unlocked | None:
    """The previous generation, if it opens and the current one is not sound."""
    previous = _read(folder / PREVIOUS)
    if previous is None or previous == current:
        return None
    tag = credential.tag(previous.file)
    if (
        current is not None
        and not isinstance(refused, HeaderDamaged)
        and current.slot(tag) == previous.slot(tag)
    ):
        return None  # the same slot would refuse in the same way, at the same cost
    try:
        key = unlock(previous, credential, policy)
    except (WrongPassphrase, WrongRecoveryCode, HeaderDamaged):
        if current is None:
            raise
        return None
    if current is not None and current.authentic(key.for_header):
        return None
    return Unlocked(previous, key, repaired=True)


def _read(path: Path) -> Header | None:
    """None where it is missing or damaged. Raises `NewerFormat`, which no older generation may hide."""
    try:
        with path.open("rb") as file:
            return Header.parse(file.read(MOST_BYTES + 1))
    except (FileNotFoundError, HeaderDamaged):
        return None
