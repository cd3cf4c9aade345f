"""DueDate: one day the office must know, with how it was found, and how urgent it is on a given day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from ..cases.periods import ONE_DAY
from ..texts import mark
from .arithmetic import WorkingDays, safe_day
from .derivation import Step
from .holidays import Calendar, NoTable

FORGOTTEN = timedelta(days=365)
"""A paper that ended longer ago is history, not a date to watch."""

NEAR = timedelta(days=7)
"""A deadline so near is soon, even where nothing says when to begin."""

MISSED = timedelta(days=366)
"""A missed period is shown so long: for a year reinstatement may save it (§ 32(3) VwVfG, § 60(3) VwGO)."""

LONG_PAST = timedelta(days=92)
"""A claim that lapsed is shown so long, because a reason may still save it."""


class Nature(Enum):
    """What a day is. Only a filing period rolls over a free day."""

    VALIDITY = "validity"  # a paper or right ends with the day; act before
    FILING = "filing"  # an act must be done by the day
    EARLIEST = "earliest"  # something becomes possible on the day
    RESTRICTION = "restriction"  # a duty binds up to and including the day
    PLAN = "plan"  # the office looks at the case again on the day
    APPOINTMENT = "appointment"  # somebody has to be somewhere on the day


class Urgency(Enum):
    """How near a date is, most urgent first."""

    OVERDUE = "overdue"  # the day has passed
    URGENT = "urgent"  # it should have been done already, or today is the last safe day
    SOON = "soon"  # time to act
    LATER = "later"
    SETTLED = "settled"  # nothing to do: applied for, or the restriction is over

    def __lt__(self, other: Urgency) -> bool:
        order = list(Urgency)
        return order.index(self) < order.index(other)


URGENCY_WORDS: Mapping[Urgency, str] = {
    Urgency.OVERDUE: mark("overdue"),
    Urgency.URGENT: mark("urgent"),
    Urgency.SOON: mark("soon"),
    Urgency.LATER: mark("later"),
    Urgency.SETTLED: mark("settled"),
}


class StageKind(Enum):
    """What should happen at a stage before an end."""

    COLLECT = "collect"
    FILE = "file"
    OVERDUE = "overdue"  # should be filed by now
    RED = "red"
    SAFE = "safe"  # the last safe day
    LATE = "late"  # the first day too late


_PRESSING = frozenset({StageKind.OVERDUE, StageKind.RED})


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage and the working day on which it begins."""

    kind: StageKind
    day: date


@dataclass(frozen=True, slots=True)
class DueDate:
    """One date of a case. Days are inclusive; where only the month is known, `day` is the earlier reading."""

    kind: str  # ae_validity, c104_end, duldung_cert, passport ...; see schedule.KINDS
    nature: Nature
    day: date  # last day in time; of EARLIEST the first day on which it is possible
    name: Step
    action: Step
    cite: str = ""
    code: str = ""  # status code, passport kind or paper code it belongs to
    title_id: str | None = None
    latest: date | None = None  # the later reading, if the day is not known exactly
    safe_day: date | None = None  # last day offices are surely open; None where nothing has to be filed
    start_on: date | None = None  # when to begin
    stages: tuple[Stage, ...] = ()
    derivation: tuple[Step, ...] = ()
    notes: tuple[Step, ...] = ()
    ask: tuple[str, ...] = ()  # inputs that would make the date surer
    settled: bool = False
    entry: str = ""  # the planned entry it shows
    letter: str = ""  # the decision letter it follows from
    time: str = ""  # of an appointment

    def urgency(self, today: date) -> Urgency:
        """How near the date is on a day."""
        if self.settled:
            return Urgency.SETTLED
        return urgency(self.nature, self.day, self.act_by, self.start_on, self.urgent_from, today)

    @property
    def urgent_from(self) -> date | None:
        """The first day on which it is urgent: it should be done by now, or the safe day has passed."""
        days = [stage.day for stage in self.stages if stage.kind in _PRESSING]
        if self.safe_day is not None:
            days.append(self.safe_day + ONE_DAY)
        return min(days, default=None)

    def place(self, today: date) -> tuple[bool, bool, date, date]:
        """For sorting: overdue first, settled last, else by the day to act; what is due already, as today."""
        urgency = self.urgency(today)
        return (
            urgency is not Urgency.OVERDUE,
            urgency is Urgency.SETTLED,
            max(self.act_by, today),
            self.act_by,
        )

    @property
    def act_by(self) -> date:
        """The day to show largest: the safe day if there is one."""
        return self.safe_day or self.day


def urgency(
    nature: Nature,
    day: date,
    act_by: date,
    start_on: date | None,
    urgent_from: date | None,
    today: date,
) -> Urgency:
    """How near a date that is not settled is on a day; see `DueDate` for what the days are.

    The day to act by is urgent itself, and the seven days before it are soon, whatever was planned.
    """
    if nature is Nature.RESTRICTION and day < today:
        return Urgency.SETTLED
    if nature is Nature.EARLIEST:
        return Urgency.SOON if (start_on or day) <= today else Urgency.LATER
    if day < today:
        return Urgency.OVERDUE
    if nature is Nature.PLAN or nature is Nature.APPOINTMENT:
        return Urgency.SOON if (start_on or day) <= today else Urgency.LATER
    if min(urgent_from or act_by, act_by) <= today:
        return Urgency.URGENT
    near = act_by - NEAR
    return Urgency.SOON if min(start_on or near, near) <= today else Urgency.LATER


def safe(day: date, place: Calendar) -> date:
    """The safe day; outside the holiday tables the Thursday before the week of the day, or earlier."""
    try:
        return safe_day(day, place)
    except NoTable:
        return day - timedelta(days=day.weekday() + 4)


def safe_on_or_after(day: date, place: WorkingDays) -> date:
    """The day itself, or the next one on which offices are surely open; outside the tables the day itself."""
    try:
        while not place.is_open(day):
            day += ONE_DAY
    except NoTable:
        pass
    return day


def stages_before(last_day: date, weeks: dict[StageKind, int], place: Calendar) -> tuple[Stage, ...]:
    """The stages so many weeks before an end, each on a working day; the safe day; the day too late."""
    before = (Stage(kind, safe(last_day - timedelta(weeks=count), place)) for kind, count in weeks.items())
    last = (Stage(StageKind.SAFE, safe(last_day, place)), Stage(StageKind.LATE, last_day + ONE_DAY))
    return (*sorted(before, key=lambda stage: stage.day), *last)
