"""An unbroken stay on both readings: which gaps are bridged, what breaks it, what is told about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop.cases.periods import Period, Span
from desktop.deadlines import spans
from desktop.deadlines.spans import Duration

from .terms import LawTerms
from .value import Note


@dataclass(frozen=True, slots=True)
class UnbrokenStay:
    """What one unbroken stay is made of.

    Time that is not credited neither counts nor breaks the stay, but whether time before it may be added
    is open: it ends the safe reading (`breaking`) and is bridged, without being counted, by the longest
    (`bridging`, `uncounted`).
    """

    safe: list[Span]
    longest: list[Span]
    breaking: list[Span]
    bridging: list[Span]
    uncounted: list[Span]
    absences: tuple[Period, ...]

    def measured(self, on: date, terms: LawTerms) -> tuple[Duration, Duration, tuple[Note, ...]]:
        harmless = terms.number("absence_harmless_months")
        trivial, arguable = terms.number("trivial_gap_days"), terms.number("arguable_gap_days")
        abroad_perhaps = _longer([each.longest for each in self.absences], harmless, on)
        abroad = _longer([each.shortest for each in self.absences], harmless, on)

        sure = spans.chain(_after(self.safe, [*abroad_perhaps, *self.breaking], on), on, trivial)
        safe = Duration() if sure is None else spans.length(sure.start, on)

        counted, bridging = _after(self.longest, abroad, on), _after(self.bridging, abroad, on)
        some = spans.chain([*counted, *bridging], on, arguable)
        longest = Duration()
        if some is not None:
            uncounted = spans.without(self.uncounted, counted, on)
            longest = spans.total(spans.without([Span(some.start, on)], uncounted, on), on)
        return safe, longest, self._notes(on, trivial, sure, some)

    def _notes(
        self, on: date, trivial: int, sure: spans.Chain | None, some: spans.Chain | None
    ) -> tuple[Note, ...]:
        notes = []
        for gap in sure.gaps if sure else ():
            notes.append(Note.of("gap_trivial", start=gap.start, days=gap.days))
        for gap in some.gaps if some else ():
            if gap.days > trivial:
                notes.append(Note.of("gap_arguable", start=gap.start, days=gap.days))
        broken = some.broken_by if some else None
        if broken is not None:
            notes.append(Note.of("gap_breaks", start=broken.start, days=broken.days))
        if some is not None and any(span.start < on for span in self.bridging):
            notes.append(Note.of("time_60b_not_credited"))
        if sure is not None:
            notes.append(Note.of("chain_since", day=sure.start))
        return tuple(notes)


def _longer(absences: Iterable[Span], months: int, on: date) -> list[Span]:
    """The stays abroad before the day that lasted longer than so many months."""
    past = [span.until(on) for span in absences if span.start < on]
    return [span for span in past if spans.length(span.start, span.end or on) > Duration(months)]


def _after(counted: Iterable[Span], breaks: Iterable[Span], on: date) -> list[Span]:
    """What is left of the time after the last break."""
    ends = [span.until(on).end or on for span in breaks if span.start < on]
    floor = max(ends, default=None)
    if floor is None:
        return list(counted)
    return [Span(max(span.start, floor), span.end) for span in counted]
