"""Whom a letter goes to when the directory has no record: lines that somebody typed from the last letter."""

from __future__ import annotations

from desktop.cases.names import clean
from desktop.documents import sheets

from ..letter_questions import Answers

FEDERAL_OFFICE = "Bundesamt für Migration und Flüchtlinge"
"""Its name on an envelope, in every language of a reading copy."""


def lines_of(answers: Answers, question: str) -> tuple[str, ...]:
    """An answer of several lines, each cleaned, empty ones left out."""
    return tuple(filter(None, (clean(line) for line in answers.get(question, "").splitlines())))


def typed_recipient(lines: tuple[str, ...], name: str) -> sheets.Authority:
    """A recipient of typed lines, the first its name; without any line, `name` with room for an address."""
    if not lines:
        return sheets.Authority(name=name)
    if name and lines[0].casefold() != name.casefold() and name.casefold() not in " ".join(lines).casefold():
        lines = (name, *lines)
    return sheets.Authority(name=lines[0], address=lines[1:])
