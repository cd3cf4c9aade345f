"""Births and coming of age: a child's first application, the 18th birthday of the client."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from types import MappingProxyType

from ..cases.people import FamilyMember
from ..cases.periods import ONE_DAY, PartialDate
from ..texts import mark
from .arithmetic import last_day_after, last_day_from, months, years
from .derivation import Step, step, uncertain
from .duedates import LONG_PAST, MISSED, DueDate, Nature, Stage, StageKind, safe
from .outlook import Outlook
from .reinstatement import missed_at_the_authority
from .rollover import place_notes, rolled_over, steps_to_safe_day

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "child_6m": mark("Application for a child born here"),
        "age18": mark("The client comes of age"),
    }
)

_HALF_A_YEAR = months(6)
_NO_TITLE = (None, "none")


def child_born_here(view: Outlook) -> Iterator[DueDate]:
    """§ 81(2) s. 2: six months after a birth in Germany to apply for a title; the end rolls over.

    The client may be the child, or a parent. A child that entered, or was born before a parent came, was not
    born here; a child with a title needs no date.
    """
    own: PartialDate | None = view.value("birth_date")
    if isinstance(own, PartialDate) and _born_here(own, view.value("entry_date")) and not _has_title(view):
        yield from _application(own, mark("The client was born on {day}."), "birth_date", view)
        return
    arrived = view.value("entry_date")
    members: tuple[FamilyMember, ...] = view.value("family_members") or ()
    births = {
        each.birth_date
        for each in members
        if each.relation == "child"
        and each.title_id in _NO_TITLE
        and each.birth_date is not None
        and (each.entered_on is None or each.entered_on == each.birth_date)
        and not (isinstance(arrived, PartialDate) and each.birth_date.latest < arrived.earliest)
    }
    for born in sorted(births):
        yield from _application(born, mark("A child was born on {day}."), "family_members", view)


def _born_here(born: PartialDate, entered: object) -> bool:
    return entered is None or entered == born


def _has_title(view: Outlook) -> bool:
    return any(each.status.title_id is not None and each.span.start <= view.on for each in view.periods)


def _application(born: PartialDate, text: str, asked: str, view: Outlook) -> Iterator[DueDate]:
    raw = last_day_after(born.earliest, _HALF_A_YEAR)
    end, rolling = rolled_over(raw, view.place, "§ 31 Abs. 3 VwVfG")
    if end < view.on - MISSED or born.earliest > view.on:
        return
    by = safe(raw, view.place)
    own = asked == "birth_date"
    yield DueDate(
        kind="child_6m",
        nature=Nature.FILING,
        day=end,
        name=step(KINDS["child_6m"]),
        action=step(
            mark("Apply for the child by {day}, unless the authority issues a title by itself."),
            "§ 81 Abs. 2 S. 2 AufenthG",
            day=by,
        ),
        cite="§ 81 Abs. 2 S. 2 AufenthG",
        latest=None if born.exact else rolled_over(last_day_after(born.latest, _HALF_A_YEAR), view.place)[0],
        safe_day=by,
        start_on=born.earliest,
        stages=(Stage(StageKind.RED, safe(raw - timedelta(weeks=4), view.place)),),
        derivation=(
            step(text, day=born.earliest),
            step(mark("Six months later: {day}."), "§ 188 Abs. 2, 3 BGB", day=raw),
            *rolling,
            *steps_to_safe_day(raw, view.place),
        ),
        notes=(
            *missed_at_the_authority(end, view.on),
            *uncertain(born),
            *_CHILD_NOTES,
            *place_notes(view.place),
        ),
        ask=() if born.exact else (asked,),
        settled=own and bool(view.undecided),
    )


_CHILD_NOTES: tuple[Step, ...] = (
    step(
        mark("Only for a child born in Germany. The parents or carers have to apply."), "§ 80 Abs. 4 AufenthG"
    ),
    step(
        mark("If both parents or the only carer hold a permit, the authority issues the title by itself."),
        "§ 33 S. 2 AufenthG",
    ),
    step(
        mark(
            "Parents in the asylum procedure or without a title: ask for advice on the child before applying."
        )
    ),
)


def comes_of_age(view: Outlook) -> Iterator[DueDate]:
    """§ 80(1): with the 18th birthday a person acts for themselves; shown from a year before."""
    born: PartialDate | None = view.value("birth_date")
    if not isinstance(born, PartialDate):
        return
    last = last_day_from(born.earliest, years(18))
    day = last + ONE_DAY
    if not view.on - LONG_PAST <= day <= view.on + timedelta(days=366):
        return
    yield DueDate(
        kind="age18",
        nature=Nature.EARLIEST,
        day=day,
        name=step(KINDS["age18"]),
        action=step(
            mark("From this day the client acts alone: new power of attorney, releases and signatures.")
        ),
        cite="§ 80 Abs. 1 AufenthG, § 2 BGB",
        latest=None if born.exact else last_day_from(born.latest, years(18)) + ONE_DAY,
        start_on=safe(day - timedelta(weeks=8), view.place),
        derivation=(
            step(mark("Born on {day}."), day=born.earliest),
            step(
                mark("18 years are complete at the end of {day}."), "§§ 187 Abs. 2, 188 Abs. 2 BGB", day=last
            ),
        ),
        notes=(
            *uncertain(born),
            step(
                mark(
                    "What hangs on being a minor must be reached before: titles of the children and parents, "
                    "family reunification of the parents, half the fees."
                ),
                "§ 25a Abs. 2, § 25b Abs. 4, § 36a AufenthG, § 50 AufenthV",
            ),
            step(
                mark(
                    "Whoever was placed by youth welfare falls under the residence rule from this day; the "
                    "time since the recognition or the first permit counts."
                ),
                "§ 12a Abs. 1a AufenthG",
            ),
        ),
        ask=() if born.exact else ("birth_date",),
    )
