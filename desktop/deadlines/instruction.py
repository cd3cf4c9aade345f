"""What the printed instruction says, held against the table: what to plan with, and what else stands open.

The printed period is the default. Where it differs from the table the shorter one counts and a lawyer must
look at it today; a longer one, and what a missing instruction leaves open, is information only.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import Enum

from ..cases.letters import DecisionLetter, Instruction
from ..texts import mark
from .arithmetic import Length, Unit
from .derivation import Step, step
from .remedy_table import Act, LandObjection


class Fit(Enum):
    """How the instruction fits the row."""

    SAME = "same"
    SHORTER = "shorter"
    LONGER = "longer"
    OTHER_REMEDY = "other_remedy"
    NO_PERIOD = "no_period"  # said to be complete, but its period is not noted
    INCOMPLETE = "incomplete"
    MISSING = "missing"
    DENIES = "denies"


@dataclass(frozen=True, slots=True)
class Printed:
    """What the instruction prints, for one act of the row. `length` None: no period is noted."""

    act: Act | None  # the act of the row that it speaks of; None if the row has no such act
    named: Act | None  # the remedy as it names it
    length: Length | None
    instruction: Instruction
    other_remedy: bool
    adds: Act | None = None  # interim relief that the row does not have, with its printed period

    def as_named(self, act: Act) -> Act:
        """Objection or action, where the instruction says which it is and nothing speaks against it."""
        if act is Act.EITHER and not self.other_remedy and self.named in (Act.OBJECTION, Act.ACTION):
            return self.named
        return act

    @property
    def beside(self) -> Fit | None:
        """How it bears on the acts of which it does not speak: only a gap in the instruction matters."""
        gaps = {Instruction.MISSING: Fit.MISSING, Instruction.INCOMPLETE: Fit.INCOMPLETE}
        return gaps.get(self.instruction)

    def fit(self, printed: date | None, shortest: date, regular: date) -> Fit:
        """How it fits, by the ends (not rolled over) of the printed and of the row's periods."""
        if self.instruction is Instruction.MISSING:
            return Fit.MISSING
        if self.instruction is Instruction.DENIES:
            return Fit.DENIES
        if self.other_remedy:
            return Fit.OTHER_REMEDY
        if self.instruction is Instruction.INCOMPLETE:
            return Fit.INCOMPLETE
        if printed is None:
            return Fit.NO_PERIOD
        if printed in (shortest, regular):
            return Fit.SAME
        return Fit.SHORTER if printed < regular else Fit.LONGER


_LONGEST = 999
"""A number beyond it is no printed period; it counts as not noted, and the row's own period is planned."""
_NAMED = {"objection": Act.OBJECTION, "action": Act.ACTION, "interim_relief": Act.INTERIM}
_MAIN = (
    Act.ACTION,
    Act.OBJECTION,
    Act.EITHER,
    Act.LEAVE,
    Act.HEARING,
    Act.INTERIM,
    Act.DEPARTURE,
)


def printed(letter: DecisionLetter, acts: Collection[Act], land: LandObjection | None) -> Printed:
    """Which act of a row the instruction speaks of, and whether it names a remedy the row does not have."""
    named = _NAMED.get(letter.remedy)
    main = next((act for act in _MAIN if act in acts), None)
    either = Act.EITHER in acts and named in (Act.OBJECTION, Act.ACTION)
    if named is None:
        act, other = main, False
    elif named in acts:
        act, other = named, False
    elif either:
        act, other = Act.EITHER, _against_the_land(named, land)
    else:
        act, other = main, bool(acts)
    speaks = letter.instruction in (Instruction.COMPLETE, Instruction.INCOMPLETE)
    length = None
    if speaks and letter.period is not None and 0 < letter.period <= _LONGEST:
        length = Length(letter.period, Unit(letter.unit))
    adds = Act.INTERIM if other and speaks and named is Act.INTERIM and length is not None else None
    return Printed(act, named, length, letter.instruction, other and speaks, adds)


def _against_the_land(named: Act | None, land: LandObjection | None) -> bool:
    """Whether the instruction names the other remedy than the one usual in the Land."""
    if land is None:
        return False
    return (named is Act.ACTION and land.kept == "yes") or (named is Act.OBJECTION and land.kept == "no")


MESSAGES = {
    Fit.SHORTER: mark(
        "The instruction prints a shorter period than the table has: it may be wrong. "
        "Act by the shorter date; a lawyer must look at it today."
    ),
    Fit.LONGER: mark(
        "The instruction prints a longer period than the table has. Act by the shorter date; "
        "a lawyer must look at it today."
    ),
    Fit.OTHER_REMEDY: mark(
        "The instruction names another remedy than the table. Act by the shortest period of both; a lawyer "
        "must decide today which remedy it is, perhaps both."
    ),
    Fit.NO_PERIOD: mark("The printed period is not noted: read the instruction and enter it."),
    Fit.INCOMPLETE: mark(
        "The instruction is incomplete. Do not argue with the gap: act by the short date; "
        "a lawyer must look at it today."
    ),
    Fit.MISSING: mark(
        "There is no instruction. Do not argue with the gap: act by the short date; "
        "a lawyer must look at it today."
    ),
    Fit.DENIES: mark(
        "The instruction says that there is no remedy. Act by the short date; a lawyer must look at it today."
    ),
}
"""What to say to each fit; nothing where the printed and the regular period agree."""

OPEN_LIMIT = frozenset({Fit.INCOMPLETE, Fit.MISSING, Fit.OTHER_REMEDY})
"""Fits that leave the longer limit of a missing or incorrect instruction open."""


def message(fit: Fit, law: str) -> tuple[Step, ...]:
    """The sentence about a fit, if there is one. `law` as in the table."""
    if law == "social":
        cite = "§ 66 SGG"
    else:
        cite = "§ 58 Abs. 2 VwGO" if fit is Fit.DENIES else "§ 58 Abs. 1, 2 VwGO"
    return (step(MESSAGES[fit], cite),) if fit in MESSAGES else ()
