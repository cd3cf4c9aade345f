"""The real page with the keyboard alone, over a real office file."""

import shutil
from datetime import datetime
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.services import own_letters
from desktop.services.office import create_office
from desktop.services.own_letter_drafts import unfinished
from desktop.ui.kit.jobs import ImmediateJobs
from desktop.ui.own_letters import room
from tests.store.making import CHEAP

NOW = datetime(2026, 11, 24, 16, 3).astimezone()


@pytest.fixture
def session(reference, tmp_path):
    path = tmp_path / "Beratung Süd.akte"
    made = create_office(
        path, name="Beratung Süd", login="mk", passphrase="vier ganz lose Worte",
        reference=reference, now=NOW, kdf=CHEAP,
    ).session  # fmt: skip
    yield made
    made.close()
    shutil.rmtree(path)


@pytest.fixture
def entered(look, session, shown):
    said = []
    desk = SimpleNamespace(
        look=look, jobs=ImmediateJobs(), session=session, now=lambda: NOW, say=lambda *each: said.append(each)
    )
    made = room.build(cast(Any, desk))
    shown(made.page)
    made.enter()
    QApplication.processEvents()
    return made, said


def test_a_letter_is_written_with_the_keyboard_alone(entered, session, keyboard):
    made, said = entered
    page = made.page
    page._empty.button.setFocus()
    keyboard.press(Qt.Key.Key_Space)
    assert QApplication.focusWidget() is page.name
    keyboard.type("Umzug")
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.type("Neue Anschrift von ")
    page.words.setFocus()
    keyboard.press(Qt.Key.Key_Home, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.subject
    keyboard.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.text
    keyboard.type("Ich wohne jetzt hier: {adresse}")
    made.does["save"]()
    assert own_letters.own_letters(session) == []
    assert QApplication.focusWidget() is page.text
    assert "anschrift" in page.fields["text"].problem
    for _ in "{adresse}":
        keyboard.press(Qt.Key.Key_Backspace)
    assert page.fields["text"].problem == ""
    page.words.setFocus()
    for _ in range(3):
        keyboard.press(Qt.Key.Key_Down)
    keyboard.press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.text
    page.save.click()
    (kept,) = own_letters.own_letters(session)
    assert (kept.name, kept.subject, kept.text) == (
        "Umzug",
        "Neue Anschrift von {name}",
        "Ich wohne jetzt hier: {anschrift}",
    )
    assert len(said) == 1


def test_arrows_choose_and_what_was_typed_waits(entered, session, keyboard):
    made, _ = entered
    for name in ("Eins", "Zwei"):
        own_letters.keep(session, own_letters.new_letter(name, "Betreff", "Text."), NOW)
    made.enter()
    page = made.page
    page.text.setFocus()
    keyboard.type("<b>")
    page.list.setFocus()
    keyboard.press(Qt.Key.Key_Down)
    QApplication.processEvents()
    assert page.name.text() == "Zwei"
    made.leave()
    assert [each.text for each in unfinished(session)] == ["<b>Text."]
    keyboard.press(Qt.Key.Key_Up)
    QApplication.processEvents()
    assert page.text.toPlainText() == "<b>Text."
    assert "noch nicht gespeichert" in page.list.item(0).text()
