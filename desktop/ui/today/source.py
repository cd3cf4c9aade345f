"""The date services with the session filled in. Called on the worker thread."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.services.deadlines import DueCounts, DueLine
    from desktop.services.office import Session

MOST = 20_000
"""All of them: a list cut short would say "nothing this week" only because too much is overdue."""


class DueDatesOfOffice:
    """What is due in an open office."""

    def __init__(self, session: Session) -> None:
        from desktop.services import clients, deadlines

        self._session, self._deadlines, self._clients = session, deadlines, clients

    def due(self, today: date) -> Sequence[DueLine]:
        return self._deadlines.due(self._session, today, MOST)

    def counts(self, today: date) -> DueCounts:
        return self._deadlines.counts(self._session, today)

    def clients(self) -> int:
        return self._clients.count(self._session)
