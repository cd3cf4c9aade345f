"""Which office file is opened or made, and what is said when that does not work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop.errors import CannotOpen, Problem
from desktop.texts import mark
from desktop.ui.kit.jobs import Jobs, Latest

from .place import SUFFIX, make_folder, place_of

if TYPE_CHECKING:  # this module loads before the first paint, where every class counts
    from typing import Protocol

    class OfficeView(Protocol):
        """What the presenter needs of the widgets."""

        def show_open(
            self, offices: Sequence[Path], chosen: Path | None, login: str, locked: bool
        ) -> None: ...
        def show_create(self, folder: Path, login: str) -> None: ...
        def show_place(self, path: Path | None) -> None: ...
        def show_passphrase(self, text: str) -> None: ...
        def show_strength(self, problem: Problem | None, empty: bool) -> None: ...
        def show_recovery(self, groups: Sequence[str], asked: tuple[int, int]) -> None: ...
        def show_wrong_groups(self) -> None: ...
        def show_busy(self, text: str) -> None: ...
        def show_ready(self) -> None: ...
        def show_problem(self, problem: Problem, field: str = "") -> None: ...

    class Door(Protocol):
        """`door.OfficeDoor`, or a fake."""

        def prepare(self) -> None: ...
        def create(self, path: Path, name: str, login: str, passphrase: str) -> Any: ...
        def open(self, path: Path, login: str, passphrase: str) -> Any: ...
        def open_with_recovery(self, path: Path, code: str) -> Any: ...
        def passphrase_problem(self, text: str) -> Problem | None: ...
        def suggest_passphrase(self) -> str: ...


_MISREAD = str.maketrans("ILO", "110")  # as the code is printed: without the letters that are misread


class Entered(NamedTuple):
    """The office is open: the session, where it lies and who came in; no login with the recovery sheet."""

    session: Any
    path: Path
    login: str


class OfficePresenter:
    """From the first window to an open session. Passphrases pass through; none is kept."""

    def __init__(
        self,
        view: OfficeView,
        jobs: Jobs,
        door: Door,
        entered: Callable[[Entered], None],
        folder: Path,
        draw: Callable[[int], tuple[int, int]],
    ) -> None:
        """`folder` is proposed for new office files; `draw` picks two of the groups for the proof."""
        self._view, self._jobs, self._door, self._entered = view, jobs, door, entered
        self._folder, self._draw = folder, draw
        self._strength = Latest(jobs)
        self._login = ""
        self._offices: tuple[Path, ...] = ()
        self._made: Entered | None = None
        self._groups: tuple[str, ...] = ()
        self._asked = (0, 0)

    def start(self, offices: Sequence[Path], chosen: Path | None, login: str, locked: bool = False) -> None:
        """Show the form, then load the heavy parts while the passphrase is typed."""
        self._offices, self._login = tuple(offices), login
        self._view.show_open(self._offices, chosen, login, locked)

    @property
    def login(self) -> str:
        """Who worked here last; proposed wherever a login is asked for."""
        return self._login

    def prepare(self) -> None:
        """Called after the first paint."""
        self._jobs.run(self._door.prepare, done=lambda _: None, failed=self._view.show_problem)

    def open(self, path: Path | None, login: str, passphrase: str) -> None:
        if path is None:
            self._refuse("office", mark("Choose an office file first."))
        elif not login.strip():
            self._refuse("login", mark("Enter your login name."))
        elif not passphrase:
            self._refuse("passphrase", mark("Enter your passphrase."))
        else:
            self._view.show_busy(mark("Opening …"))
            self._jobs.run(
                lambda: self._door.open(path, login.strip(), passphrase),
                done=lambda session: self._entered(Entered(session, path, login.strip())),
                failed=lambda problem: self._not_opened(problem, path, login.strip()),
            )

    def open_with_recovery(self, path: Path | None, code: str) -> None:
        if path is None:
            self._refuse("office", mark("Choose an office file first."))
        elif not code.strip():
            self._refuse("code", mark("Enter the recovery code from the sheet."))
        else:
            self._view.show_busy(mark("Opening …"))
            self._jobs.run(
                lambda: self._door.open_with_recovery(path, code),
                done=lambda session: self._entered(Entered(session, path, "")),
                failed=lambda problem: self._not_opened(problem, path, self._login),
            )

    def want_new(self) -> None:
        self._view.show_create(self._folder, self._login)
        self._view.show_place(None)

    def want_open(self) -> None:
        self._view.show_open(self._offices, next(iter(self._offices), None), self._login, False)

    def office_picked(self, path: Path) -> None:
        """An office file chosen from the disk; one that has another ending is refused at once."""
        if path.suffix != SUFFIX:
            problem = (
                mark("“{file}” is not an office file."),
                mark("Choose a folder whose name ends in .akte."),
            )
            self._view.show_problem(Problem(*problem, file=path.name))
        else:
            self._view.show_open(self._offices, path, self._login, False)

    def choose_folder(self, folder: Path, name: str) -> None:
        self._folder = folder
        self.name_typed(name)

    def name_typed(self, name: str) -> None:
        """Show where the new office file would lie."""
        self._view.show_place(place_of(self._folder, name))

    def passphrase_typed(self, text: str) -> None:
        self._strength.run(
            lambda: self._door.passphrase_problem(text) if text else None,
            done=lambda problem: self._view.show_strength(problem, not text),
        )

    def suggest(self) -> None:
        """Fill in a generated passphrase, readable so that it can be written down."""
        self._jobs.run(self._door.suggest_passphrase, done=self._suggested)

    def create(self, name: str, login: str, passphrase: str, again: str) -> None:
        path = place_of(self._folder, name)
        if path is None:
            self._refuse("name", mark("Enter the name of the office."))
        elif not login.strip():
            self._refuse("login", mark("Enter your login name."))
        elif passphrase != again:
            self._refuse("again", mark("The two passphrases differ."))
        else:
            self._view.show_busy(mark("Creating the office file …"))
            self._jobs.run(
                lambda: self._create(path, name.strip(), login.strip(), passphrase),
                done=lambda made: self._created(made, path, login.strip()),
                failed=self._failed,
            )

    def prove(self, first: str, second: str) -> None:
        """The two groups typed from the sheet."""
        wanted = tuple(self._groups[number - 1] for number in self._asked)
        if tuple(map(_read_group, (first, second))) == wanted and self._made is not None:
            self._groups = ()
            self._entered(self._made)
        else:
            self._view.show_wrong_groups()

    def close(self) -> None:
        """The window closes before the sheet was proven: close what was made."""
        if self._made is not None:
            made, self._made = self._made, None
            self._jobs.run(made.session.close, done=lambda _: None)

    def _create(self, path: Path, name: str, login: str, passphrase: str) -> Any:
        problem = self._door.passphrase_problem(passphrase)
        if problem is not None:
            raise problem
        make_folder(path.parent)
        return self._door.create(path, name, login, passphrase)

    def _created(self, made: Any, path: Path, login: str) -> None:
        self._made = Entered(made.session, path, login)
        self._groups = tuple(made.recovery_code.split("-"))
        self._asked = self._draw(len(self._groups))
        self._view.show_ready()
        self._view.show_recovery(self._groups, self._asked)

    def _suggested(self, text: str) -> None:
        self._view.show_passphrase(text)
        self.passphrase_typed(text)

    def _refuse(self, field: str, sentence: str) -> None:
        self._view.show_problem(Problem(sentence), field)

    def _not_opened(self, problem: Problem, path: Path, login: str) -> None:
        """A file that cannot be opened at all must not be the only choice."""
        if isinstance(problem, CannotOpen):
            self._view.show_open(self._offices, path, login, False)
        self._failed(problem)

    def _failed(self, problem: Problem) -> None:
        self._view.show_ready()
        self._view.show_problem(problem)


def _read_group(text: str) -> str:
    return "".join(text.upper().split()).translate(_MISREAD)
