"""Forecast: on which days a title stands otherwise than before, and which conditions turned.

A later day is read as if the person applied on it and nothing else happened until then: nobody learns
German, moves or is convicted, and no paper is renewed, so that a status with a printed end runs out. The law
is the one the pack knows for that day. How the days are found: `forecasting`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from desktop.cases.applications import DecisionKind
from desktop.errors import Problem

from .conditions import Finding, Leaf
from .facts.changepoints import Origin
from .norms import Norm, Route, Version
from .timelines import ONE_DAY
from .verdict import Verdict


@dataclass(frozen=True, slots=True)
class State:
    """What one title comes to for a while.

    `verdict` and `route` are None for a title that is only held, and where the pack has no text of the days
    (`not_covered` says so).
    """

    decision_kind: DecisionKind
    version: Version | None
    verdict: Verdict | None
    route: Route | None
    reasons: tuple[Finding, ...]
    not_covered: Problem | None = None

    def same_as(self, other: State) -> bool:
        """Whether nothing has changed that a person would be told: verdict, way, decision, what decided."""
        return self.compared() == other.compared()

    def compared(self) -> tuple[object, ...]:
        """Everything a change is found by."""
        return (
            self.verdict,
            self.decision_kind,
            self.route.id if self.route is not None else "",
            self.not_covered is None,
            tuple((getattr(each.node, "key", ""), each.truth) for each in self.reasons),
        )


class ChangeKind(Enum):
    """What changes, the weightiest first."""

    COVERAGE = "coverage"
    """The pack's text of the title begins or ends."""
    VERDICT = "verdict"
    DECISION = "decision"
    """A grant is asked for instead of an extension, or a title is no longer only held."""
    ROUTE = "route"
    REASONS = "reasons"


@dataclass(frozen=True, slots=True)
class Turn:
    """A condition that turned: how it stood the day before and how it stands on the day.

    None where the text of that day does not have it. `origins` tell what happens on the day; none where time
    has just grown long enough.
    """

    before: Finding | None
    after: Finding | None
    origins: tuple[Origin, ...] = ()

    @property
    def leaf(self) -> Leaf:
        """The condition, in its later wording where there is one."""
        found = self.after or self.before
        assert found is not None
        return found.leaf


@dataclass(frozen=True, slots=True)
class Turning:
    """A day on which conditions of a title turn, whether that changes the verdict or not."""

    day: date
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A day on which a title changes: what it was until the day before, what it is from this day on."""

    day: date
    before: State
    after: State
    turns: tuple[Turn, ...]

    @property
    def kind(self) -> ChangeKind:
        before, after = self.before, self.after
        if (before.not_covered is None) is not (after.not_covered is None):
            return ChangeKind.COVERAGE
        if before.verdict is not after.verdict and self._both:
            return ChangeKind.VERDICT
        if before.decision_kind is not after.decision_kind:
            return ChangeKind.DECISION
        if before.compared()[2] != after.compared()[2]:
            return ChangeKind.ROUTE
        return ChangeKind.REASONS

    @property
    def new_law(self) -> bool:
        """Whether another text of the title begins on the day, or the text known ends."""
        return self.before.version is not self.after.version

    @property
    def better(self) -> bool:
        """Whether the verdict rises; no where one of the two is none."""
        return self._both and rank(self.after) > rank(self.before)

    @property
    def worse(self) -> bool:
        """Whether the verdict falls; no where one of the two is none."""
        return self._both and rank(self.after) < rank(self.before)

    @property
    def _both(self) -> bool:
        return None not in (self.before.verdict, self.after.verdict)


@dataclass(frozen=True, slots=True)
class TitleForecast:
    """One title from the first day to the last: how it stands, and every change in order of time.

    `turning` also has the days on which a condition turns without a change of the title: a waiting time may
    be over while an answer is still missing.
    """

    norm: Norm
    now: State
    changes: tuple[Change, ...]
    turning: tuple[Turning, ...]

    def on(self, day: date) -> State:
        """How it stands on a day of the forecast."""
        state = self.now
        for change in self.changes:
            if change.day > day:
                break
            state = change.after
        return state

    def first_day(self, verdict: Verdict) -> date | None:
        """The first later day on which at least this verdict is reached anew; None if there is none."""
        for change in self.changes:
            if rank(change.before) < verdict.rank <= rank(change.after):
                return change.day
        return None

    def last_day(self, verdict: Verdict) -> date | None:
        """The last day (inclusive) before this verdict, reached now, is lost; None if it is not."""
        if rank(self.now) < verdict.rank:
            return None
        for change in self.changes:
            if rank(change.after) < verdict.rank:
                return change.day - ONE_DAY
        return None


@dataclass(frozen=True, slots=True)
class Forecast:
    """All titles of a pack for one client from `on` to `until` (both inclusive), in the order of the pack."""

    on: date
    until: date
    law_checked_on: date
    pack_id: str
    titles: tuple[TitleForecast, ...]

    def title(self, norm_id: str) -> TitleForecast:
        """The forecast of one title. Raises KeyError."""
        for found in self.titles:
            if found.norm.id == norm_id:
                return found
        raise KeyError(norm_id)

    def changes(self) -> Iterator[tuple[TitleForecast, Change]]:
        """Every change of every title in order of time."""
        found = ((title, change) for title in self.titles for change in title.changes)
        yield from sorted(found, key=lambda each: each[1].day)


def rank(state: State) -> int:
    """The step of its verdict on the scale, -1 where there is none."""
    return -1 if state.verdict is None else state.verdict.rank
