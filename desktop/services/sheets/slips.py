"""Slips for the paper file: one date, or every date that follows from a letter, as half sheets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.cases.agenda import Entry
from desktop.cases.casefile import CaseFile
from desktop.deadlines.derivation import Step
from desktop.deadlines.duedates import DueDate, Nature
from desktop.deadlines.planned import ENTERED, RECORDED
from desktop.deadlines.remedies import LAWYER
from desktop.deadlines.schedule import key
from desktop.documents.sheets import Stamp
from desktop.documents.time_sheets import Hand, SlipSheet, StepLine
from desktop.errors import Problem
from desktop.texts import Texts, mark

from .. import deadlines
from ..reference import Reference
from ..words.names import step_names
from .ground import person_of

ALL = "all"
"""Every date on which somebody has to act and that is not settled."""
_LETTER = "letter:"
_SAID = RECORDED | {LAWYER}
"""Notes whose content the slip has a place of its own for."""
_ACTING = (Nature.VALIDITY, Nature.FILING, Nature.PLAN, Nature.APPOINTMENT)


@dataclass(frozen=True)
class _Words:
    texts: Texts
    names: Mapping[str, str]

    def name(self, due: DueDate) -> str:
        return due.name.show(self.texts, self.names)

    def lines(self, steps: Iterable[Step]) -> tuple[StepLine, ...]:
        return tuple(StepLine(step.show(self.texts, self.names), step.cite) for step in steps)


def subjects(reference: Reference, case: CaseFile, today: date, texts: Texts) -> list[tuple[str, str]]:
    """What a slip can be printed of, with its words: every date, all of a letter, all that are open."""
    words = _Words(texts, step_names(reference, texts, case))
    found = deadlines.of(reference, case, today)
    offered = [
        (subject(due), f"{texts.day_with_weekday(due.day)} · {words.name(due)}") for due in _open_first(found)
    ]
    for letter in dict.fromkeys(due.letter for due in found if due.letter):
        offered.append(
            (_LETTER + letter, texts(mark("All of one letter: {letter}"), letter=_told(case, letter, texts)))
        )
    if sum(not due.settled and due.nature in _ACTING for due in found) > 1:
        offered.append((ALL, texts(mark("All open dates"))))
    return offered


def subject(due: DueDate) -> str:
    """What names one date of a case among the others."""
    return f"{key(due)}#{due.entry}"


def slip_sheets(
    reference: Reference, case: CaseFile, which: str, *, stamp: Stamp, today: date, texts: Texts
) -> Sequence[SlipSheet]:
    """The slips of a subject; without one of the date that is to be acted on first.

    `which` may also be the number of a date in the order of `subjects`, from 1. Raises Problem if the case
    has no date, or none of that name.
    """
    found = deadlines.of(reference, case, today)
    if not found:
        raise Problem(
            mark("No date is known in this case yet, so there is nothing to put on a slip."),
            mark("Enter a paper of the stay, a decision letter or a follow-up first."),
        )
    words = _Words(texts, step_names(reference, texts, case))
    return [_slip(due, case, words, stamp) for due in _chosen(found, which)]


def _chosen(found: Sequence[DueDate], which: str) -> Sequence[DueDate]:
    ordered = _open_first(found)
    if not which:
        return ordered[:1]
    if which == ALL:
        chosen = [due for due in ordered if not due.settled and due.nature in _ACTING]
    elif which.startswith(_LETTER):
        chosen = [due for due in ordered if due.letter and due.letter == which.removeprefix(_LETTER)]
    elif which.isdecimal():
        chosen = list(ordered[int(which) - 1 : int(which)]) if int(which) else []
    else:
        chosen = [due for due in ordered if subject(due) == which]
    if not chosen:
        raise Problem(
            mark("This date is no longer among those of the case; there are {count}."),
            mark("Choose another date."),
            count=len(found),
        )
    return chosen


def _open_first(found: Sequence[DueDate]) -> Sequence[DueDate]:
    """Those on which somebody has to act, then those that only inform, the settled last; else as they are."""
    return sorted(found, key=lambda due: (due.settled, due.nature not in _ACTING))


def _slip(due: DueDate, case: CaseFile, words: _Words, stamp: Stamp) -> SlipSheet:
    entry = next((each for each in case.entries if due.entry and each.id == due.entry), None)
    urgent, made = due.urgent_from, _made(entry)
    return SlipSheet(
        stamp=stamp,
        person=person_of(case, words.texts),
        nature=due.nature,
        what=words.name(due),
        action=due.action.show(words.texts, words.names),
        day=due.day,
        cite=due.cite,
        time=due.time,
        place=entry.place if entry is not None else "",
        letter=_told(case, due.letter, words.texts) if due.letter else "",
        latest=due.latest,
        safe_day=due.safe_day,
        start_on=due.start_on,
        urgent_from=urgent if urgent is not None and _between(due, urgent) else None,
        lawyer_today=bool(due.letter),
        settled=due.settled,
        derivation=words.lines(step for step in due.derivation if step.text != ENTERED or not made.who),
        notes=words.lines(note for note in due.notes if note.text not in _SAID),
        entered=made,
        confirmed=Hand(entry.confirmed_by, entry.confirmed_on) if entry is not None else Hand(),
        done=Hand(entry.done_by, entry.done_on, entry.done_how) if entry is not None else Hand(),
    )


def _between(due: DueDate, day: date) -> bool:
    """Whether a day says something that neither the pre-deadline nor the day to act says."""
    return day <= due.act_by and day != due.start_on


def _made(entry: Entry | None) -> Hand:
    """Who entered a date of the office's own; what was derived nobody entered."""
    return Hand(entry.made_by, entry.made_on) if entry is not None and not entry.source else Hand()


def _told(case: CaseFile, letter_id: str, texts: Texts) -> str:
    """What a decision letter is called: its day, and who wrote it."""
    letter = next((each for each in case.letters if each.id == letter_id), None)
    if letter is None or letter.dated_on is None:
        words = texts(mark("decision letter"))
    else:
        words = texts(mark("decision letter of {day}"), day=texts.day(letter.dated_on))
    return f"{words}, {letter.authority}" if letter is not None and letter.authority else words
