"""One client from an empty folder to a signed letter, with the real program, the real file and the keyboard.

Inputs are counted as section 5 of the product's aims counts them: keys and clicks, without free text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from desktop.app import Program
from desktop.cases.answers import Proof, Ternary
from desktop.ui.assessment.view import AssessmentPage
from desktop.ui.casefile.history_view import HistoryPage
from desktop.ui.casefile.papers_view import PaperTable
from desktop.ui.kit.palette import Palette
from desktop.ui.kit.pdf_pages import rendered
from desktop.ui.kit.printer import picture
from desktop.ui.kit.table import TupleTable
from desktop.ui.office.recovery_sheet import RecoverySheet
from desktop.ui.printing.view import PrintingPage
from tests.story.appointment import (
    Appointment,
    answer_question,
    button_seen,
    dates_seen,
    enter_paper,
    fields_seen,
    open_questions,
    pages_seen,
    rows_seen,
    save_pdf,
    sheet_seen,
    text_of_file,
    titles_seen,
)

from .conftest import PASSPHRASE, Person, close, plain, settle
from .test_keyboard import _texts_of

pytestmark = pytest.mark.story

BUDGETS = {
    "1 open a client by half a name": 8,
    "5 enter a paper with two dates and its number": 25,
    "6 questions until a verdict moves": 6,
    "6 see the reasons": 1,
    "7 checklist, letter and hand-out, seen and in a PDF": 4,
    "8 tick a paper": 1,
    "10 a new client, eight fields": 60,
}
OFFICE = "Beratungsstelle Süd"


@pytest.fixture
def appointment(start: Callable[..., Program], person: Person, qtbot: Any) -> Appointment:
    return Appointment(start, person, qtbot)


def test_first_appointment(appointment: Appointment, tmp_path: Path) -> None:
    make_the_office(appointment)
    assert (tmp_path / "Bleibelotse" / f"{OFFICE}.akte").is_dir()
    create_the_client(appointment)
    enter_two_papers(appointment)
    settle_the_open_questions(appointment)
    read_the_reasons(appointment)
    tick_the_papers(appointment)
    print_the_set(appointment, tmp_path)
    look_at_today(appointment)
    lock_and_come_back(appointment)
    take_a_step_back(appointment)
    took = appointment.took
    print("", *(f"{took[task]:4} of {most:2}: {task}" for task, most in BUDGETS.items()), sep="\n")
    assert {task: took[task] for task, most in BUDGETS.items() if took[task] > most} == {}


def make_the_office(one: Appointment) -> None:
    """Name, login, passphrase twice; then the sheet, proven by two of its groups."""
    person = one.person
    one.sees("Legen Sie eine neue an", "Neue Bürodatei …")
    person.press("Return")
    one.sees("Bürodatei anlegen", "Mindestens 14 Zeichen")
    person.write(OFFICE)
    one.sees("Wird hier angelegt", f"{OFFICE}.akte")
    person.press("Tab", "Tab")
    person.write("mk")
    person.press("Tab")
    person.write("zu kurz")
    person.press("Tab", "Tab", "Tab")
    person.write("zu kurz")
    person.press("Return")
    settle(one.program)
    one.sees("Die Passphrase ist zu kurz")
    form = one.program.window.findChild(RecoverySheet)
    assert form is None, "a weak passphrase was taken"
    fields = [each for each in fields_seen(one) if each.accessibleName().startswith("Passphrase")]
    for field in fields:
        field.setFocus()
        person.press("Ctrl+A")
        person.write(PASSPHRASE)
    person.press("Return")
    one.sees("Dieser Code öffnet die Bürodatei", "Ich habe ihn aufgeschrieben")
    sheet = one.page(RecoverySheet)
    groups = [each.text() for each in sheet.groups.findChildren(QLabel) if len(each.text()) > 1]
    assert len(groups) == 7
    person.press("Return")
    one.sees("von Ihrem Blatt ab")
    assert not any(group in one.screen for group in groups), "the code stands beside the question for it"
    asked = next(line for line in one.screen.splitlines() if "von Ihrem Blatt ab" in line)
    first, second = (int(number) for number in re.findall(r"\d+", asked))
    person.write(groups[first - 1])
    person.press("Return")
    person.write("XXXX")
    person.press("Return")
    one.sees("stimmt nicht mit dem Code überein")
    for number in (first, second):
        person.press("Ctrl+A")
        person.write(groups[number - 1].lower())
        person.press("Return")
    one.sees("Dienstag, 24. November 2026", "Noch keine Akte", "Legen Sie die erste Akte an.")
    one.sees(f"{OFFICE} · mk")


def create_the_client(one: Appointment) -> None:
    """Five fields at once, three more on the case; then the same person is found, not made twice."""
    person = one.person
    before = person.budget()
    person.press("Return")  # the page says what to do first, and Enter does it
    one.sees("Schon erfasst?", "Noch niemand mit diesem Namen")
    person.write("Samuel Vorlage")
    person.press("Tab", "Tab")
    person.type("14031995")
    person.press("Tab")
    person.type("Eng")
    person.press("Tab")
    person.write("0000 555")
    person.press("Tab")
    person.type("B-001")
    person.press("Return")
    one.sees("Person", "Nächste Termine und Fristen", "31 · kein Papier erfasst", "Di 14.03.1995")
    person.press("Alt+1")
    person.press("Tab", "Tab", "Tab")
    person.type("NG")
    person.press("Tab", "Tab", "Tab")
    person.write("Am Muster 21\n80337 München")
    person.press("Tab", "Tab")
    person.type("münchen")
    person.press("Tab")
    one.count("10 a new client, eight fields", before())
    one.until(lambda: one.is_open and one.case.value("responsible_abh") == "core:muenchen")
    one.sees("gespeichert 14:03")
    person.press("Ctrl+N")
    person.write("Samoel Worlage")
    one.until(lambda: "Samuel Vorlage" in rows_seen(one))
    assert one.program.window.windowTitle() == "Bleibelotse"
    person.press("Escape")
    one.until(lambda: "Samuel Vorlage" in rows_seen(one))


def enter_two_papers(one: Appointment) -> None:
    """Gestattung and Duldung, typed as printed; what follows from them appears by itself."""
    person = one.person
    open_by_name(one, "vorla")
    before = person.budget()
    person.press("Alt+2", "Insert")
    enter_paper(person, "gest", "280323", "191026", "G12")
    one.until(lambda: one.is_open and len(one.case.status_periods) == 1)
    one.count("5 enter a paper with two dates and its number", before())
    before = person.budget()
    enter_paper(person, "60a21", "201026", "190127", "T123")
    one.until(lambda: one.is_open and len(one.case.status_periods) == 2)
    one.count("5 enter a paper with two dates and its number", before())
    one.sees("bis 19.01.2027 (noch 56 Tage) · sicher bis Di 19.01.2027")
    history = one.page(HistoryPage)
    rows = [history.table.rows.data(history.table.rows.index(row, 1)) for row in range(2)]
    assert [plain(row) for row in rows] == ["28.03.2023 – 19.10.2026", "20.10.2026 – 19.01.2027"]


def settle_the_open_questions(one: Appointment) -> None:
    """Answered in place until § 25 Abs. 3 moves, then on until it should be granted."""
    person = one.person
    person.press("Alt+4")
    one.until(lambda: titles_seen(one).get("§ 25 Abs. 3") == "Angaben fehlen")
    assert titles_seen(one)["§ 104c"] == "Angaben fehlen"
    person.press("F6")
    asked, moved = 0, 0
    while titles_seen(one)["§ 25 Abs. 3"] != "soll erteilt werden":
        asked += 1
        assert asked < 20, "the questions do not lead to a verdict"
        answer_question(one)
        if not moved and titles_seen(one)["§ 25 Abs. 3"] == "braucht Einschätzung":
            moved = asked
    one.count("6 questions until a verdict moves", moved)
    while open_questions(one):
        answer_question(one)
    one.sees("Alles, was ein Ergebnis ändern kann, ist beantwortet.")
    assert one.page(AssessmentPage).tree.hasFocus(), "after the last answer the verdicts have the keyboard"


def read_the_reasons(one: Appointment) -> None:
    """One key opens the title: every condition with how it stands and its section."""
    person, tree = one.person, one.page(AssessmentPage).tree
    person.press("Shift+F6", "Home")
    before = person.budget()
    person.press("Right")
    one.count("6 see the reasons", before())
    model = tree.lines
    seen = [model.line(index) for index in model.every()]
    first = seen[0]
    assert (plain(first.head), first.word) == ("§ 25 Abs. 3", "soll erteilt werden")
    said = {plain(line.text): (line.word, plain(line.cite)) for line in seen}
    assert said["Abschiebungsverbot nach § 60 Abs. 5 oder 7 festgestellt"] == (
        "erfüllt, noch nicht belegt",
        "§ 25 Abs. 3 S. 1 mit § 60 Abs. 5, 7",
    )
    assert said["Ausreise in einen anderen Staat möglich und zumutbar"][0] == "liegt nicht vor"
    judged = one.case.judgements["departure_elsewhere_possible_and_reasonable"]
    assert (judged.value, judged.by, judged.reason) == (Ternary.NO, "mk", "kein Hinweis bekannt")


def tick_the_papers(one: Appointment) -> None:
    """One key for each paper; the next one follows by itself."""
    person = one.person
    person.press("Alt+6")
    one.sees("Unterlagen fehlen noch")
    table = one.page(PaperTable)
    table.choose(0)
    assert table.hasFocus()
    for key in "3424":
        before = person.budget()
        person.type(key)
        one.count("8 tick a paper", before())
    ticked = {paper.code: paper.state for paper in one.case.papers}
    assert sorted(ticked.values(), key=list(Proof).index) == [
        Proof.SEEN,
        Proof.COPY,
        Proof.ORIGINAL,
        Proof.ORIGINAL,
    ]
    assert table.currentIndex().row() == 4


def print_the_set(one: Appointment, folder: Path) -> None:
    """Checklist, letter and hand-out are chosen already; what is saved is what was seen, page by page."""
    person = one.person
    before = person.budget()
    person.press("Ctrl+P")
    page = one.page(PrintingPage)
    one.until(lambda: "Checkliste § 25" in sheet_seen(page) and "Sehr geehrte" in sheet_seen(page))
    one.until(lambda: pages_seen(page)[0].image is not None)
    shown = pages_seen(page)
    saved = save_pdf(one, page, folder / "blatt.pdf")
    one.count("7 checklist, letter and hand-out, seen and in a PDF", before())
    assert [each.text for each in saved] == [each.accessibleDescription() for each in shown]
    seen = shown[0].image
    assert seen == picture(rendered((folder / "blatt.pdf").read_bytes(), shown[0].dpi)[0])
    text = text_of_file(folder / "blatt.pdf")
    assert "Samuel Vorlage" in text
    assert "Checkliste § 25 Abs. 3 AufenthG" in text
    assert "19.08.2026" in text, "the day until which the law was checked"
    assert "ENTWURF" in text
    assert "Original 24.11.2026" in text
    assert "gesehen 24.11.2026" in text
    assert OFFICE in text
    assert "24. November 2026" in text
    assert "14.03.1995" in text
    assert "Mit freundlichen Grüßen" in text
    assert "Was dieser Titel bedeuten würde" in " ".join(text.split())
    one.sees("Früher gedruckt", "Checkliste, Antragsschreiben, Merkblatt")


def look_at_today(one: Appointment) -> None:
    """Nothing presses; the paper entered an hour ago is counted, and the calendar has its last day."""
    one.person.press("Ctrl+1")
    one.sees("Nichts ist überfällig.", "Ohne nächsten Termin (0)", "Anderes Papier endet (1)", "1 Akte")
    one.person.click(button_seen(one.program.window, "Anderes Papier endet (1)"))
    one.sees("1 Eintrag")
    table = one.page(TupleTable)
    assert table.hasFocus()
    assert "Samuel Vorlage" in " ".join(_texts_of(table.rows, Qt.ItemDataRole.DisplayRole))
    one.person.press("Escape", "Ctrl+4")
    one.sees("November 2026")
    one.person.press("PgDown", "PgDown")
    one.sees("Januar 2027")
    one.person.press(*["Left"] * 5)
    one.until(lambda: "Samuel Vorlage" in dates_seen(one))


def lock_and_come_back(one: Appointment) -> None:
    """Ctrl+L forgets everything; the passphrase brings it back as it was."""
    person = one.person
    before = one.case
    person.press("Ctrl+L")
    one.until(lambda: one.locked)
    (office,) = one.locked
    close(one.program)
    one.program = one.start(office, one.locked.append)
    one.sees(OFFICE, "Entsperren")
    assert "Neue Bürodatei" not in one.screen
    person.write("falsch geraten, sehr falsch")
    person.press("Return")
    one.sees("Der Anmeldename oder die Passphrase stimmt nicht.")
    person.write(PASSPHRASE)
    person.press("Return")
    one.sees("Ohne nächsten Termin (0)")
    open_by_name(one, "worla")
    assert one.case == before


def take_a_step_back(one: Appointment) -> None:
    """A tick too many, saved, taken back, and done again."""
    person = one.person
    person.press("Alt+6")
    one.sees("Unterlagen fehlen noch")
    table = one.page(PaperTable)
    table.choose(5)
    papers = one.case.papers
    person.type("3")
    assert len(one.case.papers) == len(papers) + 1
    one.sees("gespeichert 14:03")
    person.press("Ctrl+Z")
    one.sees("Ein Schritt wurde zurückgenommen.")
    one.until(lambda: one.is_open and one.case.papers == papers)
    person.press("Ctrl+Y")
    one.sees("Der Schritt wurde wiederholt.")
    one.until(lambda: one.is_open and len(one.case.papers) == len(papers) + 1)


def open_by_name(one: Appointment, half: str) -> None:
    """Ctrl+K, a few letters, Enter."""
    person = one.person
    before = person.budget()
    person.press("Ctrl+K")
    one.until(lambda: isinstance(QApplication.activeModalWidget(), Palette))
    person.type(half)
    palette = QApplication.activeModalWidget()
    assert isinstance(palette, Palette)
    one.until(lambda: palette.list.count() and "Samuel" in palette.list.item(0).text())
    person.press("Return")
    one.sees("Nächste Termine und Fristen", "Samuel Vorlage")
    one.until(lambda: one.is_open)
    one.count("1 open a client by half a name", before())
