"""Outlook: what the schedule reads of one case on one day, computed once; and the wording of safe days."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from ..cases.applications import Application
from ..cases.casefile import CaseFile
from ..cases.periods import PartialDate
from ..cases.status import TITLE
from ..texts import mark
from .arithmetic import rolled
from .authorities import Authority
from .derivation import Named, Step, step
from .duedates import safe
from .effects import FilingEffect, running_effect
from .holidays import Calendar, NoTable, calendar_of
from .recognition import circumstances_of
from .validity import Circumstances, Effective, effective_periods


@dataclass(frozen=True, slots=True)
class Outlook:
    """A case on a day, with the calendar of its authority."""

    case: CaseFile
    on: date
    authority: Authority
    place: Calendar
    given: Circumstances
    periods: tuple[Effective, ...]  # safe reading, in order of time
    longest: tuple[Effective, ...]  # the same periods on the longest reading
    effect: FilingEffect  # what runs on the day from applications not yet decided

    @classmethod
    def of(cls, case: CaseFile, on: date, authority: Authority) -> Outlook:
        given = circumstances_of(case, on)
        history = case.status_periods
        return cls(
            case=case,
            on=on,
            authority=authority,
            place=calendar_of(authority.holiday_key),
            given=given,
            periods=effective_periods(history, given, longest=False),
            longest=effective_periods(history, given, longest=True),
            effect=running_effect(history, case.value("applications") or (), on=on, given=given),
        )

    @property
    def undecided(self) -> tuple[Application, ...]:
        """Applications filed and not decided by the day."""
        return tuple(
            each
            for each in self.case.value("applications") or ()
            if each.filed_on.earliest <= self.on
            and not each.result
            and (each.decided_on is None or each.decided_on.earliest > self.on)
        )

    def value(self, fact: str) -> Any:
        return self.case.value(fact)

    def held(self, titles: Container[str]) -> Iterator[Effective]:
        """The periods of some titles that began by the day, in order of time."""
        return (
            each
            for each in self.periods
            if each.status.title_id in titles and each.status.period.start.earliest <= self.on
        )

    def holds(self, titles: Container[str]) -> Effective | None:
        """The title of a set that is held on the day, a continuation by application included."""
        for each in self.held(titles):
            if each.span.covers(self.on) or self.effect.continues == each.code:
                return each
        return None

    def holds_any(self, codes: Container[str]) -> bool:
        return any(each.code in codes and each.span.covers(self.on) for each in self.periods)


def issued(held: Effective) -> PartialDate:
    """The day of issue of a title, or the first day of its period."""
    return held.status.issued_on or held.status.period.start


def title_code(title_id: str) -> Named:
    """The id under which names of titles are looked up."""
    return Named(f"{TITLE}{title_id}")


def steps_to_safe_day(day: date, place: Calendar) -> tuple[Step, ...]:
    """Why the safe day is what it is: every closed day that is passed over, and the place it is closed at."""
    last = safe(day, place)
    if last == day:
        return (step(mark("On {day} offices are open ({place})."), day=day, place=Named(place.name)),)
    steps = [_closed(day - timedelta(past), place, first=not past) for past in range((day - last).days)]
    return (
        *(each for each in steps if each is not None),
        step(mark("Last safe day before it: {day}."), day=last),
    )


def _closed(day: date, place: Calendar, *, first: bool) -> Step | None:
    try:
        holiday = place.holiday(day)
    except NoTable as problem:
        return step(problem.sentence, **problem.values) if first else None
    if holiday is not None:
        text = mark("{day} is a public holiday: {holiday} ({place}).")
        return step(text, day=day, holiday=Named(holiday), place=Named(place.name))
    if day.weekday() >= 5:
        return step(mark("{day} is no working day."), day=day) if first else None
    if day in place.somewhere:
        text = mark("{day} is a public holiday in some places ({place}).")
        return step(text, day=day, place=Named(place.name))
    return step(mark("On {day} offices are usually closed, though it counts as a working day."), day=day)


def rolled_over(raw: date, place: Calendar) -> tuple[date, tuple[Step, ...]]:
    """The end of a filing period and why: the next working day if the last day is free."""
    try:
        end = rolled(raw, place)
    except NoTable as problem:
        return raw, (step(problem.sentence, **problem.values),)
    if end == raw:
        text = mark("{day} is a working day ({place}): the period ends on it.")
        return raw, (step(text, "§ 193 BGB", day=raw, place=Named(place.name)),)
    holiday = place.holiday(raw)
    if holiday is None:
        reason = step(mark("{day} is no working day."), day=raw)
    else:
        text = mark("{day} is a public holiday: {holiday} ({place}).")
        reason = step(text, day=raw, holiday=Named(holiday), place=Named(place.name))
    moved = step(mark("The period ends on the next working day: {day}."), "§ 193 BGB", day=end)
    return end, (reason, moved)


def place_notes(place: Calendar) -> tuple[Step, ...]:
    """That the authority's place is not known, if so."""
    if place.known:
        return ()
    return (
        step(
            mark(
                "The authority's place is not known: a holiday anywhere in Germany counts as closed, "
                "and periods roll over nationwide holidays only."
            )
        ),
    )


def uncertain(last_day: PartialDate) -> tuple[Step, ...]:
    """That only a stretch of days is known, and the earlier end is taken."""
    if last_day.exact:
        return ()
    text = mark("Only known: between {first} and {last}. The earlier day counts here; look at the paper.")
    return (step(text, first=last_day.earliest, last=last_day.latest),)
