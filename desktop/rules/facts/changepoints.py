"""The days on which a fact of a case may turn: where something recorded begins, ends or completes a term.

Between two such days a fact only grows (a stay, an age) or stands still. They are found from what is
recorded, never by trying days: every day of every answer, the borders of the status history as the law
reads them, all of these with the terms of the pack added, and the days on which a term itself changes. What
the own case of a relative records counts as an answer on the family.
What a rule compares with the day is either one of these days or grows day by day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Any

from desktop.cases.casefile import CaseFile
from desktop.cases.periods import ONE_DAY, PartialDate, Period, Span
from desktop.cases.status import StatusPeriod
from desktop.deadlines.arithmetic import add_months
from desktop.rules.packs import Pack
from desktop.rules.terms import Term

from .household import MEMBERS
from .terms import TERMS_NEEDED
from .view import CaseDay

HISTORY = "status_periods"
"""The input from which the status history is read."""


class Happening(Enum):
    """What happens on a day that is recorded, or follows from what is recorded."""

    DAY = "day"
    BEGINS = "begins"
    ENDS = "ends"
    TERM_REACHED = "term_reached"
    BIRTHDAY = "birthday"
    LAW = "law"


_DERIVED = frozenset({Happening.TERM_REACHED, Happening.BIRTHDAY})


@dataclass(frozen=True, slots=True)
class Origin:
    """Why a fact may turn on a day: what happens, and which input tells so (empty for the law)."""

    happening: Happening
    input_id: str = ""


@dataclass(frozen=True, slots=True)
class RunningOut:
    """A status whose end lies ahead. `last_day` (inclusive) is the end in law, on the longest reading."""

    status: StatusPeriod
    last_day: date


class ChangePoints:
    """The days from `first` to `last` (both inclusive) on which facts may turn; `first` is always one."""

    def __init__(self, first: date, last: date) -> None:
        self.first, self.last = first, last
        self._origins: dict[date, dict[Origin, int]] = {}
        self._of_input: dict[str, set[date]] = {}
        self._days: dict[frozenset[str], tuple[date, ...]] = {}

    def add(self, day: date, origin: Origin) -> None:
        """Take a day and the one after it: what happens may count from its day on, or only after it."""
        derived = origin.happening in _DERIVED
        for weight, each in ((derived, day), (2 + derived, day + ONE_DAY)):
            if self.first <= each <= self.last:
                origins = self._origins.setdefault(each, {})
                origins[origin] = min(weight, origins.get(origin, weight))
                self._of_input.setdefault(origin.input_id, set()).add(each)

    def on(self, day: date, inputs: Iterable[str]) -> tuple[Origin, ...]:
        """What happens on a day that concerns some inputs, or the law.

        What is recorded for that very day comes before a term that ends on it, both before the day after.
        """
        wanted = {*inputs, ""}
        found = {origin: w for origin, w in self._origins.get(day, {}).items() if origin.input_id in wanted}
        nearest = min(found.values(), default=0)
        chosen = (origin for origin, weight in found.items() if weight == nearest)
        return tuple(sorted(chosen, key=lambda each: (each.happening.value, each.input_id)))

    def days(self, inputs: Iterable[str] | None = None) -> tuple[date, ...]:
        """The days in order of time; only those of some inputs and of the law if inputs are named."""
        wanted = frozenset(self._of_input if inputs is None else {*inputs, ""} & self._of_input.keys())
        found = self._days.get(wanted)
        if found is None:
            days = {self.first}.union(*(self._of_input[each] for each in wanted))
            found = self._days[wanted] = tuple(sorted(days))
        return found


def change_points(pack: Pack, case: CaseFile, first: date, last: date) -> ChangePoints:
    """Every day from `first` to `last` (both inclusive) on which a fact of this case may turn."""
    found = ChangePoints(first, last)
    terms = pack.tables.picked(
        ("lengths",), lambda: tuple((each, each.least, each.most) for each in _lengths(pack))
    )
    begin, end = (first - ONE_DAY).toordinal(), last.toordinal()
    for origin, day in _recorded(pack, case, first, last):
        found.add(day, origin)
        number = day.toordinal()
        for length, least, most in terms:
            if number + most < begin or number + least > end:
                continue
            if length.is_age and origin.happening is not Happening.DAY:
                continue
            reached = length.after(day)
            if reached is not None and first - ONE_DAY <= reached <= last:
                found.add(reached, Origin(length.happening, origin.input_id))
    for day in pack.tables.picked(("days of the law",), lambda: tuple(_of_the_law(pack))):
        found.add(day, Origin(Happening.LAW))
    return found


def running_out(pack: Pack, case: CaseFile, first: date, last: date) -> tuple[RunningOut, ...]:
    """The papers that hold on the first day and end by the last, in the order of their ends."""
    ends = [
        RunningOut(stay.status, stay.longest.end - ONE_DAY)
        for stay in CaseDay(pack, case, first).history
        if stay.longest.covers(first) and stay.longest.end is not None and stay.longest.end <= last
    ]
    return tuple(sorted(ends, key=lambda each: (each.last_day, each.status.status_code)))


def _recorded(pack: Pack, case: CaseFile, first: date, last: date) -> Iterator[tuple[Origin, date]]:
    for name, answer in case.facts.items():
        for happening, day in _days(answer.value):
            yield Origin(happening, name), day
    for on in (first, last):
        for stay in CaseDay(pack, case, on).history:
            for span in (stay.safe, stay.longest):
                yield from _borders(span)
    for relative in case.relatives:  # what they hold on the day is part of the answer about the family
        for origin, day in _recorded(pack, relative.case, first, last):
            yield Origin(origin.happening, MEMBERS), day


def _borders(span: Span) -> Iterator[tuple[Origin, date]]:
    if span.start != date.min:
        yield Origin(Happening.BEGINS, HISTORY), span.start
    if span.end is not None and span.end != date.min:
        yield Origin(Happening.ENDS, HISTORY), span.end


def _days(value: Any, happening: Happening = Happening.DAY) -> Iterator[tuple[Happening, date]]:
    """Every day that an answer names, whatever its shape; both borders of one known by month or year only."""
    match value:
        case PartialDate():
            yield from {(happening, value.earliest), (happening, value.latest)}
        case date():
            yield happening, value
        case Period():
            yield from _days(value.start, Happening.BEGINS)
            yield from _days(value.end, Happening.ENDS)
        case tuple() | frozenset():
            for each in value:
                yield from _days(each, happening)
        case Mapping():
            for each in value.values():
                yield from _days(each, happening)
        case _ if is_dataclass(value) and not isinstance(value, type):
            for each in fields(value):
                yield from _days(getattr(value, each.name), happening)


@dataclass(frozen=True, slots=True)
class _Length:
    """A length of time that the law sets."""

    count: int
    unit: str

    @property
    def is_age(self) -> bool:
        """Ages alone are counted in years; they run from a day of birth, never from a border of a period."""
        return self.unit == "years"

    @property
    def least(self) -> int:
        """Fewer days than it can have: what is further away need not be computed."""
        return int(self.count * _DAYS_OF[self.unit]) - _LEEWAY

    @property
    def most(self) -> int:
        """More days than it can have."""
        return int(self.count * _DAYS_OF[self.unit]) + _LEEWAY

    @property
    def happening(self) -> Happening:
        return Happening.BIRTHDAY if self.is_age else Happening.TERM_REACHED

    def after(self, day: date) -> date | None:
        """The day so much later; None beyond the calendar."""
        try:
            match self.unit:
                case "days":
                    return day + timedelta(self.count)
                case "weeks":
                    return day + timedelta(weeks=self.count)
                case "years":
                    return add_months(day, 12 * self.count)
            return add_months(day, self.count)
        except (OverflowError, ValueError):
            return None


_DAYS_OF = {"days": 1.0, "weeks": 7.0, "months": 365.2425 / 12, "years": 365.2425}
_LEEWAY = 7
_UNITS = frozenset(_DAYS_OF)


def _terms(pack: Pack) -> Iterator[Term]:
    for versions in pack.terms.terms.values():
        yield from versions


def _lengths(pack: Pack) -> frozenset[_Length]:
    """Every length of time that facts may add to a day; what is no term of theirs they cannot read."""
    return frozenset(
        _Length(int(term.value), term.unit)
        for term in _terms(pack)
        if term.id in TERMS_NEEDED and term.unit in _UNITS and term.value.isdigit()
    )


def _of_the_law(pack: Pack) -> Iterator[date]:
    """The days that terms name, and those on which a term begins or ends."""
    for term in _terms(pack):
        if term.unit == "day":
            yield date.fromisoformat(term.value)
        if term.in_force is not None:
            yield term.in_force.since
            if term.in_force.until is not None:
                yield term.in_force.until
