"""What concerns the office as a whole: steps back, the clock, what needs deriving anew. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from desktop.errors import Problem
from desktop.texts import Texts, mark

from .kit.jobs import Jobs
from .kit.open_case import OpenCase

if TYPE_CHECKING:
    from uuid import UUID

    from desktop.services.caseload import Progress
    from desktop.services.clock import ClockWarning

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


def bring_up_to_date(
    jobs: Jobs,
    derive: Callable[[int], int],
    refresh: Callable[[], None],
    left_old: Callable[[], Problem | None],
    tell: Callable[[Problem], None],
) -> None:
    """Derive what no longer holds, a few clients at a time; `refresh` after the last if there were any.

    `derive` takes how many at most and tells how many are left; `left_old` says of whom it could not be done.
    `tell` hears that, and what stopped the work.
    """

    def go(first: bool) -> None:
        def done(left: int) -> None:
            if left:
                go(first=False)
                return
            if not first:
                refresh()
            jobs.run(left_old, lambda problem: None if problem is None else tell(problem), tell)

        jobs.run(lambda: derive(AT_ONCE), done, tell)

    go(first=True)


def look_at_the_clock(
    jobs: Jobs,
    remember: Callable[[], ClockWarning | None],
    warn: Callable[[ClockWarning], None],
    trusted: Callable[[], None],
) -> None:
    """Remember the day, or tell that the clock jumped; `trusted` goes on with what hangs on today."""

    def done(warning: ClockWarning | None) -> None:
        if warning is None:
            trusted()
        else:
            warn(warning)

    jobs.run(remember, done)


class LookingAhead:
    """What time brings, worked out for a few clients at a time while nobody waits for anything else."""

    def __init__(
        self,
        jobs: Jobs,
        steps: Callable[[], Iterator[Progress]],
        later: Callable[[Callable[[], None]], None],
        refresh: Callable[[], None],
        left_out: Callable[[Sequence[UUID]], Problem | None],
        tell: Callable[[Problem], None],
    ) -> None:
        """`steps` are taken on the worker thread; `later` calls back after a pause; `refresh` at the end.

        `left_out` says for whom it could not be done; `tell` hears that once, and what stopped the work.
        """
        self._jobs, self._steps, self._later, self._refresh = jobs, steps, later, refresh
        self._left_out, self._tell = left_out, tell
        self._under_way: Iterator[Progress] | None = None
        self._running = self._again = False
        self._taken = 0
        self._failed: tuple[UUID, ...] = ()
        self._told: set[UUID] = set()

    def start(self) -> None:
        """Begin, or begin anew after what is under way."""
        if self._running:
            self._again = True
            return
        self._running, self._taken = True, 0
        self._later(self._step)

    def _step(self) -> None:
        self._jobs.run(self._next, self._answered, self._stopped)

    def _next(self) -> Progress | None:
        if self._under_way is None:
            self._under_way = self._steps()
        return next(self._under_way, None)

    def _answered(self, step: Progress | None) -> None:
        if step is not None:
            self._taken, self._failed = self._taken + 1, step.failed
            self._later(self._step)
            return
        self._stop()
        self._name_failed()
        if self._taken > 1:  # the first step only counts who is waiting
            self._refresh()
        if self._again:
            self._again = False
            self.start()

    def _name_failed(self) -> None:
        """Each once; who fails again after every change of a case is known by then."""
        failed = self._failed
        if not self._told.issuperset(failed):
            self._told.update(failed)
            self._jobs.run(
                lambda: self._left_out(failed),
                lambda problem: None if problem is None else self._tell(problem),
                self._tell,
            )

    def _stopped(self, problem: Problem) -> None:
        self._stop()
        self._tell(problem)

    def _stop(self) -> None:
        self._running, self._under_way = False, None
