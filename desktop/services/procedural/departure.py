"""The application for a period to leave voluntarily in the border procedure, within three working days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from desktop.deadlines.remedy_table import Act
from desktop.documents import sheets
from desktop.documents.procedural_terms import ProceduralKind
from desktop.errors import Problem
from desktop.texts import mark

from ..letter_questions import Question
from .letter_case import Situation, Subjects
from .of_decisions import OfDecision, subjects_of
from .recipients import FEDERAL_OFFICE, lines_of, typed_recipient

MINOR, ORDER = "A4m", "C5"
ROWS = ("A4", MINOR, ORDER)
"""Decisions after which the period to leave must be applied for (§ 38(5) AsylG)."""


class Departure(OfDecision):
    kind = ProceduralKind.DEPARTURE
    name = mark("Period to leave voluntarily (border procedure)")
    free = frozenset({"plans"})
    must_agree = ("advised", "willing")

    @classmethod
    def subjects(cls, now: Situation) -> Subjects:
        return subjects_of(now.reference, now.case, now.texts, ROWS)

    @property
    def last_day(self) -> date | None:
        """The last day on which the application may reach BAMF (inclusive), or None if it is not known."""
        found = self.remedy(Act.DEPARTURE)
        return found.day if found is not None else None

    def questions(self) -> tuple[Question, ...]:
        ask = self.ask
        return (
            ask.yes_no("advised", mark("Has a lawyer or a guided person advised on this?"), needed=True),
            ask.yes_no(
                "willing",
                mark("Does the client clearly want to leave voluntarily, knowing what that means?"),
                needed=True,
            ),
            ask.yes_no(
                "not_instructed",
                mark(
                    "Was the instruction about this application missing or wrong, or in a language not"
                    " understood?"
                ),
            ),
            ask.text(
                "plans",
                mark("What has been prepared for leaving?"),
                mark("For example: a return counselling centre is asked for; the passport is there."),
            ),
            self.address_question(
                "recipient", mark("Address of the branch office, from the decision of BAMF")
            ),
            ask.line("number", mark("File number of BAMF"), "1234567-423", needed=True),
        )

    def values(self) -> Mapping[str, str]:
        texts, letter = self.given.texts, self.letter
        before = self.remedy(Act.REASONS if letter.decision == MINOR else Act.INTERIM)
        began = texts.day(self.began_on) if self.began_on is not None else ""
        other = letter.other_served_on
        after_court = letter.decision == ORDER
        return {
            "decision_on": self.decision_on,
            "served_on": "" if after_court else began,
            "other_served_on": texts.day(other) if other is not None else "",
            "period_ended_on": texts.day(before.day) if before is not None and not after_court else "",
            "court_served_on": began if after_court else "",
            "plans": self.given.text("plans"),
        }

    def flags(self) -> Iterator[str]:
        if self.letter.decision == ORDER:
            yield "after_court"
        if self.letter.decision == MINOR:
            yield "minor"
        if self.late:
            yield "late"
        for each in ("not_instructed", "willing"):
            if self.agreed(each):
                yield each

    @property
    def late(self) -> bool:
        return self.last_day is not None and self.given.today > self.last_day

    @property
    def to_authority(self) -> bool:
        return False

    def recipient(self) -> sheets.Authority:
        return typed_recipient(lines_of(self.given.answers, "recipient"), FEDERAL_OFFICE)

    def your_reference(self) -> str:
        return self.given.text("number")

    def cautions(self) -> Iterator[str]:
        texts = self.given.texts
        yield texts(
            mark("Only with the client's clear wish and after legal advice: it says that the client leaves.")
        )
        if self.last_day is None:
            yield texts(mark("The day of service is not recorded: the three working days cannot be counted."))
        elif self.late and not self.agreed("not_instructed"):
            yield texts(
                mark("The three working days ended on {day}: late, the application is inadmissible."),
                day=texts.day(self.last_day),
            )
        else:
            yield texts(mark("It must reach BAMF by {day}."), day=texts.day(self.last_day))
        if self.letter.decision != ORDER and self.letter.other_served_on is None:
            yield texts(mark("The day on which the border authority's decision was served is missing."))

    def refuse_unfit(self) -> None:
        if self.late and not self.agreed("not_instructed"):
            raise Problem(
                mark(
                    "The three working days are over; by what is recorded this application is inadmissible."
                ),
                mark("Have a lawyer look at it today; say so if the instruction was missing or wrong."),
            )
