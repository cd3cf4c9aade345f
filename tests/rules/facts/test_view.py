"""One case on one day: inputs, judgements and derived facts by name, with their proof and their questions."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType

import pytest

from desktop.cases.answers import Answer, Proof, Ternary, Unknown, Waiver
from desktop.cases.applications import DecisionKind
from desktop.cases.papers import Paper
from desktop.cases.periods import PartialDate
from desktop.cases.shapes import Never
from desktop.rules.facts.basis import DERIVED, Basis
from desktop.rules.facts.value import Duration, FactValue, Note
from desktop.rules.facts.view import CaseDay
from tests.case_facts import case_facts
from tests.rules.facts.making import (
    PACK,
    TODAY,
    absence,
    case,
    child,
    conviction,
    day,
    fact,
    judged,
    status,
    title,
)


def test_inputs_by_name():
    known = case(
        entry_unlawful=False,
        health_insurance="statutory",
        fdgo_declaration_on=day("2026-10-01"),
        birth_date=day("1999"),
        tp_card_reissued_on=Never.NONE,
        notice=frozenset({"entzug"}),
        convictions=(),
    )
    assert fact("entry_unlawful", known).value is False
    assert fact("health_insurance", known).value == "statutory"
    assert fact("fdgo_declaration_on", known).value == date(2026, 10, 1)
    assert fact("birth_date", known).value == PartialDate.parse("1999")
    assert fact("tp_card_reissued_on", known).value is Never.NONE
    assert fact("notice", known).value == frozenset({"entzug"})
    assert fact("convictions", known).value == ()


@pytest.mark.parametrize("reason", list(Unknown))
def test_why_an_answer_is_missing(reason: Unknown):
    found = fact("health_insurance", case(health_insurance=Answer(reason)))
    assert (found.value, found.unknown, found.ask) == (None, reason, ("health_insurance",))
    derived = fact("convictions", case(convictions=Answer(reason)))
    assert derived.unknown is reason
    assert fact("civic_knowledge", case(civic_proof=Answer(reason))).unknown is reason


def test_judgements_count_only_with_author_day_and_reason():
    found = fact("temporary_purpose", case({"temporary_purpose": judged(True)}))
    assert found.value is True
    assert found.judgement is not None
    for gap in ({"by": ""}, {"on": None}, {"reason": ""}):
        open_judgement = fact("temporary_purpose", case({"temporary_purpose": judged(True, **gap)}))
        assert (open_judgement.value, open_judgement.ask) == (None, ("temporary_purpose",))
    unjudged = judged(True)
    unjudged = type(unjudged)(Ternary.UNKNOWN, unjudged.by, unjudged.on, unjudged.reason)
    assert fact("temporary_purpose", case({"temporary_purpose": unjudged})).value is None
    assert fact("temporary_purpose", case()).value is None


def test_the_decision_evaluated():
    assert fact("decision_kind", case(), kind=DecisionKind.EXTENSION).value == "extension"
    assert fact("granted_title", case(), title_id="25_3").value == "25_3"
    assert fact("evaluation_date", case()).value == TODAY


# Proof


def test_the_weakest_proof_decides():
    proven = case(
        status_periods=Answer((status("D60a_2_1", "2020-01-01"),), proof=Proof.ORIGINAL),
        absence_periods=Answer((), proof=Proof.SEEN),
    )
    assert fact("stay_25b_months", proven).proof is Proof.SEEN
    assert fact("tolerated_now", proven).proof is Proof.ORIGINAL
    assert fact("civic_knowledge", proven).proof is None


def test_a_paper_proves_until_its_last_day():
    paper = Paper("p1", "health_insurance", Proof.COPY, valid_until=date(2026, 11, 22))
    insured = case(health_insurance=Answer("statutory", paper="p1"))
    insured = type(insured)(insured.client, insured.facts, papers=(paper,))
    assert fact("health_insurance", insured, "2026-11-22").proof is Proof.COPY
    assert fact("health_insurance", insured, "2026-11-23").proof is Proof.OUT_OF_DATE


def test_a_paper_that_is_not_there_changes_nothing():
    insured = case(health_insurance=Answer("statutory", proof=Proof.SEEN, paper="lost"))
    assert fact("health_insurance", insured).proof is Proof.SEEN


def test_what_a_fact_rests_on():
    found = fact(
        "stay_25b_months",
        case(status_periods=(status("D60a_2_1", "2020-01-01"),), absence_periods=(absence("2021-01-01"),)),
    )
    assert {"status_periods", "absence_periods"} <= set(found.inputs)


def test_a_disputed_answer_makes_what_rests_on_it_disputed():
    contested = case(family_members=Answer((child("2015-01-01"),), disputed=True))
    assert fact("family_members", contested).disputed
    assert fact("lives_with_minor_unmarried_child", contested).disputed


# The view


def test_every_fact_is_computed_once_for_all_titles(monkeypatch: pytest.MonkeyPatch):
    counted: list[str] = []
    compute = type(DERIVED["tolerated_now"]).compute

    def counting(self: object, basis: Basis, of: str | None) -> FactValue:
        counted.append(self.rule.__name__)  # type: ignore[attr-defined]
        return compute(self, basis, of)  # type: ignore[arg-type]

    monkeypatch.setattr(type(DERIVED["tolerated_now"]), "compute", counting)
    shared = CaseDay(PACK, case(status_periods=(title("25_3", "2025-01-01", "2027-01-01"),)), TODAY)
    for title_id in ("25_3", "25b_1"):
        facts = shared.facts(title_id, DecisionKind.GRANT)
        for _ in range(2):
            facts.fact("tolerated_now")
            facts.fact("months_since_title_issue")
            facts.fact("holds", "25_3")
            facts.fact("holds", "25_5")
    assert counted.count("tolerated_now") == 1
    assert counted.count("months_since_title_issue") == 2
    assert counted.count("holds") == 2


def test_a_fact_that_hangs_on_the_title_needs_one():
    held = case(status_periods=(title("25_3", "2025-01-01", "2027-01-01"),))
    with pytest.raises(LookupError):
        CaseDay(PACK, held, TODAY).fact("months_since_title_issue")


def test_waivers_need_author_and_reason():
    found = Waiver("25b_1.u4", "mk", TODAY, "untypical")
    empty = Waiver("25b_1.u5", "mk", TODAY, "")
    known = case()
    known = type(known)(known.client, waivers=MappingProxyType({"25b_1.u4": found, "25b_1.u5": empty}))
    facts = case_facts(PACK, known, TODAY, "25b_1", DecisionKind.GRANT)
    assert facts.waiver("25b_1.u4") is found
    assert facts.waiver("25b_1.u5") is None
    assert facts.waiver("25b_1.u6") is None


@pytest.mark.parametrize("name", sorted(DERIVED))
def test_a_case_without_answers_says_what_to_ask(name: str):
    topics: dict[str, str] = {"holds": "25_3", "health_waiver": "language"}
    asked_only = {"protection_ceased": DecisionKind.EXTENSION}
    found = fact(name, case(), of=topics.get(name), kind=asked_only.get(name, DecisionKind.GRANT))
    assert found.value is None
    assert not found.disputed
    assert found.unknown is not None
    assert found.ask
    assert set(found.ask) <= set(found.inputs)


@pytest.mark.parametrize("name", sorted(DERIVED))
def test_facts_do_not_change_what_they_read(name: str):
    known = case(
        status_periods=(status("D60a_2_1", "2020-01-01"),),
        convictions=(conviction("fine", 10),),
        asylum_procedures=(),
        applications=(),
    )
    topics = {"holds": "25_3", "health_waiver": "language"}
    assert fact(name, known, of=topics.get(name)) == fact(name, known, of=topics.get(name))


def test_notes_are_values():
    assert Note.of("gap_trivial", days=3) == Note.of("gap_trivial", days=3)
    assert Note.of("gap_trivial", days=3) != Note.of("gap_trivial", days=4)
    assert len({Note.of("gap_trivial", days=3), Note.of("gap_trivial", days=3)}) == 1
    assert Duration(72) > Duration(71, 29)


# What hangs on the title ----------------------------------------------------------------------------------


def test_an_answer_is_shared_by_all_decisions_alike_in_what_was_asked() -> None:
    held = case(status_periods=(title("25_3", "2025-01-01", "2027-01-01"),))
    shared = CaseDay(PACK, held, TODAY)
    grant = DecisionKind.GRANT
    months = {
        name: shared.facts(name, grant).fact("months_since_title_issue")
        for name in ("25_3", "25_1", "25_2_1")
    }
    assert months["25_1"] is months["25_2_1"]  # only asked whether it is the title held
    assert months["25_3"] is not months["25_1"]
    assert months["25_3"] is shared.facts("25_3", DecisionKind.EXTENSION).fact("months_since_title_issue")
    assert ("months_since_title_issue", None) not in shared.shared
    without = CaseDay(PACK, case(), TODAY)
    without.facts("25_3", grant).fact("months_since_title_issue")
    assert ("months_since_title_issue", None) in without.shared  # nothing was asked of the decision


def test_every_title_finds_what_it_would_find_alone() -> None:
    held = case(
        status_periods=(title("25_3", "2025-01-01", "2027-01-01"),),
        protection_ended="no",
        applications=(),
        birth_date=day("2000-01-01"),
    )
    shared = CaseDay(PACK, held, TODAY)
    names = [name for name, each in DERIVED.items() if each.of_title]
    assert names
    for name in names:
        for of in ("course", "residence_12a") if name == "first_permit_of_kind" else (None,):
            for title_id in ("25_1", "25_3", "25_4_2", "26_4", "25b_4", "25_3"):
                for kind in DecisionKind:
                    alone = CaseDay(PACK, held, TODAY).facts(title_id, kind).fact(name, of)
                    assert shared.facts(title_id, kind).fact(name, of) == alone, (name, title_id, kind)
