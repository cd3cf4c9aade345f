"""One act against a decision: its last day to plan with, how it was found, every other day that may count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from ..texts import mark
from .derivation import Named, Step, step
from .duedates import safe
from .instruction import OPEN_LIMIT, Fit, Printed, message
from .legal_period import LegalPeriod
from .remedy_lines import later_ends, later_lines, limit_line, limits, other_ends
from .remedy_notes import of_act, unknown_place
from .remedy_periods import Service, ending
from .remedy_table import Act, Objection, RemedyTable, Row, RowRemedy

ACTS: Mapping[Act, str] = MappingProxyType(
    {
        Act.OBJECTION: mark("Objection"),
        Act.ACTION: mark("Action at the court"),
        Act.EITHER: mark("Objection or action"),
        Act.INTERIM: mark("Interim relief at the court"),
        Act.REASONS: mark("Reasons of the action"),
        Act.LEAVE: mark("Leave to appeal, with its grounds"),
        Act.REMAIN: mark("Application to remain"),
        Act.HEARING: mark("Remedy against a decision without a hearing"),
        Act.DEPARTURE: mark("Application for a period to leave"),
        Act.REFUND: mark("Claim a wrong fee back"),
    }
)
"""What has to be done, as a list shows it."""

_ABOUT_A_WEEK = timedelta(days=10)


@dataclass(frozen=True, slots=True)
class Remedy:
    """One act with its last day (inclusive). `outer` and `lines` are information, never a plan."""

    act: Act
    row: Row
    begins: date  # the day of service from which it is planned
    day: date
    safe_day: date
    derivation: tuple[Step, ...]
    cite: str
    lines: tuple[Step, ...] = ()  # other days, each with what would make it right
    outer: date | None = None  # the last limit if the instruction is missing or incorrect
    outer_shown: date | None = None  # the earlier limit to show first
    latest: date | None = None  # by the latest reading of the service
    notes: tuple[Step, ...] = ()
    ends: LegalPeriod | None = None  # None: no period by law; the same day

    @property
    def short(self) -> bool:
        """Whether it has to be done within about a week, or at once."""
        return self.ends is None or self.day - self.begins <= _ABOUT_A_WEEK


def remedy(
    act: Act, row: Row, parts: Sequence[RowRemedy], service: Service, said: Printed, table: RemedyTable
) -> Remedy:
    """An act with a period. `parts`: the same act under each law that may hold, the present one first.

    Planned with the shortest of all lengths; the instruction is compared where it speaks of this act.
    """
    begin, place = service.begin, service.place
    of_law = [
        (part, ending(begin, part, length, place, row.law))
        for part in parts
        for length in dict.fromkeys((part.shortest, part.regular))
        if length is not None
    ]
    regular = [each for _, each in of_law]
    speaks = said.act is act or said.adds is act
    paper = (
        ending(begin, parts[0], said.length, place, row.law) if speaks and said.length is not None else None
    )
    fit = _fit(said, paper, regular) if speaks else said.beside
    work = min([*regular, *([paper] if paper is not None else [])], key=_raw)
    part = next((part for part, each in of_law if each is work), parts[0])
    later = list(later_ends(service, parts, row.law))
    open_ends = limits(service, parts, row.law) if fit in OPEN_LIMIT or fit is Fit.LONGER else []
    open_limits = sorted(end for _, end in open_ends) if fit in OPEN_LIMIT else []
    unclear = speaks and fit is Fit.OTHER_REMEDY and said.adds is None and said.named is not None
    excluded = unclear and row.objection is Objection.NONE
    shown = Act.EITHER if unclear and not excluded else said.as_named(act)
    return Remedy(
        act=shown,
        row=row,
        begins=begin.day,
        day=work.end,
        safe_day=work.safe_day,
        derivation=(
            *_decided(row, service),
            _norm(shown, part, from_paper=work is paper),
            *work.derivation,
        ),
        cite=part.cite,
        lines=(
            *other_ends(work, regular, paper),
            *later_lines(later),
            *(limit_line(cite, end, wrong=fit is Fit.LONGER) for cite, end in open_ends),
        ),
        outer=open_limits[-1] if open_limits else None,
        outer_shown=open_limits[0] if len(open_limits) > 1 else None,
        latest=max((end for _, end in later), default=None),
        notes=(
            *(message(fit, row.law) if speaks and fit is not None else ()),
            *(_no_objection(row) if excluded and said.named is Act.OBJECTION else ()),
            *of_act(act, shown, row, table),
            *unknown_place(place),
            *_inferred(part),
        ),
        ends=work,
    )


def same_day(
    act: Act,
    row: Row,
    part: RowRemedy,
    service: Service,
    leave_until: date | None,
    done: Mapping[Act, Remedy],
    table: RemedyTable,
) -> Remedy:
    """An act without a fixed period: the same day; at the latest with the printed period to leave.

    Where none is printed, it stands in the list as long as the remedy it goes with can safely be filed.
    """
    begins = service.begin.day
    main = next(iter(done.values()), None)
    day = leave_until or (main.safe_day if main is not None else begins)
    at_once = step(mark("There is no fixed period: apply on the same day, {day}."), part.cite, day=begins)
    last = (
        step(mark("At the latest before the printed period to leave ends: {day}."), day=day)
        if leave_until is not None
        else step(mark("In this list it stands until {day}, the safe day of the other remedy."), day=day)
    )
    return Remedy(
        act=act,
        row=row,
        begins=begins,
        day=day,
        safe_day=safe(day, service.place),
        derivation=(*_decided(row, service), at_once, last),
        cite=part.cite,
        notes=of_act(act, act, row, table),
    )


def _raw(found: LegalPeriod) -> tuple[date, date]:
    return found.raw_end, found.end


def _fit(said: Printed, paper: LegalPeriod | None, regular: Sequence[LegalPeriod]) -> Fit | None:
    """How the instruction fits; an act without a fixed period has nothing that could differ."""
    if not regular:
        return Fit.OTHER_REMEDY if said.other_remedy else Fit.SAME
    ends = [each.raw_end for each in regular]
    return said.fit(paper.raw_end if paper is not None else None, min(ends), max(ends))


def _decided(row: Row, service: Service) -> Iterator[Step]:
    """Which decision, and from when it counts."""
    yield step(mark("Decision: {what}."), row.cite, what=Named(f"decision:{row.id}"))
    former = service.begin.former
    if former is None:
        yield from service.arrived.derivation
    if service.begin.both and service.begin.early != service.begin.day:
        text = mark("The period runs from the service of both decisions: {day}.")
        yield step(text, day=service.begin.day)


def _norm(act: Act, part: RowRemedy, *, from_paper: bool) -> Step:
    text = (
        mark("{act}: the period that the instruction prints.")
        if from_paper
        else mark("{act}: the period of the law.")
    )
    return step(text, part.cite, act=Named(ACTS[act]))


def _no_objection(row: Row) -> tuple[Step, ...]:
    """That the objection which the instruction names does not exist here."""
    text = mark("An objection is excluded here by law: alone it does not keep the period.")
    return (step(text, "§ 11 AsylG" if row.part == "asylum" else row.cite),)


def _inferred(part: RowRemedy) -> tuple[Step, ...]:
    if part.certainty == "read":
        return ()
    return (step(mark("This period is a reading of the law, not settled."), part.cite),)
