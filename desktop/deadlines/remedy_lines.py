"""The other days beside the one to plan with: longer periods, later readings of the service, outer limits.

They are information for a lawyer and never planned with.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ..texts import mark
from .derivation import Step, step
from .legal_period import LegalPeriod
from .remedy_periods import Begin, Service, ending
from .remedy_table import RowRemedy, length_of


def other_ends(
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


def later_ends(service: Service, parts: Sequence[RowRemedy], law: str) -> Iterator[tuple[date, date]]:
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


def limits(service: Service, parts: Sequence[RowRemedy], law: str) -> list[tuple[str, date]]:
    """What a missing or incorrect instruction leaves open under each law that may hold: section, last day."""
    found: list[tuple[str, date]] = []
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
                found.append((cite, end))
    return sorted(found, key=lambda each: each[1])


def limit_line(cite: str, end: date, *, wrong: bool) -> Step:
    """One of them for a reader. `wrong`: only if the instruction turns out to be wrong."""
    text = (
        mark("If the instruction is wrong, perhaps open until {day}: never plan with it.")
        if wrong
        else mark("Perhaps still open until {day}: never plan with it.")
    )
    return step(text, cite, day=end)
