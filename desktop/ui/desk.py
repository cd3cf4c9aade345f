"""What a room gets when it is furnished: words and colours, jobs, the open office, the case on the desk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from desktop.cases.casefile import CaseFile
from desktop.errors import Problem
from desktop.settings import Preferences

from .commands import Commands
from .kit.jobs import Jobs
from .kit.look import Look
from .kit.open_case import OpenCase

if TYPE_CHECKING:
    from desktop.cases.letters import DecisionLetter
    from desktop.services.entry_log import LogLine
    from desktop.services.office import Session

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Desk:
    """One open office in one window. Each room's `room.build` takes from it what it needs."""

    look: Look
    jobs: Jobs
    session: Session
    commands: Commands
    case: OpenCase
    today: Callable[[], date]
    now: Callable[[], datetime]
    go: Callable[[str], None]  # to a room, by its command
    say: Callable[[str, str, Callable[[], None] | None], None]  # sentence, words of the button, what it does
    open_at: Callable[[str, str, str], None]  # a client, a tab of the case room, the key of a date there
    changed: Callable[[], None]  # the counts of the office may be others now
    preferences: Callable[[], Preferences] = Preferences
    prefer: Callable[[Preferences], None] = lambda _: None  # set and remember them
    go_for: Callable[[str, str], None] = lambda *_: None  # to a room for something; its page leads back

    @property
    def user(self) -> str:
        return self.session.user

    def open_client(self, client_id: str) -> None:
        """Go to the case room, which listens from its first visit on, and load the client."""
        self.go("case")
        self.case.open(client_id)

    def change_elsewhere(
        self,
        client_id: str,
        work: Callable[[], Answer],
        done: Callable[[Answer], None],
        failed: Callable[[Problem], None],
    ) -> None:
        """Change a client from a list; the open case is saved before, and read anew if it is the same."""

        def finish(answer: Answer) -> None:
            if client_id == self.case.client_id:
                self.case.open(client_id)
            self.changed()
            done(answer)

        self.case.save()
        self.jobs.run(work, finish, failed)


class CasesOfOffice:
    """`kit.open_case.CaseStore` over the client services."""

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        self._session, self._now = session, now

    def load(self, client_id: str) -> CaseFile:
        from desktop.services import clients

        return clients.load(self._session, client_id)

    def save(self, client_id: str, case: CaseFile) -> Any:
        from desktop.services import clients

        return clients.save(self._session, client_id, case, self._now())


class HouseholdsOfOffice:
    """`Households` of the case file and `OfficeFiles` of the dates, over the services."""

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        self._session, self._now = session, now

    def people(self, case: CaseFile, client_id: str) -> Any:
        from desktop.services import household

        return household.people(self._session.reference, case, self._now().date(), client_id)

    def link(self, client_id: str, other_id: str, relation: str) -> CaseFile:
        from desktop.services import clients, household

        household.link(self._session, client_id, other_id, relation, self._now())
        return clients.load(self._session, client_id)

    def unlink(self, client_id: str, other_id: str) -> CaseFile:
        from desktop.services import clients, household

        household.unlink(self._session, client_id, other_id, self._now())
        return clients.load(self._session, client_id)

    def record_letter(self, letter: DecisionLetter, client_ids: Sequence[str]) -> int:
        from desktop.services import decision_letters

        return decision_letters.record_for(self._session, letter, client_ids, self._now())

    def entry_log(self, client_id: str, entry_id: str) -> Sequence[LogLine]:
        from desktop.services import entry_log

        return entry_log.log_of(self._session, client_id, entry_id)
