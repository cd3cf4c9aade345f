"""How long the permits have been held that a settlement permit asks for (§ 26 Abs. 3, 4, § 9 Abs. 4, § 85).

There are more than two readings: the seamless row, the row with breaks of up to a year that the authority
may disregard (§ 85), and for § 26 Abs. 4 the row with permits of which it is open whether they count. A norm
names the reading by the topic; within each, `safe` and `longest` say what is certain and what is not.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.cases.decisions import AsylumProcedure
from desktop.cases.people import Education
from desktop.cases.periods import PartialDate, Span
from desktop.cases.status import Absence
from desktop.deadlines import spans
from desktop.deadlines.spans import DAYS_PER_MONTH, Duration

from .basis import Basis, topic_fact
from .history import History, Stay
from .possession import Procedures, Row, beyond, lapsed_until, of_codes, of_visa, procedures_before, row
from .titles import STATUS, held_of
from .value import FactValue, Note

PROCEDURES = "asylum_procedures"
ABSENCES = "absence_periods"
_STUDIES = frozenset({"apprenticeship", "university"})
_OTHER_STAY = frozenset({"title:other", "visa_D"})


@dataclass(frozen=True, slots=True)
class Reading:
    """Which permits count, whether breaks are bridged, whether § 9 Abs. 4 credits further time."""

    permits: str
    bridged: bool = False
    credits: bool = False

    def codes(self, seen: Basis, history: History) -> frozenset[str]:
        """The status codes of the permits; on the widest reading every residence permit."""
        if self.permits == "26_3":
            return seen.terms.codes("settlement_26_3")
        if self.permits == "26_4":
            return seen.terms.codes("settlement_26_4")
        settled = seen.terms.codes("settlement_permits")
        return frozenset(stay.code for stay in history.titles() if stay.code not in settled)


READINGS = {
    "26_3": Reading("26_3", credits=True),
    "26_3_bridged": Reading("26_3", bridged=True, credits=True),
    "26_4": Reading("26_4"),
    "26_4_bridged": Reading("26_4", bridged=True),
    "26_4_any_permit": Reading("any_permit", bridged=True),
}
"""Every reading by its topic in the pack; without a topic the seamless row of § 26 Abs. 4."""


@topic_fact()
def possession_months(seen: Basis, of: str | None) -> FactValue:
    """How long the permits of a reading have been held until the day, without the asylum procedure."""
    found = _measure(seen, READINGS[of or "26_4"])
    return found if isinstance(found, FactValue) else found.value(seen, with_procedure=False)


@topic_fact()
def asylum_procedure_months(seen: Basis, of: str | None) -> FactValue:
    """The time of the asylum procedure before the permits of a reading, from filing to the final decision."""
    found = _measure(seen, READINGS[of or "26_4"])
    if isinstance(found, FactValue):
        return found
    safe = spans.total(found.procedures.safe, seen.on)
    return found.banded(seen, safe, max(safe, spans.total(found.procedures.longest, seen.on)))


@topic_fact()
def settlement_months_26_3(seen: Basis, of: str | None) -> FactValue:
    """The time for § 26 Abs. 3: permits for protected or resettled persons and the procedure before them."""
    return _settlement(seen, "26_3" if of in (None, "seamless") else f"26_3_{of}")


@topic_fact()
def settlement_months_26_4(seen: Basis, of: str | None) -> FactValue:
    """The time for § 26 Abs. 4: permits of chapter 2 section 5 and the asylum procedure before them."""
    return _settlement(seen, "26_4" if of in (None, "seamless") else f"26_4_{of}")


def _settlement(seen: Basis, reading: str) -> FactValue:
    found = _measure(seen, READINGS[reading])
    return found if isinstance(found, FactValue) else found.value(seen, with_procedure=True)


@dataclass(frozen=True, slots=True)
class _Measured:
    """One reading of one case: what is certain, what is not, and whether answers are missing."""

    sure: Row
    some: Row
    procedures: Procedures
    safe_holes: tuple[Span, ...]
    longest_holes: tuple[Span, ...]
    credited: Duration
    missing: tuple[str, ...]
    notes: tuple[Note, ...]

    def value(self, seen: Basis, *, with_procedure: bool) -> FactValue:
        before = self.procedures if with_procedure else Procedures()
        held = spans.without(self.sure.spans, self.safe_holes, seen.on)
        perhaps = spans.without(self.some.spans, self.longest_holes, seen.on)
        safe = spans.total([*held, *before.safe], seen.on) if held else Duration()
        longest = spans.total([*perhaps, *before.longest], seen.on) if perhaps else Duration()
        if with_procedure and perhaps:
            longest = longest + self.credited
        return self.banded(seen, safe, max(safe, longest))

    def banded(self, seen: Basis, safe: Duration, longest: Duration) -> FactValue:
        if safe != longest and self.missing:
            found = seen.band(safe, longest, *self.notes, open_answer=self.missing[0])
            return found.asking(*self.missing[1:])
        return seen.band(safe, longest, *self.notes)


def _measure(seen: Basis, reading: Reading) -> _Measured | FactValue:
    """One reading measured; several facts rest on it."""
    return seen.part(("settlement", reading), lambda part: _measured(part, reading))


def _measured(seen: Basis, reading: Reading) -> _Measured | FactValue:
    """Readings that count the same permits alike are measured once."""
    history = seen.history()
    if history is None:
        return seen.unknown()
    codes = reading.codes(seen, history)
    held = held_of(seen, history, codes)
    if held.value is None and not held.disputed:
        return seen.unknown(*held.ask, notes=held.notes)
    counted = of_codes(history, codes)
    if not counted:
        return _no_permit(seen, held.notes)
    alike = "settlement row", reading.bridged, reading.credits, tuple([id(stay) for stay in counted])
    return seen.part(alike, lambda part: _counted(part, reading, history, counted, held.notes))


def _counted(
    seen: Basis, reading: Reading, history: History, counted: list[Stay], notes: tuple[Note, ...]
) -> _Measured:
    recorded: tuple[Absence, ...] | None = seen.value(ABSENCES)
    absences = recorded or ()
    procedures: tuple[AsylumProcedure, ...] | None = seen.value(PROCEDURES)
    bridged = Duration(seen.terms.number("settlement_gap_months") if reading.bridged else 0)
    floor = lapsed_until(absences, seen.on, seen.terms.number("lapse_abroad_months"))
    certain = [Span(max(stay.safe.start, floor), stay.safe.end) for stay in counted]
    if recorded is None:
        certain = []  # a title may have lapsed abroad (§ 51 Abs. 1 Nr. 7)
    sure = row(certain, seen.on, bridged)
    some = row([stay.longest for stay in (*counted, *of_visa(history))], seen.on, bridged)
    if not row([stay.longest for stay in counted], seen.on, bridged).spans:
        some = Row(())  # a visa alone is no permit
    before = procedures_before(procedures, sure.start, some.start, _entered(seen))
    over = tuple(beyond(absences, seen.on, seen.terms.number("settlement_abroad_months")))
    missing = [PROCEDURES] if before.missing else []
    if recorded is None and some.spans:
        missing.append(ABSENCES)
    if any(stay.end_missing or not stay.exact for stay in counted):
        missing.insert(0, STATUS)
    return _Measured(
        sure,
        some,
        before,
        over,
        over if reading.credits else (),
        _credited(seen, history, some) if reading.credits else Duration(),
        tuple(missing),
        (*_notes(sure, before), *notes),
    )


def _no_permit(seen: Basis, notes: tuple[Note, ...]) -> _Measured:
    """Nothing, whatever the other answers are: a visa alone is no permit, and no procedure precedes one."""
    for name in (ABSENCES, PROCEDURES):
        seen.value(name)
    seen.optional("entry_date")
    return _Measured(Row(()), Row(()), Procedures(), (), (), Duration(), (), notes)


def _entered(seen: Basis) -> PartialDate | None:
    entered = seen.optional("entry_date")
    return entered if isinstance(entered, PartialDate) else None


def _credited(seen: Basis, history: History, some: Row) -> Duration:
    """What § 9 Abs. 4 Nr. 1, 3 may add: an earlier settlement permit, half of a stay for study or training.

    The papers do not tell for what purpose another title was given, so none of it is certain.
    """
    if some.start is None:
        return Duration()
    earlier = [stay.longest.until(some.start) for stay in history.titles()]
    settled = [stay for stay in history.titles() if stay.code in seen.terms.codes("settlement_permits")]
    credit = Duration()
    if any(stay.longest.end is not None and stay.longest.end <= some.start for stay in settled):
        most = Duration(seen.terms.number("settlement_earlier_permit_months"))
        credit = min(most, spans.total(earlier, some.start))
    education: tuple[Education, ...] = seen.optional("education_periods") or ()
    studies = [each.period.longest for each in education if each.kind in _STUDIES and each.in_de is not False]
    other = [stay.longest.until(some.start) for stay in history if stay.code in _OTHER_STAY]
    outside = spans.without(other, studies, some.start)
    studied = spans.total(spans.without(other, outside, some.start), some.start)
    months, odd = divmod(studied.months, 2)
    return credit + Duration(months, (odd * DAYS_PER_MONTH + studied.days) // 2)


def _notes(sure: Row, before: Procedures) -> tuple[Note, ...]:
    notes = []
    if sure.start is not None:
        notes.append(Note.of("possession_since", day=sure.start))
    notes += [Note.of("possession_gap", start=gap.start, days=gap.days) for gap in sure.gaps]
    for span in before.safe:
        if span.end is not None and span.start < span.end:
            notes.append(Note.of("procedure_counts", start=span.start, day=span.end))
    if before.several:
        notes.append(Note.of("several_procedures"))
    return tuple(notes)
