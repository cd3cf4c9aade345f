"""The German statements of hand-outs and the words around them: resources/handouts/de, read strictly."""

from __future__ import annotations

import hashlib
import string
import unicodedata
from collections.abc import Mapping
from enum import Enum
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from pydantic import Field, model_validator

from desktop import resources
from desktop.cases.plaindata import read_plain_file
from desktop.errors import Problem
from desktop.rules.entries import Cite, Entry, InForce, Name, Words
from desktop.rules.reading.faults import Faults
from desktop.texts import mark

FRAME = "frame"
"""The file with the words around the statements."""


class HandoutTopic(Enum):
    """What a statement is about, in the order of the sheet."""

    PAPER = "paper"
    WORK = "work"
    COURSE = "course"
    BENEFITS = "benefits"
    FAMILY = "family"
    TRAVEL = "travel"
    LIVING = "living"
    EXTEND = "extend"
    BRING = "bring"
    ENDS = "ends"
    AHEAD = "ahead"


class Statement(Entry):
    """One numbered statement: chosen by any of `rows` that the case shows, or by what the client holds.

    `in_force` limits `for`; a row has days of its own. `cites`: what stands under the text: the citations of
    the rows that chose it, or its own sections, because it says something else about them.
    `not_for`: papers it never stands on, whatever row is shown. `sections_for`: where it was chosen by `for`.
    `relies`: what else of the pack the text rests on: rows and warnings by id, `norm:<id>`, `paper:<code>`.
    """

    id: Name
    for_: Literal["all"] | tuple[Name, ...] = Field(default=(), alias="for")
    not_for: tuple[Name, ...] = ()
    rows: tuple[Name, ...] = ()
    in_force: InForce | None = None
    sections: Cite
    sections_for: Cite | None = None
    cites: Literal["rows", "sections"] = "rows"
    relies: tuple[str, ...] = ()
    text: Words

    @model_validator(mode="after")
    def _can_be_chosen(self) -> Statement:
        if not self.for_ and not self.rows:
            raise ValueError("a statement needs “for” or “rows”")
        return self


class WrittenTopic(Entry):
    """One file of statements."""

    topic: HandoutTopic
    statements: tuple[Statement, ...] = Field(min_length=1)


class WrittenFrame(Entry):
    """frame.yaml."""

    frame: Mapping[Name, Words]


class Handouts(Entry):
    """All statements by topic, in the order of the sheet, and the frame words, in German."""

    topics: Mapping[HandoutTopic, tuple[Statement, ...]]
    frame: Mapping[str, str]

    @property
    def texts(self) -> Mapping[str, str]:
        """The German text of every block: statements by id, frame words as `frame.<key>`."""
        found = {each.id: each.text for statements in self.topics.values() for each in statements}
        return found | {f"{FRAME}.{key}": text for key, text in self.frame.items()}


def text_hash(text: str) -> str:
    """The hash by which a translation names the German text it renders: 12 hex digits of SHA-256."""
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()[:12]


def placeholders(text: str) -> frozenset[str]:
    """The names in braces. Raises ValueError for a brace that is not closed."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


@cache
def handouts() -> Handouts:
    """The statements that come with the program. Raises Problem with file and line."""
    return read_handouts(resources.path("handouts", "de"))


def read_handouts(folder: Path) -> Handouts:
    """Read the German files of a folder. Raises Problem, or Problems with every fault found."""
    faults, topics = Faults(), dict[HandoutTopic, tuple[Statement, ...]]()
    seen: set[str] = set()
    for topic in HandoutTopic:
        plain = read_plain_file(folder / f"{topic.value}.yaml")
        written = faults.read(plain, WrittenTopic)
        for number, each in enumerate(written.statements if written is not None else ()):
            if each.id in seen:
                sentence = mark("“{file}”, line {line}: “{name}” stands here twice.")
                faults.add(plain, ("statements", number), sentence, name=each.id)
            seen.add(each.id)
        if written is not None:
            topics[topic] = written.statements
    frame = faults.read(read_plain_file(folder / f"{FRAME}.yaml"), WrittenFrame)
    faults.stop()
    if frame is None:
        raise Problem(
            mark("The hand-outs of this program are damaged."),
            mark("Install the program again from its original source."),
        )
    return Handouts(topics=MappingProxyType(topics), frame=frame.frame)
