"""The argument of a letter: each condition of the norm in the order of the statute, the fact, the proof.

Only what is met and can be shown is claimed: by a paper that is enclosed, by the authority's own file, by
what the office saw, or because it is a declaration. What is met but not shown, and what is still open, is
announced as following later. Of alternatives one is argued: the first that is met, if none the one that is
nearest. Bars are left to the authority, and of the general conditions all but livelihood and passport where
a paper shows them: nobody has to assert that nothing is known against him. What the office judged is told as
the condition and in the words somebody gave for this letter, never with the reason noted in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from desktop.cases.answers import Proof
from desktop.documents import sheets
from desktop.documents.letter_statements import claims, statement
from desktop.rules.checklist import ChecklistItem, Need
from desktop.rules.conditions import Any, Finding, Fixed, Leaf, Unless
from desktop.rules.facts.value import Band, Duration, FactValue
from desktop.rules.results import TitleResult
from desktop.rules.standing import Standing, standing_of
from desktop.rules.tables import Document
from desktop.rules.verdict import BEST, LeafClass, Verdict
from desktop.rules.vocabulary import FactType
from desktop.texts import Texts, mark

from ..letter_questions import AnswerKind, Answers, Question, text_of
from .ground import Ground

OWN_CONDITIONS = (LeafClass.REQUIRES, LeafClass.USUALLY, LeafClass.OPENS_DISCRETION)
"""Conditions of a title that a letter argues or announces; bars are left to the authority."""
_BENEFITS = "receives_benefits"
_OF_CONVICTIONS = "art10"
PAPER_OF_THE_STAY = "current_title"
"""The code of the card, the Duldung or the certificate in the catalogue of papers."""
_SHOWN = (Proof.COPY, Proof.ORIGINAL)
_SEEN = (Proof.SEEN, *_SHOWN)
_WHOLE = Decimal(100)
"""Per cent: no letter says that the living is secured by more than all of it."""
_OPEN = (Standing.OPEN, Standing.NOT_JUDGED, Standing.DISPUTED)
_GENERAL_TOLD = ("G5_1_1", "G5_1_4")
"""General conditions that are worth a line where a paper shows them: livelihood, passport."""
_IDENTITY = "identity_cleared"
"""Has a sentence of its own in every letter."""
_CITE = re.compile(r"§\s*(\d+)([a-z]?)|Abs\.\s*(\d+)([a-z]?)|S\.\s*(\d+)|Nr\.\s*(\d+)([a-z]?)")


@dataclass(frozen=True, slots=True)
class Argument:
    """What a letter says for one title, what it announces, and what it should still be told."""

    grounds: tuple[sheets.Ground, ...]
    pending: tuple[str, ...]
    questions: tuple[Question, ...]
    discretion_cite: str = ""
    """The norm of a condition that is met only by the authority's discretion."""
    of_its_norm: bool = False
    """Whether a condition of the norm itself is among the grounds, not general ones alone."""


def enclosed(ground: Ground) -> list[ChecklistItem]:
    """The papers that go with the letter, in the order of their numbers.

    What tells of convictions is never among them: it is handed in when the authority asks (Art. 10 GDPR).
    """
    return [
        item
        for item in ground.items
        if item.document.sensitivity != _OF_CONVICTIONS
        and (item.paper in _SHOWN or _is_title_that_ran_out(ground, item))
    ]


def following(ground: Ground) -> list[ChecklistItem]:
    """The papers that are needed and not there yet."""
    return [
        item
        for item in ground.items
        if item.need is Need.NEEDED
        and not item.there
        and not item.document.only_on_request
        and not _is_title_that_ran_out(ground, item)
    ]


def _is_title_that_ran_out(ground: Ground, item: ChecklistItem) -> bool:
    """The paper of the stay proves nothing new once it has run out, but still what it was."""
    if item.document.code != PAPER_OF_THE_STAY or item.paper is not Proof.OUT_OF_DATE:
        return False
    return any(each.code == PAPER_OF_THE_STAY and each.state in _SHOWN for each in ground.case.papers)


def argument(ground: Ground, answers: Answers, result: TitleResult | None = None) -> Argument:
    """The argument for the title of the ground, or for another one of the same case.

    Raises Problem for an answer that is too long.
    """
    return _Arguing(ground, answers, result or ground.result).made()


