"""What a title comes to: routes and caps, facts that count both ways, favourable facts, planes."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import Any

from desktop.cases.answers import Waiver
from desktop.rules.assess import assess_title, settle
from desktop.rules.stated import Rest, StatedFacts
from desktop.rules.verdict import Effect, Verdict
from tests.rules.assessing import CLEARED, GRANT, ON, STEPS, TOLERATED, result
from tests.rules.builders import SMALL, build, caseload_of, examine, leaf, norm, pack_of, route, version

# Routes ----------------------------------------------------------------------------------------------------


def test_the_best_route_wins_and_carries_its_legal_nature() -> None:
    found = result(TOLERATED, CLEARED, STEPS, stated={"p1": "yes", "p2": "yes", "p3": "no", "j1": "yes"})
    assert found.verdict is Verdict.DISCRETION_OPEN
    assert found.winner is not None
    assert found.winner.route.id == "steps"
    assert (found.effect, found.cap, found.limited_by) == (Effect.MAY, Verdict.DISCRETION_OPEN, "cap")
    second = found.routes[1]
    assert second.route.id == "tolerated"
    assert [reason.leaf.id for reason in second.reasons()] == ["t1"]


def test_the_reasons_of_a_capped_verdict_are_those_of_the_tree_without_the_cap() -> None:
    way = route(effect="should", requires=[leaf("p1"), leaf("p2")])
    found = result(way, stated={"p1": "yes", "p2": "yes"})
    assert (found.verdict, found.limited_by) == (Verdict.SHOULD_BE_GRANTED, "cap")
    assert [reason.leaf.id for reason in found.reasons()] == ["p1", "p2"]
    assert found.finding is not None
    assert found.finding.verdict is Verdict.ENTITLEMENT_INDICATED


def test_a_verdict_that_reaches_the_cap_by_itself_is_not_limited() -> None:
    found = result(
        route(effect="may", requires=[leaf("p1")], waivable=[leaf("p2")]), stated={"p1": "yes", "p2": "no"}
    )
    assert (found.verdict, found.limited_by) == (Verdict.DISCRETION_OPEN, "")
    assert [reason.leaf.id for reason in found.reasons()] == ["p2"]


def test_a_cap_below_the_legal_nature() -> None:
    found = result(route(effect="should", cap="needs_assessment"), stated={})
    assert (found.verdict, found.limited_by) == (Verdict.NEEDS_ASSESSMENT, "cap")


def test_behind_a_common_bar_the_route_that_fits_is_shown() -> None:
    facts = {"p1": "no", "p2": "yes", "p3": "no", "p4": "yes", "j1": "no"}
    found = result(STEPS, CLEARED, TOLERATED, barred_by=[leaf("p4")], stated=facts)
    assert found.verdict is Verdict.NOT_AVAILABLE
    assert found.winner is not None
    assert found.winner.route.id == "tolerated"
    assert [reason.leaf.id for reason in found.reasons()] == ["p4"]


def test_everything_not_met_is_there_to_be_listed() -> None:
    found = result(
        route(requires=[leaf("p1"), leaf("p2")], usually=[leaf("p3")]), stated={"p1": "no", "p3": "no"}
    )
    assert found.finding is not None
    assert {each.leaf.id: each.verdict for each in found.finding.leaves()} == {
        "p1": Verdict.NOT_AVAILABLE,
        "p2": Verdict.FACTS_MISSING,
        "p3": Verdict.NEEDS_ASSESSMENT,
    }


# Facts that count both ways --------------------------------------------------------------------------------


def test_an_open_fact_does_not_hide_that_either_answer_leads_to_the_same() -> None:
    found = result(TOLERATED, CLEARED, stated={"p2": "yes", "p3": "yes"})
    assert found.verdict is Verdict.SHOULD_BE_GRANTED
    assert [ref for ref, _ in found.assumed] == [("p1", None)]
    assert found.open == ()


def test_of_two_good_answers_the_worse_is_promised() -> None:
    found = result(TOLERATED, STEPS, stated={"p2": "yes", "j1": "yes"})
    assert found.verdict is Verdict.DISCRETION_OPEN
    assert found.assumed[0][1].value is True
    assert found.open_inputs == ("p1",)


def test_an_open_fact_is_never_read_as_the_bad_answer() -> None:
    found = result(TOLERATED, CLEARED, stated={"p2": "yes", "p3": "no"})
    assert found.verdict is Verdict.FACTS_MISSING
    assert found.open_inputs == ("p1",)


def test_where_no_answer_helps_it_is_a_no() -> None:
    found = result(TOLERATED, CLEARED, stated={"p2": "no", "p3": "no"})
    assert found.verdict is Verdict.NOT_AVAILABLE
    assert found.open == ()


def test_a_contradiction_is_a_no_even_while_the_fact_is_open() -> None:
    found = result(route(requires=[leaf("p1", "a"), leaf("p1", "b", **{"is": "no"})]), stated={})
    assert found.verdict is Verdict.NOT_AVAILABLE


def test_a_disputed_fact_counts_both_ways_too() -> None:
    found = result(TOLERATED, CLEARED, stated={"p1": "disputed", "p2": "yes", "p3": "yes"})
    assert found.verdict is Verdict.SHOULD_BE_GRANTED


def test_words_that_exclude_each_other_cover_all_answers() -> None:
    ways = [
        route("a", requires=[leaf("word", "w1", **{"is": "a"})]),
        route("b", requires=[leaf("word", "w2", **{"in": ["b", "c"]})]),
    ]
    assert result(*ways, stated={}).verdict is Verdict.ENTITLEMENT_INDICATED


# Favourable facts, planes ----------------------------------------------------------------------------------


def test_what_a_worked_case_does_not_name_is_as_good_as_it_can_be() -> None:
    examination = examine(
        route(effect="should", requires=[leaf("p1"), leaf("months", at_least="48")]),
        usually=[leaf("word", **{"is": "b"})],
        barred_by=[leaf("p2"), {"all": [leaf("p3"), leaf("p4")]}],
    )
    facts = StatedFacts(SMALL, {"p2": "unknown"}, Rest.FAVOURABLE, examination)
    assert settle(examination.whole, facts, examination.splits) is Verdict.FACTS_MISSING
    facts = StatedFacts(SMALL, {}, Rest.FAVOURABLE, examination)
    assert settle(examination.whole, facts, examination.splits) is Verdict.SHOULD_BE_GRANTED


def test_four_years_and_nothing_known_about_the_child() -> None:
    examination = examine(
        route(effect="should"),
        usually=[
            {
                "any": [
                    leaf("months", "u1", at_least="72"),
                    {"all": [leaf("p1", "u2", **{"class": "requires"}), leaf("months", "u3", at_least="48")]},
                ]
            }
        ],
    )
    pack = pack_of(replace_examination(examination))
    facts = StatedFacts(SMALL, {"months": "50", "p1": "unknown"})
    found = assess_title(pack, "1_1", facts, ON, GRANT)
    assert (found.verdict, found.open_inputs) == (Verdict.NEEDS_ASSESSMENT, ("p1",))


def replace_examination(examination: Any) -> Any:
    """A norm around one examination."""
    built = build(norm(version()))
    versions = (replace(built.versions[0], examinations=MappingProxyType({GRANT: examination})),)
    return replace(built, versions=versions)


def test_a_waiver_counts_in_planes_too_even_under_an_assumption() -> None:
    examination = examine(
        usually=[{"any": [leaf("p1", "a"), {"all": [leaf("p1", "b", **{"is": "no"}), leaf("p2")]}]}]
    )
    waiver = {"1_1.a": Waiver("1_1.a", "mk", ON, "x")}
    clients = [
        StatedFacts(SMALL, {}),
        StatedFacts(SMALL, {}, waivers=waiver),
        StatedFacts(SMALL, {"p1": "yes"}),
    ]
    assert examination.splits
    found = caseload_of(examination, clients).verdicts("1_1")
    expected = [settle(examination.whole, client, examination.splits) for client in clients]
    assert [found.verdict(place) for place in range(3)] == expected
    assert expected[1] is Verdict.ENTITLEMENT_INDICATED
