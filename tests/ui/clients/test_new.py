"""A new client: searched for before it is made."""

from datetime import date

import pytest

from desktop.cases.periods import PartialDate
from desktop.errors import Problem
from desktop.services.clients import ClientLine
from desktop.ui.clients.languages import language_options
from desktop.ui.clients.new_presenter import NewClient, NewClientPresenter
from desktop.ui.kit.jobs import ImmediateJobs

TODAY = date(2026, 11, 22)
AMAL = ClientLine("7", "Amal K.", "A-1", "1990", "", ends=None, safe_day=None, next_day=None)


class View:
    def __init__(self):
        self.similar, self.problem, self.field, self.busy, self.name = (), None, None, False, None

    def show_empty(self, name):
        self.name = name

    def show_similar(self, lines):
        self.similar = tuple(lines)

    def show_problem(self, problem, field=""):
        self.problem, self.field = problem, field

    def show_busy(self, busy):
        self.busy = busy


class Registry:
    def __init__(self):
        self.made, self.asked, self.full = [], [], False

    def similar(self, name, birth_date):
        self.asked.append((name, birth_date))
        return [AMAL] if "am" in name.lower() else []

    def create(self, client, birth_date):
        if self.full:
            raise Problem("The disk is full.")
        self.made.append((client, birth_date))
        return "8"


@pytest.fixture
def room():
    view, registry = View(), Registry()
    opened: list[str] = []
    presenter = NewClientPresenter(view, ImmediateJobs(), registry, "mk", lambda: TODAY, opened.append)
    return presenter, view, registry, opened


def test_who_is_there_already_is_shown_while_typing(room):
    presenter, view, registry, _ = room
    presenter.typed(NewClient(name="A"))
    assert registry.asked == []
    presenter.typed(NewClient(name="Ama"))
    assert view.similar == (AMAL,)
    presenter.typed(NewClient())
    assert view.similar == ()


def test_what_was_searched_for_in_vain_becomes_the_name(room):
    presenter, view, registry, _ = room
    presenter.start("Amina")
    assert view.name == "Amina"
    assert registry.asked == [("Amina", None)]


def test_a_name_is_enough(room):
    presenter, _, registry, opened = room
    presenter.create(NewClient(name="Amal K."))
    assert registry.made[0][0].name == "Amal K."
    assert registry.made[0][1] is None
    assert opened == ["8"]


def test_the_birth_date_carries_who_said_it_and_when(room):
    presenter, _, registry, _ = room
    born = PartialDate.parse("1990-05")
    presenter.create(NewClient(name="Amal K.", birth_date=born))
    answer = registry.made[0][1]
    assert (answer.value, answer.by, answer.on) == (born, "mk", TODAY)


@pytest.mark.parametrize(
    ("new", "field"), [(NewClient(), "name"), (NewClient(name="A", wrong_date=True), "birth_date")]
)
def test_what_is_wrong_is_said_at_its_field(room, new, field):
    presenter, view, registry, _ = room
    presenter.create(new)
    assert view.field == field
    assert not registry.made


def test_a_failed_save_keeps_the_form(room):
    presenter, view, registry, opened = room
    registry.full = True
    presenter.create(NewClient(name="Amal"))
    assert str(view.problem) == "The disk is full."
    assert not view.busy
    assert not opened


def test_the_one_who_is_there_already_is_opened(room):
    presenter, _, _, opened = room
    presenter.open_similar(AMAL)
    assert opened == ["7"]


def test_languages_stand_in_their_own_script(texts):
    words = dict(language_options(texts))
    assert words["de"] == "Deutsch"
    assert "دری" in words["prs"]
    assert words["prs"].endswith("Dari")
