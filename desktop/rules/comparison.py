"""The test of a leaf: what a fact's value is compared with, and whether that holds."""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from typing import Any

from desktop.cases.shapes import Never

from .facts.value import Band, Duration, FactValue
from .verdict import Truth

LEVELS = ("none", "A1", "A2", "B1", "B2", "C1", "C2")
"""CEFR levels in order; `none` is a proof of nothing."""

_LEVEL_RANK = {level: rank for rank, level in enumerate(LEVELS)}


class Kind(Enum):
    """The tests a rule file may write. The values are its keys."""

    IS = "is"
    IN = "in"
    NOT_IN = "not_in"
    KNOWN = "known"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"


_ORDERED: dict[Kind, Callable[[Any, Any], bool]] = {
    Kind.AT_LEAST: operator.ge,
    Kind.MORE_THAN: operator.gt,
    Kind.AT_MOST: operator.le,
    Kind.LESS_THAN: operator.lt,
}


class Reading(Enum):
    """Which reading of a band counts; both unless a rule file names one."""

    BOTH = "both"
    SAFE = "safe"
    LONGEST = "longest"


Operand = bool | str | int | Decimal | Duration | frozenset[str]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A test with its operand. Durations are compared in complete months and days, levels by their order."""

    kind: Kind
    operand: Operand
    reading: Reading = Reading.BOTH
    holds: Callable[[Any], bool] = field(init=False, repr=False, compare=False)
    """Whether the test holds for a certain value."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "holds", _made(self.kind, self.operand))

    @property
    def ordered(self) -> bool:
        """Whether it asks for more or less of something."""
        return self.kind in _ORDERED

    def truth(self, value: FactValue) -> Truth:
        """Whether the test holds. Disputed and unknown stay what they are, in a negative test too."""
        if value.disputed:
            return Truth.DISPUTED
        plain = value.value
        if plain is None:
            return Truth.UNKNOWN
        if isinstance(plain, Band):
            return self._of_band(plain, value)
        return Truth.YES if self.holds(plain) else Truth.NO

    def _of_band(self, band: Band[Any], value: FactValue) -> Truth:
        if self.reading is Reading.SAFE:
            return Truth.YES if self.holds(band.safe) else Truth.NO
        if self.reading is Reading.LONGEST:
            return Truth.YES if self.holds(band.longest) else Truth.NO
        safe, longest = self.holds(band.safe), self.holds(band.longest)
        if safe is longest:
            return Truth.YES if safe else Truth.NO
        return Truth.DISPUTED if value.unknown is None else Truth.UNKNOWN

    def __str__(self) -> str:
        """As the rule file writes it."""
        operand = self.operand
        match operand:
            case bool():
                shown = "yes" if operand else "no"
            case frozenset():
                shown = "[" + ", ".join(sorted(operand)) + "]"
            case Duration():
                shown = str(operand.months)
            case _:
                shown = str(operand)
        return f"{self.kind.value}: {shown}"


def higher(answer: Any, now: Any) -> bool:
    """Whether a number, duration or level lies above another one (above the safe reading of a band)."""
    return bool(_comparable(answer) > _comparable(now.safe if isinstance(now, Band) else now))


def _made(kind: Kind, operand: Any) -> Callable[[Any], bool]:
    match kind:
        case Kind.KNOWN:
            return lambda plain: (plain is not Never.NONE) is operand
        case Kind.IS if isinstance(operand, bool):
            return lambda plain: bool(plain == operand)
        case Kind.IS:
            return lambda plain: operand in plain if isinstance(plain, frozenset) else bool(plain == operand)
        case Kind.IN:
            return lambda plain: not operand.isdisjoint(_words(plain))
        case Kind.NOT_IN:
            return lambda plain: bool(operand.isdisjoint(_words(plain)))
    compare, edge = _ORDERED[kind], _comparable(operand)
    return lambda plain: compare(_comparable(plain), edge)


def _words(value: Any) -> Any:
    return value if isinstance(value, frozenset) else (value,)


def _comparable(value: Any) -> Any:
    return _LEVEL_RANK[value] if isinstance(value, str) else value
