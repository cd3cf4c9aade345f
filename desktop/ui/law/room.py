"""The room of the law, put together."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.texts import mark
from desktop.ui.desk import Desk
from desktop.ui.kit.room import Room

from .presenter import LawPresenter
from .view import LawPage


def build(desk: Desk) -> Room:
    page = LawPage(desk.look, desk.today)
    presenter = LawPresenter(desk.jobs, desk.session.reference, desk.look.texts, desk.today, page)
    page.picked.connect(presenter.choose)
    page.day_chosen.connect(presenter.by_the_law_of)
    page.decision_chosen.connect(presenter.decide)
    page.example_chosen.connect(presenter.open_example)

    def enter() -> None:
        presenter.enter()
        page.listed.setFocus(Qt.FocusReason.OtherFocusReason)

    return Room("law", page, mark("Law"), "law", enter=enter)
