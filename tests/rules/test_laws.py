"""Laws of the engine, on random norms: what must hold whatever the law says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce
from itertools import product
from operator import and_, or_
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.cases.applications import DecisionKind
from desktop.rules import assess, relevance
from desktop.rules.assess import settle
from desktop.rules.carriers import FactRef, ScalarFacts
from desktop.rules.conditions import All, Capped, Finding, Fixed, Leaf, Node, Unless
from desktop.rules.conditions import Any as AnyOf
from desktop.rules.norms import Examination
from desktop.rules.stated import StatedFacts
from desktop.rules.verdict import BEST, WORST, Verdict
from tests.rules.builders import (
    ANSWERS,
    SMALL,
    caseload_of,
    examinations,
    examine,
    is_open,
    kept_of,
    leaf,
    numbered,
    route,
    stated,
    trees,
    under,
)

NAMES = tuple(ANSWERS)
FEW = ("p1", "p2", "p3", "j1", "word", "months")


def facts_of(values: dict[str, Any]) -> StatedFacts:
    return StatedFacts(SMALL, values)


def completions(values: dict[str, Any]) -> Iterator[dict[str, Any]]:
    open_names = [name for name, value in values.items() if is_open(value)]
    for answers in product(*(ANSWERS[name] for name in open_names)):
        yield values | dict(zip(open_names, answers, strict=True))


def verdict_of(examination: Examination, values: dict[str, Any]) -> Verdict:
    return settle(examination.whole, facts_of(values), examination.splits)


@given(examinations(), stated())
def test_open_facts_keep_the_verdict_between_the_worst_and_the_best_answer(
    examination: Examination, values: dict[str, Any]
) -> None:
    possible = [verdict_of(examination, each) for each in completions(values)]
    assert min(possible) <= verdict_of(examination, values) <= max(possible)


@given(examinations(), stated())
def test_the_explanation_comes_to_the_verdict(examination: Examination, values: dict[str, Any]) -> None:
    facts = facts_of(values)
    routes, assumed = assess.examined(examination, facts)
    assert routes[0].verdict is settle(examination.whole, facts, examination.splits)
    assert [result.verdict for result in routes] == sorted((r.verdict for r in routes), reverse=True)
    tried: ScalarFacts = facts
    for ref, answer in assumed:
        tried = tried.assuming(ref, answer)
    for result in routes:
        assert result.finding.verdict is result.finding.node.verdict(tried)
        assert result.verdict is result.finding.verdict & result.route.cap


@given(examinations(), stated())
def test_the_tree_pruned_to_its_reasons_gives_the_verdict_again(
    examination: Examination, values: dict[str, Any]
) -> None:
    facts = facts_of(values)
    for result in assess._routes(examination, relevance.explained(examination, facts)):
        finding = result.finding
        assert all(reason.verdict is finding.verdict for reason in finding.reasons())
        kept = {reason.node for reason in finding.reasons()}
        pruned = prune(finding)
        assert pruned.verdict(facts) is finding.verdict
        assert {node for node in pruned.nodes() if isinstance(node, Leaf | Fixed)} == kept
    explained = examination.whole.explain(facts)
    assert explained.verdict is examination.whole.verdict(facts)
    assert prune(explained).verdict(facts) is explained.verdict


def prune(finding: Finding) -> Node:
    """Only the parts that carried the verdict."""
    node = finding.node
    if isinstance(node, Leaf | Fixed):
        return node
    if isinstance(node, Capped):
        return Capped(prune(finding.parts[0]), node.cap)
    kept = tuple(prune(part) for part in finding.parts if part.verdict is finding.verdict)
    if isinstance(node, All):
        return All(kept)
    assert isinstance(node, AnyOf | Unless)
    return AnyOf(kept)


@given(examinations(), stated())
def test_no_route_exceeds_its_cap_and_the_title_is_its_best_route(
    examination: Examination, values: dict[str, Any]
) -> None:
    facts = facts_of(values)
    routes = assess._routes(examination, relevance.explained(examination, facts))
    assert all(result.verdict <= result.route.cap for result in routes)
    assert all(
        (result.limited_by == "cap") == (result.finding.verdict > result.route.cap) for result in routes
    )
    assert reduce(or_, (result.verdict for result in routes)) is examination.whole.verdict(facts)


@given(examinations(), st.lists(stated(), min_size=1, max_size=8))
def test_both_carriers_agree(examination: Examination, cases: list[dict[str, Any]]) -> None:
    clients = [facts_of(values) for values in cases]
    found = caseload_of(examination, clients).verdicts("1_1")
    expected = [settle(examination.whole, client, examination.splits) for client in clients]
    assert [found.verdict(place) for place in range(len(clients))] == expected
    for verdict in Verdict:
        assert list(found.clients(verdict)) == [
            place for place, each in enumerate(expected) if each is verdict
        ]
        assert found.count(verdict) == expected.count(verdict)


@given(examinations(), st.lists(stated(), min_size=2, max_size=4), stated())
def test_a_changed_client_is_flipped_in_the_kept_planes(
    examination: Examination, cases: list[dict[str, Any]], changed: dict[str, Any]
) -> None:
    caseload = caseload_of(examination, map(facts_of, cases))
    before = caseload.verdicts("1_1")
    touched = caseload.change(1, kept_of(examination, facts_of(changed)))
    after = caseload.verdicts("1_1")
    assert after.verdict(1) is verdict_of(examination, changed)
    assert after.verdict(0) is verdict_of(examination, cases[0])
    assert touched or after == before


def relevant_to(examination: Examination, facts: Any) -> Iterable[FactRef]:
    return relevance.relevant(examination, relevance.explained(examination, facts), facts)


@settings(max_examples=300)
@given(examinations(FEW), stated(FEW, most_open=4))
def test_exactly_the_open_facts_that_can_change_the_verdict_are_named(
    examination: Examination, values: dict[str, Any]
) -> None:
    facts = facts_of(values)
    named = {ref[0] for ref in relevant_to(examination, facts)}
    for name in (name for name, value in values.items() if is_open(value)):
        matters = any(
            len({verdict_of(examination, each | {name: answer}) for answer in ANSWERS[name]}) > 1
            for each in completions(values)
        )
        assert (name in named) == matters, name
    assert named <= {name for name, value in values.items() if is_open(value)}


@given(examinations(FEW), stated(FEW, most_open=4))
def test_what_is_not_named_cannot_change_the_verdict_even_while_the_rest_stays_open(
    examination: Examination, values: dict[str, Any]
) -> None:
    now = verdict_of(examination, values)
    named = {ref[0] for ref in relevant_to(examination, facts_of(values))}
    if not named:
        assert {verdict_of(examination, each) for each in completions(values)} == {now}


# Bars ------------------------------------------------------------------------------------------------------

WORDS = ("p1", "p2", "p3", "p4", "p5")


def holds(node: dict[str, Any], values: dict[str, Any]) -> bool:
    """What a condition says in plain logic, for facts that are all known."""
    if "fact" in node:
        plain = (values[node["fact"]] == "yes") is (node["is"] == "yes")
    elif "all" in node:
        plain = all(holds(part, values) for part in node["all"])
    else:
        plain = any(holds(part, values) for part in node["any"])
    return plain


def bar_present(node: dict[str, Any], values: dict[str, Any]) -> bool:
    """Whether a bar stands against the title, as an author means it."""
    if "fact" in node:
        present = holds(node, values)
    elif "all" in node:
        present = all(bar_present(part, values) for part in node["all"])
    else:
        present = any(bar_present(part, values) for part in node["any"])
    return present and not ("unless" in node and met(node["unless"], values))


def met(node: dict[str, Any], values: dict[str, Any]) -> bool:
    if "fact" in node:
        plain = holds(node, values)
    elif "all" in node:
        plain = all(met(part, values) for part in node["all"])
    else:
        plain = any(met(part, values) for part in node["any"])
    return plain or ("unless" in node and met(node["unless"], values))


known = st.fixed_dictionaries({name: st.sampled_from(["yes", "no"]) for name in WORDS})


BOTH_WAYS = {(name, bar): [{"is": "yes"}, {"is": "no"}] for name in WORDS for bar in (False, True)}
THREE = {key: tests for key, tests in BOTH_WAYS.items() if key[0] in WORDS[:3]}


@given(trees(BOTH_WAYS, 3, classes=False, bar=True), known)
def test_a_bar_stands_exactly_when_its_words_say_so(tree: dict[str, Any], values: dict[str, Any]) -> None:
    examination = examine(barred_by=[numbered(tree)])
    expected = WORST if bar_present(tree, values) else BEST
    assert verdict_of(examination, values) is expected


@given(trees(BOTH_WAYS, 3, classes=False, bar=False), known)
def test_a_requirement_is_met_exactly_when_its_words_say_so(
    tree: dict[str, Any], values: dict[str, Any]
) -> None:
    examination = examine(requires=[numbered(tree)])
    assert verdict_of(examination, values) is (BEST if met(tree, values) else WORST)


@given(
    st.lists(trees(THREE, 2, classes=False, bar=True), min_size=1, max_size=3),
    st.fixed_dictionaries({name: st.sampled_from(["yes", "no", "unknown"]) for name in WORDS[:3]}),
    st.integers(0, 3),
)
def test_a_present_bar_is_a_no_whatever_stands_beside_it(
    beside: list[dict[str, Any]], values: dict[str, Any], place: int
) -> None:
    bars = [*beside]
    bars.insert(place, leaf("p5"))
    examination = examine(barred_by=[numbered({"any": bars})])
    assert verdict_of(examination, values | {"p5": "yes"}) is WORST


@given(
    trees(THREE, 2, classes=False),
    known,
    st.sampled_from(["requires", "usually", "barred_by", "doubtful_by"]),
)
def test_an_exception_lifts_only_while_it_is_met(
    exception: dict[str, Any], values: dict[str, Any], cls: str
) -> None:
    against = "yes" if cls in ("barred_by", "doubtful_by") else "no"
    with_exception = examine(**under(cls, numbered(leaf("p5") | {"unless": exception})))
    without = examine(**under(cls, leaf("p5")))
    values = values | {"p5": against}
    lifted = met(exception, values)
    assert verdict_of(with_exception, values) is (BEST if lifted else verdict_of(without, values))


def test_all_of_nothing_is_the_best_verdict_on_both_carriers() -> None:
    examination = examine(route(requires=[{"all": []}]))
    assert verdict_of(examination, {}) is BEST
    found = caseload_of(examination, [facts_of({})] * 3).verdicts("1_1")
    assert [found.verdict(place) for place in range(3)] == [BEST] * 3


def test_minimum_and_maximum_of_verdicts_follow_the_order() -> None:
    for one, other in product(Verdict, repeat=2):
        assert one & other is min(one, other)
        assert one | other is max(one, other)
    assert reduce(and_, Verdict) is WORST
    assert reduce(or_, Verdict) is BEST


def test_the_kind_of_decision_is_part_of_the_examination() -> None:
    general = [leaf("p1", "G1", applies_to="grant"), leaf("p2", "G2", applies_to="extension")]
    taken: dict[str, Any] = {"general": {"G1": "barred_by", "G2": "barred_by"}}
    grant = examine(general_leaves=general, **taken)
    extension = examine(general_leaves=general, kind=DecisionKind.EXTENSION, **taken)
    assert [each.id for each in grant.leaves] == ["G1"]
    assert [each.id for each in extension.leaves] == ["G2"]
