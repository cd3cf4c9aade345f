"""The forecast equals the evaluation of every single day: the samples, and 500 cases of anything at all.

Where CI is "true", every day of every sample is looked at and all 500 cases; of these the days around every
turn and, staggered from case to case, every 260th day, so that together no stretch of the five years is left
out. BLEIBELOTSE_EVERY_DAY=1 looks at every day of every case too; that takes a quarter of an hour. Elsewhere
a tenth is looked at and another one the next day, so that each comes up within ten days; what failed once
fails again with the number that is told then: `BLEIBELOTSE_PART=3`.
"""

import os
from datetime import date, timedelta

import pytest

from desktop.cases.answers import Answer
from desktop.cases.periods import Period
from desktop.cases.status import StatusPeriod
from desktop.rules.facts import changepoints
from desktop.rules.forecasting import Forecaster
from desktop.services.forecast import YEARS, forecast_of, horizon

from .any_case import any_cases
from .conftest import TODAY
from .daily import days_to_look_at, differences, every_day

CASES, PART = 500, 25
EVERY_DAY = bool(os.environ.get("BLEIBELOTSE_EVERY_DAY"))
EVERYTHING = EVERY_DAY or os.environ.get("CI") == "true"
TENTHS = 10
TURN = int(os.environ.get("BLEIBELOTSE_PART") or date.today().toordinal()) % TENTHS
PARTS = range(CASES // PART) if EVERYTHING else range(TURN, CASES // PART, TENTHS)
SAMPLES = (
    "bayern-familie chancen-aufenthalt derzeit-nicht-moeglich hessen-haertefall jena-aufnahmezusage "
    "muenchen-abschiebungsverbot offene-fragen sachsen-pflege"
).split()


@pytest.fixture(scope="module")
def plan(law) -> Forecaster:
    return Forecaster(law.pack, TODAY, horizon(TODAY, YEARS))


@pytest.mark.parametrize("name", SAMPLES)
def test_every_day_of_a_sample(law, plan, samples, name):
    found = forecast_of(law, plan, samples[name]).forecast
    if EVERYTHING:
        days = set(every_day(found.on, found.until))
    else:
        days = days_to_look_at(found, TENTHS, TURN)
    assert differences(law, samples[name], found, days) == [], f"BLEIBELOTSE_PART={TURN}"


@pytest.mark.parametrize("part", PARTS)
def test_any_case(law, plan, part):
    for number, case in enumerate(any_cases(law.pack, PART, seed=part, today=TODAY, most=1)):
        found = forecast_of(law, plan, case).forecast
        days = days_to_look_at(found, between=1 if EVERY_DAY else 260, offset=7 * number + part)
        assert differences(law, case, found, days) == [], f"part {part}, case {number}"


def test_cases_with_long_lists(law, plan):
    for number, case in enumerate(any_cases(law.pack, 5, seed=1000, today=TODAY)):
        found = forecast_of(law, plan, case).forecast
        days = days_to_look_at(found, between=1 if EVERY_DAY else 90, offset=7 * number)
        assert differences(law, case, found, days) == [], f"case {number}"


def test_the_cases_are_of_all_kinds(law, plan):
    """Else the equality would say little: many conditions turn, and verdicts rise and fall."""
    asked = {leaf.key for norm in law.pack.norms for leaf in norm.leaves()}
    turned, better, worse = set(), 0, 0
    for case in any_cases(law.pack, 25, seed=0, today=TODAY, most=1):
        for title in forecast_of(law, plan, case).forecast.titles:
            turned |= {turn.leaf.key for each in title.turning for turn in each.turns}
            better += sum(change.better for change in title.changes)
            worse += sum(change.worse for change in title.changes)
    assert len(turned) > len(asked) / 8
    assert min(better, worse) >= 1


# The comparison notices what the forecast must not miss


def test_a_forecast_without_the_recorded_days_is_found_wrong(law, plan, monkeypatch):
    monkeypatch.setattr(changepoints, "_recorded", lambda *_: iter(()))
    wrong = 0
    for number, case in enumerate(any_cases(law.pack, 8, seed=0, today=TODAY, most=1)):
        found = forecast_of(law, plan, case).forecast
        wrong += bool(differences(law, case, found, days_to_look_at(found, 20, number)))
    assert wrong


def test_a_forecast_without_the_periods_of_the_law_is_found_wrong(law, plan, samples, monkeypatch):
    """Four years are complete four days after the Duldung ended: only a week's gap is bridged."""
    ends = date(2028, 6, 1)
    history = (StatusPeriod("D60a_2_1", Period.between(date(2024, 6, 5), ends)),)
    case = samples["chancen-aufenthalt"].with_fact("status_periods", Answer(history))
    days = [ends + timedelta(number) for number in range(-2, 100)]
    found = forecast_of(law, plan, case).forecast
    turned = [
        each.day
        for each in found.title("25b_1").turning
        if any(turn.leaf.id == "stay_with_child" for turn in each.turns)
    ]
    assert turned[:3] == [date(2028, 6, 5), date(2028, 6, 9), date(2028, 9, 2)]
    assert differences(law, case, found, days) == []
    monkeypatch.setattr(changepoints, "_lengths", lambda _: frozenset())
    law.pack.tables._picked.clear()
    wrong = differences(law, case, forecast_of(law, plan, case).forecast, days)
    law.pack.tables._picked.clear()
    assert wrong != []
