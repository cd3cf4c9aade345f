"""Knowing less never leads further: an answer that is missing, vague or disputed is no yes.

Random cases lose some of their answers (unknown, only the month or year, disputed), judgements or relatives.
A missing answer may take a no away, so that more is to be asked or weighed; it never brings a title nearer
than some answer would. Nothing that is derived fails on the way.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.cases.answers import Answer, Judgement, Ternary, Unknown
from desktop.cases.applications import Request
from desktop.cases.casefile import CaseFile
from desktop.cases.people import Client
from desktop.cases.periods import ONE_DAY, PartialDate
from desktop.cases.shapes import Choice, Shape, YesNo
from desktop.rules.verdict import Verdict
from desktop.services.assessment import assess, decision_kinds
from desktop.services.reference import Reference

from .any_case import any_cases
from .conftest import TODAY

OVERRIDE = "departure_duty_override"
"""Its absence is an answer too: what follows from the papers counts then."""

SEEDS = st.integers(0, 10**6)
Ranks = dict[str, int]


def rich_case(law: Reference, seed: int) -> CaseFile:
    """A random case with every decision fixed, so that less knowledge does not ask another question."""
    (case,) = any_cases(law.pack, 1, seed=seed, today=TODAY)
    return decided(law, case)


def decided(law: Reference, case: CaseFile) -> CaseFile:
    """The case with a decision asked for of every title: what fits it."""
    kinds = decision_kinds(law, case, TODAY)
    return replace(case, requests=tuple(Request(title, kind) for title, kind in kinds.items()))


def ranks(law: Reference, case: CaseFile) -> Ranks:
    """How far each title comes; no rank where the pack has no answer. No verdict is above its cap."""
    found: Ranks = {}
    for result in assess(law, case, TODAY).titles:
        if result.verdict is not None:
            assert result.verdict.rank <= max(route.route.cap.rank for route in result.routes)
            found[result.norm.id] = result.verdict.rank
    return found


def best(*several: Ranks) -> Ranks:
    return {title: max(each[title] for each in several) for title in several[0]}


def higher(less: Ranks, more: Ranks) -> dict[str, tuple[int, int]]:
    return {title: (less[title], rank) for title, rank in more.items() if less[title] > rank}


def lesser(answer: Answer, random: Random) -> Answer:
    """The same answer known less well."""
    way = random.choice(("unknown", "vague", "disputed"))
    value = answer.value
    if way == "vague" and isinstance(value, PartialDate) and value.day is not None:
        return replace(answer, value=PartialDate.parse(f"{value.day:{random.choice(('%Y-%m', '%Y'))}}"))
    return replace(answer, disputed=True) if way == "disputed" else Answer(random.choice(tuple(Unknown)))


def less_known(case: CaseFile, random: Random) -> CaseFile:
    share = random.choice((0.03, 0.1, 0.3, 0.7))
    facts = {
        name: lesser(answer, random)
        if answer.known and name != OVERRIDE and random.random() < share
        else answer
        for name, answer in case.facts.items()
    }
    judged = {name: each for name, each in case.judgements.items() if random.random() > share}
    relatives = tuple(each for each in case.relatives if random.random() > share)
    return replace(
        case, facts=MappingProxyType(facts), judgements=MappingProxyType(judged), relatives=relatives
    )


@settings(max_examples=60)
@given(seed=SEEDS)
def test_less_known_is_never_nearer_than_something_to_be_weighed(law: Reference, seed: int) -> None:
    case = rich_case(law, seed)
    known = ranks(law, case)
    for number in range(3):
        less = ranks(law, less_known(case, Random(f"{seed}/{number}")))
        limit = {title: max(rank, Verdict.NEEDS_ASSESSMENT.rank) for title, rank in known.items()}
        assert not higher(less, limit)


@settings(max_examples=40)
@given(seed=SEEDS)
def test_the_samples_lose_by_every_answer_that_is_lost(
    law: Reference, samples: Mapping[str, CaseFile], seed: int
) -> None:
    """They come far, so they have more to lose than a random case."""
    random = Random(seed)
    case = decided(law, samples[random.choice(sorted(samples))])
    known = ranks(law, case)
    limit = {title: max(rank, Verdict.NEEDS_ASSESSMENT.rank) for title, rank in known.items()}
    assert not higher(ranks(law, less_known(case, random)), limit)


def options(shape: Shape) -> tuple[Any, ...]:
    match shape:
        case YesNo():
            return True, False
        case Choice():
            return tuple(shape.enum(word) if shape.enum else word for word in shape.options)
    return ()


def test_unknown_never_beats_every_answer(law: Reference) -> None:
    """For every question with few answers, and for every judgement, in a case that has much to lose."""
    chosen = [name for name, shape in law.pack.input_shapes.items() if options(shape)]
    for seed, name in enumerate(chosen):
        case = rich_case(law, seed)
        answers = [ranks(law, case.with_fact(name, Answer(each))) for each in _few(law, name)]
        for reason in (Unknown.NOT_ASKED, Unknown.WILL_NOT_SAY):
            less = ranks(law, case.with_fact(name, Answer(reason)))
            assert not higher(less, best(*answers)), (name, seed)


def _few(law: Reference, name: str) -> tuple[Any, ...]:
    return options(law.pack.input_shapes[name])


def test_not_judged_never_beats_both_judgements(law: Reference) -> None:
    for seed, name in enumerate(sorted(law.pack.judgements)):
        case = rich_case(law, seed)
        made = [
            ranks(law, case.with_judgement(name, Judgement(each, "mk", TODAY, "geprüft")))
            for each in (Ternary.YES, Ternary.NO)
        ]
        without = {key: each for key, each in case.judgements.items() if key != name}
        for less in (without, without | {name: Judgement(Ternary.YES, "mk", None, "ohne Tag")}):
            found = ranks(law, replace(case, judgements=MappingProxyType(less)))
            assert not higher(found, best(*made)), (name, seed)


@pytest.mark.parametrize("seed", range(12))
def test_a_month_never_beats_every_day_of_it(law: Reference, seed: int) -> None:
    case, random = rich_case(law, seed), Random(seed)
    days = _days(case)
    for name in random.sample(sorted(days), min(6, len(days))):
        month = PartialDate.parse(f"{days[name]:%Y-%m}")
        vague = ranks(law, _on(case, name, month))
        more = ranks(law, case)
        day = month.earliest
        while higher(vague, more) and day <= month.latest:
            more = best(more, ranks(law, _on(case, name, PartialDate.exactly(day))))
            day += ONE_DAY
        assert not higher(vague, more), name


def _days(case: CaseFile) -> Mapping[str, date]:
    values = {name: answer.value for name, answer in case.facts.items()}
    return {
        name: value.day
        for name, value in values.items()
        if isinstance(value, PartialDate) and value.day is not None
    }


def _on(case: CaseFile, name: str, day: PartialDate) -> CaseFile:
    return case.with_fact(name, replace(case.facts[name], value=day))


def test_where_nothing_is_known_nothing_is_possible_yet(law: Reference) -> None:
    nobody = CaseFile(Client("Niemand"))
    silent = replace(
        nobody, facts=MappingProxyType(dict.fromkeys(law.pack.input_shapes, Answer(Unknown.WILL_NOT_SAY)))
    )
    for case in (nobody, silent):
        for day in (TODAY, TODAY - timedelta(900), TODAY + timedelta(900)):
            for result in assess(law, case, day).titles:
                assert result.verdict in (None, Verdict.NOT_AVAILABLE, Verdict.FACTS_MISSING)
