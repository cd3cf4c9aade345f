"""What stands on which card of the start page, in which words, and what a key does."""

from datetime import timedelta

import pytest

from desktop.cases.applications import DecisionKind
from desktop.deadlines.duedates import Nature, Urgency
from desktop.errors import Problem
from desktop.rules.verdict import Verdict
from desktop.services.due import Counts, Due
from desktop.services.prospects import Prospect
from desktop.ui.kit.jobs import HeldJobs, ImmediateJobs
from desktop.ui.today.presenter import ENDING, PAGE, PAPERS, RESTING, WITHOUT, Ahead, TodayPresenter
from tests.ui.time_lines import TODAY, line

NONE = Counts(0, 0, 0, 0, 0, 0, 0, 0, 0)


class View:
    def __init__(self):
        self.head, self.day, self.problem, self.more = "", None, None, []

    def show_head(self, day):
        self.head = day

    def show_day(self, day):
        self.day = day

    def show_more(self, card, offset, entries):
        self.more.append((card, offset, [each.who for each in entries]))

    def show_problem(self, problem):
        self.problem = problem


class Dates:
    def __init__(self, cards, counts=NONE):
        self.cards, self.counted, self.ticked, self.asked = cards, counts, [], []

    def counts(self, today):
        assert today == TODAY
        return self.counted

    def lines(self, where, today, limit, offset):
        self.asked.append((where, limit, offset))
        return self.cards.get(where, [])[offset : offset + limit]

    def ahead(self, today):
        return Ahead(3, 20)

    def clients(self):
        return 5

    def tick(self, client, entry):
        self.ticked.append((client, entry))


@pytest.fixture
def page(texts):
    def open_with(jobs=None, counts=NONE, **cards):
        view = View()
        said: list[str] = []
        dates = Dates({Due(name): lines for name, lines in cards.items()}, counts)
        presenter = TodayPresenter(
            view, jobs or ImmediateJobs(), dates, texts, lambda: TODAY,
            what=lambda line: line.own or "Titel endet", cite=lambda title: f"§ {title} AufenthG",
            changing=lambda client, work: work(), say=said.append,
        )  # fmt: skip
        presenter.enter()
        return view, dates, presenter, said

    return open_with


def test_each_card_has_its_dates_and_the_number_of_all_there_are(page):
    counts = Counts(78, 1, 95, 117, 2, 4, 3, 12, 9)
    view, *_ = page(counts=counts, overdue=[line(-3)], today=[line(0)], possible=[line(0, Nature.EARLIEST)])
    shown = {card.value: (len(dates.entries), dates.total) for card, dates in view.day.cards.items()}
    assert shown == {
        "overdue": (1, 78),
        "today": (1, 1),
        "week": (0, 95),
        "coming": (0, 117),
        "possible": (1, 5),
    }
    assert view.day.lists == {WITHOUT: 4, RESTING: 3, ENDING: 12, PAPERS: 9}
    assert (view.day.clients, view.day.waiting) == (5, 20)
    assert view.head.replace("\N{NO-BREAK SPACE}", " ") == "Dienstag, 24. November 2026"


def test_the_three_kinds_are_told_apart_by_sign_and_word(page):
    lines = [
        line(0),
        line(0, Nature.PLAN, own="Rückfrage"),
        line(0, Nature.PLAN, own="Wiedervorlage"),
        line(0, Nature.APPOINTMENT, own="Botschaft", time="14:30"),
    ]
    view, *_ = page(today=lines)
    entries = view.day.cards[Due.TODAY].entries
    assert [each.second_line for each in entries] == [
        "Frist · Titel endet",
        "Wiedervorlage · Rückfrage",
        "Wiedervorlage",
        "Termin · Botschaft",
    ]
    assert entries[3].when == "Di 24.11. 14:30"


