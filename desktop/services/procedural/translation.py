"""The application for a translation of the operative part and the instruction of a decision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from types import MappingProxyType

from desktop.documents import sheets
from desktop.documents.procedural_terms import ProceduralKind
from desktop.texts import mark

from ..handouts.languages import GERMAN, languages
from ..letter_questions import Question
from .letter_case import Situation, Subjects
from .of_decisions import MAIN, OfDecision, subjects_of

WHAT: Mapping[str, str] = MappingProxyType(
    {"D1": "refusal", "D2": "threat", "D8": "ended", "D9": "ended", "D10": "entry_ban"}
)
"""Rows of decisions of which § 77(3) AufenthG gives a translation, and the word for what they decide."""
EXPULSION, THREAT = "D8", "D2"


class Translation(OfDecision):
    kind = ProceduralKind.TRANSLATION
    name = mark("Translation of a decision")
    reply_within = timedelta(weeks=1)
    free = frozenset({"language"})

    @classmethod
    def subjects(cls, now: Situation) -> Subjects:
        return subjects_of(now.reference, now.case, now.texts, WHAT)

    @property
    def leaflet(self) -> bool:
        """Whether a translation need not be given, only the standard form (§ 77(3) s. 4, 5 AufenthG)."""
        unlawful: bool = self.given.case.value("entry_unlawful") is True
        return unlawful or (self.letter.decision == EXPULSION and self.agreed("convicted"))

    def questions(self) -> tuple[Question, ...]:
        ask = self.ask
        found = [
            ask.line(
                "language",
                mark("Into which language?"),
                mark("For example: Dari"),
                needed=not self._own_language,
                assumed=self._own_language,
            )
        ]
        if self.letter.decision == EXPULSION:
            found.append(
                ask.yes_no(
                    "convicted", mark("Does the expulsion rest on a criminal conviction?"), needed=True
                )
            )
        return tuple(found)

    @property
    def _own_language(self) -> str:
        """The client's language, in the language of the letter; empty if it is German or not known."""
        code = self.given.case.client.language
        known = next((each for each in languages().values() if code in (each.code, *each.also)), None)
        return "" if known is None or known.code == GERMAN else self.given.texts.pick(known)

    def values(self) -> Mapping[str, str]:
        return {
            "decision_on": self.decision_on,
            "language": self.given.text("language") or self._own_language,
            "what": self.word(WHAT.get(self.letter.decision, "refusal")),
        }

    def flags(self) -> Iterator[str]:
        if self.letter.decision == THREAT:
            yield "threat"
        if self.leaflet:
            yield "leaflet"
        main = self.remedy(*MAIN)
        if main is not None and self.given.today <= main.day:
            yield "within_period"

    def enclosures(self) -> Iterator[sheets.Enclosure]:
        yield sheets.Enclosure(self.given.texts(mark("First page of the decision")))

    def cautions(self) -> Iterator[str]:
        texts = self.given.texts
        main = self.remedy(*MAIN)
        if main is not None:
            yield texts(
                mark("This letter does not stop the period: the remedy must have arrived by {day}."),
                day=texts.day(main.day),
            )
        else:
            yield texts(mark("This letter does not stop the period for the remedy."))
        if self.leaflet:
            yield texts(
                mark(
                    "After unlawful entry, or expulsion because of a conviction, only the standard form need"
                    " be given."
                )
            )
        elif self.given.case.value("entry_unlawful") is None:
            yield texts(
                mark("Whether the entry was unlawful is not recorded; if so, only the standard form is due.")
            )
        yield from self.date_caution()
