"""The page of dates with its presenter."""

from __future__ import annotations

from desktop.ui.kit.case_context import CaseContext
from desktop.ui.kit.look import Look

from .presenter import DeadlinesPresenter
from .view import DeadlinesPage


def build(look: Look, context: CaseContext) -> DeadlinesPage:
    """The page; its presenter lives as long as the case on the desk."""
    page = DeadlinesPage(look, context.today)
    presenter = DeadlinesPresenter(context, page)
    page.chosen.connect(presenter.choose)
    page.filed.connect(presenter.file)
    return page
