"""From the sheets to where own letters are written and translations released, and back, choices kept."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.services.declarations.profile import OfficeProfile
from desktop.services.own_letters import OwnLetter
from tests.ui.printing.making import Released, only, words_of

OWN = OwnLetter("own1", "Nachfrage", "Nachfrage", "Wie weit ist der Antrag?")


def test_where_the_office_has_no_own_letter_the_task_says_so(presented):
    presenter, view, _ = presented()
    presenter.enter()
    assert view.offer.own_letters == ""
    assert dict(view.offer.tasks)["own"] == "Brief nach eigener Vorlage"
    presenter.choose_task("own")
    assert (view.offer.own_letters, view.offer.sheets, view.pages) == ("none", [], ())
    presenter.choose_task("any")
    assert view.offer.own_letters == "none"


def test_the_first_own_letter_is_there_as_soon_as_one_comes_back(presented):
    presenter, view, _ = presented()
    presenter.enter()
    presenter.choose("title_id", "25_5")
    presenter.choose_task("own")
    presenter.leave()
    presenter._prints.own = (OWN,)
    presenter.enter()
    assert (view.chosen.task, view.chosen.kinds) == ("own", ("own",))
    assert view.chosen.shared.title_id == "25_5"
    assert view.offer.own_letters == "some"
    assert "Wie weit ist der Antrag?" in words_of(view)


def test_a_letter_changed_elsewhere_is_made_anew_and_is_a_draft_again(presented):
    presenter, view, _ = presented()
    presenter._prints.own = (OWN,)
    presenter.enter()
    presenter.choose_task("own")
    presenter.approve(True)
    presenter.confirm(True)
    presenter.leave()
    presenter._prints.own = (replace(OWN, text="Bitte antworten Sie."),)
    presenter.enter()
    assert "Bitte antworten Sie." in words_of(view)
    assert (view.chosen.shared.approved, view.chosen.shared.confirmed_on) == (False, None)


def test_what_did_not_change_is_not_made_anew(presented):
    presenter, view, _ = presented()
    presenter.enter()
    shown = view.shown
    presenter.leave()
    presenter.enter()
    assert view.shown == shown
    presenter.leave()
    presenter._prints.profile = OfficeProfile(name="Andere Stelle")
    presenter.enter()
    assert view.shown == shown + 1


def test_a_release_takes_the_warning_away_and_leaves_every_choice(presented):
    presenter, view, _ = presented("chancen-aufenthalt")
    presenter.enter()
    only(presenter, "handout")
    presenter.choose("beside", "tr")
    presenter.approve(True)
    assert view.offer.to_review == {"handouts": ("tr", "Türkisch")}
    chosen = view.chosen
    presenter.leave()
    presenter._prints.released = Released()
    presenter.enter()
    assert view.offer.to_review == {}
    assert view.chosen == chosen


@pytest.mark.parametrize("way", [("columns", "german"), ("beside", "de")])
def test_only_a_translation_that_is_printed_wants_a_review(presented, way):
    presenter, view, _ = presented("chancen-aufenthalt")
    presenter.enter()
    only(presenter, "handout")
    presenter.choose("beside", "tr")
    presenter.choose(*way)
    assert view.offer.to_review == {}
    presenter.tick("handout", False)
    presenter.tick("checklist", True)
    assert view.offer.to_review == {}


def test_the_buttons_are_where_something_is_missing(page_of, keyboard):
    went = []
    page, presenter, _ = page_of("chancen-aufenthalt", go_for=lambda *where: went.append(where))
    choosing = page.choosing
    assert not choosing.write.isVisible()
    presenter.choose("beside", "fa")
    assert choosing.reviews["handouts"].isVisible()
    assert choosing.reviews["handouts"].words.text() == "Übersetzung nicht geprüft: Persisch (Dari/Farsi)."
    choosing.reviews["handouts"].button.setFocus()
    keyboard.press(Qt.Key.Key_Space)
    presenter.choose_task("own")
    assert choosing.no_letters.isVisible()
    assert choosing.write.text() == choosing.write.accessibleName() == "Eigenes Schreiben verfassen …"
    assert not choosing.reviews["handouts"].isVisible()
    choosing.task.setFocus()
    keyboard.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is choosing.write
    keyboard.press(Qt.Key.Key_Return)
    assert went == [("translations", "fa handouts"), ("own_letters", "")]


def test_reading_copies_are_reviewed_apart(presented):
    presenter, view, _ = presented("hessen-haertefall")
    presenter.enter()
    only(presenter, "letter")
    presenter.choose("beside", "tr")
    presenter.choose("copies", True)
    assert view.offer.to_review == {"copies": ("tr", "Türkisch")}
    presenter.tick("handout", True)
    assert view.offer.to_review.keys() == {"copies", "handouts"}
    presenter.choose("copies", False)
    assert view.offer.to_review.keys() == {"handouts"}
    presenter.tick("handout", False)
    presenter.choose("beside", "en")
    presenter.choose("copies", True)
    assert "copies" not in view.offer.to_review
