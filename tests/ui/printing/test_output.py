"""Printed, saved and printed again; printers and places that refuse."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.errors import CannotOpen
from desktop.ui.kit.pdf_pages import PRINTER_DPI, rendered
from tests.ui.printing.making import words_of


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
    from desktop.ui.printing import sending as module

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
