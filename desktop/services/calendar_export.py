"""The dates of the office, or of one client, as a calendar file for another program.

Names stand in it only where that was chosen, for such a file leaves the encrypted office: without them a
client is a file number, and nothing that somebody typed is in it. It holds the dates as of a day; nothing
comes back from it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID, uuid5

from desktop.deadlines.duedates import Nature
from desktop.documents import build
from desktop.exchange.calendar_file import Alarm, Event, calendar_file
from desktop.texts import Texts, mark

from . import due
from .deadlines import DueLine
from .office import Session
from .words.dates import what_is_due
from .words.names import step_names

BACK = timedelta(days=31)
AHEAD = timedelta(days=366)
"""From a month ago, so that what is overdue is seen, to a year ahead."""
_NAMESPACE = UUID("5f6b2a3e-7c55-4d0e-9a53-0b1b3fd4f2a7")
"""Makes the UIDs: the same date has the same in every file, and nobody reads a client out of it."""
_MORNING, _NOON = time(9), time(12)
_WORDS = {
    Nature.FILING: mark("Deadline"),
    Nature.VALIDITY: mark("Deadline"),
    Nature.PLAN: mark("Follow-up"),
    Nature.APPOINTMENT: mark("Appointment"),
    Nature.EARLIEST: mark("Possible from this day"),
    Nature.RESTRICTION: mark("Note"),
}
_DAYS_BEFORE = {
    Nature.FILING: (7, 3, 1),
    Nature.VALIDITY: (28, 7, 1),
    Nature.APPOINTMENT: (1,),
}
"""When a calendar reminds, before the day on which to act: procedure, 4.2 step 6."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which dates, from first to last (inclusive), of everybody or of one client; with names or without."""

    first: date
    last: date
    client_id: str = ""
    names: bool = False

    @classmethod
    def around(cls, today: date, *, client_id: str = "", names: bool = False) -> Choice:
        """From a month ago to a year ahead."""
        return cls(today - BACK, today + AHEAD, client_id, names)


@dataclass(frozen=True, slots=True)
class Exported:
    """The content of a calendar file, and how many dates are in it."""

    content: bytes
    dates: int


def export(session: Session, choice: Choice, texts: Texts, now: datetime) -> Exported:
    """The calendar file; nothing is written to disk. `now` with its time zone."""
    today = now.date()
    lines = list(_all(session, choice, today))
    events = tuple(_Events(session, texts, names=choice.names, today=today).of(lines))
    whose = mark("Dates of one client") if choice.client_id else mark("Dates of the office")
    return Exported(calendar_file(events, name=texts(whose), now=now), len(events))


def file_name(choice: Choice, texts: Texts, today: date) -> str:
    """What the file may be called; it names nobody."""
    word = texts(mark("client-dates")) if choice.client_id else texts(mark("office-dates"))
    return f"{word}_{today.isoformat()}.ics"


def write(path: Path, exported: Exported) -> None:
    """Write a calendar file in one step: afterwards it is whole, or as it was before. Raises CannotOpen."""
    build.write(path, exported.content)


def _all(session: Session, choice: Choice, today: date) -> Iterator[DueLine]:
    offset = 0
    while page := due.between(
        session, choice.first, choice.last, today, due.PAGE, offset, client_id=choice.client_id
    ):
        yield from page
        offset += len(page)


class _Events:
    def __init__(self, session: Session, texts: Texts, *, names: bool, today: date) -> None:
        self._texts, self._names, self._today = texts, names, today
        self._known = step_names(session.reference, texts)
        self._seen: Counter[str] = Counter()

    def of(self, lines: list[DueLine]) -> Iterator[Event]:
        for line in lines:
            at = _time(line)
            yield Event(
                uid=self._uid(line),
                day=line.act_by,
                summary=self._summary(line, at),
                description=self._description(line),
                location=line.place if self._names else "",
                at=at,
                alarms=tuple(_alarms(line)),
                categories=(self._texts(_WORDS[line.nature]),),
            )

    def _uid(self, line: DueLine) -> str:
        """Without the day, so that a date that moves is the same event; alike ones are numbered by day."""
        what = "|".join((line.kind, line.code, line.letter, line.title)) if line.key else line.entry
        same = f"{line.client_id}|{what}"
        self._seen[same] += 1
        return str(uuid5(_NAMESPACE, f"{same}|{self._seen[same]}"))

    def _summary(self, line: DueLine, at: time | None) -> str:
        texts = self._texts
        what = what_is_due(line, self._known, texts, own_words=self._names)
        word = texts(_WORDS[line.nature])
        told = what if word.casefold() in what.casefold() else f"{word}: {what}"
        if line.time and at is None:
            told = f"{told}, {line.time}"
        return f"{told} · {self._who(line)}"

    def _who(self, line: DueLine) -> str:
        number = line.file_number or self._texts(mark("no file number"))
        if not self._names:
            return number
        return f"{line.name} ({line.file_number})" if line.file_number else line.name

    def _description(self, line: DueLine) -> str:
        texts = self._texts
        last = texts(mark("Last day: {day}."), day=texts.day_with_weekday(line.day))
        as_of = texts(
            mark("As of {day}. What the program shows counts; this entry does not follow it."),
            day=texts.day(self._today),
        )
        return f"{last}\n{as_of}" if line.act_by < line.day else as_of


def _time(line: DueLine) -> time | None:
    """The hour of an appointment; None where what stands there is none."""
    try:
        return time.fromisoformat(line.time) if line.time else None
    except ValueError:
        return None


def _alarms(line: DueLine) -> Iterator[Alarm]:
    """So many days before in the morning, the last of them on a weekday; deadlines at noon of the day too."""
    for count in _DAYS_BEFORE.get(line.nature, ()):
        back = count
        while count == 1 and (line.act_by - timedelta(days=back)).weekday() >= 5:
            back += 1
        yield Alarm(back, _MORNING)
    if line.nature in (Nature.FILING, Nature.VALIDITY):
        yield Alarm(0, _NOON)
    elif line.nature is Nature.PLAN:
        yield Alarm(0, _MORNING)
