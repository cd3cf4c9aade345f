"""A case that needs no next date: it rests until a day, or it is closed; and taking it up again.

Resting hides no date: it only says that none is missing. Of a closed case the lists still show what somebody
entered and every period in which something must be filed, but no more the ends of papers.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import Enum

from desktop.cases.agenda import Rest
from desktop.cases.casefile import CaseFile
from desktop.cases.names import clean
from desktop.deadlines.arithmetic import add_months
from desktop.deadlines.duedates import Nature
from desktop.errors import Problem
from desktop.texts import mark

from . import deadlines
from .reference import Reference

LONGEST_YEARS = 2


class Standing(Enum):
    """Whether a case is worked on."""

    OPEN = "open"
    RESTS = "rests"
    CLOSED = "closed"


def standing(case: CaseFile, on: date) -> Standing:
    """How a case stands on a day; after its last day of rest it is open again."""
    if case.rest is None or not case.rest.covers(on):
        return Standing.OPEN
    return Standing.CLOSED if case.rest.until is None else Standing.RESTS


def rest(case: CaseFile, *, until: date, reason: str, by: str, on: date) -> CaseFile:
    """The case at rest until a day (inclusive), at most two years. Raises Problem."""
    if until < on:
        raise Problem(mark("{day} has passed."), mark("Type a later day."), day=until)
    if until > add_months(on, 12 * LONGEST_YEARS):
        raise Problem(
            mark("A case rests at most {years} years at a time."),
            mark("Choose an earlier day, or close the case."),
            years=LONGEST_YEARS,
        )
    return replace(case, rest=Rest(_reason(reason), by, on, until))


def close(reference: Reference, case: CaseFile, *, reason: str, by: str, on: date) -> CaseFile:
    """The case closed. Raises Problem while a deadline is open: first it is said what became of it."""
    words = _reason(reason)
    waiting = [
        each
        for each in deadlines.of(reference, case, on)
        if each.nature is Nature.FILING and not each.settled
    ]
    if waiting:
        raise Problem(
            mark("The case has an open deadline of {day}."),
            mark("Mark every open deadline as done and say how, then close the case."),
            day=min(each.day for each in waiting),
        )
    return replace(case, rest=Rest(words, by, on))


def take_up(case: CaseFile) -> CaseFile:
    """The case open again."""
    return replace(case, rest=None)


def _reason(text: str) -> str:
    words = clean(text)
    if not words:
        raise Problem(mark("Say in a few words why the case needs no next date."))
    return words
