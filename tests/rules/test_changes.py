"""What would have to change: every set suffices, none can be smaller, and nothing impossible is suggested."""

from __future__ import annotations

from itertools import product
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings

from desktop.rules import ways
from desktop.rules.alternatives import ChangeKind
from desktop.rules.answers import by_fact, distinct_answers
from desktop.rules.carriers import FactRef, ScalarFacts
from desktop.rules.changes import changes
from desktop.rules.conditions import Fixed
from desktop.rules.facts.value import FactValue
from desktop.rules.norms import Examination
from desktop.rules.stated import Rest, StatedFacts
from desktop.rules.verdict import WORST, Verdict
from desktop.rules.vocabulary import ChangedBy, Vocabulary
from tests.law.worked_cases import PACK
from tests.rules.builders import SMALL, examinations, examine, facts, leaf, route, stated
from tests.rules.changing import WORDS, check, goals, values_of, verdict

FEW = ("p1", "p2", "p3", "j1", "word", "months")
NEVER = ("p1", "word")
HALF = "p2"


def possible(name: str, known: ScalarFacts, answer: FactValue, words: Vocabulary) -> bool:
    """Whether a fact may be given this answer at all: open, or somebody can bring it about."""
    now = known.fact(name)
    present = now.value if now.known else None
    return not now.known or words[name].changed_by(answer.value, present) is not ChangedBy.NEVER


def trials(
    examination: Examination, known: ScalarFacts, words: Vocabulary
) -> dict[frozenset[FactRef], Verdict]:
    """By trying out everything: for each set of facts the best verdict that other values of them give."""
    answers = {
        ref: list(distinct_answers(words[ref[0]], readers))
        for ref, readers in by_fact(examination.leaves).items()
    }
    found: dict[frozenset[FactRef], Verdict] = {}
    choices = [
        [None, *(each for each in answers[ref] if possible(ref[0], known, each, words))] for ref in answers
    ]
    for choice in product(*choices):
        values = {ref: each for ref, each in zip(answers, choice, strict=True) if each is not None}
        key = frozenset(values)
        reached = verdict(examination, known, values)
        found[key] = max(found.get(key, WORST), reached)
    return found


@settings(max_examples=150, deadline=None)
@given(examinations(FEW), stated(FEW, most_open=3))
def test_the_sets_are_exactly_the_smallest_that_suffice(
    examination: Examination, known: dict[str, Any]
) -> None:
    case = StatedFacts(SMALL, known)
    found = changes(examination, case, WORDS)
    tried = trials(examination, case, WORDS)
    best = max(tried.values())
    assert found.now is tried[frozenset()]
    assert (found.best.verdict if found.best else found.now) is best
    for goal in goals(found):
        enough = {facts for facts, reached in tried.items() if reached >= goal.verdict}
        smallest = {one for one in enough if not any(other < one for other in enough)}
        assert {frozenset(values_of(change)) for change in goal.changes} == smallest
        assert goal.more == 0
        assert not goal.cut
        for change in goal.changes:
            reached = verdict(examination, case, values_of(change))
            assert goal.verdict <= reached is change.verdict <= found.cap


@settings(max_examples=100, deadline=None)
@given(examinations(FEW), stated(FEW, most_open=3))
def test_what_cannot_change_is_named_and_never_suggested(
    examination: Examination, known: dict[str, Any]
) -> None:
    case = StatedFacts(SMALL, known)
    found = changes(examination, case, WORDS)
    for goal in goals(found):
        for step in (step for change in goal.changes for step in change.steps):
            assert step.kind is not ChangeKind.NEVER
            if step.now.known:
                assert possible(step.fact[0], case, step.then, WORDS)
    for step in found.fixed:
        assert step.now.known
        assert step.kind is ChangeKind.NEVER
    without = changes(examination, case, SMALL)
    if (without.best.verdict if without.best else without.now) > (
        found.best.verdict if found.best else found.now
    ):
        assert found.fixed


