"""The application to lift the residence rule, by the ground that the client has (§ 12a(5) AufenthG)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from desktop.cases.casefile import CaseFile
from desktop.deadlines.duedates import DueDate
from desktop.documents import sheets
from desktop.documents.procedural_terms import ProceduralKind
from desktop.texts import mark

from .. import deadlines
from ..letter_questions import Question
from ..reference import Reference
from .letter_case import EVIDENCE, Letter, Situation, Subjects

GROUNDS: Mapping[str, str] = MappingProxyType(
    {
        "work": mark("Work of at least 15 hours a week, no. 1(a)"),
        "income": mark("Income that mainly secures the livelihood, no. 1(a)"),
        "training": mark("Vocational training or study, no. 1(a)"),
        "course": mark("Course or qualification, no. 1(b)"),
        "family": mark("Spouse, partner or minor child lives there, no. 1(c)"),
        "youth_office": mark("Hardship: statement of the youth office, no. 2(a)"),
        "other_land": mark("Hardship: another Land has promised to take over, no. 2(b)"),
        "hardship": mark("Hardship: other unreasonable restrictions, no. 2(c)"),
    }
)
FOR_A_MEMBER = frozenset({"work", "income", "training", "course"})
"""Grounds that a spouse, partner or minor child can have, too."""
FIRST_A = frozenset({"work", "income", "training"})
HARDSHIPS = frozenset({"youth_office", "other_land", "hardship"})
PAPERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "work": ("employment_contract", "income_slips"),
        "income": ("income_slips", "means_other"),
        "training": (),
        "course": ("integration_course",),
        "family": ("family_proof", "registration"),
        "youth_office": (),
        "other_land": (),
        "hardship": (),
    }
)
"""Papers of the catalogue that show a ground; those in the folder are enclosed."""
ALWAYS_ENCLOSED: Mapping[str, str] = MappingProxyType(
    {
        "youth_office": mark("Statement of the youth office"),
        "other_land": mark("Promise of the other Land to take over"),
    }
)
"""What the letter says is enclosed; the catalogue of papers has no name for it."""
RULE = "res_rule_12a"
_BENEFITS = frozenset({"SGB2", "SGB12", "AsylbLG"})
"""Benefits that § 53(1) AufenthV names."""


class ResidenceRule(Letter):
    kind = ProceduralKind.RESIDENCE_RULE
    name = mark("Lifting the residence rule")
    reply_within = timedelta(weeks=6)
    free = frozenset({"details", "target_office"})
    must_agree = ("enough",)

    @classmethod
    def subjects(cls, now: Situation) -> Subjects:
        if _rule(now.reference, now.case, now.today) is None:
            return []
        return [(ground, now.texts(words)) for ground, words in GROUNDS.items()]

    @property
    def ground(self) -> str:
        return self.given.which if self.given.which in GROUNDS else next(iter(GROUNDS))

    def questions(self) -> tuple[Question, ...]:
        ask = self.ask
        found = [
            ask.line(
                "place",
                mark("To which place will the client move?"),
                mark("For example: Leipzig"),
                needed=True,
            ),
            ask.line("target_office", mark("Which foreigners office is there?")),
            ask.text(
                "details",
                mark("What exactly is there, since when, from whom? Sentences for the letter."),
                mark(
                    "For example: a contract with the firm X of 3 November, 30 hours a week, 1,450 euros"
                    " net, from 1 January."
                ),
                needed=True,
            ),
        ]
        if self.ground in FOR_A_MEMBER:
            found += [
                ask.yes_no("for_spouse", mark("Is it the spouse or partner who has it?")),
                ask.yes_no("for_child", mark("Is it a minor unmarried child who has it?")),
            ]
        if self.ground == "work":
            found.append(
                ask.yes_no(
                    "enough",
                    mark(
                        "Are there 15 hours a week with social insurance, and a net income not below the"
                        " average need that the office asks for?"
                    ),
                    needed=True,
                )
            )
        return (*found, self.evidence_question())

    def values(self) -> Mapping[str, str]:
        given = self.given
        return {
            "place": given.text("place").rstrip("."),
            "target_office": given.text("target_office").rstrip("."),
            "details": given.text("details"),
            "ground_cite": self.word(self.ground),
            "who": self.word(self._who()),
        }

    def _who(self) -> str:
        for question, word in (("for_spouse", "spouse"), ("for_child", "child")):
            if self.ground in FOR_A_MEMBER and self.agreed(question):
                return word
        return "self" if self.given.sender.role is sheets.SenderRole.CLIENT else "self_represented"

    def flags(self) -> Iterator[str]:
        yield self.ground
        if self._benefits():
            yield "benefits"

    def _benefits(self) -> bool:
        """Whether a benefit that § 53(1) AufenthV names is drawn for certain on the day."""
        drawn = self.given.case.value("benefit_periods") or ()
        return any(each.kind in _BENEFITS and each.period.shortest.covers(self.given.today) for each in drawn)

    def enclosures(self) -> Iterator[sheets.Enclosure]:
        if self.ground in ALWAYS_ENCLOSED:
            yield sheets.Enclosure(self.given.texts(ALWAYS_ENCLOSED[self.ground]))
        for name in self.given.papers(*PAPERS[self.ground]):
            yield sheets.Enclosure(name)

    def cautions(self) -> Iterator[str]:
        texts = self.given.texts
        yield texts(mark("File it at the present office, and do not move before the rule is lifted."))
        rule = _rule(self.given.reference, self.given.case, self.given.today)
        if rule is not None:
            yield texts(
                mark("By what is recorded the rule binds up to and including {day}."), day=texts.day(rule.day)
            )
        if not tuple(self.enclosures()) and not self.given.text(EVIDENCE):
            yield texts(mark("The law asks for proof of this, and nothing is enclosed yet."))
        if self.ground in FIRST_A:
            yield texts(
                mark(
                    "If work, income or training ends within three months of lifting, the duty goes on in the"
                    " new Land."
                )
            )
        if self.ground in HARDSHIPS:
            yield texts(
                mark("Lifting for hardship brings a new, narrower duty that follows the client's interest.")
            )
        if self.ground == "work":
            yield texts(
                mark("The average need is a figure of the year: ask the office which it uses, and name it.")
            )


def _rule(reference: Reference, case: CaseFile, today: date) -> DueDate | None:
    """The residence rule as it binds today; None if it does not, or nothing is recorded about it."""
    found = deadlines.of(reference, case, today)
    return next(
        (each for each in found if each.kind == RULE and not each.settled and each.day >= today), None
    )
