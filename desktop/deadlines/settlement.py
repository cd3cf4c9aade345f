"""The settlement permit (§ 26(3), (4)): three or five years with the permit and the procedure before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from ..cases.decisions import AsylumProcedure
from ..cases.periods import ONE_DAY, PartialDate, Span
from ..cases.status import TITLE
from ..texts import mark
from . import spans
from .derivation import Step, step
from .duedates import DueDate
from .outlook import Outlook
from .waiting import absences, chain_start, reached, reached_on

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "ne_26_3_3y": mark("Settlement permit after three years"),
        "ne_26_3_5y": mark("Settlement permit after five years"),
        "ne_26_4": mark("Settlement permit after five years"),
    }
)

_CONTINUING = frozenset({"F81_4", "F81_4_late"})
_PROTECTED = frozenset(f"{TITLE}{each}" for each in ("25_1", "25_2_1", "23_4"))
_SETTLED = frozenset(f"{TITLE}{each}" for each in ("26_3_5y", "26_3_3y", "26_4"))
_SECTION_5 = tuple(f"{TITLE}{each}" for each in ("22_", "23_", "23a", "25_", "25a_", "25b_", "104c_holder"))
_NOT_CARRIED_THROUGH = frozenset({"withdrawn", "inadmissible"})
_LAPSES_AFTER = 6  # months abroad, § 51(1) no. 7


def settlement(view: Outlook) -> Iterator[DueDate]:
    """§ 26(3), (4): the permit and the asylum procedure before it, three or five years."""
    if view.holds_any(_SETTLED):
        return
    protected = view.holds_any(_PROTECTED) or view.effect.continues in _PROTECTED
    if protected:
        yield from _settlement(view, _PROTECTED.__contains__, (_THREE, _FIVE))
    elif any(each.span.covers(view.on) and _of_section_5(each.code) for each in view.periods) or (
        view.effect.continues is not None and _of_section_5(view.effect.continues)
    ):
        yield from _settlement(view, _of_section_5, (_FOUR,))


@dataclass(frozen=True, slots=True)
class _Settlement:
    """One way to the settlement permit."""

    kind: str
    title_id: str
    months: int
    cite: str
    note: str


_THREE = _Settlement(
    "ne_26_3_3y",
    "26_3_3y",
    36,
    "§ 26 Abs. 3 S. 3 AufenthG",
    mark("Asked for besides: German mastered (C1), livelihood secured by far."),
)
_FIVE = _Settlement(
    "ne_26_3_5y",
    "26_3_5y",
    60,
    "§ 26 Abs. 3 S. 1 AufenthG",
    mark("Asked for besides: German A2, livelihood mostly secured, knowledge of law and society."),
)
_FOUR = _Settlement(
    "ne_26_4",
    "26_4",
    60,
    "§ 26 Abs. 4, § 9 Abs. 2 S. 1 Nr. 1 AufenthG",
    mark(
        "Asked for besides: livelihood, 60 months of pension contributions, German B1, knowledge of society."
    ),
)


def _settlement(
    view: Outlook, counts: Callable[[str], bool], ways: tuple[_Settlement, ...]
) -> Iterator[DueDate]:
    held = [each.span for each in view.periods if counts(each.code)]
    held += [each.span for each in view.periods if each.code in _CONTINUING]
    if view.effect.continues is not None and counts(view.effect.continues):
        ended = [span.end for span in held if span.end is not None and span.end <= view.on]
        held += [Span(max(ended), None)] if ended else []
    abroad = [end for span, end in absences(view) if spans.length(span.start, end).reaches(_LAPSES_AFTER)]
    start = chain_start(held, abroad, view, 0)
    if start is None:
        return
    before = _procedure(view, start)
    for way in ways:
        day = reached_on(start, before, way.months)
        procedure = () if before is None else (_procedure_step(before),)
        yield from reached(
            view,
            kind=way.kind,
            title_id=way.title_id,
            day=day,
            name=step(KINDS[way.kind]),
            cite=way.cite,
            derivation=(
                *procedure,
                step(mark("The permit has been held without a break since {day}."), day=start),
                step(mark("{count} months are complete on {day}."), way.cite, count=way.months, day=day),
            ),
            notes=(step(way.note, way.cite),),
            ask=tuple(each for each in ("asylum_procedures", "absence_periods") if view.value(each) is None),
        )


def _procedure_step(before: Span) -> Step:
    return step(
        mark("The asylum procedure before it counts, from {first} to {last}."),
        "§ 26 Abs. 3, 4 AufenthG",
        first=before.start,
        last=(before.end or before.start) - ONE_DAY,
    )


def _of_section_5(code: str) -> bool:
    return code.startswith(_SECTION_5)


def _procedure(view: Outlook, start: date) -> Span | None:
    """The last asylum procedure carried through before the permit, from filing to the final decision."""
    entered = view.value("entry_date")
    procedures: tuple[AsylumProcedure, ...] = view.value("asylum_procedures") or ()
    found = [_until(each, start) for each in procedures if _counts(each, start, entered)]
    return max(found, key=lambda each: each.end or start, default=None)


def _counts(procedure: AsylumProcedure, start: date, entered: object) -> bool:
    filed = procedure.filed_on
    if filed is None or filed.latest >= start or procedure.outcome in _NOT_CARRIED_THROUGH:
        return False
    if procedure.kind == "subsequent" and not procedure.procedure_carried_out:
        return False
    return not (isinstance(entered, PartialDate) and filed.latest < entered.earliest)


def _until(procedure: AsylumProcedure, start: date) -> Span:
    filed = procedure.filed_on
    assert filed is not None
    ended = procedure.final_on or procedure.decided_on
    if ended is None and procedure.outcome != "pending":
        ended = filed
    end = start if ended is None else min(start, ended.earliest)
    return Span(min(filed.latest, end), end)
