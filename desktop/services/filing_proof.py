"""The content of a filing-proof sheet: what was filed, how that is proven, what it does, what comes next.

Data without a language: sentences are steps, labels are source texts; `sheets.filings` tells it in one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.cases.answers import Answer
from desktop.cases.applications import Application, DecisionKind
from desktop.cases.casefile import CaseFile
from desktop.cases.periods import PartialDate
from desktop.cases.words import DECISION_WORDS
from desktop.deadlines.arithmetic import last_day_after, months
from desktop.deadlines.derivation import Named, Step, step
from desktop.deadlines.duedates import safe_on_or_after
from desktop.deadlines.effects import (
    F25_1_3,
    F81_3_1,
    F81_3_2,
    FICTIONS,
    HOLDER_104C,
    NONE,
    FilingEffect,
    running_effect,
)
from desktop.deadlines.holidays import calendar_of
from desktop.deadlines.lapse import unless_lost
from desktop.deadlines.outlook import title_code
from desktop.deadlines.plans import PLANS, days_of
from desktop.deadlines.recognition import circumstances_of
from desktop.deadlines.refusals import with_refusals
from desktop.documents.time_sheets import Protection as Protection
from desktop.errors import Problem
from desktop.texts import mark

from . import deadlines, filing
from .applications import FACT as APPLICATIONS
from .reference import Reference
from .words.records import caption, option


@dataclass(frozen=True, slots=True)
class Known:
    """One line of what was filed: a label and its value (text, day, name); None is filled in by hand."""

    label: str
    value: str | PartialDate | Named | None


@dataclass(frozen=True, slots=True)
class ToDo:
    """What to do next, and by which day (inclusive)."""

    what: Step
    by: date | None = None


@dataclass(frozen=True, slots=True)
class FilingProof:
    """All that the sheet says, in its order."""

    title_id: str
    occasion: DecisionKind
    known: tuple[Known, ...]
    protection: Protection
    effect: str  # source text of one sentence
    why: Step
    otherwise: str  # the effect on the better reading; empty if there is none
    notes: tuple[Step, ...]
    next_steps: tuple[ToDo, ...]
    open_points: tuple[str, ...]  # facts that would settle it


_BY_FILING = FICTIONS - {F25_1_3}
"""Effects of the application itself; a recognition permits the stay without one."""
TOO_LITTLE = mark("Too little is recorded to say.")
DECIDED = mark("It has been decided, and with that the effect of the application has ended.")
WITHDRAWN = mark("The application was withdrawn, and with that its effect has ended.")
ORDER = mark("The authority may order continuation: ask for it at once.")


def of(reference: Reference, case: CaseFile, application: Application, today: date) -> FilingProof:
    """The sheet for an application that was filed, or is about to be on a day, as known today.

    An effect of the day of filing that something has ended since is not told as running; a letter that
    refuses a title has ended it even if nobody has recorded the decision.
    """
    (application,) = with_refusals((application,), case.letters)
    case = _with(case, application)
    found = filing.effect(case, application.title_id, application.filed_on)
    found, ended = _today(case, application, found, today)
    decided = _decided(application, today)
    better = None if decided else found.otherwise
    return FilingProof(
        title_id=application.title_id,
        occasion=application.decision_kind,
        known=tuple(_known(case, application)),
        protection=Protection.NONE if decided else _protection(found),
        effect=_effect(application, found, decided=decided),
        why=step(mark("An effect lasts until the decision only."), "§ 81 Abs. 3, 4 AufenthG")
        if decided
        else found.why,
        otherwise="" if better is None or better.id is None else filing.EFFECT_WORDS[better.id],
        notes=tuple(_of_decision() if decided else _notes(found, application, today, ended=ended)),
        next_steps=tuple(_in_order(_next_steps(reference, case, application, found, today), today)),
        open_points=() if decided else found.ask,
    )


def applications_of(case: CaseFile) -> list[Application]:
    """Those recorded, undecided ones first, the latest first."""
    found: tuple[Application, ...] = case.value(APPLICATIONS) or ()
    latest = sorted(found, key=lambda each: each.filed_on.latest, reverse=True)
    return sorted(latest, key=lambda each: each.decided_on is not None or bool(each.result))


def numbered(found: Sequence[Application], which: str) -> Application:
    """One of several by its number, from 1; the first for an empty one. Raises Problem for any other."""
    number = int(which) if which.isdecimal() else 1 if not which else 0
    if not 1 <= number <= len(found):
        raise Problem(
            mark("This application is not among those of the case; there are {count}."),
            mark("Choose another one."),
            count=len(found),
        )
    return found[number - 1]


def _today(
    case: CaseFile, application: Application, found: FilingEffect, today: date
) -> tuple[FilingEffect, bool]:
    """The effect as it stands today, and whether there was one that has ended since."""
    if found.id not in FICTIONS or application.filed_on.latest > today:
        return found, False
    given = circumstances_of(case, today)
    now = running_effect(case.status_periods, (application,), on=today, given=given)
    if now.id == found.id:
        absences = case.value("absence_periods") or ()
        now = unless_lost(now, case.status_periods, today, absences, case.letters)
    return (now, True) if now.id == NONE else (found, False)


def _decided(application: Application, today: date) -> bool:
    """Whether it was decided or withdrawn; a result without a day counts as one."""
    day = application.decided_on
    return bool(application.result) if day is None else day.earliest <= today


def _effect(application: Application, found: FilingEffect, *, decided: bool) -> str:
    if decided:
        return WITHDRAWN if application.result == "withdrawn" else DECIDED
    return TOO_LITTLE if found.id is None else filing.EFFECT_WORDS[found.id]


def _with(case: CaseFile, application: Application) -> CaseFile:
    """The case with the application in it, if it is not there yet."""
    known: tuple[Application, ...] = case.value(APPLICATIONS) or ()
    if application in known:
        return case
    return case.with_fact(APPLICATIONS, Answer((*known, application)))


def _protection(found: FilingEffect) -> Protection:
    if found.id is None or found.disputed:
        return Protection.UNCLEAR
    if found.id == F81_3_2:
        return Protection.SUSPENDED
    return Protection.RUNS if found.id in FICTIONS else Protection.NONE


def _known(case: CaseFile, filed: Application) -> Iterator[Known]:
    authority = case.value("responsible_abh")
    yield Known(mark("Title applied for"), title_code(filed.title_id))
    yield Known(mark("Decision asked for"), DECISION_WORDS[filed.decision_kind])
    yield Known(mark("Foreigners office"), None if authority is None else Named(authority))
    yield Known(mark("Reached the authority on"), filed.filed_on)
    for name in ("channel", "receipt"):
        value = getattr(filed, name)
        yield Known(caption("Application", name), None if value is None else option(value))


def _of_decision() -> Iterator[Step]:
    yield step(mark("From the arrival of the decision the periods for remedies run: enter the letter today."))


def _notes(found: FilingEffect, filed: Application, today: date, *, ended: bool) -> Iterator[Step]:
    if ended:
        yield step(mark("On the day of filing there was an effect; it has ended since."))
    yield step(
        mark("What counts is the day on which it reached the authority, until midnight; a booking is none.")
    )
    if filed.filed_on.latest >= today:
        yield step(
            mark(
                "No form is prescribed, and the authority may not refuse to accept it; papers and a "
                "translation may follow in the period it sets."
            ),
            "§ 82 Abs. 1 S. 3 AufenthG, § 23 Abs. 4, § 24 Abs. 3 VwVfG (oder Landesrecht)",
        )
    if found.id in _BY_FILING:
        yield step(
            mark("The effect lasts until the decision, whatever the certificate says."),
            "§ 81 Abs. 5 AufenthG",
        )
        yield step(
            mark("An asylum application made later can end it: get advice first."), "§ 55 Abs. 2 AsylG"
        )
    if found.id == "F81_4":
        yield step(
            mark("Conditions of the old title go on too; a stay abroad can still end it."),
            "§ 81 Abs. 4 S. 1, § 51 AufenthG",
        )
    if found.id in (F81_3_1, F81_3_2):
        yield step(mark("Do not start work before the authority has allowed it."), "§ 4a Abs. 4 AufenthG")
        yield step(
            mark("The work that a title allows before its card is there is not for humanitarian titles."),
            "§ 81 Abs. 5a AufenthG",
        )
    if found.order_possible:
        yield step(ORDER, "§ 81 Abs. 4 S. 3 AufenthG")
    if found.warning:
        yield step(mark("Without more the stay is at risk: have a lawyer look at it today."))
    if filed.mailbox == "yes":
        yield step(
            mark("Decisions may come into the mailbox of the account: look into it every week."), "§ 9 OZG"
        )


def _in_order(steps: Iterable[ToDo], today: date) -> list[ToDo]:
    """By day; what has none is for today."""
    return sorted(steps, key=lambda each: each.by or today)


def _next_steps(
    reference: Reference, case: CaseFile, filed: Application, found: FilingEffect, today: date
) -> Iterator[ToDo]:
    if _decided(filed, today):
        yield ToDo(step(mark("It has been decided: keep the decision and its envelope with this sheet.")))
        return
    place = calendar_of(reference.authority(case.value("responsible_abh")).holiday_key)
    yield from _at_once(found)
    proven = filed.received_proof is True or filed.receipt not in (None, "none")
    asked_by = safe_on_or_after(today, place)
    if not proven:
        yield ToDo(step(mark("Get a proof of receipt and put it behind this sheet.")), asked_by)
    if found.id in _BY_FILING:
        yield ToDo(
            step(
                mark("Ask for the certificate of the effect; identity may have to be secured before."),
                "§ 81 Abs. 5, 7 AufenthG",
            )
        )
    elif found.id == F25_1_3:
        text = mark("Ask for a paper that shows the permitted stay until the card is there.")
        yield ToDo(step(text, "§ 25 Abs. 1 S. 3, Abs. 2 S. 3 AufenthG"))
    yield from _papers_that_end(reference, case, found, today)
    if filed.complete is False:
        yield ToDo(
            step(
                mark("Hand in what is missing; the authority names it and sets a period."),
                "§ 82 Abs. 1 S. 3, 4 AufenthG",
            )
        )
    for plan_step, day in days_of(PLANS["application"], filed.filed_on.latest, place):
        told = plan_step.code == "receipt" and (proven or day <= asked_by)
        if day >= today and plan_step.code != "inaction" and not told:
            yield ToDo(step(plan_step.what, plan_step.cite), day)
    blocked = last_day_after(filed.filed_on.latest, months(3))
    if blocked < today:
        over = mark("Three months are over: have a lawyer look at an action for a decision.")
        yield ToDo(step(over, "§ 75 S. 1, 2 VwGO"))
        return
    yield ToDo(step(mark("Up to this day an action for a decision is blocked."), "§ 75 S. 2 VwGO"), blocked)


def _at_once(found: FilingEffect) -> Iterator[ToDo]:
    if found.order_possible:
        yield ToDo(
            step(
                mark("Today: ask in writing for an order that the title continues, and say why."),
                "§ 81 Abs. 4 S. 3 AufenthG",
            )
        )
    if found.id == NONE and found.why.values.get("title") == HOLDER_104C and not found.order_possible:
        yield ToDo(
            step(
                mark("File an application under § 25a or § 25b today as well."),
                "§ 104c Abs. 2 AufenthG",
            )
        )


_OF_THE_STAY = ("duldung_cert", "gestattung_cert", "fiction_cert", "c104_end", "ae_validity")


def _papers_that_end(
    reference: Reference, case: CaseFile, found: FilingEffect, today: date
) -> Iterator[ToDo]:
    """The papers of the stay that end while the application runs, each with its own safe day."""
    for due in deadlines.of(reference, case, today):
        if due.kind in _OF_THE_STAY and due.day >= today:
            if due.settled and found.id in FICTIONS:
                text = mark("{name}: have the certificate of the effect in hand by then.")
            elif due.settled:
                continue
            else:
                text = mark("{name}: no application replaces it; see to it before.")
            yield ToDo(step(text, due.cite, name=Named(due.code)), due.act_by)
