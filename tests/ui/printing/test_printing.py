from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop.cases.applications import Application, DecisionKind
from desktop.cases.casefile import CaseFile
from desktop.cases.people import Client
from desktop.cases.periods import PartialDate
from desktop.errors import CannotOpen
from desktop.services.sheets import slips
from desktop.ui.kit.jobs import HeldJobs
from desktop.ui.kit.pdf_pages import PRINTER_DPI, rendered
from desktop.ui.printing import room
from desktop.ui.printing.presenter import PrintingPresenter
from tests.ui.kept_prints import KeptPrints

NOW = datetime(2026, 11, 22, 14, 3)


class Released:
    """An office that has released everything."""

    def covers(self, code, block, rendering):
        return True


class FakeRun:
    def __init__(self, count):
        self.numbers, self.pages, self.finished, self.aborted = range(count), [], False, False

    def put(self, page):
        self.pages.append(page)

    def finish(self):
        self.finished = True

    def abort(self):
        self.aborted = True


class FakeView:
    def __init__(self):
        self.pages, self.approved, self.problem, self.done, self.offer_pdf = (), "", None, "", False
        self.printer, self.run, self.place, self.chosen, self.shown = True, None, None, None, 0
        self.problems, self.earlier, self.looked_at, self.pictures, self.asked_printer = (), (), "", {}, None

    def show_offer(self, offer, chosen):
        self.offer, self.chosen = offer, chosen

    def show_busy(self):
        self.busy = True

    def show_sheets(self, pages, approved, starts):
        self.pages, self.approved, self.starts = pages, approved, starts
        self.shown += 1

    def show_picture(self, number, dpi, page):
        self.pictures[number] = page

    def show_problems(self, problems):
        self.problems = problems

    def show_paragraphs(self, paragraphs, edits):
        self.paragraphs, self.edits = paragraphs, edits

    def show_problem(self, problem, offer_pdf=False):
        self.problem, self.offer_pdf = problem, offer_pdf

    def show_done(self, sentence):
        self.done = sentence

    def show_earlier(self, prints, shown):
        self.earlier, self.looked_at = prints, shown

    def has_printer(self):
        return self.printer

    def begin_printing(self, count, ask):
        self.asked_printer = ask
        self.run = FakeRun(count)
        return self.run

    def ask_where(self, file_name):
        self.asked = file_name
        return self.place


@pytest.fixture
def presented(context_of, sample):
    def make(case="muenchen-abschiebungsverbot", jobs=None, **more):
        found = sample(case) if isinstance(case, str) else case
        context, view = context_of(found, jobs), FakeView()
        prints = KeptPrints(context.reference, context.today(), **more)
        presenter = PrintingPresenter(context, view, lambda: NOW, prints)
        context.desk.open("1")
        return presenter, view, context

    return make


@pytest.fixture
def page_of(look, shown, context_of, sample):
    def make(case="muenchen-abschiebungsverbot", **more):
        found = sample(case) if isinstance(case, str) else case
        context = context_of(found)
        prints = KeptPrints(context.reference, context.today())
        page, presenter = room.build(look, context, lambda: NOW, prints, **more)
        context.desk.open("1")
        shown(page)
        presenter.enter()
        return page, presenter, prints

    return make


def only(presenter, kind):
    """This sheet alone."""
    presenter.choose_task("any")
    presenter.tick(kind, True)


def words_of(view):
    return " ".join(page.text for page in view.pages).replace("\xa0", " ")


def is_draft(view):
    return "ENTWURF" in "".join(words_of(view).split())


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


def test_approval_takes_the_draft_mark_away_and_says_who_and_when(presented):
    presenter, view, _ = presented()
    presenter.enter()
    only(presenter, "checklist")
    assert is_draft(view)
    presenter.approve(True)
    assert view.approved == "freigegeben von mk, 14:03 Uhr"
    assert not is_draft(view)
    presenter.approve(False)
    assert is_draft(view)


def test_who_may_not_approve_is_told_so_and_it_stays_a_draft(presented):
    presenter, view, _ = presented()
    presenter.enter()
    presenter._prints.nobody_approves = True
    presenter.approve(True)
    assert view.problem is not None
    assert not view.chosen.shared.approved
    assert is_draft(view)


def test_a_letter_stays_a_draft_until_the_client_has_confirmed_it_too(presented):
    presenter, view, context = presented()
    presenter.enter()
    only(presenter, "letter")
    presenter.approve(True)
    assert is_draft(view)
    presenter.confirm(True)
    assert view.chosen.shared.confirmed_on == context.today()
    assert not is_draft(view)
    presenter.choose("language", "en")
    assert view.chosen.shared.confirmed_on is None
    assert not view.chosen.shared.approved


def test_what_nobody_has_seen_is_not_approved(presented):
    presenter, view, context = presented()
    presenter.enter()
    for change in (
        lambda: presenter.tick("reasons", True),
        lambda: presenter.choose_task("explain"),
        lambda: presenter.answer("ground", "x"),
        lambda: context.answer("order_58a", False),
    ):
        presenter.approve(True)
        assert view.chosen.shared.approved
        change()
        assert not view.chosen.shared.approved
        assert not view.approved


