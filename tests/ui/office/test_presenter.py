"""From the first window to an open office, without a window."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from desktop.errors import CannotOpen, Problem
from desktop.ui.kit.jobs import HeldJobs, ImmediateJobs
from desktop.ui.office.presenter import OfficePresenter

OFFICE = Path("home") / "Büro.akte"
CODE = "8JE6-5X4R-GH5D-F05X-H2PC-1H81-EMXE"


class View:
    """Keeps the last thing it was told, by the name of the method."""

    def __init__(self):
        self.told = {}

    def __getattr__(self, name):
        return lambda *values: self.told.__setitem__(name.removeprefix("show_"), values)

    @property
    def problem(self):
        return self.told.get("problem", (None,))[0]


class Door:
    def __init__(self):
        self.closed = 0
        self.calls = []
        self.session = SimpleNamespace(close=lambda: setattr(self, "closed", self.closed + 1))

    def prepare(self):
        self.calls.append("prepare")

    def open(self, path, login, passphrase):
        self.calls.append(("open", path, login))
        if passphrase != "right":
            raise Problem("The login name or the passphrase is not right.")
        return self.session

    def open_with_recovery(self, path, code):
        if code != CODE:
            raise Problem("The recovery code has a typing error.")
        return self.session

    def create(self, path, name, login, passphrase):
        self.calls.append(("create", path, name, login))
        return SimpleNamespace(session=self.session, recovery_code=CODE)

    def passphrase_problem(self, text):
        return Problem("The passphrase is too short.") if len(text) < 14 else None

    def suggest_passphrase(self):
        return "bagosu-tilena-rofiwa"


@pytest.fixture
def made(tmp_path):
    return office_of(ImmediateJobs(), tmp_path / "offices")


def office_of(jobs, folder):
    view, door = View(), Door()
    entered: list[Any] = []
    presenter = OfficePresenter(view, jobs, door, entered.append, folder, lambda count: (2, 5))
    return SimpleNamespace(view=view, door=door, entered=entered, presenter=presenter, folder=folder)


def test_the_right_passphrase_enters(made):
    made.presenter.open(OFFICE, " mk ", "right")
    (entered,) = made.entered
    assert (entered.session, entered.path, entered.login) == (made.door.session, OFFICE, "mk")


def test_the_wrong_one_says_so_and_lets_one_try_again(made):
    made.presenter.open(OFFICE, "mk", "wrong")
    assert str(made.view.problem) == "The login name or the passphrase is not right."
    assert "ready" in made.view.told
    assert not made.entered


@pytest.mark.parametrize(
    ("path", "login", "passphrase", "field"),
    [(None, "mk", "x", "office"), (OFFICE, " ", "x", "login"), (OFFICE, "mk", "", "passphrase")],
)
def test_what_is_missing_is_said_at_its_field(made, path, login, passphrase, field):
    made.presenter.open(path, login, passphrase)
    assert made.view.told["problem"][1] == field
    assert not made.door.calls


def test_a_file_that_cannot_be_opened_is_not_the_only_choice(made):
    def gone(path, login, passphrase):
        raise CannotOpen("“{file}” is not an office file.", file=path.name)

    made.door.open = gone
    made.presenter.start([OFFICE], OFFICE, "mk", locked=True)
    made.presenter.open(OFFICE, "mk", "right")
    assert made.view.told["open"] == ((OFFICE,), OFFICE, "mk", False)
    assert isinstance(made.view.problem, CannotOpen)


def test_the_recovery_sheet_opens_too(made):
    made.presenter.open_with_recovery(OFFICE, "8JE6")
    assert made.view.problem is not None
    made.presenter.open_with_recovery(OFFICE, CODE)
    assert made.entered[0].login == ""


def test_a_new_office_counts_only_with_its_sheet(made):
    made.presenter.create("Beratung Süd", "mk", "long enough words", "long enough words")
    path = made.folder / "Beratung Süd.akte"
    assert made.door.calls[-1] == ("create", path, "Beratung Süd", "mk")
    assert made.view.told["recovery"] == (tuple(CODE.split("-")), (2, 5))
    assert not made.entered
    made.presenter.prove("5X4R", "H2PX")
    assert "wrong_groups" in made.view.told
    assert not made.entered
    made.presenter.prove("5x4r", " h2pc")
    assert made.entered[0].path == path


def test_misread_letters_of_the_sheet_are_forgiven(made):
    made.presenter.create("Süd", "mk", "long enough words", "long enough words")
    made.presenter._asked = (4, 6)
    made.presenter.prove("FO5X", "iH8l")
    assert made.entered


def test_closing_before_the_sheet_was_proven_closes_the_file(made):
    made.presenter.create("Süd", "mk", "long enough words", "long enough words")
    made.presenter.close()
    made.presenter.close()
    assert made.door.closed == 1


@pytest.mark.parametrize(
    ("name", "login", "again", "field"),
    [
        (" ", "mk", "long enough words", "name"),
        ("A", "", "long enough words", "login"),
        ("A", "mk", "x", "again"),
    ],
)
def test_a_new_office_needs_all_of_it(made, name, login, again, field):
    made.presenter.create(name, login, "long enough words", again)
    assert made.view.told["problem"][1] == field
    assert not made.door.calls


def test_a_weak_passphrase_makes_no_office(made):
    made.presenter.create("Süd", "mk", "short", "short")
    assert str(made.view.problem) == "The passphrase is too short."
    assert not made.door.calls


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    made = office_of(ImmediateJobs(), tmp_path / "file" / "offices")
    made.presenter.create("Süd", "mk", "long enough words", "long enough words")
    assert isinstance(made.view.problem, CannotOpen)


def test_strength_is_told_while_typing_and_only_for_the_last_letter(tmp_path):
    jobs = HeldJobs()
    made = office_of(jobs, tmp_path)
    made.presenter.passphrase_typed("a")
    made.presenter.passphrase_typed("long enough words")
    while jobs.waiting:
        jobs.release()
    assert made.view.told["strength"] == (None, False)


def test_a_suggestion_is_shown_and_judged(made):
    made.presenter.suggest()
    assert made.view.told["passphrase"] == ("bagosu-tilena-rofiwa",)
    assert made.view.told["strength"] == (None, False)


@pytest.mark.parametrize(
    ("typed", "file"),
    [("Büro", "Büro.akte"), ("a/b\\c", "a-b-c.akte"), ("  x. ", "x.akte"), ("..", None), ("", None)],
)
def test_the_name_of_the_office_becomes_a_name_every_system_takes(made, typed, file):
    made.presenter.name_typed(typed)
    (place,) = made.view.told["place"]
    assert (place.name if place else None) == file


def test_only_office_files_can_be_picked(made):
    made.presenter.office_picked(Path("Bilder"))
    assert made.view.problem is not None
    made.presenter.office_picked(OFFICE)
    assert made.view.told["open"][1] == OFFICE
