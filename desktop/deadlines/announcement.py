"""From which day the periods of a decision run: the earliest day that can count, and what makes it later.

Periods are planned from `Announced.day`, the safe line. Later readings are information for a lawyer: nobody
plans with them. The day of announcement itself never rolls over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from ..cases.letters import Arrival, DecisionLetter
from ..errors import Problem
from ..texts import mark
from .after_sending import WAYS
from .announce_rules import FEDERAL, AnnounceRules
from .arrivals import PROVEN, arrived
from .derivation import Step, step
from .formal_service import BY_AUTHORITY, Formal, informal, with_receipt
from .readings import Arrived, Reading

QUESTIONS: Mapping[str, str] = MappingProxyType(
    {
        "land_rule": mark("How many days does the law of the Land count after posting, and since when?"),
        "sent_on": mark(
            "On which day was it posted or sent? It stands on the envelope or in the file of the office."
        ),
        "served_on": mark("Which day stands on the yellow envelope, the receipt or the notice?"),
        "received_on": mark("On which day was it really in hand? What proves it?"),
        "envelope": mark("Is the envelope kept? Photograph both sides: the day of service stands on it."),
        "representative": mark(
            "Was a written power of attorney handed in? Since when, for what, and does it exclude receipt?"
        ),
        "family": mark("Which persons does the decision bind? One service can count for all of them."),
        "shared_accommodation": mark(
            "Was it the dwelling's own letter box? A collective box of an accommodation is doubtful service."
        ),
        "moved": mark(
            "Did the client move, and did the office know? Post to the last known address can count."
        ),
        "mailbox": mark(
            "Was the application made online? Look into the mailbox together and note since when it is there."
        ),
    }
)
"""What to ask before the day is accepted."""

_OPEN_MAIL = frozenset({Arrival.LETTER, Arrival.LETTER_BOX, Arrival.DEPOSITED, Arrival.UNDELIVERABLE})
_AT_A_SHELTER = frozenset({Arrival.HOUSEHOLD, Arrival.LETTER_BOX, Arrival.DEPOSITED})
_FORMAL = frozenset({*PROVEN, Arrival.PUBLIC_NOTICE})
_BY_RECEIPT = frozenset({*WAYS, Arrival.PORTAL, Arrival.RECEPTION_CENTRE, Arrival.ORAL})
_ONLINE = frozenset({Arrival.EMAIL, Arrival.MAILBOX, Arrival.PORTAL, Arrival.BENEFITS_PORTAL})


@dataclass(frozen=True, slots=True)
class Announced:
    """When a decision counts as announced or served: days of the calendar, never rolled over."""

    day: date | None  # the earliest that can count; None: nothing announced, or a day is missing
    derivation: tuple[Step, ...]
    later: tuple[Reading, ...] = ()  # other readings, each after `day`; second line only
    notes: tuple[Step, ...] = ()
    missing: Step | None = None  # which day is needed
    ask: tuple[str, ...] = ()  # keys of QUESTIONS
    doubtful: bool = False  # a lawyer must look at the service itself
    early: date | None = None  # it may have been served before `day`: the safe line counts from here


def announced(letter: DecisionLetter, rules: AnnounceRules, formal: Formal | None = None) -> Announced:
    """When a decision letter counts as announced, by the law that its authority follows.

    `formal`: the decision must be served, so that its periods run from service. Raises Problem for days that
    contradict each other (see `problems`). A missing day is no error: `missing` says which one is needed.
    """
    for problem in problems(letter):
        raise problem
    found = _own(letter, rules, formal)
    readings = sorted(
        (*_represented(letter, formal or BY_AUTHORITY), *found.readings), key=lambda each: each.day
    )
    first = readings[0] if readings else None
    return Announced(
        day=first.day if first is not None else None,
        derivation=first.steps if first is not None else (),
        later=tuple(_later(readings)),
        notes=(*found.notes, *_notes(letter, rules, formal)),
        missing=None if readings else found.missing,
        ask=tuple(_ask(letter, rules, formal)),
        doubtful=letter.doubtful,
        early=min(found.early, first.day) if found.early is not None and first is not None else None,
    )


def problems(letter: DecisionLetter) -> Iterator[Problem]:
    """What cannot be right about the days of a letter."""
    days = (
        letter.sent_on,
        letter.served_on,
        letter.received_on,
        letter.other_served_on,
        letter.represented_on,
    )
    for day in days:
        if day is not None and letter.dated_on is not None and day < letter.dated_on:
            yield Problem(
                mark("{day} lies before the date of the decision, {dated}."),
                mark("Check both days on the letter and the envelope."),
                day=day,
                dated=letter.dated_on,
            )
    for day in (letter.served_on, letter.received_on):
        if day is not None and letter.sent_on is not None and day < letter.sent_on:
            yield Problem(
                mark("{day}, when it arrived, lies before {sent}, when it was sent."),
                mark("Check both days on the letter and the envelope."),
                day=day,
                sent=letter.sent_on,
            )


def _own(letter: DecisionLetter, rules: AnnounceRules, formal: Formal | None) -> Arrived:
    """The client's own copy; where only the representative was served, there is none."""
    if letter.represented_on is not None and _only_represented(letter):
        return Arrived(tuple(_in_hand_first(letter, letter.represented_on)))
    return with_receipt(letter, formal, arrived(letter, rules))


