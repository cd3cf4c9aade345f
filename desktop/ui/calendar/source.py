"""The calendar services with the session filled in. Called on the worker thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from .days import COUNTED_AS

if TYPE_CHECKING:
    from desktop.services.deadlines import DueLine
    from desktop.services.office import Session


class AgendaOfOffice:
    """The dates of an open office by day, and the place whose holidays it looks at."""

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        from desktop.services import due, office_place

        self._session, self._now, self._due, self._place = session, now, due, office_place

    def counts(self, first: date, last: date) -> Mapping[date, Mapping[str, int]]:
        found: dict[date, dict[str, int]] = {}
        for day in self._due.days(self._session, first, last):
            of_day = found.setdefault(day.day, {})
            for nature, count in day.natures.items():
                kind = COUNTED_AS[nature]
                of_day[kind] = of_day.get(kind, 0) + count
        return found

    def dates(self, first: date, last: date, today: date, limit: int, offset: int) -> Sequence[DueLine]:
        return self._due.between(self._session, first, last, today, limit, offset)

    def place(self) -> str:
        return self._place.of(self._session)

    def set_place(self, place: str) -> None:
        self._place.choose(self._session, place, self._now())
