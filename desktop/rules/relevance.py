"""Which open facts can still change a verdict: exactly those, neither more nor less.

A leaf whose fact is open can become its worst or its best. For each step of the scale, "at least this
verdict" is a formula of *and* and *or* over such leaves. A fact that stands at one leaf only matters if it is
still in the formula after everything settled is taken out: a formula that names each fact once has no idle
part. A fact that stands at several leaves is tried out with each of its answers; it matters if two answers
leave different formulas. Written in one fixed form (nested *and*, *or* flattened, order dropped) two formulas
that name each fact once are equal only if they mean the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from .answers import by_fact, distinct_answers
from .conditions import All, Any, Capped, FactRef, Fixed, Leaf, Node, ScalarFacts, Unless
from .facts.value import FactValue
from .norms import Examination
from .verdict import BEST, Truth, Verdict
from .vocabulary import Vocabulary

Formula = bool | FactRef | tuple[str, frozenset["Formula"]]
"""Settled, one fact, or several joined by `&` or `|`."""

_STEPS = tuple(Verdict)[1:]
_OPEN = (Truth.UNKNOWN, Truth.DISPUTED)


def open_answers(examination: Examination, facts: ScalarFacts, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The inputs and judgements whose answers can still change the verdict, in the order of the norm."""
    names: dict[str, None] = {}
    for ref in open_facts(examination, facts, vocabulary):
        for name in facts.fact(*ref).ask:
            names[name] = None
    return tuple(names)


def open_facts(examination: Examination, facts: ScalarFacts, vocabulary: Vocabulary) -> tuple[FactRef, ...]:
    """The open facts that can still change the verdict, in the order of the norm."""
    unsettled: dict[Leaf, tuple[Verdict, Verdict]] = {}
    settled: dict[Leaf, Verdict] = {}
    for leaf in examination.leaves:
        verdict = facts.leaf(leaf)
        settled[leaf] = verdict
        worst, best = sorted((leaf.outcomes[Truth.YES], leaf.outcomes[Truth.NO]))
        lifted = verdict is BEST  # by a waiver, or because the class tests nothing
        if not lifted and worst is not best and _can_be_answered(leaf, facts):
            unsettled[leaf] = worst, best
    repeated = _repeated(unsettled, examination, facts, vocabulary)
    found = _relevant(examination.whole, settled, unsettled, repeated)
    order = dict.fromkeys(leaf.ref for leaf in examination.leaves)
    return tuple(ref for ref in order if ref in found)


def _can_be_answered(leaf: Leaf, facts: ScalarFacts) -> bool:
    return facts.truth(leaf) in _OPEN and bool(facts.fact(*leaf.ref).ask)


Answers = list[dict[Leaf, Verdict]]
"""For one fact: what its open leaves become, one entry for each answer."""


def _repeated(
    unsettled: dict[Leaf, tuple[Verdict, Verdict]],
    examination: Examination,
    facts: ScalarFacts,
    vocabulary: Vocabulary,
) -> dict[FactRef, Answers]:
    found: dict[FactRef, Answers] = {}
    for ref, leaves in by_fact(unsettled).items():
        if len(leaves) > 1:
            readers = [leaf for leaf in examination.leaves if leaf.ref == ref]
            answers = distinct_answers(vocabulary[ref[0]], readers)
            fixed = [leaf for leaf in readers if leaf not in unsettled]
            possible = [answer for answer in answers if _agrees(answer, fixed, facts)] or list(answers)
            found[ref] = [
                {leaf: leaf.outcomes[leaf.test.truth(answer)] for leaf in leaves} for answer in possible
            ]
    return found


def _agrees(answer: FactValue, fixed: list[Leaf], facts: ScalarFacts) -> bool:
    """Whether an answer leaves those tests as they are that do not hang on it any more."""
    return all(
        leaf.test.truth(answer) is facts.truth(leaf) for leaf in fixed if facts.truth(leaf) not in _OPEN
    )


def _relevant(
    tree: Node,
    settled: dict[Leaf, Verdict],
    unsettled: dict[Leaf, tuple[Verdict, Verdict]],
    repeated: dict[FactRef, Answers],
) -> set[FactRef]:
    found: set[FactRef] = set()
    refs = list(repeated)
    formulas: dict[tuple[int, ...], tuple[Formula, ...]] = {}
    for choice in product(*(range(len(repeated[ref])) for ref in refs)):
        now = dict(settled)
        for ref, number in zip(refs, choice, strict=True):
            now |= repeated[ref][number]
        free = {leaf: border for leaf, border in unsettled.items() if leaf.ref not in repeated}
        steps = formulas[choice] = tuple(_formula(tree, step, now, free) for step in _STEPS)
        for formula in steps:
            found.update(_facts_in(formula))
    for position, ref in enumerate(refs):
        for choice, steps in formulas.items():
            if formulas[*choice[:position], 0, *choice[position + 1 :]] != steps:
                found.add(ref)
                break
    return found


def _formula(
    node: Node, step: Verdict, now: dict[Leaf, Verdict], free: dict[Leaf, tuple[Verdict, Verdict]]
) -> Formula:
    """When the node reaches at least the step."""
    if isinstance(node, Leaf):
        border = free.get(node)
        if border is None:
            return now[node].rank >= step.rank
        if border[0].rank >= step.rank:
            return True
        return node.ref if border[1].rank >= step.rank else False
    if isinstance(node, Fixed):
        return node.always.rank >= step.rank
    if isinstance(node, Capped):
        return node.cap.rank >= step.rank and _formula(node.inner, step, now, free)
    assert isinstance(node, All | Any | Unless)
    word, decided = ("&", False) if isinstance(node, All) else ("|", True)
    parts: set[Formula] = set()
    for part in node.parts:
        formula = _formula(part, step, now, free)
        if formula is decided:
            return decided
        if formula is not (not decided):
            if isinstance(formula, tuple) and formula[0] == word and isinstance(formula[1], frozenset):
                parts |= formula[1]
            else:
                parts.add(formula)
    if not parts:
        return not decided
    return parts.pop() if len(parts) == 1 else (word, frozenset(parts))


def _facts_in(formula: Formula) -> Iterator[FactRef]:
    if isinstance(formula, bool):
        return
    if isinstance(formula[1], frozenset):
        for part in formula[1]:
            yield from _facts_in(part)
    else:
        yield formula
