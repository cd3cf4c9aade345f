"""Settings of the office as a whole (its name, letter head, edited profiles), and what the file remembers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .office_file import OfficeFile, from_json

if TYPE_CHECKING:
    from .journal import Change


def read(office: OfficeFile) -> dict[str, Any]:
    """All settings by name, as JSON data."""
    return {name: from_json(value) for name, value in office.read("SELECT name, value FROM setting")}


def remembered(office: OfficeFile, name: str) -> Any:
    """What the file remembers by itself (`Noting.remember`); None if there is nothing of that name."""
    found = office.read("SELECT value FROM remembered WHERE name = ?", name)
    return from_json(found[0][0]) if found else None


def write(change: Change, name: str, value: Any) -> None:
    """Set one setting; undone and logged like everything else."""
    from .rows import SettingRow

    change.put(SettingRow.of(name=name, value=value))
