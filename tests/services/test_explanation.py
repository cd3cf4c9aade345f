"""Why a title comes to its verdict: one sentence, and one page that hides nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop import resources
from desktop.cases.answers import Proof, Ternary, Waiver
from desktop.rules.facts.value import FactValue
from desktop.rules.standing import Standing, standing_of
from desktop.rules.verdict import BEST, LeafClass, Verdict
from desktop.services import assessment, explanation
from desktop.services.explanation import Days, Explanation, explain, in_one_sentence
from desktop.services.words.weighed import weighed
from desktop.texts import Language, Texts

from .conftest import TODAY

NOW = Days(TODAY, TODAY)


def texts_in(language: Language) -> Texts:
    return Texts(language, resources.path("i18n"))


def page(law, case, title: str, days: Days = NOW, language: Language = "en") -> Explanation:
    found = assessment.assess(law, case, days.decision, title=title, applied_on=days.applied_on).titles[0]
    return explain(law, found, texts_in(language), days)


@pytest.mark.parametrize("language", ["de", "en"])
def test_one_sentence_says_verdict_nature_reason_and_the_day_of_the_law(law, samples, language):
    texts = texts_in(language)
    for case in samples.values():
        for result in assessment.assess(law, case, TODAY).titles:
            said = in_one_sentence(law, result, texts)
            assert "{" not in said
            if result.verdict is not None and result.effect is not None:
                assert texts.day(law.pack.law_checked_on) in said
                assert texts(explanation.NATURE_WORDS[result.effect]) in said
    closed = assessment.assess(law, samples["derzeit-nicht-moeglich"], TODAY, title="25b_1").titles[0]
    assert in_one_sentence(law, closed, texts_in("de")).replace("\xa0", " ") == (
        "Derzeit nicht möglich (Soll-Vorschrift): Es steht entgegen: Schweres Ausweisungsinteresse "
        "(§ 54 Abs. 1 oder Abs. 2 Nr. 1, 2). Rechtsstand 19.08.2026."
    )


def test_every_condition_that_matters_is_on_the_page_once(law, samples):
    """Against the leaves themselves: what is open or not met is told, whatever its class."""
    for case in samples.values():
        for result in assessment.assess(law, case, TODAY).titles:
            if result.finding is None:
                continue
            told = explain(law, result, texts_in("en"), NOW)
            lines = [line for group in told.groups for line in group.lines]
            lines += [*told.bars, *told.exceptions]
            shown = [(line.text, line.cite, line.standing) for line in lines]
            for leaf in weighed(result.finding):
                standing = standing_of(leaf)
                if standing not in (Standing.MET, Standing.NOT_REQUIRED):
                    label = texts_in("en").pick(leaf.node.label)  # type: ignore[attr-defined]
                    assert (label, leaf.node.cite, standing) in shown, (result.norm.id, label)  # type: ignore[attr-defined]
            deciding = {getattr(reason.node, "id", "") for reason in result.reasons()}
            assert {line.id for line in lines if line.decides} <= deciding
            if result.verdict is Verdict.NOT_AVAILABLE:
                assert any(line.decides for line in lines), result.norm.id


def test_within_a_class_what_is_met_comes_first_and_what_is_not_met_last(law, samples):
    told = page(law, samples["derzeit-nicht-moeglich"], "25b_1")
    order = list(explanation._ORDER)
    for group in told.groups:
        places = [order.index(line.standing) for line in group.lines]
        assert places == sorted(places)
    single = [group for group in told.groups if not group.one_of]
    assert all(len({line.cls for line in group.lines}) == 1 for group in single)
    classes = [group.lines[0].cls for group in single]
    assert classes == [cls for cls in LeafClass if cls in classes]
    choices = [group.heading for group in told.groups if group.one_of]
    assert "Spoken German A2 or an exception: one of these is enough" in choices


def test_a_bar_is_told_apart_from_a_condition(law, samples):
    told = page(law, samples["derzeit-nicht-moeglich"], "25b_1")
    (standing_in_the_way,) = [line for line in told.bars if line.standing is Standing.NOT_MET]
    assert standing_in_the_way.decides
    assert all(line.cls is not None and line.cls.is_bar for line in told.bars)
    assert not any(line.cls is not None and line.cls.is_bar for group in told.groups for line in group.lines)


def test_an_exception_is_named_only_while_it_can_help(law, samples):
    """§ 25 Abs. 1: EU law may limit the bar of § 5 Abs. 4."""
    case = samples["bayern-familie"]
    assert page(law, case, "25_2_1").exceptions == ()
    barred = case.with_judgement(
        "security_concern", replace(next(iter(case.judgements.values())), value=Ternary.YES)
    )
    told = page(law, barred, "25_2_1")
    assert [line.id for line in told.exceptions] == ["protection_overrides_5_4"]
    lifted = barred.with_judgement(
        "protection_overrides_5_4", replace(next(iter(case.judgements.values())), value=Ternary.YES)
    )
    assert page(law, lifted, "25_2_1").exceptions == ()


def test_what_may_be_disregarded_and_what_a_person_has_found(law, samples):
    told = page(law, samples["derzeit-nicht-moeglich"], "25b_1", language="de")
    assert "Die Behörde kann davon absehen: Kein Ausweisungsinteresse" in told.waivers
    assert "Im atypischen Fall nicht nötig: Dauer des ununterbrochenen Aufenthalts" in told.waivers
    finding = Waiver("25b_1.civic_knowledge", "mk", TODAY, "lernt gerade")
    case = replace(samples["derzeit-nicht-moeglich"], waivers={finding.leaf: finding})
    found = page(law, case, "25b_1", language="de").waivers
    assert any(
        each.startswith("Steht nach Einschätzung von mk vom 24.11.2026 nicht entgegen") for each in found
    )
    told = page(law, samples["bayern-familie"], "25_2_1")
    assert told.waivers == ()


@pytest.mark.parametrize("proof", list(Proof))
def test_met_but_not_proven_is_visible(law, samples, proof):
    case = samples["muenchen-abschiebungsverbot"]
    case = case.with_fact(
        "asylum_procedures", replace(case.answer("asylum_procedures"), proof=proof, paper=None)
    )
    case = case.with_fact(
        "removal_ban_source", replace(case.answer("removal_ban_source"), proof=proof, paper=None)
    )
    case = case.with_fact(
        "removal_ban_kind", replace(case.answer("removal_ban_kind"), proof=proof, paper=None)
    )
    told = page(law, case, "25_3")
    (line,) = [line for group in told.groups for line in group.lines if line.id == "ban_found"]
    assert line.standing is Standing.MET
    assert line.proof is proof
    unproven = proof in (Proof.CLAIMED, Proof.OUT_OF_DATE)
    assert (line in told.unproven) is unproven
    assert ("not yet proven" in line.said) is unproven
    assert explanation.proof_said(line, texts_in("en"))


def test_the_assumptions_come_with_the_days(law, samples):
    case = samples["sachsen-pflege"]
    assert "The decision is taken today, 24 Nov 2026." in page(law, case, "25_4_1").assumptions
    later = Days(date(2027, 3, 15), TODAY, date(2026, 12, 1))
    told = page(law, case, "25_4_1", later).assumptions
    assert "The decision is taken on 15 Mar 2027; until then nothing else changes in the case." in told
    assert "The application is filed on 1 Dec 2026." in told
    assert any("19 Aug 2026" in each for each in told)
    old = page(law, case, "25b_1", Days(date(2016, 5, 1), TODAY)).assumptions
    assert any("second hand" in each for each in old)


def test_an_open_fact_that_counts_both_ways_is_named_as_assumed(law, samples):
    """No sample has one; which facts are assumed is tested where that is found out (`tests/rules`)."""
    (result,) = assessment.assess(law, samples["offene-fragen"], TODAY, title="25b_1").titles
    sentence = "This is open, but every answer leads to the same result."
    assert not any(sentence in each for each in explain(law, result, texts_in("en"), NOW).assumptions)
    assumed = replace(result, assumed=((("holds_104c", None), FactValue(True)),))
    told = explain(law, assumed, texts_in("en"), NOW).assumptions
    (line,) = (each for each in told if sentence in each)
    assert line.endswith(f": yes. {sentence}")


def test_nothing_is_left_open_where_all_is_met(law, samples):
    result = assessment.assess(law, samples["bayern-familie"], TODAY, title="25_2_1").titles[0]
    assert result.verdict is BEST
    told = explain(law, result, texts_in("en"), NOW)
    assert {line.standing for group in told.groups for line in group.lines} <= {
        Standing.MET,
        Standing.NOT_REQUIRED,
    }
    assert told.without_bar == ""
