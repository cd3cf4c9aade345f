"""A period computed from what somebody typed: a day, a length in words, a place, what sets it off."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum

from desktop import resources
from desktop.cases.periods import PartialDate
from desktop.deadlines import legal_period
from desktop.deadlines.arithmetic import Length, Unit
from desktop.deadlines.authorities import read_authorities
from desktop.deadlines.counting import Begins, check_length
from desktop.deadlines.holidays import PLACES, Calendar, calendar_of
from desktop.deadlines.legal_period import Law, LegalPeriod
from desktop.errors import Problem
from desktop.texts import LANGUAGES, Texts, mark


class Kind(Enum):
    """What is counted."""

    EVENT = "event"  # the day of an event does not count
    BEGIN = "begin"  # the first day counts
    AUTHORITY = "authority"  # set by an authority, from the day of announcement
    WAITING = "waiting"  # nothing is possible before it is over; never rolls over
    WORKING = "working"  # so many working days after an event
    BEFORE = "before"  # so many weeks before an end
    NAMED = "named"  # the authority named the last day
    FINAL = "final"  # the same, with reference to § 31(3) s. 2 VwVfG, or an appointment
    VALIDITY = "validity"  # the last day of a title or paper


WITHOUT_LENGTH = frozenset({Kind.NAMED, Kind.FINAL, Kind.VALIDITY})
"""Kinds that give the last day itself."""

_BEGINS = {Kind.EVENT: Begins.EVENT, Kind.BEGIN: Begins.DAY, Kind.AUTHORITY: Begins.AUTHORITY}


@dataclass(frozen=True, slots=True)
class Question:
    """What to compute. `start` is the event, the first day or, for some kinds, the last day."""

    start: PartialDate
    place: Calendar
    kind: Kind = Kind.EVENT
    length: Length | None = None
    rolls: bool = True
    law: Law = Law.PROCEDURE


def compute(asked: Question) -> LegalPeriod:
    """The period. Raises Problem for what does not fit together and for days outside the holiday tables."""
    _check(asked)
    found = _computed(asked)
    for day in (found.raw_end, found.end, found.latest or found.end, found.safe_day):
        asked.place.holiday(day)  # raises NoTable
    return found


def _check(asked: Question) -> None:
    if asked.kind in WITHOUT_LENGTH and asked.length is not None:
        raise Problem(mark("“{kind}” names the last day itself and takes no length."), kind=asked.kind.value)
    if asked.kind not in WITHOUT_LENGTH and asked.length is None:
        raise Problem(mark("The length is missing."), HOW_LONG)
    ranges = {Kind.EVENT, Kind.BEGIN, Kind.AUTHORITY, Kind.WAITING}
    if asked.kind not in ranges and not asked.start.exact:
        raise Problem(mark("“{kind}” needs a day, not only a month."), kind=asked.kind.value)
    wanted, sentence = _COUNTED.get(asked.kind, (None, ""))
    length = asked.length
    if wanted is not None and length is not None and (length.unit is not wanted or length.half_month):
        raise Problem(sentence, kind=asked.kind.value)


_COUNTED = {
    Kind.WORKING: (Unit.DAYS, mark("“{kind}” counts days only.")),
    Kind.BEFORE: (Unit.WEEKS, mark("“{kind}” counts weeks only.")),
}


def _computed(asked: Question) -> LegalPeriod:
    start, place, length = asked.start, asked.place, asked.length or Length(0, Unit.DAYS)
    match asked.kind:
        case Kind.WAITING:
            return legal_period.waiting(start, length, place)
        case Kind.WORKING:
            return legal_period.working_days(start.earliest, length.count, place)
        case Kind.BEFORE:
            return legal_period.weeks_before(start.earliest, length.count, place)
        case Kind.NAMED | Kind.FINAL:
            final = asked.kind is Kind.FINAL or not asked.rolls
            return legal_period.fixed_day(start.earliest, place, final=final, law=asked.law)
        case Kind.VALIDITY:
            return legal_period.end_of_validity(start.earliest, place)
    return legal_period.period(
        start, length, place, begins=_BEGINS[asked.kind], rolls=asked.rolls, law=asked.law
    )


HOW_LONG = mark("Write for instance 10 days, 2 weeks, 3 months, 1 year, half a month.")

_UNITS = {
    Unit.DAYS: "d t day days tag tage tagen",
    Unit.WEEKS: "w week weeks woche wochen",
    Unit.MONTHS: "m month months monat monate monaten",
    Unit.YEARS: "y j year years jahr jahre jahren",
}
_UNIT_OF = {word: unit for unit, words in _UNITS.items() for word in words.split()}
_WHOLE = re.compile(r"(-?\d{1,9}|an?|one|eine?n?)\s*([a-z]+)(?:\s+(?:and a half|und ein halber))?")
_HALF = {
    **dict.fromkeys(("half a month", "half month", "halber monat", "ein halber monat"), "month"),
    **dict.fromkeys(("half a year", "half year", "halbes jahr", "ein halbes jahr"), "year"),
    **dict.fromkeys(("a quarter", "quarter", "vierteljahr", "ein vierteljahr"), "quarter"),
}


def read_length(text: str) -> Length:
    """A length in words, German or English. Raises Problem with the way to write it."""
    words = " ".join(text.casefold().split())
    match _HALF.get(words):
        case "month":
            return Length(0, Unit.MONTHS, half_month=True)
        case "year":
            return Length(6, Unit.MONTHS)
        case "quarter":
            return Length(3, Unit.MONTHS)
    found = _WHOLE.fullmatch(words)
    unit = _UNIT_OF.get(found[2]) if found is not None else None
    if found is None or unit is None:
        raise Problem(mark("“{found}” is no length of a period."), HOW_LONG, found=text[:40])
    half = words.endswith(("half", "halber"))
    if half and unit is not Unit.MONTHS:
        raise Problem(mark("“{found}” is no length of a period."), HOW_LONG, found=text[:40])
    length = Length(int(found[1]) if found[1].lstrip("-").isdigit() else 1, unit, half_month=half)
    check_length(length)
    return length


def read_place(text: str) -> Calendar:
    """The calendar of a place: a key of the tables, a Land, the place of a known authority. Raises Problem.

    An empty text is a place that is not known: nationwide holidays only.
    """
    wanted = _plain(text)
    if not wanted:
        return calendar_of("")
    known = {_plain(each): each for each in PLACES}
    known |= {_plain(each.removeprefix("DE-")): each for each in PLACES}
    if wanted not in known:
        for language in LANGUAGES:
            texts = Texts(language, resources.path("i18n"))
            known |= {_plain(texts(name)): key for key, name in PLACES.items()}
    if wanted not in known:
        known |= _authorities()
    if wanted not in known:
        raise Problem(
            mark("There are no holidays for the place “{found}”."),
            mark("Known are: {places}."),
            found=text[:40],
            places=", ".join(PLACES),
        )
    return calendar_of(known[wanted])


def _authorities() -> dict[str, str]:
    """Places of the authorities that are known, by the last part of their ids."""
    folder = resources.path("authorities")
    return {
        _plain(each.id.rpartition(":")[2]): each.holiday_key
        for each in read_authorities(folder).values()
        if each.holiday_key in PLACES
    }


_LIGATURES = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def _plain(text: str) -> str:
    """Letters of a name as they are typed without a German keyboard."""
    return unicodedata.normalize("NFC", text).casefold().strip().translate(_LIGATURES)
