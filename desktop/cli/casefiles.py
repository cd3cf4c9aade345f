"""Case documents as the verbs read them: with a note where a file of the household is not there."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cases.names import clean
from desktop.texts import mark

from .shell import Shell

if TYPE_CHECKING:
    from desktop.cases.casefile import CaseFile
    from desktop.services.reference import Reference

_LONGEST = 80


def read(path: Path, shell: Shell, reference: Reference, on: date) -> CaseFile:
    """The case of a document for a day. Raises CannotOpen, Problem or Problems."""
    from desktop.services.portable import not_beside, read_case

    case = read_case(path, reference, on, present=max(on, shell.today))
    for name in not_beside(case):
        shell.complain(
            shell.texts(
                mark("Note: “{file}” does not lie beside this case; what it says does not count here."),
                file=clean(name)[:_LONGEST],
            )
        )
    return case
