"""The conditions of a route as lines: how each stands, with value and proof, worst first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.rules.conditions import All, Any, Finding, Fixed, Leaf, Unless
from desktop.rules.standing import Standing
from desktop.rules.words import BAR_WORDS, STANDING_WORDS
from desktop.texts import Texts, mark
from desktop.ui.kit.case_context import CaseContext
from desktop.ui.kit.outline.line import Line, group, section
from desktop.ui.kit.signs import STANDING_SIGNS

from .lines import Act, Judge, Waive, shortened, standing, worst_first

if TYPE_CHECKING:
    from desktop.rules.results import RouteResult
    from desktop.services.words.findings import FindingWords

_UNSETTLED = (Standing.OPEN, Standing.NOT_JUDGED, Standing.DISPUTED)


class ConditionLines:
    """Says conditions in one language."""

    def __init__(self, context: CaseContext, words: FindingWords) -> None:
        self._context, self._texts, self._names = context, context.texts, context.names
        self._words = words

    def of(self, route: RouteResult, key: str, own: bool = False) -> Iterator[Line]:
        """Worst first; what the law does not require is folded together at the end."""
        findings = route.finding.parts[: len(route.route.conditions)] if own else route.finding.parts
        deciding = {id(each.node) for each in route.reasons()}
        found = worst_first(
            (standing(each), self._condition(each, f"{key} {number}", deciding))
            for number, each in enumerate(_flat(findings))
        )
        plain = [line for line in found if line.sign is not STANDING_SIGNS[Standing.NOT_REQUIRED]]
        waived = tuple(line for line in found if line.sign is STANDING_SIGNS[Standing.NOT_REQUIRED])
        yield from plain
        if waived:
            yield group(f"{key} waived", self._texts(mark("Not required here")), waived)

    def _condition(self, finding: Finding, key: str, deciding: set[int]) -> Line:
        node = finding.node
        if isinstance(node, Leaf):
            return self._leaf(finding, node, key, id(node) in deciding)
        if isinstance(node, Fixed):
            sign = STANDING_SIGNS[standing(finding)]
            label, word = self._texts.pick(node.label), self._texts(sign.word)
            decided = id(node) in deciding and sign is not STANDING_SIGNS[Standing.MET]
            return Line(key, label, sign, word=word, cite=section(node.cite), deciding=decided)
        if isinstance(node, Unless):
            condition = self._condition(finding.parts[0], f"{key} c", deciding)
            exception = self._condition(finding.parts[1], f"{key} u", deciding)
            head = self._texts(mark("Unless: {exception}"), exception=exception.text)
            return _with(
                condition,
                standing(finding),
                Line(
                    f"{key} unless",
                    head,
                    exception.sign,
                    word=exception.word,
                    detail=exception.detail,
                    cite=exception.cite,
                    parts=exception.parts,
                    act=exception.act,
                ),
                self._texts,
            )
        return self._joined(finding, key, deciding)

    def _joined(self, finding: Finding, key: str, deciding: set[int]) -> Line:
        node = finding.node
        any_of, bar = isinstance(node, Any), getattr(node, "bar", False)
        label = getattr(node, "label", None)
        words = {
            (True, False): mark("One of these is enough"),
            (False, False): mark("All of these"),
            (True, True): mark("Not all of these together"),
            (False, True): mark("None of these"),
        }[any_of, bar]
        stands = standing(finding)
        sign = STANDING_SIGNS[stands]
        parts = worst_first(
            (standing(part), self._condition(part, f"{key} {number}", deciding))
            for number, part in enumerate(finding.parts)
        )
        named = shortened([part.text for part in parts], self._texts(mark("{count} more")), 2)
        return Line(
            key,
            self._texts.pick(label) if label is not None else f"{self._texts(words)}: {named}",
            sign,
            word=self._texts((BAR_WORDS if bar else STANDING_WORDS)[stands]),
            detail=self._texts(words) if label is not None else "",
            cite=section(getattr(node, "cite", "")),
            parts=tuple(parts),
            open=stands not in (Standing.MET, Standing.NOT_REQUIRED),
        )

    def _leaf(self, finding: Finding, leaf: Leaf, key: str, deciding: bool) -> Line:
        stands = standing(finding)
        sign = STANDING_SIGNS[stands]
        return Line(
            key,
            self._words.label(finding),
            sign,
            word=self._words.standing(finding),
            detail=" · ".join(self._details(finding, leaf, stands)),
            cite=section(leaf.cite),
            deciding=deciding and stands is not Standing.MET,
            open=deciding and stands is Standing.NOT_JUDGED,
            act=self._act(finding, leaf, deciding and stands is not Standing.MET),
        )

    def _details(self, finding: Finding, leaf: Leaf, stands: Standing) -> Iterator[str]:
        """Value, proof, who judged, what to ask, and what the fact or the rule has to tell."""
        value, texts = finding.value, self._texts
        if value is not None and value.value is not None and not isinstance(value.value, bool):
            yield self._words.value(leaf.fact, value)
        if value is not None and value.proof is not None and value.value is not None:
            yield self._context.words.proof(value.proof)
        judged = self._words.judgement(value)
        if judged:
            yield judged
        if finding.waiver is not None:
            yield texts(
                mark("found not to stand in the way by {by} on {day}: {reason}"),
                by=finding.waiver.by,
                day=texts.day(finding.waiver.on),
                reason=finding.waiver.reason,
            )
        if value is not None and value.ask and stands in _UNSETTLED:
            asked = [self._names.fact(each) for each in value.ask if each != leaf.fact]
            if asked:
                yield texts(mark("to be settled: {facts}"), facts=", ".join(asked))
        yield from self._words.notes(value)
        if leaf.note is not None:
            yield texts.pick(leaf.note)

    def _act(self, finding: Finding, leaf: Leaf, deciding: bool) -> Act | None:
        if leaf.fact in self._context.reference.pack.judgements:
            return Judge(leaf.fact)
        if leaf.cls.liftable and (deciding or finding.waiver is not None):
            waiver = finding.waiver
            return Waive(leaf.key, waiver is not None, waiver.reason if waiver is not None else "")
        return None


def _flat(findings: tuple[Finding, ...]) -> Iterator[Finding]:
    """Conditions joined by “all” without a name of their own stand beside the others."""
    for each in findings:
        if isinstance(each.node, All) and each.node.label is None and not each.node.bar:
            yield from _flat(each.parts)
        else:
            yield each


def _with(condition: Line, stands: Standing, exception: Line, texts: Texts) -> Line:
    sign = STANDING_SIGNS[stands]
    word = condition.word if condition.sign is sign else texts(sign.word)
    return replace(condition, sign=sign, word=word, parts=(*condition.parts, exception))
