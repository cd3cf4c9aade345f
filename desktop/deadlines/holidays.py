"""Public holidays per place, from the frozen tables in resources/holidays.

A period that rolls over looks at the place where the act must be done: the seat of the office or the court.
Where only the Land or nothing is known, the safe side differs: rolling over uses the holidays that hold in
any case (the earlier end), while an office counts as closed on every day that is a holiday somewhere there
(the earlier safe day). A year outside the tables is a `NoTable` problem, never a year without holidays.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from .. import resources
from ..cases.plaindata import Plain, read_plain_file
from ..errors import Problem
from ..texts import mark

NATIONWIDE = "DE"

PLACES: Mapping[str, str] = MappingProxyType(
    {
        "DE": mark("Germany"),
        "DE-BW": mark("Baden-Württemberg"),
        "DE-BY": mark("Bavaria, place without Assumption Day"),
        "DE-BY+assumption": mark("Bavaria, place with Assumption Day"),
        "DE-BY-AUGSBURG": mark("Augsburg"),
        "DE-BE": mark("Berlin"),
        "DE-BB": mark("Brandenburg"),
        "DE-HB": mark("Bremen"),
        "DE-HH": mark("Hamburg"),
        "DE-HE": mark("Hesse"),
        "DE-MV": mark("Mecklenburg-Vorpommern"),
        "DE-NI": mark("Lower Saxony"),
        "DE-NW": mark("North Rhine-Westphalia"),
        "DE-RP": mark("Rhineland-Palatinate"),
        "DE-SL": mark("Saarland"),
        "DE-SN": mark("Saxony"),
        "DE-SN+corpus": mark("Saxony, place with Corpus Christi"),
        "DE-ST": mark("Saxony-Anhalt"),
        "DE-SH": mark("Schleswig-Holstein"),
        "DE-TH": mark("Thuringia"),
        "DE-TH+corpus": mark("Thuringia, place with Corpus Christi"),
    }
)
"""Every place that has a table, with its name."""

NAMES: Mapping[str, str] = MappingProxyType(
    {
        "new_year": mark("New Year's Day"),
        "epiphany": mark("Epiphany"),
        "womens_day": mark("International Women's Day"),
        "good_friday": mark("Good Friday"),
        "easter_sunday": mark("Easter Sunday"),
        "easter_monday": mark("Easter Monday"),
        "labour_day": mark("Labour Day"),
        "liberation_day": mark("Liberation Day"),
        "ascension": mark("Ascension Day"),
        "whit_sunday": mark("Whit Sunday"),
        "whit_monday": mark("Whit Monday"),
        "corpus_christi": mark("Corpus Christi"),
        "uprising_day": mark("Anniversary of the uprising of 1953"),
        "peace_festival": mark("Augsburg Peace Festival"),
        "assumption": mark("Assumption Day"),
        "childrens_day": mark("World Children's Day"),
        "unity_day": mark("Day of German Unity"),
        "reformation_day": mark("Reformation Day"),
        "all_saints": mark("All Saints' Day"),
        "repentance_day": mark("Repentance Day"),
        "christmas_day": mark("Christmas Day"),
        "second_christmas_day": mark("Second Day of Christmas"),
    }
)


class NoTable(Problem):
    """The year lies outside the holiday tables of this version."""

    def __init__(self, year: int, first: int, last: int) -> None:
        super().__init__(
            mark("Holidays are known from {first} to {last}, not for {year}."),
            mark("Check the date, or look for a newer version of the program."),
            year=year,
            first=first,
            last=last,
        )


@dataclass(frozen=True, slots=True)
class Calendar:
    """The holidays of one place. `known` is False if the place has no table and Germany stands in."""

    place: str
    first_year: int
    last_year: int
    days: Mapping[date, str] = field(repr=False)  # ids of NAMES
    somewhere: frozenset[date] = field(repr=False)  # holidays of this place or of some place within it
    known: bool = True

    @property
    def name(self) -> str:
        """The place's name (English source text)."""
        return PLACES[self.place]

    def holiday(self, day: date) -> str | None:
        """The name (English source text) of the holiday, or None. Raises NoTable."""
        self._check(day)
        found = self.days.get(day)
        return None if found is None else NAMES[found]

    def is_free(self, day: date) -> bool:
        """Saturday, Sunday or public holiday. Raises NoTable."""
        return self.holiday(day) is not None or day.weekday() >= 5

    def is_open(self, day: date) -> bool:
        """Whether offices are surely open: no free day anywhere in the place, no 24 or 31 December.

        Both are working days in law, but the doors are closed. Raises NoTable.
        """
        self._check(day)
        return day.weekday() < 5 and day not in self.somewhere and (day.month, day.day) not in DOORS_CLOSED

    def _check(self, day: date) -> None:
        if not self.first_year <= day.year <= self.last_year:
            raise NoTable(day.year, self.first_year, self.last_year)


DOORS_CLOSED = frozenset({(12, 24), (12, 31)})


@cache
def calendar_of(place: str, folder: Path | None = None) -> Calendar:
    """The calendar of a place; of all Germany if the place is empty or has no table."""
    folder = folder or resources.path("holidays")
    if place not in PLACES:
        return replace(calendar_of(NATIONWIDE, folder), known=False)
    table = _read(place, folder)
    within = (each for each in PLACES if place == NATIONWIDE or each.startswith((f"{place}+", f"{place}-")))
    somewhere = table.days.keys() | {day for each in within for day in _read(each, folder).days}
    return Calendar(place, table.first_year, table.last_year, table.days, frozenset(somewhere))


@dataclass(frozen=True, slots=True)
class _Table:
    first_year: int
    last_year: int
    days: Mapping[date, str]


@cache
def _read(place: str, folder: Path) -> _Table:
    plain = read_plain_file(folder / f"{place}.yaml")
    table = plain.value
    if not isinstance(table, dict) or table.get("place") != place or table.keys() - _KEYS:
        raise _unreadable(plain, ())
    years = re.fullmatch(r"(\d{4})-(\d{4})", str(table.get("years")))
    if years is None:
        raise _unreadable(plain, ("years",))
    first, last = int(years[1]), int(years[2])
    days: dict[date, str] = dict(_read(str(table["extends"]), folder).days) if "extends" in table else {}
    for name, month_day in _entries(plain, "every_year"):
        for year in range(first, last + 1):
            days[_day(plain, ("every_year", name), f"{year}-{month_day}")] = name
    for name, single in _entries(plain, "single_days"):
        for number, text in enumerate(single if isinstance(single, list) else [single]):
            days[_day(plain, ("single_days", name, number), str(text))] = name
    return _Table(first, last, MappingProxyType(days))


_KEYS = frozenset("place source extends years every_year single_days".split())


def _entries(plain: Plain, key: str) -> list[tuple[str, object]]:
    table = plain.value.get(key, {})
    if not isinstance(table, dict) or table.keys() - NAMES.keys():
        raise _unreadable(plain, (key,))
    return list(table.items())


def _day(plain: Plain, where: tuple[str | int, ...], text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise _unreadable(plain, where) from None


def _unreadable(plain: Plain, where: tuple[str | int, ...]) -> Problem:
    return Problem(
        mark("The holiday table “{file}” cannot be read (line {line})."),
        file=plain.source,
        line=plain.line(where),
    )
