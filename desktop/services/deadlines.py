"""The dates of one case with their derivation, and what is due in the whole office."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from desktop.cases.casefile import CaseFile
from desktop.cases.periods import ONE_DAY, PartialDate, Period
from desktop.deadlines.derivation import Step
from desktop.deadlines.duedates import DueDate, Nature, Urgency, urgency
from desktop.deadlines.holidays import Calendar, calendar_of
from desktop.deadlines.planned import KINDS as OWN_KINDS
from desktop.deadlines.schedule import KINDS, history_notes, schedule
from desktop.store import deadlines as stored
from desktop.store.deadlines import Derived, DerivedDate
from desktop.texts import Texts

from .method import made_with
from .office import Session
from .reference import Reference
from .words.names import OTHER_TITLE

AHEAD = timedelta(days=90)
"""How far the office's list looks."""
WEEK = timedelta(days=7)
HOLDS_AT_MOST = timedelta(days=30)
_NATURES = {each.value: each for each in Nature}


class DueLine(NamedTuple):
    """One date of the office's list. Days are inclusive; `act_by` is the day to show largest."""

    client_id: str
    name: str
    file_number: str
    kind: str
    code: str  # status code, passport kind or paper code
    title: str  # title id, or empty
    day: date
    safe_day: date | None
    start_on: date | None
    urgency: Urgency
    own: str = ""  # the office's words for its own date; what the case calls a title outside the pack
    nature: Nature = Nature.VALIDITY
    entry: str = ""  # id of the entry: of its own date, or of what was done about a derived one
    letter: str = ""  # id of the decision letter it follows from
    time: str = ""  # of an appointment, 14:30
    step: str = ""  # code of the step, if a plan made it
    place: str = ""  # of an appointment

    @property
    def key(self) -> str:
        """What `settling` names a derived date by; empty for the office's own."""
        own = self.kind in OWN_KINDS
        return (
            "" if own else "|".join((self.kind, self.code or self.letter, self.title, self.day.isoformat()))
        )

    @property
    def act_by(self) -> date:
        return self.safe_day or self.day


def of(reference: Reference, case: CaseFile, today: date) -> tuple[DueDate, ...]:
    """Every date of a case as known today: what is overdue first, then by the day to act."""
    return schedule(case, today, reference.authority(case.value("responsible_abh")), reference.pack.time)


def place_of(reference: Reference, case: CaseFile) -> Calendar:
    """The holidays of the authority of a case; those of all Germany where it is not known."""
    return calendar_of(reference.authority(case.value("responsible_abh")).holiday_key)


def notes_on_history(case: CaseFile, today: date) -> tuple[Step, ...]:
    """Gaps, overlaps and open ends of the status history: notes, never errors."""
    return history_notes(case, today)


def due(session: Session, today: date, limit: int = 200) -> list[DueLine]:
    """What is due in the next 90 days over all clients: what is overdue first, then by the day to act."""
    lines = lines_of(stored.due(session.office, today + AHEAD, limit), today)
    return sorted(lines, key=lambda line: (line.urgency is not Urgency.OVERDUE, line.act_by, line.name))


def derive(reference: Reference, case: CaseFile, today: date) -> Derived:
    """What the office file keeps of a case's dates, and until when that is right.

    Kept is every date that is not settled. That is right for at most a month, and not beyond the next border
    of any period in the case, nor beyond the last day for which the same dates follow; and only for the law
    and the program that it was made with.
    """
    dates = _kept(reference, case, today)
    holds_until = _next_border(case, today)
    if not _same(dates, _kept(reference, case, holds_until)):
        holds_until = _last_same_day(reference, case, dates, today, holds_until)
    return Derived(holds_until, dates, made_with(reference))


def kind_words(kind: str, texts: Texts) -> str:
    """What a kind of date is called in a list."""
    return texts(KINDS.get(kind, kind))


def lines_of(found: Iterable[stored.DueDate], today: date) -> list[DueLine]:
    """Lines of a list, from what the office file keeps."""
    ids = _Ids()
    return [_line(each, ids[each.client], today) for each in found]


