"""What concerns the office as a whole: taking steps back, and dates that need deriving anew. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from desktop.errors import Problem
from desktop.texts import Texts, mark

from .kit.jobs import Jobs
from .kit.open_case import OpenCase

AT_ONCE = 25
"""Clients whose dates are derived anew in one go; between two goes others get their turn."""


class Steps(Protocol):
    """`clients.source.ClientsOfOffice`, or a fake. Called on the worker thread."""

    def undo(self) -> str | None: ...
    def redo(self) -> str | None: ...


class Undoing:
    """Ctrl+Z and Ctrl+Y: what waits is saved first, so that it is the step taken back."""

    def __init__(
        self,
        jobs: Jobs,
        steps: Steps,
        case: OpenCase,
        texts: Texts,
        say: Callable[[str], None],
        refresh: Callable[[], None],
        failed: Callable[[Problem], None],
    ) -> None:
        """`refresh` reads the present room anew."""
        self._jobs, self._steps, self._case, self._texts = jobs, steps, case, texts
        self._say, self._refresh, self._failed = say, refresh, failed

    def undo(self) -> None:
        self._case.save()
        self._jobs.run(
            self._steps.undo,
            done=lambda client: self._done(client, mark("One step was taken back.")),
            failed=self._failed,
        )

    def redo(self) -> None:
        self._case.save()
        self._jobs.run(
            self._steps.redo,
            done=lambda client: self._done(client, mark("The step was done again.")),
            failed=self._failed,
        )

    def _done(self, client: str | None, sentence: str) -> None:
        if client is not None and client == self._case.client_id:
            self._case.open(client)
        self._say(self._texts(sentence))
        self._refresh()


def bring_up_to_date(jobs: Jobs, derive: Callable[[int], int], refresh: Callable[[], None]) -> None:
    """Derive what no longer holds, a few clients at a time; `refresh` after the last if there were any.

    `derive` takes how many at most and tells how many are left.
    """

    def go(first: bool) -> None:
        def done(left: int) -> None:
            if left:
                go(first=False)
            elif not first:
                refresh()

        jobs.run(lambda: derive(AT_ONCE), done)

    go(first=True)
