"""Papers whose last day nobody has entered: no end is no right without an end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from ..cases.status import DULDUNG_CODES, TITLE
from ..texts import mark
from .arithmetic import last_day_from, months
from .derivation import Named, Step, step
from .duedates import DueDate, Nature
from .effects import HOLDER_104C
from .outlook import Outlook
from .validity import Effective

KINDS: Mapping[str, str] = MappingProxyType({"end_missing": mark("Last day of a paper is missing")})

_UNLIMITED = frozenset(f"{TITLE}{each}" for each in ("26_3_5y", "26_3_3y", "26_4", "other"))
_WITHOUT_PAPER = frozenset({"D_material", "D_verfahren"})


@dataclass(frozen=True, slots=True)
class _Length:
    """How long a title is issued by law, in months; `least` None where it may be any shorter time."""

    least: int | None
    most: int
    cite: str


_THREE_YEARS = _Length(None, 36, "§ 26 Abs. 1 S. 1 AufenthG")
_LENGTHS: Mapping[str, _Length] = {
    **dict.fromkeys(("25_1", "25_2_1"), _Length(36, 36, "§ 26 Abs. 1 S. 2 AufenthG")),
    "25_2_2": _Length(12, 36, "§ 26 Abs. 1 S. 2, 3 AufenthG (alte und neue Fassung)"),
    "25_3": _Length(12, 36, "§ 26 Abs. 1 S. 1, 3 AufenthG"),
    **dict.fromkeys(("25_4a_1", "25_4b_1", "25_4b_3"), _Length(12, 12, "§ 26 Abs. 1 S. 4 AufenthG")),
    "25_4a_3": _Length(24, 24, "§ 26 Abs. 1 S. 4 AufenthG"),
    **dict.fromkeys(("25b_1", "25b_4", "25b_6"), _Length(None, 24, "§ 25b Abs. 5 S. 1 AufenthG")),
}


def end_missing(view: Outlook) -> Iterator[DueDate]:
    """A title, national visa or Duldung that is the latest paper and has no recorded end.

    Shown with the range that the law gives for such a title, the earlier end as the safe one; where the law
    gives no least length it may be over already, so it is due now. Titles without an end by law have none.
    """
    for each in view.longest:
        if each.span.end is None and each.span.start <= view.on and _has_an_end(each) and _latest(each, view):
            yield _missing(each)


def _has_an_end(each: Effective) -> bool:
    title = each.status.title_id is not None and each.code not in _UNLIMITED and each.code != HOLDER_104C
    duldung = each.code in DULDUNG_CODES - _WITHOUT_PAPER and each.status.paper is not False
    return title or duldung or each.code in ("visa_D", "visa_C")


def _latest(each: Effective, view: Outlook) -> bool:
    return not any(other is not each and other.span.start > each.span.start for other in view.longest)


def _missing(each: Effective) -> DueDate:
    begun = each.status.issued_on or each.status.period.start
    length = _length(each)
    known = length is not None and length.least is not None
    day = (
        _end(begun.earliest, length.least)
        if length is not None and length.least is not None
        else begun.earliest
    )
    latest = None if length is None else _end(begun.latest, length.most)
    return DueDate(
        kind="end_missing",
        nature=Nature.VALIDITY,
        day=day,
        name=step(mark("Last day is missing: {status}"), status=Named(each.code)),
        action=step(mark("Look at the paper and enter its last day; until then nobody is reminded in time.")),
        cite="§ 51 Abs. 1 Nr. 1 AufenthG" if each.status.title_id is not None else "",
        code=each.code,
        title_id=each.status.title_id,
        latest=latest if latest is not None and latest > day else None,
        start_on=begun.earliest,
        derivation=(
            step(
                mark("{status} from {day} on: its end is not recorded."),
                status=Named(each.code),
                day=begun.earliest,
            ),
            *_range(length, day, latest, known=known),
        ),
        ask=("status_periods",),
    )


def _length(each: Effective) -> _Length | None:
    title = each.status.title_id
    return None if title is None else _LENGTHS.get(title, _THREE_YEARS)


def _end(begun: date, count: int) -> date:
    return last_day_from(begun, months(count))


def _range(length: _Length | None, day: date, latest: date | None, *, known: bool) -> Iterator[Step]:
    if length is None or latest is None:
        yield step(mark("It may have ended already."))
    elif known and latest > day:
        text = mark("By law it ends between {first} and {last}; the earlier day counts here.")
        yield step(text, length.cite, first=day, last=latest)
    elif known:
        yield step(
            mark("As a rule such a title is issued until {day}; the card decides."), length.cite, day=day
        )
    else:
        text = mark("It may have ended already; by law it ends on {day} at the latest.")
        yield step(text, length.cite, day=latest)
