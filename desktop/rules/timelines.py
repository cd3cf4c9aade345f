"""Timeline: what each test of one fact comes to from day to day, found at change points and by halving.

Between two change points a test may turn only once in each direction of certainty (no, disputed, yes). So
the first and the last day of the stretch are enough to see that it turns, and halving finds the day.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar

S = TypeVar("S")

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Timeline(Generic[S]):
    """Something that stays the same for a while: from each day on (inclusive) the state beside it."""

    days: tuple[date, ...]
    states: tuple[S, ...]

    def on(self, day: date) -> S:
        """The state on a day; before the first day the first one."""
        return self.states[max(bisect_right(self.days, day) - 1, 0)]


def timeline(state_on: Callable[[date], S], points: Sequence[date], last: date) -> Timeline[S]:
    """The states from the first point to `last` (both inclusive). Points are in order of time.

    `state_on` is asked for the first and last day of every stretch between two points, and while halving.
    """
    known: dict[date, S] = {}

    def state(day: date) -> S:
        if day in known:
            return known[day]
        found = known[day] = state_on(day)
        return found

    days: list[date] = []
    states: list[S] = []

    def take(day: date) -> None:
        now = state(day)
        if not states or states[-1] != now:
            days.append(day)
            states.append(now)

    for begin, following in zip(points, (*points[1:], last + ONE_DAY), strict=True):
        take(begin)
        end = following - ONE_DAY
        while state(end) != states[-1]:
            take(_first_other(state, begin, end))
            begin = days[-1]
    return Timeline(tuple(days), tuple(states))


def _first_other(state: Callable[[date], S], begin: date, end: date) -> date:
    """The first day after `begin` on which the state is not that of `begin`; on `end` it is another one."""
    same, other, now = begin, end, state(begin)
    while (other - same).days > 1:
        middle = same + (other - same) // 2
        if state(middle) == now:
            same = middle
        else:
            other = middle
    return other
