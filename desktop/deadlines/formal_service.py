"""Decisions that must be served: what it means when they came without proof of service.

An ordinary letter or an e-mail is no service. Where service cannot be proved the decision counts from the
day on which it was really in hand (§ 8 VwZG, § 189 ZPO), and that can be before the day that the law assumes
after posting. The days after posting are a rule of authorities: a letter of a court knows none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from ..cases.letters import Arrival, DecisionLetter
from ..texts import mark
from .derivation import Step, step
from .readings import Arrived, Reading, stands_in


@dataclass(frozen=True, slots=True)
class Formal:
    """What holds for decisions that must be served: the section that heals it, and who serves."""

    heals: str
    represented: str
    court: bool = False


BY_AUTHORITY = Formal("§ 8 VwZG", "§ 7 Abs. 1 S. 2 VwZG")
BY_COURT = Formal("§ 189 ZPO", "§ 67 Abs. 6 S. 5 VwGO", court=True)

SHORTENS_NOTHING = mark("Received on {day} already: this does not shorten the time.")
"""Said of an early receipt where the day that the law assumes counts."""

_WITHOUT_PROOF = frozenset(
    {Arrival.LETTER, Arrival.EMAIL, Arrival.MAILBOX, Arrival.PORTAL, Arrival.BENEFITS_PORTAL}
)


def informal(arrival: Arrival, formal: Formal | None) -> bool:
    """Whether a decision that must be served arrived in a way that proves nothing."""
    if formal is None:
        return False
    return arrival in _WITHOUT_PROOF or (formal.court and arrival is Arrival.REGISTERED)


def with_receipt(letter: DecisionLetter, formal: Formal | None, found: Arrived) -> Arrived:
    """What was found, with the day of receipt where that may count before; of a court only that day."""
    if formal is None or not informal(letter.arrival, formal):
        return found
    readings = found.readings
    online = letter.arrival in (Arrival.MAILBOX, Arrival.BENEFITS_PORTAL)
    if online and letter.received_on is None and not formal.court:
        was_there = letter.sent_on or letter.dated_on
        return replace(found, early=was_there, notes=(*found.notes, _opened(formal)))
    first = min((each.day for each in readings), default=date.max)
    early = [each for each in _received(letter, formal) if formal.court or each.day < first]
    if not early:
        return found
    notes = tuple(each for each in found.notes if each.text != SHORTENS_NOTHING)
    if formal.court:
        return Arrived(tuple(early), (_no_days(),))
    return replace(found, readings=(*early, *readings), notes=notes, missing=None)


def _received(letter: DecisionLetter, formal: Formal) -> Iterator[Reading]:
    """The day on which it was really in hand, or the earliest that can have been."""
    received = letter.received_on
    if received is not None:
        text = mark(
            "This decision must be served. Without proof of service it counts from the day on which it was "
            "really in hand: {day}."
        )
        yield Reading(received, (step(text, formal.heals, day=received),))
        return
    sent = letter.sent_on or letter.dated_on
    if sent is not None and (formal.court or letter.arrival in (Arrival.LETTER, Arrival.EMAIL)):
        text = mark(
            "This decision must be served. Without proof of service it counts from receipt, and its day is "
            "not noted: {day}, the day of sending, stands in. It was not earlier."
        )
        before = () if letter.sent_on is not None else (stands_in(sent),)
        yield Reading(sent, (*before, step(text, formal.heals, day=sent)))


def _opened(formal: Formal) -> Step:
    text = mark(
        "This decision must be served. The day on which it was first opened may count: note it. "
        "Until then the safe day counts from the day on which it was there."
    )
    return step(text, formal.heals)


def _no_days() -> Step:
    return step(mark("After a letter of a court no days pass by law: only service or receipt counts."))
