"""When one decision arrived, by how it arrived: every day that can count, each with its reason and section.

A proven day counts as it is: later receipt does not help. A day that is not noted is taken as early as it can
have been.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from types import MappingProxyType

from ..cases.letters import Arrival, DecisionLetter
from ..texts import mark
from .after_sending import WAYS, by_days, portal, reception_centre
from .announce_rules import AnnounceRules
from .derivation import step
from .readings import Arrived, Reading, cured, stands_in, stays

NOTICE_RUNS = timedelta(weeks=2)
"""§ 10(2) s. 6 VwZG."""

PROVEN: Mapping[Arrival, tuple[str, str]] = MappingProxyType(
    {
        Arrival.DELIVERED: (
            mark("Served on {day}, as the envelope or the proof says."),
            "§§ 3, 4 Abs. 2 S. 1, § 5 VwZG",
        ),
        Arrival.HOUSEHOLD: (
            mark(
                "Handed on {day} to an adult of the household or an employee: this day counts, "
                "whether or not it was passed on."
            ),
            "§ 3 Abs. 2 VwZG, § 178 Abs. 1 Nr. 1, 2 ZPO",
        ),
        Arrival.SHELTER_HEAD: (
            mark(
                "Handed on {day} to the head of the accommodation or an authorised person: this day counts."
            ),
            "§ 3 Abs. 2 VwZG, § 178 Abs. 1 Nr. 3 ZPO",
        ),
        Arrival.REFUSED: (
            mark("Acceptance was refused on {day} without a right to: it counts as served on this day."),
            "§ 3 Abs. 2 VwZG, § 179 ZPO",
        ),
        Arrival.LETTER_BOX: (
            mark("Put into the letter box on {day}: this day counts, weekends too."),
            "§ 3 Abs. 2 VwZG, § 180 ZPO",
        ),
        Arrival.DEPOSITED: (
            mark("The notice of the deposit was left on {day}: this day counts, not the day of fetching."),
            "§ 3 Abs. 2 VwZG, § 181 ZPO",
        ),
    }
)
"""Arrivals with a day that is proven: its words and section."""


def arrived(letter: DecisionLetter, rules: AnnounceRules) -> Arrived:
    """Every day that can count for the client's own copy."""
    match letter.arrival:
        case arrival if arrival in PROVEN:
            return _proven(letter)
        case arrival if arrival in WAYS:
            return by_days(letter, rules)
        case Arrival.PORTAL:
            return portal(letter, rules)
        case Arrival.PUBLIC_NOTICE:
            return _public_notice(letter)
        case Arrival.RECEPTION_CENTRE:
            return reception_centre(letter, rules)
        case Arrival.UNDELIVERABLE:
            return _undeliverable(letter)
        case Arrival.ORAL:
            return _oral(letter)
    raise AssertionError(letter.arrival)


def _proven(letter: DecisionLetter) -> Arrived:
    """Service with a proven day; later receipt does not help, except where the service is doubtful."""
    text, cite = PROVEN[letter.arrival]
    if letter.served_on is not None:
        served = Reading(letter.served_on, (step(text, cite, day=letter.served_on),))
        return Arrived((served, *cured(letter), *_in_hand_before(letter)))
    bound = letter.sent_on or letter.dated_on
    if bound is None and letter.received_on is None:
        return Arrived(
            (), missing=step(mark("The day of service is needed: it stands on the envelope or the proof."))
        )
    readings = [] if bound is None else [Reading(bound, (stands_in(bound),))]
    if letter.received_on is not None:
        text = mark("In hand on {day}; the day of service may lie before it. Look at the envelope.")
        readings.append(Reading(letter.received_on, (step(text, day=letter.received_on),)))
    return Arrived(tuple(readings))


def _in_hand_before(letter: DecisionLetter) -> Iterator[Reading]:
    served, received = letter.served_on, letter.received_on
    if not letter.doubtful and served is not None and received is not None and received < served:
        text = mark(
            "In hand on {day}, before the day of service: check both days. The earlier one counts here."
        )
        yield Reading(received, (step(text, day=received),))


def _public_notice(letter: DecisionLetter) -> Arrived:
    """Two weeks after the notice was put up."""
    noted = letter.served_on or letter.sent_on
    put_up = noted or letter.dated_on
    if put_up is None:
        return Arrived((), missing=step(mark("The day is needed on which the notice was put up.")))
    day = put_up + NOTICE_RUNS
    text = mark("Public notice put up on {start}: counts as served two weeks later, on {day}.")
    told = step(text, "§ 10 Abs. 2 S. 6 VwZG", start=put_up, day=day)
    before = () if noted is not None else (stands_in(put_up),)
    return Arrived((Reading(day, (*before, told, *stays(day))), *cured(letter)))


def _undeliverable(letter: DecisionLetter) -> Arrived:
    """Post to the last known address that could not be delivered: the day of posting."""
    day = letter.sent_on or letter.dated_on
    if day is None:
        return Arrived(
            (), missing=step(mark("The day of posting is needed, or at least the date of the decision."))
        )
    before = () if letter.sent_on is not None else (stands_in(day),)
    cite = "§ 10 Abs. 2 S. 5 AsylG"
    text = mark(
        "It could not be delivered: it counts as served on the day of posting, {day}, even if it came back."
    )
    only = step(mark("This holds in the asylum procedure; otherwise what came back is not served."), cite)
    return Arrived((Reading(day, (*before, step(text, cite, day=day))), *cured(letter)), (only,))


def _oral(letter: DecisionLetter) -> Arrived:
    """Told orally: that day."""
    told = [day for day in (letter.served_on, letter.received_on) if day is not None]
    day = min(told, default=letter.dated_on)
    if day is None:
        return Arrived((), missing=step(mark("The day is needed on which the decision was told.")))
    return Arrived(
        (
            Reading(
                day,
                (step(mark("Told orally on {day}: this day counts."), "§ 41 Abs. 1 S. 1 VwVfG", day=day),),
            ),
        )
    )
