"""What the list of clients shows, and what happens to one of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from desktop.errors import Problem
from desktop.texts import Texts, mark
from desktop.ui.kit.jobs import Jobs, Latest

if TYPE_CHECKING:
    from desktop.services.clients import ClientLine

FIRST_PAGE = 200
NEXT_PAGES = 2000


class Clients(Protocol):
    """`source.ClientsOfOffice`, or a fake. Called on the worker thread."""

    def lines(self, query: str, limit: int, offset: int) -> Sequence[ClientLine]: ...
    def count(self, query: str) -> int: ...
    def remove(self, client_id: str) -> None: ...


class ClientsView(Protocol):
    def show_lines(self, lines: Sequence[ClientLine], found: int, of: int, query: str) -> None: ...
    def show_page(self, offset: int, lines: Sequence[ClientLine]) -> None: ...
    def show_problem(self, problem: Problem) -> None: ...
    def show_query(self, query: str) -> None: ...
    def focus(self) -> None: ...


class _Found(NamedTuple):
    lines: Sequence[ClientLine]
    found: int
    of: int


class ClientsPresenter:
    """A keystroke asks for the first page; the others follow by themselves while nobody types."""

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
        self._search, self._pages = Latest(jobs), Latest(jobs)
        self._query = ""

    def enter(self) -> None:
        """The room is entered: read again, the keyboard in the search field."""
        self.type(self._query)
        self._view.focus()

    def leave(self) -> None:
        self._pages.cancel()

    def find(self) -> None:
        """Ctrl+F: begin a new search."""
        self._view.show_query("")
        self.type("")
        self._view.focus()

    def type(self, query: str) -> None:
        """Search for what stands in the field now."""
        self._query = query
        self._pages.cancel()
        self._search.run(
            lambda: self._find(query),
            done=lambda found: self._show(found, query),
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

    def _find(self, query: str) -> _Found:
        lines = self._clients.lines(query, FIRST_PAGE, 0)
        found = self._clients.count(query) if len(lines) == FIRST_PAGE else len(lines)
        return _Found(lines, found, self._clients.count("") if query.strip() else found)

    def _show(self, found: _Found, query: str) -> None:
        self._view.show_lines(found.lines, found.found, found.of, query)
        self._read_on(len(found.lines), found.found, query)

    def _read_on(self, offset: int, count: int, query: str) -> None:
        """The next page, so that scrolling meets no gap; a keystroke stops it."""
        if offset >= count:
            return
        self._pages.run(
            lambda: self._clients.lines(query, NEXT_PAGES, offset),
            done=lambda lines: self._arrived(lines, offset, count, query),
            failed=self._view.show_problem,
        )

    def _arrived(self, lines: Sequence[ClientLine], offset: int, count: int, query: str) -> None:
        self._view.show_page(offset, lines)
        if lines:
            self._read_on(offset + len(lines), count, query)

    def _removed(self, client_id: str) -> None:
        self._say_removed(client_id, self._texts(mark("The client was deleted.")))
        self.type(self._query)
