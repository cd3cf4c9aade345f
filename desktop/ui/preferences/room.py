"""The preferences, put together."""

from __future__ import annotations

from collections.abc import Callable

from desktop.settings import Preferences
from desktop.texts import mark
from desktop.ui.desk import Desk
from desktop.ui.kit.room import Room

from .presenter import PreferencesPresenter
from .view import PreferencesPage


def build(desk: Desk, current: Callable[[], Preferences], apply: Callable[[Preferences], None]) -> Room:
    page = PreferencesPage(desk.look)
    presenter = PreferencesPresenter(page, current, apply)
    page.chosen.connect(presenter.choose)
    desk.commands.on("larger", lambda: presenter.resize_text(1))
    desk.commands.on("smaller", lambda: presenter.resize_text(-1))
    return Room("preferences", page, mark("Settings"), "settings", enter=presenter.enter, at_bottom=True)
