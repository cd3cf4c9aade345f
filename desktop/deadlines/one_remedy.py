"""One act against a decision: its last day to plan with, how it was found, every other day that may count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from ..texts import mark
from .announcement import Announced
from .derivation import Named, Step, step
from .duedates import safe
from .holidays import Calendar
from .instruction import OPEN_LIMIT, Fit, Printed, message
from .legal_period import LegalPeriod
from .remedy_notes import of_act, unknown_place
from .remedy_periods import Begin, ending
from .remedy_table import Act, RemedyTable, Row, RowRemedy, length_of

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


@dataclass(frozen=True, slots=True)
class Service:
    """From when an act is counted, and at which place it has to be done."""

    arrived: Announced
    begin: Begin
    place: Calendar


def remedy(
    act: Act, row: Row, parts: Sequence[RowRemedy], service: Service, said: Printed, table: RemedyTable
) -> Remedy:
    """An act with a period. `parts`: the same act under each law that may hold, the present one first.

    Planned with the shortest of all lengths; the instruction is compared where it speaks of this act.
    """
    begin, place = service.begin, service.place
    regular = [
        ending(begin, part, length, place, row.law)
        for part in parts
        for length in dict.fromkeys((part.shortest, part.regular))
        if length is not None
    ]
    speaks = said.act is act or said.adds is act
    paper = (
        ending(begin, parts[0], said.length, place, row.law) if speaks and said.length is not None else None
    )
    fit = _fit(said, paper, regular) if speaks else said.beside
    work = min([*regular, *([paper] if paper is not None else [])], key=_raw)
    later = list(_later(service, parts, row.law))
    limits = _limits(service, parts, row.law) if fit in OPEN_LIMIT or fit is Fit.LONGER else []
    open_limits = sorted(end for _, end in limits) if fit in OPEN_LIMIT else []
    named = said.named if speaks and fit is Fit.OTHER_REMEDY and said.adds is None else None
    return Remedy(
        act=Act.EITHER if named is not None else act,
        row=row,
        begins=begin.day,
        day=work.end,
        safe_day=work.safe_day,
        derivation=(
            *_decided(row, service),
            _norm(act, parts[0], from_paper=work is paper),
            *work.derivation,
        ),
        cite=parts[0].cite,
        lines=(
            *_other_ends(work, regular, paper),
            *later_lines(later),
            *(_limit(part, end, wrong=fit is Fit.LONGER) for part, end in limits),
        ),
        outer=open_limits[-1] if open_limits else None,
        outer_shown=open_limits[0] if len(open_limits) > 1 else None,
        latest=max((end for _, end in later), default=None),
        notes=(
            *(message(fit, row.law) if speaks and fit is not None else ()),
            *of_act(act, row, table),
            *unknown_place(place),
            *_inferred(parts[0]),
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
        notes=of_act(act, row, table),
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
    if service.begin.early != service.begin.day and former is None:
        text = mark("The period runs from the service of both decisions: {day}.")
        yield step(text, day=service.begin.day)


def _norm(act: Act, part: RowRemedy, *, from_paper: bool) -> Step:
    text = (
        mark("{act}: the period that the instruction prints.")
        if from_paper
        else mark("{act}: the period of the law.")
    )
    return step(text, part.cite, act=Named(ACTS[act]))


def _other_ends(
    work: LegalPeriod, regular: Sequence[LegalPeriod], paper: LegalPeriod | None
) -> Iterator[Step]:
    """The ends of the other lengths: of the table, and of the instruction."""
    seen = {work.end}
    for each in regular:
        if each.end not in seen:
            seen.add(each.end)
            yield step(mark("By the longer period of the table: {day}. Do not plan with it."), day=each.end)
    if paper is not None and paper.end not in seen:
        yield step(mark("By the printed period: {day}. Do not plan with it."), day=paper.end)


def _later(service: Service, parts: Sequence[RowRemedy], law: str) -> Iterator[tuple[date, date]]:
    """Day of another reading of the service, and the end by it."""
    length = parts[0].shortest
    if service.begin.former is not None or length is None:
        return
    for each in service.arrived.later:
        if each.day > service.begin.day:
            end = ending(Begin(each.day, each.day), parts[0], length, service.place, law).end
            yield each.day, end


def later_lines(later: Sequence[tuple[date, date]]) -> Iterator[Step]:
    """The same for a reader."""
    for start, end in later:
        text = mark("If it counts as served only on {start}: {day}. A lawyer must check it.")
        yield step(text, start=start, day=end)


def _limits(service: Service, parts: Sequence[RowRemedy], law: str) -> list[tuple[Step, date]]:
    """What a missing or incorrect instruction leaves open, under each law that may hold."""
    found: list[tuple[Step, date]] = []
    for part in parts:
        for text, cite in (
            (part.safe, part.outer_cite),
            (part.outer, part.outer_cite),
            (part.second, part.second_cite),
        ):
            length = length_of(text)
            if length is None:
                continue
            end = ending(service.begin, part, length, service.place, law).end
            if end not in {known for _, known in found}:
                found.append((step(cite), end))
    return sorted(found, key=lambda each: each[1])


def _limit(cite: Step, end: date, *, wrong: bool) -> Step:
    text = (
        mark("If the instruction is wrong, perhaps open until {day}: never plan with it.")
        if wrong
        else mark("Perhaps still open until {day}: never plan with it.")
    )
    return step(text, cite.text, day=end)


def _inferred(part: RowRemedy) -> tuple[Step, ...]:
    if part.certainty == "read":
        return ()
    return (step(mark("This period is a reading of the law, not settled."), part.cite),)
