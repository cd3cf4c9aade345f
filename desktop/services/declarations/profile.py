"""What the office says of itself on declarations and information sheets; kept in the office file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any, Literal

from desktop.errors import Problem
from desktop.store import office_settings
from desktop.texts import mark

from ..office import Session

Body = Literal["", "private", "public", "school"]
"""Public bodies must report to the foreigners office; schools and private ones need not (§ 87 AufenthG)."""
DataLaw = Literal["", "gdpr", "church"]
"""By which law the office informs about data: church bodies have laws of their own (Art. 91 DSGVO)."""
_SETTING = "profile"
LONGEST = 300
"""Characters of a field, or of a line of the address."""
MOST_LINES = 6
"""Lines of the address, as in the address field of a letter (DIN 5008)."""


@dataclass(frozen=True, slots=True)
class OfficeProfile:
    """The office on paper. What is empty is written by hand; lines of the address are separate."""

    name: str = ""
    address: tuple[str, ...] = ()
    contact: str = ""  # telephone and e-mail
    representatives: tuple[str, ...] = ()  # persons who receive powers of attorney, as they sign
    officer: str = ""  # data protection officer and how to reach them
    no_officer: bool = False  # the office has said that it has none
    complaints: str = ""  # supervisory authority
    body: Body = ""
    data_law: DataLaw = ""


NO_PROFILE = OfficeProfile()


def of(session: Session) -> OfficeProfile:
    """What is kept in the office file; the office's name where nobody has written another one."""
    kept = office_settings.read(session.office).get(_SETTING) or {}
    found = _read(kept)
    return found if found.name else OfficeProfile(**{**asdict(found), "name": session.office_name})


def faults(profile: OfficeProfile) -> dict[str, Problem]:
    """What cannot stand on a sheet, by field; `representative_1` and on for persons. Empty: all is well."""
    people = {f"representative_{number}": each for number, each in enumerate(profile.representatives, 1)}
    written = {name: value for name, value in asdict(profile).items() if name != "representatives"} | people
    wrong = {}
    for name, value in written.items():
        lines = value if isinstance(value, tuple) else (value,)
        if any(isinstance(line, str) and len(line) > LONGEST for line in lines):
            wrong[name] = Problem(
                mark("This is too long to stand on a sheet."),
                mark("Write it in up to {count} characters."),
                count=LONGEST,
            )
    if len(profile.address) > MOST_LINES:
        wrong["address"] = Problem(
            mark("An address has up to {count} lines on a sheet."),
            mark("Put some of them into one."),
            count=MOST_LINES,
        )
    return wrong


def keep(session: Session, profile: OfficeProfile, now: datetime) -> None:
    """Keep it in the office file; undone and logged like everything else. Raises Problem for `faults`."""
    written = asdict(profile)
    wrong = faults(profile)
    if wrong:
        raise next(iter(wrong.values()))
    if profile.name == session.office_name:
        written["name"] = ""  # the file has it, and an office may take another one
    with session.office.change("settings", session.user, now) as change:
        office_settings.write(change, _SETTING, written)


def _read(kept: Mapping[str, Any]) -> OfficeProfile:
    """Whatever a newer version may have added is left aside."""
    known = {each.name for each in fields(OfficeProfile)}
    values = {name: value for name, value in kept.items() if name in known}
    for name in ("address", "representatives"):
        values[name] = tuple(values.get(name) or ())
    return OfficeProfile(**values)
