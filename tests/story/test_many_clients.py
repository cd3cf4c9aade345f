"""The list of an office that is empty, small or large: the right numbers, every line there to scroll to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.app import Program
from desktop.services import clients
from desktop.services import office as offices
from desktop.services.reference import Reference
from desktop.ui.clients.presenter import FIRST_PAGE, NEXT_PAGE
from desktop.ui.clients.view import ClientsPage
from tests.invented import invented_cases

from .conftest import CHEAP, NOW, PASSPHRASE, Person, words_on

pytestmark = pytest.mark.story

MANY = FIRST_PAGE + NEXT_PAGE + 300


@pytest.fixture
def office_of(
    start: Callable[..., Program], person: Person, qtbot: Any, reference: Reference, tmp_path: Path
) -> Callable[[int], Program]:
    """The program with an office of so many invented clients open."""

    def begin(count: int) -> Program:
        path = tmp_path / f"Büro mit {count}.akte"
        made = offices.create_office(
            path, name=path.stem, login="mk", passphrase=PASSPHRASE, reference=reference, now=NOW, kdf=CHEAP
        )
        with made.session as session:
            if count:
                invented = invented_cases(count, seed=count, today=NOW.date())
                assert [*clients.add_many(session, invented, NOW)][-1] == count
        program = start(path)
        person.write("mk")
        person.press("Tab")
        person.write(PASSPHRASE)
        person.press("Return")
        qtbot.waitUntil(lambda: program.shell is not None)
        return program

    return begin


def _list(program: Program) -> ClientsPage:
    return next(each for each in program.window.findChildren(ClientsPage) if each.isVisible())


def test_an_empty_office_says_what_to_do_first(
    office_of: Callable[[int], Program], person: Person, qtbot: Any
) -> None:
    program = office_of(0)
    qtbot.waitUntil(lambda: "Legen Sie die erste Akte an." in words_on(program.window))
    person.press("Ctrl+2")
    qtbot.waitUntil(lambda: "Für den Anfang genügt ein Name" in words_on(program.window))
    person.press("Return")
    qtbot.waitUntil(lambda: "Schon erfasst?" in words_on(program.window))


@pytest.mark.parametrize("count", [10, MANY])
def test_the_list_has_every_client(
    office_of: Callable[[int], Program], person: Person, qtbot: Any, count: int
) -> None:
    program = office_of(count)
    qtbot.waitUntil(lambda: f"{count} Akten" in words_on(program.window))
    person.press("Ctrl+2")
    qtbot.waitUntil(lambda: f"{count} Akten" in words_on(program.window))
    page = _list(program)
    rows = page.table.rows
    assert rows.rowCount() == count
    for number in range(0, count, 5):  # scroll through all of it: what is looked at is read
        page.table.scrollTo(rows.index(number, 0))
        qtbot.waitUntil(lambda number=number: rows.row(number) is not None)
    person.press("PgDown")
    qtbot.waitUntil(lambda: all(rows.row(number) is not None for number in range(count)))
    names = [*_names(page)]
    assert len(set(names)) == len(names) == count
    person.write("E-000003")
    qtbot.waitUntil(lambda: f"1 von {count} Akten" in words_on(program.window))
    assert rows.rowCount() == 1
    person.press("Escape")
    qtbot.waitUntil(lambda: rows.rowCount() == count)
    person.press("PgDown", "PgDown", "Return")
    qtbot.waitUntil(lambda: "Nächste Termine und Fristen" in words_on(program.window))


def _names(page: ClientsPage) -> Iterator[str]:
    for number in range(page.table.rows.rowCount()):
        line = page.table.rows.row(number)
        assert line is not None
        yield f"{line.name} {line.file_number}"
