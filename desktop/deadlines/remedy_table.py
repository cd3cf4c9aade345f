"""The table of remedies: which decision, which remedy, which period. Data of the rule pack (remedies.yaml).

A row is a kind of decision under one law. Rows of the former and the present asylum law name each other. What
a missing or incorrect instruction leaves open stands beside every period and is never planned with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cached_property
from types import MappingProxyType
from typing import Annotated

from ..cases.shapes import OneOf, ShapeError
from .arithmetic import Length, Unit
from .authorities import Pair

_LENGTH = re.compile(r"([1-9]\d{0,2}) (days|weeks|months|years)")


class Act(Enum):
    """What has to be done, each with a period of its own."""

    OBJECTION = "objection"
    ACTION = "action"
    EITHER = "either"  # objection where the Land keeps it, otherwise the action
    INTERIM = "interim"
    REASONS = "reasons"
    LEAVE = "leave"  # leave to appeal, with its grounds
    REMAIN = "remain"  # to remain, or to prolong the suspensive effect, after a judgment
    HEARING = "hearing"  # after a decision of the court without one
    DEPARTURE = "departure"  # application for a period to leave voluntarily
    REFUND = "refund"  # claim back what was paid


class Start(Enum):
    """What sets the period off."""

    SERVICE = "service"
    ANNOUNCEMENT = "announcement"
    BOTH_SERVICES = "both_services"  # the later of the two; the safe line counts from the earlier
    AFTER_INTERIM = "after_interim"  # the end of the period for interim relief
    AFTER_REASONS = "after_reasons"


class Counts(Enum):
    """How the length is counted."""

    CALENDAR = "calendar"
    WORKING_DAYS = "working_days"
    YEAR_ENDS = "year_ends"  # to the end of the n-th calendar year after the start


class Objection(Enum):
    """Whether an objection comes before the action."""

    NONE = "none"  # excluded by federal law
    LAND = "land"  # where the Land keeps it
    ALWAYS = "always"


class Suspends(Enum):
    """Whether the remedy stops what was decided."""

    YES = "yes"
    NO = "no"
    DEPENDS = "depends"


@dataclass(frozen=True, slots=True)
class RowRemedy:
    """One remedy of a row. Lengths are written “2 weeks”; without `period` there is no fixed one."""

    act: Act
    cite: str
    start: Start = Start.SERVICE
    period: str = ""
    plan: str = ""  # a shorter one to plan with
    outer: str = ""  # if the instruction is missing or incorrect
    outer_cite: str = ""
    safe: str = ""  # to show before `outer`
    second: str = ""  # a longer reading of `outer`
    second_cite: str = ""
    counts: Counts = Counts.CALENDAR
    rolls: bool = True
    certainty: Annotated[str, OneOf.words("read secondary inferred memory")] = "read"

    @property
    def regular(self) -> Length | None:
        """The regular length, or None if there is no fixed period."""
        return length_of(self.period)

    @property
    def shortest(self) -> Length | None:
        """The length to plan with: the shorter one where the regular one is not sure."""
        return length_of(self.plan) or self.regular


@dataclass(frozen=True, slots=True)
class RowRegime:
    """Under which asylum law a row stands, what decides about it, and the row under the other one."""

    holds: Annotated[str, OneOf.words("new old")]
    anchor: Annotated[str, OneOf.words("lodged withdrawal open")]
    other: str


@dataclass(frozen=True, slots=True)
class Row:
    """A kind of decision. `law`: whose rules of announcement hold."""

    id: str
    part: Annotated[str, OneOf.words("asylum court residence benefits")]
    law: Annotated[str, OneOf.words("federal land social court")]
    short: Pair
    name: Pair
    cite: str
    suspends: Suspends
    effect: Pair
    remedies: tuple[RowRemedy, ...] = ()
    objection: Objection = Objection.NONE
    regime: RowRegime | None = None
    notes: tuple[str, ...] = ()
    listed: bool = True

    @property
    def from_service(self) -> bool:
        """Whether a period runs from service, so that the decision must be served."""
        return any(each.start in (Start.SERVICE, Start.BOTH_SERVICES) for each in self.remedies)

    @property
    def both_services(self) -> bool:
        """Whether a second decision must be served before a period begins."""
        return any(each.start is Start.BOTH_SERVICES for each in self.remedies)


@dataclass(frozen=True, slots=True)
class Regime:
    """The day from which the present asylum law holds (inclusive)."""

    since: date
    cite: str
    certainty: Annotated[str, OneOf.words("read secondary inferred memory")]
    note: Pair


@dataclass(frozen=True, slots=True)
class Note:
    """What one should know beside a decision, or only beside some acts against it."""

    id: str
    text: Pair
    cite: str
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """In which form and where an act is done."""

    acts: tuple[Act, ...]
    laws: tuple[str, ...]
    text: Pair
    cite: str


@dataclass(frozen=True, slots=True)
class LandObjection:
    """Whether a Land keeps the objection against its foreigners offices: a hint, never a reason to wait."""

    land: str
    kept: Annotated[str, OneOf.words("yes no partly unknown")]
    certainty: Annotated[str, OneOf.words("read secondary inferred memory")]
    note: Pair


@dataclass(frozen=True)
class RemedyTable:
    """The whole table of a pack."""

    checked_on: date
    source: Pair
    regime: Regime
    notes: tuple[Note, ...]
    forms: tuple[Form, ...]
    objection: tuple[LandObjection, ...]
    rows: tuple[Row, ...] = field(repr=False)

    def row(self, row_id: str) -> Row | None:
        """The row with that id, or None."""
        return self._rows.get(row_id)

    def note(self, note_id: str) -> Note:
        """The note with that id. Raises KeyError."""
        return self._notes[note_id]

    def land(self, land: str) -> LandObjection | None:
        """What is said about the objection in a Land (`DE-BY`)."""
        return next((each for each in self.objection if each.land == land), None)

    def form(self, act: Act, law: str) -> Iterator[Form]:
        """In which form an act is done; of `either` both forms."""
        acts = {Act.OBJECTION, Act.ACTION} if act is Act.EITHER else {act}
        return (each for each in self.forms if acts.intersection(each.acts) and law in each.laws)

    @cached_property
    def _rows(self) -> Mapping[str, Row]:
        return MappingProxyType({row.id: row for row in self.rows})

    @cached_property
    def _notes(self) -> Mapping[str, Note]:
        return MappingProxyType({note.id: note for note in self.notes})


def length_of(text: str) -> Length | None:
    """A length as the table writes it; None for none. Raises ShapeError for anything else."""
    if not text:
        return None
    found = _LENGTH.fullmatch(text)
    if found is None:
        raise ShapeError("A length is written “2 weeks”, with days, weeks, months or years.")
    return Length(int(found[1]), Unit(found[2]))
