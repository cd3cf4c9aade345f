"""Outlook: what the schedule reads of one case on one day, computed once."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..cases.applications import Application
from ..cases.casefile import CaseFile
from ..cases.periods import PartialDate
from ..cases.status import TITLE
from .authorities import Authority
from .derivation import Named
from .effects import FilingEffect, running_effect
from .holidays import Calendar, calendar_of
from .recognition import circumstances_of
from .refusals import as_decided
from .time_law import TimeLaw
from .validity import Circumstances, Effective, effective_periods


@dataclass(frozen=True, slots=True)
class Outlook:
    """A case on a day, with the calendar of its authority."""

    case: CaseFile
    on: date
    authority: Authority
    place: Calendar
    law: TimeLaw
    given: Circumstances
    periods: tuple[Effective, ...]  # safe reading, in order of time
    longest: tuple[Effective, ...]  # the same periods on the longest reading
    applications: tuple[Application, ...]  # as recorded, or refused by a letter
    effect: FilingEffect  # what runs on the day from applications not yet decided

    @classmethod
    def of(cls, case: CaseFile, on: date, authority: Authority, law: TimeLaw) -> Outlook:
        decided = as_decided(case)
        given = circumstances_of(decided, on)
        history = case.status_periods
        applications = decided.value("applications") or ()
        return cls(
            case=case,
            on=on,
            authority=authority,
            place=calendar_of(authority.holiday_key),
            law=law,
            given=given,
            periods=effective_periods(history, given, longest=False),
            longest=effective_periods(history, given, longest=True),
            applications=applications,
            effect=running_effect(history, applications, on=on, given=given),
        )

    @property
    def undecided(self) -> tuple[Application, ...]:
        """Applications filed and not decided by the day."""
        return tuple(
            each
            for each in self.applications
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
