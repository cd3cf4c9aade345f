"""Where a PDF may be written: in place of a PDF, never of anything else; what it could not print."""

from __future__ import annotations

from pathlib import Path

from desktop.documents import build
from desktop.errors import CannotOpen, Problem
from desktop.texts import mark

_PDF = b"%PDF-"
_NAMED = 6
"""So many characters are shown in a sentence about them."""


def refuse_taken(path: Path) -> None:
    """Raises Problem or CannotOpen where no PDF can be written, or something else would be lost."""
    try:
        _refuse_taken(path)
    except OSError as error:
        raise build.not_saved(error, path) from error


def _refuse_taken(path: Path) -> None:
    if path.is_dir():
        raise CannotOpen(mark("“{file}” is a folder, not a file."), file=path.name or str(path))
    if not path.parent.is_dir():
        raise CannotOpen(mark("There is no folder “{folder}”."), folder=path.parent.name)
    if path.exists() and not (path.is_file() and _is_pdf_or_empty(path)):
        raise Problem(
            mark("“{file}” is there already and is no PDF; nothing was overwritten."),
            mark("Choose another name."),
            file=path.name,
        )


def _is_pdf_or_empty(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_PDF)) in (_PDF, b"")


def unprintable(characters: str) -> Problem:
    """The sentence about characters that no font has: which, and what stands there instead.

    Each comes with its number, because a screen may lack it too.
    """
    named = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in characters[:_NAMED])
    return Problem(
        mark("No font of this program has these characters: {characters}"),
        mark(
            "A question mark in a diamond stands for each of them. Write these words in other letters, for"
            " instance as the passport does."
        ),
        characters=f"{named} …" if len(characters) > _NAMED else f"{named}.",
    )


def plain_number(file_number: str) -> str:
    """A file number as part of a file name: letters, digits, hyphens."""
    return "".join(letter for letter in file_number if letter.isalnum() or letter in "-_")
