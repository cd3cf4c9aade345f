"""Whether a family lives on its own work alone (§ 25a Abs. 2 S. 1 Nr. 2)."""

from __future__ import annotations

from decimal import Decimal

from desktop.cases.people import Benefit, Employment

from .basis import Basis, fact
from .living import BENEFITS, FULL, JOBS, NEED, PARTNER, running_sum, share_of
from .value import FactValue, Note


@fact
def family_earned_share_pct(seen: Basis) -> FactValue:
    """Net earnings of the person and the partner as a share of the need of the household, in percent.

    Safe counts earnings only. Longest adds the benefits that are no public funds in the sense of § 2 Abs.
    3 S. 2, child benefit above all: whether living on work and these is living on one's own work is open.
    """
    need: Decimal | None = seen.value(NEED)
    jobs: tuple[Employment, ...] | None = seen.value(JOBS)
    partner: Decimal | None = seen.value(PARTNER)
    if need is None:
        return seen.unknown(NEED)
    own = running_sum(((each.period, each.net) for each in jobs or ()), seen)
    least, most = own or (Decimal(), Decimal())
    least, most = least + (partner or Decimal()), most + (partner or Decimal())
    safe = share_of(least, need)
    if safe >= FULL:
        return seen.known(safe)
    missing = tuple(
        name for name, open_ in ((JOBS, own is None or jobs is None), (PARTNER, partner is None)) if open_
    )
    if missing:
        notes = (Note.of("net_income_missing"),) if own is None else ()
        return seen.unknown(*missing, notes=notes)
    if least != most:
        return seen.band(safe, share_of(most, need), open_answer=JOBS)
    return _with_harmless(seen, least, need)


def _with_harmless(seen: Basis, earned: Decimal, need: Decimal) -> FactValue:
    benefits: tuple[Benefit, ...] | None = seen.value(BENEFITS)
    harmless = seen.terms.words("harmless_income_types")
    added = running_sum(
        ((each.period, each.amount) for each in benefits or () if each.kind in harmless), seen
    )
    if benefits is None or added is None:
        return seen.unknown(BENEFITS)
    safe, longest = share_of(earned, need), share_of(earned + added[1], need)
    if safe < FULL <= longest:
        return seen.band(safe, longest, Note.of("harmless_income_needed"))
    return seen.known(safe)
