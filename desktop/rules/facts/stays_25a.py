"""How long a Duldung has been possessed, and the unbroken stay, of young people (§ 25a Abs. 1).

Both are read twice as in `stays`: safe counts what nobody disputes, longest adds longer gaps, time before
a Duldung under § 60b, and a mere claim to a Duldung. What lies between for want of a better record of the
papers is a missing answer, not a dispute.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from desktop.cases.periods import Span
from desktop.cases.status import Absence, MarkedPeriod
from desktop.deadlines.spans import Duration

from .basis import Basis, fact
from .chain import UnbrokenStay
from .history import ASYLUM_PAPERS, D60B, History, Stay
from .value import FactValue, Note

STATUS = "status_periods"
ABSENCES = "absence_periods"
_ARRIVAL = "ankunftsnachweis"
_WITHOUT_PAPER = frozenset({"D_material", "gueb"})
_DEEMED_SUSPENDED = "F81_3_2"


@dataclass(frozen=True, slots=True)
class _Counted:
    """Which stays count on each reading, and what time under § 60b does (None: that is open)."""

    safe: tuple[Stay, ...]
    longest: tuple[Stay, ...]
    credited_60b: bool | None
    of_duldung: bool = False


@fact
def duldung_possession_months(seen: Basis) -> FactValue:
    """How long a Duldung has been possessed without a break until the day (§ 25a Abs. 1 S. 1).

    For certain only while a Duldung covers the day itself. Time under § 60b is not credited. A Duldung
    ends with departure (§ 60a Abs. 5 S. 1) and gives way to a title; beside a newer Gestattung it is
    disputed.
    """
    history = seen.history()
    if history is None:
        return seen.unknown()
    ended = [_until_replaced(stay, history) for stay in history]
    counted = _Counted(
        tuple(stay for stay in ended if seen.terms.has("duldung_possession", stay.code)),
        tuple(
            stay
            for stay in ended
            if seen.terms.has("duldung_possession", stay.code)
            or seen.terms.has("duldung_possession_longest", stay.code)
        ),
        credited_60b=False,
        of_duldung=True,
    )
    return _measured(seen, history, counted)


def _until_replaced(stay: Stay, history: History) -> Stay:
    """A Duldung until a title began, and for certain only until a Gestattung did."""
    if stay.is_title or stay.code in ASYLUM_PAPERS:
        return stay
    later = [other for other in history if other.begun > stay.begun and not other.continued]
    titles = [other.longest.start for other in later if other.is_title]
    papers = [other.longest.start for other in later if other.code in ASYLUM_PAPERS]
    safe, longest = stay.safe, stay.longest
    for day in titles:
        longest = longest.until(max(day, longest.start))
    for day in titles + papers:
        safe = safe.until(max(day, safe.start))
    return Stay(stay.code, safe, longest, stay.status, stay.ended_by_asylum, stay.end_missing, stay.continued)


@fact
def stay_25a_months(seen: Basis) -> FactValue:
    """The unbroken stay for § 25a Abs. 1 S. 1 Nr. 1: permitted, tolerated, or for the asylum procedure.

    Time under § 60b counts only while § 104c is held (Abs. 5).
    """
    history = seen.history()
    if history is None:
        return seen.unknown()
    arrival_until = seen.terms.day("arrival_certificate_counts_before")
    certain = tuple(
        _cut(stay, stay.safe.until(arrival_until)) if stay.code == _ARRIVAL else stay
        for stay in history
        if stay.code == _ARRIVAL or seen.terms.has("stay_25a", stay.code)
    )
    possible = tuple(
        stay
        for stay in history
        if stay.code == _ARRIVAL
        or seen.terms.has("stay_25a", stay.code)
        or seen.terms.has("stay_25a_longest", stay.code)
    )
    credited = _credited_60b(seen) if any(stay.code == D60B for stay in history) else False
    return _measured(seen, history, _Counted(certain, possible, credited))


def _why_disputed(counted: _Counted) -> Iterator[Note]:
    """What counts on the longest reading only; of gaps and § 60b the reading itself tells."""
    codes = {stay.code for stay in counted.longest} - {stay.code for stay in counted.safe}
    if codes & _WITHOUT_PAPER:
        yield Note.of("claim_without_paper")
    if _DEEMED_SUSPENDED in codes and counted.of_duldung:
        yield Note.of("deemed_suspension_no_paper")


def _cut(stay: Stay, safe: Span) -> Stay:
    return Stay(stay.code, safe, stay.longest, stay.status, stay.ended_by_asylum, stay.end_missing)


def _credited_60b(seen: Basis) -> bool | None:
    """Whether time under § 60b counts because § 104c is held (§ 25a Abs. 5); None if that is open."""
    held = seen.fact("holds_104c")
    return None if held.disputed or held.value is None else bool(held.value)


def _measured(seen: Basis, history: History, counted: _Counted) -> FactValue:
    absences: tuple[Absence, ...] | None = seen.value(ABSENCES)
    marked: tuple[MarkedPeriod, ...] = seen.optional("removal_impossible_periods") or ()
    uncredited = [stay for stay in history if stay.code == D60B]
    credited = counted.credited_60b
    safe_time = [stay.safe for stay in counted.safe]
    possible: list[Stay] = list(counted.longest)
    if credited is True:
        safe_time += [stay.safe for stay in uncredited]
    if credited is not False:
        possible += uncredited
    breaking = [] if credited is True else [stay.longest for stay in uncredited]
    if counted.of_duldung:
        breaking += [each.period.longest for each in absences or ()]

    def read(days: Callable[[Stay], Span]) -> tuple[Duration, Duration, tuple[Note, ...]]:
        """Both readings, the longest with so many days of every stay."""
        return UnbrokenStay(
            safe=safe_time,
            longest=[days(stay) for stay in possible] + [each.period.longest for each in marked],
            breaking=breaking,
            bridging=[days(stay) for stay in uncredited] if credited is False else [],
            uncounted=[stay.safe for stay in uncredited] if credited is False else [],
            absences=tuple(each.period for each in absences or ()),
        ).measured(seen.on, seen.terms)

    safe, longest, notes = read(lambda stay: stay.longest)
    if counted.of_duldung and not any(stay.safe.covers(seen.on) for stay in counted.safe):
        safe = Duration()
    notes = tuple(_of_25a(note, counted) for note in notes) + _ends_missing(history)
    if safe < longest:
        notes += tuple(_why_disputed(counted))
    if absences is None:
        return seen.band(Duration(), longest, *notes, open_answer=ABSENCES)
    if safe == longest or all(_complete(stay) for stay in possible + uncredited):
        return seen.band(safe, longest, *notes)
    as_recorded = read(lambda stay: stay.longest if _complete(stay) else stay.safe)[1]
    return seen.band(safe, longest, *notes, open_answer="" if as_recorded == longest else STATUS)


def _of_25a(note: Note, counted: _Counted) -> Note:
    """Here a long gap has no exception, and what a Duldung counts is not the stay."""
    match note.id:
        case "gap_breaks" if counted.of_duldung:
            return Note.of("duldung_gap", start=note.values["start"], days=note.values["days"])
        case "gap_breaks":
            return Note.of("stay_25a_gap", start=note.values["start"], days=note.values["days"])
        case "chain_since" if counted.of_duldung:
            return Note.of("duldung_since", day=note.values["day"])
    return note


def _complete(stay: Stay) -> bool:
    """Whether a better record of the paper would change nothing."""
    return stay.exact and not stay.end_missing


def _ends_missing(history: Iterable[Stay]) -> tuple[Note, ...]:
    return tuple(
        Note.of("end_not_recorded", status=stay.code, since=stay.longest.start)
        for stay in history
        if stay.end_missing
    )
