"""Applications for the opportunity residence (§ 104c) from before it was closed to new grants."""

from __future__ import annotations

from datetime import date

from desktop.cases.applications import Application
from desktop.cases.periods import PartialDate
from desktop.rules.verdict import Truth

from . import truths
from .basis import Basis, fact
from .titles import HOLDER_104C
from .value import FactValue


@fact
def old_104c_application_open(seen: Basis) -> FactValue:
    """Whether an application for § 104c from before it was closed is still undecided on the day.

    Nobody needs to be asked whose first recorded status began after that.
    """
    closed = seen.terms.day("closed_104c_since")
    applications: tuple[Application, ...] | None = seen.value("applications")
    if applications is None:
        papers = seen.papers()
        late = bool(papers) and min(each.period.start.earliest for each in papers or ()) >= closed
        return seen.known(False) if late else seen.unknown("applications")
    found = truths.any_of(
        truths.all_of((_before(each.filed_on, closed), truths.of(_undecided(each, seen.on))))
        for each in applications
        if each.title_id == HOLDER_104C
    )
    return seen.unknown("applications") if found is Truth.UNKNOWN else seen.truth(found)


def _before(day: PartialDate, closed: date) -> Truth:
    """Filed before the day; unknown if only month or year tell it apart."""
    return truths.of(True if day.latest < closed else False if day.earliest >= closed else None)


def _undecided(each: Application, on: date) -> bool | None:
    if each.decided_on is None:
        return not each.result
    decided = truths.by(each.decided_on, on)
    return None if decided is None else not decided
