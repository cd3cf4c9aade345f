"""What would have to change: every set suffices, none can be smaller, and nothing impossible is suggested."""

from __future__ import annotations

from itertools import combinations, product
from random import Random
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given, settings

from desktop.rules import ways
from desktop.rules.alternatives import ChangeKind, Supposed
from desktop.rules.answers import by_fact, distinct_answers
from desktop.rules.assess import settle
from desktop.rules.carriers import FactRef, ScalarFacts
from desktop.rules.changes import Change, Changes, changes
from desktop.rules.conditions import Fixed
from desktop.rules.facts.value import Band, Duration, FactValue
from desktop.rules.norms import Examination
from desktop.rules.stated import Rest, StatedFacts
from desktop.rules.verdict import WORST, Verdict
from desktop.rules.vocabulary import ChangedBy, Vocabulary
from tests.law.worked_cases import PACK
from tests.rules.builders import SMALL, examinations, examine, facts, leaf, route, stated

FEW = ("p1", "p2", "p3", "j1", "word", "months")
NEVER = ("p1", "word")
HALF = "p2"


def sorted_words(**changed: Any) -> Vocabulary:
    """The small vocabulary, with who can change what."""
    kept = {
        each.id: each.model_copy(update={"changes": changed[each.id]}) if each.id in changed else each
        for each in SMALL
    }
    return Vocabulary(MappingProxyType(kept))


WORDS = sorted_words(
    p1=ChangedBy.NEVER,
    p2={"yes": ChangedBy.CLIENT},
    p3=ChangedBy.AUTHORITY,
    word={"a": ChangedBy.AUTHORITY},
    months={"up": ChangedBy.TIME},
)


def verdict(examination: Examination, known: ScalarFacts, values: dict[FactRef, FactValue]) -> Verdict:
    return settle(examination.whole, Supposed(known, values), examination.splits)


def values_of(change: Change) -> dict[FactRef, FactValue]:
    return {step.fact: step.then for step in change.steps}


def goals(found: Changes) -> list[Any]:
    return [goal for goal in (found.best, found.not_no) if goal is not None]


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


def check(examination: Examination, case: ScalarFacts, found: Changes) -> None:
    assert found.now is verdict(examination, case, {})
    for goal in goals(found):
        assert found.now < goal.verdict <= found.cap
        for change in goal.changes:
            values = values_of(change)
            assert goal.verdict <= verdict(examination, case, values) <= found.cap
            for size in {*range(min(3, len(values))), len(values) - 1}:
                for part in combinations(values.items(), size):
                    assert verdict(examination, case, dict(part)) < goal.verdict
            for step in change.steps:
                assert step.leaves
                assert all(each.ref == step.fact for each in step.leaves)


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


# Who can change what


def kinds(change: Change) -> dict[str, ChangeKind]:
    return {step.fact[0]: step.kind for step in change.steps}


def test_each_step_says_who_can_bring_it_about() -> None:
    examination = examine(
        route(
            requires=[
                leaf("p2"),
                leaf("p3"),
                leaf("p4"),
                leaf("p5"),
                leaf("j1"),
                leaf("months", at_least="48"),
                leaf("level", at_least="B1"),
            ]
        )
    )
    known = facts(p2="no", p3="no", p4=FactValue(None, disputed=True), j1="no", months="12", level="A1")
    found = changes(examination, known, sorted_words(**{**who(), "level": {"up": ChangedBy.CLIENT}}))
    assert found.best is not None
    assert kinds(found.best.changes[0]) == {
        "p5": ChangeKind.TURNS_OUT,
        "p2": ChangeKind.CLIENT,
        "level": ChangeKind.CLIENT,
        "j1": ChangeKind.PERSON,
        "months": ChangeKind.TIME,
        "p3": ChangeKind.AUTHORITY,
        "p4": ChangeKind.LAW,
    }
    order = list(ChangeKind)
    steps = [order.index(step.kind) for step in found.best.changes[0].steps]
    assert steps == sorted(steps)


def who() -> dict[str, Any]:
    return {name: WORDS[name].changes for name in ("p1", "p2", "p3", "word", "months")}


def test_a_direction_that_is_not_named_is_never_brought_about() -> None:
    examination = examine(route(barred_by=[leaf("months", at_least="48"), leaf("p2")]))
    found = changes(examination, facts(months="60", p2="yes"), WORDS)
    assert found.best is None
    assert {step.fact[0] for step in found.fixed} == {"months", "p2"}
    assert {step.then.value for step in found.fixed} == {Duration(47), False}


