"""Norms x facts x day -> Assessment: what each title comes to, why, and what is still open."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

from desktop.cases.answers import Proof
from desktop.cases.applications import DecisionKind
from desktop.errors import Problem
from desktop.texts import mark

from .answers import Split
from .carriers import FactRef, Facts, ScalarFacts, V
from .conditions import All, Finding, Node, worst_of
from .consequences import ShownConsequence, ShownWarning, consequences_of, warnings_of
from .entries import Pair
from .facts.value import FactValue
from .held import NOTHING_HELD, HeldStatus, held_status
from .norms import Examination, Norm, NotCovered, Route, Version
from .packs import Pack
from .relevance import Explained, explained, explained_anew, open_answers
from .rows import Applies, applies
from .sources import SourcedClaim, claims_for
from .verdict import BEST, WORST, Effect, Verdict

Assumed = tuple[tuple[FactRef, FactValue], ...]
"""Facts that count both ways, each with the answer that was tried."""


@dataclass(frozen=True, slots=True)
class RouteResult:
    """What one route comes to. `finding` is its tree with the common conditions, before the cap."""

    route: Route
    verdict: Verdict
    finding: Finding
    own: Verdict
    """What the route's own conditions come to; tells apart routes that a common bar closes alike."""

    @property
    def limited_by(self) -> str:
        """`cap` if everything is met beyond what the legal nature can carry, else empty."""
        return "cap" if self.finding.verdict > self.verdict else ""

    def reasons(self) -> list[Finding]:
        """The leaves that decided (of the uncapped tree, where the cap limited it)."""
        return self.finding.reasons()


@dataclass(frozen=True, slots=True)
class TitleResult:
    """What one title comes to on one day.

    `verdict` is None for a title that is only held and no longer granted, and for one whose text of that day
    the pack does not hold (`not_covered` says so; then `version` is None and nothing else is claimed); then
    `routes` is empty. `assumed` names the answers under which the reasons are shown, where an open fact leads
    to the same on every answer.
    """

    norm: Norm
    version: Version | None
    decision_kind: DecisionKind
    verdict: Verdict | None
    routes: tuple[RouteResult, ...]
    without_bar: Verdict | None
    bar_ends: tuple[Pair, ...]
    assumed: Assumed
    proof: Proof | None
    open_inputs: tuple[str, ...]
    open_judgements: tuple[str, ...]
    warnings: tuple[ShownWarning, ...]
    consequences: tuple[ShownConsequence, ...]
    sources: tuple[SourcedClaim, ...]
    not_covered: Problem | None = None
    decisive: tuple[Finding, ...] = ()
    """The leaves of the winner that decided, in the order of the file."""

    @property
    def winner(self) -> RouteResult | None:
        """The best route."""
        return self.routes[0] if self.routes else None

    @property
    def finding(self) -> Finding | None:
        """The winner's tree, common conditions included, before its cap."""
        return self.routes[0].finding if self.routes else None

    @property
    def effect(self) -> Effect | None:
        """The winner's legal nature."""
        return self.routes[0].route.effect if self.routes else None

    @property
    def cap(self) -> Verdict | None:
        """The best verdict the winner can carry."""
        return self.routes[0].route.cap if self.routes else None

    @property
    def limited_by(self) -> str:
        """`cap` if the winner's legal nature limits the verdict, else empty."""
        return self.routes[0].limited_by if self.routes else ""

    @property
    def nearness(self) -> float:
        """How far the case is along the winner's own way: the share of its own conditions that are met."""
        if not self.routes:
            return 0.0
        winner = self.routes[0]
        own = winner.finding.parts[: len(winner.route.conditions)]
        return len([part for part in own if part.verdict is BEST]) / len(own) if own else 0.0

    def reasons(self) -> tuple[Finding, ...]:
        """The leaves that decided, in the order of the file."""
        return self.decisive

    @property
    def open(self) -> tuple[str, ...]:
        """Every input and judgement whose answer can still change the verdict."""
        return self.open_inputs + self.open_judgements


@dataclass(frozen=True, slots=True)
class Assessment:
    """All titles of a pack for one client on one day: best first, then in the order of the pack.

    `status`: what follows from what the client holds on that day, whatever title may come.
    """

    on: date
    law_checked_on: date
    pack_id: str
    titles: tuple[TitleResult, ...]
    status: HeldStatus = NOTHING_HELD

    def title(self, norm_id: str) -> TitleResult:
        """The result of one title. Raises KeyError."""
        for result in self.titles:
            if result.norm.id == norm_id:
                return result
        raise KeyError(norm_id)


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
            results.append(_no_text(norm, kind, reason))
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
    verdict: Verdict | None = None
    routes: tuple[RouteResult, ...] = ()
    assumed: Assumed = ()
    without_bar: Verdict | None = None
    bar_ends: tuple[Pair, ...] = ()
    open_inputs: list[str] = []
    open_judgements: list[str] = []
    if examination is not None:
        findings = explained(examination, facts)
        routes, assumed = examined(examination, facts, findings)
        verdict = routes[0].verdict
        without_bar, bar_ends = _without_bar(examination, facts, verdict)
        for name in open_answers(examination, findings, facts):
            (open_judgements if name in pack.judgements else open_inputs).append(name)
    decisive = tuple(routes[0].reasons()) if routes else ()
    return TitleResult(
        norm=norm,
        version=version,
        decision_kind=kind,
        verdict=verdict,
        routes=routes,
        without_bar=without_bar,
        bar_ends=bar_ends,
        assumed=assumed,
        proof=_weakest_proof(decisive),
        open_inputs=tuple(open_inputs),
        open_judgements=tuple(open_judgements),
        warnings=warnings_of(pack, facts, norm_id, kind, on),
        consequences=consequences_of(pack, facts, norm_id, on),
        sources=claims_for(pack, norm_id),
        decisive=decisive,
    )


def _no_text(norm: Norm, kind: DecisionKind, reason: Problem) -> TitleResult:
    return TitleResult(
        norm=norm,
        version=None,
        decision_kind=kind,
        verdict=None,
        routes=(),
        without_bar=None,
        bar_ends=(),
        assumed=(),
        proof=None,
        open_inputs=(),
        open_judgements=(),
        warnings=(),
        consequences=(),
        sources=(),
        not_covered=reason,
    )


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
    if examination.splits and _rank(examination, plain, examination.split_nodes):
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
        results.append(RouteResult(route, route.cap & verdict, Finding(tree, verdict, parts + common), own))
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
    values = [reason.value for reason in reasons]  # stands at leaves only
    return min({each.proof for each in values if each is not None and each.proof is not None}, default=None)
