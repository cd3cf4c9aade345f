"""The clock of the computer against the last day on which the office file was used.

Every date of the program hangs on today. A clock that was put back, or far ahead, shows dates too far away,
or everything as overdue. So the file remembers the last day, and a jump is told with both days. Nothing is
changed by it: while it stands, no dates are derived anew, and the day is remembered only once a person says
that the clock is right.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import Enum
from typing import NamedTuple

from desktop.store import office_settings
from desktop.texts import Texts, mark

from .office import Session

BACK_AT_MOST = timedelta(days=1)
"""So much may lie in a time zone or an evening at the turn of the day."""
AHEAD_AT_MOST = timedelta(days=60)
"""An office that was closed longer is asked once."""
_LAST_USED = "last_used_on"


class Jump(Enum):
    """Which way the clock seems to have jumped."""

    BACK = "back"
    AHEAD = "ahead"


_SENTENCES = {
    Jump.BACK: mark(
        "The clock of this computer says {today}, but this office file was already used on {last}. "
        "Please put the clock right; until then dates may look further away than they are."
    ),
    Jump.AHEAD: mark(
        "The clock of this computer says {today}; this office file was last used on {last}. "
        "If the clock is right, confirm it; otherwise put it right first."
    ),
}


class ClockWarning(NamedTuple):
    """That today cannot be trusted: the last day of use, and what the clock says."""

    jump: Jump
    last: date
    today: date

    def sentence(self, texts: Texts) -> str:
        """What to tell and what to do, with both days."""
        last, today = texts.day_with_weekday(self.last), texts.day_with_weekday(self.today)
        return texts(_SENTENCES[self.jump], last=last, today=today)


def check(session: Session, today: date) -> ClockWarning | None:
    """Whether the clock jumped since the last use; None for a file that was never used."""
    last = _last(session)
    if last is None:
        return None
    if today < last - BACK_AT_MOST:
        return ClockWarning(Jump.BACK, last, today)
    if today > last + AHEAD_AT_MOST:
        return ClockWarning(Jump.AHEAD, last, today)
    return None


def remember(session: Session, now: datetime) -> ClockWarning | None:
    """Remember today as the last day of use, unless the clock jumped: then the warning, and nothing changes.

    After the first page is painted, and at each turn of the day.
    """
    today, last = now.date(), _last(session)
    warning = check(session, today)
    if warning is None and (last is None or last < today):
        _write(session, now)
    return warning


def accept(session: Session, now: datetime) -> None:
    """A person says that the clock is right: today is the last day of use, whatever was remembered."""
    _write(session, now)


def _last(session: Session) -> date | None:
    found = office_settings.remembered(session.office, _LAST_USED)
    try:
        return date.fromisoformat(found) if isinstance(found, str) else None
    except ValueError:
        return None


def _write(session: Session, now: datetime) -> None:
    with session.office.note("use", session.user, now) as notes:
        notes.remember(_LAST_USED, now.date().isoformat())
