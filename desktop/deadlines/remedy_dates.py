"""Decision letters in the schedule: every remedy a date to guard, red from the start where time is short."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from ..cases.letters import DecisionLetter
from ..cases.periods import ONE_DAY
from ..errors import Problem
from ..texts import mark
from .arithmetic import add_months
from .derivation import Named, Step, step
from .duedates import DueDate, Nature, Stage, StageKind, safe
from .holidays import Calendar, calendar_of
from .one_remedy import ACTS, Remedy
from .outlook import Outlook
from .remedies import LAWYER, Remedies, remedies_of
from .remedy_table import Act
from .rollover import steps_to_safe_day

UNKNOWN = "remedy_unknown"
NONE = "remedy_none"
LEAVING = "departure_period"

KINDS: Mapping[str, str] = MappingProxyType(
    {
        **{f"remedy_{act.value}": name for act, name in ACTS.items()},
        LEAVING: mark("Period to leave ends (as printed)"),
        UNKNOWN: mark("Decision letter: no date yet"),
        NONE: mark("Decision without a remedy"),
    }
)
"""Kinds of dates that follow from decision letters, with the short name a list shows."""

_WARN = ((StageKind.FILE, timedelta(days=7)), (StageKind.OVERDUE, timedelta(days=3)))


def remedies(view: Outlook) -> Iterator[DueDate]:
    """Every date of the letters that are not closed."""
    for letter in view.case.letters:
        if letter.closed_on is None:
            yield from dates_of(letter, view)


def dates_of(letter: DecisionLetter, view: Outlook) -> Iterator[DueDate]:
    """The dates of one letter; where nothing can be computed, one that says so."""
    try:
        found = remedies_of(letter, view.law, view.authority)
    except Problem as problem:
        what = Named(f"decision:{letter.decision}")
        yield _nothing(letter, view.on, what, (step(problem.sentence, **problem.values),))
        return
    for each in found.remedies:
        yield _due(letter, each, found, view.on)
    if letter.departure_until is not None:
        place = calendar_of(letter.place or view.authority.holiday_key)
        yield _leaving(letter, letter.departure_until, _what(letter, found), place)
    if not found.rows:
        text = mark("The rule pack does not know this kind of decision: act by the printed period.")
        yield _nothing(letter, view.on, _what(letter, found), (step(text),))
    elif found.announced is not None and found.announced.day is None and found.rows[0].remedies:
        missing = (found.missing,) if found.missing is not None else ()
        yield _nothing(letter, view.on, _what(letter, found), (*missing, *found.announced.notes))
    elif found.rows[0].listed and not found.rows[0].remedies:
        yield _no_remedy(letter, view.on, found)


def _what(letter: DecisionLetter, found: Remedies) -> str:
    """What to call the decision; one that the table does not know as it is written."""
    return Named(f"decision:{letter.decision}") if found.rows else letter.decision


def _due(letter: DecisionLetter, remedy: Remedy, found: Remedies, on: date) -> DueDate:
    return DueDate(
        kind=f"remedy_{remedy.act.value}",
        nature=Nature.FILING,
        day=remedy.day,
        name=step(
            mark("{act}: {what}"), act=Named(ACTS[remedy.act]), what=Named(f"decision:{remedy.row.id}")
        ),
        action=_action(remedy),
        cite=remedy.cite,
        latest=remedy.latest if remedy.latest is not None and remedy.latest > remedy.day else None,
        safe_day=min(remedy.safe_day, remedy.day),
        start_on=min(remedy.begins, remedy.day),
        stages=_stages(remedy),
        derivation=remedy.derivation,
        notes=(*found.notes[:1], *_missed(remedy, on), *remedy.notes, *remedy.lines, *found.notes[1:]),
        letter=letter.id,
    )


def _action(remedy: Remedy) -> Step:
    if remedy.ends is None:
        return step(mark("A lawyer must check today whether it is needed; if so, apply today."), remedy.cite)
    if remedy.act is Act.REFUND:
        text = mark("Claim by {day}, as long as the fee can still be challenged.")
        return step(text, remedy.cite, day=remedy.safe_day)
    text = mark("Must have arrived by {day}. A lawyer must check it today.")
    return step(text, remedy.cite, day=min(remedy.safe_day, remedy.day))


def _stages(remedy: Remedy) -> tuple[Stage, ...]:
    """Seven days, three days and one working day before; red from the start where time is short."""
    place = calendar_of("")
    first, last = remedy.begins, min(remedy.safe_day, remedy.day)
    if remedy.short:
        before = [Stage(StageKind.RED, min(first, last))]
    else:
        before = [Stage(kind, max(first, safe(remedy.day - early, place))) for kind, early in _WARN]
        before.append(Stage(StageKind.RED, max(first, safe(last - ONE_DAY, place))))
    ordered = sorted(before, key=lambda each: each.day)
    return (*ordered, Stage(StageKind.SAFE, last), Stage(StageKind.LATE, remedy.day + ONE_DAY))


def _missed(remedy: Remedy, on: date) -> Iterator[Step]:
    """What is left once the day has passed: reinstatement, if it was missed without fault."""
    if remedy.day >= on or remedy.ends is None or remedy.act is Act.REFUND:
        return
    yield from _perhaps_open(remedy, on)
    if remedy.act is Act.DEPARTURE:
        return  # a late application is inadmissible; what saves it stands in its note
    if remedy.act is Act.REASONS:
        text = mark(
            "Facts and proof that come late may be disregarded unless the delay is excused; new facts are "
            "not touched by this. Hand them in at once: a lawyer must see it today."
        )
        yield step(text, "§ 74 Abs. 2 S. 2, 4 AsylG, § 87b Abs. 3 VwGO")
        return
    if remedy.row.law == "social":
        text = mark(
            "If it was missed without fault, reinstatement may be possible: a lawyer must see it today."
        )
        yield step(text, "§ 67 SGG")
        return
    text = mark(
        "If it was missed without fault: apply for reinstatement within two weeks after the obstacle ends, "
        "at the latest by {day}, and do what was missed in the same time. A lawyer must see it today."
    )
    yield step(text, "§ 60 Abs. 1, 2, 3 VwGO", day=add_months(remedy.day, 12))
    yield step(
        mark("Later than that only where force majeure made it impossible before."),
        "§ 58 Abs. 2, § 60 Abs. 3 VwGO",
    )


def _perhaps_open(remedy: Remedy, on: date) -> Iterator[Step]:
    """That the day has passed, but not what a missing or incorrect instruction leaves open."""
    limits = [day for day in (remedy.outer_shown, remedy.outer) if day is not None and day >= on]
    if limits:
        text = mark(
            "This day has passed. Because the instruction is missing or incorrect it may still be possible, "
            "perhaps until {day}: a lawyer must see it today, and nobody waits for that day."
        )
        day = min(limits)
        cite = next((each.cite for each in remedy.lines if each.values.get("day") == day), remedy.cite)
        yield step(text, cite, day=day)


def _leaving(letter: DecisionLetter, until: date, what: str, place: Calendar) -> DueDate:
    """The period to leave as printed: taken over, never computed or promised, never rolled over."""
    last = safe(until, place)
    return DueDate(
        kind=LEAVING,
        nature=Nature.VALIDITY,
        day=until,
        name=step(mark("Period to leave ends: {what}"), what=what),
        action=step(mark("Before this day a lawyer must have decided about interim relief.")),
        cite="§ 59 Abs. 1 AufenthG, § 38 AsylG",
        safe_day=last,
        start_on=min(letter.served_on or letter.dated_on or until, until),
        stages=(
            Stage(StageKind.RED, min(safe(until - timedelta(days=7), place), last)),
            Stage(StageKind.SAFE, last),
        ),
        derivation=(
            step(mark("The letter prints {day} as the end of the period to leave."), day=until),
            step(mark("It is taken as a fixed day: it does not move to a working day.")),
            *steps_to_safe_day(until, place),
        ),
        notes=(
            step(LAWYER),
            step(
                mark(
                    "Whether the period runs, is interrupted or was extended only authority and court "
                    "can say: nobody may rely on this day."
                ),
                "§ 59 Abs. 1 S. 6, 7 AufenthG",
            ),
        ),
        letter=letter.id,
    )


def _nothing(letter: DecisionLetter, on: date, what: str, why: tuple[Step, ...]) -> DueDate:
    """A letter from which nothing can be computed: a deadline that is due at once, so that it is not lost."""
    day = _noted(letter) or on
    return DueDate(
        kind=UNKNOWN,
        nature=Nature.FILING,
        day=min(day, on),
        name=step(mark("Decision letter without a date: {what}"), what=what),
        action=step(mark("Complete the letter today, and act by the printed period.")),
        start_on=min(day, on),
        derivation=why,
        notes=(step(LAWYER),),
        letter=letter.id,
    )


def _no_remedy(letter: DecisionLetter, on: date, found: Remedies) -> DueDate:
    """A decision against which there is no remedy: somebody must look at once at what follows from it."""
    day = min(_noted(letter) or on, on)
    return DueDate(
        kind=NONE,
        nature=Nature.PLAN,
        day=day,
        name=step(mark("No remedy: {what}"), what=_what(letter, found)),
        action=step(mark("A lawyer must look today at what follows from it and what is still possible.")),
        cite=found.rows[0].cite,
        start_on=day,
        notes=found.notes,
        letter=letter.id,
    )


def _noted(letter: DecisionLetter) -> date | None:
    """A day that the letter has, the one nearest to the client first."""
    return letter.received_on or letter.served_on or letter.sent_on or letter.dated_on
