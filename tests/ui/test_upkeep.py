"""The clock before anything that hangs on today; looking ahead in the pauses, and anew after a change."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from desktop.errors import Problem
from desktop.services.caseload import Progress
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
        self.told: list[Problem] = []
        self.looking = LookingAhead(
            ImmediateJobs(), self.steps, self.pauses.append, self.refresh, self.left_out, self.told.append
        )

    def steps(self):
        self.begun += 1
        todo, self.waiting = self.waiting, []
        yield Progress(0, len(todo))
        for each in todo:
            yield each if isinstance(each, Progress) else Progress(1, 1)

    def left_out(self, failed):
        return Problem(", ".join(each.hex[:2] for each in failed)) if failed else None

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


def test_for_whom_it_fails_is_told_once():
    first, second = UUID(int=0xA1 << 120), UUID(int=0xB2 << 120)
    ahead = Ahead(Progress(1, 2), Progress(2, 2, (first,)))
    ahead.looking.start()
    ahead.to_the_end()
    assert [str(each) for each in ahead.told] == ["a1"]
    ahead.waiting = [Progress(1, 1, (first,))]
    ahead.looking.start()
    ahead.to_the_end()
    assert len(ahead.told) == 1
    ahead.waiting = [Progress(1, 1, (first, second))]
    ahead.looking.start()
    ahead.to_the_end()
    assert [str(each) for each in ahead.told] == ["a1", "a1, b2"]


def test_what_stops_looking_ahead_is_told():
    ahead = Ahead()

    def stopped():
        yield Progress(0, 1)
        raise Problem("The disk is full.")

    ahead.looking._steps = stopped
    ahead.looking.start()
    ahead.to_the_end()
    assert [str(each) for each in ahead.told] == ["The disk is full."]
    assert ahead.refreshed == 0
