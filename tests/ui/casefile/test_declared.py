"""Powers, releases, consents and sheets handed out in the client's file, entered with the keyboard."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.cases.declarations import Consent, Declaration, HandedOut, Power, Release
from desktop.ui.casefile import room
from desktop.ui.casefile.declared_presenter import DeclaredPresenter

LANGUAGES = [("de", "Deutsch"), ("en", "English")]
POWER = Power("abh", date(2026, 11, 2))
SHEET = HandedOut("privacy", date(2026, 11, 2))


class FakeView:
    found: tuple[Declaration, ...] = ()
    undo = ""

    def show_declarations(self, found):
        self.found = found

    def show_undo(self, sentence):
        self.undo = sentence


def test_every_change_reaches_the_case_and_is_taken_back(context_of, sample):
    both: tuple[Declaration, ...] = (POWER, SHEET)
    context = context_of(replace(sample("offene-fragen"), declarations=(SHEET,)))
    view = FakeView()
    presenter = DeclaredPresenter(context, view)
    context.desk.open("1")
    assert list(view.found) == [SHEET]
    presenter.put(Power, (POWER,))
    assert context.desk.case.declarations == view.found == both
    presenter.put(Power, ())
    presenter.removed(POWER)
    assert view.undo == "Der Eintrag ist entfernt."
    presenter.undo()
    assert view.found == both
    presenter.undo()  # once is enough
    assert view.found == both


def test_undo_of_another_client_changes_nothing(context_of, sample):
    context = context_of(sample("offene-fragen"))
    presenter = DeclaredPresenter(context, FakeView())
    context.desk.open("1")
    presenter.put(Power, (POWER,))
    context.desk.open("2")
    before = context.desk.case
    presenter.undo()
    assert context.desk.case == before


@pytest.fixture
def card(look, shown, context_of, sample):
    context = context_of(sample("offene-fragen"))
    page = room.overview(look, context, LANGUAGES)
    context.desk.open("1")
    shown(page)
    QApplication.processEvents()
    return page.declared, context


def focused() -> Any:
    return QApplication.focusWidget()


def test_a_release_is_entered_with_the_keyboard_and_refused_beyond_twelve_months(card, keyboard):
    made, context = card
    releases = made.lists[Release]
    assert releases._add.accessibleName() == "Hinzufügen: Schweigepflichtentbindungen"
    releases._add.setFocus()
    keyboard.press(Qt.Key.Key_Space)
    for words in ("Dr. Beispiel", "Beratungsstelle", "1.3.26", "Reisefähigkeit; Krankheit", "1.3.27"):
        keyboard.type(words)
        keyboard.press(Qt.Key.Key_Tab)
    keyboard.press(Qt.Key.Key_Return)
    assert context.desk.case.declarations == ()
    assert "höchstens zwölf Monate, hier bis 28.02.2027" in releases.form.form.fields["valid_until"].problem
    releases.form.form.fields["valid_until"].editor.line.setText("28.2.27")
    releases.form.accept()
    release = Release(
        "Dr. Beispiel",
        "Beratungsstelle",
        date(2026, 3, 1),
        ("Reisefähigkeit", "Krankheit"),
        date(2027, 2, 28),
    )
    assert context.desk.case.declarations == (release,)
    row = releases.table.rows
    assert row.columns[0].text(row.row(0)).endswith("bis 28.02.2027")


def test_what_was_removed_comes_back(card, keyboard):
    made, context = card
    context.desk.change(replace(context.desk.case, declarations=(POWER, SHEET)))
    powers = made.lists[Power]
    powers.table.setFocus()
    keyboard.press(Qt.Key.Key_Delete)
    assert context.desk.case.declarations == (SHEET,)
    assert made.banner.isVisible()
    made.banner.button.click()
    assert context.desk.case.declarations == (POWER, SHEET)


def test_every_field_of_every_form_has_a_name(card):
    made, _ = card
    for kind, each in made.lists.items():
        each.begin_new()
        QApplication.processEvents()
        names = [field.editor.accessibleName() for field in each.form.form.fields.values()]
        assert all(names), kind
        assert len(set(names)) == len(names)
        assert not [name for name in names if name.isascii() and "_" in name]


def test_a_consent_needs_what_it_is_about_since_when_and_how(card):
    made, context = card
    consents = made.lists[Consent]
    consents.begin_new()
    assert not consents.form.accept()
    assert all(consents.form.form.fields[name].problem for name in ("about", "given_on", "how"))
    assert context.desk.case.declarations == ()
