"""Norms x facts x day -> Assessment: what each title comes to, why, and what is still open."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import product

from desktop.cases.answers import Proof
from desktop.cases.applications import DecisionKind
from desktop.errors import Problem
from desktop.texts import mark

from .answers import Split
from .carriers import Facts, ScalarFacts, V
from .conditions import All, Finding, Node, worst_of
from .entries import Pair
from .facts.value import made
from .held import held_status
from .norms import Examination, NotCovered
from .packs import Pack
from .relevance import Explained, explained, explained_anew
from .results import Assessment, Assumed, Beside, RouteResult, TitleResult
from .rows import Applies, applies
from .verdict import BEST, WORST, Verdict

FactsFor = Callable[[str, DecisionKind], ScalarFacts]


def assess(
    pack: Pack,
    facts_for: FactsFor,
    on: date,
    decision_kinds: Mapping[str, DecisionKind] | None = None,
) -> Assessment:
    """Every title of the pack. `decision_kinds` names what is asked for; a grant where it names nothing.

    A title of which the pack lacks the text of that day, or a number it needs, says so in its own result and
    stops no other.
    """
    wanted = decision_kinds or {}
    results = []
    for norm in pack.norms:
        kind = norm.decision(wanted.get(norm.id, DecisionKind.GRANT))
        try:
            results.append(assess_title(pack, norm.id, facts_for(norm.id, kind), on, kind))
        except Problem as reason:  # no text of the day, or a number it needs is not known for it
            results.append(TitleResult(norm, None, kind, not_covered=reason))
    results.sort(key=_standing)
    status = held_status(pack, facts_for(pack.norm_ids[0], DecisionKind.GRANT), on)
    return Assessment(on, pack.law_checked_on, pack.id, tuple(results), status)


def _standing(result: TitleResult) -> tuple[int, float]:
    """Best first; of those that stand alike first the one whose own way the case is furthest along."""
    return (0, 0.0) if result.verdict is None else (-1 - result.verdict.rank, -result.nearness)


def assess_title(
    pack: Pack, norm_id: str, facts: ScalarFacts, on: date, decision_kind: DecisionKind
) -> TitleResult:
    """One title. Raises NotCovered if the pack has no text of it for that day, KeyError if not at all."""
    norm = pack.norm(norm_id)
    version = norm.version(on)
    kind = norm.decision(decision_kind)
    examination = version.examination(kind)
    if examination is None and version.conditions_missing and kind is DecisionKind.GRANT:
        raise NotCovered(
            mark("{cite} could be granted on {day}; this rule pack lacks the conditions of that time."),
            mark("Choose a later day, or check the old text by hand."),
            cite=norm.cite,
            day=on,
        )
    if examination is None:
        return _whole(
            TitleResult(norm, version, kind, beside=Beside(pack, facts, norm_id, kind, on)), pack, on
        )
    findings = explained(examination, facts)
    routes, assumed = examined(examination, facts, findings)
    verdict = routes[0].verdict
    without_bar, bar_ends = _without_bar(examination, facts, verdict)
    decisive = tuple(routes[0].reasons())
    result = TitleResult(
        norm=norm,
        version=version,
        decision_kind=kind,
        verdict=verdict,
        routes=routes,
        without_bar=without_bar,
        bar_ends=bar_ends,
        assumed=assumed,
        proof=_weakest_proof(decisive),
        decisive=decisive,
        beside=Beside(pack, facts, norm_id, kind, on, examination, findings),
    )
    return _whole(result, pack, on)


def _whole(result: TitleResult, pack: Pack, on: date) -> TitleResult:
    """The result; complete where a number may turn out to be missing for the day, so that it is told now."""
    if not pack.tables.picked(("all terms known", on), lambda: pack.terms.all_known(on)):
        result.complete()
    return result


def settle(tree: Node, facts: Facts[V], splits: Sequence[Split]) -> V:
    """The verdict of a tree, where a fact that counts both ways is never worse off for being open.

    With such a fact open the plain reading says "facts missing" in every route, although each answer may lead
    to the same. So the verdict is held between the worst and the best that its answers give.
    """
    verdict = tree.verdict(facts)
    worst = best = None
    for assumed, _ in assumptions(facts, splits):
        answer = tree.verdict(assumed)
        worst = answer if worst is None else worst & answer
        best = answer if best is None else best | answer
    return verdict if worst is None or best is None else (verdict | worst) & best


def assumptions(facts: Facts[V], splits: Sequence[Split]) -> Iterator[tuple[Facts[V], Assumed]]:
    """The facts under every combination of answers to the open split facts; nothing if none is open."""
    unresolved = [split for split in splits if facts.unresolved(split.fact)]
    if not unresolved:
        return
    for answers in product(*(split.answers for split in unresolved)):
        assumed = facts
        for split, answer in zip(unresolved, answers, strict=True):
            assumed = assumed.assuming(split.fact, answer)
        yield assumed, tuple((split.fact, answer) for split, answer in zip(unresolved, answers, strict=True))


def examined(
    examination: Examination, facts: ScalarFacts, findings: Explained | None = None
) -> tuple[tuple[RouteResult, ...], Assumed]:
    """The routes, best first, and the answers assumed to the facts that count both ways.

    `findings` explains the facts as they are, where that has been done already.
    """
    plain = findings or explained(examination, facts)
    is_open = examination.splits and any(facts.unresolved(split.fact) for split in examination.splits)
    if is_open and _rank(examination, plain, examination.split_nodes):
        cases = [
            (explained_anew(examination, plain, [ref for ref, _ in answers], assumed), answers)
            for assumed, answers in assumptions(facts, examination.splits)
            if isinstance(assumed, ScalarFacts)
        ]
        if cases:
            ranks = [_rank(examination, case) for case, _ in cases]
            worst, best, now = min(ranks), max(ranks), _rank(examination, plain)
            if not worst <= now <= best:
                shown, answers = cases[ranks.index(worst if now < worst else best)]
                return _routes(examination, shown), answers
    return _routes(examination, plain), ()


def _rank(examination: Examination, findings: Explained, met: Container[Node] = ()) -> int:
    """The rank of the verdict, with some conditions counted as met."""
    each_own, common = findings
    below = _least(common, met)
    if not below:
        return 0
    routes = zip(examination.routes, each_own, strict=True)
    return min(max([min(route.cap.rank, _least(own, met)) for route, own in routes]), below)


def _least(findings: Iterable[Finding], met: Container[Node]) -> int:
    return min([each.verdict.rank for each in findings if each.node not in met], default=BEST.rank)


def _routes(examination: Examination, findings: Explained) -> tuple[RouteResult, ...]:
    each_own, common = findings
    shared = worst_of(common)
    results = []
    for route, tree, parts in zip(examination.routes, examination.trees, each_own, strict=True):
        own = worst_of(parts)
        verdict = own & shared
        finding = made(Finding, (tree, verdict, parts + common, None, None, None))
        results.append(made(RouteResult, (route, route.cap & verdict, finding, own)))
    if len(results) > 1:
        results.sort(key=lambda result: (-result.verdict.rank, -result.own.rank))
    return tuple(results)


def _without_bar(
    examination: Examination, facts: ScalarFacts, verdict: Verdict
) -> tuple[Verdict | None, tuple[Pair, ...]]:
    """What the title comes to once the bars are gone that can end; None unless one of them decides."""
    if verdict is not WORST:
        return None, ()
    present = [node for node in examination.removable if _present(node, facts)]
    if not present:
        return None, ()
    without = examination.whole.without(frozenset(present)) or All(())
    rest = settle(without, facts, examination.splits)
    if rest is WORST:
        return None, ()
    return rest, tuple(node.removable.how for node in present if node.removable is not None)


def _present(node: Node, facts: ScalarFacts) -> bool:
    removable = getattr(node, "removable", None)
    if removable is None or node.verdict(facts) is not WORST:
        return False
    return applies(removable.when, facts) is Applies.YES


def _weakest_proof(reasons: tuple[Finding, ...]) -> Proof | None:
    weakest: Proof | None = None
    for reason in reasons:
        value = reason.value  # stands at leaves only
        if value is not None and value.proof is not None and value.proof is not weakest:
            weakest = value.proof if weakest is None else min(weakest, value.proof)
    return weakest