def statutory_order(cite: str) -> tuple[int, ...]:
    """A key that sorts citations of one section as the section runs: Abs., S., Nr.

    Only the first reference counts; what does not name a part comes before what does.
    """
    places = [0] * 5
    for section, letter, part, part_letter, sentence, number, number_letter in _CITE.findall(cite):
        if section:
            if places[0]:
                break
            places[0], places[1] = int(section), ord(letter) if letter else 0
        elif part and not places[2]:
            places[2] = int(part) * 100 + (ord(part_letter) - 96 if part_letter else 0)
        elif sentence and not places[3]:
            places[3] = int(sentence)
        elif number and not places[4]:
            places[4] = int(number) * 100 + (ord(number_letter) - 96 if number_letter else 0)
    return tuple(places)


@dataclass(frozen=True)
class _Arguing:
    ground: Ground
    answers: Answers
    result: TitleResult

    def made(self) -> Argument:
        finding = self.result.finding
        leaves = [leaf for leaf in _told(finding) if self._is_told(leaf)] if finding is not None else []
        leaves.sort(key=lambda leaf: self._place(leaf.leaf.cite))
        grounds: list[sheets.Ground] = []
        pending: list[str] = []
        questions: list[Question] = []
        for leaf in leaves:
            met = standing_of(leaf) is Standing.MET
            if met and leaf.leaf.judgement:
                questions.append(self._question(leaf))
            if met and self._may_be_claimed(leaf):
                grounds.append(self._claim(leaf))
            elif not self._shown_by_a_paper_to_follow(leaf):
                pending.append(self.ground.words.label(leaf))
        opened = [leaf.leaf.cite for leaf in leaves if leaf.leaf.cls is LeafClass.OPENS_DISCRETION]
        return Argument(
            tuple(_joined(grounds)),
            tuple(dict.fromkeys(pending)),
            tuple(dict.fromkeys(questions)),
            opened[0] if opened else "",
            any(not self._place(each.cite)[0] for each in grounds),
        )

    def _place(self, cite: str) -> tuple[bool, tuple[int, ...]]:
        """The norm's own section first, in its order; what comes from elsewhere after it."""
        own, found = statutory_order(self.result.norm.cite), statutory_order(cite)
        return found[:2] != own[:2], found

    def _is_told(self, leaf: Finding) -> bool:
        node = leaf.node
        if not isinstance(node, Leaf):
            return False
        if node.id in _GENERAL_TOLD and node.cls is not LeafClass.WAIVED:
            return standing_of(leaf) is Standing.MET and bool(self._numbers(leaf))
        if node.cls not in OWN_CONDITIONS or node.fact == _IDENTITY:
            return False
        left_out = claims().left_out
        return node.fact not in left_out and f"{node.fact}={_asked(node)}" not in left_out

    def _may_be_claimed(self, leaf: Finding) -> bool:
        fact = leaf.leaf.fact
        if fact in claims().on_own_word or fact in claims().in_the_file or self._numbers(leaf):
            return True
        if leaf.leaf.judgement:
            return bool(self._answer(leaf))
        seen = leaf.value is not None and leaf.value.proof in _SEEN
        return seen and not self._shown_by_a_paper_to_follow(leaf)

    def _claim(self, leaf: Finding) -> sheets.Ground:
        node = leaf.leaf
        known = self._known(node, leaf.value)
        pack = self.ground.reference.pack
        title = pack.norm(node.of).cite if node.of in pack.norm_ids else ""
        said = statement(self.ground.texts.language, node.fact, node.of, _asked(node), known, title)
        if not said:
            label = self.ground.words.label(leaf)
            said = f"{label} ({known})." if known else f"{label.rstrip('.')}."
        if answer := self._answer(leaf):
            said = f"{said.removesuffix('.')}: {answer}"
        numbers = self._numbers(leaf)
        lasting = leaf.value is not None and isinstance(leaf.value.value, Band | Duration)
        by_file = node.fact in claims().in_the_file and (lasting or not numbers)
        return sheets.Ground(said, node.cite, numbers, in_your_file=by_file)

    def _answer(self, leaf: Finding) -> str:
        return text_of(self.answers, _question_id(leaf)) if leaf.leaf.judgement else ""

    def _question(self, leaf: Finding) -> Question:
        texts = self.ground.texts
        return Question(
            _question_id(leaf),
            texts(
                mark("{condition}: on which facts does that rest?"), condition=self.ground.words.label(leaf)
            ),
            AnswerKind.TEXT,
            texts(mark("Facts with days; no diagnosis, but the number of the enclosure.")),
            needed=not self._numbers(leaf) and leaf.leaf.fact not in claims().on_own_word,
        )

    def _numbers(self, leaf: Finding) -> tuple[int, ...]:
        """The enclosures that show it; a notice about benefits shows nothing once none are received."""
        without = self.ground.facts.fact(_BENEFITS).value is not True
        return tuple(
            number
            for number, item in enumerate(enclosed(self.ground), 1)
            if _shows(item.document, leaf) and not (without and _BENEFITS in item.document.proves)
        )

    def _shown_by_a_paper_to_follow(self, leaf: Finding) -> bool:
        return any(_shows(item.document, leaf) for item in following(self.ground))

    def _known(self, node: Leaf, value: FactValue | None) -> str:
        """What is known, where it says more than that the condition is met: a duration, a day, a level."""
        kind = self.ground.reference.pack.vocabulary[node.fact].type
        if node.judgement or kind.yes_or_no or kind in (FactType.CHOICE, FactType.SET) or value is None:
            return ""
        plain = value.value.safe if isinstance(value.value, Band) else value.value
        if isinstance(plain, Duration):
            return long_duration(plain, self.ground.texts)
        if self.ground.reference.pack.vocabulary[node.fact].unit == "percent":
            plain = min(plain, _WHOLE) if isinstance(plain, int | Decimal) else plain
            return self.ground.words.value(node.fact, value._replace(value=plain))
        return self.ground.words.value(node.fact, value)


