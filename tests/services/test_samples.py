"""Each sample gives the verdict it is there for, for the reason it is there for."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.rules.questions import Asked
from desktop.rules.standing import Standing, standing_of
from desktop.rules.verdict import Verdict
from desktop.services import assessment, clients, deadlines, due
from desktop.services.samples import SAMPLE_DAY, sample_cases

from .conftest import NOW, TODAY

LETTER_DAYS = ("dated_on", "sent_on", "received_on")
FOR = {
    "sachsen-pflege": ("25_4_1", Verdict.DISCRETION_OPEN),
    "bayern-familie": ("25_2_1", Verdict.ENTITLEMENT_INDICATED),
    "jena-aufnahmezusage": ("23_2", Verdict.DISCRETION_OPEN),
    "hessen-haertefall": ("25_4_2", Verdict.DISCRETION_OPEN),
    "muenchen-abschiebungsverbot": ("25_3", Verdict.SHOULD_BE_GRANTED),
    "chancen-aufenthalt": ("25b_1", Verdict.SHOULD_BE_GRANTED),
}


def test_the_samples_are_these(samples):
    assert set(samples) == {*FOR, "offene-fragen", "derzeit-nicht-moeglich", "nur-angerufen"}


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
        assert len(sample_cases(law, day)) == 9


def test_every_authority_page_has_its_sample(samples):
    authorities = {case.value("responsible_abh") for case in samples.values()}
    pages = {"core:sachsen", "core:bayern", "core:jena", "core:hessen", "core:muenchen"}
    assert pages <= authorities


def test_the_office_has_something_of_each_kind_before_it(session, samples):
    """Without it the pages of the demo would show nothing of what they are for."""
    for case in samples.values():
        clients.add(session, case, NOW)
    counted = due.counts(session, TODAY)
    assert min(counted.overdue, counted.today, counted.week, counted.coming) >= 1
    assert (counted.without_date, counted.at_rest) == (1, 1)
    assert any(line.letter for line in due.between(session, TODAY, TODAY + timedelta(days=60), TODAY))


@pytest.mark.parametrize("later", [1, 3, 4, 100, 4000])
def test_what_the_office_plans_lies_around_any_day(law, samples, later):
    """One of them is due on the day of the demo; 27.11. and 28.11.2026 are a Friday and a Saturday."""
    today = SAMPLE_DAY + timedelta(days=later)
    moved = sample_cases(law, today)
    for name, before in samples.items():
        case = moved[name]
        assert case.facts == before.facts
        for old, new in zip(before.entries, case.entries, strict=True):
            days = [new.day, new.made_on, new.done_on, new.start_on]
            assert all(day.weekday() < 5 for day in days if day is not None)
            assert abs(new.day - old.day - timedelta(days=later)) <= timedelta(days=2)
            made, done = new.made_on, new.done_on
            assert made is not None
            assert made < today
            assert done is None or made <= done < today
            assert (old.day < SAMPLE_DAY) is (new.day < today)
        for letter, moved_letter in zip(before.letters, case.letters, strict=True):
            dated, sent, received = (getattr(moved_letter, name) for name in LETTER_DAYS)
            assert dated <= sent < received < today
            kept = {name: getattr(letter, name) for name in LETTER_DAYS}
            assert replace(moved_letter, **kept) == letter
        assert (case.rest is None) is (before.rest is None)
        assert case.rest is None or case.rest.covers(today)
    (remedy,) = (each for each in deadlines.of(law, moved["derzeit-nicht-moeglich"], today) if each.letter)
    assert today < remedy.act_by < today + timedelta(days=35)


def test_before_their_day_the_samples_are_as_written(law, samples):
    assert sample_cases(law, SAMPLE_DAY - timedelta(days=30)) == samples
