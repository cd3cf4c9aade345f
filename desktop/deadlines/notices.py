"""Periods that a request, a hearing or another event outside a decision sets off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from ..cases.notices import Notice
from ..cases.periods import ONE_DAY, PartialDate
from ..texts import mark
from .arithmetic import Length, last_day_after, months, weeks
from .derivation import Step, step, uncertain
from .duedates import LONG_PAST, MISSED, DueDate, Nature, Stage, StageKind, safe
from .outlook import Outlook
from .rollover import place_notes, rolled_over, steps_to_safe_day

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "evidence_period": mark("Period for facts and proof"),
        "revoke_hearing": mark("Statement on withdrawal or revocation"),
        "asyl_push": mark("Pursue the asylum action"),
        "res_rule_consent": mark("Consent of the other office counts as given"),
        "res_rule_lifted": mark("Ground of the lifting must last until"),
        "reinstatement": mark("Apply for reinstatement"),
        "trafficking": mark("Departure period of a possible victim"),
        "asyl_search": mark("Post must be taken over"),
    }
)


@dataclass(frozen=True, slots=True)
class _Kind:
    """How the period of one event is counted and told. `length` is what the law gives if no day is set."""

    kind: str
    nature: Nature
    length: Length | None
    counted: str
    event: str
    action: str
    cite: str
    notes: tuple[Step, ...] = ()
    rolls: str = ""  # the rule that moves the end to the next working day; empty: it does not move


_KINDS: Mapping[str, _Kind] = {
    "evidence_request": _Kind(
        "evidence_period",
        Nature.FILING,
        None,
        "",
        mark("Asked on {day}."),
        mark("Hand in by {day} what is there, and ask for more time for the rest before the day."),
        "§ 82 Abs. 1 S. 2 bis 4 AufenthG",
        (
            step(mark("What comes later may be disregarded."), "§ 82 Abs. 1 S. 4 AufenthG"),
            step(
                mark("The authority can extend a period it has set, even one that has ended."),
                "§ 31 Abs. 7 VwVfG",
            ),
            step(
                mark("A letter may say that the day does not move: then the safe day counts."),
                "§ 31 Abs. 3 S. 2 VwVfG",
            ),
        ),
        rolls="§ 31 Abs. 3 S. 1 VwVfG",
    ),
    "withdrawal_hearing": _Kind(
        "revoke_hearing",
        Nature.FILING,
        months(1),
        mark("One month later, that day included: {day}."),
        mark("Heard by letter of {day}."),
        mark("See a lawyer today and answer by {day}."),
        "§ 73b Abs. 6 AsylG",
        (
            step(
                mark("The authority may set one month for the written answer; the day in the letter counts.")
            ),
            step(mark("Note this day: the procedure of withdrawal may have begun with it."), "§ 87e AsylG"),
        ),
        rolls="§ 31 Abs. 3 S. 1 VwVfG",
    ),
    "court_request": _Kind(
        "asyl_push",
        Nature.FILING,
        months(1),
        mark("One month later, that day included: {day}."),
        mark("The court's request was served on {day}."),
        mark("See a lawyer today: without an answer by {day} the action counts as withdrawn."),
        "§ 81 AsylG",
        rolls="§ 222 Abs. 2 ZPO",
    ),
    "consent_request": _Kind(
        "res_rule_consent",
        Nature.EARLIEST,
        weeks(4),
        mark("Four weeks later, that day included: {day}."),
        mark("The request reached the other office on {day}."),
        mark("Ask the own authority to lift the rule: without an objection until then the consent counts."),
        "§ 72 Abs. 3a S. 3 AufenthG",
        (
            step(
                mark("Registering the new address does not make the new office competent."),
                "§ 72 Abs. 3a S. 4 AufenthG",
            ),
        ),
        rolls="§ 31 Abs. 3 S. 1 VwVfG",
    ),
    "duty_lifted": _Kind(
        "res_rule_lifted",
        Nature.RESTRICTION,
        months(3),
        mark("Three months later, that day included: {day}."),
        mark("The lifting was announced on {day}."),
        mark("If the work, training or study ends by {day}, the duty goes on in the Land moved to."),
        "§ 12a Abs. 5 S. 2 AufenthG",
        (step(mark("Of a restriction the later day is the safe one; it does not move.")),),
    ),
    "obstacle_ended": _Kind(
        "reinstatement",
        Nature.FILING,
        weeks(2),
        mark("Two weeks later, that day included: {day}."),
        mark("What kept from acting in time ended on {day}."),
        mark("See a lawyer today: by {day} apply for reinstatement, show why, and do what was missed."),
        "§ 32 Abs. 2 VwVfG, § 60 Abs. 2 VwGO",
        (
            step(
                mark(
                    "At the latest a year after the missed day; later only where force majeure made it "
                    "impossible before."
                ),
                "§ 32 Abs. 3 VwVfG, § 60 Abs. 3 VwGO",
            ),
            step(
                mark("For the grounds of an appeal it is one month; planned is with two weeks all the same."),
                "§ 60 Abs. 2 S. 1 VwGO",
            ),
            step(mark("The fault of a representative counts as one's own."), "§ 32 Abs. 1 S. 2 VwVfG"),
        ),
        rolls="§ 31 Abs. 3 S. 1 VwVfG, § 222 Abs. 2 ZPO",
    ),
    "victim_indications": _Kind(
        "trafficking",
        Nature.VALIDITY,
        months(3),
        mark("Three months later, that day included: {day}."),
        mark("The departure period was set on {day}."),
        mark("Decide on testifying before {day}, with a specialised advice centre and a lawyer."),
        "§ 59 Abs. 7 AufenthG",
        (
            step(mark("The authority must give three months at least; the printed day counts.")),
            step(
                mark("It can be shortened for danger to others or new contact with those accused."),
                "§ 59 Abs. 7 S. 3 AufenthG",
            ),
        ),
    ),
    "mail_waiting": _Kind(
        "asyl_search",
        Nature.VALIDITY,
        weeks(2),
        mark("Two weeks later, that day included: {day}."),
        mark("The post has been waiting since {day}."),
        mark("Have the post taken over by {day}, and see whether a period already runs from it."),
        "§ 66 Abs. 1 AsylG",
        (step(mark("Served post sets off periods whether or not it is read.")),),
    ),
}


_SHOWN = {Nature.RESTRICTION: timedelta(0), Nature.FILING: MISSED}
"""How long a day is shown after it has passed, unless it is settled."""
_LATER_COUNTS = (Nature.EARLIEST, Nature.RESTRICTION)
_LOOK = step(mark("Look at the letter and enter the last day it sets."))


def notice_periods(view: Outlook) -> Iterator[DueDate]:
    """The period of every recorded event; if a day must be set and none is recorded, that it is missing."""
    notices: tuple[Notice, ...] = view.value("notices") or ()
    for each in notices:
        due = _due(each, _KINDS[each.kind], view)
        if due.day >= view.on - _SHOWN.get(due.nature, LONG_PAST):
            yield due


def _due(notice: Notice, kind: _Kind, view: Outlook) -> DueDate:
    missing = notice.until is None and kind.length is None
    raw, how = _raw(notice, kind)
    end, rolling = (raw.earliest, ()) if not kind.rolls else rolled_over(raw.earliest, view.place, kind.rolls)
    earliest, informs = kind.nature is Nature.EARLIEST, kind.nature in _LATER_COUNTS
    by = end if informs else safe(raw.earliest, view.place)
    latest = None if raw.exact else _latest(raw, kind, view)
    return DueDate(
        kind=kind.kind,
        nature=kind.nature,
        day=end + ONE_DAY if earliest else end,
        name=step(KINDS[kind.kind]),
        action=_LOOK if missing else step(kind.action, kind.cite, day=by),
        cite=kind.cite,
        latest=latest,
        safe_day=None if informs else by,
        start_on=end + ONE_DAY if earliest else notice.day.earliest,
        stages=()
        if informs
        else (Stage(StageKind.RED, safe(raw.earliest - timedelta(weeks=1), view.place)),),
        derivation=(
            step(kind.event, day=notice.day.latest if informs else notice.day.earliest),
            *how,
            *(() if missing else rolling),
            *(() if informs or missing else steps_to_safe_day(raw.earliest, view.place)),
        ),
        notes=(*uncertain(raw), *kind.notes, *place_notes(view.place)),
        ask=() if raw.exact and (notice.until is not None or kind.length is not None) else ("notices",),
        settled=notice.settled is True,
    )


def _raw(notice: Notice, kind: _Kind) -> tuple[PartialDate, tuple[Step, ...]]:
    """The last day before any rolling, and how it was found; of what only informs the later reading."""
    if notice.until is not None:
        set_day = step(mark("Last day as the letter sets it: {day}."), day=notice.until.earliest)
        return notice.until, (set_day, *_shorter_than_the_law(notice, notice.until, kind))
    if kind.length is None:
        return notice.day, (step(mark("The last day is not recorded: until then it counts as due.")),)
    first, last = (last_day_after(day, kind.length) for day in (notice.day.earliest, notice.day.latest))
    raw = PartialDate.exactly(last) if kind.nature in _LATER_COUNTS else PartialDate(first, last)
    return raw, (step(kind.counted, kind.cite, day=raw.earliest),)


def _shorter_than_the_law(notice: Notice, until: PartialDate, kind: _Kind) -> Iterator[Step]:
    if kind.kind == "trafficking" and kind.length is not None:
        least = last_day_after(notice.day.earliest, kind.length)
        if until.earliest < least:
            text = mark("This is shorter than the law gives ({day} at least): have it checked today.")
            yield step(text, kind.cite, day=least)


def _latest(raw: PartialDate, kind: _Kind, view: Outlook) -> date:
    return rolled_over(raw.latest, view.place, kind.rolls)[0] if kind.rolls else raw.latest
