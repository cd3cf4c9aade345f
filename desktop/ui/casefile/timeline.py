"""The status history as bars on an axis of time: what to draw where, and in which words. No Qt.

Days are half-open here as in `cases.periods`; words show the last day inclusive, as papers print it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from desktop.cases.periods import ONE_DAY, Period
from desktop.cases.status import StatusPeriod
from desktop.services.words.answers import AnswerWords
from desktop.texts import mark
from desktop.ui.kit.status_patterns import NO_PAPER, Pattern, pattern_of

_AHEAD = timedelta(days=240)
_BEFORE = timedelta(days=45)


@dataclass(frozen=True, slots=True)
class Bar:
    """One period. From `start` to `sure_start` (and `sure_end` to `end`) it holds on some reading only."""

    number: int
    pattern: Pattern
    words: str
    description: str
    lane: int
    start: date
    sure_start: date
    sure_end: date
    end: date
    running: bool
    """Without an end: it goes on beyond the right edge."""


class MarkKind(Enum):
    """What is worth a look between the bars."""

    GAP = "gap"
    OVERLAP = "overlap"
    NOTHING_TODAY = "nothing_today"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of days and its words."""

    kind: MarkKind
    start: date
    end: date
    words: str

    @property
    def days(self) -> int:
        return (self.end - self.start).days


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything on the axis from `start` to `end`."""

    start: date
    end: date
    today: date
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    lanes: int

    @property
    def years(self) -> tuple[date, ...]:
        """Every 1 January on the axis."""
        first = self.start.year if self.start == date(self.start.year, 1, 1) else self.start.year + 1
        return tuple(date(year, 1, 1) for year in range(first, self.end.year + 1))

    def place(self, day: date) -> float:
        """Where a day begins, 0 at the left edge and 1 at the right."""
        return (day - self.start) / (self.end - self.start)


def timeline(periods: Sequence[StatusPeriod], words: AnswerWords, today: date) -> Timeline:
    """The picture of a history; `periods` in order of time. Empty periods give an axis around today."""
    starts = [each.period.longest.start for each in periods]
    ends = [end for each in periods if (end := each.period.longest.end) is not None]
    first = min([*starts, today - timedelta(days=365)]) - _BEFORE
    last = max([*ends, today]) + _AHEAD
    lanes = _lanes(periods, last)
    bars = tuple(_bar(number, each, words, lanes[number], last) for number, each in enumerate(periods))
    marks = (*_gaps(periods, words, today), *_overlaps(periods, words, today))
    return Timeline(
        first, last, today, bars, tuple(sorted(marks, key=lambda each: each.start)), max(lanes, default=0) + 1
    )


def _bar(number: int, status: StatusPeriod, words: AnswerWords, lane: int, last: date) -> Bar:
    period = status.period
    longest, shortest = period.longest, period.shortest
    end = last if longest.end is None else longest.end
    sure_end = last if shortest.end is None else shortest.end
    return Bar(
        number=number,
        pattern=pattern_of(status.status_code),
        words=words.names.paper_of(status),
        description=described(status, words),
        lane=lane,
        start=longest.start,
        sure_start=min(shortest.start, end),
        sure_end=max(sure_end, longest.start),
        end=end,
        running=longest.end is None,
    )


def described(status: StatusPeriod, words: AnswerWords) -> str:
    """A period in one line, for the line beneath the axis and for screen readers."""
    texts = words.texts
    said = [words.names.status_in_full(status.status_code), words.period(status.period)]
    if status.variant or status.printed_label:
        said.insert(1, status.variant or status.printed_label)
    if status.number:
        said.append(texts(mark("no. {number}"), number=status.number))
    if status.issued_by:
        said.append(words.names.authority(status.issued_by))
    if not (status.period.start.exact and (status.period.end is None or status.period.end.exact)):
        said.append(texts(mark("known by month or year only")))
    return ", ".join(said)


def _lanes(periods: Sequence[StatusPeriod], last: date) -> list[int]:
    """The first free lane for each period, so that overlapping ones stand under each other."""
    free_from: list[date] = []
    lanes = []
    for each in periods:
        span = each.period.shortest
        end = max(span.end if span.end is not None else last, span.start)
        lane = next((number for number, free in enumerate(free_from) if free <= span.start), len(free_from))
        if lane == len(free_from):
            free_from.append(end)
        free_from[lane] = max(free_from[lane], end)
        lanes.append(lane)
    return lanes


def _gaps(periods: Sequence[StatusPeriod], words: AnswerWords, today: date) -> list[Mark]:
    """Days without any paper, on the reading of the borders that leaves fewest; the last one up to today."""
    texts = words.texts
    found: list[Mark] = []
    covered: date | None = None
    running = False
    for each in periods:
        if each.status_code == NO_PAPER:
            continue
        span = each.period.longest
        if covered is not None and not running and span.start > covered:
            stretch = words.period(Period.between(covered, span.start))
            days = (span.start - covered).days
            text = texts.plural(
                "gap of {count} day: {stretch}", "gap of {count} days: {stretch}", days, stretch=stretch
            )
            found.append(Mark(MarkKind.GAP, covered, span.start, text))
        running |= span.end is None
        if span.end is not None:
            covered = span.end if covered is None else max(covered, span.end)
    if covered is not None and not running and covered <= today:
        text = texts(mark("no valid paper since {day}"), day=texts.day(covered))
        found.append(Mark(MarkKind.NOTHING_TODAY, covered, today + ONE_DAY, text))
    return found


def _overlaps(periods: Sequence[StatusPeriod], words: AnswerWords, today: date) -> list[Mark]:
    """Days with two papers, on the reading of the borders that leaves fewest."""
    texts = words.texts
    found = []
    for number, one in enumerate(periods):
        for other in periods[number + 1 :]:
            start = max(one.period.shortest.start, other.period.shortest.start)
            ends = [end for each in (one, other) if (end := each.period.shortest.end) is not None]
            end = min(ends, default=max(today, start) + ONE_DAY)
            if end <= start:
                continue
            text = texts.plural(
                "{one} and {other} overlap by {count} day: {stretch}",
                "{one} and {other} overlap by {count} days: {stretch}",
                (end - start).days,
                one=words.names.paper_of(one),
                other=words.names.paper_of(other),
                stretch=words.period(Period.between(start, end)),
            )
            found.append(Mark(MarkKind.OVERLAP, start, end, text))
    return found
