"""What a decision letter has decided although nobody has recorded it elsewhere: refusals and expulsions.

An effect by law lasts until the decision. A letter that refuses a title is that decision, whether or not the
application says so; which of several applications it means the letter does not tell, so none of them counts.
An expulsion ends titles and fictions on its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from ..cases.answers import Answer
from ..cases.applications import Application
from ..cases.casefile import CaseFile
from ..cases.letters import DecisionLetter
from ..cases.periods import PartialDate
from ..texts import mark
from .derivation import step
from .duedates import DueDate, Nature

if TYPE_CHECKING:
    from .outlook import Outlook

KINDS: Mapping[str, str] = MappingProxyType({"decision_unrecorded": mark("Decision on an application")})

_WHICH = mark(
    "Several applications stood open, and the letter may decide only one. "
    "To be safe each counts as refused while the letter is not settled."
)

REFUSED = "refused"
EXPULSION = "D8"
"""The row of the table of remedies for an expulsion."""
_REFUSAL = "D1"
"""The row for the refusal to issue or extend a title."""
_APPLICATIONS, _EXPELLED = "applications", "expulsion_order_on"


def known_since(letter: DecisionLetter) -> date | None:
    """The earliest day that a letter has; before it the decision had no effect."""
    days = (letter.dated_on, letter.sent_on, letter.served_on, letter.received_on, letter.represented_on)
    return min((each for each in days if each is not None), default=None)


def as_decided(case: CaseFile) -> CaseFile:
    """The case with what its open letters have decided put into its answers: refusals, and an expulsion.

    A recorded day of expulsion stays; that there was none is contradicted, and so disputed.
    """
    if not case.letters:
        return case
    answer = case.facts.get(_APPLICATIONS)
    if answer is not None and answer.known:
        stated: tuple[Application, ...] = answer.value
        decided = with_refusals(stated, case.letters)
        if decided != stated:
            case = case.with_fact(_APPLICATIONS, replace(answer, value=decided))
    ordered = [
        known_since(each) for each in case.letters if each.decision == EXPULSION and each.closed_on is None
    ]
    day = max((each for each in ordered if each is not None), default=None)
    said = case.facts.get(_EXPELLED)
    if day is None or (said is not None and isinstance(said.value, PartialDate)):
        return case
    denied = said is not None and said.known
    return case.with_fact(_EXPELLED, Answer(PartialDate.exactly(day), disputed=denied))


def with_refusals(
    applications: Sequence[Application], letters: Iterable[DecisionLetter]
) -> tuple[Application, ...]:
    """The applications, those that stood open when a letter refused a title as refused on its first day."""
    days = [known_since(each) for each in letters if each.decision == _REFUSAL and each.closed_on is None]
    refusals = sorted(each for each in days if each is not None)
    return tuple(_refused(each, refusals) for each in applications) if refusals else tuple(applications)


def _refused(application: Application, refusals: Sequence[date]) -> Application:
    if application.result or application.decided_on is not None:
        return application
    day = next((each for each in refusals if each >= application.filed_on.earliest), None)
    if day is None:
        return application
    return replace(application, decided_on=PartialDate.exactly(day), result=REFUSED)


def unrecorded(view: Outlook) -> Iterator[DueDate]:
    """That an application still stands open although a letter has refused a title since."""
    stated: tuple[Application, ...] = view.value("applications") or ()
    for before, now in zip(stated, view.applications, strict=True):
        refused = now.decided_on
        if before is now or refused is None or refused.earliest > view.on:
            continue
        several = sum(_stood_open(each, refused.earliest) for each in view.applications) > 1
        yield DueDate(
            kind="decision_unrecorded",
            nature=Nature.PLAN,
            day=refused.earliest,
            name=step(mark("Record the decision with the application")),
            action=step(
                mark(
                    "Record with the application what was decided and when; until then it counts as refused."
                )
            ),
            cite="§ 81 Abs. 3, 4 AufenthG",
            code=before.title_id,
            start_on=refused.earliest,
            derivation=(
                step(
                    mark(
                        "A decision letter of {day} refuses a title; the application of {filed} stands open."
                    ),
                    day=refused.earliest,
                    filed=before.filed_on.earliest,
                ),
            ),
            notes=(step(_WHICH),) if several else (),
            ask=("applications",),
        )


def _stood_open(application: Application, on: date) -> bool:
    """Whether it had been filed by a day and nothing decided it before."""
    if application.decided_on is None:
        return application.filed_on.earliest <= on and not application.result
    return application.filed_on.earliest <= on <= application.decided_on.latest
