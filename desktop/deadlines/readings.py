"""The days on which a decision may count as announced, each with its reason; and what ways have in common."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..cases.letters import DecisionLetter
from ..texts import mark
from .derivation import Step, step
from .holidays import NATIONWIDE, calendar_of


@dataclass(frozen=True, slots=True)
class Reading:
    """A day on which the decision may count as announced (inclusive), and why."""

    day: date
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Arrived:
    """The readings of one arrival; none of them if nothing is announced yet or a day is missing."""

    readings: tuple[Reading, ...]
    notes: tuple[Step, ...] = ()
    missing: Step | None = None  # which day is needed
    early: date | None = None  # it may have been served on this day already: the safe line counts from it


def stands_in(day: date) -> Step:
    """That a day nobody noted is taken to be the earliest it can have been."""
    text = mark(
        "The day is not noted: {day}, the date of the decision or of posting, stands in. It was not earlier."
    )
    return step(text, day=day)


def stays(day: date) -> Iterator[Step]:
    """That the day does not move to a working day, if it is none."""
    if day.weekday() >= 5 or day in calendar_of(NATIONWIDE).days:
        text = mark(
            "{day} stays although it is no working day. Whether it moves is disputed: the earlier day counts."
        )
        yield step(text, day=day)


def cured(letter: DecisionLetter) -> Iterator[Reading]:
    """A defective service counts from actual receipt (§ 8 VwZG)."""
    if letter.doubtful and letter.received_on is not None:
        text = mark(
            "If the service is defective, it counts from actual receipt on {day}. A lawyer must check this."
        )
        yield Reading(letter.received_on, (step(text, "§ 8 VwZG", day=letter.received_on),))
