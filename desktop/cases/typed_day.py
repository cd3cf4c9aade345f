"""What people type for a day, read as a `PartialDate`. No clock: `today` is passed in.

22.11.2026  22.11.26  22.11.  221126  22112026  2026-11-22  22. November 2026  22 Nov 2026
11.2026  11/2026  November 2026  2026          known only by month or year
heute  gestern  morgen  +14  -3  +2W  +3M  +1J      from today on; T/D days, W weeks, M months, J/Y years
mo  Freitag  fri                                the next one after today; only of what is planned ("ahead")
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import Literal

from ..errors import Problem
from ..texts import Texts, mark
from .periods import PartialDate
from .words import spoken_day

Century = Literal["near", "past", "ahead"]
"""How a day without its full year is meant.

"near": two digits close to today, no year this year. "past" (births, entries): never in the future. "ahead"
(what is planned): as "near", but no year means the next such day; one that passed lately wants its year.
"""

LATELY = timedelta(days=92)
"""A day without a year that passed within this time may be meant as past: planned a year late, it is lost."""

CLOSE = timedelta(days=31)
"""How near a day must lie for figures that could also be a year to mean it."""

_NAMED_DAYS = {"heute": 0, "today": 0, "gestern": -1, "yesterday": -1, "morgen": 1, "tomorrow": 1}
_WEEKDAYS = {
    word: number
    for number, words in enumerate(
        "mo mon montag monday|di tue tues dienstag tuesday|mi wed mittwoch wednesday|"
        "do thu thur thurs donnerstag thursday|fr fri freitag friday|sa sat samstag sonnabend saturday|"
        "so sun sonntag sunday".split("|")
    )
    for word in words.split()
}
_RELATIVE = re.compile(r"([+-])\s*(\d{1,4})\s*([tdwmjy]?)")
_DOTTED = re.compile(r"(\d{1,2})[./-](\d{1,2})(?:[./-](\d{2}|\d{4})?)?")
_SIX_OR_EIGHT = re.compile(r"(\d{2})(\d{2})(\d{2}|\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
_DAY_AND_MONTH = re.compile(r"(\d\d)(0[1-9]|1[0-2])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTH_AND_YEAR = re.compile(r"(\d{1,2})[./](\d{4})")
_WORDED = re.compile(r"(?:(\d{1,2})[. ]\s*)?([a-zäé]{3,})\.?\s*(\d{4}|\d{2})?")
_MONTH_WORDS = {
    beginning: number
    for number, words in enumerate(
        "jan feb mär|mar|mrz|maer apr mai|may jun jul aug sep okt|oct nov dez|dec".split(), start=1
    )
    for beginning in words.split("|")
}


class DateProblem(Problem):
    """The text is no day of the calendar."""


def read_day(text: str, today: date, century: Century = "near") -> PartialDate:
    """Read what a person typed. Raises `DateProblem` with one sentence."""
    typed = " ".join(text.lower().split())
    if typed in _NAMED_DAYS:
        return PartialDate.exactly(today + timedelta(days=_NAMED_DAYS[typed]))
    if century == "ahead" and typed.removesuffix(".") in _WEEKDAYS:
        return PartialDate.exactly(_next(_WEEKDAYS[typed.removesuffix(".")], today))
    if match := _RELATIVE.fullmatch(typed):
        return PartialDate.exactly(_moved(today, int(f"{match[1]}{match[2]}"), match[3]))
    if match := _MONTH_AND_YEAR.fullmatch(typed):
        return _month(int(match[2]), int(match[1]))
    if match := _SIX_OR_EIGHT.fullmatch(typed) or _DOTTED.fullmatch(typed):
        day, month, year = int(match[1]), int(match[2]), match[3]
        return _day(_year(year, today, century, month, day), month, day)
    if re.fullmatch(r"\d{4}", typed):
        return _whole_year(int(typed))
    if match := _ISO.fullmatch(typed):
        year_number, month = int(match[1]), int(match[2])
        return _day(year_number, month, int(match[3])) if match[3] else _month(year_number, month)
    if match := _WORDED.fullmatch(typed):
        return _worded(match, today, century)
    raise _unreadable()


def read_exact_day(text: str, today: date, century: Century = "near") -> PartialDate:
    """Read what stands for one day: 2211 is 22 November here. Raises `DateProblem`, for a month or year too.

    2012 may be meant as a year too: it is 20 December within a month of that day, and otherwise asked about.
    """
    typed = text.strip()
    match = _DAY_AND_MONTH.fullmatch(typed)
    if match is None:
        found = read_day(typed, today, century)
        if not found.exact:
            raise DateProblem(mark("The exact day is needed here."))
        return found
    dotted = f"{match[1]}.{match[2]}."
    found = read_day(dotted, today, century)
    if _YEAR.fullmatch(typed) and abs(found.earliest - today) > CLOSE:
        text = mark("{typed} can be a year or the {day}: type the whole day.")
        raise DateProblem(text, "", typed=typed, day=dotted)
    return found


def shown_day(day: PartialDate | None, texts: Texts) -> str:
    """As the field shows it: 22.11.2026, 11.2026 (Nov 2026), 2026; what `read_day` reads back."""
    if day is None:
        return ""
    first = day.earliest
    if len(str(day)) == len("2026-11"):
        return f"{first:%m.%Y}" if texts.language == "de" else f"{texts.month(first.month)[:3]} {first.year}"
    return spoken_day(day, texts)


def _worded(match: re.Match[str], today: date, century: Century) -> PartialDate:
    month = next((number for start, number in _MONTH_WORDS.items() if match[2].startswith(start)), None)
    if month is None:
        raise _unreadable()
    if match[1] is None:
        if match[3] is None:
            raise _unreadable()
        return _month(_year(match[3], today, century, month, 1), month)
    day = int(match[1])
    return _day(_year(match[3], today, century, month, day), month, day)


def _year(digits: str | None, today: date, century: Century, month: int, day: int) -> int:
    """The four-digit year: this year if none is typed; two digits near today, or not after it."""
    if digits is None:
        if century == "ahead":
            return _coming_year(today, month, day)
        later = century == "past" and (month, day) > (today.month, today.day)
        return today.year - later
    if len(digits) == 4:
        return int(digits)
    year = today.year - today.year % 100 + int(digits)
    if century == "past":
        return year if (year, month, day) <= (today.year, today.month, today.day) else year - 100
    return year if year <= today.year + 30 else year - 100


def _coming_year(today: date, month: int, day: int) -> int:
    """The year of the next such day. Raises DateProblem if there was one only lately."""
    passed_this_year = (month, day) < (today.month, today.day)
    last = today.year if passed_this_year else today.year - 1
    if (month, day) != (today.month, today.day) and _is_a_day(last, month, day):
        latest = date(last, month, day)
        if today - latest <= LATELY:
            raise DateProblem(mark("{last} has just passed: type the year too."), "", last=latest)
    return today.year + passed_this_year


def _is_a_day(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def _next(weekday: int, today: date) -> date:
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _day(year: int, month: int, day: int) -> PartialDate:
    _check(year, month)
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise DateProblem(
            mark("{day}.{month}.{year} does not exist: that month has {last} days."),
            "",
            day=f"{day:02d}",
            month=f"{month:02d}",
            year=year,
            last=last,
        )
    return PartialDate.exactly(date(year, month, day))


def _month(year: int, month: int) -> PartialDate:
    _check(year, month)
    return PartialDate(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def _whole_year(year: int) -> PartialDate:
    _check(year, 1)
    return PartialDate(date(year, 1, 1), date(year, 12, 31))


def _check(year: int, month: int) -> None:
    if not 1 <= month <= 12:
        raise DateProblem(mark("There is no month {month}; first the day, then the month."), "", month=month)
    if not 1900 <= year <= 2199:
        raise DateProblem(mark("The year {year} is not possible here."), "", year=year)


def _moved(today: date, number: int, unit: str) -> date:
    """Months and years keep the day of the month or take the month's last (30.11. + 3 months = 28.02.)."""
    if unit in ("", "t", "d", "w"):
        moved = today + timedelta(days=number * (7 if unit == "w" else 1))
        _check(moved.year, moved.month)
        return moved
    months = today.year * 12 + today.month - 1 + (number if unit == "m" else number * 12)
    year, month = divmod(months, 12)
    _check(year, month + 1)
    return date(year, month + 1, min(today.day, calendar.monthrange(year, month + 1)[1]))


def _unreadable() -> DateProblem:
    return DateProblem(mark("This is not a date. Examples: 22.11.2026, 221126, 11.2026, 2026, +14, +3M."))
