"""The clients of an office: list, find, add, load, save, delete, undo."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import islice
from types import MappingProxyType
from typing import Any, NamedTuple
from uuid import UUID, uuid4

from desktop.cases.answers import Answer
from desktop.cases.casefile import CaseFile
from desktop.cases.names import LONGEST_NAME, clean
from desktop.cases.people import Client
from desktop.cases.periods import PartialDate
from desktop.cases.words import spoken_day
from desktop.errors import Problem
from desktop.store import clients as stored
from desktop.store import deadlines as stored_dates
from desktop.store import undo as steps
from desktop.store.present_papers import PresentPaper, present_papers
from desktop.texts import Texts, mark

from . import caseload, clock, relatives
from .method import made_with
from .office import Session
from .reference import Reference
from .words.lines import table
from .words.names import OTHER_TITLE, step_names

ALL = 1_000_000
BATCH = 250
TOLD = 10
"""Files that are named at most where something is said of several."""
_NO_PAPER = PresentPaper("", None, None)


class ClientLine(NamedTuple):
    """One line of a list. Days are inclusive; `safe_day` is the safe one before the present paper `ends`."""

    id: str
    name: str
    file_number: str
    birth_date: str  # ISO, known by month or year where the day is not; empty if unknown
    status: str  # status code of the present paper, or empty
    ends: date | None
    safe_day: date | None
    next_day: date | None  # the next day to act, of any kind
    own: str = ""  # what the present paper calls itself, of a title outside the pack

    def as_data(self) -> dict[str, Any]:
        """Plain data for other programs."""
        days = {"ends": self.ends, "safe_day": self.safe_day, "next_day": self.next_day}
        return self._asdict() | {key: day.isoformat() if day else None for key, day in days.items()}


class Saved(NamedTuple):
    """When a change was stored for certain."""

    at: datetime


def lines(
    session: Session, query: str = "", limit: int = 200, offset: int = 0, today: date | None = None
) -> list[ClientLine]:
    """Clients by name, or those a query finds: words of a name, a birth date, a file number."""
    found = stored.lines(session.office, query, limit, offset)
    papers = present_papers(session.office, (line.id for line in found), today or date.max)
    return [_line(line, papers.get(line.id, _NO_PAPER)) for line in found]


def count(session: Session, query: str = "") -> int:
    """How many clients `lines` has for a query."""
    return stored.count(session.office, query)


def similar(session: Session, name: str, birth_date: PartialDate | None) -> list[ClientLine]:
    """Clients that may be the same person: by name in any usual spelling, and by the day of birth."""
    queries = [name]
    if birth_date is not None and birth_date.day is not None:
        queries.append(f"{birth_date.day:%d.%m.%Y}")
    found: dict[str, ClientLine] = {}
    for query in queries:
        if query.strip():
            found |= {line.id: line for line in lines(session, query, 10)}
    return list(found.values())


def create(session: Session, client: Client, facts: Mapping[str, Answer], now: datetime) -> str:
    """Add a client with what is known so far; the id."""
    return add(session, CaseFile(client, facts=MappingProxyType(dict(facts))), now)


def add(session: Session, case: CaseFile, now: datetime) -> str:
    """Add a whole case; the id. Raises Problem for a name that is empty or too long."""
    case = _with_clean_names(case)
    derived = caseload.derive(session.reference, case, now.date())
    return str(stored.add(session.office, case, session.user, now, derived))


def add_many(session: Session, cases: Iterable[CaseFile], now: datetime) -> Iterator[int]:
    """Add many cases in steps that each stand whole or not at all; yields how many are stored."""
    stored_so_far = 0
    waiting = iter(cases)
    while batch := [_with_clean_names(case) for case in islice(waiting, BATCH)]:
        with session.office.change("add", session.user, now) as change:
            for case in batch:
                stored.write(change, uuid4(), case, caseload.derive(session.reference, case, now.date()))
        stored_so_far += len(batch)
        yield stored_so_far


def load(session: Session, client_id: str) -> CaseFile:
    """Everything known about a client, the cases of the household beside it. Raises Problem if it is gone."""
    return relatives.whole_case(session.office, UUID(client_id))


def save(session: Session, client_id: str, case: CaseFile, now: datetime) -> Saved:
    """Store what differs, with what follows from it for this client and for the household, in one step."""
    case = relatives.with_household(session.office, _with_clean_names(case))
    client = UUID(client_id)
    derived = caseload.derive(session.reference, case, now.date())
    others = {
        other: caseload.derive(session.reference, each, now.date())
        for other, each in relatives.beside(session.office, client, case)
    }
    stored.save(session.office, client, case, session.user, now, derived, others)
    return Saved(now)


def remove(session: Session, client_id: str, now: datetime) -> None:
    """Put a client into the recycle bin; `undo` brings it back."""
    client = UUID(client_id)
    stored.delete(session.office, [client], session.user, now)
    derive_again(session, stored.linked_with(session.office, client), now)


def undo(session: Session, now: datetime) -> str | None:
    """Take the last step back; the client it touched, or None if it touched several."""
    return _reverted(session, steps.undo(session.office, session.user, now), now)


def redo(session: Session, now: datetime) -> str | None:
    """Do again what was undone last."""
    return _reverted(session, steps.redo(session.office, session.user, now), now)


def derive_again(session: Session, clients: Iterable[UUID], now: datetime) -> None:
    """Derive anew what follows for some clients and those linked with them; nobody changed anything.

    A case that cannot be read, or at which a rule fails, keeps what there is of it, goes on waiting and stops
    nobody else's; whoever opens it is told.
    """
    chosen = tuple(
        dict.fromkeys(
            each for client in clients for each in (client, *stored.linked_with(session.office, client))
        )
    )
    if not chosen:
        return
    today = now.date()
    found = relatives.each_case(
        session.office, chosen, lambda case: caseload.derive(session.reference, case, today), failed=[]
    )
    with session.office.change("derive", session.user, now, looks_logged=False) as change:
        for client, derived in found:
            stored_dates.replace(change, client, derived)


def bring_dates_up_to_date(session: Session, now: datetime, most: int = 200) -> int:
    """Derive again what no longer holds, for at most so many clients; how many are left after that.

    Whoever cannot be derived is passed over. None are left, too, where that is everybody else, so that
    asking until none is left ends; and while the clock cannot be trusted (`clock`), when nothing is derived
    for the day it says.
    """
    if clock.check(session, now.date()) is not None:
        return 0
    waiting, most = _waiting(session, now), max(most, 1)
    for begin in range(0, len(waiting), most):
        derive_again(session, waiting[begin : begin + most], now)
        left = len(_waiting(session, now))
        if left < len(waiting):  # after the last of them nobody else is left
            return left if begin + most < len(waiting) else 0
    return 0


def dates_left_old(session: Session, now: datetime) -> Problem | None:
    """Whose dates could not be derived anew and may be old in every list, by file number; without names."""
    waiting = _waiting(session, now)
    if not waiting:
        return None
    return Problem(
        mark(
            "For some clients ({count}) the dates could not be worked out anew; "
            "what lists show of them may be old."
        ),
        mark("Open these files and look at their dates: {numbers}."),
        count=len(waiting),
        numbers=named_by_number(session, waiting),
    )


def named_by_number(session: Session, found: Sequence[UUID]) -> str:
    """Some clients by their file numbers, never by name; who has none is only counted by an ellipsis."""
    numbers = [each for each in stored.file_numbers(session.office, found[:TOLD]) if each]
    return ", ".join(numbers) + (" …" if len(found) > len(numbers) else "")


def _waiting(session: Session, now: datetime) -> list[UUID]:
    return stored_dates.stale(session.office, made_with(session.reference), now.date())


def as_text(reference: Reference, found: Sequence[ClientLine], texts: Texts) -> str:
    """Lines for a terminal: file number, name, birth date, present paper and its last day."""
    names = step_names(reference, texts)
    rows = [
        (
            line.file_number,
            line.name,
            born_words(line.birth_date, texts),
            line.own or names.get(line.status, line.status),
            texts.day(line.ends) if line.ends else "",
        )
        for line in found
    ]
    heads = mark("file number"), mark("name"), mark("born"), mark("present paper"), mark("until")
    counted = texts.plural(mark("{count} client"), mark("{count} clients"), len(rows))
    shown = table([tuple(texts(head) for head in heads), *rows]) if rows else ()
    return "\n".join((*shown, counted))


def born_words(birth_date: str, texts: Texts) -> str:
    """A birth date of a line as people write it, by month or year where the day is not known."""
    if not birth_date:
        return ""
    first, _, last = birth_date.partition("/")
    earliest, latest = PartialDate.parse(first), PartialDate.parse(last or first)
    return spoken_day(PartialDate(earliest.earliest, latest.latest), texts)


def _reverted(session: Session, reverted: steps.Reverted, now: datetime) -> str | None:
    derive_again(session, reverted.clients, now)
    return str(next(iter(reverted.clients))) if len(reverted.clients) == 1 else None


def _line(line: stored.ClientLine, paper: PresentPaper) -> ClientLine:
    born = ""
    if line.born_from is not None and line.born_to is not None:
        born = str(PartialDate(line.born_from, line.born_to))
    return ClientLine(
        id=str(line.id),
        name=line.name,
        file_number=line.file_number,
        birth_date=born,
        status=paper.status_code,
        ends=paper.last_day,
        safe_day=paper.safe_day,
        next_day=line.next_day,
        own=paper.own if paper.status_code == OTHER_TITLE else "",
    )


def _with_clean_names(case: CaseFile) -> CaseFile:
    client = case.client
    name, original = clean(client.name), clean(client.original_name)
    if not name:
        raise Problem(mark("The name is empty."))
    if max(len(name), len(original)) > LONGEST_NAME:
        raise Problem(mark("A name has at most {count} letters here."), count=LONGEST_NAME)
    if (name, original) == (client.name, client.original_name):
        return case
    return replace(case, client=replace(client, name=name, original_name=original))
