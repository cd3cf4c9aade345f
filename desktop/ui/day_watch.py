"""How much is due, kept right all day: the number on the rail, a note when a day begins, the tray. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from desktop.texts import Texts, mark

from .kit.jobs import Jobs, Latest


class DueNow(NamedTuple):
    """How many dates are overdue, due on a day, and due on the day after it."""

    overdue: int
    today: int
    tomorrow: int

    @property
    def pressing(self) -> int:
        return self.overdue + self.today


class DayWatch:
    """Looks again after everything that may change the counts, and when midnight has passed.

    A note of what is due is given once a day, and not to somebody who has the start page before them.
    It never says whose dates they are.
    """

    def __init__(
        self,
        jobs: Jobs,
        count: Callable[[date], DueNow],
        texts: Texts,
        today: Callable[[], date],
        show: Callable[[DueNow, str], None],
        remind: Callable[[str], None],
        at_the_start_page: Callable[[], bool],
        new_day: Callable[[], None],
    ) -> None:
        """`show` takes the counts and their words; `new_day` derives what no longer holds and refreshes."""
        self._count, self._texts, self._today = count, texts, today
        self._show, self._remind = show, remind
        self._at_the_start_page, self._new_day = at_the_start_page, new_day
        self._question = Latest(jobs)
        self._day = today()
        self._told: date | None = None
        self._stopped = False

    def stop(self) -> None:
        """The window it counts for is gone; no answer arrives any more."""
        self._stopped = True
        self._question.cancel()

    def look(self) -> None:
        """Count anew; a question asked meanwhile replaces this one."""
        if self._stopped:
            return
        today = self._today()
        self._question.run(lambda: self._count(today), done=lambda now: self._answered(today, now))

    def minute(self) -> None:
        """A while has passed: perhaps another day has begun, or the computer was asleep over midnight."""
        today = self._today()
        if today != self._day:
            self._day = today
            self._new_day()
            self.look()

    def _answered(self, today: date, now: DueNow) -> None:
        self._show(now, due_words(now, self._texts))
        if self._told == today:
            return
        if self._at_the_start_page():
            self._told = today
        elif sentence := reminder(now, self._texts):
            self._told = today
            self._remind(sentence)


def due_words(now: DueNow, texts: Texts) -> str:
    """2 dates overdue, 3 due today; for the rail button and the tray."""
    told = []
    if now.overdue:
        told.append(texts.plural(mark("{count} date overdue"), mark("{count} dates overdue"), now.overdue))
    if now.today:
        told.append(texts.plural(mark("{count} due today"), mark("{count} due today"), now.today))
    return ", ".join(told) or texts(mark("nothing is due today"))


def reminder(now: DueNow, texts: Texts) -> str:
    """What becomes due, without a name; empty if nothing does."""
    told = []
    if now.today:
        told.append(texts.plural(mark("{count} date today"), mark("{count} dates today"), now.today))
    if now.tomorrow:
        told.append(texts.plural(mark("{count} tomorrow"), mark("{count} tomorrow"), now.tomorrow))
    if not told:
        return ""
    if now.overdue:
        told.append(texts.plural(mark("{count} overdue"), mark("{count} overdue"), now.overdue))
    return texts(mark("Due: {dates}."), dates=", ".join(told))
