"""Whether work alone secures the own living, now and in the year before applying (§ 60d Abs. 1 Nr. 4, 5).

Money in euros a month. Short breaks without fault are disregarded (§ 60d Abs. 3 S. 2); nobody records fault
and the law sets no length, so a break of a few days is bridged and a longer one leaves the answer disputed.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from desktop.cases.people import Employment, FamilyMember
from desktop.cases.periods import Span
from desktop.deadlines import spans
from desktop.deadlines.arithmetic import add_months
from desktop.rules.verdict import Truth

from . import truths
from .basis import Basis, fact
from .duldung import D60D, began_60d
from .family import MEMBERS, together
from .insured_work import time_with
from .living import JOBS, NEED
from .value import FactValue, Note

OWN_NEED = "own_need"


@fact
def livelihood_by_job_now(seen: Basis) -> FactValue:
    """Whether work alone covers what the person needs today (§ 60d Abs. 1 Nr. 5).

    Only the person's own need counts; in a household of several it has to be recorded, unless work covers the
    need of all.
    """
    jobs: tuple[Employment, ...] | None = seen.value(JOBS)
    if jobs is None:
        return seen.unknown()
    running = [(each, truths.running(each.period, seen.on)) for each in jobs]
    if any(each.net is None and covers is not False for each, covers in running):
        return seen.unknown(JOBS, notes=(Note.of("net_income_missing"),))
    least = sum((each.net or Decimal() for each, covers in running if covers), Decimal())
    most = sum((each.net or Decimal() for each, covers in running if covers is not False), Decimal())

    def covered(need: Decimal) -> Truth:
        return Truth.YES if least >= need else Truth.NO if most < need else Truth.UNKNOWN

    return _against_the_need(seen, covered)


@fact
def livelihood_by_job_last_12_months(seen: Basis) -> FactValue:
    """Whether work alone covered the person's need in the year before applying (§ 60d Abs. 1 Nr. 4).

    The year ends with the application for the Duldung for employment, else with its beginning, else with the
    day of the evaluation. The need is taken as it is recorded for today.
    """
    history = seen.history()
    jobs: tuple[Employment, ...] | None = seen.value(JOBS)
    if history is None or jobs is None:
        return seen.unknown()
    arguable, trivial = seen.terms.number("arguable_gap_days"), seen.terms.number("trivial_gap_days")
    until = applied_60d(seen) or began_60d(history, seen.on, arguable) or seen.on
    since = add_months(until, -seen.terms.number("s60d_livelihood_months"))
    within = [each for each in jobs if _touches(each, since, until)]
    if any(each.net is None for each in within):
        return seen.unknown(JOBS, notes=(Note.of("net_income_missing"),))

    def covered(need: Decimal) -> Truth:
        enough = time_with(within, until, lambda _: True, lambda each: each.net or Decimal(), need)
        uncovered = spans.without([Span(since, until)], enough, until)
        longest = max(((span.end - span.start).days for span in uncovered if span.end), default=0)
        if longest <= trivial:
            return Truth.YES
        if not all(_exact(each) for each in within):
            return Truth.UNKNOWN
        return Truth.NO if longest > arguable else Truth.DISPUTED

    return _against_the_need(seen, covered)


def applied_60d(seen: Basis) -> date | None:
    """When the Duldung for employment was applied for, as far as that is recorded."""
    filed = [
        each.filed_on.latest
        for each in seen.optional("applications") or ()
        if each.title_id == D60D and each.filed_on.latest <= seen.on
    ]
    return max(filed, default=None)


def _touches(job: Employment, since: date, until: date) -> bool:
    span = job.period.longest.until(until)
    return span.start < until and since < (span.end or until)


def _exact(job: Employment) -> bool:
    return job.period.start.exact and (job.period.end is None or job.period.end.exact)


def _against_the_need(seen: Basis, covered: Callable[[Decimal], Truth]) -> FactValue:
    """Measured by the own need; by the household's where that is covered too or nobody else lives there."""
    own: Decimal | None = seen.optional(OWN_NEED)
    if own is not None:
        return _answer(seen, covered(own))
    whole: Decimal | None = seen.value(NEED)
    if whole is None:
        return seen.unknown()
    found = covered(whole)
    if found is Truth.YES:
        return seen.known(True)
    members: tuple[FamilyMember, ...] | None = seen.value(MEMBERS)
    if members is None:
        return seen.unknown()
    if all(together(each, seen) is Truth.NO for each in members):
        return _answer(seen, found)
    return seen.unknown(OWN_NEED)


def _answer(seen: Basis, found: Truth) -> FactValue:
    if found is Truth.UNKNOWN:
        return seen.unknown(JOBS)
    return seen.truth(found, *((Note.of("job_break"),) if found is Truth.DISPUTED else ()))