class Drawn(StatedFacts):
    """Facts of one examination drawn at random; some are open."""

    def __init__(self, examination: Examination, random: Random) -> None:
        super().__init__(PACK.vocabulary, {})
        for ref, readers in by_fact(examination.leaves).items():
            answers = distinct_answers(PACK.vocabulary[ref[0]], readers)
            open_values = (FactValue(None, ask=ref[:1]), FactValue(None, disputed=True))
            self._values[ref] = random.choice((*answers, *answers, *open_values))


def test_on_every_title_of_the_pack_the_sets_suffice_and_cannot_be_smaller() -> None:
    random = Random(4)
    told = 0
    for norm in PACK.norms:
        for version in norm.versions:
            for examination in version.examinations.values():
                for _ in range(12):
                    case = Drawn(examination, random)
                    found = changes(examination, case, PACK.vocabulary)
                    told += len(goals(found))
                    check(examination, case, found)
    assert told > 100


def test_a_closed_title_has_no_way_and_says_nothing_is_in_the_way() -> None:
    closed = [
        examination
        for norm in PACK.norms
        for version in norm.versions
        for examination in version.examinations.values()
        if any(isinstance(node, Fixed) for node in examination.whole.nodes())
    ]
    assert closed
    for examination in closed:
        nothing_left = StatedFacts(PACK.vocabulary, {"old_104c_application_open": "no"})
        found = changes(examination, nothing_left, PACK.vocabulary)
        assert (found.best, found.not_no) == (None, None)


def test_a_title_at_its_cap_needs_no_change() -> None:
    for norm in PACK.norms:
        for version in norm.versions:
            for examination in version.examinations.values():
                case = StatedFacts(PACK.vocabulary, {}, Rest.FAVOURABLE, examination)
                found = changes(examination, case, PACK.vocabulary)
                if found.now is found.cap:
                    assert (found.best, found.not_no, found.fixed) == (None, None, ())


# Bounds


def alternatives(count: int) -> Examination:
    """So many conditions, each met in one of two ways: 2 to the power of count smallest sets."""
    pairs = [("p1", "p2"), ("p3", "p4"), ("p5", "j1"), ("j2", "level"), ("share", "day"), ("some", "word")]
    tests = {
        "level": {"at_least": "A2"},
        "share": {"at_least": "50"},
        "day": {"known": "yes"},
        "some": {"is": "x"},
        "word": {"is": "a"},
    }
    return examine(
        route(
            requires=[
                {"any": [leaf(name, f"x{number}_{name}", **tests.get(name, {})) for name in pair]}
                for number, pair in enumerate(pairs[:count])
            ]
        )
    )


def test_within_the_bound_every_way_is_counted() -> None:
    found = changes(alternatives(6), facts(), SMALL)
    assert found.best is not None
    assert not found.best.cut
    assert len(found.best.changes) + found.best.more == 64


def test_a_bound_that_is_reached_is_told_and_what_is_left_is_still_right(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ways, "MOST_WAYS", 16)
    examination, case = alternatives(6), facts()
    found = changes(examination, case, SMALL)
    assert found.best is not None
    assert found.best.cut
    assert found.cut
    check(examination, case, found)


def test_on_no_title_of_the_pack_is_a_bound_reached_in_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a smaller bound either the same sets are found, or the goal says that the search was cut."""

    def counted(bound: int) -> list[tuple[int, bool]]:
        monkeypatch.setattr(ways, "MOST_WAYS", bound)
        return [
            (len(goal.changes) + goal.more, goal.cut)
            for norm in PACK.norms
            for version in norm.versions
            for examination in version.examinations.values()
            for goal in goals(changes(examination, StatedFacts(PACK.vocabulary, {}), PACK.vocabulary))
        ]

    pairs = list(zip(counted(3), counted(100), strict=True))
    lost = [small for small, large in pairs if small[0] < large[0]]
    assert lost
    assert all(cut for _, cut in lost)
