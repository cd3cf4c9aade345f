"""What stands beside a verdict is made when somebody asks for it, and is then the same as ever."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from threading import Thread
from types import MappingProxyType

from desktop.cases.answers import Answer, Unknown
from desktop.cases.periods import PartialDate
from desktop.rules.assess import assess
from desktop.rules.facts.view import CaseDay
from desktop.rules.results import Assessment
from desktop.services import assessment

from .conftest import TODAY

ONLY_FOR_A_CONSEQUENCE = ("asylblg_under_25_5", None)


def evaluated(law, case, pack=None) -> tuple[CaseDay, Assessment]:
    pack = pack or law.pack
    day = CaseDay(pack, case, TODAY)
    return day, assess(pack, day.facts, TODAY, assessment.decision_kinds(law, case, TODAY))


def test_verdicts_and_reasons_derive_nothing_that_only_a_consequence_reads(law, samples):
    day, found = evaluated(law, samples["muenchen-abschiebungsverbot"])
    assert [each for each in found.titles if each.routes and not each.reasons()] == []
    assert ONLY_FOR_A_CONSEQUENCE not in day.shared
    assert found.title("25_5").consequences
    assert ONLY_FOR_A_CONSEQUENCE in day.shared


def test_once_complete_nothing_is_derived_any_more(law, samples):
    for case in samples.values():
        day, found = evaluated(law, case)
        found.complete()
        before = set(day.shared), set(day.tested), set(day.met)
        for each in found.titles:
            assert None not in (each.open, each.warnings, each.consequences, each.sources)
        assert assessment.open_questions(law, found, case) is not None
        assert (set(day.shared), set(day.tested), set(day.met)) == before


def test_the_order_of_asking_does_not_matter(law, samples):
    for case in samples.values():
        _, first = evaluated(law, case)
        first.complete()
        _, last = evaluated(law, case)
        for each in reversed(last.titles):
            beside = each.consequences, each.warnings, each.open
            title = first.title(each.norm.id)
            assert beside == (title.consequences, title.warnings, title.open)
        assert first == last


def test_results_with_other_questions_beside_the_same_verdict_are_not_equal(law, samples):
    case = samples["offene-fragen"]
    _, before = evaluated(law, case)
    asked = next(iter(before.title("25b_1").open_inputs))
    answer = Answer(Unknown.CLIENT_DOES_NOT_KNOW, by="mk", on=TODAY)
    _, same = evaluated(law, replace(case, facts=MappingProxyType({**case.facts})))
    assert before.title("25b_1") == same.title("25b_1")
    assert asked in same.title("25b_1").open_inputs
    _, other = evaluated(law, case.with_fact(asked, answer))
    assert before.title("25b_1") != other.title("25b_1")


def test_two_threads_may_ask(law, samples):
    case = samples["offene-fragen"]
    _, wanted = evaluated(law, case)
    wanted.complete()
    for _ in range(5):
        _, found = evaluated(law, case)
        asking = [
            Thread(target=lambda titles=titles: [each.complete() for each in titles])
            for titles in (found.titles, found.titles[::-1])
        ]
        for each in asking:
            each.start()
        for each in asking:
            each.join()
        assert found == wanted


def test_a_number_that_a_consequence_needs_and_the_day_lacks_is_told_with_the_verdict(law, samples):
    """Such a title says so itself at once, so that no page breaks later."""
    decided = Answer(PartialDate.exactly(date(2026, 1, 2)), by="mk", on=TODAY)
    case = samples["muenchen-abschiebungsverbot"].with_fact("suspension_decided_on", decided)
    assert evaluated(law, case)[1].title("25_5").not_covered is None
    terms, name = law.pack.terms, "asylblg_25_5_months"
    poorer = replace(terms, terms=MappingProxyType({**terms.terms, name: ()}))
    _, found = evaluated(law, case, replace(law.pack, terms=poorer, tables=replace(law.pack.tables)))
    assert name in str(found.title("25_5").not_covered)
    assert found.title("25_5").verdict is None
    assert found.title("25b_1").not_covered is None
