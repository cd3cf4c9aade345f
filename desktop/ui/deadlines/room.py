"""The page of dates with its presenters."""

from __future__ import annotations

from desktop.cases.casefile import CaseFile
from desktop.ui.kit.case_context import CaseContext
from desktop.ui.kit.look import Look

from .actions_presenter import ActionsPresenter
from .files import OfficeFiles
from .filing_presenter import FilingPresenter
from .letter_presenter import LetterPresenter
from .page import DeadlinesPage
from .presenter import DeadlinesPresenter, Found
from .quick_presenter import QuickPresenter
from .standing_presenter import StandingPresenter


def build(look: Look, context: CaseContext, files: OfficeFiles) -> DeadlinesPage:
    """The page; its presenters live as long as the case on the desk.

    Qt does not keep alive whose method it calls; the lambdas do.
    """
    page = DeadlinesPage(look, context.today)
    view = page.dates
    presenter = DeadlinesPresenter(context, view)
    standing = StandingPresenter(context, view, presenter.tell)
    filing = FilingPresenter(context, view.filing, presenter.tell, standing.begin_plan)
    letter = LetterPresenter(context, page, files, presenter.tell, view.show_problem)
    actions = ActionsPresenter(context, view.acting, presenter.tell, letter, files)
    quick = QuickPresenter(context, view.quick, presenter.tell)

    def found(client: str, case: CaseFile, what: Found) -> None:
        standing.show(client, case, what.dates)
        filing.show(client, case, what.best)

    def wanted(action: str) -> None:
        begin = {"next_date": page.begin_date, "letter": page.begin_letter}.get(action)
        begin() if begin is not None else standing.begin(action)

    presenter.on_found, presenter.on_chosen = found, actions.choose
    presenter.on_letter = actions.choose_letter
    view.chosen.connect(lambda key: presenter.choose(key))
    view.undo_wanted.connect(lambda: presenter.undo())
    view.wanted.connect(wanted)
    view.panel.answered.connect(lambda action, values: standing.answer(action, values))
    view.acting.wanted.connect(lambda action: actions.act(action))
    view.acting.answered.connect(lambda action, values: actions.answer(action, values))
    view.quick.typed.connect(lambda kind, text: quick.type(kind, text))
    view.quick.asked.connect(lambda kind, text: quick.enter(kind, text))
    view.filing.filed.connect(lambda title, day: filing.file(title, day))
    view.filing.recorded.connect(lambda proven: filing.record(proven))
    page.letter_wanted.connect(lambda: letter.begin())
    page.letter_changed.connect(lambda values: letter.change(values))
    page.letter_entered.connect(lambda values, bound: letter.enter(values, bound))
    page.letter_removed.connect(lambda: letter.remove())
    return page
