"""What else § 60d Abs. 1 asks of the person and of a spouse or partner: entry, identity, course, German.

A spouse or partner counts while both live in one household. Days and numbers come from the pack, dated; the
last day of a period is in time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from desktop.cases.decisions import CourseRecord
from desktop.cases.people import FamilyMember
from desktop.cases.periods import PartialDate
from desktop.rules.comparison import LEVELS
from desktop.rules.verdict import Truth

from . import truths
from .basis import Basis, fact
from .course import COURSE, duty_met
from .duldung import D60D, began_60d
from .family import MEMBERS, partners, together
from .history import History
from .identity_deadline import Deadlines, own_identity
from .living_60d import applied_60d
from .value import FactValue, Note

ENTRY = "entry_date"


@fact
def entered_before_60d_cutoff(seen: Basis) -> FactValue:
    """Whether the person, and a spouse or partner in the household, entered by the day of § 60d Abs. 1."""
    entered: PartialDate | None = seen.value(ENTRY)
    last = seen.terms.day("s60d_entry_until")
    own = truths.of(truths.by(entered, last))
    return _answer(seen, own, lambda each: truths.of(truths.by(each.entered_on, last)))


@fact
def identity_deadline_60d_met(seen: Basis) -> FactValue:
    """Whether the identities were clarified within the periods of § 60d Abs. 1 Nr. 1.

    Clarified later, the period is kept if every reasonable step was taken in time: that is for a person to
    judge, and so is whether the discretion of Abs. 4 is enough where nothing is clarified. Both leave the
    answer disputed.
    """
    history = seen.history()
    entered: PartialDate | None = seen.value(ENTRY)
    if history is None:
        return seen.unknown()
    deadlines = Deadlines(seen.terms, _applied(seen, history))
    own = own_identity(seen, deadlines, entered)

    def of_partner(each: FamilyMember) -> Truth:
        if each.id_cleared_on is None:
            return Truth.UNKNOWN
        in_time = deadlines.kept(each.id_cleared_on, each.entered_on)
        return Truth.DISPUTED if in_time is Truth.NO else in_time

    return _answer(seen, own, of_partner)


def _applied(seen: Basis, history: History) -> date:
    """When the Duldung for employment was applied for; else when it began; else the day of the evaluation."""
    bridge = seen.terms.number("arguable_gap_days")
    return applied_60d(seen) or began_60d(history, seen.on, bridge) or seen.on


@fact
def obligatory_course_done_or_excused(seen: Basis) -> FactValue:
    """Whether an integration course that was a duty was passed or broken off without fault (Nr. 11)."""
    course: CourseRecord | None = seen.value(COURSE)
    own = Truth.UNKNOWN if course is None else duty_met(course, seen)
    return _answer(seen, own, lambda each: truths.of(each.course_duty_met))


@fact
def integration_course_was_possible(seen: Basis) -> FactValue:
    """Whether an integration course could be attended while the Duldung for employment ran (§ 25b Abs. 6).

    Its holders may be admitted within the free places (§ 44 Abs. 4 S. 2 Nr. 2). Where no place was offered,
    it is open whether that already was a possibility.
    """
    course: CourseRecord | None = seen.value(COURSE)
    if course is not None and (course.offered or course.started is not None or course.passed_on is not None):
        return seen.known(True)
    history = seen.history()
    if history is None:
        return seen.unknown()
    held = any(stay.code == D60D and stay.longest.start < seen.on for stay in history)
    if course is None or course.offered is None:
        return seen.known(True) if held else seen.unknown(COURSE)
    return seen.disputed(None, Note.of("course_places_scarce")) if held else seen.known(False)


@fact
def spouse_german_written(seen: Basis) -> FactValue:
    """The written German of the spouse or partner (§ 25b Abs. 6); none where there is neither."""
    members: tuple[FamilyMember, ...] | None = seen.value(MEMBERS)
    if members is None:
        return seen.unknown()
    here = [each for each in partners(members) if together(each, seen) is not Truth.NO]
    levels = [each.german_written for each in here if each.german_written is not None]
    if here and not levels:
        return seen.unknown(MEMBERS)
    return seen.known(max(levels, key=LEVELS.index, default=LEVELS[0]))


def _answer(seen: Basis, own: Truth, of_partner: Callable[[FamilyMember], Truth]) -> FactValue:
    """The person's answer together with that of every spouse or partner in the household."""
    members: tuple[FamilyMember, ...] | None = seen.value(MEMBERS)
    theirs = Truth.UNKNOWN if members is None else _partners(members, seen, of_partner)
    found = truths.all_of((own, theirs))
    if found is not Truth.UNKNOWN:
        return seen.truth(found)
    return seen.unknown(*(seen.missing or ((MEMBERS,) if own is not Truth.UNKNOWN else tuple(_asked(seen)))))


def _asked(seen: Basis) -> Iterable[str]:
    """What the person's own answer hangs on, for want of anything that is plainly missing."""
    return (name for name in (ENTRY, COURSE, "identity_status") if name in seen.inputs)


def _partners(
    members: Iterable[FamilyMember], seen: Basis, of_partner: Callable[[FamilyMember], Truth]
) -> Truth:
    """Everyone meets it; who perhaps lives elsewhere can only leave it open."""
    met = []
    for each in partners(members):
        here = together(each, seen)
        if here is not Truth.NO:
            answer = of_partner(each)
            met.append(Truth.UNKNOWN if here is not Truth.YES and answer is Truth.NO else answer)
    return truths.all_of(met)
