"""Five years ahead for a caseload of 10,000: at most four times as long as evaluating it at every turn.

The floor is the evaluation of the same clients (every title, explained) times the greatest number of days on
which anything turns for one of them, and one for the first day. Measured on every hundredth of the clients.
What is kept for a caseload, the calendar of who reaches what and when, must not grow faster than the clients.
"""

from __future__ import annotations

import gc
import time
from datetime import date
from itertools import islice

import pytest

from desktop.rules.forecasting import Forecaster
from desktop.services import assessment
from desktop.services.forecast import ClientForecast, calendar, forecast_of, horizon
from desktop.services.reference import load_reference
from tests.invented import invented_cases

ON = date(2026, 11, 24)
CLIENTS, EVERY = 10_000, 100
BUDGET = 4.0
GROWTH = 1.25  # more lines than fit into the caches of the processor take a little longer each

pytestmark = pytest.mark.bench


@pytest.fixture(scope="module")
def measured() -> tuple[float, float, list[ClientForecast]]:
    """CPU seconds of evaluating and of forecasting the sample, and the forecasts."""
    reference = load_reference()
    cases = list(islice(invented_cases(CLIENTS, seed=5, today=ON), 0, None, EVERY))
    plan = Forecaster(reference.pack, ON, horizon(ON, 5))
    assessment.assess(reference, cases[0], ON)
    forecast_of(reference, plan, cases[0])

    begun = time.process_time()
    for case in cases:
        assessment.assess(reference, case, ON)
    evaluated = time.process_time() - begun

    begun = time.process_time()
    found = [
        ClientForecast(
            str(number), case.client.name, case.client.file_number, forecast_of(reference, plan, case)
        )
        for number, case in enumerate(cases)
    ]
    return evaluated, time.process_time() - begun, found


def test_a_forecast_costs_little_more_than_evaluating_at_every_turn(measured):
    evaluated, forecast, found = measured
    turns = max(
        len({each.day for title in one.found.forecast.titles for each in title.turning}) for one in found
    )
    changes = max(
        len({each.day for title in one.found.forecast.titles for each in title.changes}) for one in found
    )
    ratio = forecast / (evaluated * (turns + 1))
    print(
        f"\nforecast of {CLIENTS} clients, 5 years, all titles: {ratio:.2f} ({BUDGET:.2f}) of evaluating at "
        f"every turn (at most {turns} days, {changes} of them with a change); "
        f"{forecast * EVERY:.0f} s scaled from {len(found)} clients, one evaluation {evaluated * EVERY:.0f} s"
    )
    assert ratio <= BUDGET


def test_the_calendar_grows_with_the_clients(measured):
    _, _, found = measured
    seconds = {}
    for count in (1_000, 10_000, 100_000):
        many = [
            each._replace(client_id=f"{round_}-{each.client_id}")
            for round_ in range(count // len(found))
            for each in found
        ]
        taken = []
        gc.disable()  # a collection looks at everything that lives, and only long runs meet one
        for _ in range(5):
            begun = time.process_time()
            lines = calendar(many)
            taken.append(time.process_time() - begun)
        gc.enable()
        assert len(lines) == len(calendar(found)) * (count // len(found))
        seconds[count] = min(taken)
    growth = {more: seconds[more] / seconds[few] / 10 for few, more in ((1_000, 10_000), (10_000, 100_000))}
    shown = ", ".join(f"{count}: {taken * 1e3:.0f} ms" for count, taken in seconds.items())
    print(f"\ncalendar of a caseload, growth per client: {max(growth.values()):.2f} ({GROWTH:.2f}); {shown}")
    assert max(growth.values()) <= GROWTH
