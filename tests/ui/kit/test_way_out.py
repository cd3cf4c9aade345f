"""What leaves the office: with names only where chosen, nothing half done, and never a wrong ending."""

from pathlib import Path

import pytest

from desktop.errors import Problem
from desktop.ui.kit.jobs import HeldJobs, ImmediateJobs
from desktop.ui.kit.way_out import Content, Way, WayOut


class View:
    def __init__(self, place=None, printer=False):
        self.place, self.printer = place, printer
        self.said, self.problems, self.asked, self.shown = [], [], [], None

    def show_way(self, title, about, on_paper):
        self.shown = (title, about, on_paper)

    def show_problem(self, problem):
        self.problems.append(problem.sentence)

    def show_done(self, sentence):
        self.said.append(sentence)

    def has_printer(self):
        return self.printer

    def ask_where(self, file_name, suffix):
        self.asked.append((file_name, suffix))
        return self.place


class Office:
    def __init__(self, problem=None, warning=None):
        self.problem, self.warning, self.made, self.written = problem, warning, [], []

    def make(self, names):
        self.made.append(names)
        if self.problem is not None:
            raise self.problem
        return Content(b"with" if names else b"without", "list.pdf", self.warning)

    def way(self, suffix=".pdf"):
        return Way("Title", "about", self.make, lambda *put: self.written.append(put), suffix)


@pytest.fixture
def opened(texts):
    def make(office, view, jobs=None, suffix=".pdf"):
        out = WayOut(view, jobs or ImmediateJobs(), texts)
        out.open(office.way(suffix))
        return out

    return make


def test_with_names_only_where_chosen(opened):
    office, view = Office(), View(Path("x/list.pdf"))
    out = opened(office, view)
    assert view.shown == ("Title", "about", True)
    out.save(False)
    out.save(True)
    assert office.made == [False, True]
    assert [content.data for _, content in office.written] == [b"without", b"with"]
    assert view.said == ["Gespeichert als list.pdf."] * 2


@pytest.mark.parametrize(
    ("typed", "suffix", "written"),
    [
        ("week", ".pdf", "week.pdf"),
        ("v1.2", ".ics", "v1.2.ics"),
        ("Dates.ICS", ".ics", "Dates.ICS"),
        ("list.pdf", ".ics", "list.pdf.ics"),
    ],
)
def test_the_ending_is_right_whatever_was_typed(opened, typed, suffix, written):
    office = Office()
    opened(office, View(Path(typed)), suffix=suffix).save(False)
    assert [place.name for place, _ in office.written] == [written]


def test_who_gives_up_writes_nothing(opened):
    office, view = Office(), View(None)
    opened(office, view).save(True)
    assert view.asked == [("list.pdf", ".pdf")]
    assert (office.written, view.said) == ([], [])


def test_what_cannot_be_made_is_told_and_nobody_is_asked_where(opened):
    view = View(Path("x.pdf"))
    opened(Office(Problem("No date.", "Another day.")), view).save(False)
    assert (view.problems, view.asked) == (["No date."], [])


def test_without_a_printer_nothing_is_made(opened):
    office, view = Office(), View()
    opened(office, view).print(False)
    assert office.made == []
    assert view.problems == ["No printer is set up on this computer."]


def test_after_closing_nobody_is_asked_any_more(opened):
    jobs, view = HeldJobs(), View(Path("x.pdf"))
    out = opened(Office(), view, jobs)
    out.save(True)
    out.close()
    jobs.release()
    assert view.asked == []


def test_what_could_not_be_printed_is_said_after_it_was_saved(opened):
    office, view = Office(warning=Problem("No font has them.")), View(Path("x/list.pdf"))
    opened(office, view).save(True)
    assert view.said == ["Gespeichert als list.pdf."]
    assert view.problems == ["No font has them."]
