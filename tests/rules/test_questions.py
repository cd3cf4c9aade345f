"""What to ask next, what not to ask again first, and which answers are too old to rely on."""

from __future__ import annotations

from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

import pytest

from desktop.cases.applications import DecisionKind
from desktop.rules.assess import assess_title
from desktop.rules.facts.value import FactValue
from desktop.rules.packs import Pack
from desktop.rules.questions import Asked, open_questions, still_true
from desktop.rules.results import TitleResult
from desktop.rules.vocabulary import Vocabulary
from tests.law.worked_cases import PACK
from tests.rules.builders import SMALL, build, facts, leaf, norm, pack_of, route, version

ON = date(2026, 11, 22)


def pack(**changed: Any) -> Pack:
    words = Vocabulary(
        MappingProxyType({each.id: each.model_copy(update=changed.get(each.id, {})) for each in SMALL})
    )
    one = build(norm(version(route(requires=[leaf("p1"), leaf("p2"), leaf("p3"), leaf("j1")]))))
    two = build(norm(version(route(requires=[leaf("p2"), leaf("p3")])), id="2_2"))
    return pack_of(one, two, words=words)


def results(of: Pack, **stated: Any) -> list[TitleResult]:
    return [
        assess_title(of, name, facts(of.vocabulary, **stated), ON, DecisionKind.GRANT)
        for name in ("1_1", "2_2")
    ]


def test_what_was_asked_in_vain_comes_after_the_rest_and_a_refusal_last() -> None:
    of = pack()
    found = results(of)
    fresh = [each.input_id for each in open_questions(found, of)]
    assert fresh[:2] == ["p2", "p3"]  # each decides two titles
    asked = {"p2": Asked.WILL_NOT_SAY, "p3": Asked.NOT_KNOWN, "p1": Asked.TOO_LITTLE}
    again = open_questions(found, of, asked)
    assert [each.input_id for each in again] == ["j1", "p1", "p3", "p2"]
    assert [each.asked for each in again] == [
        Asked.NEVER,
        Asked.TOO_LITTLE,
        Asked.NOT_KNOWN,
        Asked.WILL_NOT_SAY,
    ]


def test_an_easy_answer_is_asked_before_a_hard_one_that_decides_as_much() -> None:
    of = pack(p2={"effort": "5"}, p3={"effort": "1"})
    assert [each.input_id for each in open_questions(results(of), of)][:1] == ["p3"]
    of = pack(p2={"effort": "1"}, p3={"effort": "5"})
    assert [each.input_id for each in open_questions(results(of), of)][:1] == ["p2"]


def rested(of: Pack) -> list[TitleResult]:
    """Both titles with p2 answered."""
    return results(of, p2=FactValue(True, inputs=("p2",)), p1=FactValue(True, inputs=("p1",)))


@pytest.mark.parametrize(("offset", "old"), [(-1, False), (0, False), (1, True)])
def test_an_answer_is_old_from_the_day_after_its_limit(offset: int, old: bool) -> None:
    of = pack(p2={"stale_after_months": 3})
    day = date(2026, 11, 30) + timedelta(offset)  # 31 August and three months: the month has no 31st
    found = still_true(rested(of), of, {"p2": date(2026, 8, 31)}, day)
    assert bool(found) is old
    if old:
        (each,) = found
        assert (each.input_id, each.since, each.limit) == ("p2", date(2026, 8, 31), 3)
        assert each.titles == ("1_1", "2_2")


def test_only_what_a_title_rests_on_and_what_has_a_limit_and_a_day_is_asked_again() -> None:
    of = pack(p2={"stale_after_months": 3}, p4={"stale_after_months": 3})
    long_ago = date(2000, 1, 1)
    days = {"p1": long_ago, "p2": long_ago, "p4": long_ago}
    assert [each.input_id for each in still_true(rested(of), of, days, ON)] == ["p2"]
    assert still_true(rested(of), of, {"p1": long_ago}, ON) == []
    assert still_true(rested(of), of, {}, ON) == []


def test_what_carries_most_titles_is_asked_first_then_the_oldest() -> None:
    of = pack(p1={"stale_after_months": 3}, p2={"stale_after_months": 3})
    days = {"p1": date(2000, 1, 1), "p2": date(2020, 1, 1)}
    assert [each.input_id for each in still_true(rested(of), of, days, ON)] == ["p2", "p1"]


def test_what_changes_in_life_has_a_limit() -> None:
    for name in (
        "employment_periods",
        "other_income",
        "benefit_periods",
        "health_insurance",
        "household_need",
        "family_members",
        "education_periods",
        "passports",
        "status_periods",
        "convictions",
        "urgent_grounds_25_4_1",
    ):
        assert PACK.vocabulary[name].stale_after_months, name
    for name in ("birth_date", "nationalities", "entry_date", "fdgo_declaration_on"):
        assert PACK.vocabulary[name].stale_after_months is None, name
