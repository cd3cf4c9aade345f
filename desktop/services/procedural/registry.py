"""All letters about a procedure, by their kinds: what each can be about, what it asks, what is printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from desktop.cases.casefile import CaseFile
from desktop.documents.plain_letter_sheet import PlainLetterSheet
from desktop.documents.sheets import Stamp
from desktop.errors import Problem
from desktop.texts import Texts, mark

from ..letter_questions import Question
from ..print_choice import PrintChoice
from ..reference import Reference
from . import data_change
from .data_change import DataChange
from .departure import Departure
from .file_access import FileAccess
from .hardship import Hardship
from .letter_case import Letter, LetterCase, Situation, Subjects
from .reminder import Reminder
from .residence_rule import ResidenceRule
from .translation import Translation
from .work_note import WorkNote

LETTERS: Mapping[str, type[Letter]] = MappingProxyType(
    {
        each.kind.value: each
        for each in (
            Reminder,
            FileAccess,
            DataChange,
            Translation,
            WorkNote,
            ResidenceRule,
            Hardship,
            Departure,
        )
    }
)
"""By the word that chooses the letter."""


def subjects(reference: Reference, case: CaseFile, kind: str, today: date, texts: Texts) -> Subjects:
    """What a letter can be about, with its words; empty if the case has no occasion for it."""
    return LETTERS[kind].subjects(Situation(reference, case, today, texts))


def questions(
    reference: Reference, case: CaseFile, choice: PrintChoice, today: date, texts: Texts, stamp: Stamp
) -> tuple[Question, ...]:
    """What the chosen letter should still be told, with its words in `texts`. Raises Problem as `letters`."""
    return _letter(choice.kind, _given(reference, case, choice, today, texts, stamp)).asked


def letters(
    reference: Reference, case: CaseFile, choice: PrintChoice, today: date, texts: Texts, stamp: Stamp
) -> Sequence[PlainLetterSheet]:
    """The chosen letter in the language of `texts`, or the three of a change of address.

    `choice.which` may also be the number of a subject in the order of `subjects`, from 1; empty is the first.
    Raises Problem if the case has no occasion for it, and for an answer that cannot be printed.
    """
    letter = _letter(choice.kind, _given(reference, case, choice, today, texts, stamp))
    if isinstance(letter, DataChange) and letter.given.which == data_change.ALL:
        bodies = (data_change.OFFICE, data_change.FEDERAL, data_change.COURT)
        return [DataChange(replace(letter.given, which=body)).sheet() for body in bodies]
    return [letter.sheet()]


def _given(
    reference: Reference, case: CaseFile, choice: PrintChoice, today: date, texts: Texts, stamp: Stamp
) -> LetterCase:
    return LetterCase(
        reference=reference,
        case=case,
        authority=reference.chosen(choice.authority_id),
        which=choice.which,
        answers=choice.answered,
        today=today,
        texts=texts,
        stamp=stamp,
        confirmed_on=choice.confirmed_on,
    )


def _letter(kind: str, given: LetterCase) -> Letter:
    letter = LETTERS[kind]
    found = [
        name for name, _ in letter.subjects(Situation(given.reference, given.case, given.today, given.texts))
    ]
    if not found:
        raise Problem(
            mark("This case has no occasion for the letter “{letter}”."),
            mark("Enter the application, the decision or the paper it is about first."),
            letter=given.texts(letter.name),
        )
    which = given.which or found[0]
    if which not in found and which.isdecimal() and 0 < int(which) <= len(found):
        which = found[int(which) - 1]
    if which not in found:
        raise Problem(
            mark("This letter cannot be about that; {count} choices are there."),
            mark("Choose another one."),
            count=len(found),
        )
    return letter(replace(given, which=which))
