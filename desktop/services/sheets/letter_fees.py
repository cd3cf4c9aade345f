"""Which norms make a fee free in this case, and which let the authority waive it."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.rules.fees import FeeLine, FeeOutcome
from desktop.rules.rows import Applies, applies

from .checklists import fee_sheet
from .ground import Ground

_FREE_BY = {
    "benefits": "benefits",
    "protected": "protected",
    "protected_to_claim": "protected",
    "admitted_23_2": "admitted_23_2",
}
"""Relief of the fee table, and the column of a fee that says what it does to it."""
_RECOGNISED = ("protection_status",)
_SHOWN_BY = {
    "benefits": ("receives_benefits", "benefit_periods"),
    "protected": _RECOGNISED,
    "protected_to_claim": _RECOGNISED,
    "admitted_23_2": ("admission_basis",),
}
"""The facts that prove a relief."""
FREE = {FeeOutcome.EXEMPT, FeeOutcome.TO_BE_CLAIMED}
_FREE_WORDS = {outcome.value for outcome in FREE}
_RELIEVED = {*FREE, FeeOutcome.DISCRETIONARY}


def decision_lines(ground: Ground) -> list[FeeLine]:
    """The fees for the decision itself (the first group); what is free for everybody needs no claim."""
    return [line for group in fee_sheet(ground).groups[:1] for line in group.lines if line.amount]


def fee_cites(ground: Ground, lines: Iterable[FeeLine]) -> tuple[str, str]:
    """The norms by which no fee may be charged, and by which it may be waived; empty where there is none."""
    found = list(lines)
    outcomes = {line.outcome for line in found}
    if not outcomes & _RELIEVED:
        return "", ""
    return exempt_cite(ground, found), ("" if outcomes == {FeeOutcome.EXEMPT} else waiver_cite(ground))


def waiver_cite(ground: Ground) -> str:
    """The norms by which the authority may waive or reduce any fee."""
    waiver = ground.reference.pack.tables.fee_waiver
    return waiver.cite if waiver is not None else ""


def exempt_cite(ground: Ground, lines: Iterable[FeeLine]) -> str:
    """The norms of the reliefs that make one of these fees free in this case."""
    relief = ground.reference.pack.tables.fee_relief
    cites = [getattr(relief[column], "cite", "") for column in _columns(ground, lines)]
    return joined_cites(dict.fromkeys(filter(None, cites)))


def joined_cites(cites: Iterable[str]) -> str:
    """Several citations as one: an act that some in a row share is named after the last of them."""
    found = [each.rpartition(" ") for each in cites]
    return ", ".join(
        section if act and number + 1 < len(found) and found[number + 1][2] == act else f"{section}{gap}{act}"
        for number, (section, gap, act) in enumerate(found)
    )


def free_as_protected(ground: Ground, lines: Iterable[FeeLine]) -> bool:
    """Whether one of these fees is free because the Federal Office recognised the client."""
    return any(_SHOWN_BY[column] == _RECOGNISED for column in _columns(ground, lines))


def proof_of_relief(ground: Ground, lines: Iterable[FeeLine]) -> tuple[str, ...]:
    """The facts that prove the reliefs that make one of these fees free in this case."""
    return tuple(fact for column in _columns(ground, lines) for fact in _SHOWN_BY[column])


def _columns(ground: Ground, lines: Iterable[FeeLine]) -> list[str]:
    """The reliefs that apply to the case and make one of these fees free."""
    found = list(lines)
    relief = ground.reference.pack.tables.fee_relief
    return [
        column
        for column, kinds in _FREE_BY.items()
        if column in relief
        and applies(relief[column], ground.facts) is Applies.YES
        and any(getattr(line.fee, kinds) in _FREE_WORDS for line in found)
    ]
