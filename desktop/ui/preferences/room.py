"""The preferences, put together."""

from __future__ import annotations

from collections.abc import Callable

from desktop.settings import Preferences
from desktop.texts import mark
from desktop.ui.desk import Desk
from desktop.ui.kit.room import LaterRoom, Room

from .presenter import Choosing, PreferencesPresenter
from .view import PreferencesPage


def build(desk: Desk, current: Callable[[], Preferences], apply: Callable[[Preferences], None]) -> LaterRoom:
    """The text can be made larger before the page is put together."""
    choosing = Choosing(current, apply)
    desk.commands.on("larger", lambda: choosing.resize_text(1))
    desk.commands.on("smaller", lambda: choosing.resize_text(-1))

    def make() -> Room:
        page = PreferencesPage(desk.look)
        presenter = PreferencesPresenter(page, current, apply)
        page.chosen.connect(presenter.choose)
        page.asked.connect(desk.go)
        return Room("preferences", page, mark("Settings"), "settings", enter=presenter.enter, at_bottom=True)

    return LaterRoom("preferences", make, mark("Settings"), "settings", at_bottom=True)
