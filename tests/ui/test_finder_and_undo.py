"""Ctrl+K, Ctrl+Z, and the quiet work after opening."""

from types import SimpleNamespace
from typing import Any

from desktop.errors import Problem
from desktop.ui.finder import Finder
from desktop.ui.kit.jobs import HeldJobs, ImmediateJobs
from desktop.ui.upkeep import Undoing, bring_up_to_date

COMMANDS = [("lock", "Sperren", "Strg+L"), ("new_client", "Neue Akte …", "Strg+N")]


class View:
    def __init__(self):
        self.entries = []

    def show_entries(self, entries):
        self.entries = [entry.text for entry in entries]
        self.keys = [entry.key for entry in entries]


def finder_of(jobs, done):
    view = View()
    finder = Finder(
        view,
        jobs,
        clients=lambda query, most: [SimpleNamespace(id="7", name="Neumann", file_number="A-1")],
        commands=lambda: COMMANDS,
        open_client=lambda client: done.append(("open", client)),
        run=lambda command: done.append(("run", command)),
    )
    return finder, view


def test_commands_are_there_at_once_and_clients_stand_first():
    done: list[Any] = []
    jobs = HeldJobs()
    finder, view = finder_of(jobs, done)
    finder.type("")
    assert view.entries == ["Sperren", "Neue Akte …"]
    finder.type("neu")
    assert view.entries == ["Neue Akte …"]
    jobs.release()
    assert [entry.strip("\u2068\u2069") for entry in view.entries] == ["Neumann", "Neue Akte …"]
    for key in view.keys:
        finder.choose(key)
    assert done == [("open", "7"), ("run", "new_client")]


def test_an_emptied_field_forgets_the_clients():
    jobs = HeldJobs()
    finder, view = finder_of(jobs, [])
    finder.type("neu")
    finder.type("")
    jobs.release()
    assert view.entries == ["Sperren", "Neue Akte …"]


class Steps:
    def __init__(self, client):
        self.client, self.done = client, []

    def undo(self):
        self.done.append("undo")
        return self.client

    def redo(self):
        raise Problem("There is nothing to redo.")


class Case:
    client_id = "7"

    def __init__(self, log):
        self.log = log

    def save(self):
        self.log.append("saved")

    def open(self, client):
        self.log.append(("opened", client))


def undoing_of(client, texts):
    log: list[Any] = []
    case: Any = Case(log)
    undoing = Undoing(
        ImmediateJobs(), Steps(client), case, texts, log.append, lambda: log.append("fresh"), log.append
    )
    return undoing, log


def test_what_waits_is_saved_before_a_step_is_taken_back(texts):
    undoing, log = undoing_of("7", texts)
    undoing.undo()
    assert log == ["saved", ("opened", "7"), "Ein Schritt wurde zurückgenommen.", "fresh"]


def test_another_client_leaves_the_open_case_alone(texts):
    undoing, log = undoing_of("9", texts)
    undoing.undo()
    assert ("opened", "9") not in log


def test_nothing_to_redo_is_said(texts):
    undoing, log = undoing_of("7", texts)
    undoing.redo()
    assert [str(each) for each in log] == ["saved", "There is nothing to redo."]


def test_dates_are_derived_a_few_at_a_time():
    left, fresh = [60, 35, 10, 0], []
    told: list[Problem] = []
    bring_up_to_date(
        ImmediateJobs(), lambda most: left.pop(0), lambda: fresh.append(1), lambda: None, told.append
    )
    assert (left, fresh) == ([], [1])
    left[:] = [0]
    bring_up_to_date(
        ImmediateJobs(), lambda most: left.pop(0), lambda: fresh.append(2), lambda: None, told.append
    )
    assert fresh == [1]
    assert told == []


def test_dates_that_stay_old_are_told():
    """Those that cannot be derived, and what stopped deriving, such as a full disk."""
    stuck, full = Problem("stuck"), Problem("full")
    told: list[Problem] = []

    def stopped(most):
        raise full

    bring_up_to_date(ImmediateJobs(), lambda most: 0, lambda: None, lambda: stuck, told.append)
    bring_up_to_date(ImmediateJobs(), stopped, lambda: None, lambda: stuck, told.append)
    assert told == [stuck, full]
