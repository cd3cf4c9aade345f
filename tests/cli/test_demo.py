"""`demo`: the main job told in a few lines, every sheet written, an office file, the window's pictures."""

from pathlib import Path

import pytest

from desktop.errors import CannotOpen
from desktop.services import clients, demo, office
from desktop.texts import mark
from tests.store.making import CHEAP

from .conftest import NOW, SAMPLES, Line


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo.sample_office, "__defaults__", (CHEAP,))


class Window:
    """A window that only remembers what it was asked for."""

    def __init__(self) -> None:
        self.shown: list[str] = []
        self.opened: list[Path] = []

    def pictures(self, session, folder: Path) -> list[Path]:
        self.shown = [line.name for line in clients.lines(session)]
        return [folder / "today.png", folder / "clients.png"]

    def open(self, office: Path) -> None:
        self.opened.append(office)


def test_everything_lies_in_the_folder(either: Line, tmp_path: Path, law):
    either.window = window = Window()
    folder = tmp_path / "neu" / "demo"
    result = either("demo", "--out", folder)
    assert (result.code, result.err) == (0, "")
    sheets = sorted(folder.glob("*.pdf"))
    assert len(sheets) == 23
    assert all(sheet.read_bytes().startswith(b"%PDF") for sheet in sheets)
    for name in ("Amina", "Viktor", "Farid"):
        assert name in result.out
        assert not [sheet for sheet in sheets if name in sheet.name]
    assert len(window.shown) == len(SAMPLES)
    assert window.opened == []
    assert {path.suffix for path in folder.iterdir()} == {".pdf", ".akte"}
    words = {"de": ("soll erteilt werden", "Angaben fehlen"), "en": ("should be granted", "facts missing")}
    assert all(word in result.out for word in words[either.language])


def test_the_office_can_be_opened_with_what_was_told(line: Line, tmp_path: Path, law):
    told = line("demo", "--out", tmp_path).out
    secret = next(row for row in told.splitlines() if row.startswith("Passphrase")).partition(": ")[2]
    path = tmp_path / "Beispielbüro.akte"
    with office.open_office(path, login="beispiel", passphrase=secret, reference=law, now=NOW) as session:
        assert clients.count(session) == len(SAMPLES)


def test_a_second_run_leaves_the_first_office_alone(line: Line, tmp_path: Path):
    for _ in range(2):
        assert line("demo", "--out", tmp_path).code == 0
    assert sorted(path.name for path in tmp_path.glob("*.akte")) == [
        "Beispielbüro 2.akte",
        "Beispielbüro.akte",
    ]


def test_the_window_opens_on_the_sample_office(line: Line, tmp_path: Path):
    line.window = window = Window()
    assert line("demo", "--out", tmp_path, "--open").code == 0
    assert window.opened == [tmp_path / "Beispielbüro.akte"]


def test_what_was_made_stays_if_there_is_no_window(line: Line, tmp_path: Path):
    class Closed(Window):
        def open(self, office: Path) -> None:
            raise CannotOpen(mark("There is no window in this program."))

    line.window = Closed()
    result = line("demo", "--out", tmp_path, "--open")
    assert (result.code, len(result.sentences)) == (3, 1)
    assert len(list(tmp_path.glob("*.pdf"))) == 23
