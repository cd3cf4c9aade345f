"""Work that must not hold up the window: asked here, done elsewhere, answered on the window's thread.

Presenters know only the protocol `Jobs`. `worker.Worker` keeps it with the one thread that owns the office
file; `ImmediateJobs` and `HeldJobs` keep it in tests.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from desktop.errors import Problem
from desktop.texts import mark

Answer = TypeVar("Answer")


class Unforeseen(Problem):
    """A mistake of the program met during a job. The cause goes to the report, never to the page."""

    def __init__(self) -> None:
        super().__init__(
            mark("The program made a mistake here; what was saved before is safe."),
            mark("Please try again, and tell whoever looks after the program if it happens again."),
        )


class Job:
    """A piece of work under way. After `cancel` none of its answers arrives; work not begun is not begun."""

    def __init__(self) -> None:
        self.cancelled = False

    def cancel(self) -> None:
        self.cancelled = True


def no_answer_needed(_: object) -> None:
    """For `failed` where the page shows nothing."""


class Jobs(Protocol):
    """Runs work one after the other, in the order asked."""

    def run(
        self,
        work: Callable[[], Answer],
        done: Callable[[Answer], None],
        failed: Callable[[Problem], None] = no_answer_needed,
    ) -> Job:
        """Do `work` elsewhere, then call `done` with its result or `failed` with what a person may read."""
        ...


class Latest:
    """Only the newest question is answered: a new one cancels the one before (search, paging)."""

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs
        self._job: Job | None = None

    def run(
        self,
        work: Callable[[], Answer],
        done: Callable[[Answer], None],
        failed: Callable[[Problem], None] = no_answer_needed,
    ) -> None:
        self.cancel()
        self._job = self._jobs.run(work, done, failed)

    def cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()


class AnsweredWhile:
    """The jobs of one set of rooms: their answers come until `end`, for then their widgets are gone.

    What was asked before is still done, so that a save is never lost; a failure then goes to `late`.
    """

    def __init__(self, jobs: Jobs, late: Callable[[Problem], None]) -> None:
        self._jobs, self._late, self._open = jobs, late, True

    def run(
        self,
        work: Callable[[], Answer],
        done: Callable[[Answer], None],
        failed: Callable[[Problem], None] = no_answer_needed,
    ) -> Job:
        def answered(answer: Answer) -> None:
            if self._open:
                done(answer)

        def refused(problem: Problem) -> None:
            (failed if self._open else self._late)(problem)

        return self._jobs.run(work, answered, refused)

    def end(self) -> None:
        """From now on nobody waits for the answers."""
        self._open = False


class ImmediateJobs:
    """For tests: does the work on the spot. An unexpected exception is not caught."""

    def run(
        self,
        work: Callable[[], Answer],
        done: Callable[[Answer], None],
        failed: Callable[[Problem], None] = no_answer_needed,
    ) -> Job:
        job = Job()
        self._do(job, work, done, failed)
        return job

    def _do(
        self,
        job: Job,
        work: Callable[[], Answer],
        done: Callable[[Answer], None],
        failed: Callable[[Problem], None],
    ) -> None:
        try:
            answer = work()
        except Problem as problem:
            failed(problem)
        else:
            if not job.cancelled:
                done(answer)


class HeldJobs(ImmediateJobs):
    """For tests: keeps the work until told to do it, in any order."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def release(self, number: int = 0) -> None:
        """Do one waiting piece of work, the oldest unless told otherwise."""
        self.waiting.pop(number)()

    def _do(
        self,
        job: Job,
        work: Callable[[], Answer],
        done: Callable[[Answer], None],
        failed: Callable[[Problem], None],
    ) -> None:
        def do() -> None:
            if not job.cancelled:
                super(HeldJobs, self)._do(job, work, done, failed)

        self.waiting.append(do)
