"""Convictions that exclude family members of young people (§ 25a Abs. 3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop.cases.decisions import Conviction
from desktop.rules.verdict import Truth

from . import truths
from .basis import Basis, fact
from .offences import CONVICTIONS
from .value import FactValue, Note

_CUSTODIAL = frozenset({"prison", "youth"})
_Sums = tuple[int, int, bool]
"""Day rates for offences of anybody and for those only foreigners can commit, and any sentence beyond."""


@fact
def conviction_excl_25a3(seen: Basis) -> FactValue:
    """A final conviction for an intentional offence in Germany that is more than a small fine.

    Fines are added up: to 50 day rates, and apart from them to 90 for offences that only foreigners can
    commit (§ 25a Abs. 3). Every prison or youth sentence excludes.
    """
    convictions: tuple[Conviction, ...] | None = seen.value(CONVICTIONS)
    if convictions is None:
        return seen.unknown()
    ordinary = seen.terms.number("s25a_3_day_rates")
    foreigners = seen.terms.number("s25a_3_day_rates_foreigners")
    found = {
        beyond or first > ordinary or second > foreigners
        for first, second, beyond in _possible(seen, convictions, ordinary, foreigners)
    }
    if len(found) > 1:
        return seen.unknown(CONVICTIONS, notes=(Note.of("conviction_25a3_incomplete"),))
    return seen.known(found.pop())


def _possible(
    seen: Basis, convictions: Iterable[Conviction], ordinary: int, foreigners: int
) -> Iterable[_Sums]:
    """Every sum that the record allows; what lies beyond a limit is not told apart."""
    sums: set[_Sums] = {(0, 0, False)}
    for each in convictions:
        if each.person == "self":
            added = set(_readings(each, seen, max(ordinary, foreigners) + 1))
            sums = {
                (min(first + more, ordinary + 1), min(second + further, foreigners + 1), beyond or graver)
                for first, second, beyond in sums
                for more, further, graver in added
            }
    return sums


def _readings(each: Conviction, seen: Basis, too_much: int) -> Iterator[_Sums]:
    """What one conviction may add."""
    counts = truths.all_of(
        (truths.of(truths.by(each.final_on, seen.on)), truths.of(each.intentional), truths.of(each.in_de))
    )
    if counts is not Truth.YES:
        yield 0, 0, False
    if counts is Truth.NO:
        return
    if each.kind in _CUSTODIAL:
        yield 0, 0, True
        return
    amounts = (0, too_much) if each.amount is None else (each.amount,)
    for amount in amounts:
        if each.foreigner_only is not False:
            yield 0, amount, False
        if not each.foreigner_only:
            yield amount, 0, False
