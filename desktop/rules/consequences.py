"""What follows from a title, and what to watch: the rows of the pack that apply to a case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.cases.applications import DecisionKind

from .carriers import ScalarFacts
from .entries import in_force_on
from .packs import Pack
from .rows import Applies, counts
from .tables import Consequence, Severity, Topic, Warning


@dataclass(frozen=True, slots=True)
class ShownConsequence:
    """A consequence; `open` if it is not settled whether it applies to this case."""

    row: Consequence
    open: bool


@dataclass(frozen=True, slots=True)
class ShownWarning:
    """A warning; `open` if it is not settled whether it applies to this case."""

    row: Warning
    open: bool


def consequences_of(pack: Pack, facts: ScalarFacts, title_id: str, on: date) -> tuple[ShownConsequence, ...]:
    """The consequences of a title on a day, by topic and then in the order of the pack."""
    found = []
    for each in pack.tables.consequences:
        if each.row.is_for(title_id) and in_force_on(on, each.row.in_force):
            state = each.applies(facts)
            if state is not Applies.NO:
                found.append(ShownConsequence(each.row, state is Applies.OPEN))
    found.sort(key=lambda shown: _TOPIC_ORDER[shown.row.topic])
    return tuple(found)


def warnings_of(
    pack: Pack, facts: ScalarFacts, title_id: str, decision_kind: DecisionKind | None, on: date
) -> tuple[ShownWarning, ...]:
    """The warnings for a title on a day, the strong ones first."""
    found = []
    for each in pack.tables.warnings:
        if each.row.is_for(title_id) and counts(each.row.decision, decision_kind, each.row.in_force, on):
            state = each.applies(facts)
            if state is not Applies.NO:
                found.append(ShownWarning(each.row, state is Applies.OPEN))
    found.sort(key=lambda shown: (shown.row.severity is not Severity.STRONG, shown.open))
    return tuple(found)


_TOPIC_ORDER = {topic: order for order, topic in enumerate(Topic)}
