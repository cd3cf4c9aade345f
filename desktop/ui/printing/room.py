"""The page “Drucken”, put together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from desktop.settings import PrinterSetup
from desktop.ui.kit.case_context import CaseContext
from desktop.ui.kit.look import Look

from .making import Prints
from .presenter import PrintingPresenter
from .view import PrintingPage


def build(
    look: Look,
    context: CaseContext,
    now: Callable[[], datetime],
    prints: Prints,
    letter_form: Callable[[], str] = lambda: "B",
    setup: Callable[[], PrinterSetup] = PrinterSetup,
    remember: Callable[[PrinterSetup], None] = lambda _: None,
    go_for: Callable[[str, str], None] = lambda *_: None,
) -> tuple[PrintingPage, PrintingPresenter]:
    """Whoever shows the page calls `enter` and `leave` of the presenter.

    `setup`: how this computer prints; `remember` keeps it. `go_for`: a room of the office, for
    something; from there one comes back.
    """
    page = PrintingPage(look, lambda: context.names, setup, remember)
    presenter = PrintingPresenter(context, page, now, prints, letter_form)
    choosing = page.choosing
    choosing.chosen.connect(presenter.choose)
    choosing.task_chosen.connect(presenter.choose_task)
    choosing.ticked.connect(presenter.tick)
    choosing.about.connect(presenter.about)
    choosing.answered.connect(presenter.answer)
    choosing.elsewhere.connect(go_for)
    page.wording.opened.connect(presenter.show_wording)
    page.wording.worded.connect(presenter.word)
    page.wording.taken_back.connect(presenter.take_edits_back)
    page.approved.connect(presenter.approve)
    page.confirmed.connect(presenter.confirm)
    page.print_wanted.connect(presenter.print)
    page.save_wanted.connect(presenter.save)
    page.handed_out.connect(presenter.record_handed_out)
    page.preview.picture_wanted.connect(presenter.picture_wanted)
    page.earlier.wanted.connect(presenter.look_at)
    return page, presenter
