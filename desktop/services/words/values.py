"""Plain values in words: yes and no, days, numbers, lengths of time."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from desktop.cases.periods import PartialDate
from desktop.cases.shapes import Never
from desktop.cases.words import DID_NOT_HAPPEN, NO, NONE_EXIST, YES, spoken_day
from desktop.rules.facts.value import Band, Duration
from desktop.texts import NO_BREAK_SPACE, Texts, mark

_UNITS = {"EUR": "€", "percent": "%", "years": mark("years"), "months": mark("months")}


def unit_words(unit: str, texts: Texts) -> str:
    """The unit of a number as people write it."""
    return texts(_UNITS.get(unit, unit)) if unit else ""


def plain(value: Any, texts: Texts, unit: str = "") -> str:
    """A value that needs no vocabulary: “71 Monate, 21 Tage”, “92,85 %”, “22.11.2026”."""
    match value:
        case bool():
            return texts(YES if value else NO)
        case Never():
            return texts(DID_NOT_HAPPEN)
        case PartialDate():
            return spoken_day(value, texts)
        case date():
            return texts.day(value)
        case frozenset():
            return ", ".join(sorted(value)) or texts(NONE_EXIST)
        case int() | Decimal():
            return NO_BREAK_SPACE.join(filter(None, (number(value, texts), unit_words(unit, texts))))
        case Duration():
            return duration(value, texts)
        case Band() if value.certain:
            return plain(value.safe, texts, unit)
        case Band():
            safe, longest = plain(value.safe, texts, unit), plain(value.longest, texts, unit)
            return texts(mark("{safe} for certain, at most {longest}"), safe=safe, longest=longest)
    return str(value)


def entries(value: tuple[Any, ...], texts: Texts) -> str:
    """How many records a list has."""
    return texts.plural(mark("{count} entry"), mark("{count} entries"), len(value))


def number(value: int | Decimal, texts: Texts) -> str:
    """1.234,50 in German, 1,234.50 in English; no needless zeros."""
    shown = f"{value:,.0f}" if value == int(value) else f"{value:,.2f}"
    return shown.translate(str.maketrans(",.", ".,")) if texts.language == "de" else shown


def distance(day: date, today: date, texts: Texts) -> str:
    """In 63 days, today, 3 days ago; far away in months and years."""
    days = (day - today).days
    if days >= 730:
        return texts.plural("in {count} year", "in {count} years", days // 365)
    if days >= 100:
        return texts.plural("in {count} month", "in {count} months", round(days / 30.44))
    if days == 0:
        return texts(mark("today"))
    if days > 0:
        return texts.plural("in {count} day", "in {count} days", days)
    return texts.plural("{count} day ago", "{count} days ago", -days)


def duration(value: Duration, texts: Texts) -> str:
    """71 Monate, 21 Tage."""
    months = texts.plural(mark("{count} month"), mark("{count} months"), value.months)
    if not value.days:
        return months
    days = texts.plural(mark("{count} day"), mark("{count} days"), value.days)
    return f"{months}, {days}" if value.months else days
