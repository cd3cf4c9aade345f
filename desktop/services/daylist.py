"""The dates of the office on paper: one day, one week, or what stands on the page of today.

Names stand on it only where that was chosen. Without them the office's own words are left out too, because
they may name somebody, and a client is shown by the file number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from desktop.cases.periods import ONE_DAY
from desktop.deadlines.holidays import NoTable, calendar_of
from desktop.documents import build
from desktop.documents.time_sheets import DayGroup, DayListSheet, DayRow
from desktop.errors import Problem
from desktop.texts import Language, Texts, mark

from . import due
from .deadlines import DueLine
from .due import Due
from .office import Session
from .printing import Printed, texts_of
from .sheets.ground import stamp_of
from .words.dates import what_is_due
from .words.names import step_names

Span = Literal["today", "day", "week"]
MOST = 1000
"""So many dates stand under one heading at most; the list says how many it leaves out."""
_SPANS: Mapping[Span, tuple[str, str]] = {
    "today": (mark("Today"), mark("today")),
    "day": (mark("Day list"), mark("day-list")),
    "week": (mark("Week list"), mark("week-list")),
}
"""Title of a list, and its part of the file name."""
_WHERE = {
    Due.OVERDUE: mark("Overdue"),
    Due.TODAY: mark("Today"),
    Due.WEEK: mark("In the next seven days"),
    Due.COMING: mark("Time to begin"),
    Due.POSSIBLE: mark("Possible now"),
}


@dataclass(frozen=True, slots=True)
class DayListChoice:
    """Which list: `today` as the page of today, or the day or the week (Monday to Sunday) of `day`."""

    span: Span
    day: date
    language: Language = "de"
    names: bool = False


def printed(session: Session, choice: DayListChoice, *, today: date) -> Printed:
    """The list as PDF; nothing is written to disk. Raises Problem where there is no date at all."""
    texts = texts_of(choice.language)
    made = build.made([sheet(session, choice, today=today)], texts)
    name = f"{texts(_SPANS[choice.span][1])}_{choice.day.isoformat()}.pdf"
    return Printed(made.pdf, name, made.missing)


def sheet(session: Session, choice: DayListChoice, *, today: date) -> DayListSheet:
    """The input of the list. Raises Problem where there is no date at all."""
    texts = texts_of(choice.language)
    rows = _Rows(texts, step_names(session.reference, texts), names=choice.names)
    if choice.span == "today":
        groups = tuple(_of_today(session, rows, today))
        about = f"{texts.weekday(today)}, {texts.long_date(today)}"
    else:
        first, last = _days(choice)
        groups = tuple(_by_day(session, rows, first, last, today))
        about = _about(first, last, texts)
    if not any(group.rows for group in groups):
        raise Problem(
            mark("No date falls into this time, so there is nothing to print."),
            mark("Choose another day or week."),
        )
    return DayListSheet(
        stamp=stamp_of(session.reference, today, session.office_name, approved=True),
        title=texts(_SPANS[choice.span][0]),
        about=about,
        groups=groups,
        names=choice.names,
        notes=tuple(_waiting(session, today, texts)) if choice.span == "today" else (),
    )


def _days(choice: DayListChoice) -> tuple[date, date]:
    if choice.span == "day":
        return choice.day, choice.day
    monday = choice.day - timedelta(days=choice.day.weekday())
    return monday, monday + timedelta(days=6)


def _about(first: date, last: date, texts: Texts) -> str:
    if first == last:
        return f"{texts.weekday(first)}, {texts.long_date(first)}"
    return texts(
        mark("Week {week}: {first} to {last}"),
        week=first.isocalendar().week,
        first=texts.day(first),
        last=texts.day(last),
    )


def _of_today(session: Session, rows: _Rows, today: date) -> Iterator[DayGroup]:
    counts = due.counts(session, today)
    there = (counts.overdue, counts.today, counts.week, counts.coming, counts.possible)
    for (where, title), count in zip(_WHERE.items(), there, strict=True):
        if count:
            found = due.lines(session, where, today, MOST)
            yield rows.group(rows.texts(title), found, count, today, dated=True)


def _by_day(session: Session, rows: _Rows, first: date, last: date, today: date) -> Iterator[DayGroup]:
    there = {each.day: each.dates for each in due.days(session, first, last)}
    day = first
    while day <= last:
        found = due.between(session, day, day, today, MOST) if day in there else ()
        title, holiday = rows.texts.day_with_weekday(day), _holiday(day, rows.texts)
        yield rows.group(title, found, there.get(day, 0), today, note=holiday)
        day += ONE_DAY


def _holiday(day: date, texts: Texts) -> str:
    """A holiday of the whole country; those of one Land depend on whose date it is."""
    try:
        name = calendar_of("").holiday(day)
    except NoTable:
        return ""
    return texts(mark("public holiday: {name}"), name=texts(name)) if name is not None else ""


def _waiting(session: Session, today: date, texts: Texts) -> Iterator[str]:
    """How many clients have no next date: a list that leaves them out must say so."""
    count = due.counts(session, today).without_date
    if count:
        yield texts.plural(
            mark("{count} open client has no next date and stands on no list."),
            mark("{count} open clients have no next date and stand on no list."),
            count,
        )


@dataclass(frozen=True)
class _Rows:
    texts: Texts
    known: Mapping[str, str]
    names: bool

    def group(
        self,
        title: str,
        found: Sequence[DueLine],
        count: int,
        today: date,
        *,
        note: str = "",
        dated: bool = False,
    ) -> DayGroup:
        left_out = count - len(found)
        if left_out > 0:
            words = mark("{count} more is not listed"), mark("{count} more are not listed")
            note = ", ".join(filter(None, (note, self.texts.plural(*words, left_out))))
        rows = sorted((self._row(line, today) for line in found), key=_by_time)
        return DayGroup(title, tuple(rows), note, dated)

    def _row(self, line: DueLine, today: date) -> DayRow:
        passed = line.day < today
        act_by = line.day if passed else line.act_by
        last = self.texts(mark("last day {day}"), day=self.texts.day_with_weekday(line.day))
        return DayRow(
            what=what_is_due(line, self.known, self.texts, own_words=self.names),
            urgency=line.urgency,
            nature=line.nature,
            day=act_by,
            who=line.name if self.names else "",
            file_number=line.file_number,
            time=line.time,
            beside=last if act_by < line.day else "",
        )


def _by_time(row: DayRow) -> tuple[date, str]:
    """By day, and on one day by time, those without one first."""
    return row.day, row.time.zfill(5)
