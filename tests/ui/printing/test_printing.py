from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop.cases.applications import Application, DecisionKind
from desktop.cases.casefile import CaseFile
from desktop.cases.people import Client
from desktop.cases.periods import PartialDate
from desktop.errors import CannotOpen, Problem
from desktop.services.sheets import slips
from desktop.ui.kit.jobs import HeldJobs
from desktop.ui.kit.pdf_pages import PRINTER_DPI, rendered
from desktop.ui.printing import room
from desktop.ui.printing.presenter import PrintingPresenter

NOW = datetime(2026, 11, 22, 14, 3)


class Released:
    """An office that has released everything."""

    def covers(self, code, block, rendering):
        return True


class FakeView:
    def __init__(self):
        self.pages, self.approved, self.problem, self.done, self.offer_pdf = (), "", None, "", False
        self.printer, self.printed, self.place, self.choice, self.shown = True, (), None, None, 0

    def show_offer(self, offer, choice, late):
        self.offer, self.choice, self.late = offer, choice, late

    def show_busy(self):
        self.busy = True

    def show_sheet(self, pages, approved):
        self.pages, self.approved = pages, approved
        self.shown += 1

    def show_problem(self, problem, offer_pdf=False):
        self.problem, self.offer_pdf = problem, offer_pdf

    def show_done(self, sentence):
        self.done = sentence

    def has_printer(self):
        return self.printer

    def print_pages(self, pages):
        self.printed = pages
        return True

    def ask_where(self, file_name):
        self.asked = file_name
        return self.place


@pytest.fixture
def presented(context_of, sample):
    def make(name="muenchen-abschiebungsverbot", jobs=None):
        context, view = context_of(sample(name), jobs), FakeView()
        presenter = PrintingPresenter(context, view, lambda: NOW, "Beratungsstelle Muster")
        context.desk.open("1")
        return presenter, view, context

    return make


def words_of(view):
    return " ".join(page.text for page in view.pages).replace("\xa0", " ")


def test_nothing_is_made_until_somebody_looks(presented):
    presenter, view, context = presented()
    assert not view.pages
    presenter.enter()
    assert view.pages
    presenter.leave()
    shown = view.shown
    context.answer("birth_date", context.desk.case.value("birth_date"))
    assert view.shown == shown


def test_the_sheet_for_this_situation_is_chosen_already(presented):
    presenter, view, _ = presented()
    presenter.enter()
    choice = view.choice
    assert (choice.kind, choice.title_id, choice.occasion) == ("checklist", "25_3", "first")
    assert choice.authority_id == "core:muenchen"
    assert choice.language == "de"
    assert "Samuel Vorlage" in words_of(view)
    assert dict(view.offer.languages) == {"de": "Deutsch", "en": "English"}


def test_another_sheet_or_language_is_made_at_once(presented):
    presenter, view, _ = presented()
    presenter.enter()
    presenter.choose(kind="letter")
    assert "beantrage" in words_of(view)
    presenter.choose(kind="checklist", language="en")
    assert "Checklist" in words_of(view)


def test_a_title_that_allows_one_occasion_only_takes_it(presented):
    presenter, view, _ = presented()
    presenter.enter()
    presenter.choose(title_id="25_4_2")
    assert view.choice.occasion == "extension"


def test_characters_without_a_font_are_named_beside_the_sheet(context_of, sample):
    case = sample("muenchen-abschiebungsverbot")
    context, view = context_of(replace(case, client=replace(case.client, name="中文"))), FakeView()
    presenter = PrintingPresenter(context, view, lambda: NOW, "")
    context.desk.open("1")
    presenter.enter()
    assert view.pages
    assert "中 (U+4E2D), 文 (U+6587)." in context.texts.problem(view.problem)


def test_approval_takes_the_draft_mark_away_and_says_who_and_when(presented):
    presenter, view, _ = presented()
    presenter.enter()
    draft = view.pages[0].data
    presenter.approve(True)
    assert view.approved == "freigegeben von mk, 14:03 Uhr"
    assert view.pages[0].data != draft
    presenter.approve(False)
    assert view.pages[0].data == draft


def test_a_letter_stays_a_draft_until_the_client_has_confirmed_it_too(presented):
    presenter, view, context = presented()
    presenter.enter()
    presenter.choose(kind="letter")
    presenter.approve(True)
    approved_alone = view.pages[0].data
    presenter.confirm(True)
    assert view.choice.confirmed_on == context.today()
    assert view.pages[0].data != approved_alone
    presenter.choose(language="en")
    assert view.choice.confirmed_on is None
    assert not view.choice.approved


def test_what_nobody_has_seen_is_not_approved(presented):
    presenter, view, context = presented()
    presenter.enter()
    presenter.approve(True)
    presenter.choose(kind="letter")
    assert not view.choice.approved
    presenter.approve(True)
    context.answer("order_58a", False)
    context.answer("entry_unlawful", True)
    assert not view.choice.approved
    assert not view.approved


