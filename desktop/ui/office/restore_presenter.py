"""From a chosen folder with backups to an open office made from one of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from desktop.errors import Problem
from desktop.texts import mark
from desktop.ui.kit.jobs import Jobs

from .place import make_folder, place_of
from .presenter import Entered

if TYPE_CHECKING:
    from desktop.services.office import BackupFound


class RestoreView(Protocol):
    """What the presenter needs of the widgets."""

    def show_restore(
        self, backups: Sequence[BackupFound], chosen: Path, folder: Path, login: str
    ) -> None: ...
    def show_new_name(self, name: str) -> None: ...
    def show_new_place(self, path: Path | None) -> None: ...
    def show_busy(self, text: str) -> None: ...
    def show_ready(self) -> None: ...
    def show_problem(self, problem: Problem, field: str = "") -> None: ...


class RestoreDoor(Protocol):
    """`door.OfficeDoor`, or a fake."""

    def backups_at(self, path: Path) -> Sequence[BackupFound]: ...
    def restore(self, backup: Path, path: Path, login: str, passphrase: str) -> Any: ...
    def restore_with_recovery(self, backup: Path, path: Path, code: str) -> Any: ...


class RestorePresenter:
    """Which backup becomes which office file. Passphrases pass through; none is kept."""

    def __init__(
        self,
        view: RestoreView,
        jobs: Jobs,
        door: RestoreDoor,
        entered: Callable[[Entered], None],
        folder: Path,
    ) -> None:
        """`folder` is proposed for the new office file."""
        self._view, self._jobs, self._door, self._entered = view, jobs, door, entered
        self._folder = folder
        self._found: dict[Path, BackupFound] = {}
        self._backup = Path()
        self._name = ""

    def pick(self, path: Path, login: str) -> None:
        """A backup or a folder of backups chosen from the disk; `login` is proposed."""
        self._view.show_busy(mark("Looking for backups …"))
        self._jobs.run(
            lambda: self._door.backups_at(path),
            done=lambda found: self._show(found, path, login),
            failed=self._failed,
        )

    def choose(self, backup: Path) -> None:
        """Another backup of the list; a name the person has not changed follows it."""
        self._backup = backup
        proposed = self._proposal(self._found[backup])
        self._view.show_new_name(proposed)
        self.name_typed(proposed)

    def choose_folder(self, folder: Path, name: str) -> None:
        self._folder = folder
        self.name_typed(name)

    def name_typed(self, name: str) -> None:
        """Show where the new office file would lie."""
        self._view.show_new_place(place_of(self._folder, name))

    def restore(self, name: str, login: str, passphrase: str) -> None:
        backup, known = self._backup, login.strip()
        if not known:
            self._refuse("login", mark("Enter your login name."))
        elif not passphrase:
            self._refuse("passphrase", mark("Enter your passphrase."))
        else:
            self._run(name, known, lambda path: self._door.restore(backup, path, known, passphrase))

    def restore_with_recovery(self, name: str, code: str) -> None:
        backup = self._backup
        if not code.strip():
            self._refuse("code", mark("Enter the recovery code from the sheet."))
        else:
            self._run(name, "", lambda path: self._door.restore_with_recovery(backup, path, code))

    def _show(self, found: Sequence[BackupFound], path: Path, login: str) -> None:
        self._found = {each.path: each for each in found}
        chosen = path if path in self._found else found[0].path
        self._view.show_ready()
        self._view.show_restore(found, chosen, self._folder, login)
        self.choose(chosen)

    def _proposal(self, backup: BackupFound) -> str:
        """As the office file was called; with the day of the backup where that name is taken."""
        place = place_of(self._folder, backup.name)
        return f"{backup.name} {backup.made:%Y-%m-%d}" if place and place.exists() else backup.name

    def _run(self, name: str, login: str, restoring: Callable[[Path], Any]) -> None:
        path = place_of(self._folder, name)
        if path is None:
            self._refuse("name", mark("Enter the name of the office."))
            return
        self._view.show_busy(mark("Restoring the backup …"))

        def work() -> Any:
            make_folder(path.parent)
            return restoring(path)

        self._jobs.run(
            work,
            done=lambda session: self._entered(Entered(session, path, login)),
            failed=self._failed,
        )

    def _refuse(self, field: str, sentence: str) -> None:
        self._view.show_problem(Problem(sentence), field)

    def _failed(self, problem: Problem) -> None:
        self._view.show_ready()
        self._view.show_problem(problem)
