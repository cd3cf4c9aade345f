"""Letters for many: one client after the other, cancelled at any time, and the result told to the end."""

from pathlib import Path

import pytest

from desktop.errors import Problem
from desktop.services.batch import Line, Progress
from desktop.ui.kit.jobs import HeldJobs
from desktop.ui.lists.letters import Letters
from tests.ui.time_lines import TODAY

BOTH = ("letter", "checklist")
BAD = Problem("Something is missing.", "Enter it.")


class View:
    def __init__(self):
        self.shown, self.name = [], ""
        self.file, self.folder = Path("out/letters"), Path("out")

    def show_offer(self, clients):
        self.shown.append(("offer", clients))

    def show_again(self):
        self.shown.append(("again",))

    def show_progress(self, done, total):
        self.shown.append(("progress", done, total))

    def show_done(self, sentence, report):
        self.shown.append(("done", sentence, report))

    def show_problem(self, problem):
        self.shown.append(("problem", problem.sentence))

    def ask_file(self, name):
        self.name = name
        return self.file

    def ask_folder(self):
        return self.folder


class Batch:
    """Makes one client a step, and knows whether it was closed before its end."""

    def __init__(self, fails=()):
        self.fails, self.asked, self.made, self.closed = fails, None, [], False

    def run(self, clients, place, kinds):
        self.asked = (clients, place, kinds)
        try:
            for number, client in enumerate(clients, start=1):
                if client == "breaks":
                    raise BAD
                self.made.append(client)
                report: tuple[Line, ...] = ()
                if number == len(clients):
                    report = tuple(
                        Line(each, each, problem=BAD if each in self.fails else None) for each in clients
                    )
                yield Progress(number, len(clients), 0, report)
        except GeneratorExit:
            self.closed = True
            raise


@pytest.fixture
def letters(texts):
    def make(batch, *clients):
        view, jobs = View(), HeldJobs()
        finished: list[str] = []
        made = Letters(
            view, jobs, batch.run, lambda lines: " ".join(line.file_number for line in lines), texts,
            lambda: TODAY, finished.append,
        )  # fmt: skip
        made.offer(clients)
        return made, view, jobs, finished

    return make


def release_all(jobs):
    while jobs.waiting:
        jobs.release()


def test_every_step_lets_others_have_their_turn(letters):
    batch = Batch()
    made, view, jobs, finished = letters(batch, "a", "b", "c")
    made.make(BOTH, in_a_folder=False)
    for done in (["a"], ["a", "b"]):
        jobs.release()
        assert (batch.made, len(jobs.waiting)) == (done, 1)
    assert made.running
    release_all(jobs)
    place = Path("out/letters.pdf")
    assert batch.asked == (("a", "b", "c"), place, BOTH)
    assert view.name == "Anträge_2026-11-24.pdf"
    assert view.shown == [
        ("offer", 3),
        ("progress", 0, 3),
        ("progress", 1, 3),
        ("progress", 2, 3),
        ("done", f"Gespeichert in {place}.", "a b c"),
    ]
    assert finished == ["Die Briefe sind fertig."]
    assert not made.running


def test_a_folder(letters):
    batch = Batch()
    made, _, jobs, _ = letters(batch, "a")
    made.make(("letter",), in_a_folder=True)
    release_all(jobs)
    assert batch.asked == (("a",), Path("out"), ("letter",))


def test_nothing_is_said_to_be_saved_where_nothing_could_be_made(letters):
    made, view, jobs, _ = letters(Batch(fails=("a", "b")), "a", "b")
    made.make(BOTH, in_a_folder=False)
    release_all(jobs)
    assert view.shown[-1][:2] == ("done", "Es konnte nichts gemacht werden; gespeichert wurde nichts.")


def test_cancelled_after_the_client_under_way(letters):
    batch = Batch()
    made, view, jobs, finished = letters(batch, "a", "b", "c")
    made.make(BOTH, in_a_folder=False)
    jobs.release()
    made.cancel()
    release_all(jobs)
    assert batch.closed
    assert view.shown[-1] == ("offer", 3)
    assert (finished, made.running) == ([], False)


def test_after_cancelling_it_begins_anew(letters):
    batch = Batch()
    made, view, jobs, _ = letters(batch, "a", "b")
    made.make(BOTH, in_a_folder=False)
    jobs.release()
    made.cancel()
    made.make(BOTH, in_a_folder=False)
    release_all(jobs)
    assert view.shown[-1][0] == "done"
    assert batch.made[-2:] == ["a", "b"]


def test_while_it_runs_it_is_shown_again_and_nothing_else_is_begun(letters):
    batch = Batch()
    made, view, jobs, _ = letters(batch, "a", "b")
    made.make(BOTH, in_a_folder=False)
    jobs.release()
    made.offer(["z"])
    made.make(BOTH, in_a_folder=False)
    assert view.shown[-1] == ("again",)
    release_all(jobs)
    assert batch.made == ["a", "b"]


def test_what_goes_wrong_is_told_and_one_can_try_again(letters):
    made, view, jobs, _ = letters(Batch(), "a", "breaks")
    made.make(BOTH, in_a_folder=False)
    release_all(jobs)
    assert view.shown[-2:] == [("offer", 2), ("problem", "Something is missing.")]
    assert not made.running


def test_who_gives_up_begins_nothing(letters):
    made, view, jobs, _ = letters(Batch(), "a")
    view.file = None
    made.make(BOTH, in_a_folder=False)
    assert (jobs.waiting, made.running) == ([], False)
