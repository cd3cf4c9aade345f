"""Where nothing that a fact rests on is another one, its value is the same on every day."""

from collections.abc import Hashable
from datetime import timedelta

import pytest

from desktop.cases.applications import DecisionKind
from desktop.errors import Problem
from desktop.rules.carriers import FactRef, Rests
from desktop.rules.facts.following import FollowedCase
from desktop.rules.facts.value import FactValue
from desktop.rules.facts.view import CaseDay
from desktop.rules.forecasting import Forecaster
from desktop.services.forecast import YEARS, horizon

from .any_case import any_cases
from .conftest import TODAY

DAYS = [TODAY + timedelta(days) for days in (0, 1, 9, 10, 100, 250, 400, 900, 1300, 1826)]
TITLES = ("25b_1", "25a_1", "104c_1", "26_4", "25_5")


def _value(facts, ref):
    try:
        return facts.fact(*ref)._replace(proof=None)
    except Problem:
        return None


@pytest.fixture(scope="module")
def refs(law):
    return tuple(Forecaster(law.pack, TODAY, horizon(TODAY, YEARS)).tests)


def test_alike_is_the_same_for_cases_of_any_kind(law, refs):
    repeated, other = 0, 0
    for case in any_cases(law.pack, 12, seed=44, today=TODAY, most=2):
        followed = FollowedCase(law.pack, case)
        for title in TITLES:
            seen: dict[FactRef, dict[tuple[Rests, Hashable], FactValue | None]] = {}
            for day in DAYS:
                facts = followed.facts_on(day)(title, DecisionKind.GRANT)
                alone = CaseDay(law.pack, case, day).facts(title, DecisionKind.GRANT)
                for ref in refs:
                    value = _value(alone, ref)
                    assert _value(facts, ref) == value, ref
                    rests = facts.rests_on(ref)
                    for earlier, given in seen.get(ref, {}):
                        if facts.given(earlier) == given:
                            repeated += 1
                            assert seen[ref][earlier, given] == value, (ref, earlier, day)
                    if rests is None:
                        other += 1
                    else:
                        seen.setdefault(ref, {})[rests, facts.given(rests)] = value
    assert repeated > 10_000
    assert other > 1_000


def test_the_day_itself_and_an_age_rest_on_the_day(law, samples):
    day = FollowedCase(law.pack, samples["offene-fragen"]).facts_on(TODAY)
    facts = day("25b_1", DecisionKind.GRANT)
    for name in ("evaluation_date", "age_at_decision"):
        facts.fact(name)
        assert facts.rests_on((name, None)) is None
