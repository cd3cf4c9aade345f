"""Several sheets of a case as one PDF, so that one job of the printer brings all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Literal, NamedTuple

from desktop.cases.casefile import CaseFile
from desktop.documents.build import Booklet
from desktop.documents.handout_sheet import HandoutSheet
from desktop.errors import Problem
from desktop.texts import mark

from . import printing
from .declarations.profile import NO_PROFILE, OfficeProfile
from .handouts.languages import of_client
from .handouts.released import NOTHING_RELEASED, Releases
from .own_letters import OwnLetter
from .print_choice import FILE_NAMES, OF_A_TITLE, PrintChoice
from .printing import Printed
from .reading.phrasebook import ENGLISH
from .reference import Reference

ReviewPart = Literal["handouts", "copies"]
"""What an office reviews apart: the texts of hand-outs, and those of reading copies."""


class Part(NamedTuple):
    """One sheet of the stack and the page it begins on, from 1."""

    choice: PrintChoice
    page: int


class Stack(NamedTuple):
    """What came of the chosen sheets; `problems` tells why those that are not in it could not be made."""

    printed: Printed | None
    parts: tuple[Part, ...]
    pages: int
    problems: tuple[tuple[PrintChoice, Problem], ...] = ()
    not_reviewed: Mapping[ReviewPart, str] = MappingProxyType({})
    """The languages (codes) of translations in it that nobody of the office has reviewed."""


def stacked(
    reference: Reference,
    case: CaseFile,
    choices: Sequence[PrintChoice],
    *,
    today: date,
    office: str = "",
    by: str = "",
    released: Releases = NOTHING_RELEASED,
    profile: OfficeProfile = NO_PROFILE,
    own: Sequence[OwnLetter] = (),
) -> Stack:
    """The chosen sheets one after another as one PDF with an outline; nothing is written to disk.

    A sheet that cannot be made stops no other one. The foot names the office, or who printed it (`by`).
    """
    booklet: Booklet | None = None
    parts, problems, missing = [], [], ""
    not_reviewed: dict[ReviewPart, str] = {}
    named = profile if profile.name else replace(profile, name=office)
    for choice in choices:
        texts = printing.texts_of(choice.language)
        booklet = booklet or Booklet(texts)
        try:
            found = printing.sheets(
                reference,
                case,
                choice,
                today=today,
                office=office or by,
                released=released,
                profile=named,
                own=own,
            )
            begun = len(booklet.starts)
            missing += booklet.add(found, texts=texts)
        except Problem as problem:
            problems.append((choice, problem))
        else:
            parts.append(Part(choice, booklet.starts[begun]))
            if any(isinstance(each, HandoutSheet) and each.warns for each in found):
                code = choice.beside or of_client(case.client.language)
                not_reviewed[_part_of(choice, code)] = code
    if booklet is None or not parts:
        return Stack(None, (), 0, tuple(problems))
    pdf = booklet.close()
    name = _file_name(case, [part.choice for part in parts], today)
    made = Printed(pdf, name, "".join(sorted(set(missing))))
    return Stack(made, tuple(parts), booklet.pages, tuple(problems), not_reviewed)


def _part_of(choice: PrintChoice, code: str) -> ReviewPart:
    """Where a translation is released: English copies are the program's own, only their frame is not."""
    return "handouts" if choice.kind == "handout" or code == ENGLISH else "copies"


def _file_name(case: CaseFile, choices: Sequence[PrintChoice], today: date) -> str:
    """As for one sheet; of more than three only how many they are."""
    texts = printing.texts_of(choices[0].language)
    kinds = [texts(FILE_NAMES[choice.kind]) for choice in choices]
    what = "+".join(kinds) if len(kinds) <= _NAMED else texts(mark("{count}-sheets"), count=len(kinds))
    title = next((choice.title_id for choice in choices if choice.kind in OF_A_TITLE), "")
    parts = (printing.plain_number(case.client.file_number), what, title, today.isoformat())
    return "_".join(filter(None, parts)) + ".pdf"


_NAMED = 3
