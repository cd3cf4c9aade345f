"""The lists of what ends over a real office file: choosing, and sheets for all who are chosen."""

import shutil
from datetime import datetime
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.services import clients, prints
from desktop.services.office import create_office
from desktop.services.samples import sample_cases
from desktop.ui.kit.jobs import ImmediateJobs
from desktop.ui.lists import room
from tests.store.making import CHEAP

NOW = datetime(2026, 11, 22, 14, 3).astimezone()


@pytest.fixture
def session(reference, tmp_path):
    path = tmp_path / "Beratung Süd.akte"
    made = create_office(
        path, name="Beratung Süd", login="mk", passphrase="vier ganz lose Worte",
        reference=reference, now=NOW, kdf=CHEAP,
    ).session  # fmt: skip
    for case in sample_cases(reference, NOW.date()).values():
        clients.add(made, case, NOW)
    yield made
    made.close()
    shutil.rmtree(path)


@pytest.fixture
def entered(look, session, shown):
    def make(command):
        desk = SimpleNamespace(
            look=look, jobs=ImmediateJobs(), session=session, now=lambda: NOW, today=lambda: NOW.date(),
            say=lambda *_: None, go=lambda _: None, open_at=lambda *_: None,
        )  # fmt: skip
        made = room.ROOMS[command](cast(Any, desk))
        shown(made.page)
        made.enter()
        QApplication.processEvents()
        return made

    return make


def test_other_papers_are_chosen_and_get_checklist_and_hand_out_by_keyboard(
    entered, session, keyboard, tmp_path
):
    page = entered("papers_ending").page
    assert page.letters.text() == "Briefe für alle …"
    page.table.setFocus()
    keyboard.press(Qt.Key.Key_Space)
    assert page.letters.text() == "Brief für 1 Ausgewählte …"
    page.letters.setFocus()
    keyboard.press(Qt.Key.Key_Return)
    card = page.letters_card
    assert card.isVisible()
    assert card.kinds.value() == ("checklist", "handout")
    card.ask_file = lambda _: tmp_path / "papiere.pdf"
    card.make.setFocus()
    keyboard.press(Qt.Key.Key_Return)
    assert (tmp_path / "papiere.pdf").is_file()
    kept = [each for line in clients.lines(session) for each in prints.earlier(session, line.id)]
    assert [each.kinds for each in kept] == [("checklist", "handout")]


def test_titles_get_all_three_first(entered):
    page = entered("ending").page
    page.letters.click()
    assert page.letters_card.kinds.value() == ("letter", "checklist", "handout")
