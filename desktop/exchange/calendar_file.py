"""Dates as a calendar file, iCalendar of RFC 5545, which every calendar program reads.

Days are all-day events that block no time; appointments stand at an hour in German time. Each event keeps its
UID, so that reading a later file again moves what has moved. Lines end in CR LF and are folded at 75 octets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

_LONGEST = 75
"""Octets of a line without its end (RFC 5545, 3.1)."""
_ZONE = "Europe/Berlin"
_ZONE_RULES = (
    "BEGIN:VTIMEZONE",
    f"TZID:{_ZONE}",
    "BEGIN:STANDARD",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "END:STANDARD",
    "BEGIN:DAYLIGHT",
    "DTSTART:19970330T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "END:DAYLIGHT",
    "END:VTIMEZONE",
)
"""German time since 1996: the rules of Directive 2000/84/EC, last Sundays of March and October, 01:00 UTC."""


@dataclass(frozen=True, slots=True)
class Alarm:
    """A reminder so many days before the day, at an hour; 0 days is the day itself."""

    days_before: int
    at: time


@dataclass(frozen=True, slots=True)
class Event:
    """One date of the calendar. `at` is German time; without it the event is the whole day."""

    uid: str  # the same for the same date in every file
    day: date
    summary: str
    description: str = ""
    location: str = ""
    at: time | None = None
    alarms: tuple[Alarm, ...] = ()
    categories: tuple[str, ...] = ()


def calendar_file(events: Iterable[Event], *, name: str, now: datetime) -> bytes:
    """A whole calendar file, UTF-8. `now` must have a time zone; `name` is what the calendar is called."""
    chosen = tuple(events)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Bleibelotse//Bleibelotse//DE",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(name)}",
    ]
    if any(event.at is not None for event in chosen):
        lines.extend(_ZONE_RULES)
    stamp = f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    for event in chosen:
        lines.extend(_event(event, stamp))
    lines.append("END:VCALENDAR")
    return b"".join(b"\r\n ".join(folded(line)) + b"\r\n" for line in lines)


def escaped(text: str) -> str:
    """A text as a value: backslash, semicolon, comma and line breaks escaped, other controls left out."""
    whole = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(
        letter for letter in whole if letter in "\n\t" or letter.isprintable() or ord(letter) > 159
    )
    return kept.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def folded(line: str) -> list[bytes]:
    """A line in pieces of at most 75 octets, the space before all but the first counted; no letter is cut."""
    pieces: list[bytes] = []
    piece = b""
    for letter in line:
        octets = letter.encode()
        if len(piece) + len(octets) > _LONGEST - bool(pieces):
            pieces.append(piece)
            piece = b""
        piece += octets
    return [*pieces, piece]


def _event(event: Event, stamp: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(event.uid)}"
    yield f"DTSTAMP:{stamp}"
    if event.at is None:
        yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}"  # the first day after it
        yield "TRANSP:TRANSPARENT"
    else:
        yield f"DTSTART;TZID={_ZONE}:{event.day:%Y%m%d}T{event.at:%H%M%S}"
        yield "TRANSP:OPAQUE"
    yield f"SUMMARY:{escaped(event.summary)}"
    if event.description:
        yield f"DESCRIPTION:{escaped(event.description)}"
    if event.location:
        yield f"LOCATION:{escaped(event.location)}"
    if event.categories:
        yield "CATEGORIES:" + ",".join(map(escaped, event.categories))
    yield "CLASS:PRIVATE"
    for alarm in event.alarms:
        yield "BEGIN:VALARM"
        yield "ACTION:DISPLAY"
        yield f"DESCRIPTION:{escaped(event.summary)}"
        yield f"TRIGGER:{_trigger(alarm, event.at)}"
        yield "END:VALARM"
    yield "END:VEVENT"


def _trigger(alarm: Alarm, start: time | None) -> str:
    """How long before or after the start: of a whole day that is midnight."""
    begins = start or time()
    minutes = (alarm.at.hour - begins.hour) * 60 + alarm.at.minute - begins.minute - alarm.days_before * 1440
    days, rest = divmod(abs(minutes), 1440)
    hours, left = divmod(rest, 60)
    whole = f"{days}D" if days else ""
    clock = "".join(f"{count}{unit}" for count, unit in ((hours, "H"), (left, "M")) if count)
    if not whole and not clock:
        return "PT0S"
    return f"{'-' if minutes < 0 else ''}P{whole}{f'T{clock}' if clock else ''}"
