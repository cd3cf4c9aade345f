"""The law of time that comes with a rule pack: remedies and announcement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from . import announce_rules, remedy_reading
from .announce_rules import AnnounceTable
from .authorities import Pair
from .remedy_table import Regime, RemedyTable

FILES = (remedy_reading.FILE, announce_rules.FILE)


@dataclass(frozen=True, slots=True)
class TimeLaw:
    """What the dates of decision letters are computed with."""

    remedies: RemedyTable
    announcement: AnnounceTable


_NOTHING = Pair("", "")

NO_LAW = TimeLaw(
    RemedyTable(date.min, _NOTHING, Regime(date.min, "", "read", _NOTHING), (), (), (), ()),
    AnnounceTable(()),
)
"""Of a pack without these tables: it knows no decision, so every letter asks for its date."""


def read_time_law(folder: Path) -> TimeLaw:
    """The law of time of a pack. Raises Problem with file, line and key, or CannotOpen."""
    remedies, announcement = (folder / name for name in FILES)
    return TimeLaw(
        remedy_reading.read_remedy_table(remedies), announce_rules.read_announce_table(announcement)
    )
