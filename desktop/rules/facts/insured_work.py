"""How long work subject to social insurance has been done (§ 60d Abs. 1 Nr. 3), and who raises a child alone.

Months count in unbroken rows, the last day not included. Short breaks without fault are disregarded (§ 60d
Abs. 3 S. 2); nobody records fault and the law sets no length, so a break of a few days is bridged and a
longer one leaves the answer disputed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from itertools import pairwise

from desktop.cases.people import Employment, FamilyMember
from desktop.cases.periods import Span
from desktop.deadlines import spans
from desktop.deadlines.spans import Duration
from desktop.rules.verdict import Truth

from . import truths
from .basis import Basis, fact
from .family import MEMBERS, lives_alone_with_child
from .living import JOBS
from .value import FactValue, Note


@fact
def insured_job_months_20h(seen: Basis) -> FactValue:
    """How long insured part-time work or more has been done up to the day (§ 60d Abs. 1 Nr. 3)."""
    return _insured_months(seen, seen.terms.number("s60d_part_time_hours_week"))


@fact
def insured_job_months_35h(seen: Basis) -> FactValue:
    """The same for nearly full-time work, which § 60d Abs. 1 Nr. 3 asked for until February 2024."""
    return _insured_months(seen, seen.terms.number("s60d_full_time_hours_week"))


@fact
def single_parent(seen: Basis) -> FactValue:
    """Whether a minor unmarried child lives with the person and no spouse or partner does."""
    members: tuple[FamilyMember, ...] | None = seen.value(MEMBERS)
    if members is None:
        return seen.unknown()
    found = lives_alone_with_child(members, seen)
    return seen.unknown(MEMBERS) if found is Truth.UNKNOWN else seen.truth(found)


def _insured_months(seen: Basis, hours: int) -> FactValue:
    jobs: tuple[Employment, ...] | None = seen.value(JOBS)
    if jobs is None:
        return seen.unknown()
    trivial, arguable = seen.terms.number("trivial_gap_days"), seen.terms.number("arguable_gap_days")
    sure = [each.period.shortest for each in jobs if _enough(each, hours) is Truth.YES]
    possible = [each for each in jobs if _enough(each, hours) is not Truth.NO]
    together_enough = time_with(jobs, seen.on, lambda each: each.insured is True, _hours, Decimal(hours))
    safe = _row(sure, seen.on, trivial)
    known = max(safe, _row([*sure, *together_enough], seen.on, arguable))
    longest = _row([*(each.period.longest for each in possible), *together_enough], seen.on, arguable)
    if longest > known:
        return seen.band(safe, longest, Note.of("job_incomplete"), open_answer=JOBS)
    return seen.band(safe, known, *((Note.of("job_break_or_several_jobs"),) if known > safe else ()))


def _enough(job: Employment, hours: int) -> Truth:
    """Whether one job is insured and has the hours."""
    return truths.all_of(
        (truths.of(job.insured), truths.of(None if job.hours_week is None else job.hours_week >= hours))
    )


def _hours(job: Employment) -> Decimal:
    return job.hours_week or Decimal()


def _row(counted: Iterable[Span], on: date, bridge_days: int) -> Duration:
    row = spans.chain([span for span in counted if span.start < on], on, bridge_days)
    return Duration() if row is None else spans.length(row.start, on)


def time_with(
    jobs: Iterable[Employment],
    on: date,
    counts: Callable[[Employment], bool],
    measure: Callable[[Employment], Decimal],
    least: Decimal,
) -> list[Span]:
    """The time before `on` in which the jobs that count come to at least so much together."""
    counted = [(each.period.shortest.until(on), measure(each)) for each in jobs if counts(each)]
    running = [
        (span.start, span.end or on, amount) for span, amount in counted if span.start < (span.end or on)
    ]
    borders = sorted({day for start, end, _ in running for day in (start, end)})
    return [
        Span(first, after)
        for first, after in pairwise(borders)
        if sum((amount for start, end, amount in running if start <= first < end), Decimal()) >= least
    ]
