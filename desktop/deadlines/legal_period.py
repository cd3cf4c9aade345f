"""Legal periods: from a start and a length to the last day, the safe day and every step between them.

A period rolls over only where the law rolls: never the end of a title, an age limit, a waiting period or a
day that was fixed with reference to § 31(3) s. 2 VwVfG. Every last day is inclusive. A start known only by
month gives a range, of which the earlier end is the safe one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from ..cases.periods import ONE_DAY, PartialDate
from ..texts import mark
from .arithmetic import Length, days, working_days_after
from .counting import Begins, check_length, counted, last_day, weeks_earlier
from .derivation import Named, Step, step, uncertain
from .duedates import safe
from .holidays import Calendar
from .rollover import CIVIL, place_notes, rolled_over, steps_to_safe_day


class Law(Enum):
    """Which rule rolls a period over; a Land body applies its own act, the same in substance."""

    CIVIL = CIVIL
    PROCEDURE = "§ 31 Abs. 1, Abs. 3 S. 1 VwVfG, § 193 BGB"
    COURT = "§ 57 Abs. 2 VwGO, § 222 Abs. 2 ZPO"
    SOCIAL_COURT = "§ 64 Abs. 1, 3 SGG"
    SOCIAL = "§ 26 Abs. 1, Abs. 3 S. 1 SGB X, § 193 BGB"


@dataclass(frozen=True, slots=True)
class LegalPeriod:
    """A period as computed. Days are inclusive: an act on `end` is in time, until midnight."""

    raw_end: date  # not rolled over; after a former period, counted from that one's raw end
    end: date
    safe_day: date  # last day on or before the raw end on which offices are surely open
    counted: tuple[Step, ...]  # how the end is found
    to_safe: tuple[Step, ...]  # how the safe day is found
    notes: tuple[Step, ...] = ()
    latest: date | None = None  # the later end, if the start is not known exactly

    @property
    def derivation(self) -> tuple[Step, ...]:
        """Every step from the start to the safe day."""
        return (*self.counted, *self.to_safe)

    @property
    def opens(self) -> date:
        """The first day after the period: what it barred is possible from it on."""
        return self.end + ONE_DAY


def period(
    start: date | PartialDate,
    length: Length,
    place: Calendar,
    *,
    begins: Begins = Begins.EVENT,
    rolls: bool = True,
    law: Law = Law.PROCEDURE,
) -> LegalPeriod:
    """The period that a day sets off (BGB §§ 187-189, 193). `place`: where the act must be done.

    Outside the holiday tables nothing rolls over, which a step says. Raises Problem for a length of nothing
    or less and for an end out of reach.
    """
    known = PartialDate.exactly(start) if isinstance(start, date) else start
    raw, told = counted(known.earliest, length, begins)
    found = _not_before(known.earliest, _ending(raw, told, place, law.value if rolls else None))
    if known.exact:
        return found
    last = last_day(known.latest, length, begins)
    latest = rolled_over(last, place)[0] if rolls else last
    return replace(found, latest=latest, notes=(*uncertain(known), *found.notes))


def waiting(start: date | PartialDate, length: Length, place: Calendar) -> LegalPeriod:
    """A waiting period (§ 75 VwGO): not rolled over; barred to its end, possible from `opens`.

    Of a start known only by month the last day counts: before, it is not sure that the time is over.
    """
    return period(start if isinstance(start, date) else start.latest, length, place, rolls=False)


def fixed_day(day: date, place: Calendar, *, final: bool = False, law: Law = Law.PROCEDURE) -> LegalPeriod:
    """A period to a day that an authority named: it rolls over as any other does (§ 31(3) s. 1 VwVfG).

    Unless `final`: the letter refers to § 31(3) s. 2, or the day is an appointment (§ 31(5)).
    """
    named = step(mark("The authority named {day} as the end."), day=day)
    if not final:
        return _ending(day, (named,), place, law.value)
    holds = step(mark("The day stays even on a weekend or holiday."), "§ 31 Abs. 3 S. 2, Abs. 5 VwVfG")
    return _ending(day, (named, holds), place, None)


def end_of_validity(day: date, place: Calendar) -> LegalPeriod:
    """The last day of a title or paper: it never rolls over; the safe day lies on or before it."""
    return _ending(
        day, (step(mark("Valid to {day}: the end of a paper does not move."), day=day),), place, None
    )


def weeks_before(end: date, count: int, place: Calendar) -> LegalPeriod:
    """The day so many weeks before an end: not rolled over. Raises Problem for 0 weeks or less."""
    day = weeks_earlier(end, count)
    one, many = mark("One week before {end}: {day}."), mark("{count} weeks before {end}: {day}.")
    told = step(one if count == 1 else many, end=end, count=count, day=day)
    return _ending(day, (told,), place, None)


def working_days(former: date | LegalPeriod, count: int, place: Calendar, cite: str = "") -> LegalPeriod:
    """So many working days after an event or after a period (AsylG § 38(5)): counted, not rolled over.

    Counted are Monday to Friday without the holidays of the place. After a period that rolled over, the end
    counts from the rolled end and the safe day from the raw one. Raises NoTable, and Problem for no length.
    """
    check_length(days(count))
    start, early = _borders(former)
    end, line = (working_days_after(each, count, place) for each in (start, early))
    one = mark("One working day after {start}, without weekends and holidays ({place}): {day}.")
    many = mark("{count} working days after {start}, without weekends and holidays ({place}): {day}.")
    told = step(
        one if count == 1 else many,
        cite,
        count=count,
        start=start,
        place=Named(place.name),
        day=end,
    )
    found = _chained(former, (told,), line, end, place)
    return found if isinstance(former, LegalPeriod) else _not_before(former, found)


def extended(
    former: date | LegalPeriod, length: Length, place: Calendar, *, law: Law = Law.PROCEDURE
) -> LegalPeriod:
    """A period extended by a length: counted from the end of the former one (§ 190 BGB).

    Whether a former end that rolled over counts rolled or raw is not settled: the end counts from the rolled
    one, the safe day from the raw one. Raises Problem as `period`.
    """
    start, early = _borders(former)
    line = last_day(early, length, Begins.EVENT)
    raw, steps = counted(start, length, Begins.EVENT)
    end, rolling = rolled_over(raw, place, law.value)
    told = step(mark("The extension runs from the end of the former period, {day}."), "§ 190 BGB", day=start)
    return _chained(former, (told, *steps[1:], *rolling), line, end, place)


def _not_before(start: date, found: LegalPeriod) -> LegalPeriod:
    """Where every day since the start is closed, the start itself is the safe day: act at once."""
    if found.safe_day >= start:
        return found
    text = mark("No open day is left since {day}: act on the same day, by a way that needs no open door.")
    return replace(found, safe_day=start, to_safe=(*found.to_safe[:-1], step(text, day=start)))


def _borders(former: date | LegalPeriod) -> tuple[date, date]:
    """The day from which the end counts, and the one from which the safe day counts."""
    if isinstance(former, LegalPeriod):
        return former.end, former.raw_end
    return former, former


def _chained(
    former: date | LegalPeriod, told: tuple[Step, ...], line: date, end: date, place: Calendar
) -> LegalPeriod:
    """A period after another one. `line` is its end counted from the raw end of the former one."""
    if not isinstance(former, LegalPeriod):
        return _period(line, end, told, place)
    if former.raw_end != former.end:
        text = mark("Counted from {day}, not rolled over, it ends on {line}: this is the safe line.")
        told = (*told, step(text, day=former.raw_end, line=line))
    return _period(line, end, (*former.counted, *told), place)


def _ending(raw: date, told: tuple[Step, ...], place: Calendar, rule: str | None) -> LegalPeriod:
    """Roll over under a rule, or not at all, and look for the safe day on or before the raw end."""
    end, rolling = rolled_over(raw, place, rule) if rule is not None else (raw, ())
    return _period(raw, end, (*told, *rolling), place)


def _period(raw: date, end: date, told: tuple[Step, ...], place: Calendar) -> LegalPeriod:
    return LegalPeriod(
        raw_end=raw,
        end=end,
        safe_day=safe(raw, place),
        counted=told,
        to_safe=steps_to_safe_day(raw, place),
        notes=place_notes(place),
    )
