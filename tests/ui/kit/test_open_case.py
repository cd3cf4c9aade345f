"""The case on the desk: everybody sees the same, and only the newest is saved."""

from types import SimpleNamespace
from typing import Any

import pytest

from desktop.cases.casefile import CaseFile
from desktop.cases.people import Client
from desktop.errors import Problem
from desktop.ui.kit.jobs import HeldJobs, ImmediateJobs
from desktop.ui.kit.open_case import OpenCase

AMAL, BAHAR = CaseFile(Client("Amal")), CaseFile(Client("Bahar"))


class Store:
    def __init__(self):
        self.cases = {"a": AMAL, "b": BAHAR}
        self.saves = []
        self.broken = False

    def load(self, client_id):
        return self.cases[client_id]

    def save(self, client_id, case):
        if self.broken:
            raise Problem("The disk is full.")
        self.saves.append((client_id, case))
        return SimpleNamespace(at="14:03")


@pytest.fixture
def store():
    return Store()


def test_listeners_see_every_change_and_it_is_saved_when_asked(store):
    case, seen = OpenCase(ImmediateJobs(), store), []
    times: list[Any] = []
    case.subscribe(lambda client_id, value: seen.append((client_id, value.client.name)))
    case.on_saved = times.append
    case.open("a")
    case.change(CaseFile(Client("Amal K.")))
    assert case.unsaved
    case.save()
    case.save()
    assert seen == [("a", "Amal"), ("a", "Amal K.")]
    assert [each.client.name for _, each in store.saves] == ["Amal K."]
    assert times == ["14:03"]
    assert not case.unsaved


def test_the_case_before_is_saved_first_and_its_late_answer_dropped(store):
    jobs = HeldJobs()
    case, seen = OpenCase(jobs, store), []
    case.subscribe(lambda client_id, value: seen.append(client_id))
    case.open("a")
    case.open("b")
    jobs.release(1)
    jobs.release(0)
    assert seen == ["b"]
    case.change(CaseFile(Client("Bahar B.")))
    case.open("a")
    jobs.release()
    assert store.saves == [("b", CaseFile(Client("Bahar B.")))]


def test_what_could_not_be_saved_stays_unsaved(store):
    case = OpenCase(ImmediateJobs(), store)
    problems: list[Problem] = []
    case.on_problem = problems.append
    case.open("a")
    store.broken = True
    case.change(BAHAR)
    case.save()
    assert str(problems[0]) == "The disk is full."
    assert case.unsaved
    store.broken = False
    case.save()
    assert store.saves == [("a", BAHAR)]


def test_an_equal_value_is_no_change(store):
    case, touched = OpenCase(ImmediateJobs(), store), []
    case.touched = lambda: touched.append(1)
    case.open("a")
    case.change(CaseFile(Client("Amal")))
    assert not touched
