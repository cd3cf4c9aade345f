"""Verdicts and findings in words: what a title comes to, how a condition stands, what is known of a fact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from desktop.cases.answers import Proof, Ternary
from desktop.cases.applications import DecisionKind
from desktop.cases.words import DECISION_WORDS, NO, NONE_EXIST, YES
from desktop.rules.conditions import Finding, Fixed, Leaf
from desktop.rules.entries import Pair
from desktop.rules.facts.value import FactValue, Note
from desktop.rules.packs import Pack
from desktop.rules.results import TitleResult
from desktop.rules.standing import Standing, standing_of
from desktop.rules.verdict import LeafClass, Truth, Verdict
from desktop.rules.words import BAR_WORDS, STANDING_WORDS, VERDICT_WORDS
from desktop.texts import Texts, mark

from .answers import AnswerWords
from .names import LawNames
from .values import entries, plain

STANDING_SIGNS: Mapping[Standing, str] = {
    Standing.MET: "+",
    Standing.NOT_MET: "–",
    Standing.OPEN: "?",
    Standing.NOT_JUDGED: "?",
    Standing.DISPUTED: "~",
    Standing.NOT_REQUIRED: "○",
}


ONLY_A_HINT = mark("What can be examined here speaks for it; the rest has to be assessed by a person.")


class FindingWords:
    """Says findings of one rule pack in one language."""

    def __init__(self, pack: Pack, texts: Texts) -> None:
        self.pack, self.texts = pack, texts
        self._answers = AnswerWords(LawNames(pack, texts))

    @property
    def plain_answers(self) -> tuple[str, str]:
        """Yes and no."""
        return self.texts(YES), self.texts(NO)

    def verdict(self, verdict: Verdict | None) -> str:
        return self.texts(VERDICT_WORDS[verdict]) if verdict is not None else ""

    def statuses(self, codes: Iterable[str]) -> str:
        """Papers by their names, one after the other."""
        return ", ".join(self._answers.names.status_in_full(code) for code in codes)

    def decision(self, kind: DecisionKind) -> str:
        """First grant, or extension."""
        return self.texts(DECISION_WORDS[kind])

    def title(self, result: TitleResult) -> str:
        """§ 25b Abs. 1 AufenthG Nachhaltige Integration (Verlängerung)."""
        kind = self.decision(result.decision_kind)
        return f"{result.norm.cite} {self.texts.pick(result.norm.title)} ({kind})"

    def sentence(self, result: TitleResult) -> str:
        """The verdict in one or two sentences: what decides, or what it turns on."""
        if result.not_covered is not None:
            return self.texts.problem(result.not_covered)
        if result.verdict is None:
            return self.texts.pick(result.norm.no_grant) if result.norm.no_grant else ""
        reasons = result.reasons()
        match result.verdict:
            case Verdict.NOT_AVAILABLE:
                return self._against(reasons)
            case Verdict.FACTS_MISSING:
                return self.texts(mark("Not known yet: {reasons}."), reasons=self._listed(reasons))
            case Verdict.NEEDS_ASSESSMENT if result.limited_by:
                return self.texts(ONLY_A_HINT)
            case Verdict.NEEDS_ASSESSMENT:
                return self.texts(mark("A person has to assess: {reasons}."), reasons=self._listed(reasons))
        return " ".join(filter(None, (self._granted(result, reasons), self._proof(result))))

    def _against(self, reasons: tuple[Finding, ...]) -> str:
        """What is missing and what is in the way are different things; a closed title says it itself."""
        closed = [self.label(each) for each in reasons if isinstance(each.node, Fixed)]
        leaves = [each for each in reasons if isinstance(each.node, Leaf)]
        missing = [each for each in leaves if not each.leaf.cls.is_bar]
        bars = [each for each in leaves if each.leaf.cls.is_bar]
        said = list(closed)
        if missing:
            said.append(self.texts(mark("Not met: {reasons}."), reasons=self._listed(missing)))
        if bars:
            said.append(self.texts(mark("In the way: {reasons}."), reasons=self._listed(bars)))
        return " ".join(said)

    def _granted(self, result: TitleResult, reasons: tuple[Finding, ...]) -> str:
        texts = self.texts
        match result.verdict:
            case Verdict.ENTITLEMENT_INDICATED:
                return texts(mark("All conditions are met, as far as the answers are right."))
            case Verdict.SHOULD_BE_GRANTED:
                return texts(mark("All conditions are met; refusal only in an untypical case."))
        if result.limited_by:
            return texts(mark("All conditions are met; the authority decides by discretion."))
        said = [texts(mark("The authority may grant it."))]
        for cls, sentence in (
            (LeafClass.WAIVABLE, mark("It would have to waive: {reasons}.")),
            (LeafClass.OPENS_DISCRETION, mark("This opens discretion only: {reasons}.")),
        ):
            chosen = [each for each in reasons if isinstance(each.node, Leaf) and each.leaf.cls is cls]
            if chosen:
                said.append(texts(sentence, reasons=self._listed(chosen)))
        return " ".join(said)

    def _proof(self, result: TitleResult) -> str:
        unproven = result.proof in (Proof.CLAIMED, Proof.OUT_OF_DATE)
        return self.texts(mark("Not everything is proven yet.")) if unproven else ""

    def _listed(self, reasons: Iterable[Finding]) -> str:
        return "; ".join(dict.fromkeys(self.label(each).rstrip(".") for each in reasons))

    def label(self, finding: Finding) -> str:
        """What the condition asks, in the pack's words."""
        node = finding.node
        label: Pair | None = node.label if isinstance(node, Leaf | Fixed) else None
        return self.texts.pick(label) if label is not None else ""

    def standing(self, finding: Finding) -> str:
        """ "met", "not met" ..., with "not yet proven" where only the client's word stands for it."""
        standing = standing_of(finding)
        bar = isinstance(finding.node, Leaf) and finding.node.cls.is_bar
        words = self.texts((BAR_WORDS if bar else STANDING_WORDS)[standing])
        if standing is Standing.MET and self._unproven(finding.value):
            return self.texts(mark("{standing}, not yet proven"), standing=words)
        return words

    def known(self, finding: Finding) -> str:
        """What is known for a condition: yes or no to what its label says, or the value behind it.

        The fact itself may be named the other way round (no expulsion interest: the fact says no).
        """
        if not isinstance(finding.node, Leaf) or finding.value is None:
            return ""
        leaf, value = finding.leaf, finding.value.value
        if leaf.cls.is_bar or isinstance(value, bool):
            answers = {Truth.YES: YES, Truth.NO: NO}
            return self.texts(answers[finding.truth]) if finding.truth in answers else ""
        return self.value(leaf.fact, finding.value)

    def value(self, fact: str, value: FactValue | None) -> str:
        """What is known: "71 Monate, 21 Tage", "A2", "22.11.2026"; empty if nothing is."""
        if value is None or value.value is None:
            return ""
        return self._said(fact, value.value)

    def notes(self, value: FactValue | None) -> list[str]:
        """What the fact has to tell beside its value."""
        return [self._note(note) for note in (value.notes if value is not None else ())]

    def judgement(self, value: FactValue | None) -> str:
        """ "no, by mk on 22.11.2026: ..." for a judgement that counts."""
        judgement = value.judgement if value is not None else None
        if judgement is None or not judgement.counts or judgement.on is None:
            return ""
        answer = self.texts(YES if judgement.value is Ternary.YES else NO)
        return self.texts(
            mark("{answer}, assessed by {by} on {day}: {reason}"),
            answer=answer,
            by=judgement.by,
            day=self.texts.day(judgement.on),
            reason=judgement.reason,
        )

    @staticmethod
    def _unproven(value: FactValue | None) -> bool:
        return value is not None and value.proof in (Proof.CLAIMED, Proof.OUT_OF_DATE)

    def _note(self, note: Note) -> str:
        wording = self.pack.tables.fact_notes.get(note.id)
        shown = {key: self._said("", each) for key, each in note.values.items()}
        return self.texts.pick(wording).format(**shown) if wording is not None else note.id

    def _said(self, fact: str, value: Any) -> str:
        """Records are counted only: a sheet is no place for everything the file says."""
        if isinstance(value, tuple):
            return entries(value, self.texts) if value else self.texts(NONE_EXIST)
        found = self.pack.vocabulary.get(fact)
        return plain(value, self.texts) if found is None else self._answers.value(found, value)
