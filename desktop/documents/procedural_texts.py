"""The wording of letters about a procedure: resources/letters/procedural/<language>/*.yaml, read strictly.

A paragraph stands in a letter only if every value it uses is known, what it names under `when` is known, and
nothing is that it names under `unless`. A file with a key, word or placeholder nobody knows does not load.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import Field, model_validator

from .. import resources
from ..cases.plaindata import read_plain_file
from ..errors import Problem
from ..rules.entries import Entry, Words, YesOrNo
from ..rules.reading.faults import Faults
from ..texts import Language, mark
from .plain_letter_sheet import Passage, PassageKind
from .procedural_terms import ProceduralKind, conditions, placeholders

CITATION = re.compile(r"§§?\s*\d+[a-z]?(?:\s*(?:Abs\.|S\.|Nr\.)\s*\d+[a-z]?)*")
"""A citation as German letters write it: § 12a Abs. 5 S. 1 Nr. 2."""
GAP = "________"
_TWO_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")
"""What stands where something is not known that a letter cannot do without."""


class Piece(Entry):
    """One entry of a body: a paragraph, a heading or one line of a list."""

    text: Words | None = None
    heading: Words | None = None
    item: Words | None = None
    when: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    request: YesOrNo = False

    @model_validator(mode="after")
    def _one_kind(self) -> Piece:
        if sum(each is not None for each in (self.text, self.heading, self.item)) != 1:
            raise ValueError("exactly one of text, heading and item must stand here")
        return self

    @property
    def values(self) -> frozenset[str]:
        """The placeholders it uses."""
        return used(self.text or self.item or self.heading or "")


class WrittenLetter(Entry):
    """One file. `words`: words that depend on the case, by their keys."""

    subject: Words
    salutation: Words
    closing: Words
    words: Mapping[str, Words] = Field(default_factory=dict)
    body: tuple[Piece, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Filling:
    """What a letter is filled with. `free`: values that a person typed, which an editor may word anew."""

    values: Mapping[str, str]
    flags: frozenset[str]
    free: frozenset[str] = frozenset()


def used(text: str) -> frozenset[str]:
    """The names in braces. Raises ValueError for a brace that is not closed or a name with a format."""
    found = set()
    for _, name, form, conversion in string.Formatter().parse(text):
        if name is None:
            continue
        if form or conversion or not name.isidentifier():
            raise ValueError(name)
        found.add(name)
    return frozenset(found)


@cache
def procedural_text(kind: ProceduralKind, language: Language) -> WrittenLetter:
    """The wording of a letter. Raises Problem or Problems with file and line if its file is not right."""
    return read_procedural(resources.path("letters", "procedural", language, f"{kind.value}.yaml"), kind)


def read_procedural(file: Path, kind: ProceduralKind) -> WrittenLetter:
    """Read one file strictly. Raises Problem, or Problems with every fault found."""
    faults, plain = Faults(), read_plain_file(file)
    written = faults.read(plain, WrittenLetter)
    for number, piece in enumerate(written.body if written is not None else ()):
        where = ("body", number)
        try:
            unknown = piece.values - placeholders(kind)
        except ValueError:
            unknown = frozenset({"{"})
        for name in sorted(unknown):
            faults.add(plain, where, mark("“{file}”, line {line}: there is no value “{name}”."), name=name)
        for name in sorted({*piece.when, *piece.unless} - conditions(kind)):
            faults.add(plain, where, mark("“{file}”, line {line}: “{name}” is not known."), name=name)
    faults.stop()
    if written is None:
        raise Problem(mark("“{file}” is not right."), file=file.name)
    return written


class _WithGaps(dict[str, str]):
    """Values in which what is not known is a line to write on."""

    def __missing__(self, name: str) -> str:
        return GAP


def subject(written: WrittenLetter, filling: Filling) -> str:
    """The subject, filled in; a value that is not known is a gap."""
    return written.subject.format_map(_with_gaps(filling))


def _with_gaps(filling: Filling) -> Mapping[str, str]:
    return _WithGaps({name: value for name, value in filling.values.items() if value})


def passages(written: WrittenLetter, filling: Filling) -> Iterator[Passage]:
    """What stands in the letter, filled in, in its order. The request stands there even with gaps."""
    known = filling.flags | {name for name, value in filling.values.items() if value}
    values = _with_gaps(filling)
    for number, piece in enumerate(written.body):
        if not (set(piece.when) <= known and not set(piece.unless) & known):
            continue
        if not (piece.request or piece.values <= known):
            continue
        source = piece.text or piece.item or piece.heading or ""
        kind = PassageKind.TEXT if piece.text else PassageKind.ITEM if piece.item else PassageKind.HEADING
        fixed = (values[each] for each in sorted((piece.values & known) - filling.free))
        yield Passage(
            str(number),
            _one_full_stop(source.format_map(values)),
            kind,
            kept=tuple(dict.fromkeys((*citations(source), *fixed))),
            request=piece.request,
        )


def _one_full_stop(text: str) -> str:
    """The text where a value that ends with a full stop, such as a typed sentence, ends the sentence."""
    return _TWO_STOPS.sub(".", text)


def citations(text: str) -> Iterable[str]:
    """The citations of a text, in its order."""
    return (found.group() for found in CITATION.finditer(text))
