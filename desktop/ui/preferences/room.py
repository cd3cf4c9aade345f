"""The preferences, put together."""

from __future__ import annotations

from collections.abc import Callable

from desktop.settings import Preferences
from desktop.texts import mark
from desktop.ui.desk import Desk
from desktop.ui.kit.room import LaterRoom, Room

from .kept_presenter import Kept, KeptPresenter
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
        keeping = KeptPresenter(page, desk.jobs, lambda: _kept(desk), lambda months: _keep_for(desk, months))
        page.kept_for.connect(keeping.choose)

        def enter() -> None:
            presenter.enter()
            keeping.enter()

        return Room("preferences", page, mark("Settings"), "settings", enter=enter, at_bottom=True)

    return LaterRoom("preferences", make, mark("Settings"), "settings", at_bottom=True)


def _kept(desk: Desk) -> Kept:
    from desktop.services import print_keeping

    older = print_keeping.older(desk.session, desk.today())
    return Kept(print_keeping.months(desk.session), len(older))


def _keep_for(desk: Desk, months: int) -> None:
    from desktop.services import print_keeping

    print_keeping.keep_for(desk.session, months, desk.now())
