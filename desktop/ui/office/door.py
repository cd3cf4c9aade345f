"""The way to the office file. Heavy modules are imported here, on the worker thread and not before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from desktop.errors import Problem

if TYPE_CHECKING:
    from desktop.services.office import BackupFound, Session
    from desktop.services.reference import Reference


class Made(NamedTuple):
    """A new office file, open, and the code for its recovery sheet."""

    session: Session
    recovery_code: str


class OfficeDoor:
    """The office service with the clock and the reference filled in. Every method is work for the worker."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._reference: Reference | None = None

    def prepare(self) -> None:
        """Load the law and what opens and lists, so that opening takes only as long as the passphrase."""
        from desktop.services import office  # noqa: F401 - imported for its time

        self._loaded()

    def create(self, path: Path, name: str, login: str, passphrase: str) -> Made:
        from desktop.services.office import create_office

        created = create_office(
            path,
            name=name,
            login=login,
            passphrase=passphrase,
            reference=self._loaded(),
            now=self._now(),
        )
        return Made(created.session, created.recovery_code)

    def open(self, path: Path, login: str, passphrase: str) -> Session:
        from desktop.services.office import open_office

        return open_office(
            path, login=login, passphrase=passphrase, reference=self._loaded(), now=self._now()
        )

    def open_with_recovery(self, path: Path, code: str) -> Session:
        from desktop.services.office import open_with_recovery

        return open_with_recovery(path, code, reference=self._loaded(), now=self._now())

    def backups_at(self, path: Path) -> Sequence[BackupFound]:
        from desktop.services.office import backups_at

        return backups_at(path)

    def restore(self, backup: Path, path: Path, login: str, passphrase: str) -> Session:
        from desktop.services.office import restore_office

        return restore_office(
            backup, path, login=login, passphrase=passphrase, reference=self._loaded(), now=self._now()
        )

    def restore_with_recovery(self, backup: Path, path: Path, code: str) -> Session:
        from desktop.services.office import restore_with_recovery

        return restore_with_recovery(backup, path, code, reference=self._loaded(), now=self._now())

    def passphrase_problem(self, text: str) -> Problem | None:
        from desktop.services.office import passphrase_problem

        return passphrase_problem(text)

    def suggest_passphrase(self) -> str:
        from desktop.services.office import suggest_passphrase

        return suggest_passphrase()

    def _loaded(self) -> Reference:
        if self._reference is None:
            from desktop.services.reference import load_reference

            self._reference = load_reference()
        return self._reference
