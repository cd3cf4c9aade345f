"""Which answers to a fact the leaves of a norm can tell apart, and which facts count both for and against.

A fact that only ever counts for a title (or only against it) needs no care: unknown lies between its
answers. A fact that a norm uses both ways (§ 104c is held in one route, not held in another) is *split*:
taken as unknown in every route it would hide that either answer leads to the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from desktop.cases.shapes import Never

from .carriers import FactRef
from .comparison import LEVELS, Comparison
from .conditions import Leaf
from .facts.value import Duration, FactValue
from .verdict import Verdict
from .vocabulary import Fact, FactType

SOME_DAY = date(2000, 1, 1)
SOME_TEXT = "…"


@dataclass(frozen=True, slots=True)
class Split:
    """A fact that counts both ways, with one value for each set of answers that the leaves tell apart."""

    fact: FactRef
    answers: tuple[FactValue, ...]


def by_fact(leaves: Iterable[Leaf]) -> dict[FactRef, list[Leaf]]:
    """The leaves that read each fact."""
    found: dict[FactRef, list[Leaf]] = {}
    for leaf in leaves:
        found.setdefault(leaf.ref, []).append(leaf)
    return found


def distinct_answers(fact: Fact, leaves: Iterable[Leaf]) -> tuple[FactValue, ...]:
    """One answer for each way the leaves can turn out, as far as the type of the fact allows it."""
    return tuple(alike[0] for alike in answers_alike(fact, leaves))


def answers_alike(fact: Fact, leaves: Iterable[Leaf]) -> tuple[tuple[FactValue, ...], ...]:
    """The answers in groups: those of one group turn out alike in every leaf."""
    tests = list(dict.fromkeys(leaf.test for leaf in leaves))
    found: dict[tuple[bool, ...], list[FactValue]] = {}
    for value in _values(fact, tests):
        found.setdefault(tuple(test.holds(value) for test in tests), []).append(FactValue(value))
    return tuple(tuple(alike) for alike in found.values())


def verdicts_of(answer: FactValue, leaves: Iterable[Leaf]) -> tuple[Verdict, ...]:
    """What each leaf gives for an answer."""
    return tuple(leaf.outcomes[leaf.test.truth(answer)] for leaf in leaves)


def splits_of(
    answers_to: Mapping[FactRef, tuple[FactValue, ...]], leaves: Iterable[Leaf]
) -> tuple[Split, ...]:
    """The split facts: those with two answers of which neither is at least as good in every leaf."""
    found = []
    for ref, readers in by_fact(leaves).items():
        answers = answers_to[ref]
        rows = [verdicts_of(answer, readers) for answer in answers]
        if any(not _comparable(one, other) for one in rows for other in rows):
            found.append(Split(ref, answers))
    return tuple(found)


def _comparable(one: tuple[Verdict, ...], other: tuple[Verdict, ...]) -> bool:
    pairs = list(zip(one, other, strict=True))
    return all(a <= b for a, b in pairs) or all(a >= b for a, b in pairs)


def _values(fact: Fact, tests: list[Comparison]) -> Iterator[Any]:
    if fact.type.yes_or_no:
        yield from (True, False)
    elif fact.type.numeric:
        yield from _around(tests)
    elif fact.type is FactType.CHOICE:
        yield from fact.options
    elif fact.type is FactType.LEVEL:
        yield from LEVELS
    elif fact.type is FactType.SET:
        yield frozenset()
        yield from (frozenset((option,)) for option in fact.options)
        yield frozenset(fact.options)
    elif fact.type is FactType.TEXT:
        yield SOME_TEXT  # it can be unknown, but cannot say that there is none
    else:
        yield from (SOME_DAY, Never.NONE)


def _around(tests: list[Comparison]) -> Iterator[int | Decimal | Duration]:
    for test in tests:
        edge = test.operand
        if isinstance(edge, Duration):
            yield from (Duration(months) for months in range(max(0, edge.months - 1), edge.months + 1))
            yield Duration(edge.months, 1)
        elif isinstance(edge, int | Decimal):
            yield from (each for each in (edge - 1, edge, edge + 1) if each >= 0)
