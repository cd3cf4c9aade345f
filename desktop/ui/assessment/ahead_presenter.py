"""What time brings for the open case: looked for after every change, shown when it is found. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from desktop.cases.casefile import CaseFile
from desktop.ui.kit.case_context import CaseContext
from desktop.ui.kit.jobs import Latest

from .ahead import Ahead, ahead

if TYPE_CHECKING:
    from desktop.services.words.turns import TurnWords


class AheadView(Protocol):
    """The strip as the presenter knows it."""

    def show_ahead(self, shown: Ahead | None) -> None: ...


class AheadPresenter:
    """A late answer is dropped; while a new one is looked for the old one stays."""

    def __init__(self, context: CaseContext, view: AheadView) -> None:
        self._context, self._view = context, view
        self._jobs = Latest(context.jobs)
        self._words: TurnWords | None = None
        self._client = ""
        context.desk.subscribe(self._case_changed)

    def _case_changed(self, client: str, case: CaseFile) -> None:
        if client != self._client:
            self._client = client
            self._view.show_ahead(None)
        self._jobs.run(
            lambda: self._look(case),
            done=lambda found: self._take(case, found),
            failed=lambda _: self._fail(case),
        )

    def _look(self, case: CaseFile) -> Ahead:
        from desktop.services.forecast import forecast
        from desktop.services.words.turns import TurnWords

        context = self._context
        if self._words is None:
            self._words = TurnWords(context.reference.pack, context.texts)
        found = forecast(context.reference, case, context.today())
        return ahead(found, self._words, context.names, context.texts)

    def _take(self, case: CaseFile, found: Ahead) -> None:
        if self._context.is_open(case):
            self._view.show_ahead(found)

    def _fail(self, case: CaseFile) -> None:
        """What is wrong is said where the verdicts are found."""
        if self._context.is_open(case):
            self._view.show_ahead(None)
