"""Who comes to a title within the next 90 days, and who is about to lose one: kept for each client.

A forecast takes some hundredths of a second, too long for everybody at once. So it is made step by step when
there is time (`look_ahead`), kept in the office file and listed from there. What a day brings does not hang
on the day of looking (`forecast.ASSUMPTION`), so it is right until the case, the law or the program changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from desktop.cases.applications import DecisionKind
from desktop.cases.casefile import CaseFile
from desktop.errors import Problem
from desktop.rules.forecast import ChangeKind
from desktop.rules.forecasting import Forecaster
from desktop.rules.verdict import Verdict
from desktop.store import prospects as stored
from desktop.texts import mark

from . import clients, clock, relatives
from .caseload import Progress
from .forecast import forecast_of
from .method import made_with
from .office import Session
from .reference import Reference

AHEAD = timedelta(days=90)
"""How far the lists look."""
HORIZON = timedelta(days=120)
"""How far it is looked, so that what was found is enough for the lists of a month."""
STEP = 10
"""Clients of one step of `look_ahead`: about a third of a second."""
IN_QUESTION = tuple(each for each in Verdict if each.rank >= Verdict.NEEDS_ASSESSMENT.rank)
"""The verdicts with which a title comes into question."""


class Prospect(NamedTuple):
    """From `day` on a title of a client stands otherwise, if nothing else changes until then."""

    client_id: str
    name: str
    file_number: str
    day: date
    title: str  # title id
    decision_kind: DecisionKind
    before: Verdict
    after: Verdict

    @property
    def better(self) -> bool:
        """Whether the verdict rises."""
        return self.after.rank > self.before.rank


def look_ahead(session: Session, now: datetime, step: int = STEP) -> Iterator[Progress]:
    """Look ahead for those of whom nothing is known, in steps that each stand whole or not at all.

    Stop after any step. Who cannot be read, or for whom a rule fails, is passed over and named. Nobody waits
    while the clock cannot be trusted.
    """
    today, reference = now.date(), session.reference
    method = made_with(reference)
    trusted = clock.check(session, today) is None
    waiting = stored.stale(session.office, method, today, today + AHEAD) if trusted else []
    failed: list[UUID] = []
    yield Progress(0, len(waiting))
    if not waiting:
        return
    plan = Forecaster(reference.pack, today, today + HORIZON)
    for begin in range(0, len(waiting), step):
        found = relatives.each_case(
            session.office,
            waiting[begin : begin + step],
            lambda case: stored.Prospects(method, today, plan.until, tuple(_found(reference, plan, case))),
            failed,
        )
        with session.office.follow() as notes:
            for client, each in found:
                stored.keep(notes, client, each)
        yield Progress(min(begin + step, len(waiting)), len(waiting), tuple(failed))


def left_out(session: Session, failed: Sequence[UUID]) -> Problem | None:
    """Who is missing in the lists because it could not be looked ahead, by file number; without names."""
    if not failed:
        return None
    return Problem(
        mark("For some clients ({count}) it could not be looked ahead; the lists of what comes lack them."),
        mark("Open these files and look at what is recorded: {numbers}."),
        count=len(failed),
        numbers=clients.named_by_number(session, failed),
    )


def waiting(session: Session, today: date) -> int:
    """For how many clients it is not known yet; a list is complete when there are none."""
    return stored.stale_count(session.office, made_with(session.reference), today, today + AHEAD)


def reached(session: Session, today: date, limit: int = 200, offset: int = 0) -> list[Prospect]:
    """Titles that come into question from today to 90 days on (both inclusive), by day."""
    return _listed(session, today, limit, offset, better=True)


def lost(session: Session, today: date, limit: int = 200, offset: int = 0) -> list[Prospect]:
    """Titles that are in question and stand worse from a day on, from today to 90 days on, by day."""
    return _listed(session, today, limit, offset, better=False)


def count(session: Session, today: date, *, better: bool = True) -> int:
    """How many lines `reached` has, or `lost`."""
    return stored.count(
        session.office, made_with(session.reference), today, today + AHEAD, _VERDICTS, better=better
    )


_VERDICTS = tuple(each.value for each in IN_QUESTION)


def _listed(session: Session, today: date, limit: int, offset: int, *, better: bool) -> list[Prospect]:
    method = made_with(session.reference)
    found = stored.listed(
        session.office, method, today, today + AHEAD, _VERDICTS, limit, offset, better=better
    )
    return [
        Prospect(
            str(each.client),
            each.name,
            each.file_number,
            each.prospect.day,
            each.prospect.title,
            DecisionKind(each.prospect.decision_kind),
            Verdict(each.prospect.before),
            Verdict(each.prospect.after),
        )
        for each in found
    ]


def _found(reference: Reference, plan: Forecaster, case: CaseFile) -> Iterator[stored.Prospect]:
    for title in forecast_of(reference, plan, case).forecast.titles:
        for change in title.changes:
            before, after = change.before.verdict, change.after.verdict
            if change.kind is ChangeKind.VERDICT and before is not None and after is not None:
                yield stored.Prospect(
                    change.day,
                    title.norm.id,
                    change.after.decision_kind.value,
                    before.value,
                    after.value,
                    change.better,
                )
