"""How long an office keeps what it printed; what is older goes, a letter never within twelve months.

Unless the office says otherwise a print is kept as long as the case. Nobody takes the removal back: the bytes
are gone, and the audit chain says for which client and when.
"""

from __future__ import annotations

from datetime import date, datetime

from desktop.deadlines.arithmetic import add_months
from desktop.errors import Problem
from desktop.store import office_settings
from desktop.store import printed as stored
from desktop.texts import mark

from .office import Session
from .print_choice import LETTERS, PROCEDURAL
from .words.german_time import german_time

AS_LONG_AS_THE_CASE = 0
CHOICES = (AS_LONG_AS_THE_CASE, 6, 12, 24, 36, 60, 120)
"""Months an office can choose from."""
LETTER_MONTHS = 12
"""So long a print with a letter in it is kept whatever the office chose: it may have been sent."""
_LETTERS = frozenset((*LETTERS, *PROCEDURAL, "own", "handover"))
_SETTING = "keep_prints_months"


def months(session: Session) -> int:
    """For how many months prints are kept; 0: as long as the case."""
    found = office_settings.read(session.office).get(_SETTING)
    return found if found in CHOICES else AS_LONG_AS_THE_CASE


def keep_for(session: Session, wanted: int, now: datetime) -> None:
    """Say for how many months; undone and logged like every setting. Raises Problem for another number."""
    if wanted not in CHOICES:
        raise Problem(
            mark("Prints are kept for {months} months, or as long as the case (0)."),
            months=", ".join(map(str, CHOICES[1:])),
        )
    if wanted != months(session):
        with session.office.change("settings", session.user, now) as change:
            office_settings.write(change, _SETTING, wanted)


def older(session: Session, today: date, kept: int | None = None) -> list[stored.Old]:
    """The prints that are kept no longer, today being the day after their last one.

    `kept`: as if the office kept them for so many months.
    """
    span = months(session) if kept is None else kept
    if span == AS_LONG_AS_THE_CASE:
        return []
    return [each for each in stored.all_made(session.office) if _last_day(each, span) < today]


def remove_older(session: Session, today: date, now: datetime) -> int:
    """Remove them, all or none, and tell how many; each client concerned gets an entry in the audit chain."""
    gone = older(session, today)
    if gone:
        clients = list(dict.fromkeys(each.client for each in gone))
        with session.office.note_each("drop_prints", session.user, now, clients) as notes:
            stored.drop(notes, [each.id for each in gone])
    return len(gone)


def _last_day(print_: stored.Old, span: int) -> date:
    """The last day, inclusive, on which a print is kept."""
    letter = not _LETTERS.isdisjoint(print_.kinds)
    return add_months(german_time(print_.at).date(), max(span, LETTER_MONTHS) if letter else span)
