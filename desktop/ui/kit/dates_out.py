"""Dates of the office that leave it: lists on paper, and the file for other calendars. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.texts import Texts, mark

from .way_out import Content, Way

if TYPE_CHECKING:
    from desktop.services.daylist import Span
    from desktop.services.office import Session

_TITLES: dict[Span, str] = {
    "today": mark("Print today’s dates"),
    "day": mark("Print the dates of the day"),
    "week": mark("Print the dates of the week"),
}
_ABOUT = mark("Without names a client is a file number, and the office’s own words are left out.")


def dates_on_paper(session: Session, span: Span, day: date, today: date, texts: Texts) -> Way:
    """The page of today, or the dates of a day or of the week around it."""

    def make(names: bool) -> Content:
        from desktop.services import daylist

        choice = daylist.DayListChoice(span, day, texts.language, names)
        printed = daylist.printed(session, choice, today=today)
        return Content(printed.pdf, printed.file_name, printed.warning)

    def write(place: Path, content: Content) -> None:
        from desktop.services import printing

        printing.write(place, printing.Printed(content.data, content.file_name))

    week = mark("Week {number}")
    which = {
        "today": f"{texts.weekday(today)}, {texts.long_date(today)}",
        "day": f"{texts.weekday(day)}, {texts.long_date(day)}",
        "week": texts(week, number=day.isocalendar().week),
    }
    return Way(texts(_TITLES[span]), f"{which[span]}. {texts(_ABOUT)}", make, write)


def as_calendar_file(session: Session, now: Callable[[], datetime], texts: Texts) -> Way:
    """The dates of the office, from a month ago to a year ahead, for another calendar."""

    def make(names: bool) -> Content:
        from desktop.services import calendar_export

        moment = now()
        choice = calendar_export.Choice.around(moment.date(), names=names)
        made = calendar_export.export(session, choice, texts, moment)
        return Content(made.content, calendar_export.file_name(choice, texts, moment.date()))

    def write(place: Path, content: Content) -> None:
        from desktop.services import calendar_export

        calendar_export.write(place, calendar_export.Exported(content.data, 0))

    about = mark(
        "All dates of the office from a month ago to a year ahead. The file is not encrypted, and it does "
        "not follow what changes here."
    )
    return Way(
        texts(mark("Calendar file for other programs")),
        f"{texts(about)} {texts(_ABOUT)}",
        make,
        write,
        suffix=".ics",
        on_paper=False,
    )
