"""How long the office keeps what it printed, and how many prints are older than that. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from desktop.errors import Problem
from desktop.ui.kit.jobs import Jobs


class Kept(NamedTuple):
    """`months`: 0 as long as the case; `older`: how many prints go when the office is opened next."""

    months: int
    older: int


class KeptView(Protocol):
    """The page as this presenter knows it."""

    def show_kept(self, kept: Kept) -> None: ...

    def show_problem(self, problem: Problem) -> None: ...


class KeptPresenter:
    """Nothing is removed here: whoever chose too short a time can choose again until the next opening."""

    def __init__(
        self, view: KeptView, jobs: Jobs, read: Callable[[], Kept], keep_for: Callable[[int], None]
    ) -> None:
        """`read` and `keep_for` are called on the worker thread."""
        self._view, self._jobs, self._read, self._keep_for = view, jobs, read, keep_for

    def enter(self) -> None:
        self._jobs.run(self._read, self._view.show_kept, self._view.show_problem)

    def choose(self, months: int) -> None:
        self._jobs.run(lambda: self._keep_for(months), lambda _: self.enter(), self._failed)

    def _failed(self, problem: Problem) -> None:
        self.enter()
        self._view.show_problem(problem)
