"""The decision that is evaluated, and what a fact asks of it.

What a fact asks is remembered: its answer is shared by all titles that answer alike. So a rule that only
compares asks `sought.is_title(...)` or `sought.is_among(...)`, not for `sought.title_id`.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from desktop.cases.applications import DecisionKind


class Sought(NamedTuple):
    """The decision that is evaluated: which title, grant or extension, and the planned day of filing."""

    title_id: str
    decision_kind: DecisionKind
    applied_on: date | None = None


Question = tuple[str, Any]
"""What a fact asked of the decision: a name of `Sought`, or whether the title is this one, or among these."""

Asked = tuple[Question, ...]


class Asking:
    """The decision as a fact sees it; what is asked is remembered.

    The less a rule asks the more titles share its answer: `is_title` where it only compares.
    """

    __slots__ = ("_sought", "asked")

    def __init__(self, sought: Sought) -> None:
        self._sought = sought
        self.asked: dict[Question, None] = {}

    @property
    def title_id(self) -> str:
        self.asked["title_id", None] = None
        return self._sought.title_id

    @property
    def decision_kind(self) -> DecisionKind:
        self.asked["decision_kind", None] = None
        return self._sought.decision_kind

    @property
    def applied_on(self) -> date | None:
        self.asked["applied_on", None] = None
        return self._sought.applied_on

    def is_title(self, title_id: str | None) -> bool:
        """Whether it is about that title."""
        self.asked["is_title", title_id] = None
        return self._sought.title_id == title_id

    def is_among(self, titles: frozenset[str]) -> bool:
        """Whether it is about one of some titles."""
        self.asked["is_among", titles] = None
        return self._sought.title_id in titles


def answers_to(questions: Asked, sought: Sought) -> tuple[Any, ...]:
    """What a decision answers to questions."""
    return tuple(
        [
            sought.title_id == what
            if kind == "is_title"
            else sought.title_id in what
            if kind == "is_among"
            else getattr(sought, kind)
            for kind, what in questions
        ]
    )
