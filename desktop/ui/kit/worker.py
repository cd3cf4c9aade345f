"""The one worker thread, which owns the office file."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from desktop.errors import Problem

from .jobs import Answer, Job, Unforeseen, no_answer_needed

if TYPE_CHECKING:
    from queue import SimpleQueue

Step = Callable[[], None]


class Worker(QObject):
    """`Jobs` on one thread, in the order asked. Answers arrive on the thread that made the worker."""

    _answer = Signal(object)

    def __init__(self, report: Callable[[BaseException], None], parent: QObject | None = None) -> None:
        """`report` gets every exception that is not a Problem, on the worker's thread."""
        super().__init__(parent)
        self._report = report
        self._work: SimpleQueue[Step | None] | None = None
        self._answer.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._closed = False
        self._thread: threading.Thread | None = None

    def run(
        self,
        work: Callable[[], Answer],
        done: Callable[[Answer], None],
        failed: Callable[[Problem], None] = no_answer_needed,
    ) -> Job:
        job = Job()
        self._ask(lambda: self._do(job, work, done, failed))
        return job

    def close(self, last: Callable[[], Any] | None = None, seconds: float = 10) -> None:
        """Finish what is asked, then `last` (closing the office file), then end. No answer comes any more."""
        self._closed = True
        if last is not None:
            self._ask(lambda: self._quietly(last))
        if self._thread is not None:
            self._ask(None)
            self._thread.join(timeout=seconds)

    def _ask(self, step: Step | None) -> None:
        """The thread starts with the first work, which is after the first paint."""
        if self._work is None:
            from queue import SimpleQueue

            self._work = SimpleQueue()
            self._thread = threading.Thread(target=self._labour, args=(self._work,), daemon=True)
            self._thread.name = "office file"
            self._thread.start()
        self._work.put(step)

    def _labour(self, work: SimpleQueue[Step | None]) -> None:
        while (step := work.get()) is not None:
            step()

    def _do(
        self,
        job: Job,
        work: Callable[[], Answer],
        done: Callable[[Answer], None],
        failed: Callable[[Problem], None],
    ) -> None:
        if job.cancelled:
            return
        try:
            answer = work()
        except Problem as problem:
            shown = problem
        except Exception as error:
            self._report(error)
            shown = Unforeseen()
        else:
            self._send(job, lambda: done(answer))
            return
        self._send(job, lambda: failed(shown))

    def _quietly(self, last: Callable[[], Any]) -> None:
        try:
            last()
        except Exception as error:
            self._report(error)

    def _send(self, job: Job, step: Step) -> None:
        if not self._closed:
            self._answer.emit((job, step))

    def _deliver(self, parcel: tuple[Job, Step]) -> None:
        job, step = parcel
        if not job.cancelled and not self._closed:
            step()
