"""The page of dates with its presenters."""

from __future__ import annotations

from desktop.cases.casefile import CaseFile
from desktop.ui.kit.case_context import CaseContext
from desktop.ui.kit.look import Look

from .actions_presenter import ActionsPresenter
from .filing_presenter import FilingPresenter
from .presenter import DeadlinesPresenter, Found
from .quick_presenter import QuickPresenter
from .standing_presenter import StandingPresenter
from .view import DatesView


def build(look: Look, context: CaseContext) -> DatesView:
    """The page; its presenters live as long as the case on the desk."""
    page = DatesView(look, context.today)
    presenter = DeadlinesPresenter(context, page)
    actions = ActionsPresenter(context, page.acting, presenter.tell)
    quick = QuickPresenter(context, page.quick, presenter.tell)
    standing = StandingPresenter(context, page, presenter.tell)
    filing = FilingPresenter(context, page.filing, presenter.tell)

    def found(client: str, case: CaseFile, what: Found) -> None:
        standing.show(client, case, what.dates)
        filing.show(client, case, what.best)

    def wanted(action: str) -> None:
        if action == "next_date":
            page.begin_date()
        else:
            standing.begin(action)

    presenter.on_found, presenter.on_chosen = found, actions.choose
    page.chosen.connect(presenter.choose)
    page.undo_wanted.connect(presenter.undo)
    page.acting.wanted.connect(actions.act)
    page.acting.answered.connect(actions.answer)
    # Qt does not keep alive whose method it calls; the lambdas do.
    page.quick.typed.connect(lambda kind, text: quick.type(kind, text))
    page.quick.asked.connect(lambda kind, text: quick.enter(kind, text))
    page.wanted.connect(wanted)
    page.panel.answered.connect(standing.answer)
    page.filing.filed.connect(filing.file)
    page.filing.recorded.connect(filing.record)
    return page
