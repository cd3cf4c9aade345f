"""What the office says of itself: nothing wrong and nothing twice is saved; the page with the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.services.declarations.profile import LONGEST, OfficeProfile
from desktop.ui.kit.jobs import HeldJobs, ImmediateJobs
from desktop.ui.office_profile.presenter import ProfilePresenter
from desktop.ui.office_profile.view import OfficeProfilePage
from tests.ui.conftest import NOW

KEPT = OfficeProfile(
    name="Beratung Süd",
    address=("Musterweg 1", "01067 Dresden"),
    representatives=("Ada Muster", "Bo Muster", "Cy Muster"),
    officer="Dr. Beispiel, datenschutz@beispiel.invalid",
    body="public",
)


class Store:
    def __init__(self, profile=KEPT):
        self.profile, self.kept = profile, []

    def read(self):
        return self.profile

    def keep(self, profile):
        self.profile = profile
        self.kept.append(profile)


class View:
    shown, wrong, saved, problem = None, None, None, None

    def show_profile(self, profile):
        self.shown = profile

    def show_wrong(self, wrong):
        self.wrong = wrong

    def show_saved(self, at):
        self.saved = at

    def show_problem(self, problem):
        self.problem = problem


def put_together(jobs=None):
    store, view = Store(), View()
    return ProfilePresenter(jobs or ImmediateJobs(), store, view, lambda: NOW), store, view


def test_what_is_written_is_kept_once():
    presenter, store, view = put_together()
    presenter.enter()
    assert view.shown == KEPT
    for _ in range(2):
        presenter.save({"contact": "0351 1"})
    assert [each.contact for each in store.kept] == ["0351 1"]
    assert store.profile.representatives == KEPT.representatives
    assert (view.saved, view.wrong) == (NOW, {})


def test_nothing_is_saved_before_it_is_known_what_is_kept():
    jobs = HeldJobs()
    presenter, store, _ = put_together(jobs)
    presenter.enter()
    presenter.save({"name": "zu früh"})
    jobs.release()
    assert (store.kept, jobs.waiting) == ([], [])


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("officer", "x" * (LONGEST + 1), "officer"),
        ("address", ("x" * (LONGEST + 1),), "address"),
        ("address", tuple("1234567"), "address"),
        ("representatives", ("Ada", "x" * (LONGEST + 1)), "representative_2"),
    ],
)
def test_a_field_that_cannot_stand_on_a_sheet_says_so_and_nothing_is_saved(field, value, said):
    presenter, store, view = put_together()
    presenter.enter()
    presenter.save({field: value, "contact": "0351 1"})
    assert list(view.wrong) == [said]
    assert store.kept == []
    presenter.save({"contact": "0351 1"})
    assert (view.wrong, len(store.kept)) == ({}, 1)


@pytest.fixture
def page(look, shown):
    view, store = OfficeProfilePage(look), Store()
    presenter = ProfilePresenter(ImmediateJobs(), store, view, lambda: NOW)
    view.due.connect(presenter.save)
    assert not view.form.isEnabled()
    presenter.enter()
    shown(view)
    view.form.fields["name"].setFocus()
    yield view, store
    del presenter  # until here: Qt does not keep alive whose method it calls


def test_the_page_shows_and_returns_every_field(page):
    view, _ = page
    assert OfficeProfile(**view.written()) == KEPT


def test_typed_with_the_keyboard_and_saved_when_the_page_is_left(page, keyboard):
    view, store = page
    keyboard.press(Qt.Key.Key_End)
    keyboard.type(" e. V.")
    keyboard.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    keyboard.type("0351 1")
    assert store.kept == []
    view.flush()
    (kept,) = store.kept
    assert (kept.name, kept.contact, kept.address) == ("Beratung Süd e. V.", "0351 1", KEPT.address)
    assert "14:03" in view._saved.text()


def test_an_office_without_an_officer_keeps_no_name_of_one(page):
    view, store = page
    view.form.fields["has_officer"].editor.setFocus()
    buttons = view.form.fields["has_officer"].editor
    buttons._group.button(1).click()
    assert not view.form.fields["officer"].isVisible()
    view.flush()
    assert (store.profile.no_officer, store.profile.officer) == (True, "")
    buttons._group.button(0).click()
    view.flush()
    assert (store.profile.no_officer, store.profile.officer) == (False, KEPT.officer)


def test_seven_lines_of_address_are_said_beneath_the_field(page):
    view, store = page
    view.form.fields["address"].editor.setPlainText("\n".join("1234567"))
    view.flush()
    assert "6 Zeilen" in view.form.fields["address"].problem
    assert store.kept == []
