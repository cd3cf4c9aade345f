"""A list of clients that comes in pages; in the list of titles that end, lines are chosen for letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, Protocol

from desktop.errors import Problem
from desktop.ui.kit.jobs import Jobs, Latest

FIRST_PAGE = 60
"""Lines that come with the count; the rest is read while somebody looks."""


class Lines(Protocol):
    """One list, or a fake. `choice` says which part of it. Called on the worker thread."""

    def count(self, choice: Any, today: date) -> int: ...
    def page(self, choice: Any, today: date, limit: int, offset: int) -> Sequence[Any]: ...
    def clients(self, choice: Any, today: date) -> Sequence[str]: ...


class ListView(Protocol):
    def begin(self) -> None: ...
    def show_choice(self, choice: Any) -> None: ...
    def show_lines(self, lines: Sequence[Any], count: int) -> None: ...
    def show_page(self, offset: int, lines: Sequence[Any]) -> None: ...
    def show_chosen(self, clients: frozenset[str], of: int) -> None: ...
    def show_problem(self, problem: Problem) -> None: ...


@dataclass(frozen=True, slots=True)
class Selection:
    """Who gets a letter: those chosen, or everybody if nobody is."""

    clients: frozenset[str] = frozenset()

    def toggled(self, client: str) -> Selection:
        return Selection(self.clients ^ {client})


class _Found(NamedTuple):
    lines: Sequence[Any]
    clients: Sequence[str]
    total: int


class ListPresenter:
    """Reads anew whenever the list is entered or another part of it is chosen."""

    def __init__(
        self, view: ListView, jobs: Jobs, lines: Lines, today: Callable[[], date], choice: Any = None
    ) -> None:
        self._view, self._jobs, self._lines, self._today = view, jobs, lines, today
        self.choice = choice
        self._question = Latest(jobs)
        self._selection = Selection()
        self._clients: Sequence[str] = ()

    def enter(self) -> None:
        self._view.begin()
        self._read()

    def _read(self) -> None:
        choice, today = self.choice, self._today()
        self._view.show_choice(choice)

        def find() -> _Found:
            lines = self._lines
            return _Found(
                lines.page(choice, today, FIRST_PAGE, 0),
                lines.clients(choice, today),
                lines.count(choice, today),
            )

        self._question.run(find, done=self._show, failed=self._view.show_problem)

    def choose(self, choice: Any) -> None:
        """Another part of the list: other days, closed instead of resting."""
        self.choice = choice
        self._selection = Selection()
        self._read()

    def page(self, offset: int, limit: int) -> None:
        """Lines that somebody looks at now."""
        choice, today = self.choice, self._today()
        self._jobs.run(
            lambda: self._lines.page(choice, today, limit, offset),
            done=lambda lines: self._view.show_page(offset, lines) if choice == self.choice else None,
            failed=self._view.show_problem,
        )

    def toggle(self, client: str) -> None:
        """Choose a client, or no longer."""
        self._select(self._selection.toggled(client))

    def toggle_all(self) -> None:
        """Everybody in the list, seen or not; nobody, if everybody is chosen."""
        everybody = frozenset(self._clients)
        self._select(Selection() if self._selection.clients == everybody else Selection(everybody))

    @property
    def recipients(self) -> Sequence[str]:
        """Whom a letter goes to, in the order of the list by name."""
        chosen = self._selection.clients
        return [each for each in self._clients if not chosen or each in chosen]

    def _select(self, selection: Selection) -> None:
        self._selection = selection
        self._view.show_chosen(selection.clients, len(self._clients))

    def _show(self, found: _Found) -> None:
        self._clients = found.clients
        self._view.show_lines(found.lines, found.total)
        self._select(Selection(self._selection.clients & frozenset(found.clients)))
