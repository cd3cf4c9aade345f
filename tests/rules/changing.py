"""The small vocabulary with who can change what, and what a change comes to."""

from __future__ import annotations

from itertools import combinations
from types import MappingProxyType
from typing import Any

from desktop.rules.alternatives import Supposed
from desktop.rules.assess import settle
from desktop.rules.carriers import FactRef, ScalarFacts
from desktop.rules.changes import Change, Changes
from desktop.rules.facts.value import FactValue
from desktop.rules.norms import Examination
from desktop.rules.verdict import Verdict
from desktop.rules.vocabulary import ChangedBy, Vocabulary
from tests.rules.builders import SMALL


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
