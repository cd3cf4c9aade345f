"""Every condition of the law has decided a worked case each way: by being met, and by not being met.

A condition decides a case where everything else stays as it is and the title would come out otherwise: worse
if it were not met, better if it were. The title as a whole is asked, so a condition of one route decides
nothing while another route carries the same. What is unknown, disputed or set aside by a person is neither
met nor not met; only a fact that no answer speaks against (a text) counts as not met while it is
unknown. A cap hides what stands above it, so of two ways out with the same verdict the one counts
as better whose tree stands higher before its cap. Run this file with `-s` for the number of conditions.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from functools import cache

from desktop.cases.answers import Waiver
from desktop.rules.carriers import ScalarFacts
from desktop.rules.conditions import Leaf
from desktop.rules.facts.value import FactValue
from desktop.rules.norms import Examination, NotCovered
from desktop.rules.verdict import LeafClass, Truth, Verdict
from tests.law.worked_cases import PACK, WorkedCase, worked_cases

Place = tuple[str, str, str]
"""Norm, first day of the version, leaf."""

Standing = tuple[int, int]
"""Rank of a title, and of its best tree before the cap."""


class _Turned(ScalarFacts):
    """The facts of a case, with one condition as good or as bad as it can be."""

    def __init__(self, facts: ScalarFacts, leaf: Leaf, verdict: Verdict) -> None:
        self._facts, self._leaf, self._verdict = facts, leaf, verdict

    def fact(self, name: str, of: str | None = None) -> FactValue:
        return self._facts.fact(name, of)

    def waiver(self, leaf_key: str) -> Waiver | None:
        return self._facts.waiver(leaf_key)

    def leaf(self, leaf: Leaf) -> Verdict:
        return self._verdict if leaf is self._leaf else self._facts.leaf(leaf)


def _asked() -> set[Place]:
    """Every condition that can decide anything, in each version of its norm."""
    return {
        (norm.id, version.in_force.since.isoformat(), leaf.id)
        for norm in PACK.norms
        for version in norm.versions
        for examination in version.examinations.values()
        for leaf in examination.leaves
        if leaf.cls is not LeafClass.WAIVED
    }


def _standing(examination: Examination, facts: ScalarFacts) -> Standing:
    trees = [tree.verdict(facts) for tree in examination.trees]
    return max(
        (min(route.cap.rank, tree.rank), tree.rank)
        for route, tree in zip(examination.routes, trees, strict=True)
    )


def _decided(examination: Examination, facts: ScalarFacts) -> tuple[set[str], set[str]]:
    """The conditions that decide a case by being met, and by not being met."""
    met: set[str] = set()
    failed: set[str] = set()
    now = _standing(examination, facts)
    for leaf in examination.leaves:
        truth, _ = facts.tested(leaf.probe)
        found = facts.leaf(leaf)
        if truth not in _truths(examination, leaf) or found is not leaf.outcomes[truth]:
            continue  # open, or set aside by a person
        ways = [leaf.outcomes[each] for each in _truths(examination, leaf)]
        best, worst = max(ways), min(ways)
        if found is best and _standing(examination, _Turned(facts, leaf, worst)) < now:
            met.add(leaf.id)
        if found is worst and _standing(examination, _Turned(facts, leaf, best)) > now:
            failed.add(leaf.id)
    return met, failed


def _truths(examination: Examination, leaf: Leaf) -> set[Truth]:
    """The two ways a test can turn out."""
    answered = {leaf.test.truth(answer) for answer in examination.answers[leaf.ref]}
    return answered if len(answered) > 1 else answered | {Truth.UNKNOWN}


def _of_case(case: WorkedCase, norm_id: str) -> tuple[set[Place], set[Place]]:
    norm = PACK.norm(norm_id)
    try:
        version = norm.version(case.on)
    except NotCovered:
        return set(), set()
    examination = version.examination(norm.decision(case.decision_kind))
    if examination is None:
        return set(), set()
    since = version.in_force.since.isoformat()
    met, failed = _decided(examination, case.facts(norm_id))
    return {(norm_id, since, leaf) for leaf in met}, {(norm_id, since, leaf) for leaf in failed}


@cache
def _report() -> tuple[frozenset[Place], frozenset[Place]]:
    """What never decided by being met, and what never decided by not being met."""
    never_met, never_failed = _asked(), _asked()
    for case in worked_cases():
        for norm_id in case.raw["expect"]:
            met, failed = _of_case(case, norm_id)
            never_met -= met
            never_failed -= failed
    return frozenset(never_met), frozenset(never_failed)


def _told(places: frozenset[Place]) -> str:
    lines: dict[str, list[str]] = defaultdict(list)
    for norm_id, since, leaf in sorted(places):
        lines[f"{norm_id} since {since}"].append(leaf)
    return "\n".join(f"{head}: {', '.join(leaves)}" for head, leaves in lines.items())


def test_every_condition_decided_a_case_by_being_met() -> None:
    never, total = _report()[0], len(_asked())
    print(f"\n{total} conditions, {total - len(never)} decided by being met")
    assert not never, "\n" + _told(never)


def test_every_condition_decided_a_case_by_not_being_met() -> None:
    never, total = _report()[1], len(_asked())
    print(f"\n{total} conditions, {total - len(never)} decided by not being met")
    assert not never, "\n" + _told(never)


def test_every_text_of_a_norm_comes_to_its_best_and_to_each_way_of_not_getting_there() -> None:
    short = {Verdict.NOT_AVAILABLE, Verdict.FACTS_MISSING, Verdict.NEEDS_ASSESSMENT}
    reached: dict[tuple[str, date], set[str]] = defaultdict(set)
    for case in worked_cases():
        for norm_id, expected in case.raw["expect"].items():
            if expected != "not_covered":
                reached[norm_id, PACK.norm(norm_id).version(case.on).in_force.since].add(expected)
    for norm in PACK.norms:
        for version in norm.versions:
            best = {examination.best for examination in version.examinations.values()}
            wanted = {verdict.value for verdict in best | short} if best else set()
            missing = wanted - reached[norm.id, version.in_force.since]
            assert not missing, f"{norm.id} since {version.in_force.since}: {missing}"


def test_every_change_of_a_norm_has_a_case_the_day_before_the_day_and_the_day_after() -> None:
    days: dict[str, set[date]] = defaultdict(set)
    for case in worked_cases():
        for norm_id in case.raw["expect"]:
            days[norm_id].add(case.on)
    for norm in PACK.norms:
        for version in norm.versions:
            for border in (version.in_force.since, version.in_force.until):
                if border is not None:
                    around = {border + timedelta(days) for days in (-1, 0, 1)}
                    assert around <= days[norm.id], f"{norm.id}: {border}"


def test_every_bar_stands_in_the_way_of_the_grant_and_of_the_extension() -> None:
    """§ 8(1): what bars the one bars the other, unless the norm says for which of them it counts."""
    never = {
        (norm.id, version.in_force.since, kind, leaf.id)
        for norm in PACK.norms
        for version in norm.versions
        for kind, examination in version.examinations.items()
        for node in examination.common
        for leaf in node.leaves()
        if leaf.cls.is_bar
    }
    for case in worked_cases():
        for norm_id in case.raw["expect"]:
            norm = PACK.norm(norm_id)
            for version in norm.versions:
                kind = norm.decision(case.decision_kind)
                examination = version.examination(kind) if version.in_force.covers(case.on) else None
                if examination is not None:
                    failed = _decided(examination, case.facts(norm_id))[1]
                    never -= {(norm_id, version.in_force.since, kind, leaf) for leaf in failed}
    told = sorted(f"{norm_id} since {since}, {kind.value}: {leaf}" for norm_id, since, kind, leaf in never)
    assert not told, "\n" + "\n".join(told)
