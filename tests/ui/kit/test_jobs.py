"""Jobs: in order, on another thread, answered on the window's, and never after they were cancelled."""

import threading
from functools import partial
from typing import Any

import pytest

from desktop.errors import Problem
from desktop.ui.kit.jobs import AnsweredWhile, HeldJobs, ImmediateJobs, Latest, Unforeseen
from desktop.ui.kit.worker import Worker


@pytest.fixture
def reported():
    return []


@pytest.fixture
def worker(qapp, reported):
    worker = Worker(reported.append)
    yield worker
    worker.close()


def test_work_is_done_elsewhere_and_answered_here(qtbot, worker):
    told: list[Any] = []

    def work():
        told.append(threading.current_thread())
        return 7

    worker.run(work, done=told.append)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[0] is not threading.main_thread()
    assert told[1] == 7


def test_work_keeps_its_order(qtbot, worker):
    done: list[int] = []
    for number in range(50):
        worker.run(partial(int, number), done=done.append)
    qtbot.waitUntil(lambda: len(done) == 50)
    assert done == list(range(50))


def test_a_problem_reaches_the_person_a_mistake_the_report(qtbot, worker, reported):
    problems: list[Any] = []

    def refuse():
        raise Problem("No.")

    worker.run(refuse, done=problems.append, failed=problems.append)
    worker.run(lambda: 1 / 0, done=problems.append, failed=problems.append)
    qtbot.waitUntil(lambda: len(problems) == 2)
    assert str(problems[0]) == "No."
    assert isinstance(problems[1], Unforeseen)
    assert [type(error) for error in reported] == [ZeroDivisionError]


def test_cancelled_work_is_not_answered(qtbot, worker):
    gate, answers = threading.Event(), []
    worker.run(gate.wait, done=lambda _: answers.append("first"))
    running = worker.run(lambda: 1, done=lambda _: answers.append("cancelled"))
    running.cancel()
    worker.run(lambda: 1, done=lambda _: answers.append("last"))
    gate.set()
    qtbot.waitUntil(lambda: "last" in answers)
    assert answers == ["first", "last"]


def test_closing_finishes_what_was_asked_and_then_the_last_step(qapp, reported):
    done = []
    worker = Worker(reported.append)
    worker.run(lambda: done.append("work"), done=lambda _: done.append("answer"))
    worker.close(lambda: done.append("last"))
    qapp.processEvents()
    assert done == ["work", "last"]


def test_a_worker_without_work_still_does_the_last_step(qapp, reported):
    done = []
    Worker(reported.append).close(lambda: done.append("last"))
    assert done == ["last"]


def test_only_the_newest_question_is_answered():
    jobs = HeldJobs()
    answers: list[int] = []
    latest = Latest(jobs)
    for number in range(3):
        latest.run(partial(int, number), done=answers.append)
    while jobs.waiting:
        jobs.release()
    assert answers == [2]


def test_immediate_jobs_let_mistakes_through():
    with pytest.raises(ZeroDivisionError):
        ImmediateJobs().run(lambda: 1 / 0, done=print)


def test_rooms_that_are_gone_get_no_answer_but_what_they_asked_is_done():
    held = HeldJobs()
    heard: list[object] = []
    late: list[Problem] = []
    jobs = AnsweredWhile(held, late.append)
    jobs.run(lambda: "in time", heard.append)
    held.release()
    saved: list[str] = []
    jobs.run(lambda: saved.append("case"), heard.append)
    problem = Problem("No room is left.")

    def refuse():
        raise problem

    jobs.run(refuse, heard.append, heard.append)
    jobs.end()
    held.release()
    held.release()
    assert heard == ["in time"]
    assert saved == ["case"]
    assert late == [problem]
