"""Pages of the office that one only looks into lead back to where one came from; in the whole window."""

import shutil
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.services import clients
from desktop.services.office import create_office
from desktop.services.own_letters import keep, new_letter
from desktop.settings import Preferences
from desktop.ui.furnish import furnish
from desktop.ui.kit.jobs import ImmediateJobs
from desktop.ui.printing.view import PrintingPage
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
def window(look, shown, session, sample):
    """The shell with a client open at the sheets."""
    client = clients.add(session, sample("chancen-aufenthalt"), NOW)
    shell, case = furnish(look, ImmediateJobs(), session, lambda: NOW, Preferences, lambda _: None)
    shown(shell)
    shell.go("case")
    case.open(client)
    shell.room("case").faces["printing"]()
    return shell, shell.findChild(PrintingPage)


def test_a_translation_is_released_from_the_sheets_and_the_choices_are_kept(window, keyboard):
    shell, sheets = window
    choosing = sheets.choosing
    choosing.beside.chosen.emit("tr")
    choosing.reviews["handouts"].button.click()
    assert shell.current == "translations"
    page = shell.room("translations").page
    assert page._title.text() == "Türkisch"
    back = shell._backs["translations"]
    assert back.text() == back.accessibleName() == "Zurück zu „Akte“"
    page.release.click()
    back.setFocus()
    keyboard.press(Qt.Key.Key_Space)
    assert shell.current == "case"
    assert sheets.isVisible()
    assert choosing.beside.value() == "tr"
    assert not choosing.reviews["handouts"].isVisible()


def test_reading_copies_are_released_from_the_sheets(window):
    shell, sheets = window
    choosing = sheets.choosing
    choosing.task.chosen.emit("any")
    choosing.ticked.emit("letter", True)
    choosing.beside.chosen.emit("tr")
    choosing.chosen.emit("copies", True)
    review = choosing.reviews["copies"]
    assert review.isVisible()
    review.button.click()
    page = shell.room("translations").page
    assert (page.part.value(), page._title.text()) == (True, "Türkisch")
    page.release.click()
    shell.room("translations").asked_for("tr handouts")
    assert page.part.value() is False
    page.release.click()
    shell.back()
    assert choosing.copies.isChecked()
    assert not review.isVisible()


def test_esc_and_the_button_lead_back_to_where_one_came_from(window, keyboard):
    shell, sheets = window
    sheets.choosing.task.chosen.emit("own")
    sheets.choosing.write.click()
    assert shell.current == "own_letters"
    shell.go("translations")  # as from the menu
    keyboard.press(Qt.Key.Key_Escape)
    assert shell.current == "case"
    shell.go("preferences")
    shell.room("preferences").page.asked.emit("own_letters")
    assert shell._backs["own_letters"].text() == "Zurück zu „Optionen“"
    shell.back()
    assert shell.current == "preferences"


def test_where_one_came_from_nowhere_one_goes_back_to_the_settings(look, shown, session, keyboard):
    shell, _ = furnish(look, ImmediateJobs(), session, lambda: NOW, Preferences, lambda _: None)
    shown(shell)
    shell.go("own_letters")
    keyboard.press(Qt.Key.Key_Escape)
    assert shell.current == "preferences"


def test_tab_comes_to_the_way_back_first(window, keyboard):
    shell, _ = window
    shell.go("office_profile")
    QApplication.processEvents()
    assert QApplication.focusWidget() is shell.room("office_profile").page
    keyboard.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is shell._backs["office_profile"]


def test_a_letter_written_on_the_way_is_ticked_when_one_comes_back(window, session):
    shell, sheets = window
    sheets.choosing.task.chosen.emit("own")
    sheets.choosing.write.click()
    keep(session, new_letter("Nachfrage", "Nachfrage", "Wie weit ist der Antrag?"), NOW)
    shell.back()
    assert sheets.choosing._boxes["own"].isChecked()
    assert sheets.preview._pages
