"""After how many days a decision counts as announced: which law, which way, since when, from which source.

The rows are data of the rule pack (announcement.yaml). Where a row has more than one number of days, what
that law counts is not confirmed: every number is computed, and the smallest gives the alarm.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Annotated

from ..cases.plaindata import read_plain_file
from ..cases.recordshapes import read_record, unreadable
from ..cases.shapes import OneOf, ShapeError
from .authorities import AnnounceRule, Pair
from .holidays import PLACES

FEDERAL, SOCIAL, LAND = "federal", "social", "land"
"""Laws that are no single Land: federal bodies, benefit offices, and a Land that is not known."""

FILE = "announcement.yaml"


class Way(Enum):
    """How a decision was sent, as far as the law lets a number of days pass."""

    LETTER = "letter"
    ELECTRONIC = "electronic"
    REGISTERED = "registered"
    MAILBOX = "mailbox"
    BENEFITS_PORTAL = "benefits_portal"
    RECEPTION_CENTRE = "reception_centre"


BY_LAND = (Way.LETTER, Way.ELECTRONIC, Way.REGISTERED)
"""Ways that the law of a Land regulates for its own offices; the others are federal law for all."""

LAENDER = frozenset(place for place in PLACES if re.fullmatch("DE-[A-Z]{2}", place))

LAND_CITE = "§ 41 Abs. 2 VwVfG (Landesrecht)"


@dataclass(frozen=True, slots=True)
class DayRule:
    """So many days for some laws and ways, from a day on (inclusive) until the next row takes over."""

    laws: tuple[str, ...]
    ways: tuple[Way, ...]
    days: tuple[int, ...]  # the smallest first
    cite: str
    source: Pair
    certainty: Annotated[str, OneOf.words("read secondary inferred")]
    valid_from: date | None = None
    checked_on: date | None = None

    @property
    def begins(self) -> date:
        """The first day on which the row holds."""
        return self.valid_from or date.min

    @property
    def confirmed(self) -> bool:
        """Whether the law is known to count just one number of days."""
        return len(self.days) == 1


@dataclass(frozen=True, slots=True)
class AnnounceRules:
    """The rows that one authority follows."""

    law: str
    rows: tuple[DayRule, ...]

    def on(self, way: Way, sent_on: date) -> DayRule:
        """The row for what was sent in a way on a day."""
        begun = [each for each in self.rows if way in each.ways and each.begins <= sent_on]
        return max(begun, key=lambda each: each.begins)

    def confirmed_by(self, rule: AnnounceRule | None) -> AnnounceRules:
        """The same with what the record of the authority says about the law of its Land, if anything."""
        if rule is None:
            return self
        own = DayRule(
            laws=(self.law,),
            ways=BY_LAND,
            days=(rule.days,),
            cite=LAND_CITE,
            source=rule.source,
            certainty="secondary",
            valid_from=rule.valid_from,
        )
        before = (each for each in self.rows if each.ways[0] not in BY_LAND or each.begins < rule.valid_from)
        return AnnounceRules(self.law, (*before, own))


@dataclass(frozen=True, slots=True)
class AnnounceTable:
    """Every row of the pack."""

    rules: tuple[DayRule, ...]

    def of(self, law: str) -> AnnounceRules:
        """What `federal`, `social` or a Land (`DE-BY`, `BY` or a place in it) follows.

        For a Land that is not known: rows that promise nothing.
        """
        known = law if law in (FEDERAL, SOCIAL) else _land_of(law)
        rows = [each for each in self.rules if known in each.laws]
        if known not in (FEDERAL, SOCIAL, LAND):
            rows += [each for each in self.rules if LAND in each.laws and each.ways[0] not in BY_LAND]
        return AnnounceRules(known, tuple(rows))


def _land_of(place: str) -> str:
    """The key of the Land of a place: `DE-BY` of `DE-BY+assumption` or `BY`."""
    parts = re.split(r"[-+]", place.removeprefix("DE-").upper())
    return f"DE-{parts[0]}" if f"DE-{parts[0]}" in LAENDER else LAND


def read_announce_table(path: Path) -> AnnounceTable:
    """The table of a pack, complete. Raises Problem with file, line and key."""
    plain = read_plain_file(path)
    table = read_record(plain, AnnounceTable)
    try:
        _check(table)
    except ShapeError as error:
        raise unreadable(plain, error) from error
    return table


def _check(table: AnnounceTable) -> None:
    for number, row in enumerate(table.rules):
        inside = ("rules", number)
        if (
            not row.days
            or list(row.days) != sorted(set(row.days))
            or not 0 < row.days[0] <= row.days[-1] < 31
        ):
            raise ShapeError("Numbers of days stand in rising order, each once.", (*inside, "days"))
        if not row.ways or len({way in BY_LAND for way in row.ways}) > 1:
            raise ShapeError("Ways that a Land regulates stand apart from the others.", (*inside, "ways"))
        if set(row.laws) - {FEDERAL, SOCIAL, LAND, *LAENDER}:
            raise ShapeError("This law is not known.", (*inside, "laws"))
    for law in (FEDERAL, SOCIAL, LAND, *LAENDER):
        rows = table.of(law).rows
        for way in Way:
            begins = [each.begins for each in rows if way in each.ways]
            if date.min not in begins or len(begins) != len(set(begins)):
                raise ShapeError(
                    "For {law} and {way} exactly one row must hold on every day.",
                    ("rules",),
                    law=law,
                    way=way.value,
                )
