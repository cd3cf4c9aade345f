"""What the list of clients shows, and what happens to one of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from desktop.errors import Problem
from desktop.texts import Texts, mark
from desktop.ui.kit.jobs import Jobs, Latest

if TYPE_CHECKING:
    from desktop.services.clients import ClientLine

FIRST_PAGE = 40  # what a screen shows
NEXT_PAGE = 400  # read on while nobody types; what is further down is read when it is looked at


class Clients(Protocol):
    """`source.ClientsOfOffice`, or a fake. Called on the worker thread."""

    def lines(self, query: str, limit: int, offset: int) -> Sequence[ClientLine]: ...
    def count(self, query: str) -> int: ...
    def remove(self, client_id: str) -> None: ...


class ClientsView(Protocol):
    def show_lines(self, lines: Sequence[ClientLine], query: str) -> None: ...
    def show_count(self, found: int, of: int, query: str) -> None: ...
    def show_page(self, offset: int, lines: Sequence[ClientLine]) -> None: ...
    def show_problem(self, problem: Problem) -> None: ...
    def show_query(self, query: str) -> None: ...
    def focus(self) -> None: ...


class _Rest(NamedTuple):
    found: int
    of: int
    lines: Sequence[ClientLine]


class ClientsPresenter:
    """A keystroke asks for the first page; the next follows while nobody types, the others when seen."""

    def __init__(
        self,
        view: ClientsView,
        jobs: Jobs,
        clients: Clients,
        texts: Texts,
        open_client: Callable[[str], None],
        say_removed: Callable[[str, str], None],
    ) -> None:
        """`say_removed` takes the id and a sentence, and offers to undo."""
        self._view, self._jobs, self._clients, self._texts = view, jobs, clients, texts
        self._open_client, self._say_removed = open_client, say_removed
        self._search, self._rest = Latest(jobs), Latest(jobs)
        self._query = ""

    def enter(self) -> None:
        """The room is entered: read again, the keyboard in the search field."""
        self.type(self._query)
        self._view.focus()

    def leave(self) -> None:
        self._rest.cancel()

    def find(self) -> None:
        """Ctrl+F: begin a new search."""
        self._view.show_query("")
        self.type("")
        self._view.focus()

    def type(self, query: str) -> None:
        """Search for what stands in the field now."""
        self._query = query
        self._rest.cancel()
        self._search.run(
            lambda: self._clients.lines(query, FIRST_PAGE, 0),
            done=lambda lines: self._show(lines, query),
            failed=self._view.show_problem,
        )

    def page(self, offset: int, limit: int) -> None:
        """The table shows rows that are not there yet."""
        query = self._query
        self._jobs.run(
            lambda: self._clients.lines(query, limit, offset),
            done=lambda lines: self._view.show_page(offset, lines) if query == self._query else None,
            failed=self._view.show_problem,
        )

    def open(self, line: ClientLine) -> None:
        self._open_client(line.id)

    def remove(self, line: ClientLine) -> None:
        """Delete at once; undo stands beside the sentence that says so."""
        self._jobs.run(
            lambda: self._clients.remove(line.id),
            done=lambda _: self._removed(line.id),
            failed=self._view.show_problem,
        )

    def _show(self, lines: Sequence[ClientLine], query: str) -> None:
        """What was found stands there first; how much it is and what comes after it follow."""
        self._view.show_lines(lines, query)
        self._rest.run(
            lambda: self._read_on(len(lines), query),
            done=lambda rest: self._show_rest(rest, len(lines), query),
            failed=self._view.show_problem,
        )

    def _read_on(self, shown: int, query: str) -> _Rest:
        more = shown == FIRST_PAGE
        found = self._clients.count(query) if more else shown
        of = self._clients.count("") if query.strip() else found
        return _Rest(found, of, self._clients.lines(query, NEXT_PAGE, shown) if more else ())

    def _show_rest(self, rest: _Rest, offset: int, query: str) -> None:
        self._view.show_count(rest.found, rest.of, query)
        if rest.lines:
            self._view.show_page(offset, rest.lines)

    def _removed(self, client_id: str) -> None:
        self._say_removed(client_id, self._texts(mark("The client was deleted.")))
        self.type(self._query)
