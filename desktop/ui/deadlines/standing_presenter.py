"""Whether the case rests, is closed or lacks a next date; letting it rest; and plans. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, Protocol

from desktop.cases.casefile import CaseFile
from desktop.cases.periods import PartialDate
from desktop.deadlines.plans import PLANS
from desktop.errors import Problem
from desktop.texts import mark
from desktop.ui.kit.case_context import CaseContext

from .asking import Asked, Question

if TYPE_CHECKING:
    from desktop.deadlines.duedates import DueDate


@dataclass(frozen=True, slots=True)
class Note:
    """What stands above the page while it holds; `action` is what its button does."""

    kind: Literal["info", "warning"]
    sentence: str
    next_step: str
    button: str = ""
    action: str = ""


class StandingView(Protocol):
    """The note and the questions as the presenter knows them."""

    def show_standing(self, note: Note | None) -> None: ...

    def ask(self, asked: Asked) -> None: ...

    def close_up(self) -> None: ...

    def say_problem(self, problem: Problem | None) -> None: ...


class StandingPresenter:
    """Says how the case stands, and changes it."""

    def __init__(
        self, context: CaseContext, view: StandingView, told: Callable[[str, CaseFile], None]
    ) -> None:
        self._context, self._view, self._told = context, view, told
        self._client = ""

    def show(self, client: str, case: CaseFile, dates: Sequence[DueDate]) -> None:
        """The note that fits a case with these dates."""
        if client != self._client:
            self._client = client
            self._view.close_up()
        self._view.show_standing(self._note(case, dates))

    def _note(self, case: CaseFile, dates: Sequence[DueDate]) -> Note | None:
        texts, today, rest = self._context.texts, self._context.today(), case.rest
        if rest is not None and rest.covers(today):
            since = texts(
                mark("since {day}, {who}: {reason}"), day=texts.day(rest.on), who=rest.by, reason=rest.reason
            )
            sentence = (
                texts(mark("This case is closed."))
                if rest.until is None
                else texts(
                    mark("This case rests up to and including {day}."), day=texts.day_with_weekday(rest.until)
                )
            )
            return Note("info", sentence, since, texts(mark("Take up again")), "take_up")
        if has_next_date(dates):
            return None
        return Note(
            "warning",
            texts(mark("This case has no next date.")),
            texts(mark("Set one (F7), or let the case rest with a reason.")),
            texts(mark("Set next date")),
            "next_date",
        )

    # What a person does

    def begin(self, action: str) -> None:
        """Ask what a plan, a rest or a closing needs; take a case up again at once."""
        texts, today = self._context.texts, self._context.today()
        if action == "take_up":
            self.answer(action, {})
            return
        reason = Question(
            "reason", texts(mark("Reason")), hint=texts(mark("e.g. waits for the decision of the court"))
        )
        match action:
            case "plan":
                asked = self._plan(next(iter(PLANS)), today)
            case "rest":
                until = Question(
                    "until", texts(mark("Up to and including")), "day", hint=texts(mark("+3M, 31 Jan"))
                )
                asked = Asked(
                    "rest", texts(mark("Let the case rest")), texts(mark("Let it rest")), [until, reason]
                )
            case _:
                asked = Asked("close", texts(mark("Close the case")), texts(mark("Close case")), [reason])
        self._view.ask(asked)

    def begin_plan(self, plan: str, event: date) -> None:
        """Offer a plan whose event fell on a day."""
        self._view.ask(self._plan(plan, event))

    def _plan(self, plan: str, event: date) -> Asked:
        texts = self._context.texts
        options = [(each.id, texts(each.name)) for each in PLANS.values()]
        which = Question("plan", texts(mark("Plan")), "choice", plan, options=options)
        since = Question(
            "event",
            texts(mark("Since when")),
            "past day",
            PartialDate.exactly(event),
            texts(mark("the day on which it happened")),
        )
        return Asked(
            "plan",
            texts(mark("Start a plan: a chain of follow-ups")),
            texts(mark("Start plan")),
            [which, since],
        )

    def answer(self, action: str, values: dict[str, Any]) -> None:
        """Do what was asked about, or say in one sentence why not."""
        before = self._context.desk.case
        if before is None:
            return
        try:
            after = self._changed(before, action, values)
        except Problem as problem:
            self._view.say_problem(problem)
            return
        self._view.close_up()
        self._context.desk.change(after)
        self._told(self._said(action, after, before), before)

    def _changed(self, case: CaseFile, action: str, values: dict[str, Any]) -> CaseFile:
        from desktop.services import plans, rest

        by, on, reference = self._context.user, self._context.today(), self._context.reference
        match action:
            case "plan":
                return plans.start(reference, case, values["plan"], _day(values["event"]), by=by, on=on)
            case "rest":
                return rest.rest(case, until=_day(values["until"]), reason=values["reason"], by=by, on=on)
            case "close":
                return rest.close(reference, case, reason=values["reason"], by=by, on=on)
        return rest.take_up(case)

    def _said(self, action: str, after: CaseFile, before: CaseFile) -> str:
        texts = self._context.texts
        if action == "plan":
            count = len(after.entries) - len(before.entries)
            return texts.plural(
                "The plan runs: {count} follow-up.", "The plan runs: {count} follow-ups.", count
            )
        return texts(_SAID[action])


def has_next_date(dates: Sequence[DueDate]) -> bool:
    """Whether anything is still to be done about a case: a deadline, a follow-up, an appointment."""
    return any(not each.settled and each.nature.value in _ACTING for each in dates)


def _day(value: PartialDate | None) -> date:
    if value is None:
        raise Problem(mark("The day is missing."), mark("Type a day, for example +14 or 22 Nov."))
    return value.earliest


_ACTING = frozenset({"filing", "validity", "plan", "appointment"})
_SAID = {
    "rest": mark("The case rests."),
    "close": mark("The case is closed."),
    "take_up": mark("The case is open again."),
}