def test_the_day_to_act_by_is_shown_and_the_end_beside_it(page):
    view, *_ = page(week=[line(6, safe_day=TODAY + timedelta(days=2))])
    (entry,) = view.day.cards[Due.WEEK].entries
    assert (entry.when, entry.distance, entry.ends) == ("Do 26.11.", "in 2 Tagen", "endet Mo 30.11.")


def test_what_has_passed_shows_the_day_itself(page):
    view, *_ = page(overdue=[line(-3, safe_day=TODAY - timedelta(days=5))])
    (entry,) = view.day.cards[Due.OVERDUE].entries
    assert (entry.when, entry.distance, entry.ends) == ("Sa 21.11.", "vor 3 Tagen", "")


def test_a_missed_plan_looks_calmer_than_a_missed_deadline(page):
    view, *_ = page(overdue=[line(-3), line(-3, Nature.PLAN)])
    deadline, plan = view.day.cards[Due.OVERDUE].entries
    assert (deadline.sign.icon, plan.sign.icon) == ("urgency_overdue", "urgency_soon")
    assert deadline.sign.word == plan.sign.word == "overdue"


def test_a_far_day_carries_its_year(page):
    view, *_ = page(coming=[line(400, urgency=Urgency.LATER)])
    assert view.day.cards[Due.COMING].entries[0].when == "Mi 29.12.2027"


def test_more_of_a_card_comes_when_it_is_scrolled(page):
    many = [line(-1, name=f"N{number}") for number in range(PAGE + 2)]
    view, dates, presenter, _ = page(overdue=many)
    assert (Due.OVERDUE, PAGE, 0) in dates.asked
    presenter.more(Due.OVERDUE, PAGE)
    ((card, offset, names),) = view.more
    assert (card, offset) == (Due.OVERDUE, PAGE)
    assert len(names) == 2


def test_one_key_ticks_off_a_follow_up_and_asks_for_more_with_a_deadline(page):
    own = line(0, Nature.FILING, kind="deadline", entry="e9")
    view, dates, presenter, said = page(today=[line(0, Nature.PLAN), own, line(0)])
    follow_up, deadline, title = view.day.cards[Due.TODAY].entries
    presenter.tick(follow_up)
    assert (dates.ticked, said) == ([("7", "e1")], [])
    presenter.tick(deadline)
    presenter.tick(title)
    assert len(dates.ticked) == 1
    assert len(said) == 2
    assert said[0].startswith("Eine Frist haken Sie in der Akte ab")


def test_how_a_date_is_found_again(page):
    view, *_ = page(today=[line(0), line(0, Nature.PLAN)])
    title, follow_up = view.day.cards[Due.TODAY].entries
    assert (title.key, follow_up.key) == ("ae_validity|title:25_3|25_3|2026-11-24", "e1")


def test_a_title_that_somebody_comes_to_stands_among_what_is_possible(page):
    soon = Prospect(
        "7", "Amal K.", "A-1", TODAY + timedelta(days=7), "25b_1", DecisionKind.GRANT,
        Verdict.FACTS_MISSING, Verdict.SHOULD_BE_GRANTED,
    )  # fmt: skip
    view, dates, presenter, said = page(possible=[line(0, Nature.EARLIEST), soon])
    date, title = view.day.cards[Due.POSSIBLE].entries
    assert (date.verdict, title.verdict) == ("", "should_be_granted")
    assert (title.when, title.second_line) == ("Di 01.12.", "§ 25b_1 · soll erteilt werden")
    assert title.sign.icon == "verdict_should"
    presenter.tick(title)
    assert (dates.ticked, len(said)) == ([], 1)


def test_an_answer_from_before_is_dropped(page):
    jobs = HeldJobs()
    view, _, presenter, _ = page(jobs=jobs)
    presenter.enter()
    jobs.release(1)
    shown = view.day
    jobs.release(0)
    assert view.day is shown


def test_a_problem_is_shown(page):
    view, dates, presenter, _ = page()
    dates.counts = lambda _: (_ for _ in ()).throw(Problem("gone"))
    presenter.enter()
    assert view.problem is not None
