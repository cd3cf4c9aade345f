"""What the office plans in a case: its own deadlines, follow-ups and appointments; and a case at rest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


class EntryKind(Enum):
    """The three kinds of dates an office keeps apart."""

    DEADLINE = "deadline"  # Frist: a legal period; guarded, stays visible when done
    FOLLOW_UP = "follow_up"  # Wiedervorlage: the office's own plan
    APPOINTMENT = "appointment"  # Termin: a day and an hour at which somebody has to be somewhere


@dataclass(frozen=True, slots=True)
class Entry:
    """One planned date. Done entries stay. `day` is inclusive: on it the act is still in time.

    `source` names the derived date this entry stands for (`deadlines.schedule.key`): what a person has done
    about that date, or who has checked it. A derived date that moves has another key and comes up again.
    """

    id: str
    kind: EntryKind
    day: date
    what: str = ""  # in the office's own words; empty where `source` or `step` says it
    time: str = ""  # 24 hours, 14:30; appointments only
    place: str = ""
    start_on: date | None = None  # the pre-deadline
    source: str = ""
    plan: str = ""  # the chain it belongs to; the steps of one chain share it
    step: str = ""  # code of the step in that chain
    note: str = ""
    made_by: str = ""
    made_on: date | None = None
    done_by: str = ""
    done_on: date | None = None
    done_how: str = ""  # what was done, in a few words
    confirmed_by: str = ""  # a second person who checked the date
    confirmed_on: date | None = None

    @property
    def open(self) -> bool:
        return self.done_on is None


@dataclass(frozen=True, slots=True)
class Rest:
    """That a case needs no next date: until a day (inclusive), or for good where `until` is None (closed)."""

    reason: str
    by: str
    on: date
    until: date | None = None

    def covers(self, day: date) -> bool:
        """Whether the case rests on a day."""
        return self.until is None or day <= self.until
