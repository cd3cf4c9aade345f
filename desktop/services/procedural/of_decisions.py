"""Letters about one decision letter of the case: which, its days, and the remedies that follow from it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from desktop.cases.casefile import CaseFile
from desktop.cases.letters import DecisionLetter
from desktop.deadlines.one_remedy import Remedy
from desktop.deadlines.remedies import Remedies, remedies_of
from desktop.deadlines.remedy_table import Act
from desktop.errors import Problem
from desktop.texts import Texts, mark

from ..reference import Reference
from .letter_case import Letter, Subjects

MAIN = (Act.OBJECTION, Act.ACTION, Act.EITHER)
"""The remedy against a decision itself."""


def told(letter: DecisionLetter, texts: Texts, reference: Reference) -> str:
    """A decision letter in a list: its day and what it decides."""
    row = reference.pack.time.remedies.row(letter.decision)
    what = texts.pick(row.short) if row is not None else letter.decision
    day = texts.day(letter.dated_on) if letter.dated_on is not None else texts(mark("without a date"))
    return f"{day} · {what}"


def letters_of(case: CaseFile, decisions: Iterable[str]) -> list[DecisionLetter]:
    """The open letters of these rows of the table, the latest first."""
    wanted = frozenset(decisions)
    found = [each for each in case.letters if each.decision in wanted and each.closed_on is None]
    return sorted(found, key=lambda each: each.dated_on or date.min, reverse=True)


def subjects_of(reference: Reference, case: CaseFile, texts: Texts, decisions: Iterable[str]) -> Subjects:
    """Those letters as subjects."""
    return [(each.id, told(each, texts, reference)) for each in letters_of(case, decisions)]


class OfDecision(Letter):
    """A letter about one decision letter; `given.which` is its id."""

    @cached_property
    def letter(self) -> DecisionLetter:
        """The decision letter. Raises Problem if it is gone."""
        found = next((each for each in self.given.case.letters if each.id == self.given.which), None)
        if found is None:
            raise Problem(mark("This letter is no longer in the case."), mark("Look at the case again."))
        return found

    @cached_property
    def remedies(self) -> Remedies:
        """What follows from it. Raises Problem for days that contradict each other."""
        return remedies_of(self.letter, self.given.reference.pack.time, self.given.authority)

    def remedy(self, *acts: Act) -> Remedy | None:
        """The remedy with one of these acts whose last day comes first."""
        found = [each for each in self.remedies.remedies if each.act in acts]
        return min(found, key=lambda each: each.day, default=None)

    @property
    def decision_on(self) -> str:
        """The day of the decision as paper shows it; empty if it is not known."""
        day = self.letter.dated_on
        return self.given.texts.day(day) if day is not None else ""

    @property
    def began_on(self) -> date | None:
        """The earliest day that can count as service or announcement."""
        return self.remedies.announced.day if self.remedies.announced is not None else None

    def date_caution(self) -> Iterable[str]:
        """That a letter without the day of the decision cannot name it."""
        if self.letter.dated_on is None:
            yield self.given.texts(
                mark("The date of the decision is not recorded: enter it with the letter.")
            )
