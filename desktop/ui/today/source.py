"""The date services with the session filled in. Called on the worker thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.services.deadlines import DueLine
    from desktop.services.due import Counts, Due
    from desktop.services.office import Session


class DueDatesOfOffice:
    """What is due in an open office, and a planned date ticked off."""

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        from desktop.services import clients, due

        self._session, self._now, self._due, self._clients = session, now, due, clients

    def counts(self, today: date) -> Counts:
        return self._due.counts(self._session, today)

    def lines(self, where: Due, today: date, limit: int, offset: int) -> Sequence[DueLine]:
        return self._due.lines(self._session, where, today, limit, offset)

    def clients(self) -> int:
        return self._clients.count(self._session)

    def tick(self, client_id: str, entry: str) -> None:
        """Mark a follow-up or an appointment as done. Raises Problem."""
        from desktop.services import agenda

        now, user = self._now(), self._session.user
        agenda.apply(
            self._session,
            client_id,
            lambda case: agenda.done(case, entry, by=user, on=now.date()),
            now,
        )