def test_an_answer_stands_in_the_letter(presented):
    presenter, view, _ = presented("hessen-haertefall")
    presenter.enter()
    only(presenter, "letter")
    asked = next(each for each in view.offer.questions if each.kind.value in ("text", "line"))
    presenter.answer(asked.id, "Wort für Wort so getippt")
    assert view.offer.answers[asked.id] == "Wort für Wort so getippt"
    assert "Wort für Wort so getippt" in " ".join(words_of(view).split())


def test_a_paragraph_is_worded_anew_for_this_print(presented):
    presenter, view, _ = presented("hessen-haertefall")
    presenter.enter()
    only(presenter, "letter")
    assert view.paragraphs == ()
    presenter.show_wording(True)
    kind, last = view.paragraphs[-1]
    presenter.approve(True)
    presenter.word(kind, last, last.text + " Dafür danke ich Ihnen sehr.")
    assert "Dafür danke ich Ihnen sehr." in " ".join(words_of(view).split())
    assert not view.chosen.shared.approved
    (first,) = [each for _, each in view.paragraphs if each.request][:1]
    presenter.word("letter", first, "")
    assert view.problem is not None
    assert len(view.edits) == 1
    presenter.take_edits_back()
    assert "Dafür danke ich Ihnen sehr." not in " ".join(words_of(view).split())


def test_one_job_of_the_printer_gets_every_page_of_the_preview(presented):
    presenter, view, _ = presented()
    presenter.enter()
    presenter.print()
    run = view.run
    assert [page.text for page in run.pages] == [page.text for page in view.pages]
    assert run.finished
    assert not view.asked_printer
    assert run.pages[0].grey
    assert run.pages[0].width == pytest.approx(210 / 25.4 * PRINTER_DPI, abs=2)
    assert view.done == "An den Drucker gesendet."


def test_what_was_printed_is_listed_and_printed_again_as_it_was(presented):
    presenter, view, context = presented()
    presenter.enter()
    assert view.earlier == []
    presenter.print()
    (kept,) = view.earlier
    assert kept.kinds == ("checklist", "letter", "handout")
    before = [page.text for page in view.pages]
    case = context.desk.case
    context.desk.change(replace(case, client=replace(case.client, name="Ganz Anders")))
    assert [page.text for page in view.pages] != before
    presenter.look_at(kept.id)
    assert [page.text for page in view.pages] == before
    assert view.looked_at == kept.id
    presenter.print()
    assert [page.text for page in view.run.pages] == before
    assert len(view.earlier) == 1
    presenter.look_at("")
    assert view.looked_at == ""
    assert "Ganz Anders" in words_of(view)


def test_a_page_that_fails_stops_the_job(presented, monkeypatch):
    from desktop.ui.printing import presenter as module

    presenter, view, _ = presented()
    presenter.enter()

    def fails(*_, **__):
        raise CannotOpen("Es geht nicht.")

    monkeypatch.setattr(module, "rendered_page", fails)
    presenter.print()
    assert view.run.aborted
    assert not view.run.finished
    assert view.problem is not None
    assert view.earlier == []


def test_without_a_printer_one_sentence_and_the_pdf(presented):
    presenter, view, _ = presented()
    presenter.enter()
    view.printer = False
    presenter.print()
    assert view.offer_pdf
    assert "Drucker" in presenter._context.texts.problem(view.problem)
    assert view.run is None


def test_saving_keeps_the_name_of_the_client_out_of_the_file_name(presented, tmp_path):
    presenter, view, _ = presented()
    presenter.enter()
    view.place = tmp_path / "blatt"
    presenter.save()
    assert "Samuel" not in view.asked
    assert "Vorlage" not in view.asked
    saved = tmp_path / "blatt.pdf"
    assert [page.text for page in rendered(saved.read_bytes())] == [page.text for page in view.pages]
    assert view.done == "Gespeichert als blatt.pdf."
    assert [each.way for each in view.earlier] == ["file"]


def test_giving_up_saves_nothing(presented, tmp_path):
    presenter, view, _ = presented()
    presenter.enter()
    presenter.save()
    assert not view.done
    assert view.problem is None
    assert view.earlier == []


@pytest.mark.parametrize("place", [Path("gibt-es-nicht") / "blatt.pdf"])
def test_a_place_that_refuses_is_said_in_one_sentence(presented, tmp_path, place):
    presenter, view, _ = presented()
    presenter.enter()
    view.place = tmp_path / place
    presenter.save()
    assert isinstance(view.problem, CannotOpen)
    assert not view.done
    assert view.earlier == []


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


# The page


