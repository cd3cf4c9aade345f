"""Arrivals for which the law lets days pass after sending: letter, e-mail, mailbox, portal, reception centre.

The day that the law assumes stays even if it is a weekend; an earlier receipt does not shorten the time, a
later one counts if it can be proved. Where the day of sending is not noted, the date of the decision stands
in for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType

from ..cases.letters import Arrival, DecisionLetter
from ..cases.periods import ONE_DAY
from ..texts import mark
from .announce_rules import AnnounceRules, DayRule, Way
from .derivation import Step, step
from .formal_service import SHORTENS_NOTHING
from .readings import Arrived, Reading, cured, stands_in, stays

FETCH_WITHIN = timedelta(days=10)
"""§ 41(2a) s. 4 VwVfG."""

_CENTRE = "§ 10 Abs. 4 S. 4 AsylG"

WAYS: Mapping[Arrival, tuple[Way, str]] = MappingProxyType(
    {
        Arrival.LETTER: (
            Way.LETTER,
            mark("Posted on {sent}: counts as announced {count} days later, on {day}."),
        ),
        Arrival.REGISTERED: (
            Way.REGISTERED,
            mark("Posted as a registered letter on {sent}: counts as served {count} days later, on {day}."),
        ),
        Arrival.EMAIL: (
            Way.ELECTRONIC,
            mark("Sent electronically on {sent}: counts as announced {count} days later, on {day}."),
        ),
        Arrival.MAILBOX: (
            Way.MAILBOX,
            mark("In the mailbox from {sent}: counts as announced {count} days later, {day}, read or not."),
        ),
        Arrival.BENEFITS_PORTAL: (
            Way.BENEFITS_PORTAL,
            mark("Notice of the portal sent on {sent}: counts as announced {count} days later, on {day}."),
        ),
    }
)
"""Arrivals after which the law lets a number of days pass: the way and its words."""


def by_days(letter: DecisionLetter, rules: AnnounceRules) -> Arrived:
    """So many days after sending; an earlier receipt does not shorten it, a later one must be provable."""
    way, text = WAYS[letter.arrival]
    found = _fictional(letter, letter.sent_on, rules, way, text)
    received = letter.received_on
    if found.missing is not None and received is not None:
        text = mark(
            "Neither the day of sending nor the date of the decision is known: {day}, the day of receipt, "
            "stands in. The period may have begun before."
        )
        return Arrived((Reading(received, (step(text, day=received),)),))
    later: list[Reading] = []
    if received is not None and received > max((each.day for each in found.readings), default=received):
        later += _late(way, received, rules.on(way, letter.sent_on or letter.dated_on or received).cite)
    elif received is not None and found.readings and received < found.readings[0].day:
        shortens = step(SHORTENS_NOTHING, day=received)
        found = replace(found, notes=(*found.notes, shortens))
    if way is Way.MAILBOX:
        found = replace(found, notes=(*found.notes, *_mailbox(received)))
        later += _portal_readings(letter) if letter.doubtful else ()
    return replace(found, readings=(*found.readings, *later))


def _late(way: Way, received: date, cite: str) -> Iterator[Reading]:
    """What a receipt after the assumed day can mean; a mailbox knows no such exception (§ 9(1) OZG)."""
    if way is Way.MAILBOX:
        return
    text = mark(
        "Received only on {day}: it counts if it can be shown. In doubt the authority must prove receipt."
    )
    if way is Way.BENEFITS_PORTAL:
        cite = "§ 37 Abs. 2a S. 6, 7 SGB X"
        text = mark(
            "Fetched only on {day}: it counts if the notice did not come, or not within four days, and the "
            "authority cannot prove that it did."
        )
    yield Reading(received, (step(text, cite, day=received),))


def _mailbox(fetched: date | None) -> Iterator[Step]:
    """What the mailbox of a user account presupposes, and what fetching means for a second time."""
    consent = mark(
        "This needs consent, which counts as given unless it was excluded when the online service was used. "
        "The authority must prove since when it was there."
    )
    yield step(consent, "§ 9 Abs. 1 S. 2, 5 OZG")
    if fetched is not None:
        again = mark("If it is announced once more, the day on which it was first fetched, {day}, counts.")
        yield step(again, "§ 9 Abs. 1 S. 7 OZG", day=fetched)


def _fictional(
    letter: DecisionLetter, sent: date | None, rules: AnnounceRules, way: Way, text: str
) -> Arrived:
    """One reading per number of days that the law may count."""
    base = sent or letter.dated_on
    if base is None:
        return Arrived(
            (), missing=step(mark("The day of sending is needed, or at least the date of the decision."))
        )
    row = rules.on(way, base)
    before = () if sent is not None else (stands_in(base),)
    readings = []
    for count in row.days:
        day = base + timedelta(days=count)
        told = step(text, row.cite, sent=base, count=count, day=day)
        readings.append(Reading(day, (*before, told, *stays(day))))
    return Arrived(tuple(readings), notes=() if row.confirmed else (_unconfirmed(row),))


def _unconfirmed(row: DayRule) -> Step:
    few, many = row.days[0], row.days[-1]
    text = mark(
        "Whether {few} or {many} days pass here is not confirmed: both are computed, the earlier counts."
    )
    return step(text, row.cite, few=few, many=many)


def portal(letter: DecisionLetter, rules: AnnounceRules) -> Arrived:
    """Fetched from a portal: announced on the day after; not fetched in time: not announced at all."""
    readings = _portal_readings(letter)
    notes: tuple[Step, ...] = ()
    if letter.sent_on is None and letter.received_on is None:
        return Arrived((), missing=step(mark("The day of fetching is needed, or the day of the notice.")))
    if letter.sent_on is not None:
        last = letter.sent_on + FETCH_WITHIN
        if letter.received_on is None:
            text = mark("Not fetched: nothing is announced. It can be fetched until {day}.")
            notes = (step(text, "§ 41 Abs. 2a S. 4, 5 VwVfG", day=last),)
        elif letter.received_on > last:
            text = mark("Fetched after {day}, when the portal should have closed: check both days.")
            notes = (step(text, "§ 41 Abs. 2a S. 4 VwVfG", day=last),)
    if letter.doubtful:
        way, text = WAYS[Arrival.MAILBOX]
        mailbox = _fictional(letter, letter.sent_on, rules, way, text)
        readings = (*readings, *mailbox.readings)
    return Arrived(readings, notes)


def _portal_readings(letter: DecisionLetter) -> tuple[Reading, ...]:
    if letter.received_on is None:
        return ()
    day = letter.received_on + ONE_DAY
    text = mark("Fetched on {fetched}: counts as announced on the day after, {day}.")
    return (Reading(day, (step(text, "§ 41 Abs. 2a S. 3 VwVfG", fetched=letter.received_on, day=day),)),)


def reception_centre(letter: DecisionLetter, rules: AnnounceRules) -> Arrived:
    """Handed over in a reception centre: that day, at the latest so many days after it came there."""
    text = mark(
        "At the reception centre from {sent}: counts as served {count} days later, {day}, at the latest."
    )
    found = _fictional(letter, letter.served_on or letter.sent_on, rules, Way.RECEPTION_CENTRE, text)
    received = letter.received_on
    if received is None:
        if found.missing is not None:
            return found
        note = step(
            mark(
                "If it was handed over before that, the day of hand-over counts: note it. "
                "Until then the safe day counts from the day on which it came there."
            ),
            _CENTRE,
        )
        early = letter.served_on or letter.sent_on or letter.dated_on
        return replace(found, notes=(*found.notes, note), early=early)
    if found.readings and received >= found.readings[-1].day:
        note = step(mark("Handed over on {day}, after that: this changes nothing."), _CENTRE, day=received)
        return replace(found, readings=(*found.readings, *cured(letter)), notes=(*found.notes, note))
    handed = Reading(
        received, (step(mark("Handed to the client on {day}: this day counts."), _CENTRE, day=received),)
    )
    earlier = (each for each in found.readings if each.day < received)
    return Arrived((*earlier, handed), found.notes)
