"""The start page, put together."""

from __future__ import annotations

from desktop.texts import mark
from desktop.ui.desk import Desk
from desktop.ui.kit.room import Room

from .presenter import TodayPresenter
from .source import DueDatesOfOffice
from .view import TodayPage
from .words import what_is_due


def build(desk: Desk) -> Room:
    page = TodayPage(desk.look)
    presenter = TodayPresenter(
        page,
        desk.jobs,
        DueDatesOfOffice(desk.session),
        desk.look.texts,
        desk.today,
        what=lambda line: what_is_due(line, desk.session.reference, desk.look.texts),
        show_count=lambda count, about: desk.show_count("today", count, about),
    )
    page.opened.connect(desk.open_client)
    page.first_client.connect(lambda: desk.go("new_client"))
    return Room("today", page, mark("Today"), "today", enter=presenter.enter)