def test_checklist_letter_and_hand_out_take_four_inputs(page_of, keyboard, monkeypatch):
    from desktop.settings import PrinterSetup
    from desktop.ui.kit import printer

    runs = []

    def begin(_, count, setup, *, ask):
        runs.append((FakeRun(count), ask))
        return runs[-1][0], setup

    monkeypatch.setattr(printer, "has_printer", lambda: True)
    monkeypatch.setattr(printer, "begin", begin)
    page, _, prints = page_of(setup=lambda: PrinterSetup("Büro"))  # Ctrl+P in the case: one input
    page.print.setFocus()
    inputs = 2  # and Ctrl+P again, which presses the button
    page.print.click()
    ((run, asked),) = runs
    assert (run.finished, asked) == (True, False)
    assert prints.kept[0][1].kinds == ("checklist", "letter", "handout")
    assert inputs + keyboard.inputs <= 4


def test_pages_are_fitted_to_the_width_and_drawn_when_they_come_into_sight(page_of, qtbot):
    page, _, _ = page_of()
    views = page.preview._pages
    assert len(views) > 4
    assert all(view.width() <= page.preview.viewport().width() for view in views)
    assert views[0].accessibleName() == f"Seite 1 von {len(views)}"
    assert "Samuel Vorlage" in views[0].accessibleDescription()
    qtbot.waitUntil(lambda: views[0].image is not None)
    assert views[-1].image is None
    page.preview.setFocus()
    for _ in views:
        page.preview.keyPressEvent(_key(Qt.Key.Key_PageDown))
    qtbot.waitUntil(lambda: views[-1].image is not None)
    assert views[0].image is None
    assert not page.turning.next.isEnabled()
    assert page.turning.back.isEnabled()


def test_zoom_draws_sharper_and_comes_back(page_of, qtbot):
    page, _, _ = page_of()
    preview = page.preview
    qtbot.waitUntil(lambda: preview._pages[0].image is not None)
    width = preview._pages[0].width()
    preview.keyPressEvent(_key(Qt.Key.Key_Plus))
    assert preview._pages[0].width() > width
    preview.set_zoom(300)
    assert preview.percent == 300
    qtbot.waitUntil(
        lambda: preview._pages[0].image is not None and preview._pages[0].image.width() >= 3 * 793
    )
    preview.keyPressEvent(_key(Qt.Key.Key_0))
    assert preview._pages[0].width() == width
    assert page.turning.zoom.value() == "width"
    preview.set_zoom("page")
    assert preview._pages[0].height() <= preview.viewport().height()


def _key(key):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    return QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)


def test_the_page_asks_only_what_the_sheets_need(page_of):
    page, presenter, _ = page_of("hessen-haertefall")
    choosing = page.choosing
    of_a_title = (choosing.title, choosing.authority, choosing.occasion)
    presenter.choose_task("any")
    presenter.tick("slip", True)
    assert choosing.subjects.isVisible()
    assert not any(each.isVisible() for each in (*of_a_title, page.approve, page.confirm))
    assert not choosing.beside.isVisible()
    presenter.tick("slip", False)
    presenter.tick("letter", True)
    assert not choosing.subjects.isVisible()
    assert all(each.isVisible() for each in (*of_a_title, page.approve, page.confirm, choosing.asked))
    presenter.tick("handout", True)
    assert all(each.isVisible() for each in (choosing.beside, choosing.columns))


def test_a_tick_brings_the_sheet_into_sight(page_of, qtbot):
    page, presenter, _ = page_of()
    presenter.tick("handout", False)
    page.choosing._boxes["handout"].click()
    start = presenter._stack.parts[-1].page - 1
    assert start > 0
    qtbot.waitUntil(lambda: page.preview.in_sight == start)


def test_the_wording_is_changed_on_the_page(page_of, qtbot):
    page, _, _ = page_of("hessen-haertefall")
    assert page.wording.fields == []
    page.wording.toggle.click()
    field = page.wording.fields[-1]
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.setPlainText(field.toPlainText() + " Vielen Dank.")
    page.print.setFocus()
    assert page.wording.back.isVisible()
    page.wording.back.click()
    assert "Vielen Dank." not in page.wording.fields[-1].toPlainText()
    page.wording.toggle.click()
    assert page.wording.fields == []


def test_an_earlier_print_is_looked_at_and_left_again(page_of, tmp_path):
    page, presenter, _ = page_of()
    assert page.earlier.isHidden()
    page.ask_where = lambda _: tmp_path / "blatt.pdf"
    presenter.save()
    assert page.earlier.isVisible()
    (row,) = page.earlier.looks
    assert "Checkliste" in row.accessibleName()
    row.click()
    assert not any(each.isVisible() for each in (page.choosing, page.details, page.approve, page.confirm))
    assert page.print.isEnabled()
    page.earlier.back.click()
    assert all(each.isVisible() for each in (page.choosing, page.details, page.approve, page.confirm))
    assert page.earlier.back.isHidden()


def test_the_page_says_how_many_answers_a_good_letter_lacks(page_of, qtbot):
    page, presenter, _ = page_of("hessen-haertefall")
    asked = page.choosing.asked
    needed = [each for each in asked._questions if each.needed]
    assert page.open_questions.text().startswith(str(len(needed)))
    page.open_questions.click()
    assert asked.fields[needed[0].id].hasFocus()
    for each in needed:
        presenter.answer(each.id, "Tatsachen")
    assert page.open_questions.isHidden()
