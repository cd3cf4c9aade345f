"""Victims of trafficking or of illegal employment as witnesses (§ 25 Abs. 4a, 4b, § 52 Abs. 5)."""

from __future__ import annotations

from collections.abc import Callable

from desktop.cases.decisions import ProsecutorStatement

from . import truths
from .basis import Basis, fact
from .value import FactValue, Note

STATEMENTS = "prosecutor_statements"


@fact
def presence_considered_appropriate(seen: Basis) -> FactValue:
    """What the prosecutor or the criminal court said last by the day about presence for the proceedings.

    Before there is a statement the answer is open: the office has to ask them (§ 72 Abs. 6).
    """
    if seen.value(STATEMENTS) is None:
        return seen.unknown()
    found = _newest(seen, lambda each: each.presence_appropriate)
    if not found:
        return seen.unknown(STATEMENTS, notes=(Note.of("no_prosecutor_statement"),))
    said = found.pop()
    return seen.unknown(STATEMENTS) if found or said is None else seen.known(said)


@fact
def victim_statements_doubted(seen: Basis) -> FactValue:
    """Whether prosecutor or court last held the person's statements to be false (§ 52 Abs. 5 S. 1 Nr. 2).

    That is a communication of theirs: a statement that says nothing of it does not say it.
    """
    if seen.value(STATEMENTS) is None:
        return seen.unknown()
    found = _newest(seen, lambda each: each.statements_false is True)
    if len(found) > 1:
        return seen.unknown(STATEMENTS)
    return seen.known(found == {True})


def _newest(seen: Basis, says: Callable[[ProsecutorStatement], bool | None]) -> set[bool | None]:
    """What the newest statement made by the day says; several answers if it is open which is the newest."""
    statements: tuple[ProsecutorStatement, ...] = seen.value(STATEMENTS)
    made = [each for each in statements if truths.by(each.day, seen.on)]
    perhaps = [each for each in statements if truths.by(each.day, seen.on) is None]
    floor = max((each.day.earliest for each in made), default=None)
    newest = {says(each) for each in made if floor is not None and each.day.latest >= floor}
    if perhaps and not made:
        newest.add(None)
    return newest | {says(each) for each in perhaps}


@fact
def criminal_proceedings_over(seen: Basis) -> FactValue:
    """Whether the criminal proceedings have ended by the day."""
    ended = seen.value("criminal_proceedings_ended_on")
    if ended is None:
        return seen.unknown()
    return seen.truth(truths.of(truths.by(ended, seen.on)))
