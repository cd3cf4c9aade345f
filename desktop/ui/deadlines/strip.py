"""The next twelve months of one client: papers as bars, every open date as a mark. No Qt.

The axis is half-open and begins a little before today, so that what has just been missed is still on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop.cases.periods import ONE_DAY
from desktop.services.words.answers import AnswerWords
from desktop.texts import Texts, mark
from desktop.ui.kit.signs import KIND_SIGNS
from desktop.ui.kit.status_patterns import NO_PAPER, Pattern, pattern_of

if TYPE_CHECKING:
    from desktop.deadlines.validity import Effective

    from .rows import DateRow

_BEFORE = timedelta(days=16)
_AFTER = timedelta(days=4)


@dataclass(frozen=True, slots=True)
class Band:
    """A paper on the axis; half-open, cut at its edges. `runs_on`: it goes on beyond the right edge."""

    start: date
    end: date
    pattern: Pattern
    words: str
    lane: int
    runs_on: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """A date on the axis; what was due before its beginning stands at the left edge."""

    key: str
    kind: str  # value of Nature
    urgency: str  # value of Urgency
    day: date
    words: str


@dataclass(frozen=True, slots=True)
class Strip:
    """Everything on the axis from `start` up to `end`. `later` counts the dates beyond it."""

    start: date
    end: date
    today: date
    bands: tuple[Band, ...]
    ticks: tuple[Tick, ...]
    later: int

    @property
    def months(self) -> tuple[date, ...]:
        """Every first of a month on the axis."""
        found, day = [], (self.start.replace(day=1) + timedelta(days=31)).replace(day=1)
        while day < self.end:
            found.append(day)
            day = (day + timedelta(days=31)).replace(day=1)
        return tuple(found)

    @property
    def lanes(self) -> int:
        return max((band.lane + 1 for band in self.bands), default=0)

    def place(self, day: date) -> float:
        """Where a day begins, 0 at the left edge and 1 at the right; days outside stand at the edges."""
        return min(max((day - self.start) / (self.end - self.start), 0.0), 1.0)


def strip(rows: Sequence[DateRow], periods: Sequence[Effective], words: AnswerWords, today: date) -> Strip:
    """The picture of a year. `rows` are the open dates, `periods` the papers as they hold in law."""
    start, end = today - _BEFORE, _a_year_on(today) + _AFTER
    ticks = [
        Tick(row.key, row.kind, row.urgency, row.on, described(row, words.texts))
        for row in rows
        if row.on < end
    ]
    ticks.sort(key=lambda tick: tick.day)
    return Strip(start, end, today, _bands(periods, words, start, end), tuple(ticks), len(rows) - len(ticks))


def described(row: DateRow, texts: Texts) -> str:
    """A date in one line, for the line beneath the axis and for screen readers."""
    kind = texts(KIND_SIGNS[row.kind].word)
    return (
        f"{kind}, {row.day} ({row.distance}): {row.what}"
        if row.distance
        else f"{kind}, {row.day}: {row.what}"
    )


def summed_up(shown: Strip, texts: Texts) -> str:
    """What the picture shows, in one sentence."""
    if not shown.ticks:
        return texts(mark("No date in the next twelve months."))
    return texts.plural(
        "{count} date up to {day}",
        "{count} dates up to {day}",
        len(shown.ticks),
        day=texts.day(shown.end - ONE_DAY),
    )


def _bands(periods: Sequence[Effective], words: AnswerWords, start: date, end: date) -> tuple[Band, ...]:
    free_from: list[date] = []
    bands = []
    for each in sorted(periods, key=lambda period: period.span.start):
        last = each.span.end or end
        if each.code == NO_PAPER or last <= start or each.span.start >= end:
            continue
        lane = next((at for at, free in enumerate(free_from) if free <= each.span.start), len(free_from))
        free_from[lane : lane + 1] = [last]
        bands.append(
            Band(
                max(each.span.start, start),
                min(last, end),
                pattern_of(each.code),
                words.names.paper_of(each.status),
                lane,
                each.span.end is None or last > end,
            )
        )
    return tuple(bands)


def _a_year_on(today: date) -> date:
    try:
        return today.replace(year=today.year + 1)
    except ValueError:  # 29 February
        return date(today.year + 1, 3, 1)
