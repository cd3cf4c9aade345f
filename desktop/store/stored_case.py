"""A CaseFile from its rows, by plain SQL, so that a case opens at once; `casefile_rows` is the way back."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import Any
from uuid import UUID

from desktop.cases.agenda import Entry, EntryKind, Rest
from desktop.cases.answers import Answer, Judgement, Proof, Ternary, Waiver
from desktop.cases.applications import DecisionKind, Request
from desktop.cases.casefile import CaseFile
from desktop.cases.declarations import DeclarationShape
from desktop.cases.letters import DecisionLetter
from desktop.cases.papers import Paper
from desktop.cases.people import Client, HouseholdLink
from desktop.cases.periods import PartialDate, Period
from desktop.cases.recordshapes import Record
from desktop.cases.status import StatusPeriod

from .office_file import OfficeFile, from_json
from .problems import UnreadableAnswer
from .values import ROWS_OF_THEIR_OWN, from_plain

_ENTRY = (
    "entry, kind, day, what, time, place, start_on, source, plan, step, note, made_by, made_on, done_by, "
    "done_on, done_how, confirmed_by, confirmed_on"
)


def stored_case(office: OfficeFile, client: UUID) -> CaseFile | None:
    """The case as stored; None for a client that is gone. Raises `UnreadableAnswer`."""

    def part(columns: str, table: str, order: str) -> list[tuple[Any, ...]]:
        return office.read(f"SELECT {columns} FROM {table} WHERE client_id = ? ORDER BY {order}", client.hex)

    own = office.read(
        "SELECT name, original_name, contact, address, language, file_number, authority_file_number, notes "
        "FROM client WHERE id = ?",
        client.hex,
    )
    if not own:
        return None
    periods = tuple(
        _status_period(*row)
        for row in part(
            "status_code, start_from, start_to, end_from, end_to, issued_from, issued_to, issued_by, paper, "
            "variant, printed_label, conditions, number",
            "status_period",
            "position",
        )
    )
    answers = part('fact, shape, value, "by", "on", proof, paper, disputed, note', "answer", "fact")
    judgements = part('name, value, "by", "on", reason', "judgement", "name")
    waivers = part('leaf, "by", "on", reason', "waiver", "leaf")
    papers = part("paper, code, state, seen_on, issued_on, valid_until, note", "paper", "position")
    requests = part('title, decision_kind, "on"', "request", "position")
    return CaseFile(
        client=_client(*own[0]),
        facts=MappingProxyType({fact: _answer(periods, fact, *rest) for fact, *rest in answers}),
        judgements=MappingProxyType(
            {name: Judgement(Ternary(value), by, _day(on), why) for name, value, by, on, why in judgements}
        ),
        waivers=MappingProxyType(
            {leaf: Waiver(leaf, by, date.fromisoformat(on), why) for leaf, by, on, why in waivers}
        ),
        papers=tuple(_paper(*row) for row in papers),
        requests=tuple(Request(title, DecisionKind(kind), _day(on)) for title, kind, on in requests),
        household=tuple(HouseholdLink(*row) for row in part("relation, other", "household", "position")),
        letters=tuple(
            Record(DecisionLetter).read(from_json(found))
            for (found,) in part("content", "letter", "position")
        ),
        entries=tuple(_entry(*row) for row in part(_ENTRY, "entry", "position")),
        rest=next((_rest(*row) for row in part('reason, "by", "on", until', "rest", "client_id")), None),
        declarations=tuple(
            DeclarationShape().read(from_json(found))
            for (found,) in part("content", "declaration", "position")
        ),
    )


def _client(
    name: str,
    original_name: str,
    contact: str,
    address: str,
    language: str,
    file_number: str,
    authority_file_number: str,
    notes: str,
) -> Client:
    return Client(
        name=name,
        original_name=original_name,
        contact=contact,
        address=tuple(from_json(address)),
        language=language,
        file_number=file_number,
        authority_file_number=authority_file_number,
        notes=notes,
    )


def _status_period(
    code: str,
    start_from: str,
    start_to: str,
    end_from: str | None,
    end_to: str | None,
    issued_from: str | None,
    issued_to: str | None,
    issued_by: str,
    paper: int | None,
    variant: str,
    printed_label: str,
    conditions: str,
    number: str,
) -> StatusPeriod:
    start = PartialDate(date.fromisoformat(start_from), date.fromisoformat(start_to))
    return StatusPeriod(
        status_code=code,
        period=Period(start, _partial(end_from, end_to)),
        issued_on=_partial(issued_from, issued_to),
        issued_by=issued_by,
        paper=None if paper is None else bool(paper),
        variant=variant,
        printed_label=printed_label,
        conditions=tuple(from_json(conditions)),
        number=number,
    )


def _answer(
    periods: tuple[StatusPeriod, ...],
    fact: str,
    shape: str,
    stored: Any,
    by: str,
    on: str | None,
    proof: str,
    paper: str | None,
    disputed: int,
    note: str,
) -> Answer:
    try:
        value = periods if shape == ROWS_OF_THEIR_OWN else from_plain(shape, from_json(stored))
    except (ValueError, TypeError, AttributeError):
        raise UnreadableAnswer(fact) from None
    return Answer(value, by, _day(on), Proof(proof), paper, bool(disputed), note)


def _paper(
    paper: str,
    code: str,
    state: str,
    seen_on: str | None,
    issued_on: str | None,
    valid_until: str | None,
    note: str,
) -> Paper:
    return Paper(paper, code, Proof(state), _day(seen_on), _day(issued_on), _day(valid_until), note)


def _entry(
    number: str,
    kind: str,
    day: str,
    what: str,
    time: str,
    place: str,
    start_on: str | None,
    source: str,
    plan: str,
    step: str,
    note: str,
    made_by: str,
    made_on: str | None,
    done_by: str,
    done_on: str | None,
    done_how: str,
    confirmed_by: str,
    confirmed_on: str | None,
) -> Entry:
    return Entry(
        id=number,
        kind=EntryKind(kind),
        day=date.fromisoformat(day),
        what=what,
        time=time,
        place=place,
        start_on=_day(start_on),
        source=source,
        plan=plan,
        step=step,
        note=note,
        made_by=made_by,
        made_on=_day(made_on),
        done_by=done_by,
        done_on=_day(done_on),
        done_how=done_how,
        confirmed_by=confirmed_by,
        confirmed_on=_day(confirmed_on),
    )


def _rest(reason: str, by: str, on: str, until: str | None) -> Rest:
    return Rest(reason, by, date.fromisoformat(on), _day(until))


def _partial(earliest: str | None, latest: str | None) -> PartialDate | None:
    if earliest is None or latest is None:
        return None
    return PartialDate(date.fromisoformat(earliest), date.fromisoformat(latest))


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
