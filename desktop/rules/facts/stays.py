"""How long a stay has lasted without a break, on two readings, and what tolerates a person today.

Safe counts only what nobody disputes: gaps of a few days are bridged, time before a Duldung under § 60b
is not added, months known only by name are read short. Longest adds longer gaps, earlier time, and
status whose weight is open. Both end with the day of the evaluation; what lies after it never counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop.cases.periods import Span
from desktop.cases.status import Absence, MarkedPeriod
from desktop.deadlines import spans
from desktop.deadlines.spans import Duration

from . import truths
from .basis import Basis, fact
from .chain import UnbrokenStay
from .history import ASYLUM_PAPERS, D60B, History
from .value import FactValue, Note

STATUS = "status_periods"
ABSENCES = "absence_periods"
_MATERIAL = "D_material"
_ARRIVAL = "ankunftsnachweis"


@fact
def tolerated_now(seen: Basis) -> FactValue:
    """Whether removal is suspended on the day: by a Duldung of any kind, or deemed so (§ 81 Abs. 3 S. 2).

    The newest paper decides. A mere claim to a Duldung, without any paper, is disputed.
    """
    history = seen.history()
    if history is None:
        return seen.unknown()
    governing = {stay.code for stay in history.governing(seen.on)}
    tolerating = {code for code in governing if seen.terms.has("tolerated", code)}
    if tolerating and governing - tolerating:
        return seen.unknown(STATUS)
    if tolerating - {_MATERIAL}:
        return seen.known(True)
    if tolerating:
        return seen.disputed(None, Note.of("claim_without_paper"))
    covering = {stay.code for stay in history.on(seen.on)}
    if governing & ASYLUM_PAPERS and any(seen.terms.has("tolerated", code) for code in covering):
        return seen.disputed(None, Note.of("gestattung_beside_duldung"))
    if governing:
        return _if_nothing_else(seen, history)
    effect = seen.fact("application_effect")
    if effect.value == "F81_3_2":
        return seen.known(True)
    marked: tuple[MarkedPeriod, ...] = seen.optional("removal_impossible_periods") or ()
    if any(each.period.shortest.covers(seen.on) for each in marked):
        return seen.disputed(None, Note.of("claim_without_paper"))
    if effect.value is None and not effect.disputed and history.last_before(seen.on) is not None:
        return seen.unknown()
    return _if_nothing_else(seen, history)


def _if_nothing_else(seen: Basis, history: History) -> FactValue:
    """No, unless a Duldung may cover the day whose borders are known only by month or year."""
    perhaps = {stay.code for stay in history.perhaps_on(seen.on)} - {
        stay.code for stay in history.on(seen.on)
    }
    if any(seen.terms.has("tolerated", code) for code in perhaps):
        return seen.unknown(STATUS)
    return seen.known(False)


@fact
def status_held(seen: Basis) -> FactValue:
    """Which status without a title holds on the day, by its code: none while a title or nothing is held.

    The newest paper decides. A mere claim to a Duldung is disputed.
    """
    history = seen.history()
    if history is None:
        return seen.unknown()
    governing = {stay.code for stay in history.governing(seen.on)}
    held = frozenset(code for code in governing if seen.terms.has("without_title", code))
    if governing:
        if held == {_MATERIAL}:
            return seen.disputed(held, Note.of("claim_without_paper"))
        return seen.known(held)
    if seen.fact("application_effect").value == "F81_3_2":
        return seen.known(frozenset({"F81_3_2"}))
    marked: tuple[MarkedPeriod, ...] = seen.optional("removal_impossible_periods") or ()
    if any(each.period.shortest.covers(seen.on) for each in marked):
        return seen.disputed(frozenset({_MATERIAL}), Note.of("claim_without_paper"))
    if history.perhaps_on(seen.on):
        return seen.unknown(STATUS)
    return seen.known(frozenset())


@fact
def has_60b_time(seen: Basis) -> FactValue:
    """Whether a Duldung under § 60b was ever held: its time is not credited."""
    papers = seen.papers()
    if papers is None:
        return seen.unknown()
    return seen.known(
        any(each.status_code == D60B and each.period.start.earliest < seen.on for each in papers)
    )


@fact
def stay_25b_months(seen: Basis) -> FactValue:
    """The unbroken stay for § 25b Abs. 1 S. 2 Nr. 1: tolerated, permitted for asylum, or with a permit."""
    history = seen.history()
    if history is None:
        return seen.unknown()
    absences: tuple[Absence, ...] | None = seen.value(ABSENCES)
    marked: tuple[MarkedPeriod, ...] = seen.optional("removal_impossible_periods") or ()
    uncredited = [stay for stay in history if stay.code == D60B]
    credited = _counted_60b(seen) if uncredited else False
    reading = UnbrokenStay(
        safe=_safe_time(seen, history, with_60b=credited is True),
        longest=_longest_time(seen, history, marked, with_60b=credited is not False),
        breaking=[] if credited is True else [stay.longest for stay in uncredited],
        bridging=[stay.longest for stay in uncredited] if credited is False else [],
        uncounted=[stay.safe for stay in uncredited] if credited is False else [],
        absences=tuple(each.period for each in absences or ()),
    )
    safe, longest, notes = reading.measured(seen.on, seen.terms)
    notes += tuple(
        Note.of("end_not_recorded", status=stay.code, since=stay.longest.start)
        for stay in history
        if stay.end_missing
    )
    if absences is None:
        return seen.band(Duration(), longest, *notes, open_answer=ABSENCES)
    found = seen.band(safe, longest, *notes)
    return found.asking(STATUS) if safe != longest and _incomplete(history) else found


def _incomplete(history: History) -> bool:
    """Whether a better record of the papers could bring the two readings together."""
    return any(stay.end_missing or not stay.exact for stay in history)


def _counted_60b(seen: Basis) -> bool | None:
    """Whether time under § 60b counts because § 104c is held (§ 25b Abs. 7); None if that is open."""
    held = seen.fact("holds_104c")
    return None if held.disputed or held.value is None else bool(held.value)


def _safe_time(seen: Basis, history: History, *, with_60b: bool) -> list[Span]:
    counted = []
    arrival_until = seen.terms.day("arrival_certificate_counts_before")
    for stay in history:
        if stay.code == _ARRIVAL:
            counted.append(stay.safe.until(arrival_until))
        elif seen.terms.has("stay_25b", stay.code) or (with_60b and stay.code == D60B):
            counted.append(stay.safe)
    return counted


def _longest_time(
    seen: Basis, history: History, marked: Iterable[MarkedPeriod], *, with_60b: bool
) -> list[Span]:
    counted = [
        stay.longest
        for stay in history
        if stay.code == _ARRIVAL
        or seen.terms.has("stay_25b", stay.code)
        or seen.terms.has("stay_25b_longest", stay.code)
        or (with_60b and stay.code == D60B)
    ]
    return counted + [each.period.longest for each in marked]


@fact
def lawful_stay_months(seen: Basis) -> FactValue:
    """How long the stay has been lawful (§ 26 Abs. 1 S. 1): by a title, an exemption or an application.

    Time with a Gestattung counts only for persons entitled to asylum or internationally protected (§ 55
    Abs. 3 AsylG). Safe is the row that lasts until today without any gap, longest the sum of all lawful
    time.
    """
    history = seen.history()
    if history is None:
        return seen.unknown()
    lawful = [stay for stay in history if seen.terms.has("lawful_stay", stay.code)]
    asylum = [stay for stay in history if stay.code in ASYLUM_PAPERS]
    protection = seen.fact("protection_status").value if asylum else "none"
    recognised = protection in ("art16a", "refugee", "subsidiary")
    safe_time = [stay.safe for stay in lawful + (asylum if recognised else [])]
    longest_time = [stay.longest for stay in lawful]
    if recognised or protection is None:
        longest_time += [stay.longest for stay in asylum]
    absences: tuple[Absence, ...] = seen.optional(ABSENCES) or ()
    present = spans.without(safe_time, [each.period.longest for each in absences], seen.on)
    row = spans.chain(present, seen.on, 0)
    safe = Duration() if row is None else spans.length(row.start, seen.on)
    longest = max(safe, spans.total(longest_time, seen.on))
    if protection is None:
        return seen.band(safe, longest, open_answer="asylum_procedures")
    return seen.band(safe, longest)


@dataclass(frozen=True, slots=True)
class Break:
    """Days without status or abroad. `end` is the first day after; `effect` is trivial, assess or breaks."""

    kind: str
    start: date
    end: date
    effect: str

    @property
    def days(self) -> int:
        return (self.end - self.start).days


@fact
def gaps(seen: Basis) -> FactValue:
    """Every stretch without a recorded status and every stay abroad before the day, in order of time."""
    history = seen.history()
    absences: tuple[Absence, ...] | None = seen.value(ABSENCES)
    if history is None:
        return seen.unknown()
    trivial = seen.terms.number("trivial_gap_days")
    arguable = seen.terms.number("arguable_gap_days")
    harmless = Duration(seen.terms.number("absence_harmless_months"))
    found = []
    for gap in spans.gaps([stay.safe for stay in history if stay.code != "none"], seen.on):
        effect = "trivial" if gap.days <= trivial else "assess" if gap.days <= arguable else "breaks"
        found.append(Break("status", gap.start, gap.end, effect))
    for each in absences or ():
        span = each.period.longest.until(seen.on)
        if truths.by(each.period.start, seen.on) is not False and span.end is not None:
            long = spans.length(span.start, span.end) > harmless
            found.append(Break("abroad", span.start, span.end, "breaks" if long else "trivial"))
    return seen.known(tuple(sorted(found, key=lambda each: (each.start, each.end))), ask=seen.missing)
