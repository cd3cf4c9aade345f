"""What cannot be in letters, planned dates and a rest that somebody wrote by hand.

A form refuses the same before it is saved. Days of a letter that contradict each other are no slip: their
letter becomes a date that says so.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from desktop.texts import mark

from .agenda import Entry, EntryKind, Rest
from .casefile import CaseFile
from .letters import DecisionLetter, Instruction
from .shapes import ShapeError

Found = Iterator[tuple[tuple[str | int, ...], ShapeError]]
TIME_OF_DAY = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


def time_slips(case: CaseFile, places: Collection[str]) -> Found:
    """Every such slip with its place in the document; `places` are the known calendars, none if unchecked."""
    for number, letter in enumerate(case.letters):
        for field, error in _of_letter(letter, places):
            yield ("letters", number, field), error
    for number, entry in enumerate(case.entries):
        if entry.time and not _has_time(entry):
            sentence = mark("A time is written 14:30, and only an appointment has one.")
            yield ("entries", number, "time"), ShapeError(sentence)
    if case.rest is not None and _ends_before(case.rest):
        yield ("rest", "until"), ShapeError(mark("The rest ends before it begins."))


def _of_letter(letter: DecisionLetter, places: Collection[str]) -> Iterator[tuple[str, ShapeError]]:
    if letter.period is not None and letter.period < 1:
        sentence = mark("A period of {count} cannot be counted.")
        yield "period", ShapeError(sentence, count=letter.period)
    gone = letter.instruction in (Instruction.MISSING, Instruction.DENIES)
    if gone and (letter.period is not None or letter.remedy):
        yield (
            "instruction",
            ShapeError(
                mark("An instruction that is missing or denies any remedy prints no period and names none.")
            ),
        )
    for field, name in (("land", letter.land), ("place", letter.place)):
        if name and places and name not in places:
            options = ", ".join(sorted(places))
            yield (
                field,
                ShapeError(
                    mark("“{found}” is not possible here; possible are: {options}."),
                    found=name[:40],
                    options=options,
                ),
            )


def _has_time(entry: Entry) -> bool:
    return entry.kind is EntryKind.APPOINTMENT and TIME_OF_DAY.fullmatch(entry.time) is not None


def _ends_before(rest: Rest) -> bool:
    return rest.until is not None and rest.until < rest.on
