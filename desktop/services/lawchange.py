"""What a change of law means for clients: what is newly possible, lost or changed, and until when to act.

Compared are one pack on two days, or two packs. `rules.compare` says how the last day is found; the safe day
before it is one on which offices at the client's place are surely open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from desktop.cases.casefile import CaseFile
from desktop.deadlines.duedates import safe
from desktop.deadlines.holidays import calendar_of
from desktop.errors import Problem
from desktop.rules import packs
from desktop.rules.compare import Difference, between
from desktop.rules.forecasting import Forecaster
from desktop.texts import mark

from .forecast import MOST_YEARS, Cancelled, Progress, forecast_of, horizon
from .reference import Reference

ONLY_A_LATEST_DAY = mark(
    "The last day is one on which an application decided at once would still bring the same. What counts may "
    "be the law of the day of the decision: apply so early that it can still be decided."
)


class Comparison(NamedTuple):
    """What changes for one client. Days are inclusive."""

    client_id: str
    name: str
    file_number: str
    first: date
    last: date
    differences: tuple[Difference, ...]
    safe_days: dict[date, date]
    """For every last day of a difference the safe day on or before it."""

    @property
    def act_by(self) -> date | None:
        """The earliest last day."""
        return min((each.last_day for each in self.differences if each.last_day is not None), default=None)


def with_pack(reference: Reference, folder: Path) -> Reference:
    """The same authorities with the rule pack of a folder. Raises Problems, CannotOpen."""
    if folder.exists() and not folder.is_dir():
        raise Problem(mark("“{file}” is not the folder of a rule pack."), file=folder.name)
    return Reference(packs.load(folder), reference.authorities)


def compared(
    reference: Reference,
    cases: Iterable[tuple[str, CaseFile]],
    first: date,
    last: date,
    *,
    newer: Reference | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Iterator[Comparison]:
    """How the titles of many cases (id and case) stand on the first day and, by the newer law, on the last.

    Without a newer pack the same pack is read on both days. Raises Problem where the days are not possible.
    """
    refuse_days(first, last, same_day=newer is not None)
    old = Forecaster(reference.pack, first, first if newer is not None else last)
    new = old if newer is None else Forecaster(newer.pack, first, last)
    for done, (client_id, case) in enumerate(cases, start=1):
        if cancelled is not None and cancelled():
            return
        before = forecast_of(reference, old, case)
        after = before if newer is None else forecast_of(newer, new, case)
        found = tuple(between(before.forecast, after.forecast))
        yield Comparison(
            client_id,
            case.client.name,
            case.client.file_number,
            first,
            last,
            found,
            _safe_days(reference, case, found),
        )
        if progress is not None:
            progress(done)


def refuse_days(first: date, last: date, *, same_day: bool = False) -> None:
    """Raises Problem unless the first day lies before the last (or is it), and that not too far ahead."""
    if last < first or (last == first and not same_day):
        raise Problem(
            mark("The first day ({first}) must lie before the last ({last})."), first=first, last=last
        )
    if last > horizon(first, MOST_YEARS):
        raise Problem(
            mark("Between the first day ({first}) and the last ({last}) lie more than {most} years."),
            first=first,
            last=last,
            most=MOST_YEARS,
        )


def _safe_days(reference: Reference, case: CaseFile, found: tuple[Difference, ...]) -> dict[date, date]:
    place = calendar_of(reference.authority(case.value("responsible_abh")).holiday_key)
    return {each.last_day: safe(each.last_day, place) for each in found if each.last_day is not None}
