"""Look ahead: when a title comes into question, changes or is lost, for one case and for a caseload.

Every later day is read as if the person applied on it and nothing else happened until then. `ASSUMPTION`
says so to people, and every result names the papers that run out meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from desktop.cases.applications import DecisionKind
from desktop.cases.casefile import CaseFile
from desktop.deadlines.arithmetic import add_months
from desktop.errors import Problem
from desktop.rules.facts.changepoints import RunningOut, change_points, running_out
from desktop.rules.facts.following import FollowedCase
from desktop.rules.forecast import Change, ChangeKind, Forecast
from desktop.rules.forecasting import Forecaster
from desktop.rules.packs import Pack
from desktop.rules.verdict import Verdict
from desktop.store import clients as stored
from desktop.texts import mark

from . import clients
from .assessment import decision_kinds
from .office import Session
from .reference import Reference
from .relatives import each_case

YEARS = 5
MOST_YEARS = 20

ASSUMPTION = mark(
    "Every later day is read as if the application came on that day and nothing else changed until then: "
    "no new papers, answers or decisions, and the law as this rule pack knows it today."
)
RUNS_OUT = mark("A paper with an end runs out on it: {papers}.")


@dataclass(frozen=True, slots=True)
class CaseForecast:
    """The forecast of one case with what it silently rests on: the papers that run out until then."""

    forecast: Forecast
    runs_out: tuple[RunningOut, ...]

    @property
    def on(self) -> date:
        """The first day, inclusive."""
        return self.forecast.on

    @property
    def until(self) -> date:
        """The last day, inclusive."""
        return self.forecast.until


class ClientForecast(NamedTuple):
    """The forecast of one client of a caseload."""

    client_id: str
    name: str
    file_number: str
    found: CaseForecast


class Ahead(NamedTuple):
    """One line of the calendar of a caseload: from `day` on a title stands otherwise than before."""

    day: date
    client_id: str
    name: str
    file_number: str
    title: str  # title id
    decision_kind: DecisionKind
    before: Verdict | None
    after: Verdict | None
    change: Change

    @property
    def better(self) -> bool:
        """Whether the verdict rises."""
        return self.change.better


Progress = Callable[[int], None]
"""Told how many clients are done."""
Cancelled = Callable[[], bool]
"""Asked before every client whether to stop."""


def forecast(
    reference: Reference, case: CaseFile, on: date, *, years: int = YEARS, title: str | None = None
) -> CaseForecast:
    """Every title (or only one) from a day on, for so many years (1 to 20), both ends inclusive.

    Raises Problem for a number of years that is not possible, or a title the pack does not have.
    """
    titles = None if title is None else (reference.norm(title).id,)
    return forecast_of(reference, Forecaster(reference.pack, on, horizon(on, years), titles), case)


def horizon(on: date, years: int) -> date:
    """The last day (inclusive) of a forecast. Raises Problem for a number of years that is not possible."""
    if not 1 <= years <= MOST_YEARS:
        raise Problem(
            mark("A forecast looks ahead 1 to {most} years, not {years}."), most=MOST_YEARS, years=years
        )
    return add_months(on, 12 * years)


def of_office(
    session: Session,
    on: date,
    *,
    years: int = YEARS,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    failed: list[UUID] | None = None,
) -> Iterator[ClientForecast]:
    """The forecasts of all clients of an office, by name.

    Who cannot be read, or for whom a rule fails, joins `failed` and is passed over.
    """
    reference, plan = session.reference, Forecaster(session.reference.pack, on, horizon(on, years))
    ids = [line.id for line in stored.lines(session.office, "", clients.ALL, 0)]
    left_out = failed if failed is not None else []
    for done, each in enumerate(ids, start=1):
        if cancelled is not None and cancelled():
            return
        for _, (client, found) in each_case(
            session.office, [each], lambda case: (case.client, forecast_of(reference, plan, case)), left_out
        ):
            yield ClientForecast(str(each), client.name, client.file_number, found)
        if progress is not None:
            progress(done)


def calendar(found: Iterable[ClientForecast]) -> list[Ahead]:
    """Who reaches or loses what and when: every change of a verdict or of the law known, by day.

    Of one day the clients come as they were given, which for an office is by name.
    """
    by_day: dict[date, list[Ahead]] = {}
    for each in found:
        for title in each.found.forecast.titles:
            for change in title.changes:
                if change.kind in (ChangeKind.VERDICT, ChangeKind.COVERAGE):
                    by_day.setdefault(change.day, []).append(_ahead(each, title.norm.id, change))
    return [line for day in sorted(by_day) for line in by_day[day]]


def _ahead(client: ClientForecast, title: str, change: Change) -> Ahead:
    return Ahead(
        change.day,
        client.client_id,
        client.name,
        client.file_number,
        title,
        change.after.decision_kind,
        change.before.verdict,
        change.after.verdict,
        change,
    )


def forecast_of(reference: Reference, plan: Forecaster, case: CaseFile) -> CaseForecast:
    """The forecast of one case by a plan that is made once for many."""
    pack: Pack = reference.pack
    found = plan.forecast(
        change_points(pack, case, plan.on, plan.until),
        FollowedCase(pack, case).facts_on,
        lambda day: decision_kinds(reference, case, day),
    )
    return CaseForecast(found, running_out(pack, case, plan.on, plan.until))