def test_of_what_cannot_change_the_heaviest_comes_first() -> None:
    examination = examine(route(waivable=[leaf("p1")], barred_by=[leaf("word", **{"is": "c"})]))
    words = sorted_words(p1=ChangedBy.NEVER, word=ChangedBy.NEVER)
    found = changes(examination, facts(p1="no", word="c"), words)
    assert [step.fact[0] for step in found.fixed] == ["word", "p1"]


def test_of_several_values_the_one_somebody_can_bring_about_is_taken() -> None:
    examination = examine(route(requires=[leaf("word", "x", not_in=["c"])]))
    found = changes(examination, facts(word="c"), WORDS)
    assert found.best is not None
    assert [step.then.value for step in found.best.changes[0].steps] == ["a"]


def test_the_least_that_is_enough_is_asked_for() -> None:
    stay = {
        "any": [
            leaf("months", "long", at_least="72"),
            {"all": [leaf("p3"), leaf("months", "short", at_least="48")]},
        ]
    }
    examination = examine(route(requires=[stay]))
    found = changes(examination, facts(months="12", p3="yes"), WORDS)
    assert found.best is not None
    (step,) = found.best.changes[0].steps
    assert step.then.value == Duration(48)
    assert [each.id for each in step.leaves] == ["short"]


def test_a_band_that_is_open_is_reached_by_waiting() -> None:
    examination = examine(route(requires=[leaf("months", at_least="48")]))
    between = FactValue(Band(Duration(40), Duration(50)), disputed=True)
    found = changes(examination, StatedFacts(SMALL, {"months": between}), WORDS)
    assert found.best is not None
    assert kinds(found.best.changes[0]) == {"months": ChangeKind.TIME}


def test_the_way_out_of_a_no_is_told_apart_from_the_way_to_the_best() -> None:
    examination = examine(route(requires=[leaf("p2"), leaf("p4"), leaf("p5")]))
    found = changes(examination, facts(p2="no", p4="yes"), WORDS)
    assert found.now is Verdict.NOT_AVAILABLE
    assert found.not_no is not None
    assert found.best is not None
    assert found.not_no.verdict is Verdict.FACTS_MISSING
    assert kinds(found.not_no.changes[0]) == {"p2": ChangeKind.CLIENT}
    assert kinds(found.best.changes[0]) == {"p5": ChangeKind.TURNS_OUT, "p2": ChangeKind.CLIENT}


def test_a_finding_that_a_rule_does_not_stand_in_the_way_needs_no_change() -> None:
    examination = examine(route(usually=[leaf("p2")]))
    assert changes(examination, facts(p2="no"), WORDS).best is not None

    class Lifted(StatedFacts):
        def waiver(self, leaf_key: str) -> Any:
            return leaf_key

    assert changes(examination, Lifted(SMALL, {"p2": "no"}), WORDS).best is None


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


# The data


@pytest.mark.parametrize("name", [each.id for each in PACK.vocabulary])
def test_what_the_vocabulary_says_about_changes_is_one_word_for_each_answer(name: str) -> None:
    fact = PACK.vocabulary[name]
    if isinstance(fact.changes, dict):
        assert fact.changes
        assert set(fact.changes) <= set(fact.change_words)


@pytest.mark.parametrize(
    ("name", "answer", "now", "by"),
    [
        ("birth_date", None, None, ChangedBy.NEVER),
        ("nationalities", None, None, ChangedBy.NEVER),
        ("false_statements", (), None, ChangedBy.NEVER),
        ("convictions", (), None, ChangedBy.NEVER),
        ("has_school_age_children", False, True, ChangedBy.NEVER),
        ("holds_residence_permit", False, True, ChangedBy.NEVER),
        ("tolerated_now", False, True, ChangedBy.NEVER),
        ("asylum_pending", False, True, ChangedBy.AUTHORITY),
        ("german_oral", "B1", "A1", ChangedBy.CLIENT),
        ("german_oral", "A1", "B1", ChangedBy.NEVER),
        ("stay_25b_months", Duration(72), Duration(60), ChangedBy.TIME),
        ("expulsion_interest", False, True, ChangedBy.TIME),
        ("security_concern", False, True, ChangedBy.PERSON),
    ],
)
def test_nothing_dishonest_or_harmful_is_a_change_the_client_can_make(
    name: str, answer: Any, now: Any, by: ChangedBy
) -> None:
    assert PACK.vocabulary[name].changed_by(answer, now) is by
