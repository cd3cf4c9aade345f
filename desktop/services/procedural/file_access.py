"""The application for access to the file, at the foreigners office or the Federal Office."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop.documents import sheets
from desktop.documents.procedural_terms import ProceduralKind
from desktop.texts import mark

from ..letter_questions import Question
from .letter_case import Letter, Situation, Subjects
from .recipients import FEDERAL_OFFICE, lines_of, typed_recipient

OFFICE, FEDERAL = "abh", "bamf"


class FileAccess(Letter):
    kind = ProceduralKind.FILE_ACCESS
    name = mark("Access to the file")
    free = frozenset({"purpose", "form", "office"})

    @classmethod
    def subjects(cls, now: Situation) -> Subjects:
        return [
            (OFFICE, now.texts(mark("File of the foreigners office"))),
            (FEDERAL, now.texts(mark("File of the Federal Office (BAMF)"))),
        ]

    @property
    def federal(self) -> bool:
        return self.given.which == FEDERAL

    def questions(self) -> tuple[Question, ...]:
        ask = self.ask
        found = [
            ask.text(
                "purpose",
                mark("What is the file needed for?"),
                mark("For example: to check a remedy against the decision; to prepare an application."),
                needed=True,
            ),
            ask.line(
                "format",
                mark("In which form should it be shown?"),
                mark("For example: as a file by secure e-mail, or as copies by post"),
                needed=True,
            ),
            ask.day("decision_on", mark("Of which day is the decision that matters?")),
            ask.yes_no(
                "by_office", mark("Does the office look at the file, with a written power of attorney?")
            ),
        ]
        if self.federal:
            found += [
                self.address_question(
                    "recipient", mark("Address of the branch office, from the last letter of BAMF")
                ),
                ask.line("number", mark("File number of BAMF"), "1234567-423", needed=True),
            ]
        return tuple(found)

    def values(self) -> Mapping[str, str]:
        given = self.given
        return {
            "norm": self.word("norm_federal" if self.federal else "norm_land"),
            "purpose": given.text("purpose"),
            "form": given.text("format").rstrip("."),
            "office": given.stamp.office,
            "decision_on": given.shown_day("decision_on"),
        }

    def flags(self) -> Iterator[str]:
        if self.agreed("by_office"):
            yield "by_office"

    @property
    def to_authority(self) -> bool:
        return not self.federal

    def recipient(self) -> sheets.Authority:
        if not self.federal:
            return super().recipient()
        return typed_recipient(lines_of(self.given.answers, "recipient"), FEDERAL_OFFICE)

    def your_reference(self) -> str:
        return self.given.text("number") if self.federal else super().your_reference()

    def enclosures(self) -> Iterator[sheets.Enclosure]:
        if self.agreed("by_office"):
            yield sheets.Enclosure(self.given.texts(mark("Written power of attorney")))

    def cautions(self) -> Iterator[str]:
        texts = self.given.texts
        if self.agreed("by_office"):
            yield texts(
                mark(
                    "A written power of attorney moves formal service to whoever holds it, unless receipt is"
                    " excluded in its text: check before it goes out."
                )
            )
            if not self.given.stamp.office:
                yield texts(
                    mark("The name of the office is not set; without it the letter does not name who looks.")
                )
