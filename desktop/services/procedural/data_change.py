"""The notice of a new address: one letter each to the foreigners office, the Federal Office and the court."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta

from desktop.cases.casefile import CaseFile
from desktop.documents import sheets
from desktop.documents.procedural_terms import ProceduralKind
from desktop.texts import mark

from ..letter_questions import Question
from .letter_case import Letter, Situation, Subjects
from .recipients import FEDERAL_OFFICE, lines_of, typed_recipient

ALL, OFFICE, FEDERAL, COURT = "all", "abh", "bamf", "court"


class DataChange(Letter):
    """`given.which` is one of the bodies; who asks for all of them makes three letters (`registry`)."""

    kind = ProceduralKind.DATA_CHANGE
    name = mark("Notice of a new address")
    reply_within = timedelta(weeks=2)
    free = frozenset({"new_address", "old_address", "contact", "persons"})

    @classmethod
    def subjects(cls, now: Situation) -> Subjects:
        every = (ALL, now.texts(mark("All three: foreigners office, BAMF, court")))
        office = (OFFICE, now.texts(mark("Foreigners office")))
        others = [
            (FEDERAL, now.texts(mark("Federal Office (BAMF)"))),
            (COURT, now.texts(mark("Court"))),
        ]
        return [every, office, *others] if pending(now.case) else [office, every, *others]

    def questions(self) -> tuple[Question, ...]:
        ask, which = self.ask, self.given.which
        found = [
            ask.text(
                "new_address",
                mark("What is the new address?"),
                mark("One line each; “c/o” where the letter box has another name"),
                needed=not self.given.case.client.address,
                assumed=", ".join(self.given.case.client.address),
            ),
            ask.day("since", mark("Since which day?"), needed=True),
            ask.line("old_address", mark("What was the address so far?"), assumed=self._moved_from),
            ask.line("contact", mark("Phone or e-mail, if they may use it")),
            ask.line("persons", mark("For which other persons does it hold, with their dates of birth?")),
        ]
        if which in (ALL, FEDERAL):
            found += [
                self.address_question(
                    "bamf_address", mark("Address of the branch office, from the last letter of BAMF")
                ),
                ask.line("bamf_number", mark("File number of BAMF"), "1234567-423", needed=True),
            ]
        if which in (ALL, COURT):
            found += [
                self.address_question("court_address", mark("Name and address of the court")),
                ask.line("court_number", mark("File number of the court"), "1 K 123/26", needed=True),
            ]
        return tuple(found)

    def values(self) -> Mapping[str, str]:
        given = self.given
        old = given.text("old_address") or self._moved_from
        return {
            "new_address": ", ".join(self._typed or given.case.client.address),
            "old_address": old.rstrip("."),
            "since": given.shown_day("since"),
            "contact": given.text("contact").rstrip("."),
            "persons": given.text("persons").rstrip("."),
        }

    @property
    def _typed(self) -> tuple[str, ...]:
        """The lines of the new address, if somebody typed it."""
        return lines_of(self.given.answers, "new_address")

    @property
    def _moved_from(self) -> str:
        """The address of the case, where a new one was typed; empty where it is the new one itself."""
        address = self.given.case.client.address
        return ", ".join(address) if self._typed and self._typed != address else ""

    def sender(self) -> sheets.Sender:
        """Who writes, at the new address: an answer to the old one would be lost."""
        found = super().sender()
        return replace(found, lines=self._typed) if self._typed else found

    def flags(self) -> Iterator[str]:
        if self.given.which in (FEDERAL, COURT) or pending(self.given.case):
            yield "asylum"

    @property
    def to_authority(self) -> bool:
        return self.given.which not in (FEDERAL, COURT)

    def recipient(self) -> sheets.Authority:
        answers = self.given.answers
        if self.given.which == FEDERAL:
            return typed_recipient(lines_of(answers, "bamf_address"), FEDERAL_OFFICE)
        if self.given.which == COURT:
            return typed_recipient(lines_of(answers, "court_address"), "")
        return super().recipient()

    def your_reference(self) -> str:
        numbers = {FEDERAL: "bamf_number", COURT: "court_number"}
        question = numbers.get(self.given.which)
        return self.given.text(question) if question is not None else super().your_reference()

    def cautions(self) -> Iterator[str]:
        texts = self.given.texts
        yield texts(
            mark(
                "Until this notice has arrived, mail to the old address counts as served, even if it comes"
                " back: send it today and keep a proof of each receipt."
            )
        )
        yield texts(
            mark("Moving may need consent while a residence rule or condition binds: check before moving.")
        )
        if self.given.case.client.address and not self._typed:
            yield texts(mark("The address of the case is printed as the new one: check that it is."))


def pending(case: CaseFile) -> bool:
    """Whether an asylum procedure runs: one whose decision is not final."""
    procedures = case.value("asylum_procedures") or ()
    return any(each.final_on is None and each.outcome != "withdrawn" for each in procedures)
