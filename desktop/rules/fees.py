"""What a decision costs in this case: the items of the fee table, and what relief does to them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum

from desktop.cases.applications import DecisionKind

from .carriers import ScalarFacts
from .entries import Pair, in_force_on
from .packs import Pack
from .rows import Applies, applies, counts
from .tables import Fee, FeeWaiver


class FeeOutcome(Enum):
    """What becomes of a fee."""

    EXEMPT = "exempt"
    TO_BE_CLAIMED = "to_be_claimed"
    """Exempt on a reading that has to be argued: claim it with the application."""
    DISCRETIONARY = "discretionary"
    """The authority can reduce or waive it: apply for that."""
    CONTESTABLE = "contestable"
    """More than half of the fee for a minor, against § 69(5) no. 7 AufenthG."""
    PAYABLE = "payable"


@dataclass(frozen=True, slots=True)
class FeeLine:
    """One fee in euros. `open` if an answer still missing could bring relief; `note`: what to know of it."""

    fee: Fee
    amount: Decimal
    outcome: FeeOutcome
    open: bool
    note: Pair | None = None


@dataclass(frozen=True, slots=True)
class FeeGroup:
    """The fees of one occasion. `one_of`: only one of the lines is owed, which of them is not settled."""

    name: Pair
    lines: tuple[FeeLine, ...]
    one_of: bool
    note: Pair | None
    open: bool
    """It is not settled whether the occasion arises."""
    id: str = ""
    beside: bool = False
    """Not part of the decision: another act of the authority that may come up."""


@dataclass(frozen=True, slots=True)
class FeeSheet:
    """All fees of a decision, and the authority's power to waive."""

    groups: tuple[FeeGroup, ...]
    waiver: FeeWaiver | None

    @property
    def of_decision(self) -> tuple[FeeGroup, ...]:
        """The fees that belong to the decision itself."""
        return tuple(group for group in self.groups if not group.beside)


def fees(
    pack: Pack,
    facts: ScalarFacts,
    title_id: str,
    decision_kind: DecisionKind,
    on: date,
    *,
    minor: bool = False,
    age: int | None = None,
    at_least: int | None = None,
) -> FeeSheet:
    """What the decision costs on a day.

    `minor`: under 18 on the day of the application (§ 50(1) AufenthV). `age`: in complete years on the day of
    the decision, for documents that cost young people less; None if it is not known. `at_least`: so many
    years are complete on that day in any case, where only month or year of birth are known.
    """
    relief = {column: applies(condition, facts) for column, condition in pack.tables.fee_relief.items()}
    by_id = {fee.id: fee for fee in pack.tables.fees if in_force_on(on, fee.in_force)}
    groups = []
    for each in pack.tables.fee_occasions:
        row = each.row
        if not row.is_for(title_id) or not counts(row.decision, decision_kind, None, on):
            continue
        state = each.applies(facts)
        found = (by_id[item] for item in row.items if item in by_id)
        lines = tuple(
            replace(_line(fee, relief, minor, age), note=_note(fee, at_least if age is None else age))
            for fee in found
        )
        if state is not Applies.NO and lines:
            groups.append(
                FeeGroup(
                    row.name,
                    lines,
                    row.choice == "one_of",
                    row.note,
                    state is Applies.OPEN,
                    row.id,
                    row.beside,
                )
            )
    return FeeSheet(tuple(groups), pack.tables.fee_waiver)


def _amount(fee: Fee, minor: bool, age: int | None) -> Decimal:
    if minor:
        return fee.minor
    young = fee.young is not None and age is not None and age < fee.young.below
    return fee.young.amount if young and fee.young is not None else fee.adult


def _note(fee: Fee, age: int | None) -> Pair | None:
    """The note, unless it is about the young and this person is known not to be."""
    grown = fee.note_below is not None and age is not None and age >= fee.note_below
    return None if grown else fee.note


def _line(fee: Fee, relief: dict[str, Applies], minor: bool, age: int | None) -> FeeLine:
    amount = _amount(fee, minor, age)
    ways = _reliefs(fee, relief)
    granted = [outcome for outcome, state in ways if state is Applies.YES]
    hoped = [outcome for outcome, state in ways if state is Applies.OPEN]
    if amount == 0:
        return FeeLine(fee, amount, FeeOutcome.EXEMPT, False)
    if granted:
        best = min(granted, key=_ORDER.index)
        return FeeLine(fee, amount, best, any(_ORDER.index(each) < _ORDER.index(best) for each in hoped))
    contestable = minor and amount * 2 > fee.adult
    outcome = FeeOutcome.CONTESTABLE if contestable else FeeOutcome.PAYABLE
    return FeeLine(fee, amount, outcome, bool(hoped))


def _reliefs(fee: Fee, relief: dict[str, Applies]) -> list[tuple[FeeOutcome, Applies]]:
    """Each way the fee may be eased, and whether it is open to this case."""

    def state(column: str) -> Applies:
        return relief.get(column, Applies.NO)

    ways = [(FeeOutcome(fee.benefits), state("benefits"))] if fee.benefits != "not_covered" else []
    if fee.protected != "not_covered":
        ways.append((FeeOutcome(fee.protected), state("protected")))
        ways.append((FeeOutcome.TO_BE_CLAIMED, state("protected_to_claim")))
    if fee.admitted_23_2 != "not_covered":
        ways.append((FeeOutcome(fee.admitted_23_2), state("admitted_23_2")))
    return ways


_ORDER = list(FeeOutcome)
