"""Where nothing that a fact rests on is another one, its value is the same on every day."""

from collections.abc import Hashable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType

import pytest

from desktop.cases.answers import Answer
from desktop.cases.applications import DecisionKind
from desktop.cases.casefile import CaseFile
from desktop.cases.decisions import AsylumProcedure
from desktop.cases.people import Client
from desktop.cases.periods import PartialDate, Period
from desktop.cases.status import StatusPeriod
from desktop.errors import Problem
from desktop.rules.carriers import FactRef, Rests
from desktop.rules.entries import InForce
from desktop.rules.facts.following import FollowedCase
from desktop.rules.facts.value import FactValue
from desktop.rules.facts.view import CaseDay
from desktop.rules.forecasting import Forecaster
from desktop.rules.packs import Pack
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


def _compared(pack: Pack, cases: Iterable[CaseFile], refs: Iterable[FactRef]) -> tuple[int, int]:
    """How many values were the same where what they rest on was alike, and how many rest on the day."""
    repeated, other = 0, 0
    for case in cases:
        followed = FollowedCase(pack, case)
        for title in TITLES:
            seen: dict[FactRef, dict[tuple[Rests, Hashable], FactValue | None]] = {}
            for day in DAYS:
                facts = followed.facts_on(day)(title, DecisionKind.GRANT)
                alone = CaseDay(pack, case, day).facts(title, DecisionKind.GRANT)
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
    return repeated, other


def test_alike_is_the_same_for_cases_of_any_kind(law, refs):
    repeated, other = _compared(law.pack, any_cases(law.pack, 12, seed=44, today=TODAY, most=2), refs)
    assert repeated > 10_000
    assert other > 1_000


def test_what_reads_the_history_rests_on_it(law, refs):
    """A law under which an asylum application ends titles of up to a year changes the history, not the case.

    With § 55 Abs. 2 AsylG as it is, no change of law moves a border in the history.
    """
    pack = _with_another(law.pack, "asylum_ends_title_up_to_months", "12", TODAY + timedelta(200))
    held = StatusPeriod("title:25b_1", Period.between(TODAY - timedelta(100), TODAY + timedelta(150)))
    procedures = (AsylumProcedure(kind="first", filed_on=PartialDate.exactly(TODAY - timedelta(50))),)
    case = CaseFile(
        Client("Amal Muster"),
        facts={"status_periods": Answer((held,)), "asylum_procedures": Answer(procedures)},
    )
    before, after = (CaseDay(pack, case, day).history for day in (TODAY, TODAY + timedelta(200)))
    assert before != after
    repeated, _ = _compared(pack, [case], refs)
    assert repeated > 1_000


def _with_another(pack: Pack, name: str, value: str, since: date) -> Pack:
    """The pack with another value of a term from a day on."""
    (term,) = pack.terms.terms[name]
    until = term.model_copy(update={"in_force": InForce(since=date.min, until=since)})
    later = term.model_copy(update={"in_force": InForce(since=since), "value": value})
    terms = replace(pack.terms, terms=MappingProxyType({**pack.terms.terms, name: (until, later)}))
    return replace(pack, terms=terms, tables=replace(pack.tables))


def test_the_day_itself_and_an_age_rest_on_the_day(law, samples):
    day = FollowedCase(law.pack, samples["offene-fragen"]).facts_on(TODAY)
    facts = day("25b_1", DecisionKind.GRANT)
    for name in ("evaluation_date", "age_at_decision"):
        facts.fact(name)
        assert facts.rests_on((name, None)) is None
