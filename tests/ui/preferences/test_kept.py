"""How long prints are kept is chosen in the settings; what goes is said before, and after it went."""

import shutil
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QObject, Qt

from desktop.errors import Problem
from desktop.services import clients, print_keeping, prints
from desktop.services.office import create_office
from desktop.services.print_choice import PrintChoice
from desktop.services.print_stack import Part, Stack
from desktop.services.printing import Printed
from desktop.settings import Preferences
from desktop.ui.furnish import furnish
from desktop.ui.kit.choice import Choice
from desktop.ui.kit.jobs import ImmediateJobs
from desktop.ui.office_day import OfficeDay
from desktop.ui.preferences.kept_presenter import Kept, KeptPresenter
from desktop.ui.preferences.view import PreferencesPage
from tests.store.making import CHEAP

NOW = datetime(2026, 11, 22, 14, 3).astimezone()


class View:
    kept: list[Kept]
    problem: Problem | None = None

    def __init__(self) -> None:
        self.kept = []

    def show_kept(self, kept: Kept) -> None:
        self.kept.append(kept)

    def show_problem(self, problem: Problem) -> None:
        self.problem = problem


def test_a_choice_is_kept_and_what_would_go_is_shown():
    view, chosen = View(), [0]
    presenter = KeptPresenter(view, ImmediateJobs(), lambda: Kept(chosen[-1], chosen[-1]), chosen.append)
    presenter.enter()
    presenter.choose(12)
    assert (chosen, view.kept) == ([0, 12], [Kept(0, 0), Kept(12, 12)])


def test_a_choice_that_is_refused_goes_back_and_says_why():
    view = View()

    def refuse(_: int) -> None:
        raise Problem("Kein Platz.")

    presenter = KeptPresenter(view, ImmediateJobs(), lambda: Kept(0, 0), refuse)
    presenter.choose(6)
    assert view.kept == [Kept(0, 0)]
    assert view.problem is not None


@pytest.fixture
def session(reference, sample, tmp_path):
    path = tmp_path / "Beratung Süd.akte"
    made = create_office(
        path, name="Beratung Süd", login="mk", passphrase="vier ganz lose Worte",
        reference=reference, now=NOW, kdf=CHEAP,
    ).session  # fmt: skip
    client = clients.add(made, sample("offene-fragen"), NOW)
    part = Part(PrintChoice("checklist", "25_3", "core:jena", "first", "de"), 1)
    for days in (400, 300):
        at = datetime(2026, 11, 22, 9, tzinfo=UTC) - timedelta(days=days)
        prints.keep(made, client, Stack(Printed(b"%PDF", "a.pdf"), (part,), 1), "file", at)
    yield made
    made.close()
    shutil.rmtree(path)


def test_the_page_says_what_goes_and_the_next_day_begins_without_it(look, shown, session, keyboard):
    shell, _ = furnish(look, ImmediateJobs(), session, lambda: NOW, Preferences, lambda _: None)
    shown(shell)
    shell.go("preferences")
    page = shell.room("preferences").page
    assert isinstance(page, PreferencesPage)
    choice = page.keeping.fields["keep_prints"].editor
    assert isinstance(choice, Choice)
    assert (choice.currentText(), page.older.isVisible()) == ("so lange wie die Akte", False)
    assert choice.accessibleName() == "Frühere Drucke aufbewahren"
    choice.setFocus()
    while choice.currentText() != "1 Jahr":
        keyboard.press(Qt.Key.Key_Down)
    assert print_keeping.months(session) == 12
    assert page.older.text().startswith("1 Druck ist älter und wird entfernt")
    owner = QObject()
    day = OfficeDay(ImmediateJobs(), session, lambda: NOW, lambda: shell, owner)
    day.begin()
    day.end()
    assert shell.banner.sentence.startswith("1 früherer Druck wurde entfernt")
    client = clients.lines(session)[0].id
    assert len(prints.earlier(session, client)) == 1
    shell.go("today")
    shell.banner.button.click()
    assert shell.current == "preferences"
    assert not page.older.isVisible()
