"""Chains of dated periods: how long a stay has lasted, which gaps it has, and what breaks it.

Everything here works on exact half-open spans (`Span`: `start` counts, `end` does not, None still runs).
The two readings of a day known only by month or year, and what a gap means in law, are the caller's
business. Nothing on or after the day asked for (`on`) ever counts.

A month of a running time is full when the day of the same number begins (`arithmetic.completed_on`). Times
that do not hang together are added as months of thirty days (§ 191 BGB).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce

from ..cases.periods import Span
from .arithmetic import months_between

DAYS_PER_MONTH = 30
"""Days that make a month when times are added that do not hang together (§ 191 BGB)."""


@dataclass(frozen=True, slots=True, order=True)
class Duration:
    """Calendar months and the days beyond them. Adding two carries thirty days to a month (§ 191 BGB).

    One stretch of time alone is never carried: from 1 to 31 January it is thirty days and not yet a month.
    """

    months: int = 0
    days: int = 0

    def __post_init__(self) -> None:
        if self.months < 0 or self.days < 0:
            raise ValueError("a duration is not negative")

    def __add__(self, other: Duration) -> Duration:
        if not (self and other):
            return self or other
        carried, days = divmod(self.days + other.days, DAYS_PER_MONTH)
        return Duration(self.months + other.months + carried, days)

    def __bool__(self) -> bool:
        return bool(self.months or self.days)

    def reaches(self, months: int) -> bool:
        """Whether so many months are complete."""
        return self.months >= months


NOTHING = Duration()


def length(start: date, end: date) -> Duration:
    """How long from `start` (counted) to `end` (not counted); nothing if `end` is not after `start`."""
    return Duration(*months_between(start, end))


def total(spans: Iterable[Span], on: date) -> Duration:
    """The time of all spans before the day `on`, overlaps once; what hangs together is measured as one."""
    parts = [length(span.start, _end(span, on)) for span in merged(spans, on)]
    return reduce(Duration.__add__, parts, NOTHING)


def merged(spans: Iterable[Span], on: date) -> tuple[Span, ...]:
    """The same days before `on` as few spans in order of time: overlaps and touching borders joined."""
    past = [each.until(on) for each in spans if each.start < on]
    past = [each for each in past if each.end is not None and each.start < each.end]
    if len(past) < 2:
        return tuple(past)
    past.sort(key=_start)
    joined: list[Span] = []
    for span in past:
        if joined and span.start <= _end(joined[-1], on):
            joined[-1] = Span(joined[-1].start, max(_end(joined[-1], on), _end(span, on)))
        else:
            joined.append(span)
    return tuple(joined)


def without(spans: Iterable[Span], holes: Iterable[Span], on: date) -> tuple[Span, ...]:
    """The days before `on` that are in the spans and in none of the holes."""
    left = list(merged(spans, on))
    for hole in merged(holes, on) if left else ():
        cut: list[Span] = []
        for span in left:
            cut.append(Span(span.start, min(_end(span, on), hole.start)))
            cut.append(Span(max(span.start, _end(hole, on)), _end(span, on)))
        left = [span for span in cut if span.start < _end(span, on)]
    return tuple(left)


@dataclass(frozen=True, slots=True)
class Gap:
    """Days between two spans that neither covers: `start` is the first of them, `end` the first day after."""

    start: date
    end: date

    @property
    def days(self) -> int:
        return (self.end - self.start).days


@dataclass(frozen=True, slots=True)
class Chain:
    """An unbroken row of spans that lasts until the day asked for; `gaps` were bridged, latest first."""

    start: date
    gaps: tuple[Gap, ...] = ()
    broken_by: Gap | None = None  # the gap before `start` that was too long, if there is anything before it


def chain(spans: Iterable[Span], on: date, bridge_days: int) -> Chain | None:
    """The chain that lasts until the beginning of `on`, bridging gaps of up to so many days each.

    None if nothing lies before `on`, or if the last span ended too long before it.
    """
    later_start: date = on
    gaps: list[Gap] = []
    begun = False
    for span in reversed(merged(spans, on)):
        end = _end(span, on)
        if end < later_start:
            gap = Gap(end, later_start)
            if gap.days > bridge_days:
                return Chain(later_start, tuple(gaps), gap) if begun else None
            gaps.append(gap)
        later_start, begun = span.start, True
    return Chain(later_start, tuple(gaps)) if begun else None


def gaps(spans: Iterable[Span], on: date) -> tuple[Gap, ...]:
    """Every gap before `on`, in order of time, the one between the last span and `on` included."""
    joined = merged(spans, on)
    borders: Sequence[date] = [*(span.start for span in joined[1:]), on]
    ends = (_end(span, on) for span in joined)
    return tuple(Gap(end, start) for end, start in zip(ends, borders, strict=False) if end < start)


def _start(span: Span) -> date:
    return span.start


def _end(span: Span, on: date) -> date:
    return on if span.end is None else span.end
