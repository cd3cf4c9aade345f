"""The request to a member of the hardship commission: who the person is, and why nothing else helps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from types import MappingProxyType

from desktop.cases.applications import DecisionKind
from desktop.cases.casefile import CaseFile
from desktop.cases.words import spoken_day
from desktop.documents import sheets
from desktop.documents.procedural_terms import ProceduralKind
from desktop.errors import Problem
from desktop.texts import mark

from .. import assessment
from ..letter_questions import Question
from ..reference import Reference
from .letter_case import Letter, Situation, Subjects
from .recipients import lines_of, typed_recipient

NORM = "23a"
OBLIGED = "enforceable_departure_obligation"
TOLD: Mapping[str, tuple[str, bool]] = MappingProxyType(
    {
        "procedures": (
            mark("Which procedures are pending or closed, at which office or court, since when?"),
            True,
        ),
        "identity": (mark("Is the identity established? Which passport or efforts are there?"), True),
        "family": (mark("Family in Germany and abroad: who, since when, with which papers?"), True),
        "school": (mark("School, training, study: what, where, since when, which results?"), False),
        "work": (mark("Work: what, since when, how much? Offers of work?"), False),
        "language": (mark("German and other languages: which certificates?"), False),
        "ties": (mark("Ties and engagement: clubs, volunteering, friends, who writes in support?"), False),
        "livelihood": (mark("How is the livelihood secured, now and after a permit?"), True),
        "offences": (mark("Offences, as the extract shows them; or that there are none?"), True),
        "no_other_way": (
            mark("Why does the law offer no other way? Which titles were checked, with what result?"),
            True,
        ),
    }
)
"""What the letter is told in sentences, in its order: the question, and whether it is weak without."""
COMMITMENT, HEALTH, CONSENT, ASKED = "commitment", "health_enclosed", "consent", "member_asked"


class Hardship(Letter):
    kind = ProceduralKind.HARDSHIP
    name = mark("Request to the hardship commission")
    free = frozenset({*TOLD, "departure_risk"})
    must_agree = (ASKED, CONSENT)

    @classmethod
    def subjects(cls, now: Situation) -> Subjects:
        if _obliged(now.reference, now.case, now.today) is False:
            return []
        return [(NORM, now.texts(mark("To a member of the commission of the Land")))]

    def questions(self) -> tuple[Question, ...]:
        ask = self.ask
        sentences = tuple(ask.text(name, label, needed=needed) for name, (label, needed) in TOLD.items())
        return (
            self.address_question("recipient", mark("Name and address of the member of the commission")),
            ask.yes_no(ASKED, mark("Has the member been asked before anything is sent?"), needed=True),
            *sentences,
            ask.yes_no(HEALTH, mark("Are papers about health enclosed? The letter itself names no illness.")),
            ask.yes_no(
                COMMITMENT,
                mark("Can somebody give a declaration of commitment (§\N{NO-BREAK SPACE}68 AufenthG)?"),
            ),
            ask.text(
                "departure_risk", mark("What is known about removal: announced, threatened, since when?")
            ),
            ask.yes_no(
                CONSENT, mark("Is the signed consent to the processing of data enclosed?"), needed=True
            ),
            self.evidence_question(),
        )

    def values(self) -> Mapping[str, str]:
        given, texts = self.given, self.given.texts
        entered, status = given.case.value("entry_date"), given.status
        until = [each.departure_until for each in given.case.letters if each.closed_on is None]
        last = max((day for day in until if day is not None), default=None)
        return {
            "entered_on": spoken_day(entered, texts) if entered is not None else "",
            "status": given.paper(status) if status is not None else "",
            "departure_until": texts.day(last) if last is not None else "",
            "departure_risk": given.text("departure_risk"),
            **{name: given.text(name) for name in TOLD},
        }

    def flags(self) -> Iterator[str]:
        return (each for each in (COMMITMENT, HEALTH, CONSENT) if self.agreed(each))

    def your_reference(self) -> str:
        """None: the number of the case is that of the foreigners office, not of the commission."""
        return ""

    @property
    def to_authority(self) -> bool:
        return False

    def recipient(self) -> sheets.Authority:
        return typed_recipient(lines_of(self.given.answers, "recipient"), "")

    def enclosures(self) -> Iterator[sheets.Enclosure]:
        texts = self.given.texts
        if self.agreed(CONSENT):
            yield sheets.Enclosure(texts(mark("Consent to the processing of data, signed")), copy=False)
        for name in self.given.papers("integration_evidence", "school_certs", "employment_contract"):
            yield sheets.Enclosure(name)
        if self.agreed(HEALTH):
            yield sheets.Enclosure(texts(mark("Papers about health, in a closed envelope")))

    @cached_property
    def obliged(self) -> bool | None:
        return _obliged(self.given.reference, self.given.case, self.given.today)

    def cautions(self) -> Iterator[str]:
        texts, case = self.given.texts, self.given.case
        yield texts(mark("Nobody has a claim that the commission takes a case; promise nothing."))
        if self.obliged is None:
            yield texts(
                mark("Whether the client is enforceably obliged to leave is not known; only then it works.")
            )
        if case.value("removal_date_fixed") is True:
            yield texts(
                mark("A date for removal is fixed: then hardship is as a rule excluded. A lawyer today.")
            )
        if case.value("serious_offences_23a") is not None or case.value("convictions"):
            yield texts(mark("Weighty offences exclude hardship as a rule: check them first."))

    def refuse_unfit(self) -> None:
        if self.obliged is False:
            raise Problem(
                mark(
                    "By what is recorded the client is not enforceably obliged to leave; this stays a draft."
                ),
                mark("The hardship way is open only then; check the status of the case."),
            )


def _obliged(reference: Reference, case: CaseFile, today: date) -> bool | None:
    """Whether the client is enforceably obliged to leave; None if that is not known."""
    fact = assessment.facts_of(reference, case, today, NORM, DecisionKind.GRANT).fact(OBLIGED)
    return fact.value if isinstance(fact.value, bool) else None
