"""The lists of an open office, as `presenter.Lines`. Called on the worker thread."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop.services import due

if TYPE_CHECKING:
    from desktop.services.deadlines import DueLine
    from desktop.services.due import Dateless
    from desktop.services.office import Session


@dataclass(frozen=True, slots=True)
class Ending:
    """Titles that end within so many days, or other papers of stay."""

    session: Session
    kinds: Collection[str] = due.TITLES

    def count(self, choice: int, today: date) -> int:
        return due.ending_count(self.session, today, timedelta(days=choice), kinds=self.kinds)

    def page(self, choice: int, today: date, limit: int, offset: int) -> Sequence[DueLine]:
        within = timedelta(days=choice)
        return due.ending(self.session, today, within, kinds=self.kinds, limit=limit, offset=offset)

    def clients(self, choice: int, today: date) -> Sequence[str]:
        return due.ending_clients(self.session, today, timedelta(days=choice), kinds=self.kinds)


@dataclass(frozen=True, slots=True)
class Without:
    """Open clients without a date on which somebody has to act."""

    session: Session

    def count(self, choice: None, today: date) -> int:  # noqa: ARG002 - it has one part only
        return due.without_date_count(self.session, today)

    def page(self, choice: None, today: date, limit: int, offset: int) -> Sequence[Dateless]:  # noqa: ARG002
        return due.without_date(self.session, today, limit, offset)

    def clients(self, choice: None, today: date) -> Sequence[str]:  # noqa: ARG002
        return ()


@dataclass(frozen=True, slots=True)
class Resting:
    """Clients who rest, or with True those who are closed."""

    session: Session

    def count(self, choice: bool, today: date) -> int:
        return due.at_rest_count(self.session, today, closed=choice)

    def page(self, choice: bool, today: date, limit: int, offset: int) -> Sequence[Dateless]:
        find = due.closed if choice else due.at_rest
        return find(self.session, today, limit, offset)

    def clients(self, choice: bool, today: date) -> Sequence[str]:  # noqa: ARG002
        return ()
