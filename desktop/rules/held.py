"""What follows from the status a person holds today, beside the titles that may come: a Duldung above all.

Its rows stand in the same tables as those of the titles, keyed by status codes (`rows.StatusRow`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from .carriers import ScalarFacts
from .consequences import ShownConsequence, ShownWarning
from .entries import in_force_on
from .packs import Pack
from .rows import Applies, Conditional, StatusRow
from .tables import Severity, Topic

STATUS_HELD = "status_held"
"""The fact that names the codes."""

_TOPICS = tuple(Topic)

R = TypeVar("R", bound=StatusRow)


@dataclass(frozen=True, slots=True)
class HeldStatus:
    """The statuses held on the day that the pack has rows for, in the order of its list; none is usual.

    `open`: what is held is not known for certain, so everything here only may apply.
    """

    codes: tuple[str, ...] = ()
    open: bool = False
    warnings: tuple[ShownWarning, ...] = ()
    consequences: tuple[ShownConsequence, ...] = ()

    @property
    def shown(self) -> bool:
        """Whether there is anything to say."""
        return bool(self.warnings or self.consequences)


NOTHING_HELD = HeldStatus()
"""No status that the pack has rows for."""


def held_status(pack: Pack, facts: ScalarFacts, on: date) -> HeldStatus:
    """What the status of the day brings and what to watch."""
    if STATUS_HELD not in pack.vocabulary:
        return NOTHING_HELD
    held = facts.fact(STATUS_HELD)
    found = held.value if isinstance(held.value, frozenset) else frozenset()
    codes = tuple(code for code in pack.terms.statuses if code in found)
    is_open = held.value is None or held.disputed
    if not codes:
        return HeldStatus(open=is_open)
    warnings = [
        ShownWarning(row, is_open or perhaps)
        for row, perhaps in _rows(pack, "warnings", pack.tables.warnings, facts, codes, on)
    ]
    consequences = [
        ShownConsequence(row, is_open or perhaps)
        for row, perhaps in _rows(pack, "consequences", pack.tables.consequences, facts, codes, on)
    ]
    warnings.sort(key=lambda shown: (shown.row.severity is not Severity.STRONG, shown.open))
    consequences.sort(key=lambda shown: _TOPICS.index(shown.row.topic))
    return HeldStatus(codes, is_open, tuple(warnings), tuple(consequences))


def _rows(
    pack: Pack,
    name: str,
    table: Iterable[Conditional[R]],
    facts: ScalarFacts,
    codes: Iterable[str],
    on: date,
) -> Iterable[tuple[R, bool]]:
    """The rows for any of the codes in force on the day, and whether it is open that they apply."""
    held = frozenset(codes)
    for each, about in pack.tables.picked(("held", name, on), lambda: _in_force(pack, table, on)):
        if held.isdisjoint(about):
            continue
        state = each.applies(facts)
        if state is not Applies.NO:
            yield each.row, state is Applies.OPEN


def _in_force(
    pack: Pack, table: Iterable[Conditional[R]], on: date
) -> tuple[tuple[Conditional[R], frozenset[str]], ...]:
    """The rows about a status that are in force on the day, each with its codes."""
    rows = [(each, _codes(pack, each.row)) for each in table]
    return tuple(
        [
            (each, codes)
            for each, codes in rows
            if codes and in_force_on(on, getattr(each.row, "in_force", None))
        ]
    )


def _codes(pack: Pack, row: StatusRow) -> frozenset[str]:
    """The codes of a row, those of its groups included."""
    if not row.statuses:
        return frozenset()
    groups = pack.terms.groups
    return frozenset(code for name in row.statuses for code in groups.get(name, frozenset((name,))))
