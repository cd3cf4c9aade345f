"""The page “Eigene Schreiben”, put together."""

from __future__ import annotations

from desktop.ui.desk import Desk
from desktop.ui.kit.room import Room

from .presenter import OwnLettersPresenter
from .source import OwnLettersOfOffice
from .view import OwnLettersPage


def build(desk: Desk) -> Room:
    """It has no place on the rail: the menu and the search lead here."""
    page = OwnLettersPage(desk.look)
    presenter = OwnLettersPresenter(
        page, desk.jobs, OwnLettersOfOffice(desk.session, desk.now), desk.look.texts, desk.say
    )
    page.chosen.connect(presenter.choose)
    page.typed.connect(presenter.typed)
    page.new_wanted.connect(presenter.new)
    page.copy_wanted.connect(presenter.copy)
    page.save_wanted.connect(presenter.save)
    page.remove_wanted.connect(presenter.remove)
    return Room(
        "own_letters",
        page,
        enter=presenter.enter,
        leave=presenter.leave,
        does={"save": presenter.save},
        back_to="preferences",
    )
