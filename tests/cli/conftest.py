"""The command line called in this process, with the law loaded once and keys that cost nothing."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from io import StringIO
from pathlib import Path

import pytest

from desktop import resources
from desktop.cli import main
from desktop.cli.shell import Shell, WindowDoor
from desktop.services import office, reference
from desktop.services.reference import Reference
from desktop.texts import Language, Texts
from tests.store.making import CHEAP

NOW = datetime(2026, 11, 24, 10, 15, tzinfo=UTC)
GOOD_SECRET = "kurze Wege, lange Wörter"


@dataclass
class Result:
    """What one call left behind."""

    code: int
    out: str
    err: str

    @property
    def sentences(self) -> list[str]:
        """The lines on standard error."""
        return self.err.splitlines()


@dataclass
class Line:
    """A command line; `typed` is what a person types when a passphrase is asked for."""

    language: Language = "de"
    now: datetime = NOW
    window: WindowDoor | None = None
    typed: list[str] = field(default_factory=list)
    prompts: list[str] = field(default_factory=list)
    debug: bool = False

    def __call__(self, *arguments: str | Path) -> Result:
        out, err = StringIO(), StringIO()
        shell = Shell(
            now=self.now,
            texts=Texts(self.language, resources.path("i18n")),
            out=out,
            err=err,
            user="mk",
            ask_secret=self._answer,
            window=self.window,
            debug=self.debug,
        )
        code = main([str(each) for each in arguments], shell)
        return Result(code, out.getvalue(), err.getvalue())

    def _answer(self, prompt: str) -> str:
        self.prompts.append(prompt)
        return self.typed.pop(0)


@pytest.fixture(scope="session")
def law() -> Reference:
    return reference.load_reference()


@pytest.fixture(autouse=True)
def _law_loaded_once(law: Reference, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reference, "load_reference", lambda: law)


@pytest.fixture(autouse=True)
def _keys_without_cost(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (
        "create_office",
        "open_office",
        "open_with_recovery",
        "restore_office",
        "restore_with_recovery",
    ):
        monkeypatch.setattr(office, name, partial(getattr(office, name), kdf=CHEAP))


@pytest.fixture
def line() -> Line:
    return Line()


@pytest.fixture(params=["de", "en"])
def either(request: pytest.FixtureRequest) -> Line:
    """The command line in both languages."""
    return Line(language=request.param)


@pytest.fixture
def secret_file(tmp_path: Path) -> Path:
    path = tmp_path / "passphrase.txt"
    path.write_text(f"{GOOD_SECRET}\nsecond line\n", encoding="utf-8")
    return path


@pytest.fixture
def office_path(tmp_path: Path, secret_file: Path, line: Line) -> Path:
    """An office file made by the command line."""
    path = tmp_path / "Büro.akte"
    assert line("office", "create", path, "--passphrase-file", secret_file).code == 0
    return path


@pytest.fixture
def untouched(tmp_path: Path) -> Iterator[Callable[[], None]]:
    """Call it once everything is prepared: at the end nothing may have come into the folder."""
    known: set[Path] = set()
    asked = False

    def remember() -> None:
        nonlocal asked
        asked = True
        known.update(tmp_path.rglob("*"))

    yield remember
    if asked:
        assert set(tmp_path.rglob("*")) == known


def sample(name: str) -> Path:
    return resources.path("samples", f"{name}.yaml")


SAMPLES = sorted(path.stem for path in resources.path("samples").glob("*.yaml"))


@pytest.fixture
def filled(line: Line, office_path: Path, secret_file: Path) -> Path:
    cases = [sample(name) for name in SAMPLES]
    result = line("office", "add", office_path, *cases, "--passphrase-file", secret_file)
    assert (result.code, result.out) == (0, f"{len(SAMPLES)} Fälle hinzugefügt\n")
    return office_path
