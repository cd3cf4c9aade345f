"""What the own cases of a household say of its members on a day.

A title that derives from a relative's title (§ 25a Abs. 2, § 25b Abs. 4, 6) hangs on what that relative holds
on the day, and the relative's own case knows that best. What only the client's case records (custody, school,
when they lived together) stays as recorded.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.cases.casefile import CaseFile, Relative
from desktop.cases.decisions import DatedValue
from desktop.cases.people import FamilyMember
from desktop.cases.periods import PartialDate
from desktop.rules.verdict import Truth

from .basis import Basis
from .course import COURSE, duty_met
from .history import Stay

if TYPE_CHECKING:
    from .view import CaseDay

MEMBERS = "family_members"
_EMPLOYED = "D60d"
"""The one Duldung from which a family title may derive (§ 25b Abs. 6)."""
_NOTHING = "none"


def member_of(relative: Relative, day: CaseDay) -> FamilyMember:
    """A relative as the own case knows them; `day` is that case on the day."""
    case = relative.case
    level = day.fact("german_written").value
    return FamilyMember(
        relation=relative.link.relation,
        birth_date=case.value("birth_date"),
        unmarried=case.value("unmarried"),
        title_id=_title(day),
        german_written=level if isinstance(level, str) and level != _NOTHING else None,
        id_cleared_on=_cleared_on(case.value("identity_status") or ()),
        entered_on=case.value("entry_date"),
        course_duty_met=_course_duty_met(day),
    )


def completed(case: CaseFile, known: Sequence[FamilyMember]) -> CaseFile:
    """The case with what is known of the household put into its answer on the family.

    Without that answer nothing is put anywhere: a few linked persons do not tell that there are no others.
    """
    answer = case.answer(MEMBERS)
    if not answer.known or not known:
        return case
    members: list[FamilyMember] = list(answer.value)
    free = list(range(len(members)))
    for each in known:
        place = _place(each, members, free)
        if place is None:
            members.append(each)
        else:
            free.remove(place)
            members[place] = _together(members[place], each)
    return case.with_fact(MEMBERS, replace(answer, value=tuple(members)))


def _title(day: CaseDay) -> str | None:
    """What the person holds on the day, the newest first; None if the papers leave it open."""
    if day.case.value("status_periods") is None:
        return None
    certain = [each for each in day.history.on(day.on) if _counts(each)]
    perhaps = [each for each in day.history.perhaps_on(day.on) if _counts(each)]
    if {each.code for each in perhaps} != {each.code for each in certain}:
        return None
    newest = max(certain, key=lambda each: each.begun, default=None)
    if newest is None:
        return _NOTHING
    return newest.title_id or newest.code


def _counts(stay: Stay) -> bool:
    return stay.is_title or stay.code == _EMPLOYED


def _course_duty_met(day: CaseDay) -> bool | None:
    """Whether the person owes no integration course any more; None if their case does not say."""
    course = day.case.value(COURSE)
    return None if course is None else {Truth.YES: True, Truth.NO: False}.get(duty_met(course, Basis(day)))


def _cleared_on(findings: Iterable[DatedValue]) -> PartialDate | None:
    """Since when identity is clarified without a later finding against it."""
    since: PartialDate | None = None
    for each in sorted(findings, key=lambda each: each.day):
        if each.value != "cleared":
            since = None
        elif since is None:
            since = each.day
    return since


def _place(known: FamilyMember, members: Sequence[FamilyMember], free: Sequence[int]) -> int | None:
    """Where the answer already names that person: same relation, and days of birth that can be the same."""
    fitting = [number for number in free if members[number].relation == known.relation]
    same = [number for number in fitting if members[number].birth_date == known.birth_date]
    can_be = [number for number in fitting if _can_be(members[number].birth_date, known.birth_date)]
    return next(iter(same or can_be), None)


def _can_be(one: PartialDate | None, other: PartialDate | None) -> bool:
    return one is None or other is None or (one.earliest <= other.latest and other.earliest <= one.latest)


def _together(recorded: FamilyMember, known: FamilyMember) -> FamilyMember:
    """The own case counts for what it knows, the record for everything else."""
    return replace(
        recorded,
        birth_date=known.birth_date or recorded.birth_date,
        unmarried=recorded.unmarried if known.unmarried is None else known.unmarried,
        title_id=recorded.title_id if known.title_id is None else known.title_id,
        german_written=known.german_written or recorded.german_written,
        id_cleared_on=known.id_cleared_on or recorded.id_cleared_on,
        entered_on=known.entered_on or recorded.entered_on,
        course_duty_met=(
            recorded.course_duty_met if known.course_duty_met is None else known.course_duty_met
        ),
    )
