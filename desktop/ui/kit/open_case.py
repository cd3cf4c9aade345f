"""The case on the desk: one frozen value that several tabs show and change. No Qt.

Each tab's presenter subscribes; whoever changes something calls `change`. Saving is asked for by `touched`
(an `Autosave` listens) and done by `save`, always on the worker thread and always with the newest value. An
answer that belongs to a case no longer open is dropped.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Protocol

from desktop.cases.casefile import CaseFile
from desktop.errors import Problem

from .jobs import Jobs

Listener = Callable[[str, CaseFile], None]
"""Called with the client's id and the case as it is now."""


class CaseStore(Protocol):
    """What is needed of the services, without the session and the clock."""

    def load(self, client_id: str) -> CaseFile: ...

    def save(self, client_id: str, case: CaseFile) -> Any:
        """Returns something with `at: datetime`."""
        ...


class OpenCase:
    """Who is open, what is known, and whether it is saved."""

    def __init__(self, jobs: Jobs, store: CaseStore) -> None:
        self._jobs, self._store = jobs, store
        self.client_id = ""
        self.case: CaseFile | None = None
        self._looked_for = ""
        self._saved: CaseFile | None = None
        self._listeners: list[Listener] = []
        self.touched: Callable[[], None] = lambda: None
        self.on_saved: Callable[[datetime], None] = lambda _: None
        self.on_problem: Callable[[Problem], None] = lambda _: None

    def subscribe(self, listener: Listener) -> None:
        """Told whenever another case is open or this one is different."""
        self._listeners.append(listener)

    @property
    def unsaved(self) -> bool:
        return self.case is not None and self.case is not self._saved

    def open(self, client_id: str, looked_for: str = "") -> None:
        """Save what is open, then load another client (or the same one anew).

        `looked_for`: the key of a date for whose sake it is opened; see `take_looked_for`.
        """
        self.save()
        self._looked_for = looked_for
        self.client_id, self.case, self._saved = client_id, None, None
        self._jobs.run(
            lambda: self._store.load(client_id),
            done=lambda case: self._arrived(client_id, case),
            failed=self.on_problem,
        )

    def take_looked_for(self) -> str:
        """The key of the date somebody came for; once, then empty."""
        taken, self._looked_for = self._looked_for, ""
        return taken

    def close(self) -> None:
        self.save()
        self.client_id, self.case, self._saved = "", None, None

    def change(self, case: CaseFile) -> None:
        """Everybody sees the new value at once; it is saved a moment later."""
        if self.case is not None and case != self.case:
            self.case = case
            self.tell()
            self.touched()

    def save(self) -> None:
        """Save now if something is unsaved."""
        case, client_id = self.case, self.client_id
        if case is None or not self.unsaved:
            return
        before, self._saved = self._saved, case
        self._jobs.run(
            lambda: self._store.save(client_id, case),
            done=lambda saved: self.on_saved(saved.at),
            failed=lambda problem: self._not_saved(client_id, before, problem),
        )

    def _arrived(self, client_id: str, case: CaseFile) -> None:
        if client_id == self.client_id:
            self.case = self._saved = case
            self.tell()

    def _not_saved(self, client_id: str, before: CaseFile | None, problem: Problem) -> None:
        if client_id == self.client_id:
            self._saved = before
        self.on_problem(problem)

    def tell(self) -> None:
        """Let everybody hear of the open case: also those who came after it was opened."""
        if self.case is not None:
            for listener in self._listeners:
                listener(self.client_id, self.case)
