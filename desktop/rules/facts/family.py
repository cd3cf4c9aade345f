"""Children, spouse and the dates of family reunification."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from desktop.cases.people import FamilyMember
from desktop.cases.periods import PartialDate
from desktop.cases.shapes import Never
from desktop.deadlines.arithmetic import add_months
from desktop.rules.verdict import Truth

from . import truths
from .basis import Basis, fact
from .issue import issued
from .person import age_on
from .value import FactValue

MEMBERS = "family_members"
_SATURDAY, _SUNDAY = 5, 6
_HOLIDAYS_AT_MOST = timedelta(4)
"""No row of holidays and weekend days is longer."""


@fact
def lives_with_minor_unmarried_child(seen: Basis) -> FactValue:
    """Whether a minor unmarried child lives in the same household on the day (§ 25b Abs. 1 S. 2 Nr. 1)."""
    members: tuple[FamilyMember, ...] | None = seen.value(MEMBERS)
    if members is None:
        return seen.unknown()
    found = truths.any_of(
        truths.all_of((minor(each, seen), _unmarried(each, seen), together(each, seen)))
        for each in _children(members)
    )
    return seen.unknown(MEMBERS) if found is Truth.UNKNOWN else seen.truth(found)


def _children(members: Iterable[FamilyMember]) -> list[FamilyMember]:
    return [each for each in members if each.relation == "child"]


def minor(child: FamilyMember, seen: Basis) -> Truth:
    """Under age until the day before the 18th birthday."""
    if child.birth_date is None:
        return Truth.UNKNOWN
    if child.birth_date.earliest > seen.on:
        return Truth.NO  # not born yet
    youngest, oldest = age_on(child.birth_date, seen.on)
    adult = seen.terms.number("adult_age")
    if (youngest < adult) is (oldest < adult):
        return truths.of(youngest < adult)
    return Truth.UNKNOWN


def _unmarried(child: FamilyMember, seen: Basis) -> Truth:
    """A child below the age from which marriages can be valid at all needs no answer."""
    if child.unmarried is None and child.birth_date is not None:
        below = age_on(child.birth_date, seen.on)[1] < seen.terms.number("marriage_void_below_age")
        return Truth.YES if below else Truth.UNKNOWN
    return truths.of(child.unmarried)


def together(member: FamilyMember, seen: Basis) -> Truth:
    """Whether they live in one household on the day."""
    if not member.household:
        return Truth.UNKNOWN  # nobody recorded when they lived together
    return truths.any_of(truths.of(truths.running(each, seen.on)) for each in member.household)


def lives_alone_with_child(members: Iterable[FamilyMember], seen: Basis) -> Truth:
    """Whether a minor unmarried child lives in the household and no spouse or partner of the person does."""
    child = truths.any_of(
        truths.all_of((minor(each, seen), _unmarried(each, seen), together(each, seen)))
        for each in _children(members)
    )
    partner = truths.any_of(together(each, seen) for each in partners(members))
    alone = {Truth.YES: Truth.NO, Truth.NO: Truth.YES}.get(partner, partner)
    return truths.all_of((child, alone))


def partners(members: Iterable[FamilyMember]) -> list[FamilyMember]:
    """The husband, wife or registered partner."""
    return [each for each in members if each.relation == "spouse_partner"]


@fact
def has_school_age_children(seen: Basis) -> FactValue:
    """Whether the person has a child of compulsory school age."""
    members: tuple[FamilyMember, ...] | None = seen.value(MEMBERS)
    if members is None:
        return seen.unknown()
    found = truths.any_of(_school_age(each, seen) for each in _children(members))
    return seen.unknown(MEMBERS) if found is Truth.UNKNOWN else seen.truth(found)


def _school_age(child: FamilyMember, seen: Basis) -> Truth:
    """Compulsory schooling is law of the Länder: only small children and adults need no answer."""
    if child.school_age is not None or child.birth_date is None:
        return truths.of(child.school_age)
    youngest, oldest = age_on(child.birth_date, seen.on)
    small = oldest < seen.terms.number("school_never_below_age")
    return Truth.NO if small or youngest >= seen.terms.number("adult_age") else Truth.UNKNOWN


@fact
def school_attendance_of_children_proven(seen: Basis) -> FactValue:
    """Whether school attendance is proven for every child of school age; yes where there is none."""
    members: tuple[FamilyMember, ...] | None = seen.value(MEMBERS)
    if members is None:
        return seen.unknown()
    proven = []
    for child in _children(members):
        of_age = _school_age(child, seen)
        proof = truths.of(child.school_proof)
        proven.append(Truth.YES if of_age is Truth.NO else proof if of_age is Truth.YES else _open(proof))
    found = truths.all_of(proven)
    return seen.unknown(MEMBERS) if found is Truth.UNKNOWN else seen.truth(found)


def _open(proof: Truth) -> Truth:
    """A child that may be of school age: a proof settles it, its absence does not."""
    return Truth.YES if proof is Truth.YES else Truth.UNKNOWN


@fact
def family_notice_within_3_months(seen: Basis) -> FactValue:
    """Application or the sponsor's notice came within three months (§ 29 Abs. 2 S. 2 Nr. 1, S. 3).

    Counted from the final recognition, for § 23 Abs. 4 from the issue of the permit; the last day is in
    time.
    """
    start = _three_months_from(seen)
    if start is None:
        return seen.unknown()
    months = seen.terms.number("family_notice_months")
    answers = []
    for name in ("family_reunion_application_on", "sponsor_notice_on"):
        day: PartialDate | Never | None = seen.value(name)
        answers.append(_in_time(day, start, months))
    return seen.truth(truths.any_of(answers))


def _three_months_from(seen: Basis) -> PartialDate | None:
    resettled = [issued(each) for each in seen.papers() or () if each.title_id == "23_4"]
    if resettled:
        return min(resettled)
    recognised = seen.fact("recognition_final_on").value
    if isinstance(recognised, PartialDate):
        return recognised
    if recognised is None or isinstance(recognised, Never):
        return None
    return PartialDate.exactly(recognised)  # type: ignore[arg-type]


def _in_time(day: PartialDate | Never | None, start: PartialDate, months: int) -> Truth:
    """Whether the day lies in the period; its last day moves to the next working day (§ 31 Abs. 3 VwVfG).

    Saturdays and Sundays are passed over here; whether holidays did the same, a person must check.
    """
    if day is None:
        return Truth.UNKNOWN
    last = _working_day(add_months(start.latest, months))
    if isinstance(day, Never) or day.earliest > last + _HOLIDAYS_AT_MOST:
        return Truth.NO
    if day.earliest > last:
        return Truth.DISPUTED
    return Truth.YES if day.latest <= _working_day(add_months(start.earliest, months)) else Truth.UNKNOWN


def _working_day(day: date) -> date:
    return day + timedelta(max(0, _SUNDAY + 1 - day.weekday())) if day.weekday() >= _SATURDAY else day
