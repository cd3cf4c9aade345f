"""Which dates stand under overdue, this week and later, and in which words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple, Protocol

from desktop.errors import Problem
from desktop.services.words.values import distance
from desktop.texts import Texts, mark
from desktop.ui.kit.jobs import Jobs, Latest
from desktop.ui.kit.names import isolated

if TYPE_CHECKING:
    from desktop.services.deadlines import DueCounts, DueLine

WEEK = timedelta(days=7)
OVERDUE = "overdue"


class DueDates(Protocol):
    """`source.DueDatesOfOffice`, or a fake. Called on the worker thread."""

    def due(self, today: date) -> Sequence[DueLine]: ...
    def counts(self, today: date) -> DueCounts: ...
    def clients(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Entry:
    """One date as it stands on the page. `urgency` is a key of `kit.signs.DATE_SIGNS`."""

    client_id: str
    when: str  # the day to act by: Di 24.11.
    who: str
    what: str  # Title ends: § 25 Abs. 3
    ends: str  # the day itself where acting must come before it: ends Do 26.11.
    distance: str  # to the day to act by: in 2 days
    urgency: str


@dataclass(frozen=True, slots=True)
class Day:
    """The whole page."""

    overdue: tuple[Entry, ...] = ()
    this_week: tuple[Entry, ...] = ()
    later: tuple[Entry, ...] = ()
    ninety_days: int = 0
    clients: int = 0


class TodayView(Protocol):
    def show_head(self, day: str) -> None: ...
    def show_day(self, day: Day) -> None: ...
    def show_problem(self, problem: Problem) -> None: ...


class _Found(NamedTuple):
    lines: Sequence[DueLine]
    counts: DueCounts
    clients: int


class TodayPresenter:
    """Reads anew whenever the page is entered; an answer for a question no longer asked is dropped."""

    def __init__(
        self,
        view: TodayView,
        jobs: Jobs,
        dates: DueDates,
        texts: Texts,
        today: Callable[[], date],
        what: Callable[[DueLine], str],
        show_count: Callable[[int, str], None],
    ) -> None:
        """`what` says in words what a date is; `show_count` takes the number overdue and its sentence."""
        self._view, self._dates, self._texts, self._today = view, dates, texts, today
        self._what, self._show_count = what, show_count
        self._question = Latest(jobs)

    def enter(self) -> None:
        today = self._today()
        self._view.show_head(f"{self._texts.weekday(today)}, {self._texts.long_date(today)}")
        self._question.run(
            lambda: _Found(self._dates.due(today), self._dates.counts(today), self._dates.clients()),
            done=lambda found: self._show(found, today),
            failed=self._view.show_problem,
        )

    def _show(self, found: _Found, today: date) -> None:
        overdue, this_week, later = [], [], []
        for line in found.lines:
            entry = self._entry(line, today)
            if entry.urgency == OVERDUE:
                overdue.append(entry)
            elif line.act_by <= today + WEEK:
                this_week.append(entry)
            else:
                later.append(entry)
        counts = found.counts
        self._view.show_day(
            Day(tuple(overdue), tuple(this_week), tuple(later), counts.ninety_days, found.clients)
        )
        words = mark("{count} date overdue"), mark("{count} dates overdue")
        self._show_count(counts.overdue, self._texts.plural(*words, counts.overdue))

    def _entry(self, line: DueLine, today: date) -> Entry:
        texts = self._texts
        passed = line.day < today
        act_by = line.day if passed else line.act_by
        ends = texts(mark("ends {day}"), day=_near(line.day, today, texts))
        return Entry(
            client_id=line.client_id,
            when=_near(act_by, today, texts),
            who=isolated(line.name),
            what=self._what(line),
            ends=ends if act_by < line.day else "",
            distance=distance(act_by, today, texts),
            urgency=line.urgency.value,
        )


def _near(day: date, today: date, texts: Texts) -> str:
    """Di 24.11.; with the year where the day alone could mislead."""
    if abs((day - today).days) > 300:
        return texts.day_with_weekday(day)
    short = f"{day:%d.%m.}" if texts.language == "de" else f"{day.day} {texts.month(day.month)[:3]}"
    return f"{texts.short_weekday(day)} {short}"
