"""The room of the open case: the case file with the rooms that work on it as tabs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QApplication

from desktop.texts import mark

from .assessment import room as assessment
from .casefile import room as casefile
from .clients.languages import language_options
from .deadlines import room as deadlines
from .desk import Desk, HouseholdsOfOffice
from .kit.case_context import CaseContext
from .kit.jobs import no_answer_needed
from .kit.room import Room
from .printing import room as printing
from .printing.making import PrintsOfOffice


def build(desk: Desk, choose: Callable[[Callable[[str], None]], None]) -> Room:
    """One room with a face for each tab. The printed sheet is only made while somebody looks at it.

    `choose` lets a person pick another client and calls back with the id.
    """
    look, session = desk.look, desk.session
    context = CaseContext(desk.case, desk.jobs, session.reference, look.texts, desk.user, desk.today)
    households = HouseholdsOfOffice(session, desk.now)
    page, presenter = casefile.build(
        look, context, language_options(look.texts), households, choose, desk.open_client
    )
    page.put_tab("assessment", assessment.build(look, context))
    dates = deadlines.build(look, context, households)
    page.put_tab("deadlines", dates)
    sheet, printer = printing.build(
        look,
        context,
        desk.now,
        PrintsOfOffice(session, desk.now),
        lambda: desk.preferences().letter_form,
        lambda: desk.preferences().printer,
        lambda setup: desk.prefer(desk.preferences()._replace(printer=setup)),
        desk.go_for,
    )
    page.put_tab("printing", sheet)

    def entered(tab: str) -> None:
        printer.enter() if tab == "printing" else printer.leave()

    page.tab_entered.connect(entered)

    def print_slip(subject: str) -> None:
        printer.wish("slip", subject)
        page.go("printing")

    def print_letters(about: tuple[str, ...]) -> None:
        printer.wish_task("decision", about)
        page.go("printing")

    dates.slip_wanted.connect(print_slip)
    dates.letters_wanted.connect(print_letters)

    def left() -> None:
        """What was typed a moment ago counts, and is saved before the next room reads."""
        focused = QApplication.focusWidget()
        if focused is not None and page.isAncestorOf(focused):
            focused.clearFocus()
        printer.leave()
        desk.case.save()

    def next_date() -> None:
        page.go("deadlines")
        dates.begin_date()

    def decision_letter() -> None:
        page.go("deadlines")
        dates.begin_letter()

    def begin(action: str) -> None:
        page.go("deadlines")
        dates.begin(action)

    def print_now() -> None:
        """Ctrl+P: to the sheets; where they are seen already, to the printer."""
        if page.tab == "printing":
            printer.print()
        else:
            page.go("printing")

    def escape() -> None:
        if page.tab == "deadlines":
            dates.escape()

    say_saved = desk.case.on_saved

    def saved(at: datetime) -> None:
        say_saved(at)
        presenter.saved(at)

    desk.case.on_saved = saved
    desk.case.tell()
    desk.jobs.run(_load_paper, done=no_answer_needed, failed=no_answer_needed)
    return Room(
        "case",
        page,
        mark("Client"),
        "case",
        enter=lambda: entered(page.tab),
        leave=left,
        escape=escape,
        needs_case=True,
        faces={tab: partial(page.go, tab) for tab in page.tabs} | {"letter": decision_letter},
        does={
            "next_date": next_date,
            "print": print_now,
            "decision_letter": decision_letter,
            "plan": partial(begin, "plan"),
            "rest": partial(begin, "rest"),
        },
    )


def _load_paper() -> None:
    """What only printing needs, while the case is read: the first print comes as quickly as any other."""
    from desktop.services import prints  # noqa: F401 - imported for its time
