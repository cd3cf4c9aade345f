"""The clock before anything that hangs on today; looking ahead in the pauses, and anew after a change."""

from collections.abc import Callable
from datetime import date

from desktop.services.clock import ClockWarning, Jump
from desktop.ui.kit.jobs import ImmediateJobs
from desktop.ui.upkeep import LookingAhead, look_at_the_clock

WARNING = ClockWarning(Jump.BACK, date(2026, 11, 24), date(2020, 1, 1))


def test_a_clock_that_jumped_is_told_and_nothing_goes_on():
    warned: list[ClockWarning] = []
    went_on: list[int] = []
    look_at_the_clock(ImmediateJobs(), lambda: WARNING, warned.append, lambda: went_on.append(1))
    assert (warned, went_on) == ([WARNING], [])


def test_with_a_clock_that_is_right_the_day_begins():
    warned: list[ClockWarning] = []
    went_on: list[int] = []
    look_at_the_clock(ImmediateJobs(), lambda: None, warned.append, lambda: went_on.append(1))
    assert (warned, went_on) == ([], [1])


class Ahead:
    """Steps that are taken one pause after the other."""

    def __init__(self, *waiting):
        self.waiting, self.refreshed, self.begun = list(waiting), 0, 0
        self.pauses: list[Callable[[], None]] = []
        self.looking = LookingAhead(ImmediateJobs(), self.steps, self.pauses.append, self.refresh)

    def steps(self):
        self.begun += 1
        todo, self.waiting = self.waiting, []
        yield 0
        yield from todo

    def refresh(self):
        self.refreshed += 1

    def pause(self):
        self.pauses.pop(0)()

    def to_the_end(self):
        while self.pauses:
            self.pause()


def test_every_step_waits_for_its_pause_and_the_lists_are_read_anew_at_the_end():
    ahead = Ahead("a", "b")
    ahead.looking.start()
    assert ahead.begun == 0
    ahead.pause()
    assert (ahead.begun, len(ahead.pauses)) == (1, 1)
    ahead.to_the_end()
    assert (ahead.begun, ahead.refreshed) == (1, 1)


def test_with_nobody_waiting_no_list_moves():
    ahead = Ahead()
    ahead.looking.start()
    ahead.to_the_end()
    assert ahead.refreshed == 0


def test_a_change_meanwhile_is_looked_at_afterwards():
    ahead = Ahead("a")
    ahead.looking.start()
    ahead.pause()
    ahead.waiting = ["c"]
    ahead.looking.start()
    ahead.looking.start()
    ahead.to_the_end()
    assert (ahead.begun, ahead.refreshed) == (2, 2)


def test_it_can_begin_again_later():
    ahead = Ahead("a")
    ahead.looking.start()
    ahead.to_the_end()
    ahead.waiting = ["b"]
    ahead.looking.start()
    ahead.to_the_end()
    assert ahead.begun == 2
