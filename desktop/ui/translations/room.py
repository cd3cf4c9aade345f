"""The page of translations, put together."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.ui.desk import Desk
from desktop.ui.kit.room import Room

from .presenter import TranslationsPresenter
from .source import TranslationsOfOffice
from .view import TranslationsPage


def build(desk: Desk) -> Room:
    """Esc goes back to where one came from: the settings, the sheets of a client."""
    page = TranslationsPage(desk.look, desk.user)
    source = TranslationsOfOffice(desk.session, desk.now)
    presenter = TranslationsPresenter(desk.jobs, source, desk.look.texts, page, desk.say)
    page.picked.connect(presenter.choose)
    page.parted.connect(presenter.of_copies)
    page.filtered.connect(presenter.show_only_open)
    page.release_wanted.connect(presenter.release)
    page.withdraw_wanted.connect(presenter.withdraw)

    def enter() -> None:
        presenter.enter()
        page.listed.setFocus(Qt.FocusReason.OtherFocusReason)

    return Room("translations", page, enter=enter, back_to="preferences", asked_for=presenter.look_for)
