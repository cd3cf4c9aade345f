"""Each sample gives the verdict it is there for, for the reason it is there for."""

from datetime import timedelta

import pytest

from desktop.rules.questions import Asked
from desktop.rules.standing import Standing, standing_of
from desktop.rules.verdict import Verdict
from desktop.services import assessment, deadlines
from desktop.services.samples import SAMPLE_DAY, sample_cases

from .conftest import TODAY

FOR = {
    "sachsen-pflege": ("25_4_1", Verdict.DISCRETION_OPEN),
    "bayern-familie": ("25_2_1", Verdict.ENTITLEMENT_INDICATED),
    "jena-aufnahmezusage": ("23_2", Verdict.DISCRETION_OPEN),
    "hessen-haertefall": ("25_4_2", Verdict.DISCRETION_OPEN),
    "muenchen-abschiebungsverbot": ("25_3", Verdict.SHOULD_BE_GRANTED),
    "chancen-aufenthalt": ("25b_1", Verdict.SHOULD_BE_GRANTED),
}


def test_the_samples_are_these(samples):
    assert set(samples) == {*FOR, "offene-fragen", "derzeit-nicht-moeglich"}


@pytest.mark.parametrize(("name", "title", "verdict"), [(name, *each) for name, each in FOR.items()])
def test_a_sample_leads_to_its_title(law, samples, name, title, verdict):
    found = assessment.assess(law, samples[name], TODAY)
    assert found.title(title).verdict == verdict
    assert found.titles[0].norm.id == title
    assert [each.norm.id for each in found.titles if each.verdict in at_least(verdict)] == [title]


def at_least(verdict) -> set[Verdict]:
    return {each for each in Verdict if each >= verdict}


def test_what_is_not_known_gives_no_verdict(law, samples):
    found = assessment.assess(law, samples["offene-fragen"], TODAY)
    assert found.titles[0].verdict is Verdict.FACTS_MISSING
    assert found.title("25b_1").verdict is Verdict.FACTS_MISSING
    asked = assessment.open_questions(law, found, samples["offene-fragen"])
    questions = [each.input_id for each in asked]
    assert questions[-2:] == ["asylum_procedures", "convictions"]  # asked in vain: not before the rest
    assert [each.asked for each in asked[-2:]] == [Asked.NOT_KNOWN, Asked.WILL_NOT_SAY]
    assert {each.asked for each in asked[:-2]} == {Asked.NEVER}


def test_where_nothing_is_possible_nothing_is_promised(law, samples):
    found = assessment.assess(law, samples["derzeit-nicht-moeglich"], TODAY)
    assert {each.verdict for each in found.titles} <= {Verdict.NOT_AVAILABLE, None}
    (reason,) = found.title("25b_1").reasons()
    assert reason.leaf.cls.is_bar  # § 25b Abs. 2 Nr. 2: not a missing condition


@pytest.mark.parametrize("name", ["sachsen-pflege", "jena-aufnahmezusage", "hessen-haertefall"])
def test_discretion_is_open_because_the_livelihood_is_not_secured(law, samples, name):
    """§ 5 Abs. 3 S. 2: the authority may waive it, so it is no hard no."""
    title, _ = FOR[name]
    result = assessment.assess(law, samples[name], TODAY).title(title)
    assert [reason.leaf.id for reason in result.reasons()] == ["G5_1_1"]


def test_the_opportunity_residence_is_extended_into_25b(law, samples):
    """§ 104c Abs. 2 S. 1 with § 25b Abs. 8: a Soll, limited by nothing but its nature."""
    result = assessment.assess(law, samples["chancen-aufenthalt"], TODAY).title("25b_1")
    assert result.decision_kind.value == "extension"
    assert result.limited_by == "cap"


def test_the_family_is_entitled_without_the_general_conditions(law, samples):
    """§ 5 Abs. 3 S. 1: livelihood, identity and passport are not asked for."""
    result = assessment.assess(law, samples["bayern-familie"], TODAY).title("25_2_1")
    assert result.finding is not None
    waived = [leaf for leaf in result.finding.leaves() if standing_of(leaf) is Standing.NOT_REQUIRED]
    assert {"G5_1_1", "G5_1_1a", "G5_1_4"} <= {leaf.leaf.id for leaf in waived}


@pytest.mark.parametrize("name", [*FOR, "offene-fragen", "derzeit-nicht-moeglich"])
def test_every_sample_has_dates_ahead(law, samples, name):
    assert any(not due.settled and due.day >= TODAY for due in deadlines.of(law, samples[name], TODAY))


def test_the_samples_can_be_read_long_before_and_after_their_day(law):
    for day in (SAMPLE_DAY - timedelta(days=4000), SAMPLE_DAY + timedelta(days=4000)):
        assert len(sample_cases(law, day)) == 8


def test_every_authority_page_has_its_sample(samples):
    authorities = {case.value("responsible_abh") for case in samples.values()}
    pages = {"core:sachsen", "core:bayern", "core:jena", "core:hessen", "core:muenchen"}
    assert pages <= authorities
