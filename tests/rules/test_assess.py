"""What a title comes to: routes and caps, bars that end, waivers, exceptions, facts that count both ways."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

import pytest

from desktop.cases.answers import Proof, Waiver
from desktop.cases.applications import DecisionKind
from desktop.rules.assess import assess, assess_title, settle
from desktop.rules.conditions import Fixed
from desktop.rules.facts.value import FactValue
from desktop.rules.norms import NotCovered
from desktop.rules.packs import Pack
from desktop.rules.results import Assessment, TitleResult
from desktop.rules.stated import Rest, StatedFacts
from desktop.rules.verdict import Effect, Verdict
from tests.rules.builders import (
    SMALL,
    build,
    caseload_of,
    examine,
    leaf,
    norm,
    pack_of,
    pair,
    route,
    under,
    version,
)

ON = date(2026, 11, 22)
GRANT, EXTENSION = DecisionKind.GRANT, DecisionKind.EXTENSION


def result(
    *routes: dict[str, Any], stated: dict[str, Any], waivers: tuple[str, ...] = (), **common: Any
) -> TitleResult:
    """The assessment of a norm with one version, for a grant."""
    pack = pack_of(build(norm(version(*routes, **common))))
    granted = {key: Waiver(key, "mk", ON, "untypical") for key in waivers}
    return assess_title(pack, "1_1", StatedFacts(SMALL, stated, waivers=granted), ON, GRANT)


TOLERATED = route("tolerated", "should", requires=[leaf("p1", "t1", **{"is": "no"}), leaf("p2", "t2")])
CLEARED = route("cleared", "should", requires=[leaf("p1", "c1"), leaf("p3", "c2")])
STEPS = route("steps", "may", requires=[leaf("p1", "s1"), leaf("j1", "s2")])


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


# Bars ------------------------------------------------------------------------------------------------------

PENDING = leaf("p4", "G10", removable={"cite": "§ 10", "how": pair("ends with the procedure")})
BAN = leaf(
    "word",
    "G11",
    removable={"cite": "§ 11", "how": pair("apply for lifting"), "when": leaf("word", "G11w", **{"is": "a"})},
    **{"in": ["a", "b"]},
)


def test_the_verdict_without_a_bar_that_can_end() -> None:
    found = result(
        route(effect="should", requires=[leaf("p1")]), barred_by=[PENDING], stated={"p1": "yes", "p4": "yes"}
    )
    assert (found.verdict, found.without_bar) == (Verdict.NOT_AVAILABLE, Verdict.SHOULD_BE_GRANTED)
    assert [text.en for text in found.bar_ends] == ["ends with the procedure"]


@pytest.mark.parametrize(
    "stated",
    [
        {"p1": "no", "p4": "yes"},  # something else decides as well
        {"p1": "yes", "p4": "no"},  # no bar
        {"p1": "yes", "p4": "unknown"},  # not known to be there
    ],
)
def test_without_a_bar_only_where_the_bar_decides(stated: dict[str, str]) -> None:
    found = result(route(requires=[leaf("p1")]), barred_by=[PENDING], stated=stated)
    assert (found.without_bar, found.bar_ends) == (None, ())


def test_a_bar_that_can_end_only_in_one_state() -> None:
    way = route(requires=[leaf("p1")])
    assert result(way, barred_by=[BAN], stated={"p1": "yes", "word": "a"}).without_bar is not None
    assert result(way, barred_by=[BAN], stated={"p1": "yes", "word": "b"}).without_bar is None
    assert (
        result(way, barred_by=[BAN], stated={"p1": "yes", "word": "c"}).verdict
        is Verdict.ENTITLEMENT_INDICATED
    )


def test_two_bars_that_can_end_are_taken_away_together() -> None:
    found = result(
        route(requires=[leaf("p1")]),
        barred_by=[PENDING, BAN],
        stated={"p1": "unknown", "p4": "yes", "word": "a"},
    )
    assert found.without_bar is Verdict.FACTS_MISSING
    assert len(found.bar_ends) == 2


def test_a_joined_bar_that_can_end() -> None:
    bar = {"id": "G", "cite": "§ 10", "label": pair("both"), "all": [leaf("p4", "a"), leaf("p5", "b")]}
    bar |= {"removable": {"cite": "§ 10", "how": pair("ends")}}
    found = result(route(), barred_by=[bar], stated={"p4": "yes", "p5": "yes"})
    assert (found.verdict, found.without_bar) == (Verdict.NOT_AVAILABLE, Verdict.ENTITLEMENT_INDICATED)
    assert result(route(), barred_by=[bar], stated={"p4": "yes", "p5": "no"}).without_bar is None


def test_a_bar_that_may_be_waived_only_opens_discretion() -> None:
    found = result(route(effect="should"), waivable=[leaf("p4", **{"is": "no"})], stated={"p4": "yes"})
    assert found.verdict is Verdict.DISCRETION_OPEN


# Waivers and judgements ------------------------------------------------------------------------------------


@pytest.mark.parametrize("cls", ["usually", "doubtful_by"])
def test_a_person_may_lift_a_rule_for_one_case(cls: str) -> None:
    answer = "yes" if cls == "doubtful_by" else "no"
    found = result(route(), stated={"p1": answer}, **under(cls, leaf("p1")), waivers=("1_1.p1",))
    assert found.verdict is Verdict.ENTITLEMENT_INDICATED
    assert found.finding is not None
    (line,) = found.finding.leaves()
    assert line.waiver is not None
    assert (line.waiver.by, line.waiver.reason) == ("mk", "untypical")


@pytest.mark.parametrize("cls", ["requires", "waivable", "barred_by", "opens_discretion"])
def test_nothing_but_a_rule_can_be_lifted(cls: str) -> None:
    answer = "yes" if cls == "barred_by" else "no"
    plain = result(route(), stated={"p1": answer}, **under(cls, leaf("p1")))
    waived = result(route(), stated={"p1": answer}, **under(cls, leaf("p1")), waivers=("1_1.p1",))
    assert waived.verdict is plain.verdict
    assert waived.verdict is not Verdict.ENTITLEMENT_INDICATED
    examination = examine(route(), **under(cls, leaf("p1")))
    facts = StatedFacts(SMALL, {"p1": answer}, waivers={"1_1.p1": Waiver("1_1.p1", "mk", ON, "x")})
    assert settle(examination.whole, facts, ()) is plain.verdict


def test_a_waiver_lifts_only_its_own_condition() -> None:
    common = {"usually": [leaf("p1"), leaf("p2")]}
    for waivers in (("1_1.p1",), ("2_2.p1", "2_2.p2"), ("p1", "p2")):
        found = result(route(), stated={"p1": "no", "p2": "no"}, waivers=waivers, **common)
        assert found.verdict is Verdict.NEEDS_ASSESSMENT


def test_a_waiver_of_a_met_condition_is_not_shown() -> None:
    found = result(route(), stated={"p1": "yes"}, usually=[leaf("p1")], waivers=("1_1.p1",))
    assert found.finding is not None
    assert [line.waiver for line in found.finding.leaves()] == [None]


def test_an_open_judgement_is_assessed_an_open_fact_is_missing() -> None:
    assert result(route(requires=[leaf("j1")]), stated={}).verdict is Verdict.NEEDS_ASSESSMENT
    assert result(route(requires=[leaf("p1")]), stated={}).verdict is Verdict.FACTS_MISSING
    found = result(route(requires=[leaf("j1"), leaf("health", "h", of="school")]), stated={})
    assert found.verdict is Verdict.NEEDS_ASSESSMENT
    assert (found.open_judgements, found.open_inputs) == (("j1",), ("p5",))


def test_a_fact_that_waits_for_a_judgement_names_the_judgement() -> None:
    found = result(route(), barred_by=[leaf("p1")], stated={"p1": {"disputed": ["j1"]}})
    assert found.verdict is Verdict.NEEDS_ASSESSMENT
    assert (found.open_inputs, found.open_judgements) == ((), ("j1",))


def test_where_only_the_law_is_open_there_is_nothing_to_ask() -> None:
    found = result(route(), barred_by=[leaf("p1")], stated={"p1": "disputed"})
    assert (found.verdict, found.open) == (Verdict.NEEDS_ASSESSMENT, ())


def test_what_is_waived_by_law_is_never_tested_nor_asked() -> None:
    found = result(route(), waived=[leaf("p1")], stated={"p1": "no"})
    assert (found.verdict, found.open) == (Verdict.ENTITLEMENT_INDICATED, ())
    assert result(route(), waived=[leaf("p1")], stated={}).open == ()


def test_the_proof_is_the_weakest_among_the_reasons() -> None:
    seen = FactValue(True, proof=Proof.SEEN)
    copy = FactValue(True, proof=Proof.COPY)
    found = result(route(requires=[leaf("p1"), leaf("p2")]), stated={"p1": copy, "p2": seen})
    assert found.proof is Proof.SEEN
    only = result(
        route(requires=[leaf("p1")], waivable=[leaf("p2")]),
        stated={"p1": seen, "p2": FactValue(False, proof=Proof.COPY)},
    )
    assert only.proof is Proof.COPY
    assert result(route(), stated={}).proof is None


# Decisions and days ----------------------------------------------------------------------------------------


def test_a_title_that_is_only_extended_is_always_examined_for_that() -> None:
    pack = pack_of(build(norm(version(), decisions=["extension"])))
    found = assess_title(pack, "1_1", StatedFacts(SMALL, {}), ON, GRANT)
    assert (found.decision_kind, found.verdict) == (EXTENSION, Verdict.ENTITLEMENT_INDICATED)


def closed_title() -> Pack:
    old = version(since="2022-12-31", until="2025-12-31")
    new = version(since="2025-12-31", closed_to=["grant"])
    return pack_of(
        build(norm(old | {"routes": []}, new | {"routes": []}, decisions=[], no_grant=pair("no new grants")))
    )


def test_a_title_that_is_not_granted_any_more_is_a_no_with_the_reason() -> None:
    found = assess_title(closed_title(), "1_1", StatedFacts(SMALL, {}), ON, GRANT)
    assert found.verdict is Verdict.NOT_AVAILABLE
    (reason,) = found.reasons()
    assert isinstance(reason.node, Fixed)
    assert reason.node.label.en == "no new grants"
    assert found.version is not None
    assert found.version.in_force.since == date(2025, 12, 31)
    assert found.open == ()


def test_a_title_that_is_only_held_has_no_verdict() -> None:
    pack = closed_title()
    for kind, on in ((EXTENSION, ON), (GRANT, date(2025, 12, 30)), (EXTENSION, date(2025, 12, 30))):
        found = assess_title(pack, "1_1", StatedFacts(SMALL, {}), on, kind)
        assert (found.verdict, found.routes, found.reasons(), found.open) == (None, (), (), ())
        assert (found.winner, found.finding, found.effect, found.cap, found.limited_by) == (
            None,
            None,
            None,
            None,
            "",
        )
    assert assess_title(pack, "1_1", StatedFacts(SMALL, {}), date(2025, 12, 31), GRANT).verdict is not None


def test_a_day_before_the_first_text_is_not_covered() -> None:
    pack = pack_of(build(norm(version())))
    with pytest.raises(NotCovered, match="not covered before"):
        assess_title(pack, "1_1", StatedFacts(SMALL, {}), date(2019, 12, 31), GRANT)


def test_a_title_without_a_text_for_the_day_stops_no_other() -> None:
    young = build(norm(version(route(requires=[leaf("p1")]), since="2026-11-23"), id="1_1"))
    ended = build(norm(version(route(), until="2026-11-22"), id="2_2"))
    covered = build(norm(version(route(requires=[leaf("p1")])), id="3_3"))
    pack = pack_of(young, ended, covered)
    stated = StatedFacts(SMALL, {"p1": "yes"})

    def found(on: date) -> dict[str, Verdict | None]:
        return {each.norm.id: each.verdict for each in assess(pack, lambda *_: stated, on).titles}

    best = Verdict.ENTITLEMENT_INDICATED
    assert list(found(date(2026, 11, 22)).items()) == [("3_3", best), ("1_1", None), ("2_2", None)]
    assert found(date(2026, 11, 21)) == {"1_1": None, "2_2": best, "3_3": best}
    assert found(date(2026, 11, 23)) == {"1_1": best, "2_2": None, "3_3": best}
    results = assess(pack, lambda *_: stated, date(2026, 11, 22))
    assert "before 2026-11-23" in str(results.title("1_1").not_covered)
    assert "from 2026-11-22" in str(results.title("2_2").not_covered)
    assert results.title("3_3").not_covered is None
    nothing = results.title("1_1")
    assert (nothing.version, nothing.routes, nothing.open, nothing.warnings, nothing.consequences) == (
        (None, (), (), (), ())
    )  # fmt: skip


def test_titles_are_ordered_by_verdict_and_then_as_in_the_pack() -> None:
    way = route(effect="may", requires=[leaf("p1")])
    norms = [
        build(norm(version(way), id="1_1")),
        build(norm(version(route()), id="2_2")),
        build(norm(version() | {"routes": []}, id="3_3", decisions=[], no_grant=pair("x"))),
        build(norm(version(route()), id="4_4")),
        build(norm(version(way), id="5_5")),
    ]
    found = assess(pack_of(*norms), lambda _norm, _kind: StatedFacts(SMALL, {"p1": "no"}), ON)
    assert isinstance(found, Assessment)
    assert [title.norm.id for title in found.titles] == ["2_2", "4_4", "1_1", "5_5", "3_3"]
    assert found.title("5_5").verdict is Verdict.NOT_AVAILABLE
    with pytest.raises(KeyError):
        found.title("9_9")


def test_a_route_and_a_condition_for_one_kind_of_decision() -> None:
    ways = [
        route("first", applies_to="grant", requires=[leaf("p1", "a")]),
        route("holder", requires=[leaf("p2", "b")]),
    ]
    common: dict[str, Any] = {
        "requires": [{"any": [leaf("p3", "c", applies_to="extension"), leaf("p4", "d")]}]
    }
    grant = examine(*ways, **common)
    extension = examine(*ways, kind=EXTENSION, **common)
    assert [each.id for each in grant.routes] == ["first", "holder"]
    assert [each.id for each in extension.routes] == ["holder"]
    assert [each.id for each in grant.leaves] == ["a", "b"]  # what does not apply counts as met
    assert [each.id for each in extension.leaves] == ["b", "c", "d"]


def test_a_group_is_put_in_and_may_be_shared() -> None:
    groups = {"integration": {"all": [leaf("p3", "g1"), leaf("p4", "g2")]}}
    found = examine(route(requires=[leaf("p1")]), usually=[{"group": "integration"}], groups=groups)
    assert [(each.id, each.cls.value) for each in found.leaves] == [
        ("p1", "requires"),
        ("g1", "usually"),
        ("g2", "usually"),
    ]


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


def test_of_titles_that_stand_alike_the_nearest_comes_first() -> None:
    far = build(norm(version(route(requires=[leaf("p1"), leaf("p2")])), id="1_1"))
    near = build(norm(version(route(requires=[leaf("p3"), leaf("p4")])), id="1_2"))
    found = assess(pack_of(far, near), lambda *_: StatedFacts(SMALL, {"p3": "yes"}), ON)
    assert [result.norm.id for result in found.titles] == ["1_2", "1_1"]
