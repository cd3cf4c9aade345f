"""What follows from a title, and what to watch: the rows of the pack that apply to a case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from desktop.cases.applications import DecisionKind

from .carriers import ScalarFacts, Several
from .conditions import Node
from .entries import in_force_on
from .packs import Pack
from .rows import counts
from .tables import Consequence, Severity, Topic, Warning
from .verdict import BEST, WORST, Verdict


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


S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class _Rows(Generic[S]):
    """The rows for one title and day: their conditions, each once, and what each shows if it applies.

    What is shown for one outcome of the conditions is put together once.
    """

    conditions: Several
    rows: tuple[tuple[Node | None, S, S], ...]
    """Condition, what is shown where it is met, and where that is open."""
    shown: dict[tuple[Verdict, ...], tuple[S, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, rows: Iterable[tuple[Node | None, S, S]]) -> _Rows[S]:
        kept = tuple(rows)
        return cls(Several(each for each, _, _ in kept if each is not None), kept)

    def for_case(self, facts: ScalarFacts) -> tuple[S, ...]:
        outcome = facts.outcome(self.conditions)
        found = self.shown.get(outcome)
        if found is None:
            if len(self.shown) >= _MOST_OUTCOMES:
                self.shown.clear()
            verdicts = dict(zip(self.conditions.conditions, outcome, strict=True))
            found = self.shown[outcome] = tuple(self._shown(verdicts))
        return found

    def _shown(self, verdicts: Mapping[Node, Verdict]) -> Iterator[S]:
        for condition, certain, perhaps in self.rows:
            verdict = BEST if condition is None else verdicts[condition]
            if verdict is not WORST:
                yield certain if verdict is BEST else perhaps


_MOST_OUTCOMES = 500


def consequences_of(pack: Pack, facts: ScalarFacts, title_id: str, on: date) -> tuple[ShownConsequence, ...]:
    """The consequences of a title on a day, by topic and then in the order of the pack."""
    rows = pack.tables.picked(("consequences", title_id, on), lambda: _consequences(pack, title_id, on))
    return rows.for_case(facts)


def warnings_of(
    pack: Pack, facts: ScalarFacts, title_id: str, decision_kind: DecisionKind | None, on: date
) -> tuple[ShownWarning, ...]:
    """The warnings for a title on a day, the strong ones first."""
    rows = pack.tables.picked(
        ("warnings", title_id, decision_kind, on), lambda: _warnings(pack, title_id, decision_kind, on)
    )
    return rows.for_case(facts)


def _consequences(pack: Pack, title_id: str, on: date) -> _Rows[ShownConsequence]:
    rows = [
        each
        for each in pack.tables.consequences
        if each.row.is_for(title_id) and in_force_on(on, each.row.in_force)
    ]
    rows.sort(key=lambda each: _TOPIC_ORDER[each.row.topic])
    return _Rows.of(
        (each.condition, ShownConsequence(each.row, open=False), ShownConsequence(each.row, open=True))
        for each in rows
    )


def _warnings(pack: Pack, title_id: str, decision_kind: DecisionKind | None, on: date) -> _Rows[ShownWarning]:
    rows = [
        each
        for each in pack.tables.warnings
        if each.row.is_for(title_id) and counts(each.row.decision, decision_kind, each.row.in_force, on)
    ]
    return _SortedWarnings.of(
        (each.condition, ShownWarning(each.row, open=False), ShownWarning(each.row, open=True))
        for each in rows
    )


class _SortedWarnings(_Rows[ShownWarning]):
    """The strong ones first, of these and of the others what applies for certain."""

    __slots__ = ()

    def _shown(self, verdicts: Mapping[Node, Verdict]) -> Iterator[ShownWarning]:
        shown = _Rows._shown(self, verdicts)
        yield from sorted(shown, key=lambda each: (each.row.severity is not Severity.STRONG, each.open))


_TOPIC_ORDER = {topic: order for order, topic in enumerate(Topic)}
