"""What an application would do on a day, and entering one."""

from dataclasses import replace
from datetime import date

from desktop.cases.periods import PartialDate


def test_filing_says_what_it_does_and_what_it_does_not(presented):
    page = presented("muenchen-abschiebungsverbot")
    view, presenter = page.view, page.filing
    assert not view.effect
    assert view.title == "25_3"
    presenter.file("25_3", PartialDate.exactly(date(2026, 12, 1)))
    assert view.effect.sign == "overdue"
    assert view.effect.words.startswith("Der Antrag hat keine Wirkung")
    page = presented("chancen-aufenthalt")
    view, presenter = page.view, page.filing
    presenter.file("25b_1", PartialDate.exactly(date(2026, 12, 30)))
    assert view.effect.words.startswith("Der bisherige Titel gilt bis zur Entscheidung fort")
    presenter.file("25_3", PartialDate.exactly(date(2026, 12, 30)))
    assert view.effect.sign == "overdue"
    presenter.file("25b_1", PartialDate.exactly(date(2027, 1, 1)))
    assert "anordnen" in view.effect.words
    presenter.file("25b_1", None)
    assert view.effect is None


def test_without_a_title_held_or_asked_for_the_best_one_is_proposed(presented, sample):
    assert presented("muenchen-abschiebungsverbot").view.title == "25_3"
    view = presented(replace(sample("muenchen-abschiebungsverbot"), requests=())).view
    assert view.title == "25_3"
    assert view.titles[0][0] != "25_3"


def test_an_application_is_entered_with_its_day_and_a_plan_follows(presented):
    page = presented("chancen-aufenthalt")
    page.filing.file("25b_1", PartialDate.exactly(date(2026, 11, 20)))
    assert page.view.recordable
    page.filing.record(True)
    (made,) = page.case.value("applications")
    assert (made.title_id, made.received_proof, made.decision_kind.value) == ("25b_1", True, "extension")
    page.filing.record(True)
    assert page.view.problem is not None
    assert len(page.case.value("applications")) == 1
    assert {each.name: each.value for each in page.view.asked.questions} == {
        "plan": "application",
        "event": PartialDate.exactly(date(2026, 11, 20)),
    }
    page.standing.answer("plan", {"plan": "application", "event": PartialDate.exactly(date(2026, 11, 20))})
    assert len(page.case.entries) == 4
    page.filing.file("25b_1", PartialDate.exactly(date(2026, 12, 20)))
    assert not page.view.recordable
