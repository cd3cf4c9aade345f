"""The input of a hand-out: every text in German and, beside it, in the client's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from .sheets import Stamp

Columns = Literal["both", "german", "other"]
"""German beside the other language, or one of them alone over the whole width."""


@dataclass(frozen=True, slots=True)
class Twin:
    """One text in German and in the other language; `other` is empty where there is none that fits."""

    german: str
    other: str = ""


@dataclass(frozen=True, slots=True)
class OwnLine:
    """What the client's own paper says: the label in both languages, the value as it is written."""

    label: Twin
    value: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """One numbered statement. `open`: it is not settled whether it applies; `cite` where the law says it."""

    number: int
    text: Twin
    cite: str = ""
    open: bool = False


@dataclass(frozen=True, slots=True)
class SaidTopic:
    """The statements under one heading; `topic` chooses the pictogram."""

    topic: str
    heading: Twin
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class HandoutSheet:
    """A hand-out. `frame`: the words around the statements by key; `day` and page places stay open in them.

    `columns` "german" also where the language is German. `reviewed`: a person released every text of the
    other language that is printed.
    """

    stamp: Stamp
    tag: str  # BCP 47, of the other language
    right_to_left: bool
    columns: Columns
    frame: Mapping[str, Twin]
    title: Twin
    own: tuple[OwnLine, ...]
    urgent: Twin | None  # what has to be read first
    topics: tuple[SaidTopic, ...]
    reviewed: bool = False

    @property
    def warns(self) -> bool:
        """Whether it says that its translation is not reviewed."""
        return self.columns != "german" and not self.reviewed
