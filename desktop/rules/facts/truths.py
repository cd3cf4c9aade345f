"""Answers that may be open, put together: yes, no, unknown, disputed.

A missing answer weighs more than a disputed one: it comes first on the way to certainty.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from desktop.cases.periods import PartialDate, Period
from desktop.cases.shapes import Never
from desktop.rules.verdict import Truth

_ANY = (Truth.YES, Truth.UNKNOWN, Truth.DISPUTED, Truth.NO)
_ALL = (Truth.NO, Truth.UNKNOWN, Truth.DISPUTED, Truth.YES)


def of(answer: bool | None) -> Truth:
    """Yes, no, or unknown for None."""
    if answer is None:
        return Truth.UNKNOWN
    return Truth.YES if answer else Truth.NO


def any_of(truths: Iterable[Truth]) -> Truth:
    """Whether at least one holds: a single yes is enough; no of nothing."""
    return min(truths, key=_ANY.index, default=Truth.NO)


def all_of(truths: Iterable[Truth]) -> Truth:
    """Whether every one holds: a single no is enough; yes of nothing."""
    return min(truths, key=_ALL.index, default=Truth.YES)


def by(day: PartialDate | Never | None, on: date) -> bool | None:
    """Whether a day has come (the day itself included); None if that is not known."""
    if day is None:
        return None
    if isinstance(day, Never) or day.earliest > on:
        return False
    return True if day.latest <= on else None


def running(period: Period, on: date) -> bool | None:
    """Whether a period covers the day; None if its borders are not known well enough."""
    if period.shortest.covers(on):
        return True
    return None if period.longest.covers(on) else False
