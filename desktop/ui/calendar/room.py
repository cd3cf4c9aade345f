"""The calendar, put together."""

from __future__ import annotations

from functools import partial

from desktop.texts import mark
from desktop.ui.desk import Desk
from desktop.ui.kit.dates_out import as_calendar_file, dates_on_paper
from desktop.ui.kit.due_words import words_of_dates
from desktop.ui.kit.room import Room
from desktop.ui.kit.way_out import WayOut

from .presenter import MONTH, WEEK, CalendarPresenter
from .source import AgendaOfOffice
from .view import CalendarPage


def build(desk: Desk) -> Room:
    texts = desk.look.texts
    page = CalendarPage(desk.look)
    presenter = CalendarPresenter(
        page,
        desk.jobs,
        AgendaOfOffice(desk.session, desk.now),
        texts,
        desk.today,
        words_of_dates(desk.session.reference, texts),
    )
    page.chosen.connect(presenter.choose)
    page.turned.connect(presenter.turn)
    page.today_wanted.connect(presenter.today)
    page.mode_wanted.connect(presenter.show_as)
    page.more_wanted.connect(presenter.more)
    page.place_chosen.connect(presenter.set_place)
    page.opened.connect(lambda entry: desk.open_at(entry.client_id, "deadlines", entry.key))
    out = WayOut(page.out, desk.jobs, texts)
    page.out.print_wanted.connect(out.print)
    page.out.save_wanted.connect(out.save)
    page.out.closed.connect(out.close)

    def on_paper() -> None:
        mode, day = presenter.chosen
        out.open(dates_on_paper(desk.session, "day" if mode == MONTH else "week", day, desk.today(), texts))

    page.foot.print_wanted.connect(on_paper)
    page.foot.file_wanted.connect(lambda: out.open(as_calendar_file(desk.session, desk.now, texts)))
    return Room(
        "calendar",
        page,
        mark("Calendar"),
        "calendar",
        enter=presenter.enter,
        leave=page.out.shut,
        escape=page.step_back,
        faces={mode: partial(presenter.show_as, mode) for mode in (MONTH, WEEK)},
        does={"print": on_paper},
    )
