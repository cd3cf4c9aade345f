"""The room of the law: what is chosen is shown, and nothing else; the real page with the keyboard."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from desktop.cases.applications import DecisionKind
from desktop.ui.kit.jobs import ImmediateJobs
from desktop.ui.law.presenter import LawPresenter
from desktop.ui.law.view import LawPage
from tests.ui.conftest import TODAY


class View:
    def __init__(self):
        self.norms, self.scheme, self.examples, self.problem = (), None, (), None

    def show_norms(self, lines, chosen):
        self.norms, self.chosen = lines, chosen

    def show_scheme(self, scheme):
        self.scheme = scheme

    def show_examples(self, examples, chosen):
        self.examples, self.example = examples, chosen

    def show_problem(self, problem):
        self.problem = problem


@pytest.fixture
def room(reference, texts):
    view = View()
    presenter = LawPresenter(ImmediateJobs(), reference, texts, lambda: TODAY, view)
    presenter.enter()
    return presenter, view


def test_the_room_begins_with_the_first_norm(room, reference):
    _, view = room
    assert view.chosen == reference.pack.norm_ids[0]
    assert view.scheme.title.startswith(reference.pack.norms[0].cite)
    assert [line.id for line in view.norms] == list(reference.pack.norm_ids)


def test_another_day_shows_the_text_of_that_day(room):
    presenter, view = room
    presenter.choose("25b_1")
    today = view.scheme.in_force
    presenter.by_the_law_of(date(2022, 12, 30))
    assert view.scheme.in_force != today
    presenter.by_the_law_of(None)
    assert view.scheme.in_force == today


def test_a_day_without_a_text_is_said_and_undone_by_another(room):
    presenter, view = room
    presenter.choose("25_4_1")
    presenter.by_the_law_of(date(2015, 9, 1))
    assert view.scheme is None
    assert view.problem is not None
    presenter.choose("25b_1")
    assert view.problem is None
    assert view.examples


def test_an_example_is_opened_and_put_away(room):
    presenter, view = room
    presenter.choose("25b_1")
    presenter.open_example("deceives")
    assert view.scheme.verdict.value == "not_available"
    presenter.decide(DecisionKind.EXTENSION)
    assert view.scheme.verdict is None
    assert view.scheme.decision is DecisionKind.EXTENSION
    presenter.open_example("deceives")
    presenter.choose("25_3")
    assert view.scheme.verdict is None


@pytest.fixture
def page(look, reference, shown):
    view = LawPage(look, lambda: TODAY)
    presenter = LawPresenter(ImmediateJobs(), reference, look.texts, lambda: TODAY, view)
    view.picked.connect(presenter.choose)
    view.day_chosen.connect(presenter.by_the_law_of)
    view.example_chosen.connect(presenter.open_example)
    presenter.enter()
    shown(view)
    view.listed.setFocus()
    yield view
    del presenter  # until here: Qt does not keep alive whose method it calls


def test_the_arrows_go_through_the_norms(page, keyboard, reference):
    keyboard.press(Qt.Key.Key_Down)
    second = reference.pack.norms[1]
    assert page._title.text().startswith(second.cite)
    assert page.scheme.lines.rowCount() > 1


def test_the_page_with_an_example(page, keyboard, reference):
    for _ in range(reference.pack.norm_ids.index("25b_1")):
        keyboard.press(Qt.Key.Key_Down)
    page.examples.setCurrentIndex(page.examples.findData("deceives"))
    page.example_chosen.emit(page.examples.value())
    lines = [page.scheme.lines.line(index) for index in page.scheme.lines.every()]
    assert lines[0].text == "derzeit nicht möglich"
    assert any(line.deciding for line in lines)
    assert all(line.word for line in lines if line.deciding)


def test_a_day_that_does_not_exist_is_said_and_what_is_shown_stays(page, keyboard):
    shown = page._title.text()
    for typed, said in (("31.04.", "30 Tage"), ("1900", "genaue Tag"), ("31.12.9999", "9999")):
        page.day.line.setFocus()
        page.day.line.setText(typed)
        keyboard.press(Qt.Key.Key_Return)
        assert said in page._about_day.text()
        assert page._title.text() == shown
    page.day.line.setText("")
    keyboard.press(Qt.Key.Key_Return)
    assert page._about_day.text() == "leer: heute"


def test_a_day_without_a_text_keeps_the_name_of_the_norm(page, keyboard):
    page.day.line.setFocus()
    page.day.line.setText("01.01.1900")
    keyboard.press(Qt.Key.Key_Return)
    assert page.scheme.lines.rowCount() == 0
    assert page._title.text() == page.listed.lines.line(page.listed.currentIndex()).text
