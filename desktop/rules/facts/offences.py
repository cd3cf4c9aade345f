"""Convictions measured against the thresholds of § 54: what is an expulsion interest and what is not.

Only final convictions of the person count. Where the law asks for intentional offences and nobody recorded
whether they were, the answer is unknown. Suspension on probation matters only where the law says so.
"""

from __future__ import annotations

from collections.abc import Iterable

from desktop.cases.decisions import Conviction
from desktop.rules.verdict import Truth

from . import truths
from .basis import Basis, fact
from .terms import LawTerms
from .value import FactValue, Note

CONVICTIONS = "convictions"
SECURITY = "security_concern"
OTHER = "other_expulsion_interest"


@fact
def expulsion_interest_25b2(seen: Basis) -> FactValue:
    """An expulsion interest under § 54 Abs. 1, or Abs. 2 Nr. 1 or 2 (§ 25b Abs. 2 Nr. 2).

    The grounds that are no convictions are judgements. A finding that another interest of § 54 exists
    does not say whether it is one of Abs. 1, so it leaves the answer disputed.
    """
    convictions = seen.value(CONVICTIONS)
    computed = _by_convictions(convictions, seen, weighty_only=True)
    security = seen.judged(SECURITY)
    other = seen.judged(OTHER)
    if security:
        judged = Truth.YES
    else:
        judged = Truth.DISPUTED if security is None or other is not False else Truth.NO
    notes = (Note.of("other_interest_number_open"),) if other else ()
    return _answer(seen, truths.any_of((computed, judged)), computed, *notes)


@fact
def expulsion_interest(seen: Basis) -> FactValue:
    """Any expulsion interest of § 54 (§ 5 Abs. 1 Nr. 2).

    An intentional offence punished with more than a small fine is as a rule no minor breach of the law
    (§ 54 Abs. 2 Nr. 10): it stays disputed even if no other interest was found.
    """
    convictions = seen.value(CONVICTIONS)
    computed = truths.any_of(
        (
            _by_convictions(convictions, seen, weighty_only=True),
            _by_convictions(convictions, seen, weighty_only=False),
        )
    )
    security, other = seen.judged(SECURITY), seen.judged(OTHER)
    judged = truths.any_of(Truth.DISPUTED if each is None else truths.of(each) for each in (security, other))
    breach = _no_minor_breach(convictions or (), seen)
    notes = (Note.of("offence_is_no_minor_breach"),) if breach is Truth.DISPUTED else ()
    return _answer(seen, truths.any_of((computed, judged, breach)), computed, *notes)


def _answer(seen: Basis, truth: Truth, computed: Truth, *notes: Note) -> FactValue:
    if truth is Truth.UNKNOWN and computed is Truth.UNKNOWN:
        incomplete = CONVICTIONS not in seen.missing
        more = (Note.of("conviction_incomplete"),) if incomplete else ()
        return seen.unknown(CONVICTIONS, notes=notes + more)
    return seen.truth(truth, *notes)


def _by_convictions(convictions: tuple[Conviction, ...] | None, seen: Basis, *, weighty_only: bool) -> Truth:
    if convictions is None:
        return Truth.UNKNOWN
    own = [each for each in convictions if each.person == "self"]
    measure = _weighty if weighty_only else _lighter
    last = max((each.final_on for each in own if each.final_on is not None), default=None)
    found = [
        truths.all_of((_final(each, seen), measure(each, seen.terms, is_last=each.final_on in (None, last))))
        for each in own
    ]
    if not weighty_only:
        found.append(_repeated(own, seen))
    return truths.any_of(found)


def _final(each: Conviction, seen: Basis) -> Truth:
    return truths.of(truths.by(each.final_on, seen.on))


