"""A planned day as people type it, with what stands against it: a weekend or a holiday is said, never moved.

`cases.typed_day` has the forms: +14 +2W +3M +1J heute morgen fr 22.11. 22.11.26 221126 22.11.2026 ...
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from desktop.cases.names import clean
from desktop.cases.periods import PartialDate
from desktop.cases.typed_day import DateProblem, read_day
from desktop.deadlines.derivation import Named, Step, step
from desktop.deadlines.holidays import Calendar, NoTable
from desktop.errors import Problem
from desktop.texts import Texts, mark

_TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2})|(\d{2}))?(?:\s*(?:uhr|h|o'clock))?", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}")
_MOST_WORDS = 4
"""Words that a day can have: `22. November 2026` and a space after the sign."""


class QuickDay(NamedTuple):
    """A planned day, and in a sentence why offices may be closed on it."""

    day: date
    note: Step | None = None

    def words(self, texts: Texts) -> str:
        """Mo 30.11.2026, and the sentence if there is one."""
        shown = texts.day_with_weekday(self.day)
        return f"{shown} · {self.note.show(texts)}" if self.note is not None else shown


class QuickLine(NamedTuple):
    """A line like `+14 Pass nachfragen` or `22.11. 14:30 Termin`."""

    on: QuickDay
    time: str  # 14:30, or empty
    what: str


def read(text: str, today: date, place: Calendar) -> QuickDay:
    """The day a person typed. Raises Problem with one sentence, also for a month or a year alone."""
    return _noted(_exact(read_day(text, today, "ahead")), place)


def read_line(text: str, today: date, place: Calendar) -> QuickLine:
    """A day, then a time if there is one, then words: as much of the beginning as reads as a day.

    Raises Problem if the line does not begin with a day.
    """
    words = text.split()
    first: Problem | None = None
    for count in range(min(_MOST_WORDS, len(words)), 0, -1):
        try:
            found = _exact(read_day(" ".join(words[:count]), today, "ahead"))
        except Problem as problem:
            first = problem  # that of the shortest beginning is told
            continue
        time, rest = _time_first(words[count:])
        return QuickLine(_noted(found, place), time, clean(" ".join(rest)))
    raise first or DateProblem(mark("Type a day first: 22.11., +14, +3M, tomorrow, fr."))


def read_time(text: str) -> str:
    """A time of day as 14:30, typed as 14:30, 14.30, 1430, 930 or 14. Raises Problem. Empty stays empty."""
    typed = text.strip()
    if not typed:
        return ""
    match = _TIME.fullmatch(f"0{typed}" if re.fullmatch(r"\d{3}", typed) else typed)
    hour, minute = (int(match[1]), int(match[2] or match[3] or 0)) if match else (24, 0)
    if hour > 23 or minute > 59:
        raise Problem(mark("This is not a time of day. Examples: 14:30, 1430, 9."))
    return f"{hour:02d}:{minute:02d}"


def closed(day: date, place: Calendar) -> Step | None:
    """Why offices of a place may be closed on a day; None if they are surely open."""
    try:
        holiday, open_there = place.holiday(day), place.is_open(day)
    except NoTable as unknown:
        return step(unknown.sentence, **unknown.values)
    if holiday is not None:
        text = mark("public holiday: {holiday} ({place})")
        return step(text, holiday=Named(holiday), place=Named(place.name))
    if day.weekday() >= 5:
        return step(mark("a Saturday")) if day.weekday() == 5 else step(mark("a Sunday"))
    if open_there:
        return None
    if day.month == 12 and day.day in (24, 31):
        return step(mark("offices are closed though it is no public holiday"))
    return step(mark("public holiday in some places ({place})"), place=Named(place.name))


def _noted(day: date, place: Calendar) -> QuickDay:
    return QuickDay(day, closed(day, place))


def _exact(read: PartialDate) -> date:
    if read.day is None:
        raise DateProblem(mark("The exact day is needed here."))
    return read.day


def _time_first(words: list[str]) -> tuple[str, list[str]]:
    """A time that stands first, written with a colon or a dot so that a number of something is not taken."""
    if not words or not _CLOCK.fullmatch(words[0]):
        return "", words
    rest = words[1:]
    if rest and rest[0].lower() in ("uhr", "h"):
        rest = rest[1:]
    return read_time(words[0]), rest
