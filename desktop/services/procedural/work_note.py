"""The application for the entry that work stays allowed although a decision ended the title."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property

from desktop.cases.status import StatusPeriod
from desktop.documents import sheets
from desktop.documents.procedural_terms import ProceduralKind
from desktop.errors import Problem
from desktop.texts import mark

from ..letter_questions import Question
from .letter_case import Situation, Subjects
from .of_decisions import MAIN, OfDecision, subjects_of

REFUSAL = "D1"
ENDED = (REFUSAL, "D8", "D9")
"""Rows of decisions after which a title can continue for work alone (§ 84(2) AufenthG)."""


class WorkNote(OfDecision):
    kind = ProceduralKind.WORK_NOTE
    name = mark("Proof that work stays allowed")
    reply_within = timedelta(weeks=1)

    @classmethod
    def subjects(cls, now: Situation) -> Subjects:
        if not any(each.title_id is not None for each in now.case.status_periods):
            return []
        return subjects_of(now.reference, now.case, now.texts, ENDED)

    @cached_property
    def title(self) -> StatusPeriod:
        """The title that continues: the last one. Raises Problem where there never was one."""
        held = [each for each in self.given.case.begun_by(self.given.today) if each.title_id is not None]
        if not held:
            raise Problem(
                mark("No residence title is recorded: without one nothing continues for work."),
                mark("Enter the paper that was held, if there was one."),
            )
        return held[-1]

    def questions(self) -> tuple[Question, ...]:
        ask = self.ask
        return (
            ask.day("remedy_filed_on", mark("On which day did the objection or the action arrive?")),
            ask.day(
                "interim_filed_on",
                mark("When did the application under §\N{NO-BREAK SPACE}80(5) VwGO reach the court?"),
            ),
            ask.yes_no("interim_pending", mark("Is this application pending still?")),
            ask.yes_no("suspended", mark("Does the remedy have suspensive effect, by law or by an order?")),
        )

    @property
    def until(self) -> date | None:
        """The last day of the period for the remedy (inclusive), by the shortest reading."""
        main = self.remedy(*MAIN)
        return main.day if main is not None else None

    @property
    def within_period(self) -> bool:
        return self.until is not None and self.given.today <= self.until

    @property
    def interim(self) -> bool:
        return self.given.day("interim_filed_on") is not None and self.agreed("interim_pending")

    @property
    def carried(self) -> bool:
        """Whether one of the three cases of § 84(2) s. 2 AufenthG is there."""
        return self.within_period or self.interim or self.agreed("suspended")

    def values(self) -> Mapping[str, str]:
        given = self.given
        last = self.title.period.last_day
        return {
            "decision_on": self.decision_on,
            "remedy_until": given.texts.day(self.until) if self.until is not None else "",
            "remedy_filed_on": given.shown_day("remedy_filed_on"),
            "interim_filed_on": given.shown_day("interim_filed_on"),
            "title": given.paper(self.title),
            "title_until": given.texts.day(last.day) if last is not None and last.day is not None else "",
        }

    def flags(self) -> Iterator[str]:
        if self.letter.decision == REFUSAL:
            yield "refusal"
        if self.within_period:
            yield "within_period"
        if self.interim:
            yield "interim"
        if self.agreed("suspended"):
            yield "suspended"

    def enclosures(self) -> Iterator[sheets.Enclosure]:
        texts = self.given.texts
        yield sheets.Enclosure(texts(mark("Decision")))
        if self.given.day("remedy_filed_on") is not None:
            yield sheets.Enclosure(texts(mark("Proof that the remedy arrived")))
        if self.interim:
            yield sheets.Enclosure(
                texts(mark("Confirmation of the court about the application for interim relief"))
            )

    def cautions(self) -> Iterator[str]:
        texts = self.given.texts
        if not self.carried:
            yield texts(
                mark(
                    "By what is recorded the period is over, no interim relief is pending and nothing"
                    " suspends: then the title does not continue for work. A lawyer must look at it today."
                )
            )
        until = self.until
        if until is not None and self.within_period and self.given.day("remedy_filed_on") is None:
            yield texts(
                mark("The remedy must have arrived by {day}; after it only interim relief carries the work."),
                day=texts.day(until),
            )
        yield texts(
            mark("Only the work that the title allowed goes on; this letter protects from nothing else.")
        )
        yield from self.date_caution()

    def refuse_unfit(self) -> None:
        if not self.carried:
            raise Problem(
                mark(
                    "None of the cases in which a title continues for work is recorded; this stays a draft."
                ),
                mark("Enter the remedy and the application to the court, or ask a lawyer today."),
            )
