"""The calendar, put together."""

from __future__ import annotations

from functools import partial

from desktop.texts import mark
from desktop.ui.desk import Desk
from desktop.ui.kit.due_words import words_of_dates
from desktop.ui.kit.room import Room

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
    return Room(
        "calendar",
        page,
        mark("Calendar"),
        "calendar",
        enter=presenter.enter,
        escape=page.leave_list,
        faces={mode: partial(presenter.show_as, mode) for mode in (MONTH, WEEK)},
    )
