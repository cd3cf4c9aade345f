"""What the tree of verdicts shows, line by line. No Qt.

A title is a line; opened, its parts are the way to it, every condition with how it stands, what follows, and
what pages of authorities say. A line that a person can act on carries what it is about (`act`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.cases.applications import DecisionKind
from desktop.texts import mark
from desktop.ui.kit.signs import Sign

if TYPE_CHECKING:
    from desktop.rules.conditions import Finding


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


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `key` keeps its identity when the verdicts move; `head` is bold, `word` names the sign.

    `detail` is a second, quieter text; `cite` stands on the right. `lazy`: parts come when it is opened.
    """

    key: str
    text: str
    sign: Sign | None = None
    head: str = ""
    word: str = ""
    detail: str = ""
    cite: str = ""
    parts: tuple[Line, ...] = ()
    open: bool = False
    lazy: bool = False
    deciding: bool = False
    act: Act | None = None
    level: str = "text"  # title, group or text

    def all(self) -> Iterator[Line]:
        """This line and every one inside."""
        yield self
        for part in self.parts:
            yield from part.all()


STANDING_SIGNS = {
    "met": Sign("check", "entitled", mark("met")),
    "not_met": Sign("verdict_not_available", "not_available", mark("not met")),
    "open": Sign("verdict_facts_missing", "facts_missing", mark("open")),
    "not_judged": Sign("verdict_assessment", "assessment", mark("not judged yet")),
    "disputed": Sign("verdict_discretion", "discretion", mark("legally disputed")),
    "not_required": Sign("info", "muted", mark("not required")),
}
"""By the value of `rules.standing.Standing`."""

BAR_WORDS = {"met": mark("not present"), "not_met": mark("present")}
"""A bar is described by what stands against the title: absent is good."""

WARNING_SIGNS = {
    "strong": Sign("urgency_overdue", "overdue", mark("warning")),
    "note": Sign("urgency_soon", "soon", mark("note")),
}
CLAIM_SIGNS = {
    "correct": Sign("check", "entitled", mark("correct")),
    "imprecise": Sign("info", "soon", mark("imprecise")),
    "incomplete": Sign("info", "soon", mark("incomplete")),
    "outdated": Sign("urgency_soon", "overdue", mark("outdated")),
    "wrong": Sign("verdict_not_available", "overdue", mark("wrong")),
    "local_practice": Sign("info", "later", mark("local practice")),
}

_FIRST = {"not_met": 0, "open": 1, "not_judged": 2, "disputed": 3, "met": 4, "not_required": 5}


def standing(finding: Finding) -> str:
    """How a condition or a group of conditions stands; a group as its worst deciding part."""
    from desktop.rules.standing import standing_of

    if not finding.parts:
        return str(standing_of(finding).value) if _is_single(finding) else "met"
    if finding.verdict.value == "entitlement_indicated":
        stands = {standing(part) for part in finding.parts}
        return "not_required" if stands == {"not_required"} else "met"
    deciding = [standing(part) for part in finding.parts if part.verdict is finding.verdict]
    return min(deciding, key=_FIRST.__getitem__, default="open")


def _is_single(finding: Finding) -> bool:
    from desktop.rules.conditions import Fixed, Leaf

    return isinstance(finding.node, Leaf | Fixed)


def worst_first(lines: Iterator[tuple[str, Line]]) -> list[Line]:
    """Conditions that stand worst first; those the law does not require last."""
    return [line for _, line in sorted(lines, key=lambda pair: _FIRST[pair[0]])]


def shortened(texts: list[str], more: str, most: int = 3) -> str:
    """At most some texts, and how many more there are (`more` with {count})."""
    shown = "; ".join(texts[:most])
    left = len(texts) - most
    return shown if left <= 0 else f"{shown}; {more.format(count=left)}"


def group(key: str, title: str, parts: tuple[Line, ...]) -> Line:
    """Lines folded together under a title with their number."""
    return Line(key, f"{title} ({len(parts)})", parts=parts, level="group")


def section(cite: str) -> str:
    """A citation without the name of the act, which is the same nearly everywhere."""
    return cite.removesuffix(" AufenthG")
