"""Days that may be known only by month or year, and half-open periods between them."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")
_CENTURIES = ("19", "20", "21")
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A day known exactly, or only as lying between two days (both inclusive)."""

    earliest: date
    latest: date

    def __post_init__(self) -> None:
        if self.latest < self.earliest:
            raise ValueError("a partial date ends before it begins")

    @classmethod
    def exactly(cls, day: date) -> PartialDate:
        return cls(day, day)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """`2026-11-22`, `2026-11` or `2026`, from 1900 to 2199.

        Raises ValueError for anything else, 31 February and the year 9999 of an unlimited paper included.
        """
        match = _ISO.match(text.strip())
        if match is None or not text.strip().startswith(_CENTURIES):
            raise ValueError(f"not a date: {text!r}")
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        if month is None:
            return cls(date(year, 1, 1), date(year, 12, 31))
        if day is None:
            return cls(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
        return cls.exactly(date(year, month, day))

    @property
    def exact(self) -> bool:
        return self.earliest == self.latest

    @property
    def day(self) -> date | None:
        """The day, if it is known exactly."""
        return self.earliest if self.exact else None

    def __str__(self) -> str:
        """The shortest ISO form that `parse` reads back."""
        first, last = self.earliest, self.latest
        if self.exact:
            return first.isoformat()
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
            return f"{first.year:04d}"
        if first.day == 1 and last == PartialDate.parse(f"{first:%Y-%m}").latest:
            return f"{first:%Y-%m}"
        return f"{first.isoformat()}/{last.isoformat()}"


@dataclass(frozen=True, slots=True)
class Span:
    """Exact half-open days: `start` counts, `end` does not; `end` None means still running."""

    start: date
    end: date | None = None

    def covers(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day < self.end)

    def until(self, day: date) -> Span:
        """Cut so that nothing on or after `day` is left; may be empty (`end <= start`)."""
        return self if self.end is not None and self.end <= day else Span(self.start, day)


@dataclass(frozen=True, slots=True)
class Period:
    """Half-open in time; `end` None means still running. Either border may be known only by month or year."""

    start: PartialDate
    end: PartialDate | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end.latest < self.start.earliest:
            raise ValueError("a period ends before it begins")

    @classmethod
    def between(cls, start: date, end: date | None = None) -> Period:
        return cls(PartialDate.exactly(start), None if end is None else PartialDate.exactly(end))

    @classmethod
    def on_paper(cls, start: PartialDate, last_day: PartialDate | None) -> Period:
        """From a paper's inclusive last day of validity."""
        return cls(start, None if last_day is None else _shifted(last_day, ONE_DAY))

    @property
    def last_day(self) -> PartialDate | None:
        """The inclusive last day, as papers print it."""
        return None if self.end is None else _shifted(self.end, -ONE_DAY)

    @property
    def shortest(self) -> Span:
        """The days that belong to the period on every reading of its borders (may be empty)."""
        return Span(self.start.latest, None if self.end is None else self.end.earliest)

    @property
    def longest(self) -> Span:
        """The days that belong to the period on some reading of its borders."""
        return Span(self.start.earliest, None if self.end is None else self.end.latest)


def _shifted(day: PartialDate, by: timedelta) -> PartialDate:
    return PartialDate(day.earliest + by, day.latest + by)
