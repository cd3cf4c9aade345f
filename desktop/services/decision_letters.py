"""Decision letters of a case: which kinds there are, what a form must ask, what follows; add, change, close.

Every function that changes takes a case and returns the changed one; nothing is stored here, except by
`record_for`. What a person typed becomes a letter in `letter_drafts`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from types import MappingProxyType
from typing import NamedTuple
from uuid import uuid4

from desktop.cases.casefile import CaseFile, Relative
from desktop.cases.letters import Arrival, DecisionLetter, Instruction
from desktop.deadlines import announcement, remedies
from desktop.deadlines.derivation import Step
from desktop.deadlines.duedates import DueDate, Nature
from desktop.deadlines.outlook import Outlook
from desktop.deadlines.remedies import remedies_of
from desktop.deadlines.remedy_dates import dates_of
from desktop.deadlines.remedy_table import Act, Row
from desktop.errors import Problem
from desktop.texts import Texts, mark

from . import clients, deadlines
from .office import Session
from .reference import Reference

PARTS: Mapping[str, str] = MappingProxyType(
    {
        "asylum": mark("Asylum"),
        "court": mark("Court in asylum matters"),
        "residence": mark("Residence and fees"),
        "benefits": mark("Social benefits"),
    }
)
"""The parts of the list of decisions, in its order."""

ARRIVALS: Mapping[Arrival, str] = MappingProxyType(
    {
        Arrival.DELIVERED: mark("yellow envelope, handed over, receipt, return slip"),
        Arrival.LETTER: mark("ordinary letter"),
        Arrival.LETTER_BOX: mark("yellow envelope in the letter box"),
        Arrival.HOUSEHOLD: mark("handed to an adult of the household"),
        Arrival.SHELTER_HEAD: mark("handed to the head of the accommodation"),
        Arrival.RECEPTION_CENTRE: mark("through the reception centre"),
        Arrival.DEPOSITED: mark("deposited, notice left"),
        Arrival.REGISTERED: mark("registered letter without return slip"),
        Arrival.EMAIL: mark("e-mail"),
        Arrival.MAILBOX: mark("mailbox of a user account"),
        Arrival.PORTAL: mark("fetched from a portal"),
        Arrival.BENEFITS_PORTAL: mark("portal of a benefits office"),
        Arrival.REFUSED: mark("acceptance refused"),
        Arrival.UNDELIVERABLE: mark("came back, asylum procedure"),
        Arrival.PUBLIC_NOTICE: mark("public notice"),
        Arrival.ORAL: mark("only told"),
    }
)
"""How a decision can have arrived, the usual ways first."""

INSTRUCTIONS: Mapping[Instruction, str] = MappingProxyType(
    {
        Instruction.COMPLETE: mark("complete: remedy, where, seat, period"),
        Instruction.INCOMPLETE: mark("something of it is missing"),
        Instruction.MISSING: mark("there is none"),
        Instruction.DENIES: mark("says that there is no remedy"),
    }
)
REMEDIES: Mapping[str, str] = MappingProxyType(
    {"objection": mark("objection"), "action": mark("action"), "interim_relief": mark("interim relief")}
)
UNITS: Mapping[str, str] = MappingProxyType(
    {"days": mark("days"), "weeks": mark("weeks"), "months": mark("months")}
)

_BY_SENDING = frozenset(
    {
        Arrival.LETTER,
        Arrival.REGISTERED,
        Arrival.EMAIL,
        Arrival.MAILBOX,
        Arrival.BENEFITS_PORTAL,
        Arrival.PORTAL,
    }
)


class Decision(NamedTuple):
    """One kind of decision for choosing: `short` in the list, `name` and `cite` beside it."""

    id: str
    part: str  # key of PARTS
    short: str
    name: str
    cite: str


class Needs(NamedTuple):
    """What a form must ask for a decision that arrived in one way; the days by what counts most."""

    days: tuple[str, ...]  # of sent_on, served_on, received_on
    regime: str  # "lodged", "withdrawal", or empty: the day the procedure began plays no role
    other_served_on: bool  # a second service is needed
    instruction: bool  # whether there is any remedy
    remedies: tuple[str, ...]  # what the instruction can name, the usual first
    regular: tuple[int, str] | None  # the regular period of the first remedy; a hint, never an entry


class Preview(NamedTuple):
    """What would follow from a letter."""

    dates: tuple[DueDate, ...]
    notes: tuple[Step, ...]
    questions: tuple[str, ...]  # English source texts; hints, not inputs
    doubtful: bool


def decisions(reference: Reference, texts: Texts) -> list[Decision]:
    """Every kind of decision a form lists, by part, else in the order of the table."""
    found = [
        Decision(row.id, row.part, texts.pick(row.short), texts.pick(row.name), row.cite)
        for row in reference.pack.time.remedies.rows
        if row.listed
    ]
    return sorted(found, key=lambda each: list(PARTS).index(each.part))


def needs(reference: Reference, decision: str, arrival: Arrival) -> Needs:
    """What to ask for. Raises Problem for a decision the table does not have."""
    row = row_of(reference, decision)
    acts = [each.act for each in row.remedies]
    first = row.remedies[0] if row.remedies else None
    regular = first.regular if first is not None else None
    return Needs(
        days=days_of(arrival),
        regime=row.regime.anchor if row.regime is not None and row.regime.anchor != "open" else "",
        other_served_on=row.both_services,
        instruction=bool(acts),
        remedies=tuple(dict.fromkeys(word for act in acts for word in _named(act))),
        regular=(regular.count, regular.unit.value) if regular is not None else None,
    )


def days_of(arrival: Arrival) -> tuple[str, ...]:
    """Which days a way of arriving needs, what counts most first."""
    if arrival in _BY_SENDING:
        return ("sent_on", "received_on")
    if arrival is Arrival.UNDELIVERABLE:
        return ("sent_on",)
    if arrival is Arrival.ORAL:
        return ("received_on",)
    if arrival is Arrival.RECEPTION_CENTRE:
        return ("served_on", "received_on")
    return ("served_on",)


def _named(act: Act) -> tuple[str, ...]:
    words = {Act.EITHER: ("objection", "action"), Act.INTERIM: ("interim_relief",)}
    return words.get(act, (act.value,) if act.value in REMEDIES else ())


def row_of(reference: Reference, decision: str) -> Row:
    """The row of a decision. Raises Problem."""
    row = reference.pack.time.remedies.row(decision)
    if row is None:
        raise Problem(mark("This kind of decision is not in the table."), mark("Choose one from the list."))
    return row


def preview(reference: Reference, case: CaseFile, letter: DecisionLetter, today: date) -> Preview:
    """What follows from a letter before it is saved, most urgent first. Raises Problem as `remedies_of`."""
    authority = reference.authority(case.value("responsible_abh"))
    law = reference.pack.time
    found = remedies_of(letter, law, authority)
    view = Outlook.of(case, today, authority, law)
    dates = sorted(dates_of(letter, view), key=lambda each: each.place(today))
    arrived = found.announced
    asked = [
        *(remedies.QUESTIONS[each] for each in found.ask),
        *(announcement.QUESTIONS[each] for each in (arrived.ask if arrived is not None else ())),
    ]
    return Preview(tuple(dates), found.notes, tuple(asked), arrived is not None and arrived.doubtful)


# In a case


def letter_in(case: CaseFile, letter_id: str) -> DecisionLetter:
    """One letter of a case. Raises Problem if it is gone."""
    found = next((each for each in case.letters if each.id == letter_id), None)
    if found is None:
        raise Problem(mark("This letter is no longer in the case."), mark("Look at the case again."))
    return found


def put(case: CaseFile, letter: DecisionLetter) -> CaseFile:
    """The case with a letter, in the place of the one of the same id if there is one."""
    if all(each.id != letter.id for each in case.letters):
        return replace(case, letters=(*case.letters, letter))
    return replace(case, letters=tuple(letter if each.id == letter.id else each for each in case.letters))


def close(reference: Reference, case: CaseFile, letter_id: str, on: date) -> CaseFile:
    """The case with a letter that is settled (withdrawn, annulled, final): its dates are prompted no more.

    Raises Problem while a period of it still runs: first it is said what became of it. Who has filed the
    action may not lose the period for its reasons by one key.
    """
    letter = letter_in(case, letter_id)
    running = [
        each.day
        for each in deadlines.of(reference, case, on)
        if each.letter == letter_id and each.nature is Nature.FILING and not each.settled and each.day >= on
    ]
    if running:
        raise Problem(
            mark("A deadline of this decision still runs, to {day}."),
            mark("Mark each of them as done and say how, then settle the decision."),
            day=min(running),
        )
    return put(case, replace(letter, closed_on=on))


def reopen(case: CaseFile, letter_id: str) -> CaseFile:
    """The case with a letter that counts again."""
    return put(case, replace(letter_in(case, letter_id), closed_on=None))


def remove(case: CaseFile, letter_id: str) -> CaseFile:
    """The case without a letter that was entered by mistake. Raises Problem if it is gone."""
    gone = letter_in(case, letter_id)
    return replace(case, letters=tuple(each for each in case.letters if each is not gone))


def new_id() -> str:
    """An id that no other letter has, in this case or another."""
    return uuid4().hex


# A decision that binds a family


def household_of(case: CaseFile, letter: DecisionLetter | None = None) -> tuple[Relative, ...]:
    """The relatives whose cases are at hand; with a letter those who do not have a copy of it yet."""
    return tuple(each for each in case.relatives if letter is None or not _has(each.case, letter))


def _has(case: CaseFile, letter: DecisionLetter) -> bool:
    return any(_same(each) == _same(letter) for each in case.letters)


def _same(letter: DecisionLetter) -> tuple[object, ...]:
    """What two copies of one decision have in common."""
    return letter.decision, letter.dated_on, letter.sent_on, letter.served_on


def for_relative(case: CaseFile, letter: DecisionLetter) -> CaseFile:
    """A relative's case with a letter of its own from the same service (§ 10(3) AsylG, § 7(1) s. 3 VwZG)."""
    return put(case, replace(letter, id=new_id()))


def record_for(session: Session, letter: DecisionLetter, client_ids: Iterable[str], now: datetime) -> int:
    """Store the letter with other clients it binds, each in one step; how many did not have it yet.

    Raises Problem for a client that is gone; those before it are stored.
    """
    count = 0
    for client_id in client_ids:
        case = clients.load(session, client_id)
        if not _has(case, letter):
            clients.save(session, client_id, for_relative(case, letter), now)
            count += 1
    return count
