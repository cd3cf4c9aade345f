"""From a chosen backup to an open office, without a window."""

from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from desktop.errors import CannotOpen, Problem
from desktop.services.office import BackupFound
from desktop.ui.kit.jobs import ImmediateJobs
from desktop.ui.office.restore_presenter import RestorePresenter

STICK = Path("Stick")
NEWER = BackupFound(STICK / "b.aktebak", "Beratung Süd", datetime(2026, 11, 22, 14, 2))
OLDER = BackupFound(STICK / "a.aktebak", "Beratung alt", datetime(2026, 10, 1, 9, 0))


class View:
    """Keeps the last thing it was told, by the name of the method."""

    def __init__(self):
        self.told = {}

    def __getattr__(self, name):
        return lambda *values: self.told.__setitem__(name.removeprefix("show_"), values)


class Door:
    def __init__(self):
        self.made = []

    def backups_at(self, path):
        if path == Path("Bilder"):
            raise CannotOpen("This is no backup of an office file, or it is damaged.")
        return [NEWER, OLDER]

    def restore(self, backup, path, login, passphrase):
        if passphrase != "right":
            raise Problem("The login name or the passphrase is not right.")
        self.made.append((backup, path, login))
        return "session"

    def restore_with_recovery(self, backup, path, code):
        self.made.append((backup, path, code))
        return "session"


@pytest.fixture
def made(tmp_path):
    view, door = View(), Door()
    entered: list[Any] = []
    folder = tmp_path / "offices"
    presenter = RestorePresenter(view, ImmediateJobs(), door, entered.append, folder)
    return SimpleNamespace(view=view, door=door, entered=entered, presenter=presenter, folder=folder)


def test_a_folder_of_backups_proposes_the_newest_and_a_backup_itself(made):
    made.presenter.pick(STICK, "mk")
    assert made.view.told["restore"] == ([NEWER, OLDER], NEWER.path, made.folder, "mk")
    assert made.view.told["new_name"] == ("Beratung Süd",)
    assert made.view.told["new_place"] == (made.folder / "Beratung Süd.akte",)
    made.presenter.pick(OLDER.path, "mk")
    assert made.view.told["restore"][1] == OLDER.path
    assert made.view.told["new_name"] == ("Beratung alt",)


def test_a_name_that_is_taken_gets_the_day_of_the_backup(made):
    (made.folder / "Beratung Süd.akte").mkdir(parents=True)
    made.presenter.pick(STICK, "mk")
    assert made.view.told["new_name"] == ("Beratung Süd 2026-11-22",)


def test_what_is_no_backup_is_told(made):
    made.presenter.pick(Path("Bilder"), "mk")
    assert isinstance(made.view.told["problem"][0], CannotOpen)
    assert "restore" not in made.view.told


def test_the_passphrase_of_its_day_restores_and_enters(made):
    made.presenter.pick(STICK, "mk")
    made.presenter.restore("Neu", " mk ", "wrong")
    assert str(made.view.told["problem"][0]) == "The login name or the passphrase is not right."
    assert not made.entered
    made.presenter.restore("Neu", " mk ", "right")
    path = made.folder / "Neu.akte"
    assert made.door.made == [(NEWER.path, path, "mk")]
    assert made.entered == [("session", path, "mk")]
    assert made.folder.is_dir()


def test_the_recovery_sheet_restores_the_chosen_backup_into_the_chosen_folder(made, tmp_path):
    made.presenter.pick(STICK, "mk")
    made.presenter.choose(OLDER.path)
    made.presenter.choose_folder(tmp_path / "anders", "Neu")
    path = tmp_path / "anders" / "Neu.akte"
    assert made.view.told["new_place"] == (path,)
    made.presenter.restore_with_recovery("Neu", "8JE6")
    assert made.door.made == [(OLDER.path, path, "8JE6")]
    assert made.entered == [("session", path, "")]


@pytest.mark.parametrize(
    ("name", "login", "passphrase", "field"),
    [(" ", "mk", "right", "name"), ("A", " ", "right", "login"), ("A", "mk", "", "passphrase")],
)
def test_what_is_missing_is_said_at_its_field(made, name, login, passphrase, field):
    made.presenter.pick(STICK, "mk")
    made.presenter.restore(name, login, passphrase)
    assert made.view.told["problem"][1] == field
    assert not made.door.made


def test_a_missing_code_is_said_at_its_field(made):
    made.presenter.pick(STICK, "mk")
    made.presenter.restore_with_recovery("A", " ")
    assert made.view.told["problem"][1] == "code"
    assert not made.door.made
