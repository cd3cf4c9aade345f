"""The inputs of the sheets about time: slips for the file, proof of filing, day lists.

Texts are in the language of the sheet. Days are inclusive.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from ..cases.applications import DecisionKind
from ..deadlines.duedates import Nature, Urgency
from .sheets import Authority, Person, Stamp


@dataclass(frozen=True, slots=True)
class StepLine:
    """One sentence of a derivation, and the section it rests on."""

    text: str
    cite: str = ""


@dataclass(frozen=True, slots=True)
class Hand:
    """Who did something, when and how; empty is filled in by hand on paper."""

    who: str = ""
    on: date | None = None
    how: str = ""


@dataclass(frozen=True, slots=True)
class SlipSheet:
    """One date of one client on half a sheet of paper, for the paper file.

    `day` is the last day in time; of `Nature.EARLIEST` the first day on which it is possible. `person` may
    be without a name: then the file number stands for it.
    """

    stamp: Stamp
    person: Person
    nature: Nature
    what: str
    action: str
    day: date
    cite: str = ""
    time: str = ""  # of an appointment: 14:30
    place: str = ""  # of an appointment
    letter: str = ""  # the decision letter it follows from, in words
    latest: date | None = None  # the later reading, where the day is not known exactly
    safe_day: date | None = None
    start_on: date | None = None  # the pre-deadline
    urgent_from: date | None = None
    lawyer_today: bool = False
    settled: bool = False
    derivation: tuple[StepLine, ...] = ()
    notes: tuple[StepLine, ...] = ()  # what to know beside it; no day named here is one to plan with
    entered: Hand = Hand()
    confirmed: Hand = Hand()
    done: Hand = Hand()


@dataclass(frozen=True, slots=True)
class DayRow:
    """One date of a list. `who` is empty where only file numbers are printed."""

    what: str
    urgency: Urgency
    nature: Nature
    day: date  # the day to act by, as it is listed
    who: str = ""
    file_number: str = ""
    time: str = ""
    beside: str = ""  # "ends Thu 26 Nov"


@dataclass(frozen=True, slots=True)
class DayGroup:
    """Rows under one heading, as "Mon 23 Nov 2026" or "Overdue"; `note` stands beside the heading."""

    title: str
    rows: tuple[DayRow, ...]
    note: str = ""  # "public holiday: ..."
    dated: bool = False  # the rows have days of their own, which are printed


@dataclass(frozen=True, slots=True)
class DayListSheet:
    """The dates of a whole office, in the order of the list."""

    stamp: Stamp
    title: str
    about: str  # the days it covers, in words
    groups: tuple[DayGroup, ...]
    names: bool = False  # whether clients are named; else file numbers only
    notes: tuple[str, ...] = ()


class Protection(Enum):
    """Whether an application protects the stay until it is decided."""

    RUNS = "runs"
    SUSPENDED = "suspended"  # only removal is suspended; the stay is not permitted
    NONE = "none"
    UNCLEAR = "unclear"  # too little is recorded, or readings differ


@dataclass(frozen=True, slots=True)
class FilingSheet:
    """What was filed, how that is proven, and what it does for the stay until the decision."""

    stamp: Stamp
    person: Person
    title: str
    cite: str
    occasion: DecisionKind
    known: tuple[tuple[str, str], ...]  # label and what is recorded; an empty value is filled in by hand
    protection: Protection
    effect: str  # in one sentence
    why: StepLine
    authority: Authority | None = None
    otherwise: str = ""  # the effect on the better reading
    notes: tuple[StepLine, ...] = ()
    next_steps: tuple[tuple[StepLine, date | None], ...] = ()  # what to do, and by when
    open_points: tuple[str, ...] = ()  # what would settle it
