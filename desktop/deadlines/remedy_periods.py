"""From the day of service to the end of a period: days, weeks, months, working days, ends of years."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ..texts import mark
from .announcement import Announced
from .arithmetic import Length, Unit, days
from .derivation import step
from .duedates import safe
from .holidays import Calendar, NoTable
from .legal_period import Law, LegalPeriod, period, working_days
from .remedy_table import Counts, RowRemedy
from .rollover import steps_to_safe_day


@dataclass(frozen=True, slots=True)
class Begin:
    """What a period runs from: a day, or a former period. `early` is where the safe line begins."""

    day: date
    early: date
    former: LegalPeriod | None = None
    both: bool = False  # it runs from the service of two decisions


@dataclass(frozen=True, slots=True)
class Service:
    """From when an act is counted, and at which place it has to be done."""

    arrived: Announced
    begin: Begin
    place: Calendar


def ending(begin: Begin, of_row: RowRemedy, length: Length, place: Calendar, law: str) -> LegalPeriod:
    """One period from its beginning to its end and its safe day. Raises Problem for an end out of reach."""
    if of_row.counts is Counts.YEAR_ENDS:
        return _year_end(begin.day, length, place)
    if of_row.counts is Counts.WORKING_DAYS:
        return _working_days(begin, length, place, of_row.cite)
    rule = Law.SOCIAL_COURT if law == "social" else Law.COURT
    if begin.former is not None:
        return period(begin.former.end, length, place, law=rule)
    found = period(begin.day, length, place, rolls=of_row.rolls, law=rule)
    if begin.early == begin.day:
        return found
    line = period(begin.early, length, place, rolls=of_row.rolls, law=rule)
    told = step(
        mark("Counted from the first of both services, {day}, it ends on {line}: this is the safe line.")
        if begin.both
        else mark("If it was in hand on {day} already, it ends on {line}: this is the safe line."),
        day=begin.early,
        line=line.end,
    )
    return replace(found, raw_end=line.raw_end, safe_day=line.safe_day, to_safe=(told, *line.to_safe))


def _working_days(begin: Begin, length: Length, place: Calendar, cite: str) -> LegalPeriod:
    """Counted, not rolled over; outside the holiday tables plain days, which are fewer."""
    former = begin.former or begin.day
    try:
        return working_days(former, length.count, place, cite)
    except NoTable:
        return period(
            begin.former.raw_end if begin.former else begin.day, days(length.count), place, rolls=False
        )


def _year_end(start: date, length: Length, place: Calendar) -> LegalPeriod:
    """The end of the n-th calendar year after the year of the start; it does not roll over."""
    assert length.unit is Unit.YEARS
    end = date(start.year + length.count, 12, 31)
    text = mark("To the end of calendar year {count} after {day}, at the earliest: {end}.")
    return LegalPeriod(
        raw_end=end,
        end=end,
        safe_day=safe(end, place),
        counted=(step(text, "§ 21 Abs. 2 BGebG", count=length.count, day=start, end=end),),
        to_safe=steps_to_safe_day(end, place),
    )
