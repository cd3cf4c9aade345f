from datetime import date

import pytest
from PySide6.QtCore import Qt

from desktop.cases.answers import Proof
from desktop.cases.papers import Paper
from desktop.ui.casefile import room
from desktop.ui.casefile.papers_presenter import PapersPresenter
from desktop.ui.kit.jobs import HeldJobs

TODAY = date(2026, 11, 22)


class FakeView:
    def __init__(self):
        self.rows, self.missing, self.proven, self.undo, self.problem = [], 0, [], "", None

    def show_plan(self, plan):
        self.plan = plan

    def show_rows(self, rows, missing):
        self.rows, self.missing = rows, missing

    def show_proven(self, code, proven):
        self.proven = proven

    def show_undo(self, sentence):
        self.undo = sentence

    def show_problem(self, problem):
        self.problem = problem

    def row(self, code):
        return next(each for each in self.rows if each.code == code)


@pytest.fixture
def presented(context_of, sample):
    def make(name="muenchen-abschiebungsverbot", jobs=None):
        context, view = context_of(sample(name), jobs), FakeView()
        presenter = PapersPresenter(context, view)
        context.desk.open("1")
        return presenter, view, context

    return make


def test_what_is_asked_for_stands_first_and_the_missing_are_counted(presented):
    _, view, _ = presented()
    assert view.plan.title_id == "25_3"
    assert view.row("current_title").there
    assert view.missing == sum(row.asked and row.sure and not row.there for row in view.rows) > 0


def test_a_tick_records_state_and_day(presented):
    presenter, view, context = presented()
    presenter.tick(view.row("passport"), Proof.COPY)
    assert Paper("passport", "passport", Proof.COPY, seen_on=TODAY) in context.desk.case.papers
    before = view.missing
    presenter.tick(view.row("registration"), Proof.ORIGINAL)
    assert view.missing == before - 1


def test_taking_a_paper_away_can_be_undone(presented):
    presenter, view, context = presented()
    before = context.desk.case.papers
    presenter.tick(view.row("current_title"), None)
    assert len(context.desk.case.papers) == len(before) - 1
    assert view.undo
    presenter.undo()
    assert context.desk.case.papers == before


def test_ids_stay_unique(presented):
    presenter, view, context = presented()
    presenter.tick(view.row("passport"), Proof.SEEN)
    case = context.desk.case
    ids = [paper.id for paper in case.papers]
    assert len(ids) == len(set(ids))


def test_a_paper_out_of_date_proves_nothing_any_more(presented):
    presenter, view, _ = presented()
    row = view.row("current_title")
    presenter.correct(row, TODAY, None, date(2026, 11, 1), "")
    assert view.row("current_title").proof is Proof.OUT_OF_DATE
    assert not view.row("current_title").there


def test_answers_can_be_marked_as_proven_by_a_paper(presented):
    presenter, view, context = presented()
    presenter.tick(view.row("passport"), Proof.COPY)
    presenter.choose(view.row("passport"))
    assert {"birth_date", "nationalities"} <= {each.fact for each in view.proven}
    presenter.prove(view.row("passport"), "birth_date", True)
    answer = context.desk.case.answer("birth_date")
    assert (answer.paper, answer.proof) == ("passport", Proof.COPY)
    presenter.prove(view.row("passport"), "birth_date", False)
    assert context.desk.case.answer("birth_date").paper is None


def test_a_plan_that_comes_too_late_is_dropped(presented):
    jobs = HeldJobs()
    presenter, view, _context = presented(jobs=jobs)
    jobs.waiting.clear()
    presenter.choose_title("25_3")
    presenter.choose_title("25b_1")
    while jobs.waiting:
        jobs.release(len(jobs.waiting) - 1)
    assert view.plan.title_id == "25b_1"


def test_ticking_ten_papers_takes_one_key_each(look, shown, context_of, sample, keyboard):
    context = context_of(sample("sachsen-pflege"))
    view = room.papers(look, context)
    context.desk.open("1")
    shown(view)
    view.setFocus()
    view.table.choose(0)
    codes = [getattr(view.table.rows.row(number), "code", "") for number in range(10)]
    for letter in "3k4og23k4o":
        keyboard.type(letter)
    assert keyboard.inputs == 10
    states = {paper.code: paper.state for paper in context.desk.case.papers}
    assert [states[code].value for code in codes] == (
        "copy copy original original seen seen copy copy original original".split()
    )
    assert view.table.currentIndex().row() == 10
    keyboard.press(Qt.Key.Key_Up, Qt.Key.Key_Delete)
    assert codes[9] not in {paper.code for paper in context.desk.case.papers}
