"""A forecast says for every day what that day itself says, and why it changes; for one case and for many."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from desktop.cases.answers import Answer
from desktop.cases.casefile import CaseFile
from desktop.cases.people import Client, FamilyMember
from desktop.cases.periods import PartialDate, Period
from desktop.cases.status import Passport, StatusPeriod
from desktop.errors import Problem
from desktop.rules.conditions import Finding
from desktop.rules.facts.changepoints import Happening, Origin
from desktop.rules.facts.value import Band, Duration
from desktop.rules.forecast import ChangeKind
from desktop.rules.verdict import Verdict
from desktop.services import clients
from desktop.services import forecast as forecasts
from desktop.services.assessment import assess
from desktop.services.forecast import calendar, forecast, horizon, of_office

from .conftest import NOW, TODAY
from .daily import differences, every_day


@pytest.fixture
def integrated(samples) -> Callable[..., CaseFile]:
    """A person with everything § 25b asks for except the time, tolerated for so long."""

    def case(since: date, until: date | None = None, **facts: Any) -> CaseFile:
        found = replace(samples["chancen-aufenthalt"], requests=())
        history = (StatusPeriod("D60a_2_1", Period.between(since, until)),)
        passport = (Passport("passport", Period.between(date(2026, 1, 20))),)
        given = {"status_periods": history, "asylum_procedures": (), "passports": passport} | facts
        for name, value in given.items():
            found = found.with_fact(name, Answer(value))
        return found

    return case


def months(finding: Finding | None) -> int:
    """Complete months of a stay on the safe reading."""
    assert finding is not None
    assert finding.value is not None
    band = finding.value.value
    assert isinstance(band, Band)
    return int(band.safe.months)


def test_it_says_the_same_as_an_assessment(law, samples):
    case = samples["chancen-aufenthalt"]
    found = forecast(law, case, TODAY).forecast
    days = {TODAY, found.until} | {change.day for _, change in found.changes()}
    for day in days | {day - timedelta(1) for day in days if day > TODAY}:
        for result in assess(law, case, day).titles:
            state = found.title(result.norm.id).on(day)
            assert (state.verdict, state.decision_kind) == (result.verdict, result.decision_kind)
            assert [_told(each) for each in state.reasons] == [_told(each) for each in result.reasons()]


def _told(finding: Finding) -> tuple[str, object]:
    return getattr(finding.node, "key", ""), finding.truth


def test_both_ends_belong_to_it(law, integrated):
    found = forecast(law, integrated(date(2015, 1, 1), date(2027, 11, 24)), TODAY, years=1, title="25b_1")
    assert (found.on, found.until) == (TODAY, date(2027, 11, 24))
    assert [change.day for change in found.forecast.titles[0].changes] == [date(2027, 11, 24)]


@pytest.mark.parametrize("since", [date(2021, 3, 15), date(2020, 12, 31), date(2020, 11, 25)])
def test_a_waiting_time_is_reached_on_its_day(law, integrated, since):
    title = forecast(law, integrated(since), TODAY).forecast.title("25b_1")
    assert title.now.verdict is Verdict.NEEDS_ASSESSMENT
    (change,) = (each for each in title.changes if each.kind is ChangeKind.VERDICT)
    assert change.day == since.replace(year=since.year + 6)
    assert change.after.verdict is Verdict.SHOULD_BE_GRANTED
    (turn,) = change.turns
    assert (turn.leaf.fact, turn.leaf.test.operand) == ("stay_25b_months", Duration(72))
    assert [months(each) for each in (turn.before, turn.after)] == [71, 72]


def test_a_waiting_time_is_told_while_an_answer_is_missing(law, integrated):
    case = integrated(date(2021, 3, 15)).without_fact("household_need").without_fact("convictions")
    title = forecast(law, case, TODAY).forecast.title("25b_1")
    assert title.changes == () or all(change.kind is not ChangeKind.VERDICT for change in title.changes)
    turned = [day.day for day in title.turning if any(turn.leaf.id == "stay_single" for turn in day.turns)]
    assert turned == [date(2027, 3, 15)]


def test_a_paper_that_runs_out_is_named_as_the_reason_and_beside_the_result(law, integrated):
    found = forecast(law, integrated(date(2018, 1, 1), date(2027, 6, 1)), TODAY, title="25b_1")
    assert [(each.status.status_code, each.last_day) for each in found.runs_out] == [
        ("D60a_2_1", date(2027, 5, 31))
    ]
    (change,) = found.forecast.title("25b_1").changes
    assert (change.day, change.worse) == (date(2027, 6, 1), True)
    (turn,) = change.turns
    assert turn.origins == (Origin(Happening.ENDS, "status_periods"),)


def test_a_child_comes_of_age(law, integrated):
    child = FamilyMember(
        "child",
        PartialDate.exactly(date(2009, 5, 5)),
        unmarried=True,
        household=(Period.between(date(2015, 1, 1)),),
        school_age=True,
        school_proof=True,
    )
    case = integrated(date(2022, 1, 1), family_members=(child,))
    title = forecast(law, case, TODAY).forecast.title("25b_1")
    change = next(each for each in title.changes if each.day == date(2027, 5, 5))
    assert change.worse
    (turn,) = (each for each in change.turns if each.leaf.id == "with_child")
    assert turn.origins == (Origin(Happening.BIRTHDAY, "family_members"),)


def test_another_text_of_the_law_is_told(law, samples):
    """A holder of § 104c whose card runs past the end of § 25b Abs. 7, 8: the route ends on 30.06.2027."""
    case = samples["chancen-aufenthalt"]
    held = case.value("status_periods")
    longer = replace(held[-1], period=Period.between(date(2025, 7, 1), date(2027, 8, 1)))
    case = case.with_fact("status_periods", Answer((*held[:-1], longer)))
    title = forecast(law, case, TODAY, title="25b_1").forecast.title("25b_1")
    (change,) = (each for each in title.changes if each.day == date(2027, 7, 1))
    assert change.new_law
    assert change.worse
    assert title.last_day(Verdict.SHOULD_BE_GRANTED) == date(2027, 6, 30)


def test_first_and_last_day_of_a_verdict(law, integrated):
    until = date(2027, 6, 1)
    title = forecast(law, integrated(date(2021, 1, 1), until), TODAY, title="25b_1").forecast.title("25b_1")
    assert title.first_day(Verdict.SHOULD_BE_GRANTED) == date(2027, 1, 1)
    assert title.first_day(Verdict.ENTITLEMENT_INDICATED) is None
    assert title.last_day(Verdict.NEEDS_ASSESSMENT) == date(2027, 5, 31)
    assert title.last_day(Verdict.SHOULD_BE_GRANTED) is None


def test_a_day_that_one_title_does_not_cover_stops_no_other(law, integrated):
    case = integrated(date(2013, 1, 1))
    found = forecast(law, case, date(2014, 6, 1), years=10).forecast
    title = found.title("25b_1")
    assert title.now.not_covered is not None
    assert (title.changes[0].kind, title.changes[0].day) == (ChangeKind.COVERAGE, date(2015, 8, 1))
    assert differences(law, case, found, every_day(date(2015, 7, 25), date(2015, 8, 7))) == []


@pytest.mark.parametrize("years", [0, -1, 21, 100])
def test_years_that_are_not_possible(law, years):
    with pytest.raises(Problem, match=r"1 to 20 years, not"):
        horizon(TODAY, years)


def test_a_title_the_pack_does_not_have(law, integrated):
    with pytest.raises(Problem, match="no title"):
        forecast(law, integrated(TODAY), TODAY, title="99z")


# A caseload


@pytest.fixture
def caseload(session, integrated) -> list[str]:
    """The ids of three clients of the office who reach their six years one month after the other."""
    cases = [integrated(date(2021, 1 + number, 1)) for number in range(3)]
    named = [
        replace(case, client=Client(f"Muster {number}", file_number=f"E-{number}"))
        for number, case in enumerate(cases)
    ]
    return [clients.add(session, case, NOW) for case in named]


def test_a_caseload_tells_who_reaches_what_and_when(session, caseload):
    told: list[int] = []
    found = list(of_office(session, TODAY, progress=told.append))
    assert told == [1, 2, 3]
    lines = calendar(found)
    reached = [(line.client_id, line.day) for line in lines if line.title == "25b_1" and line.better]
    assert reached == list(zip(caseload, (date(2027, 1, 1), date(2027, 2, 1), date(2027, 3, 1)), strict=True))
    assert [line.day for line in lines] == sorted(line.day for line in lines)


def test_it_stops_when_it_is_cancelled(session, caseload):
    told: list[int] = []
    found = list(of_office(session, TODAY, progress=told.append, cancelled=lambda: len(told) == 2))
    assert [each.client_id for each in found] == caseload[:2]


def test_all_clients_of_an_office(session, caseload):
    found = list(of_office(session, TODAY, years=1))
    assert [each.client_id for each in found] == caseload
    assert [each.name for each in found] == ["Muster 0", "Muster 1", "Muster 2"]


def test_a_client_for_whom_a_rule_fails_stops_nobody_else_and_is_named(session, caseload, monkeypatch):
    whole = forecasts.forecast_of
    monkeypatch.setattr(
        forecasts,
        "forecast_of",
        lambda law, plan, case: whole(law, plan, case) if case.client.name != "Muster 1" else 1 / 0,
    )
    failed: list[UUID] = []
    found = list(of_office(session, TODAY, years=1, failed=failed))
    assert [each.client_id for each in found] == [caseload[0], caseload[2]]
    assert [str(each) for each in failed] == [caseload[1]]
