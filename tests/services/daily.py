"""The same as a forecast, the slow way: every title is evaluated anew on every single day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from desktop.cases.casefile import CaseFile
from desktop.errors import Problem
from desktop.rules.assess import examined
from desktop.rules.facts.view import CaseDay
from desktop.rules.forecast import Forecast, State
from desktop.services.assessment import decision_kinds
from desktop.services.reference import Reference


def every_day(first: date, last: date) -> Iterator[date]:
    """Both ends inclusive."""
    for number in range((last - first).days + 1):
        yield first + timedelta(number)


def states_on(reference: Reference, case: CaseFile, on: date) -> dict[str, State]:
    """What every title comes to on one day, from nothing but that day."""
    day = CaseDay(reference.pack, case, on)
    kinds = decision_kinds(reference, case, on)
    found = {}
    for norm in reference.pack.norms:
        kind = norm.decision(kinds[norm.id])
        try:
            version = norm.version(on)
            examination = version.examination(kind)
            if examination is None:
                found[norm.id] = State(kind, version, None, None, ())
                continue
            best = examined(examination, day.facts(norm.id, kind))[0][0]
        except Problem as reason:
            found[norm.id] = State(kind, None, None, None, (), reason)
            continue
        found[norm.id] = State(kind, version, best.verdict, best.route, tuple(best.reasons()))
    return found


def differences(
    reference: Reference, case: CaseFile, forecast: Forecast, days: Iterable[date]
) -> list[tuple[date, str]]:
    """The days and titles on which a forecast says something else than the day itself."""
    return [
        (day, norm_id)
        for day in days
        for norm_id, state in states_on(reference, case, day).items()
        if not forecast.title(norm_id).on(day).same_as(state)
    ]
