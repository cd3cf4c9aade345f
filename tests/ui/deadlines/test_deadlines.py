from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt

from desktop.cases.periods import PartialDate
from desktop.services.words.values import distance
from desktop.ui.deadlines.presenter import DeadlinesPresenter
from desktop.ui.deadlines.room import build
from desktop.ui.kit.jobs import HeldJobs


class FakeView:
    def __init__(self):
        self.rows: Any = ()
        self.details: Any = None
        self.effect: Any = None
        self.shown = 0

    def show_dates(self, rows):
        self.rows = rows
        self.shown += 1

    def show_details(self, details):
        self.details = details

    def show_history_notes(self, notes):
        self.notes = notes

    def show_titles(self, titles, chosen):
        self.titles, self.title = titles, chosen

    def show_effect(self, effect):
        self.effect = effect

    def show_problem(self, problem):
        self.problem = problem


@pytest.fixture
def presented(context_of, sample):
    def make(name, jobs=None):
        context, view = context_of(sample(name), jobs), FakeView()
        presenter = DeadlinesPresenter(context, view)
        context.desk.open("1")
        return presenter, view, context

    return make


def test_every_date_comes_with_its_derivation_and_sections(presented):
    presenter, view, _ = presented("chancen-aufenthalt")
    row = view.rows[0]
    assert row.day == "Mi 30.12.2026"
    assert row.urgency == "urgent"
    presenter.choose(row)
    days = dict(view.details.days)
    assert days["Sicherer Tag"] == "Mi 30.12.2026"
    assert days["Letzter Tag"] == "Do 31.12.2026"
    assert len(view.details.derivation) >= 3
    assert any("VwVfG" in each.cite for each in view.details.derivation)
    assert "§ 25b" in view.details.action.text.replace("\xa0", " ")


def test_filing_says_what_it_does_and_what_it_does_not(presented):
    presenter, view, _ = presented("muenchen-abschiebungsverbot")
    assert not view.effect
    assert view.title == "25_3"
    presenter.file("25_3", PartialDate.exactly(date(2026, 12, 1)))
    assert view.effect.sign == "overdue"
    assert view.effect.words.startswith("Der Antrag hat keine Wirkung")
    presenter, view, _ = presented("chancen-aufenthalt")
    presenter.file("25b_1", PartialDate.exactly(date(2026, 12, 30)))
    assert view.effect.words.startswith("Der bisherige Titel gilt bis zur Entscheidung fort")
    presenter.file("25_3", PartialDate.exactly(date(2026, 12, 30)))
    assert view.effect.sign == "overdue"
    presenter.file("25b_1", PartialDate.exactly(date(2027, 1, 1)))
    assert "anordnen" in view.effect.words
    presenter.file("25b_1", None)
    assert view.effect is None


def test_dates_that_come_too_late_are_dropped(presented):
    jobs = HeldJobs()
    _presenter, view, context = presented("muenchen-abschiebungsverbot", jobs)
    context.answer("passports", ())
    while jobs.waiting:
        jobs.release(len(jobs.waiting) - 1)
    assert view.shown == 1


def test_dates_move_with_the_papers(presented):
    _, view, context = presented("muenchen-abschiebungsverbot")
    assert view.rows
    context.answer("status_periods", ())
    assert "Duldung" not in " ".join(row.what for row in view.rows)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 22), "heute"),
        (date(2026, 11, 23), "in 1 Tag"),
        (date(2027, 1, 24), "in 63 Tagen"),
        (date(2026, 11, 20), "vor 2 Tagen"),
        (date(2027, 5, 22), "in 6 Monaten"),
        (date(2031, 1, 17), "in 4 Jahren"),
    ],
)
def test_distance(texts, day, words):
    assert distance(day, date(2026, 11, 22), texts) == words


def test_the_page_explains_the_date_under_the_keyboard(look, shown, context_of, sample, keyboard):
    context = context_of(sample("chancen-aufenthalt"))
    view = build(look, context)
    context.desk.open("1")
    shown(view)
    view.setFocus()
    first = view._what.text()
    keyboard.press(Qt.Key.Key_Down)
    assert view._what.text() != first


def test_without_a_title_held_or_asked_for_the_best_one_is_proposed(presented, context_of, sample):
    _, view, _ = presented("muenchen-abschiebungsverbot")
    assert view.title == "25_3"
    context, view = context_of(replace(sample("muenchen-abschiebungsverbot"), requests=())), FakeView()
    presenter = DeadlinesPresenter(context, view)
    context.desk.open("1")
    assert view.title == "25_3"
    assert view.titles[0][0] != "25_3"
    del presenter
