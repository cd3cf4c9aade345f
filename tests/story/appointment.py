"""The counsellor at the desk: what is done and counted, and what is read off the pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QPushButton, QWidget

from desktop.app import Program
from desktop.cases.casefile import CaseFile
from desktop.ui.assessment.questions_view import QuestionCard, QuestionsPanel
from desktop.ui.assessment.view import AssessmentPage
from desktop.ui.kit.pdf_pages import SCREEN_DPI, rendered
from desktop.ui.kit.table import TupleTable
from desktop.ui.printing.preview import PageView
from desktop.ui.printing.view import PrintingPage

from .conftest import Person, plain, words_on


class Appointment:
    """The counsellor at the desk: what is done, what is seen, and how many inputs it took."""

    def __init__(self, start: Callable[..., Program], person: Person, qtbot: Any) -> None:
        self.start, self.person, self.qtbot = start, person, qtbot
        self.locked: list[Path] = []
        self.program = start(restart=self.locked.append)
        self.took: dict[str, int] = {}

    def sees(self, *words: str) -> None:
        """Wait until all of it stands on the screen."""
        try:
            self.qtbot.waitUntil(lambda: all(each in self.screen for each in words), timeout=8000)
        except self.qtbot.TimeoutError:
            raise AssertionError(f"{words} is not on the screen:\n{self.screen}") from None

    @property
    def screen(self) -> str:
        return words_on(self.program.window)

    @property
    def case(self) -> CaseFile:
        """The case on the desk."""
        assert self.is_open
        return self.program._case.case  # type: ignore[union-attr, return-value]

    @property
    def is_open(self) -> bool:
        """Whether a case is on the desk and read."""
        return self.program._case is not None and self.program._case.case is not None

    def page(self, kind: type[Any]) -> Any:
        """The page of this kind that can be seen."""
        return next(each for each in self.program.window.findChildren(kind) if each.isVisible())

    def until(self, fact: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(fact()), timeout=8000)

    def count(self, task: str, inputs: int) -> None:
        self.took[task] = max(inputs, self.took.get(task, 0))


# What is read off the pages


def fields_seen(one: Appointment) -> list[QLineEdit]:
    return [each for each in one.program.window.findChildren(QLineEdit) if each.isVisible()]


def rows_seen(one: Appointment) -> str:
    """The first column of every table that can be seen."""
    tables = [each for each in one.program.window.findChildren(TupleTable) if each.isVisible()]
    return "\n".join(
        plain(table.rows.data(table.rows.index(row, 0)) or "")
        for table in tables
        for row in range(table.rows.rowCount())
    )


def dates_seen(one: Appointment) -> str:
    """What a screen reader reads of every list of dates that can be seen."""
    lists = [each for each in one.program.window.findChildren(QListView) if each.isVisible()]
    models = [each.model() for each in lists]
    role = Qt.ItemDataRole.AccessibleTextRole
    return "\n".join(
        plain(str(model.index(row, 0).data(role))) for model in models for row in range(model.rowCount())
    )


def enter_paper(person: Person, status: str, first: str, last: str, number: str) -> None:
    person.type(status)
    for each in (first, last, number):
        person.press("Tab")
        person.type(each)
    person.press("Return")


def titles_seen(one: Appointment) -> dict[str, str]:
    """The verdict of every title in words, of folded ones too."""
    model = one.page(AssessmentPage).tree.lines
    lines = [model.line(index) for index in model.every()]
    return {plain(line.head): line.word for line in lines if line.level == "title" and line.head}


def open_questions(one: Appointment) -> int:
    found = re.search(r"(\d+) offene Frage", one.screen)
    return int(found.group(1)) if found else 0


def answer_question(one: Appointment) -> None:
    """The question under the keyboard: the asylum procedure is entered, everything else did not happen."""
    person, panel = one.person, one.page(AssessmentPage).questions
    card = _card(panel)
    if card.accessibleName().startswith("Welche Asylverfahren"):
        person.press("Return")
        person.type("1")
        for each in ("280323", "140926", "201026", "Abs"):
            person.press("Tab")
            person.type(each)
        person.press("Return")
        one.until(lambda: "Frage ist fertig (Strg+Enter)" in words_on(card))
        person.press("Ctrl+Return")
    else:
        _tab_to(person, lambda each: each.isCheckable())
        here = QApplication.focusWidget()
        row = here.parentWidget() if here is not None else None
        assert row is not None
        words = [each.text() for each in row.findChildren(QPushButton)]
        answer = next(each for each in words if each in ("Nein", "keine", "keiner", "nicht geschehen"))
        person.type(answer[0].lower())
        if "offen" in words:
            person.write("kein Hinweis bekannt")
            person.press("Return")
    one.until(lambda: not shiboken6.isValid(card) or not card.isVisible())


def _card(panel: QuestionsPanel) -> QuestionCard:
    """The question that has the keyboard."""
    focused = QApplication.focusWidget()
    cards = [each for each in panel.findChildren(QuestionCard) if focused and each.isAncestorOf(focused)]
    assert cards, f"the keyboard left the questions for {focused and focused.accessibleName()!r}"
    return cards[0]


def _tab_to(person: Person, wanted: Callable[[QPushButton], bool]) -> None:
    for _ in range(12):
        focused = QApplication.focusWidget()
        if isinstance(focused, QPushButton) and wanted(focused):
            return
        person.press("Tab")
    raise AssertionError("Tab does not lead there")


def pages_seen(page: PrintingPage) -> list[PageView]:
    return [each for each in page.preview.findChildren(PageView) if each.isVisibleTo(page)]


def sheet_seen(page: PrintingPage) -> str:
    return "\n".join(plain(each.accessibleDescription()) for each in pages_seen(page))


def button_seen(page: QWidget, words: str) -> QPushButton:
    return next(each for each in page.findChildren(QPushButton) if each.isVisible() and each.text() == words)


def save_pdf(one: Appointment, page: PrintingPage, place: Path) -> Any:
    """Save as PDF through the dialog; the pages of what was written."""
    one.person.save_as(place, lambda: one.person.click(page.save))
    one.sees("Gespeichert als")
    return rendered(place.with_suffix(".pdf").read_bytes(), SCREEN_DPI)


def text_of_file(file: Path) -> str:
    document = pypdfium2.PdfDocument(file.read_bytes())
    try:
        return plain("\n".join(page.get_textpage().get_text_bounded() for page in document))
    finally:
        document.close()
