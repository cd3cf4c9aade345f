"""A row of a table: for which titles, decisions and days it is meant, and under which condition it applies.

Its `if` is a condition like any other. Met means the row applies, not met that it does not, and anything
between that it is open whether it applies.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Generic, TypeVar

from pydantic import Field

from desktop.cases.applications import DecisionKind

from .carriers import ScalarFacts
from .conditions import Node
from .entries import Decision, Entry, InForce, Name, Titles, in_force_on
from .reading.written import WrittenCondition
from .verdict import BEST, WORST


class Applies(Enum):
    """Whether a row of a table applies to a case."""

    YES = "yes"
    NO = "no"
    OPEN = "open"


def applies(condition: Node | None, facts: ScalarFacts) -> Applies:
    """Whether something with this condition applies."""
    if condition is None:
        return Applies.YES
    verdict = facts.verdict(condition)
    return Applies.YES if verdict is BEST else Applies.NO if verdict is WORST else Applies.OPEN


class ForTitles(Entry):
    """A row that is about some titles, or about all."""

    titles: Titles = "all"

    def is_for(self, title_id: str) -> bool:
        return self.titles == "all" or title_id in self.titles


class Row(ForTitles):
    """A row that may have a condition."""

    if_: WrittenCondition | None = Field(default=None, alias="if")


class StatusRow(Row):
    """A row that may be about what a person holds today instead of about a title.

    `statuses` names status codes or groups of them; such a row is about titles only if it names them.
    """

    statuses: tuple[Name, ...] = ()

    def is_for(self, title_id: str) -> bool:
        return not (self.statuses and self.titles == "all") and ForTitles.is_for(self, title_id)


R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class Conditional(Generic[R]):
    """A row with its condition, built."""

    row: R
    condition: Node | None

    def applies(self, facts: ScalarFacts) -> Applies:
        return applies(self.condition, facts)


def counts(
    decision: Decision | None, decision_kind: DecisionKind | None, in_force: InForce | None, on: date
) -> bool:
    """Whether a row is meant for the kind of decision and in force on the day."""
    meant = decision is None or decision_kind is None or DecisionKind(decision) is decision_kind
    return meant and in_force_on(on, in_force)
