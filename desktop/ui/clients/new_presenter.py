"""A new client: who is there already is shown while the name is typed, before anything is stored."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

from desktop.cases.answers import Answer
from desktop.cases.people import Client
from desktop.cases.periods import PartialDate
from desktop.errors import Problem
from desktop.texts import mark
from desktop.ui.kit.jobs import Jobs, Latest

if TYPE_CHECKING:
    from desktop.services.clients import ClientLine


@dataclass(frozen=True, slots=True)
class NewClient:
    """What stands in the form."""

    name: str = ""
    original_name: str = ""
    birth_date: PartialDate | None = None
    language: str = "de"
    contact: str = ""
    file_number: str = ""
    authority_file_number: str = ""
    wrong_date: bool = False


class NewClientView(Protocol):
    def show_empty(self, name: str) -> None: ...
    def show_similar(self, lines: Sequence[ClientLine]) -> None: ...
    def show_problem(self, problem: Problem, field: str = "") -> None: ...
    def show_busy(self, busy: bool) -> None: ...


class Registry(Protocol):
    """`source.ClientsOfOffice`, or a fake. Called on the worker thread."""

    def similar(self, name: str, birth_date: PartialDate | None) -> Sequence[ClientLine]: ...
    def create(self, client: Client, birth_date: Answer | None) -> str: ...


class NewClientPresenter:
    """`opened` with the id of the new client, or of one that was there already."""

    def __init__(
        self,
        view: NewClientView,
        jobs: Jobs,
        registry: Registry,
        user: str,
        today: Callable[[], date],
        opened: Callable[[str], None],
    ) -> None:
        self._view, self._jobs, self._registry = view, jobs, registry
        self._user, self._today, self._opened = user, today, opened
        self._look_up = Latest(jobs)

    def start(self, name: str = "") -> None:
        """An empty form; what was searched for in vain is taken over as the name."""
        self._view.show_empty(name)
        self._view.show_similar(())
        if name:
            self.typed(NewClient(name=name))

    def typed(self, new: NewClient) -> None:
        """Look for the same person while typing."""
        if len(new.name) < 2 and new.birth_date is None:
            self._look_up.cancel()
            self._view.show_similar(())
            return
        self._look_up.run(
            lambda: self._registry.similar(new.name, new.birth_date), done=self._view.show_similar
        )

    def create(self, new: NewClient) -> None:
        if not new.name:
            self._view.show_problem(
                Problem(mark("Enter a name, as the passport or the card writes it.")), "name"
            )
            return
        if new.wrong_date:
            self._view.show_problem(
                Problem(mark("Correct the date of birth, or leave it empty.")), "birth_date"
            )
            return
        client = Client(
            name=new.name,
            original_name=new.original_name,
            contact=new.contact,
            language=new.language,
            file_number=new.file_number,
            authority_file_number=new.authority_file_number,
        )
        birth = None
        if new.birth_date is not None:
            birth = Answer(new.birth_date, by=self._user, on=self._today())
        self._view.show_busy(True)
        self._jobs.run(
            lambda: self._registry.create(client, birth),
            done=self._created,
            failed=self._failed,
        )

    def open_similar(self, line: ClientLine) -> None:
        self._opened(line.id)

    def _refuse(self, field: str, sentence: str) -> None:
        self._view.show_problem(Problem(sentence), field)

    def _created(self, client_id: str) -> None:
        self._view.show_busy(False)
        self._opened(client_id)

    def _failed(self, problem: Problem) -> None:
        self._view.show_busy(False)
        self._view.show_problem(problem)
