"""The calendar reads the days in sight and no others, and turns its pages by the keys."""

from datetime import date, timedelta

import pytest

from desktop.deadlines.duedates import Nature
from desktop.ui.calendar.presenter import MONTH, PAGE, WEEK, CalendarPresenter
from desktop.ui.kit.jobs import ImmediateJobs
from tests.ui.time_lines import TODAY, line


class View:
    def __init__(self):
        self.title, self.month, self.week, self.day, self.places, self.more = None, None, None, None, None, []

    def begin(self):
        pass

    def show_title(self, title, about, mode):
        self.title = (title, about, mode)

    def show_month(self, days, chosen):
        self.month = (days, chosen)

    def show_week(self, days, chosen):
        self.week = (days, chosen)

    def show_day(self, day):
        self.day = day

    def show_more(self, offset, entries):
        self.more.append((offset, len(entries)))

    def show_place(self, places, chosen):
        self.places = (dict(places), chosen)

    def show_problem(self, problem):
        raise problem


class Agenda:
    def __init__(self, lines):
        self.lines, self.counted, self.read, self.where = lines, [], [], "DE"

    def counts(self, first, last):
        self.counted.append((first, last))
        found: dict[date, dict[str, int]] = {}
        for each in self.lines:
            if first <= each.act_by <= last:
                day = found.setdefault(each.act_by, {})
                day["deadline"] = day.get("deadline", 0) + 1
        return found

    def dates(self, first, last, today, limit, offset):
        self.read.append((first, last, limit, offset))
        inside = [each for each in self.lines if first <= each.act_by <= last]
        return inside[offset : offset + limit]

    def place(self):
        return self.where

    def set_place(self, place):
        self.where = place


@pytest.fixture
def page(texts):
    def make(*lines):
        view, agenda = View(), Agenda(lines)
        presenter = CalendarPresenter(
            view, ImmediateJobs(), agenda, texts, lambda: TODAY, lambda line: "Titel endet"
        )
        presenter.enter()
        return view, agenda, presenter

    return make


def test_it_begins_with_the_month_of_today(page):
    view, agenda, _ = page(line(0), line(2), line(60))
    assert view.title == ("November 2026", "KW 44 bis 49", MONTH)
    days, chosen = view.month
    assert (len(days), days[0].day, chosen) == (42, date(2026, 10, 26), TODAY)
    assert agenda.counted == [(date(2026, 10, 26), date(2026, 12, 6))]
    assert view.day.title.replace("\N{NO-BREAK SPACE}", " ") == "Dienstag, 24. November 2026"
    assert view.day.about == "Heute · KW 48 · 1 Frist"
    assert [each.who for each in view.day.entries] == ["\u2068Amal K.\u2069"]


def test_another_day_of_the_month_reads_only_that_day(page):
    view, agenda, presenter = page(line(2))
    presenter.choose(TODAY + timedelta(days=2))
    assert agenda.read[-1] == (TODAY + timedelta(days=2),) * 2 + (PAGE, 0)
    assert len(agenda.counted) == 1
    assert view.day.total == 1


def test_a_day_of_the_next_month_turns_the_page(page):
    view, agenda, presenter = page()
    presenter.choose(date(2026, 12, 1))
    assert view.title[0] == "Dezember 2026"
    assert len(agenda.counted) == 2
    presenter.turn(1)
    assert (view.title[0], view.month[1]) == ("Januar 2027", date(2027, 1, 1))
    presenter.turn(-1)
    presenter.today()
    assert view.month[1] == TODAY


def test_the_week_has_its_dates_on_their_days(page):
    view, agenda, presenter = page(line(0), line(0), line(3), line(9))
    presenter.show_as(WEEK)
    assert view.title == ("KW 48", "23.11.2026 bis 29.11.2026", WEEK)
    days, _ = view.week
    assert [len(day.entries) for day in days] == [0, 2, 0, 0, 1, 0, 0]
    assert days[1].title == "Di 24.11."
    presenter.turn(1)
    assert [len(day.entries) for day in view.week[0]] == [0, 0, 0, 1, 0, 0, 0]
    assert agenda.counted[-1] == (date(2026, 11, 30), date(2026, 12, 6))
    assert agenda.read[-1] == (date(2026, 12, 3),) * 2 + (PAGE, 0), "days without dates are not read"


def test_a_full_day_says_how_many_are_missing_and_takes_nothing_from_the_others(page):
    view, _, presenter = page(*(line(0) for _ in range(703)), line(3))
    presenter.show_as(WEEK)
    days, _ = view.week
    assert (len(days[1].entries), days[1].more) == (PAGE, "und 603 weitere")
    assert (len(days[4].entries), days[4].more) == (1, "")


def test_a_long_day_comes_in_pages(page):
    view, _, presenter = page(*(line(0) for _ in range(PAGE + 5)))
    assert (len(view.day.entries), view.day.total) == (PAGE, PAGE + 5)
    presenter.more(PAGE)
    assert view.more == [(PAGE, 5)]


def test_holidays_of_the_place_that_was_chosen(page):
    view, _, presenter = page()
    assert view.places[1] == "DE"
    presenter.choose(date(2026, 11, 18))
    assert "Buß- und Bettag" not in view.day.about
    presenter.set_place("DE-SN")
    assert "Buß- und Bettag" in view.day.about
    assert view.places[0]["DE-SN"] == "Sachsen"


def test_beyond_the_holiday_tables_it_says_so(page):
    view, _, presenter = page()
    presenter.choose(date(2055, 1, 1))
    assert view.title[1] == "KW 53 bis 5 · Feiertage sind nur von 2020 bis 2040 hinterlegt."


def test_the_ends_of_time_are_no_mistake(page):
    view, _, presenter = page()
    presenter.choose(date.max)
    presenter.turn(1)
    assert view.month[1] == date(2199, 12, 31)
    presenter.choose(date.min)
    presenter.turn(-1)
    assert view.month[1] == date(1900, 1, 1)


def test_an_appointment_shows_its_hour(page):
    view, *_ = page(line(0, Nature.APPOINTMENT, time="09:30"))
    (entry,) = view.day.entries
    assert (entry.time, entry.when) == ("09:30", "Di 24.11. 09:30")