def _in_hand_first(letter: DecisionLetter, represented: date) -> Iterator[Reading]:
    """What the client had in hand before the representative was served was no copy."""
    if letter.received_on is not None and letter.received_on < represented:
        text = mark(
            "In the client's hands on {day}, before the representative was served: this day counts here."
        )
        yield Reading(
            letter.received_on, (step(text, "§ 41 Abs. 1 VwVfG, § 8 VwZG", day=letter.received_on),)
        )


def _only_represented(letter: DecisionLetter) -> bool:
    """Whether no day of sending to or service on the client is noted: what is received is then a copy."""
    return letter.served_on is None and (letter.sent_on is None or letter.arrival in PROVEN)


def _represented(letter: DecisionLetter, formal: Formal) -> Iterator[Reading]:
    """Service on the representative with a written power of attorney, the regular one (§ 7(1) VwZG)."""
    if letter.represented_on is not None:
        text = mark(
            "Served on {day} on the representative with a written power of attorney: this day counts."
        )
        yield Reading(letter.represented_on, (step(text, formal.represented, day=letter.represented_on),))


def _later(readings: list[Reading]) -> Iterator[Reading]:
    """The readings after the first, each day once."""
    seen = {readings[0].day} if readings else set()
    for each in readings:
        if each.day not in seen:
            seen.add(each.day)
            yield each


def _notes(letter: DecisionLetter, rules: AnnounceRules, formal: Formal | None) -> Iterator[Step]:
    served, represented = letter.served_on or letter.received_on, letter.represented_on
    rule = formal or BY_AUTHORITY
    if represented is not None and served is not None and served < represented:
        yield step(
            mark(
                "The client was served before the representative: with a written power of attorney this is "
                "defective, and cured by receipt of the representative. The earlier day counts here; "
                "a lawyer must check it today."
            ),
            f"{rule.represented}, {rule.heals}",
        )
    if letter.arrival is Arrival.REGISTERED:
        yield _return_slip()
    if letter.doubtful:
        yield step(mark("The service is doubtful: act by the earliest day; a lawyer must check it today."))
    if formal is not None and formal.court and letter.arrival in _FORMAL:
        yield step(mark("A court serves by the ZPO, which is alike in substance."), "§ 56 Abs. 2 VwGO")
    if rules.law != FEDERAL and (letter.arrival in _FORMAL or informal(letter.arrival, formal)):
        yield step(mark("An office of a Land serves by the act of the Land, which is alike in substance."))


def _return_slip() -> Step:
    text = mark(
        "With a return slip the day on it counts, even if it is earlier: then enter it as handed over. What "
        "was only put into the letter box is no registered letter that was handed over: an ordinary letter."
    )
    return step(text, "§ 4 VwZG")


def _ask(letter: DecisionLetter, rules: AnnounceRules, formal: Formal | None) -> Iterator[str]:
    """What is still open, in the order of the law brief."""
    if letter.arrival in WAYS:
        way, _ = WAYS[letter.arrival]
        sent = letter.sent_on or letter.dated_on
        if sent is not None and not rules.on(way, sent).confirmed:
            yield "land_rule"
        if letter.sent_on is None:
            yield "sent_on"
    elif letter.arrival in (Arrival.UNDELIVERABLE, Arrival.PORTAL):
        if letter.sent_on is None:
            yield "sent_on"
    elif letter.served_on is None and letter.arrival is not Arrival.ORAL:
        yield "served_on"
    if letter.received_on is None and (letter.doubtful or letter.arrival in _BY_RECEIPT):
        yield "received_on"
    if letter.arrival in PROVEN or informal(letter.arrival, formal):
        yield "envelope"
    if letter.represented_on is None:
        yield "representative"
    yield "family"
    if letter.arrival in _AT_A_SHELTER:
        yield "shared_accommodation"
    if letter.arrival in _OPEN_MAIL:
        yield "moved"
    if letter.arrival in _ONLINE:
        yield "mailbox"
