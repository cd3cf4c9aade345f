"""The assessment page with its presenter."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.cases.answers import Judgement
from desktop.ui.kit.case_context import CaseContext
from desktop.ui.kit.look import Look

from .ahead_presenter import AheadPresenter
from .presenter import AssessmentPresenter
from .view import AssessmentPage


def build(look: Look, context: CaseContext) -> AssessmentPage:
    """The page; its presenter lives as long as the case on the desk."""

    def judgements() -> Mapping[str, Judgement]:
        return context.desk.case.judgements if context.desk.case is not None else {}

    page = AssessmentPage(look, context.words, context.today, context.choices, judgements)
    presenter = AssessmentPresenter(context, page)
    AheadPresenter(context, page.ahead)  # the desk keeps it, for it listens
    page.planned.connect(presenter.plan)
    page.tree.opened.connect(presenter.open_title)
    page.tree.judged.connect(presenter.judge)
    page.tree.waived.connect(presenter.waive)
    page.tree.decided.connect(presenter.decide)
    page.questions.answered.connect(presenter.answer)
    page.questions.judged.connect(presenter.judge)
    page.questions.done.connect(presenter.done)
    page.questions.all_wanted.connect(presenter.show_all_questions)
    page.questions.again_wanted.connect(presenter.ask_again)
    page.questions.confirmed.connect(presenter.confirm)
    return page
