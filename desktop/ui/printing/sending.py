"""The pages to the printer, one after the other, so that one of them is in memory at a time. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.errors import Problem
from desktop.ui.kit.jobs import Jobs
from desktop.ui.kit.pdf_pages import PRINTER_DPI, PageImage, rendered_page

from .seen import Run

if TYPE_CHECKING:
    from desktop.services.print_stack import Stack


class Sending:
    """One job of the printer; `done` once it has every page, `failed` and nothing printed otherwise."""

    def __init__(
        self,
        jobs: Jobs,
        run: Run,
        stack: Stack,
        done: Callable[[], None],
        failed: Callable[[Problem], None],
    ) -> None:
        assert stack.printed is not None
        self._jobs, self._run, self._pdf = jobs, run, stack.printed.pdf
        self._done, self._failed = done, failed
        self._waiting = list(run.numbers)

    def next_page(self) -> None:
        """The first page that waits, and then the others."""
        if not self._waiting:
            self._run.finish()
            self._done()
            return
        number = self._waiting.pop(0)
        self._jobs.run(
            lambda: rendered_page(self._pdf, number, PRINTER_DPI, grey=True), self._put, self._stop
        )

    def _put(self, page: PageImage) -> None:
        self._run.put(page)
        self.next_page()

    def _stop(self, problem: Problem) -> None:
        self._run.abort()
        self._failed(problem)
