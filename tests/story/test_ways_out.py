"""Dates leave the office on paper and as a calendar file; with names only where a person chose that."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.app import Program

from .conftest import PLAIN, Person, settle, words_on

pytestmark = pytest.mark.story


@pytest.fixture
def program(opened: Callable[..., Program]) -> Program:
    return opened(PLAIN)


def press_button(program: Program, person: Person, words: str) -> None:
    person.click(next(each for each in _buttons(program.window) if each.text() == words))


def _buttons(window: QWidget) -> list[QPushButton]:
    return [each for each in window.findChildren(QPushButton) if each.isVisible()]


def test_the_start_page_on_paper(program: Program, person: Person, qtbot: Any, tmp_path: Path) -> None:
    person.press("Ctrl+1", "Ctrl+P")
    settle(program)
    found = []
    for names in ("Ohne Namen", "Mit Namen"):
        press_button(program, person, names)
        place = tmp_path / f"{names}.pdf"

        def save(place: Path = place) -> None:
            press_button(program, person, "Als PDF speichern …")
            qtbot.waitUntil(lambda: f"Gespeichert als {place.name}." in words_on(program.window))

        person.save_as(place, save)
        found.append(_text(place))
    without, with_ = found
    assert "Heute" in without
    assert _names_in(without) == []
    assert _names_in(with_)
    assert "Ohne Namen" in without


def test_the_calendar_file(program: Program, person: Person, qtbot: Any, tmp_path: Path) -> None:
    person.press("Ctrl+4")
    settle(program)
    press_button(program, person, "Kalenderdatei …")
    found = []
    for names in ("Ohne Namen", "Mit Namen"):
        press_button(program, person, names)
        place = tmp_path / f"{names}.ics"

        def save(place: Path = place) -> None:
            press_button(program, person, "Kalenderdatei speichern …")
            qtbot.waitUntil(lambda: f"Gespeichert als {place.name}." in words_on(program.window))

        person.save_as(place, save)
        found.append(place.read_text(encoding="utf-8").replace("\r\n ", ""))
    without, with_ = found
    assert without.startswith("BEGIN:VCALENDAR")
    assert without.count("BEGIN:VEVENT") == with_.count("BEGIN:VEVENT") > 0
    assert _names_in(without) == []
    assert _names_in(with_)
    person.press("Escape")
    assert "Mit Namen" not in words_on(program.window)
    assert _within(program, "calendar")


def test_letters_for_all_whose_title_ends(
    program: Program, person: Person, qtbot: Any, tmp_path: Path
) -> None:
    person.press("Ctrl+6")
    settle(program)
    press_button(program, person, "180 Tage")
    settle(program)
    press_button(program, person, "Briefe für alle …")
    place = tmp_path / "alle.pdf"

    def make() -> None:
        press_button(program, person, "Erstellen …")
        qtbot.waitUntil(lambda: f"Gespeichert in {place}." in words_on(program.window), timeout=20_000)

    person.save_as(place, make)
    assert "Checkliste §" in _text(place)
    assert "ENTWURF" in _text(place).replace(" ", "").replace("\n", "").replace("\r", "")
    person.press("Escape")
    assert "Briefe für alle …" in words_on(program.window)


def _text(pdf: Path) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def _names_in(text: str) -> list[str]:
    return [name for name in ("Vorlage", "img src", "Amal") if name in text]


def _within(program: Program, room: str) -> bool:
    """Whether the keyboard is on the page of a room."""
    assert program.shell is not None
    page, focused = program.shell.room(room).page, program.window.focusWidget()
    return page.isAncestorOf(focused)
