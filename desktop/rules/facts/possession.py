"""Possession of permits without a break, and the asylum procedure before it (§ 26 Abs. 3, 4 AufenthG).

Durations are half-open: the first day counts, the day of the evaluation does not. Every reading of the law
(which permits count, whether § 85 bridges a break) is measured twice: `safe` with what is certain, `longest`
with what a better record, or an open question, could add.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop.cases.decisions import AsylumProcedure
from desktop.cases.periods import PartialDate, Span
from desktop.cases.status import Absence
from desktop.deadlines import spans
from desktop.deadlines.arithmetic import completed_on
from desktop.deadlines.spans import Duration, Gap

from .history import History, Stay

CONTINUING = frozenset({"F81_4", "F81_4_late"})
_VISA = "visa_D"
_NOT_CARRIED_THROUGH = frozenset({"withdrawn", "inadmissible"})
_BEFORE_EVERYTHING = date(1900, 1, 1)
"""Where nothing is known about the beginning of a procedure, the longest reading begins here."""


def of_codes(history: History, codes: frozenset[str]) -> list[Stay]:
    """The stays with a permit of these codes, certificates that let one of them run on included.

    A certificate (§ 81 Abs. 4) counts with the title that began last before it.
    """
    found = []
    for stay in history:
        if stay.code in codes:
            found.append(stay)
        elif stay.code in CONTINUING:
            before = [each for each in history.titles() if each.begun <= stay.begun]
            if before and max(before, key=lambda each: each.begun).code in codes:
                found.append(stay)
    return found


def of_visa(history: History) -> list[Stay]:
    """The stays with a national visa, whose time is added to that of the permit (§ 6 Abs. 3 S. 3)."""
    return [stay for stay in history if stay.code == _VISA]


@dataclass(frozen=True, slots=True)
class Row:
    """Spans that reach the day of the evaluation, in order of time, and the breaks between them."""

    spans: tuple[Span, ...]
    gaps: tuple[Gap, ...] = ()

    @property
    def start(self) -> date | None:
        return self.spans[0].start if self.spans else None


def row(counted: Iterable[Span], on: date, bridged: Duration) -> Row:
    """The row that lasts until the beginning of `on`; breaks no longer than `bridged` are passed over."""
    found: list[Span] = []
    gaps: list[Gap] = []
    later = on
    for span in reversed(spans.merged(counted, on)):
        end = on if span.end is None else span.end
        if end < later:
            if spans.length(end, later) > bridged:
                break
            gaps.append(Gap(end, later))
        found.append(span)
        later = span.start
    return Row(tuple(reversed(found)), tuple(reversed(gaps)))


def lapsed_until(absences: Iterable[Absence], on: date, months: int) -> date:
    """The day of return from the last stay abroad after which a title may have lapsed (§ 51 Abs. 1 Nr. 7)."""
    ends = [_BEFORE_EVERYTHING]
    for each in absences:
        span = each.period.longest.until(on)
        if (
            not each.agreed
            and span.start < on
            and spans.length(span.start, span.end or on) > Duration(months)
        ):
            ends.append(span.end or on)
    return max(ends)


def beyond(absences: Iterable[Absence], on: date, months: int) -> list[Span]:
    """What each stay abroad lasted longer than so many months (§ 9 Abs. 4 Nr. 2: the rest is credited)."""
    past = (each.period.longest.until(on) for each in absences)
    over = [Span(completed_on(span.start, months), span.end) for span in past if span.start < on]
    return [span for span in over if span.end is None or span.start < span.end]


@dataclass(frozen=True, slots=True)
class Procedures:
    """The asylum procedures that count before a permit. `missing`: an answer would narrow them down."""

    safe: tuple[Span, ...] = ()
    longest: tuple[Span, ...] = ()
    missing: bool = False
    several: bool = False


def procedures_before(
    procedures: tuple[AsylumProcedure, ...] | None,
    safe: date | None,
    longest: date | None,
    entered: PartialDate | None,
) -> Procedures:
    """From filing to the final decision, only before the permit began (`safe`, `longest`: its first day).

    The statute speaks of the procedure that preceded the grant: for certain that is the last one that was
    carried through. Whether earlier ones count too is open; so is a withdrawn or inadmissible application, or
    one of an earlier stay (filed before `entered`). A subsequent application that led to no new procedure
    never counts (§ 71 AsylG).
    """
    if longest is None:
        return Procedures()
    if procedures is None:
        return Procedures((), (Span(_BEFORE_EVERYTHING, longest),), missing=True)
    before = [_Before.of(each, safe or longest, longest, entered) for each in procedures]
    counted = sorted(
        (each for each in before if each is not None), key=lambda each: each.longest.end or longest
    )
    sure = [place for place, each in enumerate(counted) if each.sure]
    last = counted[sure[-1] :] if sure and safe is not None else []
    shortest = min(last, key=lambda each: spans.total([each.safe], longest), default=None)
    return Procedures(
        () if shortest is None else (shortest.safe,),
        tuple(each.longest for each in counted),
        any(each.missing for each in counted),
        len(counted) > 1,
    )


@dataclass(frozen=True, slots=True)
class _Before:
    """One procedure, cut off where the permit began."""

    safe: Span
    longest: Span
    sure: bool
    missing: bool

    @classmethod
    def of(
        cls, each: AsylumProcedure, safe: date, longest: date, entered: PartialDate | None
    ) -> _Before | None:
        follow_up = each.kind == "subsequent"
        if follow_up and each.procedure_carried_out is False:
            return None
        running = each.outcome == "pending" and each.final_on is None
        surely_ended = each.final_on or each.decided_on or each.filed_on
        safe_end = safe if running or surely_ended is None else min(safe, surely_ended.earliest)
        longest_end = longest if each.final_on is None else min(longest, each.final_on.latest)
        begun = _BEFORE_EVERYTHING if each.filed_on is None else each.filed_on.earliest
        if begun >= longest_end:
            return None
        surely_begun = safe_end if each.filed_on is None else min(safe_end, each.filed_on.latest)
        earlier_stay = bool(entered and each.filed_on and each.filed_on.latest < entered.earliest)
        exact = all(day is None or day.exact for day in (each.filed_on, each.final_on))
        return cls(
            Span(surely_begun, safe_end),
            Span(begun, longest_end),
            sure=each.outcome not in _NOT_CARRIED_THROUGH
            and not (follow_up and not each.procedure_carried_out)
            and not earlier_stay,
            missing=each.filed_on is None
            or (each.final_on is None and not running)
            or (follow_up and each.procedure_carried_out is None)
            or not exact,
        )
