"""Who comes to a title soon: kept for each client, listed by SQL, dropped with what it rests on."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from desktop import resources
from desktop.cases.answers import Answer
from desktop.cases.casefile import CaseFile
from desktop.cases.people import HouseholdLink
from desktop.cases.periods import Period
from desktop.cases.status import Passport, StatusPeriod
from desktop.rules.forecast import ChangeKind
from desktop.rules.forecasting import Forecaster
from desktop.rules.verdict import Verdict
from desktop.services import clients, forecast, prospects
from desktop.texts import Texts

from .conftest import NOW, TODAY


def look(session, now=NOW):
    """Everybody; what the last step says."""
    return list(prospects.look_ahead(session, now))[-1]


def expected(law, cases, *, better):
    """From the forecasts themselves."""
    plan = Forecaster(law.pack, TODAY, TODAY + prospects.AHEAD)
    for client, case in cases.items():
        for title in forecast.forecast_of(law, plan, case).forecast.titles:
            for change in title.changes:
                if change.kind is not ChangeKind.VERDICT or change.better is not better:
                    continue
                one = change.after if better else change.before
                if one.verdict in prospects.IN_QUESTION:
                    yield client, change.day, title.norm.id, change.before.verdict, change.after.verdict


@pytest.fixture
def some(session, samples):
    """The samples, of whom some are about to lose a title, and two who are about to reach § 25b."""
    case = replace(samples["chancen-aufenthalt"], requests=())
    cases = [
        *samples.values(),
        tolerated_since(case, date(2020, 12, 31)),  # six years on 31.12.2026
        tolerated_since(case, date(2021, 2, 22)),  # on 22.02.2027, the last day of the list
        tolerated_since(case, date(2021, 2, 23)),
    ]
    return {clients.add(session, case, NOW): case for case in cases}


def tolerated_since(case: CaseFile, since: date) -> CaseFile:
    """A person with everything § 25b asks for except the time."""
    given = {
        "status_periods": (StatusPeriod("D60a_2_1", Period.between(since, None)),),
        "asylum_procedures": (),
        "passports": (Passport("passport", Period.between(date(2026, 1, 20))),),
    }
    for name, value in given.items():
        case = case.with_fact(name, Answer(value))
    return case


def test_the_lists_say_what_the_forecasts_say(session, law, some):
    assert prospects.waiting(session, TODAY) == len(some)
    assert prospects.reached(session, TODAY) == []
    assert look(session)[:2] == (len(some), len(some))
    assert prospects.waiting(session, TODAY) == 0
    for better, listed in ((True, prospects.reached), (False, prospects.lost)):
        found = listed(session, TODAY, 1000)
        wanted = set(expected(law, some, better=better))
        assert len(wanted) > 1
        assert {(each.client_id, each.day, each.title, each.before, each.after) for each in found} == wanted
        assert len(found) == prospects.count(session, TODAY, better=better)
        assert [each.day for each in found] == sorted(each.day for each in found)
        assert all(each.better is better for each in found)
        assert [*listed(session, TODAY, 2), *listed(session, TODAY, 1000, 2)] == found
    days = {each.day for each in prospects.reached(session, TODAY) if each.title == "25b_1"}
    assert days == {date(2026, 12, 31), date(2027, 2, 22)}


def test_steps_stand_for_themselves(session, some):
    steps = prospects.look_ahead(session, NOW, step=5)
    assert (next(steps).done, next(steps).done) == (0, 5)
    del steps
    left = len(some) - 5
    assert prospects.waiting(session, TODAY) == left
    assert [each.done for each in prospects.look_ahead(session, NOW, step=left - 1)] == [0, left - 1, left]


def test_what_was_found_serves_a_month(session, some):
    look(session)
    assert prospects.waiting(session, TODAY + timedelta(days=30)) == 0
    assert prospects.waiting(session, TODAY + timedelta(days=31)) == len(some)
    assert prospects.waiting(session, TODAY - timedelta(days=1)) == len(some)
    assert prospects.reached(session, TODAY + timedelta(days=31)) == []


def test_a_change_of_the_case_is_looked_at_again(session, some):
    look(session)
    client = next(iter(some))
    case = clients.load(session, client)
    clients.save(session, client, case, NOW)  # nothing differs
    clients.derive_again(session, [UUID(client)], NOW)
    assert prospects.waiting(session, TODAY) == 0
    clients.save(session, client, case.with_fact("german_oral", Answer("A1")), NOW)
    assert prospects.waiting(session, TODAY) == 1
    assert all(each.client_id != client for each in prospects.reached(session, TODAY, 1000))
    look(session)
    clients.undo(session, NOW)
    assert prospects.waiting(session, TODAY) == 1


def test_a_change_in_the_household_is_looked_at_again(session, some):
    one, other, *_ = some
    case = clients.load(session, one)
    linked = replace(case, household=(HouseholdLink("spouse", other),))
    clients.save(session, one, linked, NOW)
    look(session)
    theirs = clients.load(session, other)
    clients.save(session, other, theirs.with_fact("german_oral", Answer("A1")), NOW)
    assert prospects.waiting(session, TODAY) == 2


def test_removed_and_closed_clients_are_left_out(session, law, some):
    look(session)
    before = prospects.reached(session, TODAY, 1000) + prospects.lost(session, TODAY, 1000)
    shown = list(dict.fromkeys(each.client_id for each in before))
    gone, closed, *_ = shown
    clients.remove(session, gone, NOW)
    with session.office.change("save", "mk", NOW) as change:
        from desktop.store.rows import RestRow

        change.put(RestRow.of(client_id=closed, reason="verzogen", by="mk", on=TODAY, until=None))
    look(session)
    left = prospects.reached(session, TODAY, 1000) + prospects.lost(session, TODAY, 1000)
    assert left == [each for each in before if each.client_id not in (gone, closed)]


def test_a_rule_that_fails_stops_nobody_else(session, some, monkeypatch):
    unlucky = next(iter(some))
    whole = forecast.forecast_of
    monkeypatch.setattr(
        prospects,
        "forecast_of",
        lambda law, plan, case: whole(law, plan, case) if case != some[unlucky] else 1 / 0,
    )
    last = look(session)
    assert (last.done, [str(each) for each in last.failed]) == (len(some), [unlucky])
    assert prospects.waiting(session, TODAY) == 1
    problem = prospects.left_out(session, last.failed)
    assert problem is not None
    number, name = some[unlucky].client.file_number, some[unlucky].client.name
    told = Texts("de", resources.path("i18n")).problem(problem)
    assert "(1)" in told
    assert (number or "…") in told
    assert name not in told
    assert prospects.left_out(session, ()) is None


def test_another_law_looks_anew(session, law, some, monkeypatch):
    look(session)
    monkeypatch.setattr(prospects, "made_with", lambda _: "newer")
    assert prospects.waiting(session, TODAY) == len(some)
    assert prospects.reached(session, TODAY) == []


def test_verdicts_in_question():
    assert Verdict.FACTS_MISSING not in prospects.IN_QUESTION
    assert Verdict.NEEDS_ASSESSMENT in prospects.IN_QUESTION
