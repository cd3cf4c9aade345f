"""Change of law: how titles stand by one law and by another, and until when applying still helps.

Compared are two packs, or one pack on two days. The last day is found in the forecast by the newer law: the
day before the verdict of the first day is lost. It is the last day on which an application, decided on that
very day, would still bring what it brings on the first day. Whether the law of the day of filing or of the
day of the decision counts is not settled here, so the day is a latest one, never a promise.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from .forecast import Change, Forecast, State, TitleForecast, rank
from .norms import Norm
from .timelines import ONE_DAY
from .verdict import WORST


class Outcome(Enum):
    """What the change means for one title of one client, the most urgent first."""

    LOST = "lost"
    """It comes into question on the first day and not on the last."""
    WORSE = "worse"
    ONLY_BETWEEN = "only_between"
    """It is better for some time between the two days than on either of them."""
    NEWLY_POSSIBLE = "newly_possible"
    BETTER = "better"
    COVERAGE = "coverage"
    """Only one of the two days, or packs, has a text of the title."""
    OTHERWISE = "otherwise"
    """The same verdict in another way, for another decision or for other reasons."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One title of one client that stands otherwise by the newer law. Days are inclusive.

    A state is None where that pack does not have the title. `last_day`: the last day on which applying still
    brings what it brings on the first day (of ONLY_BETWEEN: the best there is between); None if that is not
    lost, or was never there by the newer law. `first_day`: of ONLY_BETWEEN and of what gets better, the day
    from which it is so; None if that is the first day. `changes`: those that make the difference, in order of
    time; none where two packs differ on the same day.
    """

    norm: Norm
    outcome: Outcome
    before: State | None
    after: State | None
    first_day: date | None
    last_day: date | None
    changes: tuple[Change, ...]

    @property
    def new_law(self) -> bool:
        """Whether another text of the title begins within the time."""
        return any(change.new_law for change in self.changes)


def between(old: Forecast, new: Forecast) -> Iterator[Difference]:
    """Every title that stands otherwise at the end of the newer forecast than on the first day of the older.

    For one pack on two days both are the same forecast. Titles come in the order of the newer pack, those it
    lacks at the end.
    """
    before = {title.norm.id: title for title in old.titles}
    after = {title.norm.id: title for title in new.titles}
    for norm_id in dict.fromkeys((*after, *before)):
        found = _difference(before.get(norm_id), after.get(norm_id))
        if found is not None:
            yield found


def _difference(old: TitleForecast | None, new: TitleForecast | None) -> Difference | None:
    if new is None or old is None:
        known = new or old
        assert known is not None
        begins, ends = (None, new.now) if new is not None else (known.now, None)
        return Difference(known.norm, Outcome.COVERAGE, begins, ends, None, None, ())
    first, last = old.now, new.changes[-1].after if new.changes else new.now
    outcome = _outcome(first, last)
    peak = max((rank(change.after) for change in new.changes), default=-1)
    if peak > max(rank(first), rank(last), WORST.rank) and None not in (first.verdict, last.verdict):
        return _only_between(new, first, last, peak)
    if outcome is None:
        return None
    lost = outcome in (Outcome.LOST, Outcome.WORSE) and first.verdict is not None
    last_day = new.last_day(first.verdict) if lost and first.verdict is not None else None
    gained = outcome in (Outcome.NEWLY_POSSIBLE, Outcome.BETTER) and last.verdict is not None
    first_day = new.first_day(last.verdict) if gained and last.verdict is not None else None
    day = last_day + ONE_DAY if last_day is not None else first_day
    changes = tuple(change for change in new.changes if day is None or change.day == day)
    return Difference(new.norm, outcome, first, last, first_day, last_day, changes)


def _outcome(first: State, last: State) -> Outcome | None:
    if (first.not_covered is None) is not (last.not_covered is None):
        return Outcome.COVERAGE
    if first.same_as(last):
        return None
    if None in (first.verdict, last.verdict) or first.verdict is last.verdict:
        return Outcome.OTHERWISE
    if rank(last) < rank(first):
        return Outcome.LOST if last.verdict is WORST else Outcome.WORSE
    return Outcome.NEWLY_POSSIBLE if first.verdict is WORST else Outcome.BETTER


def _only_between(new: TitleForecast, first: State, last: State, peak: int) -> Difference:
    rises = next(change for change in new.changes if rank(change.after) >= peak)
    falls = next(change for change in new.changes if change.day > rises.day and rank(change.after) < peak)
    return Difference(
        new.norm, Outcome.ONLY_BETWEEN, first, last, rises.day, falls.day - ONE_DAY, (rises, falls)
    )
