"""Which open facts can still change a verdict: exactly those, neither more nor less.

A leaf whose fact is open can become its worst or its best. For each step of the scale, "at least this
verdict" is a formula of *and* and *or* over such leaves, and a formula that names each fact once has no idle
part. So where every open fact stands at one leaf it is enough to walk down from the verdict: a leaf matters
if there is a step that is open at it and at everything above it.

A fact that stands at several leaves is tried out with each of its answers; it matters if two answers leave
different formulas. Written in one fixed form (nested *and*, *or* flattened, order dropped) two formulas that
name each fact once are equal only if they mean the same. What would not matter even if its leaves could be
answered apart is not tried out.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from .carriers import FactRef, ScalarFacts
from .conditions import All, Finding, Leaf, explain_each
from .facts.value import FactValue
from .norms import Examination
from .verdict import BEST, WORST, Truth

Formula = bool | FactRef | tuple[str, frozenset["Formula"]]
"""Settled, one fact, or several joined by `&` or `|`."""

Explained = tuple[tuple[tuple[Finding, ...], ...], tuple[Finding, ...]]
"""An examination explained: each route's own conditions, and those common to all."""

_BEST = BEST.rank
_OPEN = (Truth.UNKNOWN, Truth.DISPUTED)


def explained(examination: Examination, facts: ScalarFacts) -> Explained:
    """Every condition of an examination, explained."""
    own = tuple([explain_each(route.conditions, facts) for route in examination.routes])
    return own, explain_each(examination.common, facts)


