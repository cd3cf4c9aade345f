"""The head of the case: who is open, whether it is saved, and what went wrong."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from desktop.cases.casefile import CaseFile
from desktop.texts import mark
from desktop.ui.kit.case_context import CaseContext
from desktop.ui.kit.jobs import Latest

from .headline import Headline, headline
from .overview_presenter import Digest, NextDate, Outlook

if TYPE_CHECKING:
    from desktop.deadlines.duedates import DueDate

_MOST_DATES, _MOST_OUTLOOKS = 4, 4


class CasefileView(Protocol):
    """The frame as the presenter knows it."""

    def show_headline(self, line: Headline) -> None: ...

    def show_saved(self, words: str) -> None: ...

    def show_nobody(self) -> None: ...


class CasefilePresenter:
    """Keeps the head line in step with the open case."""

    def __init__(self, context: CaseContext, view: CasefileView) -> None:
        self._context, self._view = context, view
        self._jobs = Latest(context.jobs)
        context.desk.subscribe(self._show)
        view.show_nobody()

    def saved(self, at: datetime) -> None:
        """Called when the desk has saved."""
        self._view.show_saved(self._context.texts(mark("saved {time}"), time=f"{at:%H:%M}"))

    def _show(self, _: str, case: CaseFile) -> None:
        if self._context.desk.unsaved:
            self._view.show_saved(self._context.texts(mark("saving …")))
        self._show_line(case, ())
        self._jobs.run(
            lambda: dates_of(self._context, case),
            done=lambda dates: self._show_line(case, dates),
            failed=lambda _: None,
        )

    def _show_line(self, case: CaseFile, dates: Sequence[DueDate]) -> None:
        if self._context.is_open(case):
            self._view.show_headline(headline(case, dates, self._context.names, self._context.today()))


def dates_of(context: CaseContext, case: CaseFile) -> tuple[DueDate, ...]:
    """Every date of the case, most urgent first."""
    from desktop.services import deadlines

    return deadlines.of(context.reference, case, context.today())


def digest_of(context: CaseContext, case: CaseFile) -> Digest:
    """What the overview shows of dates and titles."""
    from desktop.services import assessment
    from desktop.services.outlook import Told, told

    today, names, texts = context.today(), context.names, context.texts
    dates = [each for each in dates_of(context, case) if not each.settled][:_MOST_DATES]
    found = assessment.assess(context.reference, case, today)
    outlooks = [
        Outlook(each.verdict.value, names.title_short(each.norm.id), texts.pick(each.norm.title))
        for each in found.titles
        if each.verdict is not None
        and each.verdict.value != "not_available"
        and told(each, [request.title_id for request in case.requests]) is Told.IN_FULL
    ]
    questions = len(assessment.open_questions(context.reference, found, case))
    return Digest(_next_dates(dates, context), outlooks[:_MOST_OUTLOOKS], questions)


def _next_dates(dates: Sequence[DueDate], context: CaseContext) -> list[NextDate]:
    names, texts, today = context.step_names, context.texts, context.today()
    return [NextDate(each.urgency(today).value, each.act_by, each.name.show(texts, names)) for each in dates]
