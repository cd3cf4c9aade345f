"""How long a Duldung has been held: the one for employment (§ 60d), and any other before it.

Possession is counted in unbroken rows like every stay (`chain`): months on two readings, the last day not
included. A Duldung ends with departure (§ 60a Abs. 5 S. 1), so every stay abroad ends the safe reading. Time
with a Duldung under § 60b is not credited (§ 60b Abs. 5 S. 1).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from desktop.cases.status import Absence
from desktop.deadlines import spans
from desktop.deadlines.spans import NOTHING, Duration

from .basis import Basis, fact
from .chain import UnbrokenStay
from .history import D60B, History, Stay
from .stays import ABSENCES
from .value import FactValue, Note

D60D = "D60d"


@fact
def duldung_60d_months(seen: Basis) -> FactValue:
    """How long the Duldung for employment has been held without a break up to the day (§ 25b Abs. 6).

    It runs for thirty months only, and the title may be decided later: whether a row that has ended still
    counts in full is open, so the longest reading takes it as it was.
    """
    history = seen.history()
    if history is None:
        return seen.unknown()
    held = [stay for stay in history if stay.code == D60D and stay.longest.start < seen.on]
    bridge = seen.terms.number("arguable_gap_days")
    ended = max((stay.longest.until(seen.on).end or seen.on for stay in held), default=seen.on)
    begun = began_60d(history, seen.on, bridge)
    row = NOTHING if begun is None else spans.length(begun, ended)
    return _held(seen, held, held, (), seen.on, row if ended < seen.on else NOTHING)


@fact
def duldung_before_60d_months(seen: Basis) -> FactValue:
    """How long a Duldung was held before the one for employment, or up to the day (§ 60d Abs. 1 Nr. 2).

    Safe counts papers other than § 60b after the last such time. Longest adds what some count as a Duldung,
    and the time before a Duldung under § 60b.
    """
    history = seen.history()
    if history is None:
        return seen.unknown()
    until = began_60d(history, seen.on, seen.terms.number("arguable_gap_days")) or seen.on
    return _held(
        seen,
        [stay for stay in history if seen.terms.has("duldung_possession", stay.code)],
        [
            stay
            for stay in history
            if seen.terms.has("duldung_possession", stay.code)
            or seen.terms.has("duldung_possession_longest", stay.code)
        ],
        [stay for stay in history if stay.code == D60B],
        until,
    )


def began_60d(history: History, on: date, bridge_days: int) -> date | None:
    """When the last row of Duldungen for employment began, at the earliest; None if there was none."""
    held = [stay.longest for stay in history if stay.code == D60D and stay.longest.start <= on]
    if not held:
        return None
    ended = max(span.until(on).end or on for span in held)
    row = spans.chain(held, ended, bridge_days)
    return held[-1].start if row is None else row.start


def _held(
    seen: Basis,
    safe: Iterable[Stay],
    longest: Iterable[Stay],
    uncredited: Iterable[Stay],
    until: date,
    ended_row: Duration = NOTHING,
) -> FactValue:
    """`ended_row`: how long a row lasted that has ended, if that may still count."""
    absences: tuple[Absence, ...] | None = seen.value(ABSENCES)
    abroad = [each.period.longest for each in absences or ()]
    not_credited = [stay.longest for stay in uncredited]
    reading = UnbrokenStay(
        safe=[stay.safe for stay in safe],
        longest=[stay.longest for stay in longest],
        breaking=[*not_credited, *abroad],
        bridging=not_credited,
        uncounted=[*(stay.safe for stay in uncredited), *abroad],
        absences=tuple(each.period for each in absences or ()),
    )
    counted_safe, counted_longest, notes = reading.measured(until, seen.terms)
    most = max(counted_safe, counted_longest, ended_row)
    if ended_row > counted_safe:
        notes += (Note.of("time_60d_ran_out"),)
    if absences is None:
        return seen.band(NOTHING, most, *notes, open_answer=ABSENCES)
    return seen.band(counted_safe, most, *notes)
