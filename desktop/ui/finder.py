"""Ctrl+K: clients and commands in one list, from anywhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from desktop.ui.kit.jobs import Jobs, Latest
from desktop.ui.kit.names import isolated
from desktop.ui.kit.palette import Entry

MOST_CLIENTS = 8


class FinderView(Protocol):
    def show_entries(self, entries: Sequence[Entry]) -> None: ...


class FoundClient(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def file_number(self) -> str: ...


class Finder:
    """Commands are there at once; clients follow from the office file, and stand first."""

    def __init__(
        self,
        view: FinderView,
        jobs: Jobs,
        clients: Callable[[str, int], Sequence[FoundClient]],
        commands: Callable[[], Sequence[tuple[str, str, str]]],
        open_client: Callable[[str], None],
        run: Callable[[str], None],
    ) -> None:
        """`clients` takes a query and a number at most; `commands` gives id, text and keys."""
        self._view, self._clients, self._commands = view, clients, commands
        self._open_client, self._run = open_client, run
        self._question = Latest(jobs)

    def type(self, text: str) -> None:
        wanted = text.casefold().split()
        commands = [
            Entry(("command", name), words, keys)
            for name, words, keys in self._commands()
            if all(each in words.casefold() for each in wanted)
        ]
        self._view.show_entries(commands)
        if wanted:
            self._question.run(
                lambda: self._clients(text, MOST_CLIENTS),
                done=lambda found: self._view.show_entries([*map(_client, found), *commands]),
            )
        else:
            self._question.cancel()

    def choose(self, key: object) -> None:
        match key:
            case ("client", str(client_id)):
                self._open_client(client_id)
            case ("command", str(name)):
                self._run(name)


def _client(found: FoundClient) -> Entry:
    return Entry(("client", found.id), isolated(found.name), isolated(found.file_number), "person")
