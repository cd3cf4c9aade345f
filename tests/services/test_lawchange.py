"""What a change of law means: the end of the rules for § 104c holders, a newer pack, last days."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop import resources
from desktop.cases.answers import Answer
from desktop.cases.casefile import CaseFile
from desktop.cases.periods import Period
from desktop.errors import Problem
from desktop.rules.compare import Difference, Outcome
from desktop.rules.verdict import Verdict
from desktop.services.forecast import forecast
from desktop.services.lawchange import compared, refuse_days, with_pack
from desktop.services.reference import PACK, Reference

from .conftest import TODAY

REPEALED = date(2027, 7, 1)
"""From this day § 25b Abs. 7, 8 are gone."""


@pytest.fixture
def holder(samples) -> Callable[[date], CaseFile]:
    """A holder of § 104c who meets everything, with a card until a day (the first that no longer counts)."""

    def case(until: date) -> CaseFile:
        found: CaseFile = samples["chancen-aufenthalt"]
        *before, card = found.value("status_periods")
        longer = replace(card, period=Period.between(card.period.start.earliest, until))
        return found.with_fact("status_periods", Answer((*before, longer)))

    return case


def differences(
    law: Reference, case: CaseFile, last: date, newer: Reference | None = None
) -> dict[str, Difference]:
    (found,) = compared(law, [("c", case)], TODAY, last, newer=newer)
    return {each.norm.id: each for each in found.differences}


@pytest.mark.parametrize(
    ("to", "outcome"),
    [(REPEALED - timedelta(1), None), (REPEALED, Outcome.WORSE), (REPEALED + timedelta(1), Outcome.WORSE)],
)
def test_the_rules_for_holders_end_with_30_june_2027(law, holder, to, outcome):
    found = differences(law, holder(date(2028, 1, 1)), to).get("25b_1")
    assert (found.outcome if found else None) is outcome
    if found is not None:
        assert found.last_day == REPEALED - timedelta(1)
        assert found.new_law
        assert found.before is not None
        assert found.after is not None
        assert found.before.verdict is Verdict.SHOULD_BE_GRANTED
        assert found.after.verdict is Verdict.NEEDS_ASSESSMENT
        assert {turn.leaf.id for change in found.changes for turn in change.turns} >= {"pending_104c_held"}


def test_a_card_that_ends_before_the_law_does_sets_the_day(law, holder):
    found = differences(law, holder(date(2027, 5, 15)), REPEALED)["25b_1"]
    assert (found.outcome, found.last_day, found.new_law) == (Outcome.LOST, date(2027, 5, 14), False)


def test_on_the_last_day_it_is_as_on_the_first_and_on_the_next_it_is_not(law, holder):
    case = holder(date(2027, 5, 15))
    found = differences(law, case, REPEALED)["25b_1"]
    assert found.last_day is not None
    title = forecast(law, case, TODAY, title="25b_1").forecast.titles[0]
    assert title.on(found.last_day).verdict is title.now.verdict
    assert title.on(found.last_day + timedelta(1)).verdict is not title.now.verdict


def test_what_is_better_only_for_a_time(law, samples, holder):
    """The six years are complete on 1 March 2027, the card ends on 31 May."""
    case = holder(date(2027, 6, 1))
    *_, card = case.value("status_periods")
    before = replace(card, status_code="D60a_2_1", period=Period.between(date(2021, 3, 1), date(2025, 7, 1)))
    case = case.with_fact("status_periods", Answer((before, card))).with_fact("asylum_procedures", Answer(()))
    found = differences(law, case, REPEALED)["25b_1"]
    days = (date(2027, 3, 1), date(2027, 5, 31))
    assert (found.outcome, (found.first_day, found.last_day)) == (Outcome.ONLY_BETWEEN, days)


def test_from_one_day_to_the_next_nothing_changes_where_nothing_begins_or_ends(law, samples):
    assert differences(law, samples["bayern-familie"], TODAY + timedelta(1)) == {}


def test_the_safe_day_is_a_working_day_before_the_last(law, holder):
    (found,) = compared(law, [("c", holder(date(2028, 1, 1)))], TODAY, REPEALED)
    assert found.act_by == date(2027, 6, 30)
    assert found.safe_days[date(2027, 6, 30)] == date(2027, 6, 30)
    (found,) = compared(law, [("c", holder(date(2027, 1, 4)))], TODAY, REPEALED)  # ends on a Sunday
    assert found.safe_days[date(2027, 1, 3)] == date(2026, 12, 30)


@pytest.fixture
def newer(law, tmp_path) -> Reference:
    """The same law, except that § 25b asks for seven years instead of six."""
    folder = tmp_path / "neuer"
    shutil.copytree(resources.path("law", PACK), folder)
    norm = folder / "norms" / "25b_1.yaml"
    norm.write_text(norm.read_text("utf-8").replace("at_least: 72", "at_least: 84"), "utf-8")
    return with_pack(law, folder)


def test_two_packs_on_one_day(law, newer, samples):
    found: CaseFile = samples["chancen-aufenthalt"]
    *_, card = found.value("status_periods")
    before = replace(card, status_code="D60a_2_1", period=Period.between(date(2020, 3, 1), date(2025, 7, 1)))
    case = found.with_fact("status_periods", Answer((before, card))).with_fact(
        "asylum_procedures", Answer(())
    )
    by_new = differences(law, case, TODAY, newer=newer)
    assert set(by_new) == {"25b_1"}
    each = by_new["25b_1"]
    assert (each.outcome, each.last_day, each.changes) == (Outcome.WORSE, None, ())
    assert differences(law, case, TODAY, newer=law) == {}


def test_it_stops_when_it_is_cancelled(law, holder):
    told: list[int] = []
    cases = [(str(number), holder(date(2027, 5, 1 + number))) for number in range(3)]
    found = list(
        compared(law, cases, TODAY, REPEALED, progress=told.append, cancelled=lambda: len(told) == 2)
    )
    assert [each.client_id for each in found] == ["0", "1"]


@pytest.mark.parametrize(
    ("first", "last"),
    [(TODAY, TODAY), (TODAY, TODAY - timedelta(1)), (TODAY, date(2046, 11, 25))],
)
def test_days_that_are_not_possible(first, last):
    with pytest.raises(Problem):
        refuse_days(first, last)


def test_days_that_are_possible():
    refuse_days(TODAY, TODAY + timedelta(1))
    refuse_days(TODAY, date(2046, 11, 24))
    refuse_days(TODAY, TODAY, same_day=True)