def explained_anew(
    examination: Examination, before: Explained, refs: Iterable[FactRef], facts: ScalarFacts
) -> Explained:
    """The same where only some facts differ: the conditions that read them are explained again."""
    readers = frozenset().union(*[examination.nodes_of.get(ref, frozenset()) for ref in refs])

    def again(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        return tuple([each.node.explain(facts) if each.node in readers else each for each in findings])

    return tuple([again(findings) for findings in before[0]]), again(before[1])


def open_answers(examination: Examination, findings: Explained, facts: ScalarFacts) -> tuple[str, ...]:
    """The inputs and judgements whose answers can still change the verdict, in the order of the norm."""
    names: dict[str, None] = {}
    for value in relevant(examination, findings, facts).values():
        for name in value.ask:
            names[name] = None
    return tuple(names)


def relevant(
    examination: Examination, findings: Explained, facts: ScalarFacts
) -> Mapping[FactRef, FactValue]:
    """The open facts that can still change the verdict, in the order of the norm.

    `findings` explains the facts as they are, nothing assumed.
    """
    whole = _whole(examination, findings)
    if not isinstance(whole, _Span):
        return {}
    found: list[Leaf] = []
    _reach(whole, whole.worst, whole.best, found)
    matter = {leaf.ref for leaf in found}
    several = {}
    for ref in matter:
        readers = examination.readers[ref]
        leaves = [leaf for leaf in readers if _is_open(leaf.explain(facts))] if len(readers) > 1 else ()
        if len(leaves) > 1:
            several[ref] = leaves
    if several:
        matter = _tried_out(whole, several, examination, facts)
    return {ref: facts.fact(*ref) for ref in sorted(matter, key=examination.order.__getitem__)}


# What is open, and between which steps


@dataclass(slots=True)
class _Span:
    """What a node can still come to, from worst to best; of what is inside only the open parts.

    `level` is what the settled parts come to together; `leaf` stands where there are no parts.
    """

    worst: int
    best: int
    word: str = ""
    parts: Sequence[_Span] = ()
    level: int = 0
    leaf: Leaf | None = None


def _whole(examination: Examination, findings: Explained) -> _Span | int:
    own, common = findings
    below = _joined("&", common, _BEST)
    if below == 0:
        return 0
    routes = [
        _joined("&", parts, route.cap.rank) for route, parts in zip(examination.routes, own, strict=True)
    ]
    return _put_together("&", [_put_together("|", routes, 0), below], _BEST)


def _joined(word: str, findings: Iterable[Finding], level: int) -> _Span | int:
    """The span of findings of which all must hold (`&`), or any (`|`), and of a settled rank beside them."""
    inside: list[_Span] = []
    closer, decided, idle = (min, WORST, BEST) if word == "&" else (max, BEST, WORST)
    for finding in findings:
        node, verdict, parts, truth, value, _ = finding
        # nothing open is worst or best: an open leaf is neither, and a node is only if a settled part is
        if verdict is idle:
            continue
        if verdict is decided:
            return verdict.rank
        if parts:
            all_of = isinstance(node, All)
            span = _joined("&" if all_of else "|", parts, _BEST if all_of else 0)
            if isinstance(span, int):
                level = closer(level, span)
            else:
                inside.append(span)
        elif truth in _OPEN and isinstance(node, Leaf) and _answerable(node, value):
            inside.append(_Span(node.span[0], node.span[1], leaf=node))
        else:
            level = closer(level, verdict.rank)
    return _spanning(word, inside, level) if inside else level


def _is_open(finding: Finding) -> bool:
    """Whether an answer can still bring a leaf from its worst to its best."""
    if finding.truth not in _OPEN or finding.verdict is BEST:
        return False
    return _answerable(finding.leaf, finding.value)


def _answerable(leaf: Leaf, value: FactValue | None) -> bool:
    worst, best = leaf.span
    return worst != best and value is not None and bool(value.ask)


def _put_together(word: str, spans: Sequence[_Span | int], level: int) -> _Span | int:
    closer = min if word == "&" else max
    settled = [span for span in spans if isinstance(span, int)]
    inside = [span for span in spans if not isinstance(span, int)]
    return _spanning(word, inside, closer([level, *settled]))


def _spanning(word: str, inside: list[_Span], level: int) -> _Span | int:
    closer = min if word == "&" else max
    worst = closer([level, *[each.worst for each in inside]])
    best = closer([level, *[each.best for each in inside]])
    return worst if worst == best else _Span(worst, best, word, inside, level)


def _reach(span: _Span, worst: int, best: int, found: list[Leaf]) -> None:
    """Find every leaf for which a step above `worst`, up to `best`, is open at it and at all above it."""
    if span.leaf is not None:
        found.append(span.leaf)
    for part in span.parts:
        low, high = max(worst, part.worst), min(best, part.best)
        if low < high:
            _reach(part, low, high, found)


# Facts that are open at several leaves


def _tried_out(
    whole: _Span,
    several: Mapping[FactRef, list[Leaf]],
    examination: Examination,
    facts: ScalarFacts,
) -> set[FactRef]:
    """Which facts matter, once those that stand at several leaves are answered at all of them alike."""
    outcomes = {ref: _outcomes(ref, leaves, examination, facts) for ref, leaves in several.items()}
    steps = range(whole.worst + 1, whole.best + 1)
    groups = [_Group(refs, parts, outcomes, steps) for refs, parts in _groups(whole, several)]
    found: set[FactRef] = set()
    for group in groups:
        # where another group must be worse than a step, nothing of this one matters to that step
        reached = [
            all(other.possible[at] for other in groups if other is not group) for at in range(len(steps))
        ]
        found |= group.matter(reached)
    return found


def _groups(
    whole: _Span, several: Mapping[FactRef, list[Leaf]]
) -> list[tuple[tuple[FactRef, ...], list[_Span]]]:
    """The parts that must all hold, those together that share a fact of `several`, with these facts."""
    found: list[tuple[tuple[FactRef, ...], list[_Span]]] = []
    for part in whole.parts if whole.word == "&" else (whole,):
        leaves: list[Leaf] = []
        _all_leaves(part, leaves)
        refs = dict.fromkeys(leaf.ref for leaf in leaves if leaf.ref in several)
        parts = [part]
        for group in [group for group in found if not refs.keys().isdisjoint(group[0])]:
            found.remove(group)
            refs |= dict.fromkeys(group[0])
            parts += group[1]
        found.append((tuple(refs), parts))
    return found


def _all_leaves(span: _Span, found: list[Leaf]) -> None:
    if span.leaf is not None:
        found.append(span.leaf)
    for part in span.parts:
        _all_leaves(part, found)


class _Group:
    """Parts that must all hold, with every choice of answers to the facts that stand at several leaves."""

    def __init__(
        self,
        refs: tuple[FactRef, ...],
        parts: list[_Span],
        outcomes: Mapping[FactRef, list[dict[Leaf, int]]],
        steps: range,
    ) -> None:
        self.refs = refs
        span = parts[0] if len(parts) == 1 else _Span(steps.start - 1, steps.stop, "&", parts, _BEST)
        ends = _ends(span).union(*[choice.values() for ref in refs for choice in outcomes[ref]])
        # where nothing ends between two steps, what reaches the one reaches the other
        apart = [at for at, step in enumerate(steps) if at == 0 or step - 1 in ends]
        places = [bisect(apart, at) - 1 for at in range(len(steps))]
        self.formulas: dict[tuple[int, ...], list[Formula]] = {}
        for choice in product(*(range(len(outcomes[ref])) for ref in refs)):
            ranks: dict[Leaf, int] = {}
            for ref, number in zip(refs, choice, strict=True):
                ranks |= outcomes[ref][number]
            found = [_formula(span, steps[at], ranks) for at in apart]
            self.formulas[choice] = [found[place] for place in places]
        self.possible = [
            any(formulas[at] is not False for formulas in self.formulas.values()) for at in range(len(steps))
        ]
        """For each step whether some choice leaves it open."""

    def matter(self, reached: Sequence[bool]) -> set[FactRef]:
        """The facts that matter to some step that is reached."""
        at_all = [at for at, each in enumerate(reached) if each]
        left = {choice: [formulas[at] for at in at_all] for choice, formulas in self.formulas.items()}
        found: set[FactRef] = set()
        for formula in {formula for formulas in left.values() for formula in formulas}:
            found.update(_facts_in(formula))
        for position, ref in enumerate(self.refs):
            for choice, formulas in left.items():
                if left[*choice[:position], 0, *choice[position + 1 :]] != formulas:
                    found.add(ref)
                    break
        return found


def _outcomes(
    ref: FactRef, leaves: list[Leaf], examination: Examination, facts: ScalarFacts
) -> list[dict[Leaf, int]]:
    """What the open leaves of a fact come to, once for each way its answers can turn them out.

    Answers that would turn over a test that is settled already are left out.
    """
    answers = examination.answers[ref]
    readers = examination.readers[ref]
    settled = [(leaf.test, truth) for leaf in readers if (truth := facts.tested(leaf.probe)[0]) not in _OPEN]
    possible = [each for each in answers if all(test.truth(each) is truth for test, truth in settled)]
    found: list[dict[Leaf, int]] = []
    for answer in possible or answers:
        come_to = {leaf: leaf.outcomes[leaf.test.truth(answer)].rank for leaf in leaves}
        if come_to not in found:
            found.append(come_to)
    return found


def _ends(span: _Span) -> set[int]:
    """Every rank that something in the formula of a span can come to, or has come to."""
    return {span.worst, span.best, span.level}.union(*[_ends(part) for part in span.parts])


def _formula(span: _Span, step: int, ranks: Mapping[Leaf, int]) -> Formula:
    """When the node comes to at least the step, where the leaves in `ranks` come to those."""
    if span.worst >= step:
        return True
    if span.best < step:
        return False
    leaf = span.leaf
    if leaf is not None:
        rank = ranks.get(leaf)
        return leaf.ref if rank is None else rank >= step
    decided = span.word == "|"
    if (span.level >= step) is decided:
        return decided
    parts: set[Formula] = set()
    for part in span.parts:
        leaf = part.leaf
        if leaf is not None and leaf not in ranks and part.worst < step <= part.best:
            parts.add(leaf.ref)
            continue
        formula = _formula(part, step, ranks)
        if formula is decided:
            return decided
        if formula is True or formula is False:
            continue
        if formula[0] == span.word:
            parts |= formula[1]  # type: ignore[arg-type]
        else:
            parts.add(formula)
    if len(parts) > 1:
        return span.word, frozenset(parts)
    return parts.pop() if parts else not decided


def _facts_in(formula: Formula) -> Iterator[FactRef]:
    if isinstance(formula, bool):
        return
    if isinstance(formula[1], frozenset):
        for part in formula[1]:
            yield from _facts_in(part)
    else:
        yield formula
