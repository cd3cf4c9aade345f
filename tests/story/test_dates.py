"""The next date and a decision letter, in the real window, by keyboard alone and counted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from desktop.app import Program
from desktop.cases.agenda import EntryKind
from desktop.settings import PrinterSetup
from desktop.ui.casefile.view import CasefilePage
from desktop.ui.deadlines.page import DeadlinesPage
from desktop.ui.kit import printer
from desktop.ui.printing.view import PrintingPage

from .conftest import PLAIN, Person, plain, settle, words_on

pytestmark = pytest.mark.story

NEXT_DATE, LETTER = 4, 15
"""Keys and clicks, as section 5 of the product's aims counts them (tasks 4 and 9)."""


@pytest.fixture
def program(opened: Callable[..., Program]) -> Program:
    return opened(PLAIN)


def page_of(program: Program) -> DeadlinesPage:
    page: DeadlinesPage | None = program.window.findChild(DeadlinesPage)
    assert page is not None
    return page


def test_the_next_date_is_set_from_anywhere(program: Program, person: Person, qtbot: Any) -> None:
    assert program._case is not None
    assert program._case.case is not None
    before = len(program._case.case.entries)
    person.press("Ctrl+1")
    took = person.budget()
    person.press("F7")
    person.type("14")
    person.press("Return")
    counted = took()
    print(f"\n{counted:4} of {NEXT_DATE:2}: the next date, from another page")
    assert counted <= NEXT_DATE
    assert len(program._case.case.entries) == before + 1
    entry = program._case.case.entries[-1]
    assert (entry.kind, entry.day) == (EntryKind.FOLLOW_UP, date(2026, 12, 8))
    assert "Eingetragen: Wiedervorlage · Di 08.12.2026" in words_on(program.window)
    person.write("Mi 9:15 Gespräch")
    person.press("Down", "Return")
    assert program._case.case.entries[-1].kind is EntryKind.APPOINTMENT
    case = program._case
    case.save()
    settle(program)
    case.open(case.client_id)
    qtbot.waitUntil(lambda: case.case is not None)
    assert case.case is not None
    assert len(case.case.entries) == before + 2


def test_a_decision_letter_by_keyboard_alone(program: Program, person: Person) -> None:
    assert program._case is not None
    assert program._case.case is not None
    person.press("Ctrl+1")
    took = person.budget()
    person.press("F8")
    person.type("abg")
    person.press("Tab", "Tab")
    person.type("2011")
    person.press("Tab")
    person.type("2w")
    settle(program)
    said = words_on(program.window)
    assert "Fr 04.12.2026" in said
    assert "anwaltlich" in said
    person.press("Return")
    counted = took()
    print(f"\n{counted:4} of {LETTER:2}: a decision letter, from the key to the saved deadline")
    assert counted <= LETTER
    settle(program)
    (letter,) = program._case.case.letters
    assert (letter.served_on, letter.period, letter.unit) == (date(2026, 11, 20), 2, "weeks")
    assert "Klage beim Gericht" in words_on(page_of(program).dates.details)


def test_escape_goes_back_by_one_step(program: Program, person: Person) -> None:
    page = page_of_after(program, person, "F8")
    assert page.currentWidget() is page.letter
    person.press("Escape")
    assert page.currentWidget() is page.dates
    page.dates.wanted.emit("rest")
    assert not page.dates.panel.isHidden()
    person.press("Escape")
    assert page.dates.panel.isHidden()
    person.press("Escape")
    assert page.dates.quick.line.hasFocus()


def test_the_slip_of_the_chosen_date_is_one_step_away(program: Program, person: Person) -> None:
    page = page_of_after(program, person, "F7")
    case = program.window.findChild(CasefilePage)
    assert case is not None
    what = plain(page.dates.details.what.text())
    page.dates.acting.wanted.emit("slip")
    settle(program)
    assert case.tab == "printing"
    sheet = program.window.findChild(PrintingPage)
    assert sheet is not None
    (slip,) = sheet.choosing._about.values()
    assert slip.isVisible()
    assert what in plain(slip.currentText())
    person.press("Alt+5")
    page.dates.dates.table.choose(1)
    other = plain(page.dates.details.what.text())
    assert other != what
    page.dates.acting.wanted.emit("slip")
    settle(program)
    (slip,) = sheet.choosing._about.values()
    assert other in plain(slip.currentText())


def test_checklist_letter_and_hand_out_are_printed_and_kept_in_four_inputs(
    program: Program, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs: list[Run] = []

    def begin(_: object, count: int, setup: PrinterSetup, *, ask: bool) -> tuple[Run, PrinterSetup]:
        assert not ask
        runs.append(Run(count))
        return runs[-1], setup._replace(printer="Büro", copies=2)

    monkeypatch.setattr(printer, "has_printer", lambda: True)
    monkeypatch.setattr(printer, "begin", begin)
    before = person.budget()
    person.press("Ctrl+P")
    settle(program)
    sheet = program.window.findChild(PrintingPage)
    assert sheet is not None
    assert sheet.preview.count > 3
    person.press("Ctrl+P")
    settle(program)
    assert before() <= 4
    (run,) = runs
    for _ in range(3 * run.numbers.stop):  # a page a step, then what is noted
        settle(program)
    assert run.pages == sheet.preview.count
    assert run.finished
    assert program.preferences.printer == PrinterSetup("Büro", 2)
    assert [row.accessibleName() for row in sheet.earlier.looks]
    words = plain(sheet.earlier.looks[0].accessibleName())
    assert "Checkliste, Antragsschreiben, Merkblatt zum Mitgeben" in words


class Run:
    """Stands for a printer."""

    def __init__(self, count: int) -> None:
        self.numbers, self.pages, self.finished = range(count), 0, False

    def put(self, _: object) -> None:
        self.pages += 1

    def finish(self) -> None:
        self.finished = True


def test_a_case_rests_and_a_plan_begins_from_anywhere(program: Program, person: Person) -> None:
    case = program._case
    assert case is not None
    person.press("Ctrl+1", "Ctrl+K")
    person.type("ruhen")
    person.press("Return")
    settle(program)
    person.type("+3M")
    person.press("Tab")
    person.type("wartet auf das Gericht")
    person.press("Return")
    settle(program)
    assert case.case is not None
    rest = case.case.rest
    assert rest is not None
    assert (rest.until, rest.reason) == (date(2027, 2, 24), "wartet auf das Gericht")
    assert "ruht bis" in words_on(page_of(program))
    before = len(case.case.entries)
    person.press("Ctrl+1", "Ctrl+K")
    person.type("plan beg")
    person.press("Return")
    settle(program)
    person.press("Return")
    settle(program)
    assert [each.step for each in case.case.entries[before:]] == [
        "receipt",
        "progress",
        "inaction_notice",
        "inaction",
    ]


def page_of_after(program: Program, person: Person, key: str) -> DeadlinesPage:
    person.press(key)
    settle(program)
    return page_of(program)
