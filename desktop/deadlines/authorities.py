"""The directory of authorities: where and how one applies there, with the source of every statement.

Core records (`core:`) come with the program, an office adds its own (`user:`). What a page says stays its own
statement; the law is in the rule pack. Where a record says nothing, None stands for "not known".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import Annotated

from ..cases.plaindata import Plain, read_plain_file
from ..cases.recordshapes import read_record, unreadable
from ..cases.shapes import Key, OneOf, ShapeError
from ..errors import Problem, Problems
from ..texts import mark
from .arithmetic import add_months
from .holidays import PLACES

UNKNOWN_AUTHORITY = "core:unknown"
"""The record that promises nothing, for a case without a known authority."""

MONTHS_TO_REVIEW = 6
"""Opening hours, addresses and ways to file change: a record is looked at again after so many months."""

_ID = re.compile(r"(core|user):[a-z0-9][a-z0-9_-]{0,59}")
_HOURS = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


class Channel(Enum):
    """How an application reaches the authority."""

    ONLINE = "online"
    POST = "post"
    EMAIL = "email"
    FAX = "fax"
    LETTERBOX = "letterbox"
    IN_PERSON = "in_person"


class Originals(Enum):
    """What the authority wants with original papers."""

    NEVER = "never"
    APPOINTMENT = "appointment"
    REQUIRED = "required"


class Appointment(Enum):
    """Whether one must go there to file."""

    REQUIRED = "required"
    ON_INVITATION = "on_invitation"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Pair:
    """A text in both languages."""

    de: str
    en: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where statements of a record were read. The first source of a record covers all that no other names."""

    id: str
    name: Pair
    kind: Annotated[
        str, OneOf.words("page web reading office")
    ]  # the authority's page, another page, own reading
    status_on: date | None = None  # what the page gives as its state
    covers: tuple[str, ...] = ()  # names of fields
    note: Pair | None = None


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """A stretch of time on a weekday (1 Monday to 7 Sunday)."""

    weekday: int
    opens: Annotated[str, Key("from")]
    closes: Annotated[str, Key("until")]

    def __post_init__(self) -> None:
        if not (1 <= self.weekday <= 7 and _HOURS.fullmatch(self.opens) and _HOURS.fullmatch(self.closes)):
            raise ShapeError("Opening hours are written weekday: 1, from: 09:00, until: 12:00.")


@dataclass(frozen=True, slots=True)
class LeadTimes:
    """Weeks before the end of a title at which something should have happened."""

    collect: int = 16
    collect_long: int = 26  # a passport or a language test is still missing
    start_104c: int = 39
    file: int = 12
    overdue: int = 8
    red: int = 4

    def __post_init__(self) -> None:
        if not self.collect_long >= self.collect >= self.file >= self.overdue >= self.red >= 0:
            raise ShapeError("The lead times must grow shorter from collecting to the last weeks.")


@dataclass(frozen=True, slots=True)
class FeeStatement:
    """What a page says a decision costs, in euros; `fee` is an id of the pack's fee table."""

    fee: str
    text: Pair
    adult: Decimal | None = None
    minor: Decimal | None = None


@dataclass(frozen=True, slots=True)
class PaperRule:
    """How this authority departs from the document catalogue for one paper (`code` of the catalogue)."""

    code: str
    asked: bool | None = None  # whether the page names it; None: only the note matters
    hand_in: Annotated[str | None, OneOf.words("copy original copy_original_at_visit digital none")] = None
    note: Pair | None = None


@dataclass(frozen=True, slots=True)
class AnnounceRule:
    """After how many days a letter counts as announced by the Land's law; absent: compute 3 and 4."""

    days: int
    valid_from: date
    source: Pair


@dataclass(frozen=True, slots=True)
class Authority:
    """One authority, or one page that speaks for all authorities of a Land (`level` state)."""

    id: str
    name: Pair
    sources: tuple[Source, ...]
    level: Annotated[str, OneOf.words("municipal district state special unknown")] = "unknown"
    land: str = ""
    holiday_key: str = ""  # empty: place unknown
    department: Pair | None = None
    postal_address: tuple[str, ...] = ()  # lines without the name
    visit_address: tuple[str, ...] = ()
    entrance_note: Pair | None = None
    phone: str = ""
    fax: str = ""
    email_general: str = ""
    email_applications: str = ""
    online_url: str = ""
    channels: tuple[Channel, ...] = ()  # preferred first
    channel_note: Pair | None = None
    originals: Originals | None = None
    signature: Annotated[str | None, OneOf.words("wet any")] = None
    appointment: Appointment | None = None
    appearance: Pair | None = None  # whether and why one must come in person
    opening_hours: tuple[OpeningHours, ...] = ()
    hours_note: Pair | None = None
    lead_times: LeadTimes = LeadTimes()
    processing_weeks_min: int | None = None
    processing_weeks_max: int | None = None
    fees: tuple[FeeStatement, ...] = ()
    papers: tuple[PaperRule, ...] = ()
    announce_rule: AnnounceRule | None = None
    remedy: Annotated[str | None, OneOf.words("objection action")] = None  # a hint; the instruction decides
    hardship: Pair | None = None
    verified_by: str = ""
    verified_on: date | None = None
    review_due: date | None = None
    active: bool = True
    notes: tuple[Pair, ...] = ()

    def source_of(self, field: str) -> Source:
        """Where a statement was read."""
        return next((source for source in self.sources if field in source.covers), self.sources[0])

    @property
    def confirmed_on(self) -> date | None:
        """The day somebody confirmed the record, else the state its first source gives; None if not known."""
        return self.verified_on or self.sources[0].status_on

    def stale_on(self, day: date) -> bool:
        """Whether somebody should have looked at the record again: its review is due, or it is too old."""
        if self.review_due is not None and self.review_due < day:
            return True
        confirmed = self.confirmed_on
        return confirmed is not None and add_months(confirmed, MONTHS_TO_REVIEW) < day


def read_authorities(folder: Path) -> Mapping[str, Authority]:
    """Every record of a folder by its id. Raises Problems, each with file, line and key."""
    records: dict[str, Authority] = {}
    problems: list[Problem] = []
    for file in sorted(folder.glob("*.yaml")):
        try:
            record = read_authority(read_plain_file(file))
            if record.id in records:
                raise Problem(
                    mark("“{file}”: the authority {id} exists twice."), file=file.name, id=record.id
                )
            records[record.id] = record
        except Problem as problem:
            problems.append(problem)
    if problems:
        raise Problems(tuple(problems))
    return MappingProxyType(records)


def read_authority(plain: Plain) -> Authority:
    """One record, strictly. Raises Problem with file, line and key."""
    record = read_record(plain, Authority)
    try:
        _check(record)
    except ShapeError as error:
        raise unreadable(plain, error) from error
    return record


def _check(record: Authority) -> None:
    """What no single field can know."""
    if not _ID.fullmatch(record.id):
        raise ShapeError("An id is written core:name or user:name.", ("id",))
    if record.holiday_key and record.holiday_key not in PLACES:
        raise ShapeError("There is no holiday table for this place.", ("holiday_key",))
    if not record.sources:
        raise ShapeError("A record needs a source.", ("sources",))
    fields = frozenset(Authority.__dataclass_fields__)
    for number, source in enumerate(record.sources):
        if set(source.covers) - fields:
            raise ShapeError("A source covers a field that does not exist.", ("sources", number, "covers"))
