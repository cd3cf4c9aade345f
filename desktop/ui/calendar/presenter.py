"""Which days the calendar shows, what stands on them, and what moves it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple, Protocol

from desktop.deadlines.holidays import PLACES, Calendar, calendar_of
from desktop.errors import Problem
from desktop.texts import Texts, mark
from desktop.ui.kit.due_entry import DueEntry, due_entry
from desktop.ui.kit.jobs import Jobs, Latest

from .days import (
    FIRST_DAY,
    LAST_DAY,
    CalendarDay,
    calendar_days,
    count_words,
    days_of,
    month_later,
    month_range,
    week_number,
    week_range,
)

if TYPE_CHECKING:
    from desktop.services.deadlines import DueLine

MONTH, WEEK = "month", "week"
PAGE = 100
"""Dates of one day that are read at once; in a week each day says how many more it has."""


class Agenda(Protocol):
    """`source.AgendaOfOffice`, or a fake. Days are inclusive. Called on the worker thread."""

    def counts(self, first: date, last: date) -> Mapping[date, Mapping[str, int]]: ...
    def dates(self, first: date, last: date, today: date, limit: int, offset: int) -> Sequence[DueLine]: ...
    def place(self) -> str: ...
    def set_place(self, place: str) -> None: ...


@dataclass(frozen=True, slots=True)
class DayList:
    """The chosen day at the side of the month."""

    title: str  # Dienstag, 24. November 2026
    about: str  # today · KW 48 · Repentance Day · 3 deadlines
    entries: Sequence[DueEntry]
    total: int


@dataclass(frozen=True, slots=True)
class WeekDay:
    """One day of the week with its dates; `more` that there are beyond them."""

    day: CalendarDay
    title: str  # Di 24.11.
    entries: Sequence[DueEntry]
    more: str = ""


class CalendarView(Protocol):
    def begin(self) -> None: ...
    def show_title(self, title: str, about: str, mode: str) -> None: ...
    def show_month(self, days: Sequence[CalendarDay], chosen: date) -> None: ...
    def show_week(self, days: Sequence[WeekDay], chosen: date) -> None: ...
    def show_day(self, day: DayList) -> None: ...
    def show_more(self, offset: int, entries: Sequence[DueEntry]) -> None: ...
    def show_place(self, places: Sequence[tuple[str, str]], chosen: str) -> None: ...
    def show_problem(self, problem: Problem) -> None: ...


class _Found(NamedTuple):
    place: str
    counts: Mapping[date, Mapping[str, int]]
    lines: Sequence[DueLine]  # of the week, or of the chosen day
    total: int


class CalendarPresenter:
    """Reads only the days in sight; a newer question replaces the one before."""

    def __init__(
        self,
        view: CalendarView,
        jobs: Jobs,
        agenda: Agenda,
        texts: Texts,
        today: Callable[[], date],
        what: Callable[[DueLine], str],
    ) -> None:
        """`what` says in words what a date is."""
        self._view, self._jobs, self._agenda, self._texts, self._today = view, jobs, agenda, texts, today
        self._what = what
        self._range, self._list = Latest(jobs), Latest(jobs)
        self._mode, self._day = MONTH, date.min
        self._counts: Mapping[date, Mapping[str, int]] = {}
        self._place: Calendar | None = None

    @property
    def shown(self) -> tuple[date, date]:
        """First and last day in sight (inclusive)."""
        return (month_range if self._mode == MONTH else week_range)(self._day)

    @property
    def chosen(self) -> tuple[str, date]:
        """Whether a month or a week is shown, and the day in it that is chosen."""
        return self._mode, self._day

    def enter(self) -> None:
        if self._day == date.min:
            self._day = self._today()
        self._view.begin()
        self._read()

    # What a person does

    def choose(self, day: date) -> None:
        """Another day is under the keyboard; beyond the days in sight the calendar turns the page."""
        first, last = self.shown
        beside = self._mode == MONTH and (day.year, day.month) != (self._day.year, self._day.month)
        self._day = min(max(day, FIRST_DAY), LAST_DAY)
        if self._place is None or not first <= day <= last or beside:
            self._read()
        elif self._mode == MONTH:
            self._read_day()

    def turn(self, by: int) -> None:
        """So many months or weeks on or back."""
        if self._mode == MONTH:
            self.choose(month_later(self._day, by))
        else:
            self.choose(self._day + timedelta(weeks=by))

    def today(self) -> None:
        self.choose(self._today())

    def show_as(self, mode: str) -> None:
        """Month or week, around the day that is chosen."""
        self._mode = mode
        self._view.begin()
        self._read()

    def more(self, offset: int) -> None:
        """The list of the chosen day was scrolled to its end."""
        day, today = self._day, self._today()
        self._jobs.run(
            lambda: self._agenda.dates(day, day, today, PAGE, offset),
            done=lambda lines: self._add(day, offset, lines),
            failed=self._view.show_problem,
        )

    def set_place(self, place: str) -> None:
        """Whose holidays are shown."""
        self._jobs.run(
            lambda: self._agenda.set_place(place), done=lambda _: self._read(), failed=self._view.show_problem
        )

    # What is shown

    def _read(self) -> None:
        (first, last), day, mode, today = self.shown, self._day, self._mode, self._today()

        def find() -> _Found:
            counts = self._agenda.counts(first, last)
            looked_at = [day] if mode == MONTH else days_of(first, last)
            lines = [
                line
                for each in looked_at
                if mode == MONTH or each in counts
                for line in self._agenda.dates(each, each, today, PAGE, 0)
            ]
            return _Found(self._agenda.place(), counts, lines, sum(counts.get(day, {}).values()))

        self._list.cancel()
        self._range.run(find, done=self._show, failed=self._view.show_problem)

    def _read_day(self) -> None:
        day, today = self._day, self._today()
        self._list.run(
            lambda: self._agenda.dates(day, day, today, PAGE, 0),
            done=self._show_day,
            failed=self._view.show_problem,
        )

    def _show(self, found: _Found) -> None:
        texts = self._texts
        self._counts = found.counts
        self._place = place = calendar_of(found.place)
        first, last = self.shown
        today = self._today()
        days = list(calendar_days(first, last, found.counts, place, self._day, today, texts))
        names = [(key, texts(name)) for key, name in PLACES.items()]
        self._view.show_place(names, place.place)
        if self._mode == MONTH:
            month = f"{texts.month(self._day.month)} {self._day.year}"
            weeks = texts(mark("Weeks {first} to {last}"), first=week_number(first), last=week_number(last))
            self._view.show_title(month, self._about(weeks), MONTH)
            self._view.show_month(days, self._day)
            self._show_day(found.lines)
            return
        week = texts(mark("Week {number}"), number=week_number(first))
        dates = texts(mark("{first} to {last}"), first=texts.day(first), last=texts.day(last))
        self._view.show_title(week, self._about(dates), WEEK)
        self._view.show_week([self._week_day(each, found.lines, today) for each in days], self._day)

    def _about(self, days: str) -> str:
        """Which days are in sight, and that holidays are not known where they are not."""
        place, texts = self._place, self._texts
        if place is None or place.first_year <= self._day.year <= place.last_year:
            return days
        text = mark("Holidays are known from {first} to {last} only.")
        return f"{days} · {texts(text, first=place.first_year, last=place.last_year)}"

    def _week_day(self, day: CalendarDay, lines: Sequence[DueLine], today: date) -> WeekDay:
        texts = self._texts
        mine = [self._entry(line, today) for line in lines if line.act_by == day.day]
        missing = sum(day.counts.values()) - len(mine)
        more = texts(mark("and {count} more"), count=missing) if missing > 0 else ""
        short = (
            f"{day.day:%d.%m.}"
            if texts.language == "de"
            else f"{day.day.day} {texts.month(day.day.month)[:3]}"
        )
        return WeekDay(day, f"{texts.short_weekday(day.day)} {short}", mine, more)

    def _show_day(self, lines: Sequence[DueLine]) -> None:
        texts, day, today = self._texts, self._day, self._today()
        assert self._place is not None
        (chosen,) = calendar_days(day, day, self._counts, self._place, day, today, texts)
        about = [
            texts(mark("Today")) if chosen.today else "",
            texts(mark("Week {number}"), number=week_number(day)),
            chosen.holiday,
            count_words(chosen.counts, texts),
        ]
        self._view.show_day(
            DayList(
                f"{texts.weekday(day)}, {texts.long_date(day)}",
                " · ".join(filter(None, about)),
                [self._entry(line, today) for line in lines],
                sum(chosen.counts.values()),
            )
        )

    def _add(self, day: date, offset: int, lines: Sequence[DueLine]) -> None:
        if day == self._day:
            self._view.show_more(offset, [self._entry(line, self._today()) for line in lines])

    def _entry(self, line: DueLine, today: date) -> DueEntry:
        return due_entry(line, today, self._texts, self._what)