def _weighty(each: Conviction, terms: LawTerms, *, is_last: bool) -> Truth:
    """§ 54 Abs. 1 Nr. 1 to 1d and Abs. 2 Nr. 1 and 2."""
    if each.detention_or_placement and is_last:
        return Truth.YES
    if each.kind == "fine":
        return Truth.NO
    intentional = truths.of(each.intentional)
    prison = each.kind == "prison"
    grounds = [
        (intentional, _at_least(each, terms, "s54_1_1_months")),
        (intentional, _at_least(each, terms, "s54_1_1a_months"), _offence_1a(each, terms)),
        (_at_least(each, terms, "s54_1_1b_months"), _offence(each, terms, "s54_1_1b_offences")),
        (_at_least(each, terms, "s54_1_1c_months"), _offence(each, terms, "s54_1_1c_offences")),
    ]
    if prison:
        grounds.append((intentional, _at_least(each, terms, "s54_2_1_months")))
        grounds.append((*_armed(each, terms), _at_least(each, terms, "s54_1_1d_months")))
    else:
        grounds.append((intentional, _at_least(each, terms, "s54_2_2_months"), _unsuspended(each)))
    return truths.any_of(truths.all_of(ground) for ground in grounds)


def _lighter(each: Conviction, terms: LawTerms, *, is_last: bool) -> Truth:  # noqa: ARG001
    """§ 54 Abs. 2 Nr. 2b and 9; Nr. 2a looks at several convictions together."""
    armed = (
        _at_least(each, terms, "s54_2_2b_months")
        if each.kind == "prison"
        else _unsuspended(each)
        if each.kind == "youth"
        else Truth.NO
    )
    hateful = truths.all_of(
        (truths.of(bool(each.hate_motive)), truths.of(each.intentional), _counts(each, terms))
    )
    return truths.any_of((truths.all_of((*_armed(each, terms), armed)), hateful))


def _repeated(own: list[Conviction], seen: Basis) -> Truth:
    """§ 54 Abs. 2 Nr. 2a: several convictions; whether within twelve months is not recorded."""
    listed = seen.terms.words("s54_2_2a_offences")
    several = [
        each
        for each in own
        if each.offence_group in listed
        and each.intentional is not False
        and each.kind != "youth"
        and _counts(each, seen.terms) is not Truth.NO
        and _final(each, seen) is not Truth.NO
    ]
    return Truth.DISPUTED if len(several) > 1 else Truth.NO


def _no_minor_breach(convictions: Iterable[Conviction], seen: Basis) -> Truth:
    punished = [
        each
        for each in convictions
        if each.person == "self" and each.intentional and _final(each, seen) is Truth.YES
    ]
    return Truth.DISPUTED if any(_counts(each, seen.terms) is Truth.YES for each in punished) else Truth.NO


def _counts(each: Conviction, terms: LawTerms) -> Truth:
    """More than a fine that § 54 Abs. 2 Nr. 2a and 9 disregard."""
    if each.kind != "fine":
        return Truth.YES
    if each.amount is None:
        return Truth.UNKNOWN
    return truths.of(each.amount > terms.number("s54_2_fine_ignored_day_rates"))


def _at_least(each: Conviction, terms: LawTerms, term: str) -> Truth:
    return Truth.UNKNOWN if each.amount is None else truths.of(each.amount >= terms.number(term))


def _offence(each: Conviction, terms: LawTerms, term: str) -> Truth:
    return truths.of(each.offence_group in terms.words(term)) if each.offence_group else Truth.UNKNOWN


def _offence_1a(each: Conviction, terms: LawTerms) -> Truth:
    """Offences against property count only if the law raises their minimum sentence, or in series."""
    if each.offence_group in terms.words("s54_1_1a_offences_if_qualified"):
        return Truth.DISPUTED
    return _offence(each, terms, "s54_1_1a_offences")


def _armed(each: Conviction, terms: LawTerms) -> tuple[Truth, Truth, Truth]:
    """An intentional offence of the list with a weapon or another dangerous object (no record: none)."""
    offence = _offence(each, terms, "s54_1_1d_offences")
    return truths.of(each.intentional), offence, truths.of(bool(each.weapon))


def _unsuspended(each: Conviction) -> Truth:
    return Truth.UNKNOWN if each.suspended is None else truths.of(not each.suspended)
