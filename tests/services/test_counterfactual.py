"""What would have to change in a case: with days, tried on the case itself, in words and as data."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop import resources
from desktop.cases.answers import Answer
from desktop.rules.alternatives import ChangeKind, Supposed
from desktop.rules.assess import settle
from desktop.rules.carriers import ScalarFacts
from desktop.rules.changes import Goal
from desktop.rules.facts.view import CaseDay
from desktop.rules.results import TitleResult
from desktop.rules.verdict import Verdict
from desktop.services import changelist, counterfactual
from desktop.services.counterfactual import CaseChanges, TitleChanges
from desktop.services.words.changes import ChangeWords
from desktop.texts import Language, Texts
from tests.invented import invented_cases

from .conftest import TODAY


@pytest.fixture(scope="module")
def found(law, samples) -> dict[str, CaseChanges]:
    return {name: counterfactual.counterfactual(law, case, TODAY) for name, case in samples.items()}


def goals(title: TitleChanges) -> list[Goal]:
    assert title.changes is not None
    return [goal for goal in (title.changes.best, title.changes.not_no) if goal is not None]


def best_of(result: TitleResult) -> Verdict:
    assert result.version is not None
    examination = result.version.examination(result.decision_kind)
    assert examination is not None
    return examination.best


def test_every_title_below_its_cap_is_told_and_no_other(found, law, samples):
    from desktop.services import assessment

    for name, told in found.items():
        results = assessment.assess(law, samples[name], TODAY).titles
        below = [
            each.norm.id for each in results if each.verdict is not None and each.verdict < best_of(each)
        ]
        assert [title.result.norm.id for title in told.titles] == below


def test_no_goal_is_above_the_cap_and_a_bounded_search_says_so(law, found):
    words = ChangeWords(law.pack, texts_in("en"))
    for told in found.values():
        for title in told.titles:
            assert title.changes is not None
            for goal in goals(title):
                assert ("not every one was looked at" in words.bounded(goal)) is goal.cut
                assert title.changes.now < goal.verdict <= title.changes.cap
                assert all(step.kind is not ChangeKind.NEVER for each in goal.changes for step in each.steps)


def test_one_title_is_told_even_at_its_cap(law, samples):
    told = counterfactual.counterfactual(law, samples["bayern-familie"], TODAY, title="25_2_1")
    (title,) = told.titles
    assert title.changes is not None
    assert title.changes.best is None


def test_a_title_without_a_verdict_has_no_changes(law, samples):
    told = counterfactual.counterfactual(law, samples["chancen-aufenthalt"], TODAY, title="104c_holder")
    assert told.titles[0].changes is None
    assert told.titles[0].result.verdict is None


# Time


def stay(law, samples) -> tuple[TitleChanges, date]:
    """A stay that lasts long enough on a day, and the day."""
    told = counterfactual.counterfactual(law, samples["chancen-aufenthalt"], date(2022, 6, 1), title="25b_1")
    (title,) = told.titles
    (wait,) = {each for (fact, _), each in title.waits.items() if fact[0] == "stay_25b_months"}
    assert wait.day == date(2024, 10, 1)  # eight years, as the law of the day asked
    return title, wait.day


def test_the_day_that_time_brings_is_the_first_one(law, samples):
    title, day = stay(law, samples)
    assert title.changes is not None
    goal = title.changes.best
    assert goal is not None
    step = next(each for each in goal.changes[0].steps if each.fact[0] == "stay_25b_months")
    wait = title.wait(step, goal)
    assert wait is not None
    assert not wait.if_continued
    for offset, reached in ((-1, False), (0, True), (1, True)):
        case_day = CaseDay(law.pack, samples["chancen-aufenthalt"], day + timedelta(offset))
        facts: ScalarFacts = case_day.facts("25b_1", title.result.decision_kind)
        assert all(facts.leaf(leaf) is Verdict.ENTITLEMENT_INDICATED for leaf in step.leaves) is reached


def test_where_the_papers_run_out_the_day_holds_only_if_the_stay_goes_on(law, samples):
    told = counterfactual.counterfactual(law, samples["derzeit-nicht-moeglich"], TODAY, title="25b_1")
    (title,) = told.titles
    waits = {fact[0]: wait for (fact, _), wait in title.waits.items()}
    assert waits["stay_25b_months"].day == date(2028, 6, 10)
    assert waits["stay_25b_months"].if_continued
    assert waits["stay_25b_months"].other_law
    assert waits["expulsion_interest_25b2"].day is None


def test_a_set_has_a_day_only_if_every_wait_has_one(law, samples):
    title, day = stay(law, samples)
    assert title.changes is not None
    goal = title.changes.best
    assert goal is not None
    waiting = [change for change in goal.changes if change.of(ChangeKind.TIME)]
    assert waiting
    assert {title.day(change, goal) for change in waiting} == {day}
    blind = replace(title, waits={key: replace(each, day=None) for key, each in title.waits.items()})
    assert {blind.day(change, goal) for change in waiting} == {None}


# On the case itself


def test_an_answer_that_moves_other_facts_is_tried_on_the_case(law, samples, monkeypatch):
    """A set is dropped if its answers, written into the case, do not lead there."""
    case = samples["jena-aufnahmezusage"].without_fact("admission_doc_date")
    told = counterfactual.counterfactual(law, case, TODAY, title="23_2")
    assert told.titles[0].changes is not None
    best = told.titles[0].changes.best
    assert best is not None
    assert "admission_doc_date" in {step.fact[0] for step in best.changes[0].steps}

    def forgets(self, case, step):
        return case.without_fact("admission_basis")

    monkeypatch.setattr(counterfactual._Trial, "_with", forgets)
    told = counterfactual.counterfactual(law, case, TODAY, title="23_2")
    assert told.titles[0].changes is not None
    assert told.titles[0].changes.best is None


def test_what_is_suggested_leads_there_when_it_is_entered(law, samples):
    """End to end: write the suggested answers into the case, evaluate it, and find the verdict."""
    from desktop.services import assessment

    case = samples["muenchen-abschiebungsverbot"].with_fact("order_58a", Answer(True))
    told = counterfactual.counterfactual(law, case, TODAY, title="25_3")
    assert told.titles[0].changes is not None
    assert told.titles[0].changes.best is None
    assert [step.fact[0] for step in told.titles[0].changes.fixed] == ["order_58a"]
    told = counterfactual.counterfactual(law, case.without_fact("order_58a"), TODAY, title="25_3")
    assert told.titles[0].changes is not None
    best = told.titles[0].changes.best
    assert best is not None
    (change,) = best.changes
    (step,) = change.steps
    assert step.kind is ChangeKind.TURNS_OUT
    answered = case.with_fact(step.fact[0], Answer(step.then.value))
    assert assessment.assess(law, answered, TODAY, title="25_3").titles[0].verdict is change.verdict


# Words


def texts_in(language: Language) -> Texts:
    return Texts(language, resources.path("i18n"))


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_text_promises_nothing_and_is_whole(law, found, language):
    texts = texts_in(language)
    for told in found.values():
        shown = changelist.as_text(law, told, texts)
        assert "{" not in shown
        for title in told.titles:
            assert title.result.norm.id in shown
    shown = changelist.as_text(law, found["derzeit-nicht-moeglich"], texts)
    told = (
        ("Das ist keine Zusage", "Kommt in Betracht: ", "Rechtsstand 19.08.2026", "trifft nicht zu: ")
        if language == "de"
        else ("This is no promise", "Comes into question: ", "law as of 19 Aug 2026", "does not apply: ")
    )
    for words in told:
        assert words in shown


def test_the_data_says_the_same(law, found):
    data = changelist.as_data(law, found["derzeit-nicht-moeglich"], texts_in("en"))
    title = next(each for each in data["titles"] if each["id"] == "25b_1")
    assert title["not_no"]["changes"][0]["steps"] == [
        {
            "fact": "expulsion_interest_25b2",
            "of": None,
            "kind": "time",
            "text": "does not apply: Weighty expulsion interest (§\u00a054(1) or (2) nos. 1, 2)",
            "cite": "§\u00a025b Abs. 2 Nr. 2 mit §\u00a054 Abs. 1, 2 Nr. 1, 2 AufenthG",
            "leaves": ["expulsion_interest"],
            "now": "yes",
            "day": None,
            "if_continued": False,
        }
    ]
    stay_step = next(
        step for step in title["best"]["changes"][0]["steps"] if step["fact"] == "stay_25b_months"
    )
    assert (stay_step["day"], stay_step["if_continued"]) == ("2028-06-10", True)


def test_on_invented_clients_every_set_suffices_and_none_can_be_smaller(law):
    """Over the facts of a real case file, for every title: evaluated with the steps, and without each."""
    told = 0
    for case in invented_cases(8, seed=11, today=TODAY):
        day = CaseDay(law.pack, case, TODAY)
        for title in counterfactual.counterfactual(law, case, TODAY).titles:
            assert title.changes is not None
            result = title.result
            assert result.version is not None
            examination = result.version.examination(result.decision_kind)
            assert examination is not None
            facts = day.facts(result.norm.id, result.decision_kind)

            def verdict(steps, examination=examination, facts=facts):
                supposed = Supposed(facts, {step.fact: step.then for step in steps})
                return settle(examination.whole, supposed, examination.splits)

            for goal in goals(title):
                for change in goal.changes:
                    told += 1
                    assert goal.verdict <= verdict(change.steps) <= title.changes.cap
                    for left in change.steps:
                        rest = [step for step in change.steps if step is not left]
                        assert verdict(rest) < goal.verdict, (result.norm.id, left.fact)
    assert told > 200
