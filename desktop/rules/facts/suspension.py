"""Suspension of removal: how long it has lasted (§ 25 Abs. 5 S. 2), how old the decision is (AsylbLG)."""

from __future__ import annotations

from datetime import date

from desktop.cases.periods import PartialDate, Span
from desktop.cases.status import Absence, MarkedPeriod
from desktop.deadlines.arithmetic import add_months, completed_on
from desktop.deadlines.spans import Duration

from .basis import Basis, fact
from .chain import UnbrokenStay
from .history import D60B, History
from .issue import since_event
from .stays import ABSENCES
from .value import FactValue, Note

DECIDED = "suspension_decided_on"


@fact
def suspension_months(seen: Basis) -> FactValue:
    """How long removal has been suspended without a break, the day of the evaluation not counted.

    Safe counts Duldungen and deemed suspension; a Duldung under § 60b and a stay abroad end it. Longest adds
    time under § 60b (whether it counts here is open), claims without paper, border certificates, and time
    in which removal was impossible.
    """
    history = seen.history()
    if history is None:
        return seen.unknown()
    absences: tuple[Absence, ...] | None = seen.value(ABSENCES)
    marked: tuple[MarkedPeriod, ...] = seen.optional("removal_impossible_periods") or ()
    abroad = [each.period.longest for each in absences or ()]
    reading = UnbrokenStay(
        safe=[stay.safe for stay in history if seen.terms.has("suspension", stay.code)],
        longest=_longest(seen, history) + [each.period.longest for each in marked],
        breaking=[*abroad, *(stay.longest for stay in history if stay.code == D60B)],
        bridging=[],
        uncounted=[],
        absences=tuple(each.period for each in absences or ()),
    )
    safe, longest, told = reading.measured(seen.on, seen.terms)
    notes = [_of_suspension(note) for note in told]
    if any(stay.code == D60B and stay.longest.start < seen.on for stay in history):
        notes.append(Note.of("suspension_under_60b"))
    if absences is None:
        return seen.band(Duration(), longest, *notes, open_answer=ABSENCES)
    return seen.band(safe, longest, *notes)


def _of_suspension(note: Note) -> Note:
    """What is told about a stay, said about the suspension."""
    match note.id:
        case "chain_since":
            return Note.of("suspended_since", day=note.values["day"])
        case "gap_breaks":
            return Note.of("suspension_broken", start=note.values["start"], days=note.values["days"])
    return note


def _longest(seen: Basis, history: History) -> list[Span]:
    return [
        stay.longest
        for stay in history
        if seen.terms.has("suspension", stay.code) or seen.terms.has("suspension_longest", stay.code)
    ]


@fact
def months_since_suspension_decision(seen: Basis) -> FactValue:
    """Time since the first decision, in an unbroken row, to suspend removal (§ 1 Abs. 1 Nr. 3 c AsylbLG)."""
    decided = _decided(seen)
    if decided is None:
        return seen.unknown()
    least, most = since_event(decided, seen.on)
    return seen.known(least) if least == most else seen.band(least, most, open_answer=DECIDED)


@fact
def asylblg_under_25_5(seen: Basis) -> FactValue:
    """Whether a permit under § 25 Abs. 5 still means AsylbLG (its § 1 Abs. 1 Nr. 3 c, Abs. 3 S. 1).

    It does to the end of the month in which the decision to suspend removal becomes eighteen months old.
    """
    decided = _decided(seen)
    if decided is None:
        return seen.unknown()
    still = {seen.on < _first_day_after(each, seen) for each in (decided.earliest, decided.latest)}
    return seen.known(still.pop()) if len(still) == 1 else seen.unknown(DECIDED)


def _first_day_after(decided: date, seen: Basis) -> date:
    """The first day of the month that follows the one in which the months are complete."""
    complete = completed_on(decided, seen.terms.number("asylblg_25_5_months"))
    return add_months(complete.replace(day=1), 1)


def _decided(seen: Basis) -> PartialDate | None:
    found: PartialDate | None = seen.value(DECIDED)
    return found
