"""What a title comes to behind bars that end, with waivers, and with judgements that are open."""

from __future__ import annotations

import pytest

from desktop.cases.answers import Proof, Waiver
from desktop.rules.assess import settle
from desktop.rules.facts.value import FactValue
from desktop.rules.stated import StatedFacts
from desktop.rules.verdict import Verdict
from tests.rules.assessing import ON, result
from tests.rules.builders import SMALL, examine, leaf, pair, route, under

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