class _Ids(dict[UUID, str]):
    """Ids of clients as text, each written once for a list."""

    def __missing__(self, client: UUID) -> str:
        self[client] = text = str(client)
        return text


def _line(found: stored.DueDate, client_id: str, today: date) -> DueLine:
    kind, day, safe_day, start_on, title, data, natural, urgent_from = found.date
    payload: dict[str, Any] = data or {}
    nature = _NATURES[natural]
    return DueLine(
        client_id,
        found.name,
        found.file_number,
        kind,
        payload.get("code", ""),
        title,
        day,
        safe_day,
        start_on,
        urgency(nature, day, safe_day or day, start_on, urgent_from, today),
        payload.get("own", ""),
        nature,
        payload.get("entry", ""),
        payload.get("letter", ""),
        payload.get("time", ""),
        payload.get("step", ""),
        payload.get("place", ""),
    )


def _payload(each: DueDate, case: CaseFile) -> dict[str, Any]:
    """What a line shows beside the days: whose paper it is, the office's own words, where they lead."""
    kept = {"code": each.code, "entry": each.entry, "letter": each.letter, "time": each.time}
    return {name: value for name, value in kept.items() if value} | _own(each, case)


def _own(each: DueDate, case: CaseFile) -> dict[str, str]:
    entry = next((entry for entry in case.entries if entry.id == each.entry), None)
    if entry is not None and not entry.source:
        words = {"own": entry.what, "step": "" if entry.what else entry.step, "place": entry.place}
        return {name: value for name, value in words.items() if value}
    if each.code != OTHER_TITLE:
        return {}
    others = [status for status in case.status_periods if status.status_code == OTHER_TITLE]
    own = [name for status in others if (name := status.variant or status.printed_label)]
    return {"own": own[-1]} if own else {}


def _kept(reference: Reference, case: CaseFile, today: date) -> tuple[DerivedDate, ...]:
    return tuple(
        DerivedDate(
            kind=each.kind,
            day=each.day,
            safe_day=each.safe_day,
            start_on=each.start_on,
            title=each.title_id or "",
            payload=_payload(each, case),
            nature=each.nature.value,
            urgent_from=each.urgent_from,
        )
        for each in of(reference, case, today)
        if not each.settled
    )


def _same(some: tuple[DerivedDate, ...], others: tuple[DerivedDate, ...]) -> bool:
    """Whether two derivations have the same dates; with the days only their order changes."""
    return some == others or sorted(map(repr, some)) == sorted(map(repr, others))


def _last_same_day(
    reference: Reference, case: CaseFile, dates: tuple[DerivedDate, ...], first: date, other: date
) -> date:
    """The last day from `first` on for which these dates follow, of `other` being known that they do not."""
    while other - first > ONE_DAY:
        middle = first + (other - first) // 2
        if _same(dates, _kept(reference, case, middle)):
            first = middle
        else:
            other = middle
    return first


def _next_border(case: CaseFile, today: date) -> date:
    """The last day before anything that the case names begins or ends, at most a month away."""
    later = [day for day in _borders(case) if day > today]
    return min([day - ONE_DAY for day in later] + [today + HOLDS_AT_MOST])


def _borders(case: CaseFile) -> Iterator[date]:
    """Every day that any answer or paper of the case names."""
    for answer in case.facts.values():
        yield from _days(answer.value)
    for paper in case.papers:
        if paper.valid_until is not None:
            yield paper.valid_until + ONE_DAY


def _days(value: Any) -> Iterator[date]:
    match value:
        case PartialDate():
            yield value.earliest
            yield value.latest
        case Period():
            yield from _days(value.start)
            yield from _days(value.end)
        case tuple():
            for each in value:
                yield from _days(each)
        case _ if hasattr(value, "__dataclass_fields__"):
            for name in value.__dataclass_fields__:
                yield from _days(getattr(value, name))
