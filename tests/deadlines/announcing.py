"""Decisions as a test writes them, and when they count as announced."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop import resources
from desktop.cases.letters import Arrival, DecisionLetter
from desktop.deadlines.announce_rules import FILE, read_announce_table
from desktop.deadlines.announcement import Announced, announced
from tests.deadlines.counting import d

TABLE = read_announce_table(resources.path("law", "de-2026-08", FILE))
D = date


def of(written: DecisionLetter, law: str = "federal") -> Announced:
    return announced(written, TABLE.of(law))


def letter(arrival: Arrival = Arrival.LETTER) -> DecisionLetter:
    return DecisionLetter("l1", "A1", arrival=arrival)


def written(arrival: str, days: str) -> DecisionLetter:
    """A letter from a row: `sent 10.12.2026, received 14.12.2026`."""
    result = letter(Arrival(arrival))
    for part in days.split(", "):
        name, text = part.split()
        match name:
            case "dated":
                result = replace(result, dated_on=d(text))
            case "sent":
                result = replace(result, sent_on=d(text))
            case "served":
                result = replace(result, served_on=d(text))
            case "received":
                result = replace(result, received_on=d(text))
            case "represented":
                result = replace(result, represented_on=d(text))
            case _:
                raise ValueError(name)
    return result


def later(found: Announced) -> list[date]:
    return [reading.day for reading in found.later]