def test_the_printer_gets_the_bytes_of_the_preview(presented):
    presenter, view, _ = presented()
    presenter.enter()
    presenter.print()
    assert len(view.printed) == len(view.pages)
    assert [page.text for page in view.printed] == [page.text for page in view.pages]
    assert view.printed[0].grey
    assert view.printed[0].width == pytest.approx(210 / 25.4 * PRINTER_DPI, abs=2)
    assert view.done == "An den Drucker gesendet."


def test_without_a_printer_one_sentence_and_the_pdf(presented):
    presenter, view, _ = presented()
    presenter.enter()
    view.printer = False
    presenter.print()
    assert view.offer_pdf
    assert "Drucker" in presenter._context.texts.problem(view.problem)
    assert not view.printed


def test_saving_keeps_the_name_of_the_client_out_of_the_file_name(presented, tmp_path):
    presenter, view, _ = presented()
    presenter.enter()
    view.place = tmp_path / "blatt"
    presenter.save()
    assert "Samuel" not in view.asked
    assert "Vorlage" not in view.asked
    saved = tmp_path / "blatt.pdf"
    assert rendered(saved.read_bytes())[0].data == view.pages[0].data
    assert view.done == "Gespeichert als blatt.pdf."


def test_giving_up_saves_nothing(presented, tmp_path):
    presenter, view, _ = presented()
    presenter.enter()
    presenter.save()
    assert not view.done
    assert view.problem is None


@pytest.mark.parametrize("place", [Path("gibt-es-nicht") / "blatt.pdf"])
def test_a_place_that_refuses_is_said_in_one_sentence(presented, tmp_path, place):
    presenter, view, _ = presented()
    presenter.enter()
    view.place = tmp_path / place
    presenter.save()
    assert isinstance(view.problem, CannotOpen)
    assert not view.done


def test_a_full_disk_is_said_in_one_sentence(presented, tmp_path, monkeypatch):
    from desktop.services import printing

    def full(*_):
        raise CannotOpen("Der Datenträger ist voll.")

    monkeypatch.setattr(printing, "write", full)
    presenter, view, _ = presented()
    presenter.enter()
    view.place = tmp_path / "blatt.pdf"
    presenter.save()
    assert isinstance(view.problem, Problem)


def test_a_sheet_that_comes_too_late_is_dropped(presented):
    jobs = HeldJobs()
    presenter, view, _ = presented(jobs=jobs)
    presenter.enter()
    jobs.release()
    presenter.choose(language="en")
    presenter.choose(kind="letter")
    while jobs.waiting:
        jobs.release(len(jobs.waiting) - 1)
    assert (view.choice.kind, view.choice.language) == ("letter", "en")
    assert view.shown == 2


def test_why_it_is_late_is_asked_only_when_it_is(presented):
    presenter, view, _ = presented("chancen-aufenthalt")
    presenter.enter()
    presenter.choose(kind="letter")
    assert not view.late


def test_checklist_and_letter_take_four_inputs(look, shown, context_of, sample, keyboard, monkeypatch):
    from desktop.ui.kit import printer

    sent: list[int] = []

    def sending(_, pages):
        sent.append(len(pages))
        return True

    monkeypatch.setattr(printer, "has_printer", lambda: True)
    monkeypatch.setattr(printer, "print_pages", sending)
    context = context_of(sample("muenchen-abschiebungsverbot"))
    view, presenter = room.build(look, context, lambda: NOW, "Beratungsstelle")
    context.desk.open("1")
    shown(view)
    presenter.enter()  # Alt+7 in the case
    view.setFocus()
    view.print.click()  # Ctrl+P
    keyboard.press(Qt.Key.Key_2)  # the letter
    assert presenter._choice is not None
    assert presenter._choice.kind == "letter"
    view.print.click()
    assert len(sent) == 2
    assert 1 + 1 + keyboard.inputs + 1 <= 4


def test_the_page_shows_every_page_fitted_to_the_width(look, shown, context_of, sample):
    context = context_of(sample("muenchen-abschiebungsverbot"))
    view, presenter = room.build(look, context, lambda: NOW, "Beratungsstelle")
    context.desk.open("1")
    shown(view)
    presenter.enter()
    pages = view.preview._pages
    assert pages
    assert all(page.width() <= view.preview.viewport().width() for page in pages)
    assert pages[0].accessibleName() == f"Seite 1 von {len(pages)}"
    assert "Samuel Vorlage" in pages[0].accessibleDescription()


def test_a_slip_is_of_a_date_that_can_be_chosen(presented):
    presenter, view, _ = presented("hessen-haertefall")
    presenter.enter()
    assert not view.offer.subjects
    presenter.choose(kind="slip")
    dates = list(view.offer.subjects)
    assert dates[0][1].startswith("So 20.12.2026")
    assert view.choice.which == dates[0][0]
    assert "Fristenzettel" in words_of(view)
    presenter.choose(which=dates[1][0])
    assert "Pass" in words_of(view)
    assert view.choice.which == dates[1][0]
    presenter.choose(kind="checklist")
    assert not view.offer.subjects
    assert view.choice.which == ""


