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
from ..cases.status import StatusPeriod
from .arithmetic import months_between

UKR_GROUPS = frozenset("ukr_national protected_in_ukr family_of_those permanent_permit_in_ukr".split())
"""Groups whose § 24 permits the ordinance prolongs (UkraineAufenthFGV § 2)."""

CONTINUATIONS_24: tuple[tuple[date, date], ...] = (
    (date(2024, 2, 1), date(2025, 3, 4)),
    (date(2025, 2, 1), date(2026, 3, 4)),
    (date(2026, 2, 1), date(2027, 3, 4)),
)
"""§ 24 permits valid on the first day continue, without an application, up to and including the second."""


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


NOTHING_GIVEN = Circumstances()


def continued_24(status: StatusPeriod, given: Circumstances) -> date | None:
    """Last day of a § 24 permit if the ordinance prolongs it beyond its printed end, else None.

    The card must be valid on one of the key days, directly or through an earlier continuation. An individual
    extension or a re-issue after a changed condition ends the continuation: from then the new card counts.
    """
    if status.title_id != "24" or given.ukr_group not in UKR_GROUPS:
        return None
    printed = status.period.longest
    last = None if printed.end is None else printed.end - ONE_DAY
    if last is None:
        return None
    continued = last
    for key_day, until in CONTINUATIONS_24:
        if printed.start <= key_day <= continued:
            continued = max(continued, until)
    reissued = given.tp_card_reissued_on
    if isinstance(reissued, PartialDate):
        if reissued.earliest <= last:
            return None
        continued = min(continued, reissued.earliest - ONE_DAY)
    return continued if continued > last else None


def effective_period(status: StatusPeriod, given: Circumstances, *, longest: bool) -> Span:
    """The days on which the status held in law, on the safe or on the longest reading of its borders."""
    span = status.period.longest if longest else status.period.shortest
    continued = continued_24(status, given)
    return span if continued is None else Span(span.start, continued + ONE_DAY)


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
