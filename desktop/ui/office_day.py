"""What a day of an open office begins with: the clock, the dates, and what time brings, in this order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.errors import Problem
from desktop.texts import mark

from .kit.jobs import Jobs
from .shell import Shell
from .upkeep import LookingAhead, bring_up_to_date, look_at_the_clock
from .watching import refresh_lists

if TYPE_CHECKING:
    from desktop.services.clock import ClockWarning
    from desktop.services.office import Session

CLIENTS_AHEAD, PAUSE = 2, 250
"""Clients for whom it is looked ahead at once (some 60 ms), and the pause after it in milliseconds."""


class OfficeDay:
    """Begun after unlocking and after midnight; ends with the session, whatever shell is shown meanwhile."""

    def __init__(
        self,
        jobs: Jobs,
        session: Session,
        clock: Callable[[], datetime],
        shell: Callable[[], Shell | None],
        owner: QObject,
    ) -> None:
        """`owner` takes the pauses with it when it goes."""
        from desktop.services.prospects import left_out, look_ahead

        self._jobs, self._session, self._clock, self._shell = jobs, session, clock, shell
        self._ended = False
        self._ahead = LookingAhead(
            jobs,
            lambda: look_ahead(session, clock(), CLIENTS_AHEAD),
            later=lambda step: QTimer.singleShot(PAUSE, owner, lambda: None if self._ended else step()),
            refresh=self._refresh,
            left_out=lambda failed: left_out(session, failed),
            tell=self._tell,
        )

    def begin(self) -> None:
        """The clock first, for every date hangs on today."""
        from desktop.services import clock

        look_at_the_clock(
            self._jobs,
            lambda: clock.remember(self._session, self._clock()),
            self._warn,
            self._bring_up_to_date,
        )

    def look_ahead(self) -> None:
        """A case was changed: what time brings to it is open again."""
        self._ahead.start()

    def end(self) -> None:
        """The office is locked; what is under way is not gone on with."""
        self._ended = True

    def _bring_up_to_date(self) -> None:
        from desktop.services.clients import bring_dates_up_to_date, dates_left_old

        bring_up_to_date(
            self._jobs,
            lambda most: bring_dates_up_to_date(self._session, self._clock(), most),
            refresh=self._refresh,
            left_old=lambda: dates_left_old(self._session, self._clock()),
            tell=self._tell,
        )
        self._ahead.start()
        self._clear_prints()

    def _clear_prints(self) -> None:
        """What the office no longer keeps goes, once the day is known to be right."""
        from desktop.services.print_keeping import remove_older

        def work() -> int:
            now = self._clock()
            return remove_older(self._session, now.date(), now)

        self._jobs.run(work, self._say_cleared, self._tell)

    def _say_cleared(self, count: int) -> None:
        shell = self._shell()
        if shell is not None and count:
            one = mark("{count} earlier print was removed: the office keeps prints for a limited time.")
            many = mark("{count} earlier prints were removed: the office keeps prints for a limited time.")
            texts = shell.look.texts
            words = texts(mark("How long prints are kept"))
            shell.tell(texts.plural(one, many, count), words, lambda: shell.go("preferences"))

    def _warn(self, warning: ClockWarning) -> None:
        from desktop.services import clock

        shell = self._shell()
        if shell is None:
            return

        def accept() -> None:
            self._jobs.run(
                lambda: clock.accept(self._session, self._clock()), lambda _: self._bring_up_to_date()
            )

        texts = shell.look.texts
        shell.warn(warning.sentence(texts), texts(mark("The clock is right")), accept)

    def _tell(self, problem: Problem) -> None:
        shell = self._shell()
        if shell is not None:
            shell.banner.say_problem(problem)

    def _refresh(self) -> None:
        shell = self._shell()
        if shell is not None:
            refresh_lists(shell)
