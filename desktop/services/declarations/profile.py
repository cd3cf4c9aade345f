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
_LONGEST = 300


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


def keep(session: Session, profile: OfficeProfile, now: datetime) -> None:
    """Keep it in the office file; undone and logged like everything else. Raises Problem for a novel."""
    written = asdict(profile)
    for value in written.values():
        for text in value if isinstance(value, tuple) else (value,):
            if isinstance(text, str) and len(text) > _LONGEST:
                raise Problem(
                    mark("This is too long to stand on a sheet."),
                    mark("Write it in up to {count} characters."),
                    count=_LONGEST,
                )
    with session.office.change("settings", session.user, now) as change:
        office_settings.write(change, _SETTING, written)


def _read(kept: Mapping[str, Any]) -> OfficeProfile:
    """Whatever a newer version may have added is left aside."""
    known = {each.name for each in fields(OfficeProfile)}
    values = {name: value for name, value in kept.items() if name in known}
    for name in ("address", "representatives"):
        values[name] = tuple(values.get(name) or ())
    return OfficeProfile(**values)
