"""The files of the household: shown with what derives from them, linked, taken out; typing is never lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from desktop.cases.casefile import CaseFile
from desktop.cases.people import Client, HouseholdLink
from desktop.errors import Problem
from desktop.services.assessment import assess
from desktop.services.household import Person
from desktop.ui.casefile.household_presenter import HouseholdPresenter
from desktop.ui.casefile.household_view import HouseholdPart
from desktop.ui.kit.jobs import HeldJobs
from tests.ui.conftest import TODAY

SON = HouseholdLink("child", "son")


class Households:
    """Stands for the office: links are kept, nobody derives anything."""

    def __init__(self, people=()):
        self._people, self.links, self.problem = people, [], None

    def people(self, case, _):
        return [each for each in self._people if each.ref in {link.case for link in case.household}]

    def link(self, client_id, other_id, relation):
        if self.problem:
            raise self.problem
        self.links.append((client_id, other_id, relation))
        return CaseFile(Client("stored"), household=(HouseholdLink(relation, other_id),))

    def unlink(self, client_id, other_id):
        self.links.append((client_id, other_id, None))
        return CaseFile(Client("stored"))


class View:
    linked, relations, problem = (), (), None

    def show_linked(self, linked, relations):
        self.linked, self.relations = linked, relations

    def show_problem(self, problem):
        self.problem = problem


def held(case):
    """What that case holds today."""
    return next(each for each in case.status_periods if each.period.shortest.covers(TODAY))


@pytest.fixture
def son(sample):
    case = sample("chancen-aufenthalt")
    return Person("son", "Idris Muster", "child", held(case), ())


@pytest.fixture
def room(context_of, sample, son):
    def make(case=None, jobs=None, people=(son,)):
        context = context_of(case or sample("offene-fragen"), jobs)
        view, households = View(), Households(people)
        picks: list = []
        opened: list = []
        presenter = HouseholdPresenter(context, view, households, picks.append, opened.append)
        context.desk.open("1")
        return presenter, view, households, picks, opened, context

    return make


def test_nobody_is_linked_at_first(room):
    _, view, *_ = room()
    assert view.linked == ()
    assert [word for word, _ in view.relations][:2] == ["spouse_partner", "child"]


def test_a_client_is_picked_and_linked(room):
    presenter, view, households, picks, _, context = room()
    presenter.link("child")
    picks[0]("son")
    assert households.links == [("1", "son", "child")]
    assert context.desk.case.household == (SON,)
    (line,) = view.linked
    assert (line.name, line.relation) == ("Idris Muster", "Kind")
    assert line.holds.startswith("§\xa0104c")
    assert "bis" in line.holds


def test_what_was_typed_meanwhile_stays(room):
    jobs = HeldJobs()
    presenter, _, _, picks, _, context = room(jobs=jobs)
    presenter.link("child")
    picks[0]("son")
    case = context.desk.case
    context.desk.change(replace(case, client=replace(case.client, notes="typed meanwhile")))
    while jobs.waiting:
        jobs.release()
    assert context.desk.case.client.notes == "typed meanwhile"
    assert context.desk.case.household == (SON,)


def test_a_link_is_taken_out(room, sample):
    presenter, view, households, _, _, context = room(replace(sample("offene-fragen"), household=(SON,)))
    assert len(view.linked) == 1
    presenter.unlink("son")
    assert households.links == [("1", "son", None)]
    assert context.desk.case.household == ()
    assert view.linked == ()


def test_a_file_that_is_not_here_is_said_and_can_be_taken_out(room, sample):
    _, view, *_ = room(replace(sample("offene-fragen"), household=(SON,)), people=())
    (line,) = view.linked
    assert not line.reachable
    assert line.holds == "Die verknüpfte Akte ist nicht in diesem Büro."


def test_a_refusal_is_said(room):
    presenter, view, households, picks, _, context = room()
    households.problem = Problem("A client cannot be linked with the own file.")
    presenter.link("child")
    picks[0]("1")
    assert view.problem is households.problem
    assert context.desk.case.household == ()


def test_the_part_of_the_page(look, shown, room, sample, son, context_of):
    context = context_of(replace(sample("offene-fragen"), household=(SON,)))
    part = HouseholdPart(look)
    opened: list = []
    presenter = HouseholdPresenter(context, part, Households((son,)), lambda _: None, opened.append)
    part.open_wanted.connect(presenter.open)
    part.link_wanted.connect(presenter.link)
    context.desk.open("1")
    shown(part)
    assert any("§\xa0104c" in each.text() for each in part.findChildren(QLabel))
    opening = next(each for each in part.findChildren(QPushButton) if "öffnen" in each.accessibleName())
    opening.click()
    assert opened == ["son"]
    assert part.relation.value() == "spouse_partner"


def test_what_nothing_speaks_for_is_not_listed_for_a_relative(room, sample, reference):
    case = replace(sample("offene-fragen"), household=(SON,))
    results = assess(reference, CaseFile(Client("Idris")), TODAY).titles
    deriving = tuple(each for each in results if each.norm.id.startswith("25a_2"))
    assert deriving
    _, view, *_ = room(case, people=(Person("son", "Idris Muster", "child", None, deriving),))
    (line,) = view.linked
    assert line.derives == ()
