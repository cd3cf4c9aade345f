"""Who can change what: each step says who can bring it about, and nothing dishonest or harmful is one."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.rules.alternatives import ChangeKind
from desktop.rules.changes import Change, changes
from desktop.rules.facts.value import Band, Duration, FactValue
from desktop.rules.stated import StatedFacts
from desktop.rules.verdict import Verdict
from desktop.rules.vocabulary import ChangedBy
from tests.law.worked_cases import PACK
from tests.rules.builders import SMALL, examine, facts, leaf, route
from tests.rules.changing import WORDS, sorted_words

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
