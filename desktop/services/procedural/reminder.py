"""The reminder about an application that nobody decides, and from when an action is possible."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from desktop.cases.applications import Application
from desktop.cases.periods import ONE_DAY
from desktop.cases.words import DECISION_WORDS, spoken_day
from desktop.deadlines.arithmetic import last_day_after, months
from desktop.documents import sheets
from desktop.documents.procedural_terms import ProceduralKind
from desktop.errors import Problem
from desktop.texts import mark

from ..letter_questions import Question
from ..sheets.letter_basis import open_applications
from ..words.names import LawNames
from ..words.records import option
from .letter_case import Letter, Situation, Subjects

WAIT = months(3)
"""Before they are over an action needs special circumstances (§ 75 S. 2 VwGO)."""


class Reminder(Letter):
    kind = ProceduralKind.REMINDER
    name = mark("Reminder about an application")
    free = frozenset({"special_reasons"})

    @classmethod
    def subjects(cls, now: Situation) -> Subjects:
        names = LawNames.of(now.reference, now.texts)
        return [
            (
                str(number),
                f"{spoken_day(each.filed_on, now.texts)} · {names.title_short(each.title_id)} ·"
                f" {now.texts(DECISION_WORDS[each.decision_kind])}",
            )
            for number, each in open_applications(now.case, now.today)
        ]

    @property
    def application(self) -> Application:
        """The application it is about. Raises Problem if it is decided or gone."""
        found = {str(number): each for number, each in open_applications(self.given.case, self.given.today)}
        if self.given.which not in found:
            raise Problem(
                mark("This application is decided or no longer in the case."), mark("Choose another one.")
            )
        return found[self.given.which]

    @property
    def action_from(self) -> date:
        """The first day on which an action is possible without special circumstances (inclusive)."""
        return last_day_after(self.application.filed_on.latest, WAIT) + ONE_DAY

    def questions(self) -> tuple[Question, ...]:
        ask = self.ask
        return (
            ask.day("complete_since", mark("Since which day has the authority had all papers?")),
            ask.text(
                "special_reasons",
                mark("Which special circumstances call for a decision soon?"),
                mark("For example: the job ends on 31 January without a title. No illness by name."),
            ),
            self.evidence_question(),
        )

    def values(self) -> Mapping[str, str]:
        given, filed = self.given, self.application
        receipt = filed.receipt if filed.receipt not in (None, "none") else ""
        return {
            "asked": self.word(filed.decision_kind.value),
            "cite": given.cite(filed.title_id),
            "filed_on": spoken_day(filed.filed_on, given.texts),
            "receipt": given.texts(option(receipt)) if receipt else "",
            "complete_since": given.shown_day("complete_since"),
            "duration_norm": self.word("duration_land"),
            "action_from": given.texts.day(self.action_from),
            "special_reasons": given.text("special_reasons"),
        }

    def flags(self) -> Iterator[str]:
        filed = self.application
        if filed.complete:
            yield "complete"
        if filed.receipt not in (None, "none"):
            yield "proven"
        if self.given.today >= self.action_from:
            yield "three_months_over"

    def enclosures(self) -> Iterator[sheets.Enclosure]:
        if self.application.receipt not in (None, "none"):
            yield sheets.Enclosure(self.given.texts(mark("Proof that the application was received")))

    def cautions(self) -> Iterator[str]:
        texts, filed = self.given.texts, self.application
        if self.given.today < self.action_from:
            yield texts(
                mark("Three months are over only on {day}; an action before needs special circumstances."),
                day=texts.day(self.action_from),
            )
        yield texts(
            mark("An action is filed by the client or a lawyer, never by the office: threaten nothing.")
        )
        if filed.receipt in (None, "none") and filed.received_proof is not True:
            yield texts(
                mark("No proof of receipt is recorded: first make sure that the application arrived.")
            )
        if filed.complete is False:
            yield texts(mark("By what is recorded papers are missing: hand them in with this letter."))
