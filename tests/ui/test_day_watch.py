"""The number on the rail, and the one note a day, which names nobody."""

from datetime import date

import pytest

from desktop.ui.day_watch import DayWatch, DueNow
from desktop.ui.kit.jobs import HeldJobs, ImmediateJobs

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


class World:
    def __init__(self, texts, jobs=None):
        self.today, self.now, self.start_page = MONDAY, DueNow(2, 3, 1), False
        self.shown: list[tuple[int, str]] = []
        self.told: list[str] = []
        self.new_days, self.asked = 0, []
        self.watch = DayWatch(
            jobs or ImmediateJobs(), self.count, texts, lambda: self.today,
            show=lambda now, words: self.shown.append((now.pressing, words)), remind=self.told.append,
            at_the_start_page=lambda: self.start_page, new_day=self.begin,
        )  # fmt: skip

    def count(self, day):
        self.asked.append(day)
        return self.now

    def begin(self):
        self.new_days += 1


@pytest.fixture
def world(texts):
    return World(texts)


def test_overdue_and_today_stand_on_the_rail(world):
    world.watch.look()
    assert world.shown == [(5, "2 Fristen überfällig, 3 heute fällig")]
    world.now = DueNow(0, 0, 4)
    world.watch.look()
    assert world.shown[-1] == (0, "heute ist nichts fällig")


def test_the_note_comes_once_a_day(world):
    world.watch.look()
    world.watch.look()
    assert world.told == ["Fällig: heute 3, morgen 1, überfällig 2."]


def test_whoever_has_the_start_page_before_them_is_not_told_again(world):
    world.start_page = True
    world.watch.look()
    world.start_page = False
    world.watch.look()
    assert world.told == []


def test_what_is_only_overdue_is_no_news(world):
    world.now = DueNow(7, 0, 0)
    world.watch.look()
    assert world.told == []
    world.now = DueNow(7, 0, 1)
    world.watch.look()
    assert world.told == ["Fällig: morgen 1, überfällig 7."]


def test_midnight_begins_a_new_day_once(world):
    world.watch.minute()
    assert (world.new_days, world.asked) == (0, [])
    world.today = TUESDAY
    world.watch.minute()
    world.watch.minute()
    assert (world.new_days, world.asked) == (1, [TUESDAY])
    assert len(world.told) == 1


def test_after_midnight_there_is_a_note_again(world):
    world.watch.look()
    world.today = TUESDAY
    world.watch.minute()
    assert len(world.told) == 2


def test_an_older_count_does_not_overwrite_a_newer_one(texts):
    jobs = HeldJobs()
    world = World(texts, jobs)
    world.watch.look()
    world.watch.look()
    jobs.release(1)
    jobs.release(0)
    assert len(world.shown) == 1
