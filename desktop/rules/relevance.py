"""Which open facts can still change a verdict: exactly those, neither more nor less.

A leaf whose fact is open can become its worst or its best. For each step of the scale, "at least this
verdict" is a formula of *and* and *or* over such leaves. A fact that stands at one leaf only matters if it is
still in the formula after everything settled is taken out: a formula that names each fact once has no idle
part. A fact that stands at several leaves is tried out with each of its answers; it matters if two answers
leave different formulas. Written in one fixed form (nested *and*, *or* flattened, order dropped) two formulas
that name each fact once are equal only if they mean the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, product

from .answers import by_fact, distinct_answers
from .carriers import FactRef, ScalarFacts
from .conditions import All, Capped, Fixed, Leaf, Node
from .facts.value import FactValue
from .norms import Examination
from .verdict import BEST, Truth, Verdict
from .vocabulary import Vocabulary

Formula = bool | FactRef | tuple[str, frozenset["Formula"]]
"""Settled, one fact, or several joined by `&` or `|`."""

_STEPS = range(1, len(Verdict))
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
    reach = {leaf: _reach(leaf, facts) for leaf in examination.leaves}
    found = _relevant(examination.whole, reach, _repeated(reach, facts, vocabulary))
    order = dict.fromkeys(leaf.ref for leaf in examination.leaves)
    return tuple(ref for ref in order if ref in found)


Reach = tuple[int, int]
"""The worst and the best rank a leaf can still come to; both the same if nothing is open about it."""


def _reach(leaf: Leaf, facts: ScalarFacts) -> Reach:
    rank = facts.leaf(leaf).rank
    if rank < BEST.rank and facts.truth(leaf) in _OPEN and facts.fact(*leaf.ref).ask:
        yes, no = leaf.outcomes[Truth.YES].rank, leaf.outcomes[Truth.NO].rank
        return (yes, no) if yes < no else (no, yes)
    return rank, rank


Outcomes = list[dict[Leaf, Reach]]
"""For one fact: what its open leaves come to, one entry for each answer."""


def _repeated(
    reach: dict[Leaf, Reach], facts: ScalarFacts, vocabulary: Vocabulary
) -> dict[FactRef, Outcomes]:
    """The facts that are open at several leaves."""
    found: dict[FactRef, Outcomes] = {}
    for ref, readers in by_fact(reach).items():
        leaves = [leaf for leaf in readers if reach[leaf][0] != reach[leaf][1]]
        if len(leaves) > 1:
            answers = distinct_answers(vocabulary[ref[0]], readers)
            possible = [answer for answer in answers if _agrees(answer, readers, facts)] or answers
            found[ref] = [{leaf: _come_to(leaf, answer) for leaf in leaves} for answer in possible]
    return found


def _come_to(leaf: Leaf, answer: FactValue) -> Reach:
    rank = leaf.outcomes[leaf.test.truth(answer)].rank
    return rank, rank


def _agrees(answer: FactValue, readers: list[Leaf], facts: ScalarFacts) -> bool:
    """Whether an answer leaves those tests as they are that are settled already."""
    now = ((leaf, facts.truth(leaf)) for leaf in readers)
    return all(truth in _OPEN or leaf.test.truth(answer) is truth for leaf, truth in now)


def _relevant(tree: All, reach: dict[Leaf, Reach], repeated: dict[FactRef, Outcomes]) -> set[FactRef]:
    tried = [part for part in tree.parts if any(leaf.ref in repeated for leaf in part.leaves())]
    same = [part for part in tree.parts if part not in tried]
    base = [_join("&", (_formula(part, step, reach) for part in same)) for step in _STEPS]
    found: set[FactRef] = set()
    refs = list(repeated)
    formulas: dict[tuple[int, ...], list[Formula]] = {}
    for choice in product(*(range(len(repeated[ref])) for ref in refs)):
        now = dict(reach)
        for ref, number in zip(refs, choice, strict=True):
            now |= repeated[ref][number]
        formulas[choice] = []
        for step, settled in zip(_STEPS, base, strict=True):
            parts = chain((settled,), (_formula(part, step, now) for part in tried))
            formulas[choice].append(_join("&", parts))
    for formula in {formula for steps in formulas.values() for formula in steps}:
        found.update(_facts_in(formula))
    for position, ref in enumerate(refs):
        for choice, steps in formulas.items():
            if formulas[*choice[:position], 0, *choice[position + 1 :]] != steps:
                found.add(ref)
                break
    return found


def _formula(node: Node, step: int, reach: dict[Leaf, Reach]) -> Formula:
    """When the node comes to at least the step."""
    if isinstance(node, Leaf):
        worst, best = reach[node]
        return True if worst >= step else node.ref if best >= step else False
    if isinstance(node, Capped):
        return node.cap.rank >= step and _formula(node.inner, step, reach)
    if isinstance(node, Fixed):
        return node.always.rank >= step
    return _join("&" if isinstance(node, All) else "|", (_formula(part, step, reach) for part in node.parts))


def _join(word: str, formulas: Iterable[Formula]) -> Formula:
    """All of (`&`) or any of (`|`) some formulas, in the one fixed form."""
    decided = word == "|"
    parts: set[Formula] = set()
    for formula in formulas:
        if formula is decided:
            return decided
        if formula is True or formula is False:
            continue
        if formula[0] == word:
            parts |= formula[1]  # type: ignore[arg-type]
        else:
            parts.add(formula)
    if len(parts) > 1:
        return word, frozenset(parts)
    return parts.pop() if parts else not decided


def _facts_in(formula: Formula) -> Iterator[FactRef]:
    if isinstance(formula, bool):
        return
    if isinstance(formula[1], frozenset):
        for part in formula[1]:
            yield from _facts_in(part)
    else:
        yield formula
