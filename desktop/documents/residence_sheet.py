"""The input of the client's own sheet about their stay: papers, days, next steps, who helps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from .sheets import Stamp


@dataclass(frozen=True, slots=True)
class HeldPaper:
    """A paper of the past or of today. `first` and `last` are inclusive; `last` None has no end on record."""

    name: str
    days: str  # from when until when, in words
    first: date
    last: date | None = None
    now: bool = False


@dataclass(frozen=True, slots=True)
class OwnDay:
    """A day to keep. `by` is the day to act by, `day` the last one, inclusive; `passed`: it is over."""

    what: str
    by: str
    day: str = ""  # the last day in words, where it is another one than `by`
    passed: bool = False


@dataclass(frozen=True, slots=True)
class ResidenceSheet:
    """The sheet. `words` are its few words by key; values are plain texts in the language of the sheet."""

    stamp: Stamp
    words: Mapping[str, str]
    own: tuple[tuple[str, str], ...]  # label and value: name, paper, until when
    days: tuple[OwnDay, ...]
    steps: tuple[str, ...]
    papers: tuple[HeldPaper, ...]
    helpers: tuple[tuple[str, str], ...]  # who, and how to reach them; empty is written by hand
