"""Which titles a page tells in full and which it folds together; what decides stays as it is."""

from __future__ import annotations

from collections.abc import Collection
from enum import Enum

from desktop.rules.conditions import Finding, Leaf, Unless
from desktop.rules.results import TitleResult
from desktop.rules.standing import Standing, standing_of
from desktop.rules.verdict import BEST, Verdict


class Told(Enum):
    """How a title is told among all the others."""

    IN_FULL = "in_full"
    WAITING = "waiting"  # facts are missing, and nothing known speaks for it
    CLOSED = "closed"  # not possible
    NO_TEXT = "no_text"  # the pack has no text of that day


def told(result: TitleResult, closest: Collection[str] = ()) -> Told:
    """How loud a title is told; one of the `closest` (held, or asked for in the case) always in full.

    A title of which every condition of its own is met and only a bar stands against it is told in full.
    """
    if result.not_covered is not None:
        return Told.NO_TEXT
    if result.norm.id in closest:
        return Told.IN_FULL
    if result.verdict is Verdict.FACTS_MISSING and not speaks_for(result):
        return Told.WAITING
    if result.verdict is Verdict.NOT_AVAILABLE and result.nearness < 1:
        return Told.CLOSED
    return Told.IN_FULL


def speaks_for(result: TitleResult) -> bool:
    """Whether a condition of the title's own best way is met by what is known; an absent bar is none."""
    if result.winner is None:
        return False
    own = result.winner.finding.parts[: len(result.winner.route.conditions)]
    return any(part.verdict is BEST and _is_met(part) for part in own)


def _is_met(finding: Finding) -> bool:
    node = finding.node
    if isinstance(node, Leaf):
        return not node.cls.is_bar and standing_of(finding) is Standing.MET
    if isinstance(node, Unless):
        return _is_met(finding.parts[0])
    return not getattr(node, "bar", False) and any(
        part.verdict is BEST and _is_met(part) for part in finding.parts
    )
