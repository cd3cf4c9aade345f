"""The list of clients: every keystroke asks, the last one is answered."""

from typing import Any

import pytest

from desktop.errors import Problem
from desktop.services.clients import ClientLine
from desktop.ui.clients.presenter import FIRST_PAGE, NEXT_PAGE, ClientsPresenter
from desktop.ui.kit.jobs import HeldJobs, ImmediateJobs


def people(count):
    dates: Any = {"ends": None, "safe_day": None, "next_day": None}
    return [ClientLine(str(n), f"Person {n:05}", f"A-{n}", "", "", **dates) for n in range(count)]


class View:
    def __init__(self):
        self.shown: Any = None
        self.lines, self.pages, self.problem, self.focused = [], [], None, 0

    def show_lines(self, lines, query):
        self.lines, self.shown, self.pages = list(lines), None, []

    def show_count(self, found, of, query):
        self.shown = (found, of, query)

    def show_page(self, offset, lines):
        self.pages.append((offset, len(lines)))

    def show_problem(self, problem):
        self.problem = problem

    def show_query(self, query):
        self.query = query

    def focus(self):
        self.focused += 1


class Clients:
    def __init__(self, count):
        self.people, self.broken = people(count), False

    def lines(self, query, limit, offset):
        if self.broken:
            raise Problem("The office file is damaged.")
        return [each for each in self.people if query.strip() in each.name][offset : offset + limit]

    def count(self, query):
        return sum(query.strip() in each.name for each in self.people)

    def remove(self, client_id):
        self.people = [each for each in self.people if each.id != client_id]


@pytest.fixture
def room(texts):
    def open_with(count, jobs=None):
        view, clients = View(), Clients(count)
        opened: list[str] = []
        removed = []
        presenter = ClientsPresenter(
            view, jobs or ImmediateJobs(), clients, texts, opened.append,
            say_removed=lambda *told: removed.append(told),
        )  # fmt: skip
        presenter.enter()
        return presenter, view, clients, opened, removed

    return open_with


def test_a_short_list_comes_at_once(room):
    _, view, *_ = room(3)
    assert len(view.lines) == 3
    assert view.shown == (3, 3, "")
    assert view.focused == 1


def test_a_long_list_reads_on_a_little(room):
    _, view, *_ = room(5000)
    assert len(view.lines) == FIRST_PAGE
    assert view.pages == [(FIRST_PAGE, NEXT_PAGE)]


def test_a_keystroke_stops_the_pages_and_the_question_before(room):
    jobs = HeldJobs()
    presenter, view, *_ = room(5000, jobs)
    presenter.type("Person 0")
    presenter.type("Person 00001")
    while jobs.waiting:
        jobs.release()
    assert view.shown == (1, 5000, "Person 00001")
    assert view.pages == []


def test_found_and_all_are_counted_apart(room):
    presenter, view, *_ = room(300)
    presenter.type("Person 0000")
    assert view.shown == (10, 300, "Person 0000")
    presenter.type("nobody")
    assert view.shown == (0, 300, "nobody")


def test_rows_that_are_looked_at_are_fetched_for_the_present_search_only(room):
    jobs = HeldJobs()
    presenter, view, *_ = room(5000, jobs)
    jobs.release()
    presenter.page(4000, 200)
    presenter.type("x")
    while jobs.waiting:
        jobs.release()
    assert view.pages == []


def test_deleting_takes_the_line_away_and_offers_to_undo(room):
    presenter, view, _, _, removed = room(3)
    presenter.remove(view.lines[1])
    assert [each.id for each in view.lines] == ["0", "2"]
    assert removed == [("1", "Die Akte wurde gelöscht.")]


def test_a_problem_is_shown_on_the_page(room):
    presenter, view, clients, *_ = room(3)
    clients.broken = True
    presenter.type("a")
    assert str(view.problem) == "The office file is damaged."


def test_opening_hands_over_the_id(room):
    presenter, view, _, opened, _ = room(2)
    presenter.open(view.lines[1])
    assert opened == ["1"]
