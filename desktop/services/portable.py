"""Cases as files: read a case document, describe the format."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any

from desktop.cases import document, document_schema
from desktop.cases.casefile import CaseFile
from desktop.cases.plaindata import read_plain_file
from desktop.errors import CannotOpen, Problem
from desktop.texts import mark

from .reference import Reference


def read_case(path: Path, reference: Reference, today: date, *, present: date | None = None) -> CaseFile:
    """The case of a document as it is read for a day, with those of its household that lie beside it.

    `present`: the latest day that is not the future, where it is later than the day of reading. Raises
    CannotOpen, Problem or Problems, also for a document of the household that is there and damaged; messages
    never name the folder.
    """
    case = _one_case(path, reference, today, present)
    others: dict[str, CaseFile] = {}
    for link in case.household:
        other = _beside(path, link.case)
        if other is not None:
            others[link.case] = _one_case(other, reference, today, present)
    return case.with_relatives(others)


def not_beside(case: CaseFile) -> tuple[str, ...]:
    """The files of the household that a document names and that do not lie beside it."""
    found = {relative.link.case for relative in case.relatives}
    return tuple(link.case for link in case.household if link.case not in found)


def _one_case(path: Path, reference: Reference, today: date, present: date | None) -> CaseFile:
    try:
        _refuse_unreadable(path)
    except OSError as error:
        raise CannotOpen(mark("The file “{file}” cannot be read."), file=path.name) from error
    return document.read_case(read_plain_file(path), reference.inputs, today, present=present)


def _beside(path: Path, name: str) -> Path | None:
    """A document of that name in the same folder, and nowhere else; None if there is none."""
    if not name or name != Path(name).name or name in (".", ".."):
        return None
    other = path.with_name(name)
    try:
        if not other.is_file():
            return None
        itself = other.samefile(path)
    except (OSError, ValueError):
        return None
    if itself:
        raise Problem(
            mark("The household of “{file}” names this case itself."),
            mark("Name the files of the other people."),
            file=path.name,
        )
    return other


def case_schema(reference: Reference) -> dict[str, Any]:
    """JSON Schema of the case document."""
    return document_schema.schema(reference.inputs)


def _refuse_unreadable(path: Path) -> None:
    """The usual reasons in our own words; anything else is told when reading fails."""
    if path.is_dir():
        raise CannotOpen(mark("“{file}” is a folder, not a case document."), file=path.name or str(path))
    if not path.exists():
        raise CannotOpen(mark("There is no file “{file}”."), file=path.name)
    if not os.access(path, os.R_OK):
        raise CannotOpen(mark("Reading the file “{file}” is not allowed."), file=path.name)
