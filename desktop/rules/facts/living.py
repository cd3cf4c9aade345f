"""Work, income and the need of the household; euros a month."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_DOWN, Decimal

from desktop.cases.people import Benefit, Employment, FamilyMember, Income
from desktop.cases.periods import Period
from desktop.rules.verdict import Truth

from . import truths
from .basis import Basis, fact
from .value import FactValue, Note

JOBS = "employment_periods"
INCOME = "other_income"
BENEFITS = "benefit_periods"
NEED = "household_need"
PARTNER = "partner_net_earnings"
NOTHING = (Decimal(), Decimal())
FULL = Decimal(100)
_CENT = Decimal("0.01")


@fact
def is_employee(seen: Basis) -> FactValue:
    """Whether an employment relationship exists on the day."""
    return _any_running(seen, JOBS, seen.value(JOBS))


@fact
def receives_benefits(seen: Basis) -> FactValue:
    """Whether benefits under SGB II, SGB XII or AsylbLG run on the day (§ 53 Abs. 1 AufenthV)."""
    benefits: tuple[Benefit, ...] | None = seen.value(BENEFITS)
    kinds = seen.terms.words("livelihood_benefit_types")
    harmful = None if benefits is None else tuple(each for each in benefits if each.kind in kinds)
    return _any_running(seen, BENEFITS, harmful)


def _any_running(seen: Basis, name: str, entries: Iterable[Employment | Benefit] | None) -> FactValue:
    if entries is None:
        return seen.unknown()
    found = truths.any_of(truths.of(truths.running(each.period, seen.on)) for each in entries)
    return seen.unknown(name) if found is Truth.UNKNOWN else seen.truth(found)


@fact
def earned_share_pct(seen: Basis) -> FactValue:
    """Net income from the person's work as a share of the need of the household, in percent."""
    jobs: tuple[Employment, ...] | None = seen.value(JOBS)
    need: Decimal | None = seen.value(NEED)
    if jobs is None or need is None:
        return seen.unknown()
    earned = running_sum(((each.period, each.net) for each in jobs), seen)
    if earned is None:
        return seen.unknown(JOBS, notes=(Note.of("net_income_missing"),))
    least, most = (share_of(amount, need) for amount in earned)
    return seen.known(least) if least == most else seen.band(least, most, open_answer=JOBS)


@fact
def livelihood_share_pct(seen: Basis) -> FactValue:
    """Income without harmful public funds as a share of the need of the household (§ 2 Abs. 3), in percent.

    Work, other income, the earnings of the partner who lives in the household and whose need is part of it,
    and the benefits that are no public funds in the sense of § 2 Abs. 3 S. 2. Income of a kind nobody was
    asked for can only add: the share is known as soon as the known part reaches the need.
    """
    need: Decimal | None = seen.value(NEED)
    jobs: tuple[Employment, ...] | None = seen.value(JOBS)
    income: tuple[Income, ...] | None = seen.value(INCOME)
    benefits: tuple[Benefit, ...] | None = seen.value(BENEFITS)
    if need is None:
        return seen.unknown()
    harmless = seen.terms.words("harmless_income_types")
    sums = [
        running_sum(((each.period, each.net) for each in jobs or ()), seen),
        running_sum(((each.period, each.amount) for each in income or ()), seen),
        running_sum(((each.period, each.amount) for each in benefits or () if each.kind in harmless), seen),
    ]
    partner = seen.optional(PARTNER)
    sums.append((partner, partner) if partner is not None else None if _with_partner(seen) else NOTHING)
    known = [each for each in sums if each is not None]
    least, most = (
        (share_of(sum(amounts, Decimal()), need) for amounts in zip(*known, strict=True))
        if known
        else (
            Decimal(),
            Decimal(),
        )
    )
    incomplete = tuple(
        name
        for name, given, total in zip(
            (JOBS, INCOME, BENEFITS, PARTNER), (jobs, income, benefits, ()), sums, strict=True
        )
        if given is None or total is None
    )
    if incomplete and least < FULL:
        return seen.unknown(*incomplete)
    return seen.known(least) if least == most else seen.band(least, most, open_answer=JOBS)


def _with_partner(seen: Basis) -> bool:
    """Whether a spouse or partner is known who lives, or may live, in the household on the day."""
    members: tuple[FamilyMember, ...] = seen.optional("family_members") or ()
    partners = [each for each in members if each.relation == "spouse_partner"]
    return any(
        not each.household or any(truths.running(period, seen.on) is not False for period in each.household)
        for each in partners
    )


def running_sum(
    parts: Iterable[tuple[Period, Decimal | None]], seen: Basis
) -> tuple[Decimal, Decimal] | None:
    """What runs on the day, at the least and at the most; None if one such amount is missing."""
    least = most = Decimal()
    for period, amount in parts:
        running = truths.running(period, seen.on)
        if running is False:
            continue
        if amount is None:
            return None
        most += amount
        least += amount if running else Decimal()
    return least, most


def share_of(amount: Decimal, need: Decimal) -> Decimal:
    """Percent, rounded down to hundredths: a share just below a threshold never reaches it."""
    if need == 0:
        return FULL
    return (FULL * amount / need).quantize(_CENT, ROUND_DOWN)


@fact
def livelihood_secured(seen: Basis) -> FactValue:
    """The need is covered with sufficient health insurance and without public funds (§ 2 Abs. 3).

    Who draws SGB II, SGB XII or AsylbLG today does not live without public funds, whatever the sums say.
    """
    drawing = seen.fact("receives_benefits")
    share = seen.fact("livelihood_share_pct")
    insurance = seen.value("health_insurance")
    conditions = (
        Truth.UNKNOWN if drawing.value is None else truths.of(not drawing.value),
        _covered(share),
        truths.of(None if insurance is None else insurance in ("statutory", "private_sufficient")),
    )
    return seen.truth(truths.all_of(conditions))


def _covered(share: FactValue) -> Truth:
    value = share.value
    if isinstance(value, Decimal):
        return truths.of(value >= FULL)
    return Truth.UNKNOWN
