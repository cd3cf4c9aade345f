"""A calendar file as RFC 5545 wants it, read back by hand."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.exchange.calendar_file import Alarm, Event, calendar_file, escaped, folded

NOW = datetime(2026, 11, 24, 10, 15, 7, tzinfo=timezone(timedelta(hours=1)))
DAY = date(2026, 12, 8)


def unfolded(content: bytes) -> list[str]:
    assert content.endswith(b"\r\n")
    lines = content.removesuffix(b"\r\n").split(b"\r\n")
    assert all(b"\n" not in line and b"\r" not in line and len(line) <= 75 for line in lines)
    for line in lines:
        line.decode()  # no letter is cut
    return content.removesuffix(b"\r\n").replace(b"\r\n ", b"").decode().split("\r\n")


def blocks(lines: list[str], name: str) -> list[list[str]]:
    found: list[list[str]] = []
    depth: list[str] = []
    for line in lines:
        if line.startswith("BEGIN:"):
            depth.append(line.removeprefix("BEGIN:"))
            if depth[-1] == name:
                found.append([])
        elif line.startswith("END:"):
            assert depth.pop() == line.removeprefix("END:")
        elif depth[-1] == name:
            found[-1].append(line)
    assert depth == []
    return found


def plain(value: str) -> str:
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], value)


def values(block: list[str]) -> dict[str, str]:
    return {head: value for head, _, value in (line.partition(":") for line in block)}


def made(*events: Event) -> list[str]:
    return unfolded(calendar_file(events, name="Termine, alle; der Stelle", now=NOW))


def test_a_day_is_an_event_of_the_whole_day():
    lines = made(Event("u1", DAY, "Frist: Duldung endet", "Letzter Tag", categories=("Frist",)))
    assert lines[:6] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Bleibelotse//Bleibelotse//DE",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        r"X-WR-CALNAME:Termine\, alle\; der Stelle",
    ]
    (event,) = blocks(lines, "VEVENT")
    assert values(event) == {
        "UID": "u1",
        "DTSTAMP": "20261124T091507Z",
        "DTSTART;VALUE=DATE": "20261208",
        "DTEND;VALUE=DATE": "20261209",
        "TRANSP": "TRANSPARENT",
        "SUMMARY": "Frist: Duldung endet",
        "DESCRIPTION": "Letzter Tag",
        "CATEGORIES": "Frist",
        "CLASS": "PRIVATE",
    }
    assert blocks(lines, "VTIMEZONE") == []


def test_the_last_day_of_a_year_ends_with_the_next():
    (event,) = blocks(made(Event("u", date(2027, 12, 31), "x")), "VEVENT")
    assert values(event)["DTEND;VALUE=DATE"] == "20280101"


def test_an_appointment_stands_at_its_hour_in_german_time():
    lines = made(Event("u1", DAY, "Termin", at=time(9, 30), location="Amt; Zimmer 3"), Event("u2", DAY, "x"))
    event, _ = blocks(lines, "VEVENT")
    found = values(event)
    assert found["DTSTART;TZID=Europe/Berlin"] == "20261208T093000"
    assert found["TRANSP"] == "OPAQUE"
    assert plain(found["LOCATION"]) == "Amt; Zimmer 3"
    assert len(blocks(lines, "VTIMEZONE")) == 1
    assert lines.index("BEGIN:VTIMEZONE") < lines.index("BEGIN:VEVENT")


def test_the_rules_of_german_time_are_those_of_the_zone():
    """By hand: the last Sundays of March (02:00) and October (03:00), against the zone, hour by hour."""
    lines = made(Event("u", DAY, "x", at=time(9)))
    (winter,), (summer,) = blocks(lines, "STANDARD"), blocks(lines, "DAYLIGHT")
    assert values(summer) | {"DTSTART": ""} == {
        "DTSTART": "",
        "RRULE": "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "TZOFFSETFROM": "+0100",
        "TZOFFSETTO": "+0200",
        "TZNAME": "CEST",
    }
    assert values(winter) | {"DTSTART": ""} == {
        "DTSTART": "",
        "RRULE": "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "TZOFFSETFROM": "+0200",
        "TZOFFSETTO": "+0100",
        "TZNAME": "CET",
    }
    begins = {
        name: datetime.strptime(values(block)["DTSTART"], "%Y%m%dT%H%M%S")
        for name, block in (("winter", winter), ("summer", summer))
    }
    berlin = ZoneInfo("Europe/Berlin")
    for year in range(1998, 2038):
        spring = datetime.combine(last_sunday(year, 3), begins["summer"].time())
        autumn = datetime.combine(last_sunday(year, 10), begins["winter"].time())
        for moment, offset in (
            (spring - timedelta(minutes=1), 1),
            (spring + timedelta(hours=1), 2),
            (autumn - timedelta(hours=1, minutes=1), 2),
            (autumn, 1),
        ):
            assert moment.replace(tzinfo=berlin).utcoffset() == timedelta(hours=offset), moment
    assert [each.date() for each in begins.values()] == [last_sunday(1996, 10), last_sunday(1997, 3)]


def last_sunday(year: int, month: int) -> date:
    day = date(year, month, 31)
    return day - timedelta(days=(day.weekday() + 1) % 7)


@pytest.mark.parametrize(
    ("alarm", "at", "trigger"),
    [
        (Alarm(7, time(9)), None, "-P6DT15H"),
        (Alarm(1, time(9)), None, "-PT15H"),
        (Alarm(0, time(12)), None, "PT12H"),
        (Alarm(0, time(0)), None, "PT0S"),
        (Alarm(2, time(0)), None, "-P2D"),
        (Alarm(1, time(9)), time(14, 30), "-P1DT5H30M"),
        (Alarm(0, time(8, 15)), time(9), "-PT45M"),
        (Alarm(1, time(9)), time(9), "-P1D"),
    ],
)
def test_alarms_ring_at_their_hour(alarm, at, trigger):
    lines = made(Event("u", DAY, "Frist", at=at, alarms=(alarm,)))
    (found,) = blocks(lines, "VALARM")
    assert values(found) == {"ACTION": "DISPLAY", "DESCRIPTION": "Frist", "TRIGGER": trigger}
    start = datetime.combine(DAY, at or time())
    assert start + duration(trigger) == datetime.combine(DAY - timedelta(days=alarm.days_before), alarm.at)


def duration(text: str) -> timedelta:
    match = re.fullmatch(r"(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:0S)?)?", text)
    assert match is not None
    days, hours, minutes = (int(each or 0) for each in match.groups()[1:])
    found = timedelta(days=days, hours=hours, minutes=minutes)
    return -found if match[1] else found


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_any_text_comes_back(text):
    lines = made(Event("u", DAY, "Frist", description="x" + text))
    (event,) = blocks(lines, "VEVENT")
    written = "".join(
        each for each in text.replace("\r\n", "\n").replace("\r", "\n") if each in "\n\t" or not control(each)
    )
    assert plain(values(event)["DESCRIPTION"]) == "x" + written


def control(letter: str) -> bool:
    return ord(letter) < 32 or 127 <= ord(letter) < 160


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=500))
def test_lines_are_folded_between_letters(line):
    pieces = folded(line)
    assert b"".join(pieces).decode() == line
    assert len(pieces[0]) <= 75
    assert all(0 < len(piece) <= 74 for piece in pieces[1:])
    for piece in pieces:
        piece.decode()


def test_a_line_of_exactly_75_octets_is_not_folded():
    assert folded("x" * 75) == [b"x" * 75]
    assert [len(piece) for piece in folded("x" * 76)] == [75, 1]
    assert [len(piece) for piece in folded("x" * 75 + "x" * 75)] == [75, 74, 1]
    assert [len(piece) for piece in folded("x" * 74 + "ü")] == [74, 2]


def test_a_text_cannot_end_its_line():
    assert escaped("a\r\nBEGIN:VEVENT\rb\nc\x00\x85") == r"a\nBEGIN:VEVENT\nb\nc"


def test_nothing_but_ascii_ends_of_lines_and_no_events():
    assert calendar_file((), name="x", now=NOW.astimezone(UTC)).split(b"\r\n")[-2] == b"END:VCALENDAR"
