"""How long an authority has taken lately, measured from the office's own decided applications."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from desktop.deadlines.arithmetic import add_months
from desktop.store.processing import days_taken
from desktop.texts import Texts, mark

from .office import Session

LEAST_CASES = 5
"""Fewer decisions say nothing about an authority, and might tell of one client."""
LATELY_MONTHS = 24
_WEEK = 7


class Measured(NamedTuple):
    """Weeks from receipt to decision, each begun week as a whole one; half of the cases within `middle`."""

    cases: int
    least: int
    middle: int
    most: int


def measured(session: Session, authority: str | None, today: date) -> Measured | None:
    """What the office's cases of the last 24 months tell; None for too few, or for no known authority."""
    if not authority:
        return None
    days = days_taken(session.office, authority, add_months(today, -LATELY_MONTHS))
    if len(days) < LEAST_CASES:
        return None
    weeks = [-(-taken // _WEEK) for taken in days]
    return Measured(len(weeks), weeks[0], weeks[(len(weeks) - 1) // 2], weeks[-1])


def told(found: Measured, texts: Texts) -> str:
    """The measured weeks in one sentence."""
    return texts(
        mark("With you lately {least} to {most} weeks until a decision, half within {middle} (n = {count})."),
        least=found.least,
        most=found.most,
        middle=found.middle,
        count=found.cases,
    )
