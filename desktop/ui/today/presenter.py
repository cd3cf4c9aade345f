"""Which dates stand under overdue, this week and later, and in which words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal, NamedTuple, Protocol

from desktop.errors import Problem
from desktop.texts import Texts, mark
from desktop.ui.kit.jobs import Jobs, Latest
from desktop.ui.kit.names import isolated

Urgency = Literal["overdue", "soon", "later"]
WEEK = timedelta(days=7)


class DueLine(Protocol):
    """A line of `services.deadlines.due`."""

    @property
    def client_id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def day(self) -> date: ...
    @property
    def safe_day(self) -> date | None: ...
    @property
    def start_on(self) -> date | None: ...


class DueCounts(Protocol):
    """`services.deadlines.counts`."""

    @property
    def overdue(self) -> int: ...
    @property
    def this_week(self) -> int: ...
    @property
    def ninety_days(self) -> int: ...


class DueDates(Protocol):
    """`source.DueDatesOfOffice`, or a fake. Called on the worker thread."""

    def due(self, today: date) -> Sequence[DueLine]: ...
    def counts(self, today: date) -> DueCounts: ...
    def clients(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Entry:
    """One date as it stands on the page."""

    client_id: str
    when: str  # Tue 24.11.
    what: str  # title ends
    who: str
    note: str  # file by Mon 23.11.
    distance: str  # in 2 days
    urgency: Urgency


@dataclass(frozen=True, slots=True)
class Day:
    """The whole page."""

    overdue: tuple[Entry, ...] = ()
    this_week: tuple[Entry, ...] = ()
    later: tuple[Entry, ...] = ()
    ninety_days: int = 0
    clients: int = 0
    counted: tuple[int, int] = field(default=(0, 0))  # overdue and this week, also beyond what is listed


class TodayView(Protocol):
    def show_head(self, day: str) -> None: ...
    def show_day(self, day: Day) -> None: ...
    def show_busy(self) -> None: ...
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
        self._view.show_busy()
        self._question.run(
            lambda: _Found(self._dates.due(today), self._dates.counts(today), self._dates.clients()),
            done=lambda found: self._show(found, today),
            failed=self._view.show_problem,
        )

    def _show(self, found: _Found, today: date) -> None:
        groups: dict[Urgency, list[Entry]] = {"overdue": [], "soon": [], "later": []}
        for each in found.lines:
            urgency = urgency_of(each.safe_day or each.day, today)
            groups[urgency].append(self._entry(each, urgency, today))
        counts = found.counts
        self._view.show_day(
            Day(
                tuple(groups["overdue"]),
                tuple(groups["soon"]),
                tuple(groups["later"]),
                counts.ninety_days,
                found.clients,
                (counts.overdue, counts.this_week),
            )
        )
        overdue = mark("{count} date overdue"), mark("{count} dates overdue")
        self._show_count(counts.overdue, self._texts.plural(*overdue, counts.overdue))

    def _entry(self, line: DueLine, urgency: Urgency, today: date) -> Entry:
        texts = self._texts
        safe = line.safe_day
        note = ""
        if safe is not None and safe != line.day:
            note = texts(mark("file by {day}"), day=self._short(safe, today))
        return Entry(
            client_id=line.client_id,
            when=self._short(line.day, today),
            what=self._what(line),
            who=isolated(line.name),
            note=note,
            distance=distance(line.day, today, texts),
            urgency=urgency,
        )

    def _short(self, day: date, today: date) -> str:
        """With the weekday where it is near, otherwise in full."""
        if abs((day - today).days) < 100:
            return f"{self._texts.short_weekday(day)} {self._texts.day(day)}"
        return self._texts.day(day)


def urgency_of(working_day: date, today: date) -> Urgency:
    """By the last safe day: past is overdue, within seven days is soon."""
    if working_day < today:
        return "overdue"
    return "soon" if working_day <= today + WEEK else "later"


def distance(day: date, today: date, texts: Texts) -> str:
    """Today, tomorrow, in 5 days, 3 days ago."""
    days = (day - today).days
    if days == 0:
        return texts(mark("today"))
    if days == 1:
        return texts(mark("tomorrow"))
    if days == -1:
        return texts(mark("yesterday"))
    if days < 0:
        return texts(mark("{count} days ago"), count=-days)
    return texts(mark("in {count} days"), count=days)
