"""Age: on the day of the decision, of the application and of the entry; the standard pension age."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from desktop.cases.applications import Application
from desktop.cases.periods import PartialDate
from desktop.deadlines.spans import length

from .basis import Basis, fact
from .value import FactValue


def age_on(birth: PartialDate, day: date) -> tuple[int, int]:
    """Completed years, at the least and at the most; the birthday itself completes one (§ 187 Abs. 2 BGB)."""
    return length(birth.latest, day).months // 12, length(birth.earliest, day).months // 12


@fact
def age_at_decision(seen: Basis) -> FactValue:
    """Completed years on the day of the evaluation."""
    return _age(seen, seen.on)


@fact(of_title=True)
def age_at_application(seen: Basis) -> FactValue:
    """Completed years on the day the application evaluated was filed, or will be."""
    filed = _filed(seen)
    if filed is None:
        return _age(seen, seen.sought.applied_on or seen.on)
    birth = seen.value("birth_date")
    if birth is None:
        return seen.unknown()
    youngest, oldest = age_on(birth, filed.earliest)[0], age_on(birth, filed.latest)[1]
    return _years(seen, youngest, oldest)


def _filed(seen: Basis) -> PartialDate | None:
    """When the latest undecided application for the title evaluated was filed; None if there is none."""
    applications: tuple[Application, ...] = seen.optional("applications") or ()
    filed = [
        each.filed_on
        for each in applications
        if seen.sought.is_title(each.title_id) and each.decided_on is None and not each.result
    ]
    return max(filed, default=None)


def _age(seen: Basis, day: date) -> FactValue:
    birth = seen.value("birth_date")
    if birth is None:
        return seen.unknown()
    return _years(seen, *age_on(birth, day))


def _years(seen: Basis, youngest: int, oldest: int) -> FactValue:
    if youngest == oldest:
        return seen.known(youngest)
    return seen.band(youngest, oldest, open_answer="birth_date")


@fact
def minor_applicant(seen: Basis) -> FactValue:
    """Whether the person is under age on the day (§ 80 Abs. 1)."""
    birth = seen.value("birth_date")
    if birth is None:
        return seen.unknown()
    adult = seen.terms.number("adult_age")
    youngest, oldest = age_on(birth, seen.on)
    if (youngest < adult) is not (oldest < adult):
        return seen.unknown("birth_date")
    return seen.known(youngest < adult)


@fact
def entered_before_18(seen: Basis) -> FactValue:
    """Whether the present stay began before the 18th birthday (§ 26 Abs. 3 S. 5, Abs. 4 S. 4)."""
    birth, entered = seen.value("birth_date"), seen.value("entry_date")
    if birth is None or entered is None:
        return seen.unknown()
    adult = seen.terms.number("adult_age")
    youngest, oldest = age_on(birth, entered.earliest)[0], age_on(birth, entered.latest)[1]
    if (youngest < adult) is not (oldest < adult):
        return seen.unknown("entry_date")
    return seen.known(oldest < adult)


@fact
def reached_pension_age(seen: Basis) -> FactValue:
    """Whether the standard pension age is reached on the day (§ 35 S. 2, § 235 Abs. 2 SGB VI).

    The age in months follows the year of birth; the day with the number of the birthday completes it.
    """
    birth = seen.value("birth_date")
    if birth is None:
        return seen.unknown()
    table = seen.terms.table("pension_age_months_by_birth_year")
    early, late = (_reached(day, table, seen.on) for day in (birth.earliest, birth.latest))
    return seen.known(early) if early is late else seen.unknown("birth_date")


def _reached(born: date, months: Mapping[int, int], on: date) -> bool:
    """The first year of the table stands for all before it, the last for all after it."""
    year = min(max(born.year, min(months)), max(months))
    return length(born, on).reaches(months[year])
