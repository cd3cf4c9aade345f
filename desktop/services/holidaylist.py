"""The holidays of one place and year as data and as text.

`as_data` is a promise to other programs; keys are added, never renamed.

    place, name, year
    holidays      day (ISO), weekday (1 Monday to 7 Sunday), name
    in_parts      the same for days that only parts of the place have, with `place` and its name
    closed_doors  days that count as working days though offices are closed
    first_year, last_year   what the tables cover
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from desktop.deadlines.holidays import DOORS_CLOSED, NAMES, NATIONWIDE, PLACES, Calendar, NoTable, calendar_of
from desktop.errors import Problem
from desktop.texts import Texts, mark

from .words.lines import table, wrapped


def read_year(text: str) -> int:
    """A year of four digits. Raises Problem."""
    if not (text.strip().isascii() and text.strip().isdigit() and len(text.strip()) == 4):
        raise Problem(mark("“{found}” is no year; write four digits, e.g. 2027."), found=text[:40])
    return int(text)


def as_data(place: Calendar, year: int, texts: Texts) -> dict[str, Any]:
    """The holidays as plain data, names in the language of `texts`. Raises NoTable."""
    return {
        "place": place.place,
        "name": texts(place.name),
        "year": year,
        "holidays": [_data(day, name, texts) for day, name in _holidays(place, year)],
        "in_parts": [
            _data(day, name, texts) | {"place": part, "place_name": texts(PLACES[part])}
            for day, name, part in _in_parts(place, year)
        ],
        "closed_doors": [date(year, month, day).isoformat() for month, day in sorted(DOORS_CLOSED)],
        "first_year": place.first_year,
        "last_year": place.last_year,
    }


def _data(day: date, name: str, texts: Texts) -> dict[str, Any]:
    return {"day": day.isoformat(), "weekday": day.isoweekday(), "name": texts(name)}


def as_text(place: Calendar, year: int, texts: Texts) -> str:
    """The holidays for a person at a terminal. Raises NoTable."""
    return "\n".join(_lines(place, year, texts))


def _lines(place: Calendar, year: int, texts: Texts) -> Iterator[str]:
    found = _holidays(place, year)
    yield texts(mark("Public holidays {year}: {place}"), year=year, place=texts(place.name))
    yield from table([("", texts.day_with_weekday(day), texts(name)) for day, name in found])
    parts = list(_in_parts(place, year))
    if parts:
        yield ""
        yield texts(mark("Only in parts of it:"))
        yield from table(
            [("", texts.day_with_weekday(day), texts(name), texts(PLACES[part])) for day, name, part in parts]
        )
    yield ""
    yield from wrapped(
        texts(
            mark(
                "24 and 31 December count as working days, but offices are closed: no safe day falls on them."
            )
        )
    )


def _holidays(place: Calendar, year: int) -> list[tuple[date, str]]:
    if not place.first_year <= year <= place.last_year:
        raise NoTable(year, place.first_year, place.last_year)
    return [(day, NAMES[found]) for day, found in sorted(place.days.items()) if day.year == year]


def _in_parts(place: Calendar, year: int) -> Iterator[tuple[date, str, str]]:
    """Days of places within a Land that the Land as a whole does not have."""
    if place.place == NATIONWIDE:
        return
    for part in PLACES:
        if part.startswith((f"{place.place}+", f"{place.place}-")):
            for day, name in _holidays(calendar_of(part), year):
                if day not in place.days:
                    yield day, name, part
