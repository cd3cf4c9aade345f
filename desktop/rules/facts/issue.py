"""Issue of titles: how long ago, for how long in total, by whom, and whether it was the first of its kind."""

from __future__ import annotations

from datetime import date

from desktop.cases.periods import PartialDate
from desktop.cases.status import TITLE, StatusPeriod
from desktop.deadlines.arithmetic import add_months
from desktop.deadlines.spans import Duration, length
from desktop.rules.verdict import Truth

from . import truths
from .basis import Basis, fact, topic_fact
from .titles import HOLDER_104C, STATUS
from .value import FactValue, Note

_ABROAD = "abroad"
EXTENDS_ANY_PERMIT = "25_4_2"


@topic_fact(of_title=True)
def title_total_validity_months(seen: Basis, of: str | None) -> FactValue:
    """From the first issue of a title to its latest end, extensions included (§ 44 Abs. 1 S. 2)."""
    papers = seen.papers()
    if papers is None:
        return seen.unknown()
    periods = [each.period for each in papers if _is_title(each, seen, of)]
    ends = [each.end for each in periods if each.end is not None]
    if not periods or len(ends) < len(periods):
        return seen.unknown(STATUS)
    starts = [each.start for each in periods]
    safe = length(min(day.latest for day in starts), max(day.earliest for day in ends))
    longest = length(min(day.earliest for day in starts), max(day.latest for day in ends))
    return seen.known(safe) if safe == longest else seen.band(safe, longest, open_answer=STATUS)


def _is_title(paper: StatusPeriod, seen: Basis, of: str | None) -> bool:
    """Whether a paper is the title `of`, or without one the title evaluated."""
    return paper.title_id == of if of else seen.sought.is_title(paper.title_id)


def issued(paper: StatusPeriod) -> PartialDate:
    """The day of issue; the first day of validity where the card does not tell."""
    return paper.issued_on or paper.period.start


def since_event(event: PartialDate, on: date) -> tuple[Duration, Duration]:
    """Months and days since an event, at the least and at the most.

    A period set off by an event runs to the end of the day with its number, that day included (§ 187
    Abs. 1, § 188 Abs. 2, 3 BGB): on that day exactly the months are full, on the next a day more.
    """
    return _since(event.latest, on), _since(event.earliest, on)


def _since(event: date, on: date) -> Duration:
    if on <= event:
        return Duration()
    months = (on.year - event.year) * 12 + on.month - event.month
    if add_months(event, months) > on:
        months -= 1
    return Duration(months, (on - add_months(event, months)).days)


@topic_fact(of_title=True)
def months_since_title_issue(seen: Basis, of: str | None) -> FactValue:
    """Time since the title was first issued; nothing if it has not been issued yet."""
    papers = seen.papers()
    if papers is None:
        return seen.unknown()
    days = [issued(each) for each in papers if _is_title(each, seen, of)]
    past = [day for day in days if day.earliest <= seen.on]
    if not past:
        return seen.known(Duration())
    least, most = since_event(min(past), seen.on)
    return seen.known(least) if least == most else seen.band(least, most, open_answer=STATUS)


@topic_fact(of_title=True)
def first_permit_of_kind(seen: Basis, of: str | None) -> FactValue:
    """No permit of the same list was held before the title evaluated.

    `of`: course (§ 44 Abs. 1) or residence_12a (§ 12a Abs. 1); without it the lists that contain the
    title. The further cards of the same title do not make it a second permit.
    """
    papers = seen.papers()
    if papers is None:
        return seen.unknown()
    lists = {"course": "first_permit_course", "residence_12a": "first_permit_12a"}
    if of:
        kin = seen.terms.codes(lists[of])
    else:
        title = TITLE + seen.sought.title_id
        groups = (seen.terms.codes(name) for name in lists.values())
        kin = frozenset[str]().union(*(group for group in groups if title in group))
    own = [issued(each) for each in papers if seen.sought.is_title(each.title_id)]
    before = min(own) if own else None
    earlier = [
        _before(issued(each), before)
        for each in papers
        if each.status_code in kin
        and not seen.sought.is_title(each.title_id)
        and issued(each).earliest <= seen.on
    ]
    truth = truths.any_of(earlier)
    if truth is Truth.UNKNOWN:
        return seen.unknown(STATUS)
    return seen.known(truth is Truth.NO)


def _before(day: PartialDate, other: PartialDate | None) -> Truth:
    if other is None or day.latest < other.earliest:
        return Truth.YES
    return Truth.NO if day.earliest > other.latest else Truth.UNKNOWN


@fact(of_title=True)
def title_issued_by_abh_after_entry(seen: Basis) -> FactValue:
    """The title held was issued or last extended by a German Ausländerbehörde after entry (§ 10 Abs. 2).

    Whether the step from § 104c to § 25a or § 25b is such an extension is open. Another title than the one
    held is a first grant under another name, except § 25 Abs. 4 S. 2, which extends any permit, and the
    titles that extend the one of victims after the proceedings (§ 25 Abs. 4a S. 3, Abs. 4b S. 3).
    """
    history = seen.history()
    if history is None:
        return seen.unknown()
    held = [stay for stay in history.titles() if stay.safe.covers(seen.on)]
    if not held:
        perhaps = any(stay.longest.covers(seen.on) for stay in history.titles())
        return seen.unknown(STATUS) if perhaps else seen.known(False)
    sought = TITLE + seen.sought.title_id
    running = max(held, key=lambda stay: (stay.code == sought, stay.begun))
    if running.title_id == HOLDER_104C and sought in seen.terms.codes("continues_104c"):
        return seen.disputed(None, Note.of("extension_of_104c_open"))
    if running.code not in (sought, *_extended(seen)) and seen.sought.title_id != EXTENDS_ANY_PERMIT:
        return seen.known(False)
    if not running.status.issued_by:
        return seen.unknown(STATUS)
    if running.status.issued_by == _ABROAD:
        return seen.known(False)
    entered = seen.optional("entry_date")
    if isinstance(entered, PartialDate) and entered.earliest > issued(running.status).latest:
        return seen.known(False)
    return seen.known(True)


def _extended(seen: Basis) -> frozenset[str]:
    """The titles that the one sought extends by its own words."""
    match seen.sought.title_id:
        case "25_4a_3":
            return seen.terms.codes("extended_by_25_4a_3")
        case "25_4b_3":
            return seen.terms.codes("extended_by_25_4b_3")
    return frozenset()
