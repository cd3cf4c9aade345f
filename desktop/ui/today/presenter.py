"""What stands on the start page: the dates of each card, the counted lists, and what a key does to a date."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, Protocol

from desktop.errors import Problem
from desktop.services.due import Due
from desktop.services.prospects import Prospect
from desktop.texts import Texts, mark
from desktop.ui.kit.due_entry import GUARDED, DueEntry, due_entry, prospect_entry
from desktop.ui.kit.jobs import Jobs, Latest

if TYPE_CHECKING:
    from desktop.services.deadlines import DueLine
    from desktop.services.due import Counts

    Shown = DueLine | Prospect

WITHOUT, RESTING, ENDING, PAPERS = "without", "resting", "ending", "papers_ending"
"""The counted lists below the cards."""
PAGE = 15
"""Dates a card has at first, and gets more of while it is scrolled."""


class Ahead(NamedTuple):
    """How many come to a title within 90 days, and for how many clients nobody has looked ahead yet."""

    reached: int = 0
    waiting: int = 0


class DueDates(Protocol):
    """`source.DueDatesOfOffice`, or a fake. Called on the worker thread."""

    def counts(self, today: date) -> Counts: ...
    def lines(self, where: Due, today: date, limit: int, offset: int) -> Sequence[Shown]: ...
    def ahead(self, today: date) -> Ahead: ...
    def clients(self) -> int: ...
    def tick(self, client_id: str, entry: str) -> None: ...


class CardDates(NamedTuple):
    """The first dates of a card and how many there are."""

    entries: Sequence[DueEntry] = ()
    total: int = 0


@dataclass(frozen=True, slots=True)
class Day:
    """The whole page. `lists`: how many clients each counted list has."""

    cards: Mapping[Due, CardDates] = field(default_factory=lambda: MappingProxyType({}))
    lists: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    waiting: int = 0  # clients for whom it is not known yet what time brings
    clients: int = 0


class TodayView(Protocol):
    def show_head(self, day: str) -> None: ...
    def show_day(self, day: Day) -> None: ...
    def show_more(self, card: Due, offset: int, entries: Sequence[DueEntry]) -> None: ...
    def show_problem(self, problem: Problem) -> None: ...


class _Found(NamedTuple):
    counts: Counts
    lines: Mapping[Due, Sequence[Shown]]
    ahead: Ahead
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
        cite: Callable[[str], str],
        changing: Callable[[str, Callable[[], None]], None],
        say: Callable[[str], None],
    ) -> None:
        """`what` says in words what a date is, `cite` which section a title is.

        `changing` takes the client and the work, does it so that the open case and its saving are not in
        the way, and refreshes; `say` is a note that goes by itself.
        """
        self._view, self._jobs, self._dates, self._texts, self._today = view, jobs, dates, texts, today
        self._what, self._cite, self._changing, self._say = what, cite, changing, say
        self._question = Latest(jobs)
        self._day = date.min

    def enter(self) -> None:
        today = self._day = self._today()
        self._view.show_head(f"{self._texts.weekday(today)}, {self._texts.long_date(today)}")
        self._question.run(
            lambda: _Found(
                self._dates.counts(today),
                {card: self._dates.lines(card, today, PAGE, 0) for card in Due},
                self._dates.ahead(today),
                self._dates.clients(),
            ),
            done=self._show,
            failed=self._view.show_problem,
        )

    def more(self, card: Due, offset: int) -> None:
        """A card was scrolled to its end."""
        day = self._day
        self._jobs.run(
            lambda: self._dates.lines(card, day, PAGE, offset),
            done=lambda lines: self._add(card, offset, lines, day),
            failed=self._view.show_problem,
        )

    def tick(self, entry: DueEntry) -> None:
        """Done, with one key; a deadline asks how, so it is done on the client's page."""
        if entry.kind in GUARDED or not entry.entry:
            self._say(
                self._texts(
                    mark("A deadline is ticked off on the client's page, where you say how. Enter opens it.")
                )
            )
            return
        self._changing(entry.client_id, lambda: self._dates.tick(entry.client_id, entry.entry))

    def _show(self, found: _Found) -> None:
        counts = found.counts
        totals = {
            Due.OVERDUE: counts.overdue,
            Due.TODAY: counts.today,
            Due.WEEK: counts.week,
            Due.COMING: counts.coming,
            Due.POSSIBLE: counts.possible + found.ahead.reached,
        }
        cards = {
            card: CardDates([self._entry(line) for line in lines], totals[card])
            for card, lines in found.lines.items()
        }
        lists = {
            WITHOUT: counts.without_date,
            RESTING: counts.at_rest,
            ENDING: counts.titles_ending,
            PAPERS: counts.papers_ending,
        }
        self._view.show_day(Day(cards, lists, found.ahead.waiting, found.clients))

    def _add(self, card: Due, offset: int, lines: Sequence[Shown], day: date) -> None:
        if day == self._day:
            self._view.show_more(card, offset, [self._entry(line) for line in lines])

    def _entry(self, shown: Shown) -> DueEntry:
        if isinstance(shown, Prospect):
            return prospect_entry(shown, self._day, self._texts, self._cite(shown.title))
        return due_entry(shown, self._day, self._texts, self._what)
