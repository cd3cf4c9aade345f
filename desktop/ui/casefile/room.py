"""The tabs of the case file itself, put together: overview, history, facts, papers, in one frame."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop.ui.kit.case_context import CaseContext
from desktop.ui.kit.choice import Option
from desktop.ui.kit.look import Look

from .declared_presenter import DeclaredPresenter
from .facts_presenter import FactsPresenter
from .facts_view import FactsPage
from .history_presenter import HistoryPresenter
from .history_view import HistoryPage
from .household_presenter import HouseholdPresenter, Households
from .overview_presenter import OverviewPresenter
from .overview_view import OverviewPage
from .papers_presenter import PapersPresenter
from .papers_view import PapersPage
from .presenter import CasefilePresenter, digest_of
from .view import CasefilePage


def build(
    look: Look,
    context: CaseContext,
    languages: Sequence[Option],
    households: Households,
    choose: Callable[[Callable[[str], None]], None],
    open_client: Callable[[str], None],
) -> tuple[CasefilePage, CasefilePresenter]:
    """The frame with its own four tabs; the other rooms put theirs in with `CasefilePage.put_tab`."""
    page = CasefilePage(look)
    presenter = CasefilePresenter(context, page)
    first = overview(look, context, languages)
    linked = HouseholdPresenter(context, first.linked, households, choose, open_client)
    first.linked.link_wanted.connect(linked.link)
    first.linked.unlink_wanted.connect(linked.unlink)
    first.linked.open_wanted.connect(linked.open)
    first.tab_wanted.connect(page.go)
    page.put_tab("overview", first)
    page.put_tab("history", history(look, context))
    page.put_tab("facts", facts(look, context))
    page.put_tab("papers", papers(look, context))
    return page, presenter


def overview(look: Look, context: CaseContext, languages: Sequence[Option]) -> OverviewPage:
    """The tab with its presenter; like the others it lives as long as the case on the desk."""
    view = OverviewPage(look, context.words, context.today, languages, context.choices)
    presenter = OverviewPresenter(context, view, lambda case: digest_of(context, case))
    view.edited.connect(presenter.edit)
    view.family_changed.connect(presenter.put_family)
    view.family_removed.connect(presenter.family_removed)
    view.undo_wanted.connect(presenter.undo)
    declared = DeclaredPresenter(context, view.declared)
    view.declared.changed.connect(declared.put)
    view.declared.removed.connect(declared.removed)
    view.declared.undo_wanted.connect(declared.undo)
    return view


def history(look: Look, context: CaseContext) -> HistoryPage:
    view = HistoryPage(look, context.words, context.today)
    presenter = HistoryPresenter(context, view)
    view.entered.connect(presenter.enter)
    view.change_wanted.connect(presenter.change)
    view.remove_wanted.connect(presenter.remove)
    view.undo_wanted.connect(presenter.undo)
    return view


def facts(look: Look, context: CaseContext) -> FactsPage:
    view = FactsPage(look, context.words, context.today, context.choices)
    presenter = FactsPresenter(context, view)
    view.group_chosen.connect(presenter.choose)
    view.searched.connect(presenter.search)
    view.answered.connect(presenter.answer)
    view.proven.connect(presenter.prove)
    view.disputed.connect(presenter.dispute)
    view.judged.connect(presenter.judge)
    return view


def papers(look: Look, context: CaseContext) -> PapersPage:
    view = PapersPage(look, context.words, context.today)
    presenter = PapersPresenter(context, view)
    view.ticked.connect(presenter.tick)
    view.chosen.connect(presenter.choose)
    view.corrected.connect(presenter.correct)
    view.proven.connect(presenter.prove)
    view.title_chosen.connect(presenter.choose_title)
    view.only_asked.connect(presenter.show_only_asked)
    view.undo_wanted.connect(presenter.undo)
    return view