def test_a_hand_out_stands_beside_the_language_of_the_client(context_of, sample):
    case = sample("chancen-aufenthalt")
    client = replace(case.client, language="prs")
    context, view = context_of(replace(case, client=client)), FakeView()
    presenter = PrintingPresenter(context, view, lambda: NOW, "")
    context.desk.open("1")
    presenter.enter()
    assert not view.offer.beside
    presenter.choose(kind="handout")
    assert view.choice is not None
    assert view.choice.beside == "fa"
    assert dict(view.offer.subjects).keys() == {"held", "asked"}
    assert dict(view.offer.beside)["tr"].endswith("Türkisch")
    assert [name for name, _ in view.offer.columns] == ["both", "german", "other"]
    presenter.choose(beside="de")
    assert not view.offer.columns
    assert "Was mein Papier bedeutet" in words_of(view)
    presenter.choose(which="asked")
    assert "Was dieser Titel bedeuten würde" in " ".join(words_of(view).split())


def test_a_translation_that_the_office_released_is_not_warned_of(context_of, sample):
    case, asked = sample("chancen-aufenthalt"), []
    context, view = context_of(case), FakeView()

    def released():
        asked.append(1)
        return Released()

    presenter = PrintingPresenter(context, view, lambda: NOW, "", released=released)
    context.desk.open("1")
    presenter.enter()
    presenter.choose(kind="handout", beside="en")
    assert asked
    assert "This translation has not been reviewed yet." not in words_of(view)
    warned = PrintingPresenter(context, view, lambda: NOW, "")
    context.desk.open("1")
    warned.enter()
    warned.choose(kind="handout", beside="en")
    assert "This translation has not been reviewed yet." in " ".join(words_of(view).split())


def test_the_page_asks_for_a_hand_out_what_it_needs(qtbot, look, context_of, sample):
    context = context_of(sample("chancen-aufenthalt"))
    page, presenter = room.build(look, context, lambda: NOW, "")
    qtbot.addWidget(page)
    page.show()
    context.desk.open("1")
    presenter.enter()
    assert not page.beside.isVisible()
    assert not page.columns.isVisible()
    presenter.choose(kind="handout", beside="ar")
    assert all(each.isVisible() for each in (page.beside, page.columns, page.which, page.approve))
    assert not any(each.isVisible() for each in (page.language, page.title, page.occasion, page.authority))
    presenter.choose(which="asked")
    assert page.title.isVisible()


def test_a_case_without_dates_says_so_and_other_sheets_can_still_be_chosen(context_of):
    context, view = context_of(CaseFile(Client("Ali Leer"))), FakeView()
    presenter = PrintingPresenter(context, view, lambda: NOW, "")
    context.desk.open("1")
    presenter.enter()
    presenter.choose(kind="slip")
    assert view.problem is not None
    assert not view.pages
    presenter.print()
    assert not view.printed
    presenter.choose(kind="checklist")
    assert view.pages


def test_the_page_asks_only_what_the_sheet_needs(qtbot, look, context_of, sample):
    context = context_of(sample("hessen-haertefall"))
    page, presenter = room.build(look, context, lambda: NOW, "")
    qtbot.addWidget(page)
    page.show()
    context.desk.open("1")
    presenter.enter()
    assert not page.which.isVisible()
    presenter.choose(kind="slip")
    assert page.which.isVisible()
    assert not any(each.isVisible() for each in (page.title, page.authority, page.occasion, page.approve))
    presenter.choose(kind="letter")
    assert not page.which.isVisible()
    assert all(each.isVisible() for each in (page.title, page.authority, page.occasion, page.approve))


def test_the_proof_of_filing_of_an_application(presented):
    presenter, view, context = presented("hessen-haertefall")
    filed = Application("25_4_2", DecisionKind.EXTENSION, PartialDate.parse("2026-11-20"))
    presenter.enter()
    context.answer("applications", (filed,))
    presenter.choose(kind="filing")
    assert [words for _, words in view.offer.subjects] == ["20.11.2026 · §\xa025 Abs. 4 S. 2 · Verlängerung"]
    assert "Nachweis der Antragstellung" in words_of(view)
    assert "ENTWURF" in words_of(view).replace(" ", "").replace("\n", "").replace("\r", "")
    presenter.approve(True)
    assert "ENTWURF" not in words_of(view).replace(" ", "").replace("\n", "").replace("\r", "")


def test_a_slip_wished_for_elsewhere_is_there_when_the_page_is_entered(presented):
    presenter, view, context = presented()
    subjects = slips.subjects(context.reference, context.desk.case, context.today(), context.texts)
    wished = subjects[1][0]
    presenter.wish("slip", wished)
    assert not view.pages
    presenter.enter()
    assert (view.choice.kind, view.choice.which) == ("slip", wished)
    presenter.choose(kind="checklist")
    presenter.leave()
    presenter.wish("slip", subjects[0][0])
    presenter.enter()
    assert (view.choice.kind, view.choice.which) == ("slip", subjects[0][0])
