"""The client services with session, clock and user filled in. Called on the worker thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from desktop.cases.answers import Answer
from desktop.cases.people import Client
from desktop.cases.periods import PartialDate

if TYPE_CHECKING:
    from desktop.services.clients import ClientLine
    from desktop.services.office import Session


class ClientsOfOffice:
    """Lists, makes and deletes the clients of an open office."""

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        from desktop.services import clients

        self._clients, self._session, self._now = clients, session, now

    def lines(self, query: str, limit: int, offset: int) -> Sequence[ClientLine]:
        return self._clients.lines(self._session, query, limit, offset, self._now().date())

    def count(self, query: str) -> int:
        return self._clients.count(self._session, query)

    def similar(self, name: str, birth_date: PartialDate | None) -> Sequence[ClientLine]:
        return self._clients.similar(self._session, name, birth_date)

    def create(self, client: Client, birth_date: Answer | None) -> str:
        facts = {} if birth_date is None else {"birth_date": birth_date}
        return self._clients.create(self._session, client, facts, self._now())

    def remove(self, client_id: str) -> None:
        """Into the recycle bin. Raises Problem while a deadline of the client runs."""
        from desktop.services import due

        now = self._now()
        due.check_removable(self._session, client_id, now.date())
        self._clients.remove(self._session, client_id, now)

    def undo(self) -> str | None:
        return self._clients.undo(self._session, self._now())

    def redo(self) -> str | None:
        return self._clients.redo(self._session, self._now())
