"""The input of the sheet that hands a decision over to a lawyer: what it is, until when, in which form.

Texts are in the language of the sheet; days are inclusive.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .sheets import Person, Stamp
from .time_sheets import StepLine


@dataclass(frozen=True, slots=True)
class ActLine:
    """One act against the decision: its last day to plan with, apart from what may perhaps stay open.

    `outer` and `latest` are information; nobody plans with them.
    """

    name: str
    day: date
    safe_day: date | None = None
    outer: date | None = None  # if the instruction is missing or incorrect
    latest: date | None = None  # by the latest reading of the service
    cite: str = ""
    no_period: bool = False  # no fixed period: the same day
    derivation: tuple[StepLine, ...] = ()
    notes: tuple[StepLine, ...] = ()  # other readings; in which form, and where


@dataclass(frozen=True, slots=True)
class HandoverSheet:
    """A decision for a lawyer. `facts` are labels with what is known; an empty value is filled in by hand."""

    stamp: Stamp
    person: Person
    decision: str
    basis: tuple[StepLine, ...]  # the act it rests on, and by which of two laws it is counted
    facts: tuple[tuple[str, str], ...]  # day, authority, service, language, persons bound
    acts: tuple[ActLine, ...]  # the shortest first
    effect: StepLine
    service: tuple[StepLine, ...] = ()  # how the day of service was found, and what is doubtful about it
    instruction: tuple[StepLine, ...] = ()
    departure: tuple[StepLine, ...] = ()
    notes: tuple[StepLine, ...] = ()
    missing: str = ""  # which day is needed before anything can be counted
    questions: tuple[str, ...] = ()
    at_court: bool = True  # whether anything is filed at a court; an objection alone goes to the office
    court_cite: str = "§\N{NO-BREAK SPACE}82 VwGO"  # what an action must say; empty where it is another act
    court: tuple[str, ...] = ()  # registry: address and hours, for filing without a lawyer
