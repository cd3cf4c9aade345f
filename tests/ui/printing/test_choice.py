"""Which sheets are chosen and made: task, ticks, language, title, slip, hand-out."""

from dataclasses import replace
from datetime import date

from desktop.cases.applications import Application, DecisionKind
from desktop.cases.casefile import CaseFile
from desktop.cases.people import Client
from desktop.cases.periods import PartialDate
from desktop.services.sheets import slips
from desktop.ui.kit.jobs import HeldJobs
from tests.services.sheets.procedures import REFUSAL
from tests.ui.printing.making import Released, is_draft, only, words_of


def test_nothing_is_made_until_somebody_looks(presented):
    presenter, view, context = presented()
    assert not view.pages
    presenter.enter()
    assert view.pages
    presenter.leave()
    shown = view.shown
    context.answer("birth_date", context.desk.case.value("birth_date"))
    assert view.shown == shown


def test_the_set_for_this_situation_is_chosen_already(presented):
    presenter, view, _ = presented()
    presenter.enter()
    chosen = view.chosen
    assert chosen.kinds == ("checklist", "letter", "handout")
    assert (chosen.shared.title_id, chosen.shared.occasion) == ("25_3", "first")
    assert chosen.shared.authority_id == "core:muenchen"
    assert chosen.shared.language == "de"
    assert dict(view.offer.tasks)["apply"] == "Titel beantragen"
    assert "Samuel Vorlage" in words_of(view)
    assert dict(view.offer.languages) == {"de": "Deutsch", "en": "English"}
    assert list(view.starts) == ["checklist", "letter", "handout"]


def test_another_task_brings_its_own_sheets_and_a_tick_one_more(presented):
    presenter, view, _ = presented()
    presenter.enter()
    presenter.choose_task("explain")
    assert view.chosen.kinds == ("handout", "residence")
    presenter.tick("checklist", True)
    assert view.chosen.kinds == ("handout", "residence", "checklist")
    assert list(view.starts) == ["handout", "residence", "checklist"]
    presenter.tick("handout", False)
    presenter.tick("residence", False)
    presenter.tick("checklist", False)
    assert view.pages == ()
    presenter.print()
    assert view.run is None


def test_another_language_is_made_at_once(presented):
    presenter, view, _ = presented()
    presenter.enter()
    only(presenter, "checklist")
    presenter.choose("language", "en")
    assert "Checklist" in words_of(view)
    assert "Checkliste" not in words_of(view)


def test_a_title_that_allows_one_occasion_only_takes_it(presented):
    presenter, view, _ = presented()
    presenter.enter()
    presenter.choose("title_id", "25_4_2")
    assert view.chosen.shared.occasion == "extension"


def test_characters_without_a_font_are_named_beside_the_sheets(presented, sample):
    case = sample("muenchen-abschiebungsverbot")
    presenter, view, _ = presented(replace(case, client=replace(case.client, name="中文")))
    presenter.enter()
    assert view.pages
    assert any("中 (U+4E2D), 文 (U+6587)." in problem for problem in view.problems)


def test_sheets_that_come_too_late_are_dropped(presented):
    jobs = HeldJobs()
    presenter, view, _ = presented(jobs=jobs)
    presenter.enter()
    while jobs.waiting:
        jobs.release()
    shown = view.shown
    presenter.choose("language", "en")
    only(presenter, "reasons")
    while jobs.waiting:
        jobs.release(len(jobs.waiting) - 1)
    assert (view.chosen.kinds, view.chosen.shared.language) == (("reasons",), "en")
    assert view.shown == shown + 1


def test_a_slip_is_of_a_date_that_can_be_chosen(presented):
    presenter, view, _ = presented("hessen-haertefall")
    presenter.enter()
    assert not [kind for kind, _, _ in view.offer.subjects if kind == "slip"]
    only(presenter, "slip")
    ((kind, _, dates),) = view.offer.subjects
    assert kind == "slip"
    assert dates[0][1].startswith("So 20.12.2026")
    assert dict(view.chosen.subjects)["slip"] == dates[0][0]
    assert "Fristenzettel" in words_of(view)
    presenter.about("slip", dates[1][0])
    assert "Pass" in words_of(view)
    assert not view.offer.approvable
    presenter.tick("checklist", True)
    assert view.offer.approvable


