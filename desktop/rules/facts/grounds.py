"""Whether the ground on which a title rests is still there (§ 26 Abs. 2)."""

from __future__ import annotations

from desktop.cases.decisions import Obstacle
from desktop.rules.verdict import Truth

from . import truths
from .basis import Basis, fact
from .conduct import OBSTACLES, stands
from .value import FactValue, Note


@fact
def stay_ground_ceased(seen: Basis) -> FactValue:
    """Whether the reason for the stay has fallen away by the day: the treatment over, the exam passed."""
    ended = seen.value("stay_ground_ended_on")
    if ended is None:
        return seen.unknown()
    return seen.truth(truths.of(truths.by(ended, seen.on)))


@fact
def obstacles_ceased(seen: Basis) -> FactValue:
    """Whether every obstacle to departure has fallen away by the day.

    One that was expected to end before the day and of which nobody recorded the end is an open question.
    """
    obstacles: tuple[Obstacle, ...] | None = seen.value(OBSTACLES)
    if obstacles is None:
        return seen.unknown()
    gone = truths.all_of(_gone(each, seen) for each in obstacles)
    overdue = any(_overdue(each, seen) for each in obstacles)
    notes = (Note.of("obstacle_end_overdue"),) if overdue else ()
    return seen.unknown(OBSTACLES, notes=notes) if gone is Truth.UNKNOWN else seen.truth(gone)


def _gone(obstacle: Obstacle, seen: Basis) -> Truth:
    there = stands(obstacle, seen)
    if there is Truth.YES and _overdue(obstacle, seen):
        return Truth.UNKNOWN
    return {Truth.YES: Truth.NO, Truth.NO: Truth.YES}.get(there, there)


def _overdue(obstacle: Obstacle, seen: Basis) -> bool:
    expected = obstacle.expected_end
    return obstacle.ended_on is None and expected is not None and truths.by(expected, seen.on) is True
