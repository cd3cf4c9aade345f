"""Convictions that exclude the Duldung for employment (§ 60d Abs. 1 Nr. 7)."""

from __future__ import annotations

from desktop.cases.decisions import Conviction
from desktop.cases.people import FamilyMember
from desktop.rules.verdict import Truth

from . import truths
from .basis import Basis, fact
from .family import MEMBERS, partners, together
from .offences import CONVICTIONS
from .value import FactValue


@fact
def conviction_excl_60d(seen: Basis) -> FactValue:
    """A final conviction in Germany for an intentional offence, of the person or the spouse (Abs. 1 Nr. 7).

    One fine up to the limit for an offence that only foreigners can commit is disregarded. Whether that still
    holds beside another conviction is open (§ 32 Abs. 2 Nr. 5 BZRG).
    """
    convictions: tuple[Conviction, ...] | None = seen.value(CONVICTIONS)
    if convictions is None:
        return seen.unknown()
    small = seen.terms.number("s60d_fine_ignored_day_rates")
    several = len(convictions) > 1
    found = truths.any_of(
        truths.all_of((_counts(each, small, several=several, seen=seen), _whose(each, seen)))
        for each in convictions
    )
    return seen.unknown(*(seen.missing or (CONVICTIONS,))) if found is Truth.UNKNOWN else seen.truth(found)


def _counts(each: Conviction, small: int, *, several: bool, seen: Basis) -> Truth:
    excluded = truths.all_of(
        (truths.of(truths.by(each.final_on, seen.on)), truths.of(each.in_de), truths.of(each.intentional))
    )
    if each.kind != "fine" or each.foreigner_only is False:
        return excluded
    if each.amount is None or each.foreigner_only is None:
        large = each.amount is not None and each.amount > small
        return excluded if large else truths.all_of((excluded, Truth.UNKNOWN))
    if each.amount > small:
        return excluded
    return truths.all_of((excluded, Truth.DISPUTED if several else Truth.NO))


def _whose(each: Conviction, seen: Basis) -> Truth:
    """The conviction of a spouse counts while they live together."""
    if each.person == "self":
        return Truth.YES
    members: tuple[FamilyMember, ...] | None = seen.value(MEMBERS)
    if members is None:
        return Truth.UNKNOWN
    return truths.any_of(together(member, seen) for member in partners(members))