def test_a_hand_out_stands_beside_the_language_of_the_client(presented, sample):
    case = sample("chancen-aufenthalt")
    presenter, view, _ = presented(replace(case, client=replace(case.client, language="prs")))
    presenter.enter()
    only(presenter, "handout")
    assert view.chosen.shared.beside == "fa"
    ((_, _, subjects),) = view.offer.subjects
    assert dict(subjects).keys() == {"held", "asked"}
    assert dict(view.offer.beside)["tr"].endswith("Türkisch")
    assert [name for name, _ in view.offer.columns] == ["both", "german", "other"]
    presenter.choose("beside", "de")
    assert not view.offer.columns
    assert "Was mein Papier bedeutet" in words_of(view)
    presenter.about("handout", "asked")
    assert "Was dieser Titel bedeuten würde" in " ".join(words_of(view).split())


def test_a_translation_that_the_office_released_is_not_warned_of(presented):
    warning = "This translation has not been reviewed yet."
    for released, warned in (({"released": Released()}, False), ({}, True)):
        presenter, view, _ = presented("chancen-aufenthalt", **released)
        presenter.enter()
        only(presenter, "handout")
        presenter.choose("beside", "en")
        assert (warning in " ".join(words_of(view).split())) is warned


def test_an_empty_case_says_which_sheet_cannot_be_made_and_prints_the_others(presented):
    presenter, view, _ = presented(CaseFile(Client("Ali Leer")))
    presenter.enter()
    only(presenter, "checklist")
    presenter.tick("handout", True)
    assert view.pages
    assert "checklist" in view.starts


def test_the_proof_of_filing_of_an_application(presented):
    presenter, view, context = presented("hessen-haertefall")
    filed = Application("25_4_2", DecisionKind.EXTENSION, PartialDate.parse("2026-11-20"))
    presenter.enter()
    context.answer("applications", (filed,))
    presenter.choose_task("filed")
    assert view.chosen.kinds == ("filing",)
    assert "Nachweis der Antragstellung" in words_of(view)
    assert is_draft(view)
    presenter.approve(True)
    assert not is_draft(view)


def test_a_slip_wished_for_elsewhere_is_there_when_the_page_is_entered(presented):
    presenter, view, context = presented()
    subjects = slips.subjects(context.reference, context.desk.case, context.today(), context.texts)
    wished = subjects[1][0]
    presenter.wish("slip", wished)
    assert not view.pages
    presenter.enter()
    assert (view.chosen.kinds, dict(view.chosen.subjects)["slip"]) == (("slip",), wished)
    only(presenter, "checklist")
    presenter.leave()
    presenter.wish("slip", subjects[0][0])
    presenter.enter()
    assert (view.chosen.kinds, dict(view.chosen.subjects)["slip"]) == (("slip",), subjects[0][0])


def test_letters_for_a_decision_are_about_the_one_that_was_looked_at(presented):
    presenter, view, context = presented("muenchen-abschiebungsverbot")
    letters = (replace(REFUSAL, id="old", dated_on=date(2026, 11, 1)), REFUSAL)
    context.desk.change(replace(context.desk.case, letters=letters))
    presenter.enter()
    assert dict(view.chosen.subjects)["handover"] == REFUSAL.id
    presenter.approve(True)
    presenter.leave()
    found = slips.subjects(context.reference, context.desk.case, context.today(), context.texts)
    of_old = next(name for name, _ in found if "old" in name and not name.startswith("letter:"))
    presenter.wish_task("decision", ("old", of_old))
    presenter.enter()
    assert (view.chosen.task, view.chosen.kinds) == ("decision", ("slip", "handover"))
    about = dict(view.chosen.subjects)
    assert (about["handover"], about["slip"]) == ("old", of_old)
    assert not view.chosen.shared.approved