def _joined(grounds: list[sheets.Ground]) -> Iterator[sheets.Ground]:
    """What two norms ask alike is said once, with both."""
    for text in dict.fromkeys(each.text for each in grounds):
        alike = [each for each in grounds if each.text == text]
        cites = dict.fromkeys(each.cite for each in alike)
        numbers = {number for each in alike for number in each.enclosures}
        in_file = any(each.in_your_file for each in alike)
        yield sheets.Ground(text, "; ".join(cites), tuple(sorted(numbers)), in_file)


def long_duration(value: Duration, texts: Texts) -> str:
    """10 years, 1 month: complete months only, days where there is no month yet."""
    years, months = divmod(value.months, 12)
    parts = [
        texts.plural(mark("{count} year"), mark("{count} years"), years) if years else "",
        texts.plural(mark("{count} month"), mark("{count} months"), months) if months else "",
    ]
    if not value.months:
        parts = [texts.plural(mark("{count} day"), mark("{count} days"), value.days)]
    return ", ".join(filter(None, parts))


def _shows(document: Document, leaf: Finding) -> bool:
    """Whether a paper proves the fact of a leaf, or one of the answers it was computed from."""
    facts = {leaf.leaf.fact, *(leaf.value.inputs if leaf.value is not None else ())}
    codes = claims().shown_by.get(leaf.leaf.fact, frozenset())
    return document.code in codes or not facts.isdisjoint(document.proves)


def _asked(node: Leaf) -> str:
    """The word a condition asks for: yes, no, refugee; several joined by +."""
    operand = node.test.operand
    if isinstance(operand, bool):
        return "yes" if operand else "no"
    if isinstance(operand, frozenset):
        return "+".join(sorted(operand))
    return operand if isinstance(operand, str) else ""


def _question_id(leaf: Finding) -> str:
    return f"why.{leaf.leaf.fact}"


def _told(finding: Finding) -> Iterator[Finding]:
    """The leaves that are met or open, of alternatives only those of one."""
    if isinstance(finding.node, Leaf | Fixed):
        if standing_of(finding) in (Standing.MET, *_OPEN):
            yield finding
    elif isinstance(finding.node, Any):
        best = max(finding.parts, key=lambda part: part.verdict.rank)
        told = list(_told(best))
        discretion = best.verdict is Verdict.DISCRETION_OPEN
        if best.verdict is BEST or discretion or any(standing_of(leaf) in _OPEN for leaf in told):
            yield from told  # where nothing can be shown, half an alternative helps nobody
    elif isinstance(finding.node, Unless):
        condition, exception = finding.parts
        yield from _told(
            condition if condition.verdict is BEST or exception.verdict is not BEST else exception
        )
    else:
        for part in finding.parts:
            yield from _told(part)
