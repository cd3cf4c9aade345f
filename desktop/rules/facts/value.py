"""FactValue: what is known about one fact, with what it rests on; Duration, Band and Note that it may carry.

A value is one of

* `True` / `False` (yes and no facts, judgements), a word (choices, CEFR levels), a number, a `Duration`;
* a `date`, or a `PartialDate` if only month or year is known, or `Never.NONE` (the event did not
  happen);
* a `frozenset` of words, or the tuple of records of a list input;
* a `Band`: two readings of a number or duration;
* `None`: unknown, for the reason in `unknown`.

`disputed` says that the answer depends on an open reading of the law, on an unresolved judgement inside
a computed fact, or that a person marked one of the answers as disputed. A `Band` that carries `unknown`
as well means: what lies between the two readings is a missing answer, not a dispute.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

from desktop.cases.answers import Judgement, Proof, Unknown
from desktop.cases.periods import PartialDate
from desktop.cases.shapes import Never
from desktop.deadlines.spans import Duration

__all__ = ["Band", "Duration", "FactValue", "Note", "Value"]

T = TypeVar("T", int, Decimal, Duration)


@dataclass(frozen=True, slots=True)
class Band(Generic[T]):
    """Two readings: `safe` counts only what is undisputed and known, `longest` what any reading counts."""

    safe: T
    longest: T

    def __post_init__(self) -> None:
        if self.longest < self.safe:
            raise ValueError("the longest reading is shorter than the safe one")

    @property
    def certain(self) -> bool:
        """Whether both readings agree."""
        return self.safe == self.longest


@dataclass(frozen=True, slots=True)
class Note:
    """Something a fact wants to tell. The wording stands in the pack (fact_notes.yaml), `values` fill it."""

    id: str
    values: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(cls, note_id: str, **values: Any) -> Note:
        return cls(note_id, MappingProxyType(values))

    def __hash__(self) -> int:
        return hash((self.id, tuple(sorted(self.values))))


Value: TypeAlias = (
    "bool | str | int | Decimal | date | PartialDate | Never | Duration | Band[Any] | frozenset[str]"
    " | tuple[Any, ...] | None"
)


made = tuple.__new__
"""Makes a named tuple as its own constructor does, without the call between, where there are very many."""


class FactValue(NamedTuple):
    """The value of one fact on one day, and everything needed to explain it.

    `inputs` are the input and judgement ids it was computed from, `ask` those whose answer could settle it,
    `proof` the weakest proof among the answers used (None if none was used).
    """

    value: Value
    disputed: bool = False
    unknown: Unknown | None = None
    proof: Proof | None = None
    inputs: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    judgement: Judgement | None = None

    @property
    def known(self) -> bool:
        """Whether there is a value that nobody and nothing disputes."""
        return self.value is not None and not self.disputed

    def asking(self, *ask: str) -> FactValue:
        """The same with more questions."""
        fresh = tuple(each for each in ask if each not in self.ask)
        return self._replace(ask=self.ask + fresh) if fresh else self
