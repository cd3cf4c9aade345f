"""The printing page with its presenter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from desktop.ui.kit.case_context import CaseContext
from desktop.ui.kit.look import Look

from .presenter import PrintingPresenter
from .view import PrintingPage

if TYPE_CHECKING:
    from desktop.services.handouts.released import Releases


def build(
    look: Look,
    context: CaseContext,
    now: Callable[[], datetime],
    office: str,
    letter_form: Callable[[], str] = lambda: "B",
    released: Callable[[], Releases] | None = None,
) -> tuple[PrintingPage, PrintingPresenter]:
    """Whoever shows the page calls `enter` and `leave` of the presenter."""
    page = PrintingPage(look)
    presenter = PrintingPresenter(context, page, now, office, letter_form, released)
    page.chosen.connect(lambda name, value: presenter.choose(**{name: value}))
    page.approved.connect(presenter.approve)
    page.confirmed.connect(presenter.confirm)
    page.print_wanted.connect(presenter.print)
    page.save_wanted.connect(presenter.save)
    return page, presenter
