"""From terms.yaml to the terms: values of the right kind, no two at once, none missing that facts need."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType

from desktop.cases.plaindata import Plain
from desktop.texts import mark

from ..entries import InForce
from ..facts.terms import GROUPS_NEEDED, TERMS_NEEDED
from ..terms import StatusName, Term, Terms, WrittenTerms
from .faults import Faults


def read_terms(written: WrittenTerms, plain: Plain, faults: Faults) -> Terms:
    """The terms; what is wrong with them is told."""
    by_name: dict[str, tuple[Term, ...]] = {}
    for number, term in enumerate(written.terms):
        if not _fits(term):
            faults.add(
                plain,
                ("terms", number, "value"),
                mark("“{file}”, line {line}: “{found}” is no value in {unit}."),
                found=term.value[:40],
                unit=term.unit,
            )
        if any(_overlap(term.in_force, other.in_force) for other in by_name.get(term.id, ())):
            faults.add(
                plain,
                ("terms", number),
                mark("“{file}”, line {line}: “{name}” has two values at the same time."),
                name=term.id,
            )
        by_name[term.id] = (*by_name.get(term.id, ()), term)
    statuses: dict[str, StatusName] = {status.code: status for status in written.statuses}
    groups = {name: frozenset(codes) for name, codes in written.groups.items()}
    for name in sorted(TERMS_NEEDED - by_name.keys()) + sorted(GROUPS_NEEDED - groups.keys()):
        faults.add(plain, (), mark("“{file}” lacks “{name}”, which the program computes with."), name=name)
    return Terms(MappingProxyType(by_name), MappingProxyType(statuses), MappingProxyType(groups))


def _fits(term: Term) -> bool:
    """A day is a day, words are words, everything else is a whole number of its unit."""
    if term.unit == "words":
        return True
    try:
        return bool(date.fromisoformat(term.value)) if term.unit == "day" else int(term.value) >= 0
    except ValueError:
        return False


def _overlap(one: InForce | None, other: InForce | None) -> bool:
    if one is None or other is None:
        return True
    earlier, later = sorted((one, other), key=lambda each: each.since)
    return earlier.until is None or earlier.until > later.since
