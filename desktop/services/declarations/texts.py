"""The wording of declarations and sheets for the file: resources/declarations/<language>, read strictly.

README.md beside the files describes their form. A text names in braces what is filled in; a brace nobody
knows, a key nobody knows, or a block that is two things at once does not load.
"""

from __future__ import annotations

import hashlib
import string
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from pydantic import Field, model_validator

from desktop import resources
from desktop.cases.plaindata import read_plain_file
from desktop.errors import Problem
from desktop.rules.entries import Certainty, Cite, Entry, IsoDay, Name, Pair, Words, YesOrNo
from desktop.rules.reading.faults import Faults
from desktop.texts import Language, mark

VALUES = frozenset(
    "name born nationality address file_number authority_file_number authority office office_address"
    " office_contact representative_1 representative_2 officer complaints matter language until".split()
)
"""What may stand in braces; each may be empty."""
FLAGS = VALUES | frozenset(
    "abh bamf social receipt no_receipt adult minor doctor jobcenter lawyer school from_office to_office"
    " health public no_body no_officer".split()
)
"""What `when` and `unless` may name: a value that is there, or what kind of sheet and case it is."""


class Blank(Entry):
    """A label with a value in braces, or a line to write on; `beside` the field before it."""

    label: Words
    value: Words | None = None
    beside: YesOrNo = False


class Tick(Entry):
    """A box; `write` leaves a line for one's own words."""

    text: Words
    cite: Cite | None = None
    write: YesOrNo = False
    when: tuple[Name, ...] = ()


class Answers(Entry):
    """Questions with a box for yes and one for no."""

    yes: Words
    no: Words
    questions: tuple[Tick, ...] = Field(min_length=1)


class Signatures(Entry):
    """Who signs, each after place and day."""

    place_and_day: Words
    signers: tuple[Tick, ...] = Field(min_length=1)


_KINDS = ("heading", "text", "strong", "warning", "blanks", "ticks", "answers", "signatures")


class Block(Entry):
    """One piece of a sheet, exactly one of the kinds; `when`: all of them hold, `unless`: none."""

    heading: Words | None = None
    text: Words | None = None
    strong: Words | None = None
    warning: Words | None = None
    blanks: tuple[Blank, ...] = Field(default=(), alias="fields")
    ticks: tuple[Tick, ...] = ()
    answers: Answers | None = None
    signatures: Signatures | None = None
    cite: Cite | None = None
    when: tuple[Name, ...] = ()
    unless: tuple[Name, ...] = ()

    @model_validator(mode="after")
    def _is_one_thing(self) -> Block:
        found = [each for each in _KINDS if getattr(self, each)]
        if len(found) != 1:
            raise ValueError(f"exactly one of {', '.join(_KINDS)} must stand here")
        unknown = sorted(name for name in (*self.when, *self.unless) if name not in FLAGS)
        if unknown:
            raise ValueError(f"nobody knows “{unknown[0]}”")
        return self

    @property
    def kind(self) -> str:
        return next(each for each in _KINDS if getattr(self, each))

    def stands(self, flags: frozenset[str]) -> bool:
        """Whether it stands on a sheet of which these things hold."""
        return flags.issuperset(self.when) and not flags.intersection(self.unless)

    def words(self) -> Iterator[str]:
        """Every text a reader sees."""
        for each in (self.heading, self.text, self.strong, self.warning):
            if each:
                yield each
        for blank in self.blanks:
            yield from filter(None, (blank.label, blank.value))
        for tick in self.all_ticks():
            yield tick.text

    def all_ticks(self) -> Iterator[Tick]:
        yield from self.ticks
        if self.answers is not None:
            yield from self.answers.questions
        if self.signatures is not None:
            yield from self.signatures.signers

    def cites(self) -> Iterator[str]:
        """Every section named beside a text."""
        yield from filter(None, (self.cite, *(tick.cite for tick in self.all_ticks())))


class Wording(Entry):
    """One sheet in one language. `notice` stands large under the title; `foot` below every page."""

    title: Words
    about: Words
    notice: Words | None = None
    foot: Words | None = None
    blocks: tuple[Block, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _is_known(self) -> Wording:
        named = [self.about, self.title, *(word for block in self.blocks for word in block.words())]
        for text in named:
            try:
                used = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
            except ValueError as error:
                raise ValueError(f"a brace is not closed in “{text[:40]}”") from error
            if used - VALUES:
                raise ValueError(f"nobody knows “{min(used - VALUES)}” in braces")
        return self

    @property
    def version(self) -> str:
        """What names this text in a record of a consent: 8 hex digits, another text has others."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()[:8]


class Section(Entry):
    """A section declarations rest on: what it says, in our words, and whether somebody read it."""

    cite: Cite
    says: Pair
    checked: Certainty
    on: IsoDay


class WrittenSections(Entry):
    """sections.yaml."""

    sections: tuple[Section, ...]


@cache
def wording(name: str, language: Language) -> Wording:
    """The wording of a sheet. Raises Problem or Problems with file and line if its file is not right."""
    return read_wording(resources.path("declarations", language, f"{name}.yaml"))


def read_wording(file: Path) -> Wording:
    """Read one sheet. Raises Problem, or Problems with every fault found."""
    faults = Faults()
    found = faults.read(read_plain_file(file), Wording)
    faults.stop()
    if found is None:
        raise _damaged()
    return found


@cache
def sections() -> Mapping[str, Section]:
    """Every section declarations rest on, by its citation. Raises Problem or Problems."""
    faults = Faults()
    found = faults.read(read_plain_file(resources.path("declarations", "sections.yaml")), WrittenSections)
    faults.stop()
    if found is None:
        raise _damaged()
    return {each.cite: each for each in found.sections}


def _damaged() -> Problem:
    return Problem(
        mark("The declarations of this program are damaged."),
        mark("Install the program again from its original source."),
    )
