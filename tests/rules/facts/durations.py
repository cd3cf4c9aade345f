"""Lengths of stay as the facts give them: safe and longest."""

from __future__ import annotations

from datetime import date
from typing import Any

from desktop.cases.status import StatusPeriod
from desktop.deadlines.spans import Duration
from desktop.rules.facts.value import Band, FactValue
from tests.rules.facts.making import TODAY, case, fact


def stay(*periods: StatusPeriod, on: date | str = TODAY, **facts: Any) -> FactValue:
    facts.setdefault("absence_periods", ())
    return fact("stay_25b_months", case(status_periods=periods, **facts), on)


def band(found: FactValue) -> tuple[Duration, Duration]:
    assert isinstance(found.value, Band), found
    return found.value.safe, found.value.longest


def exactly(months: int, days: int = 0) -> tuple[Duration, Duration]:
    return Duration(months, days), Duration(months, days)


def lawful(*history: StatusPeriod, on: date | str = TODAY, **facts: Any) -> tuple[Duration, Duration]:
    facts.setdefault("asylum_procedures", ())
    return band(fact("lawful_stay_months", case(status_periods=history, **facts), on))
