"""Letters for many clients at once: what to make and where to, then one client after the other. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from desktop.errors import Problem
from desktop.texts import Texts, mark
from desktop.ui.kit.jobs import Jobs

if TYPE_CHECKING:
    from desktop.services.batch import Line, Progress
    from desktop.services.printing import SheetKind

    Kinds = tuple[SheetKind, ...]
    Steps = Generator[Progress, None, None]


class LettersView(Protocol):
    def show_offer(self, clients: int) -> None: ...
    def show_again(self) -> None: ...
    def show_progress(self, done: int, total: int) -> None: ...
    def show_done(self, sentence: str, report: str) -> None: ...
    def show_problem(self, problem: Problem) -> None: ...
    def ask_file(self, name: str) -> Path | None: ...
    def ask_folder(self) -> Path | None: ...


class Letters:
    """One step per client on the worker thread, so that everything else gets its turn in between.

    A job goes on while somebody is in another room. Cancelled, it leaves nothing.
    """

    def __init__(
        self,
        view: LettersView,
        jobs: Jobs,
        run: Callable[[Sequence[str], Path, Kinds], Steps],
        report: Callable[[Sequence[Line]], str],
        texts: Texts,
        today: Callable[[], date],
        finished: Callable[[str], None],
    ) -> None:
        """`run` is asked on the worker thread; `report` puts what became of whom into words.

        `finished` takes the sentence that all is done, for whoever is elsewhere by then.
        """
        self._view, self._jobs, self._run, self._report = view, jobs, run, report
        self._texts, self._today, self._finished = texts, today, finished
        self._clients: Sequence[str] = ()
        self._steps: Steps | None = None  # touched on the worker thread only
        self._under_way: Path | None = None

    @property
    def running(self) -> bool:
        return self._under_way is not None

    def offer(self, clients: Sequence[str]) -> None:
        """Ask what to make for these; while a job runs, show that one."""
        if self.running:
            self._view.show_again()
            return
        self._clients = tuple(clients)
        self._view.show_offer(len(self._clients))

    def make(self, kinds: Kinds, in_a_folder: bool) -> None:
        """Ask where to, and begin."""
        if self.running:
            return
        place = self._view.ask_folder() if in_a_folder else self._view.ask_file(self._name())
        if place is None:
            return
        if not in_a_folder and place.suffix.lower() != ".pdf":
            place = place.with_name(f"{place.name}.pdf")
        clients, self._under_way = self._clients, place
        self._view.show_progress(0, len(clients))
        self._step(lambda: self._run(clients, place, kinds), place)

    def cancel(self) -> None:
        """Stop after the client under way; nothing of it stays."""
        if self.running:
            self._under_way = None
            self._jobs.run(self._close, lambda _: None)
            self._view.show_offer(len(self._clients))

    def _step(self, begin: Callable[[], Steps], place: Path) -> None:
        def work() -> Progress:
            if self._steps is None:
                self._steps = begin()
            return next(self._steps)

        self._jobs.run(
            work,
            done=lambda progress: self._went(progress, begin, place),
            failed=lambda problem: self._failed(problem, place),
        )

    def _went(self, progress: Progress, begin: Callable[[], Steps], place: Path) -> None:
        if self._under_way is not place:
            return  # cancelled meanwhile
        if progress.done < progress.total:
            self._view.show_progress(progress.done, progress.total)
            self._step(begin, place)
            return
        self._end()
        made = any(line.problem is None for line in progress.report)
        where = mark("Saved in {place}.") if made else mark("Nothing could be made, and nothing was saved.")
        self._view.show_done(self._texts(where, place=str(place)), self._report(progress.report))
        self._finished(self._texts(mark("The letters are ready.")))

    def _failed(self, problem: Problem, place: Path) -> None:
        if self._under_way is place:
            self._end()
            self._view.show_offer(len(self._clients))
            self._view.show_problem(problem)

    def _end(self) -> None:
        self._under_way = None
        self._jobs.run(self._close, lambda _: None)

    def _close(self) -> None:
        steps, self._steps = self._steps, None
        if steps is not None:
            steps.close()

    def _name(self) -> str:
        return f"{self._texts(mark('applications'))}_{self._today().isoformat()}.pdf"
