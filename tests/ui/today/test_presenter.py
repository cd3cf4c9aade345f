"""What is due, under which heading, in which words."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.deadlines.duedates import Urgency
from desktop.services.deadlines import DueCounts, DueLine
from desktop.ui.kit.jobs import HeldJobs, ImmediateJobs
from desktop.ui.today.presenter import Day, TodayPresenter

TODAY = date(2026, 11, 22)


def line(days, urgency=Urgency.SOON, safe=None, name="Amal K."):
    day = TODAY + timedelta(days=days)
    safe_day = None if safe is None else TODAY + timedelta(days=safe)
    return DueLine("7", name, "A-1", "ae_validity", "title:25_3", "25_3", day, safe_day, None, urgency)


class View:
    def __init__(self):
        self.head, self.day, self.problem = "", None, None

    def show_head(self, day):
        self.head = day

    def show_day(self, day):
        self.day = day

    def show_problem(self, problem):
        self.problem = problem


class Dates:
    def __init__(self, *lines):
        self.lines = lines

    def due(self, today):
        return self.lines

    def counts(self, today):
        return DueCounts(sum(each.day < today for each in self.lines), 1, 2)

    def clients(self):
        return 5


@pytest.fixture
def page(texts):
    def open_with(*lines, jobs=None):
        view, counted = View(), []
        presenter = TodayPresenter(
            view, jobs or ImmediateJobs(), Dates(*lines), texts, lambda: TODAY,
            what=lambda line: "Titel endet", show_count=lambda *values: counted.append(values),
        )  # fmt: skip
        presenter.enter()
        return view, counted, presenter

    return open_with


def test_overdue_stands_apart_from_this_week_and_later(page):
    view, counted, _ = page(line(-3, Urgency.OVERDUE), line(0), line(7), line(8), line(20, safe=6))
    assert [len(group) for group in (view.day.overdue, view.day.this_week, view.day.later)] == [1, 3, 1]
    assert view.head.replace("\N{NO-BREAK SPACE}", " ") == "Sonntag, 22. November 2026"
    assert counted == [(1, "1 Frist überfällig")]


def test_the_day_to_act_by_is_shown_and_the_end_beside_it(page):
    view, _, _ = page(line(6, safe=2))
    (entry,) = view.day.this_week
    assert (entry.when, entry.distance, entry.ends) == ("Di 24.11.", "in 2 Tagen", "endet Sa 28.11.")


def test_what_has_passed_shows_the_day_itself(page):
    view, _, _ = page(line(-3, Urgency.OVERDUE, safe=-5))
    (entry,) = view.day.overdue
    assert (entry.when, entry.distance, entry.ends) == ("Do 19.11.", "vor 3 Tagen", "")


def test_a_far_day_carries_its_year(page):
    view, _, _ = page(line(400, Urgency.LATER))
    assert view.day.later[0].when == "Mo 27.12.2027"


def test_nobody_yet(page):
    view, counted, _ = page()
    assert view.day == replace(Day(), ninety_days=2, clients=5)
    assert counted[0][0] == 0


def test_an_answer_from_before_is_dropped(page):
    jobs = HeldJobs()
    view, _, presenter = page(line(1), jobs=jobs)
    presenter.enter()
    jobs.release(1)
    shown = view.day
    jobs.release(0)
    assert view.day is shown
