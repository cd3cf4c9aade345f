"""The start page, put together."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.texts import mark
from desktop.ui.desk import Desk
from desktop.ui.kit.room import Room

from .presenter import TodayPresenter
from .source import DueDatesOfOffice
from .view import TodayPage

if TYPE_CHECKING:
    from desktop.services.deadlines import DueLine


def build(desk: Desk) -> Room:
    page = TodayPage(desk.look)
    presenter = TodayPresenter(
        page,
        desk.jobs,
        DueDatesOfOffice(desk.session),
        desk.look.texts,
        desk.today,
        what=_what_is_due(desk),
        show_count=lambda count, about: desk.show_count("today", count, about),
    )
    page.opened.connect(desk.open_client)
    page.first_client.connect(lambda: desk.go("new_client"))
    return Room("today", page, mark("Today"), "today", enter=presenter.enter)


def _what_is_due(desk: Desk) -> Callable[[DueLine], str]:
    """The kind of a date in words, with the paper it belongs to."""
    from desktop.services.deadlines import kind_words
    from desktop.services.words.names import step_names

    texts = desk.look.texts
    names = step_names(desk.session.reference, texts)

    def what(line: DueLine) -> str:
        kind = kind_words(line.kind, texts)
        paper = (line.own or names.get(line.code, "")).removesuffix(" AufenthG")
        return f"{kind}: {paper}" if paper and line.kind != "passport" else kind

    return what
