"""Until when a paper is good: the printed day, the day that counts in law, the last safe day, the stages.

The end of a title, a Duldung or a certificate never rolls over to the next working day: a period for an act
does (§ 31(3) VwVfG), the life of a title does not. So the safe day is a working day on or before the end.
Days are inclusive here, as papers print them; `Span` is half-open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ..cases.periods import ONE_DAY, PartialDate, Span
from ..cases.shapes import Never
from ..cases.status import TITLE, StatusPeriod
from .arithmetic import months_between
from .ukraine import EXEMPT, UKR_GROUPS, UKR_LAST_DAY, Exemption

CONTINUATIONS_24: tuple[tuple[date, date], ...] = (
    (date(2024, 2, 1), date(2025, 3, 4)),
    (date(2025, 2, 1), date(2026, 3, 4)),
    (date(2026, 2, 1), UKR_LAST_DAY),
)
"""§ 24 permits valid on the first day continue, without an application, up to and including the second."""

LAPSE_ON_ASYLUM = tuple(f"{TITLE}{each}" for each in ("22_", "23_", "25_3", "25_4", "25_5"))
"""Beginnings of the titles that lapse when asylum is applied for, § 51(1) no. 8; § 23a is not among them."""

WITHOUT_TITLE = frozenset({"visa_free", EXEMPT})
"""Lawful stay without a title."""

SIX_MONTHS = (6, 0)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What besides the papers decides about a title's end and about the effect of filing. None: unknown."""

    ukr_group: str | None = None
    tp_card_reissued_on: PartialDate | Never | None = None
    recognised_on: PartialDate | Never | None = (
        None  # asylum, refugee, subsidiary or Art. 23 family: final on
    )
    expelled_under_53_3a: bool | None = None
    asylum_filed_on: tuple[PartialDate, ...] = ()  # the day of every asylum application
    expelled_on: PartialDate | Never | None = None  # the day of an expulsion order
    exemption: Exemption | None = None  # the 90 days without a title for people from Ukraine


@dataclass(frozen=True, slots=True)
class Effective:
    """One status and the half-open days on which it held in law, on one reading of uncertain borders."""

    status: StatusPeriod
    span: Span
    lapsed: bool = False  # ended early, because asylum was applied for

    @property
    def code(self) -> str:
        return self.status.status_code


def effective_periods(
    history: Sequence[StatusPeriod], given: Circumstances, *, longest: bool
) -> tuple[Effective, ...]:
    """Every status with the days on which it held in law: continued by ordinance, cut short by asylum.

    The safe reading takes uncertain borders so that the period is short, the longest so that it is long.
    """
    return tuple(_effective(each, history, given, longest=longest) for each in history)


def effective_period(status: StatusPeriod, given: Circumstances, *, longest: bool) -> Span:
    """The half-open days of one status by its paper, and by the ordinances on Ukraine for some of them."""
    if status.status_code == EXEMPT and given.exemption is not None:
        return given.exemption.within(status.period, longest=longest)
    span = status.period.longest if longest else status.period.shortest
    continued = continued_24(status, given, perhaps=longest)
    return span if continued is None else Span(span.start, continued + ONE_DAY)


def continued_24(status: StatusPeriod, given: Circumstances, *, perhaps: bool = False) -> date | None:
    """Last day of a § 24 permit if the ordinance prolongs it beyond its printed end, else None.

    `perhaps`: also for a person of whom it is not known whether one of the groups applies.

    The card must be valid on one of the key days, directly or through an earlier continuation. An individual
    extension or a re-issue after a changed condition ends the continuation: from then the new card counts.
    """
    printed = status.period.longest
    covered = given.ukr_group in UKR_GROUPS or (perhaps and given.ukr_group is None)
    if status.title_id != "24" or not covered or printed.end is None:
        return None
    last = continued = printed.end - ONE_DAY
    for key_day, until in CONTINUATIONS_24:
        if printed.start <= key_day <= continued:
            continued = max(continued, until)
    reissued = given.tp_card_reissued_on
    if isinstance(reissued, PartialDate):
        if reissued.earliest <= last:
            return None
        continued = min(continued, reissued.earliest - ONE_DAY)
    return continued if continued > last else None


def total_validity(
    history: Sequence[StatusPeriod], status_code: str, given: Circumstances
) -> tuple[int, int] | None:
    """Months and days from the first issue of a title to its latest end, extensions included (§ 55(2) AsylG).

    None if it is unlimited or was never held; on the safe reading of its borders.
    """
    spans = [
        effective_period(each, given, longest=False) for each in history if each.status_code == status_code
    ]
    ends = [span.end for span in spans if span.end is not None]
    if not spans or len(ends) < len(spans):
        return None
    return months_between(min(span.start for span in spans), max(ends))


def _effective(
    status: StatusPeriod, history: Sequence[StatusPeriod], given: Circumstances, *, longest: bool
) -> Effective:
    span = effective_period(status, given, longest=longest)
    if not _ends_with_asylum(status, history, given):
        return Effective(status, span)
    within = [
        each.latest if longest else each.earliest
        for each in given.asylum_filed_on
        if each.earliest > span.start and (span.end is None or each.earliest < span.end)
    ]
    if not within:
        return Effective(status, span)
    return Effective(status, Span(span.start, max(span.start, min(within))), lapsed=True)


def _ends_with_asylum(status: StatusPeriod, history: Sequence[StatusPeriod], given: Circumstances) -> bool:
    """§ 51(1) no. 8 AufenthG for some titles; § 55(2) AsylG for short titles and for stay without a title.

    Only an application that was surely filed later: the usual order is asylum first, the title after it.
    """
    if status.status_code in WITHOUT_TITLE or status.status_code.startswith(LAPSE_ON_ASYLUM):
        return True
    if status.title_id is None and status.status_code != "visa_D":
        return False
    total = total_validity(history, status.status_code, given)
    return total is not None and total <= SIX_MONTHS
