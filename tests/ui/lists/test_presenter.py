"""Lists in pages; and whom a letter goes to."""

import pytest

from desktop.ui.kit.jobs import HeldJobs, ImmediateJobs
from desktop.ui.lists.presenter import FIRST_PAGE, ListPresenter
from tests.ui.time_lines import TODAY


class View:
    def __init__(self):
        self.choice, self.lines, self.pages, self.chosen = None, None, [], None

    def begin(self):
        pass

    def show_choice(self, choice):
        self.choice = choice

    def show_lines(self, lines, count):
        self.lines = (len(lines), count)

    def show_page(self, offset, lines):
        self.pages.append((offset, len(lines)))

    def show_chosen(self, clients, of):
        self.chosen = (set(clients), of)

    def show_problem(self, problem):
        raise problem


class Lines:
    def __init__(self, of_choice):
        self.of_choice = of_choice

    def count(self, choice, today):
        assert today == TODAY
        return len(self.of_choice[choice])

    def page(self, choice, today, limit, offset):
        return self.of_choice[choice][offset : offset + limit]

    def clients(self, choice, today):
        return sorted(set(self.of_choice[choice]))


@pytest.fixture
def page():
    def make(jobs=None, **of_choice):
        view = View()
        lines = Lines({int(key[1:]): value for key, value in of_choice.items()})
        presenter = ListPresenter(view, jobs or ImmediateJobs(), lines, lambda: TODAY, choice=90)
        presenter.enter()
        return view, presenter

    return make


def test_the_first_page_comes_with_the_count_and_the_rest_when_looked_at(page):
    view, presenter = page(c90=[f"c{number}" for number in range(FIRST_PAGE + 7)])
    assert view.lines == (FIRST_PAGE, FIRST_PAGE + 7)
    presenter.page(FIRST_PAGE, 200)
    assert view.pages == [(FIRST_PAGE, 7)]


def test_letters_go_to_everybody_until_somebody_is_chosen(page):
    view, presenter = page(c90=["a", "b", "c"])
    assert presenter.recipients == ["a", "b", "c"]
    presenter.toggle("c")
    presenter.toggle("a")
    assert presenter.recipients == ["a", "c"]
    assert view.chosen == ({"a", "c"}, 3)
    presenter.toggle("c")
    assert presenter.recipients == ["a"]


def test_all_and_none(page):
    view, presenter = page(c90=["a", "b"])
    presenter.toggle("a")
    presenter.toggle_all()
    assert view.chosen == ({"a", "b"}, 2)
    presenter.toggle_all()
    assert view.chosen == (set(), 2)


def test_somebody_with_two_titles_gets_one_letter(page):
    _, presenter = page(c90=["a", "a", "b"])
    assert presenter.recipients == ["a", "b"]


def test_other_days_begin_with_nobody_chosen(page):
    view, presenter = page(c90=["a", "b"], c30=["a"])
    presenter.toggle("b")
    presenter.choose(30)
    assert (view.choice, view.chosen, view.lines) == (30, (set(), 1), (1, 1))


def test_whoever_left_the_list_is_not_chosen_any_more(page):
    view, presenter = page(c90=(clients := ["a", "b"]))
    presenter.toggle("a")
    presenter.toggle("b")
    clients.remove("a")
    presenter.enter()
    assert view.chosen == ({"b"}, 1)


def test_a_page_of_other_days_is_dropped(page):
    jobs = HeldJobs()
    view, presenter = page(jobs, c90=["a"] * 300, c30=["a"])
    jobs.release()
    presenter.page(200, 100)
    presenter.choose(30)
    jobs.release()
    assert view.pages == []
