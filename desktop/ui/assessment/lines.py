"""What the tree of verdicts shows, line by line. No Qt.

A title is a line; opened, its parts are the way to it, every condition with how it stands, what follows, and
what pages of authorities say. A line that a person can act on carries what it is about (`act`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.cases.applications import DecisionKind
from desktop.rules.conditions import Finding, Fixed, Leaf
from desktop.rules.standing import Standing, standing_of
from desktop.rules.verdict import BEST
from desktop.services.words.topics import CLAIM_WORDS
from desktop.texts import mark
from desktop.ui.kit.outline.line import Line
from desktop.ui.kit.signs import STANDINGS_WORST_FIRST, Sign


@dataclass(frozen=True, slots=True)
class Judge:
    """A judgement that is made in this line."""

    name: str


@dataclass(frozen=True, slots=True)
class Waive:
    """A rule condition that a person may find not to stand in the way of this case."""

    leaf: str
    waived: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Decide:
    """Whether a grant or an extension is looked at."""

    title: str
    kind: DecisionKind


Act = Judge | Waive | Decide


WARNING_SIGNS = {
    "strong": Sign("urgency_overdue", "overdue", mark("warning")),
    "note": Sign("urgency_soon", "soon", mark("note")),
}
_CLAIMS = (
    ("correct", "check", "entitled"),
    ("imprecise", "info", "soon"),
    ("incomplete", "info", "soon"),
    ("outdated", "urgency_soon", "overdue"),
    ("wrong", "verdict_not_available", "overdue"),
    ("local_practice", "info", "later"),
)
CLAIM_SIGNS = {each: Sign(icon, token, CLAIM_WORDS[each]) for each, icon, token in _CLAIMS}
"""By the verdict on what a page of an authority says."""


def standing(finding: Finding) -> Standing:
    """How a condition or a group of conditions stands; a group as its worst deciding part."""
    if not finding.parts:
        return standing_of(finding) if isinstance(finding.node, Fixed | Leaf) else Standing.MET
    if finding.verdict is BEST:
        stands = {standing(part) for part in finding.parts}
        return Standing.NOT_REQUIRED if stands == {Standing.NOT_REQUIRED} else Standing.MET
    deciding = [standing(part) for part in finding.parts if part.verdict is finding.verdict]
    return min(deciding, key=STANDINGS_WORST_FIRST.index, default=Standing.OPEN)


def worst_first(lines: Iterator[tuple[Standing, Line]]) -> list[Line]:
    """Conditions that stand worst first; those the law does not require last."""
    return [line for _, line in sorted(lines, key=lambda pair: STANDINGS_WORST_FIRST.index(pair[0]))]


def shortened(texts: list[str], more: str, most: int = 3) -> str:
    """At most some texts, and how many more there are (`more` with {count})."""
    shown = "; ".join(texts[:most])
    left = len(texts) - most
    return shown if left <= 0 else f"{shown}; {more.format(count=left)}"
