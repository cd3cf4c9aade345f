"""The date services with the session filled in. Called on the worker thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from .presenter import Ahead

if TYPE_CHECKING:
    from desktop.services.deadlines import DueLine
    from desktop.services.due import Counts, Due
    from desktop.services.office import Session
    from desktop.services.prospects import Prospect


class DueDatesOfOffice:
    """What is due in an open office, and a planned date ticked off."""

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        from desktop.services import clients, due, prospects

        self._session, self._now = session, now
        self._due, self._clients, self._prospects = due, clients, prospects

    def counts(self, today: date) -> Counts:
        return self._due.counts(self._session, today)

    def lines(
        self, where: Due, today: date, limit: int, offset: int
    ) -> Sequence[DueLine] | Sequence[DueLine | Prospect]:
        """Dates of a card; after those that have become possible, the titles somebody comes to."""
        found = self._due.lines(self._session, where, today, limit, offset)
        if where is not self._due.Due.POSSIBLE or len(found) == limit:
            return found
        dates = self._due.counts(self._session, today).possible if offset else len(found)
        begin, most = max(0, offset - dates), limit - len(found)
        return [*found, *self._prospects.reached(self._session, today, most, begin)]

    def ahead(self, today: date) -> Ahead:
        return Ahead(
            self._prospects.count(self._session, today), self._prospects.waiting(self._session, today)
        )

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
