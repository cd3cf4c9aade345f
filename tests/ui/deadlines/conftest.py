"""The presenters of the page of dates with a case on the desk."""

import pytest

from desktop.ui.deadlines.actions_presenter import ActionsPresenter
from desktop.ui.deadlines.filing_presenter import FilingPresenter
from desktop.ui.deadlines.letter_presenter import LetterPresenter
from desktop.ui.deadlines.presenter import DeadlinesPresenter
from desktop.ui.deadlines.quick_presenter import QuickPresenter
from desktop.ui.deadlines.standing_presenter import StandingPresenter
from tests.ui.deadlines.making import FakeView, Others, Page


@pytest.fixture
def presented(context_of, sample):
    def make(case, jobs=None):
        case = sample(case) if isinstance(case, str) else case
        context, view = context_of(case, jobs), FakeView()
        dates = DeadlinesPresenter(context, view)
        others = Others()
        standing = StandingPresenter(context, view, dates.tell)
        letter = LetterPresenter(context, view, others, dates.tell, view.show_problem)
        actions = ActionsPresenter(context, view, dates.tell, letter, others)
        quick = QuickPresenter(context, view, dates.tell)
        filing = FilingPresenter(context, view, dates.tell, standing.begin_plan)
        page = Page(dates, actions, quick, standing, filing, letter, others, view, context)
        dates.on_chosen, dates.on_letter = page.actions.choose, page.actions.choose_letter

        def found(client, case, what):
            page.standing.show(client, case, what.dates)
            page.filing.show(client, case, what.best)

        dates.on_found = found
        context.desk.open("1")
        return page

    return make
