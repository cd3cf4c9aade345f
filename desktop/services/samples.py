"""The built-in sample cases: invented people whose situations the pages of the authorities describe."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any, TypeVar

from desktop import resources
from desktop.cases.agenda import Entry, Rest
from desktop.cases.casefile import CaseFile
from desktop.cases.letters import DecisionLetter

from .portable import read_case
from .reference import Reference

SAMPLE_DAY = date(2026, 11, 24)
"""The day around which the samples were written; on it every one of them shows what it is for."""

_Planned = TypeVar("_Planned", Entry, DecisionLetter, Rest)


def sample_cases(reference: Reference, today: date) -> dict[str, CaseFile]:
    """Every sample by the name of its file; what the office plans in it lies around `today`."""
    files = sorted(resources.path("samples").glob("*.yaml"))
    return {
        file.stem: _planned_from(read_case(file, reference, max(today, SAMPLE_DAY)), today) for file in files
    }


def _planned_from(case: CaseFile, today: date) -> CaseFile:
    """The case with its own dates, letters and rest as far from today as they were from the day of writing.

    A history stays in its years, and the law with it: only what an office does from day to day moves.
    """
    if today <= SAMPLE_DAY:
        return case
    return replace(
        case,
        entries=tuple(_moved(each, today) for each in case.entries),
        letters=tuple(_moved(each, today) for each in case.letters),
        rest=_moved(case.rest, today) if case.rest is not None else None,
    )


def _moved(planned: _Planned, today: date) -> _Planned:
    """The same, later: no day falls on a weekend, where offices neither write nor receive."""
    days: dict[str, Any] = {
        each.name: _working_day(day, today)
        for each in fields(planned)
        if isinstance(day := getattr(planned, each.name), date)
    }
    return replace(planned, **days)


def _working_day(day: date, today: date) -> date:
    """What is past goes back to Friday, what is to come goes on to Monday; order is kept on both sides."""
    moved = day + (today - SAMPLE_DAY)
    over = max(0, moved.weekday() - 4)
    if over:
        moved += timedelta(days=-over if moved < today else 3 - over)
    return moved
