"""The law for readers in the window: each norm on a day as a scheme of examination, with its examples."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from desktop import resources
from desktop.cases.applications import DecisionKind
from desktop.cases.periods import ONE_DAY
from desktop.rules import examples
from desktop.rules.carriers import ScalarFacts
from desktop.rules.conditions import All, Finding, Fixed, Joined, Leaf, Node, Unless
from desktop.rules.examples import Example
from desktop.rules.norms import Examination, Version
from desktop.rules.standing import Standing, standing_of
from desktop.rules.verdict import BEST, Verdict
from desktop.rules.words import BAR_WORDS, CLASS_WORDS, EFFECT_WORDS, STANDING_WORDS
from desktop.texts import Texts, mark

from .reference import Reference
from .words.findings import FindingWords


@dataclass(frozen=True, slots=True)
class NormLine:
    """One norm of the list. `covered`: the pack has a text of it for the day."""

    id: str
    cite: str
    title: str
    covered: bool


@dataclass(frozen=True, slots=True)
class SchemeLine:
    """One condition, or several joined. `word` says what it means in law, `note` what is to be known.

    With an example: how it stands there (`standing`, `stands` in words) and `value`, what the example says.
    """

    text: str
    word: str = ""
    cite: str = ""
    note: str = ""
    standing: Standing | None = None
    stands: str = ""
    value: str = ""
    parts: tuple[SchemeLine, ...] = ()
    deciding: bool = False


@dataclass(frozen=True, slots=True)
class Scheme:
    """A norm on a day for one kind of decision. `verdict` and `sentence` are those of the example shown."""

    title: str
    in_force: str
    checked: str
    note: str
    decisions: tuple[DecisionKind, ...]
    decision: DecisionKind | None
    sections: tuple[SchemeLine, ...]
    verdict: Verdict | None = None
    sentence: str = ""


def norms(reference: Reference, on: date, texts: Texts) -> list[NormLine]:
    """Every norm of the pack, in its order."""
    found = []
    for norm in reference.pack.norms:
        covered = any(version.in_force.covers(on) for version in norm.versions)
        found.append(NormLine(norm.id, norm.cite, texts.pick(norm.title), covered))
    return found


def examples_of(reference: Reference, norm_id: str) -> tuple[Example, ...]:
    """The example cases of a norm. Raises Problems if their file is damaged."""
    return examples.read(_folder(reference), reference.pack, norm_id)


def scheme(
    reference: Reference,
    norm_id: str,
    on: date,
    texts: Texts,
    decision: DecisionKind | None = None,
    example: Example | None = None,
) -> Scheme:
    """The examination of a norm in the order of the statute. Raises NotCovered for a day without a text.

    An example brings its own day and decision with it.
    """
    norm = reference.norm(norm_id)
    version = norm.version(example.on if example is not None else on)
    wanted = example.decision if example is not None else decision
    kinds = tuple(version.examinations)
    kind = norm.decision(wanted) if wanted is not None else next(iter(kinds), None)
    examination = version.examination(kind) if kind is not None else None
    said = _Saying(FindingWords(reference.pack, texts))
    verdict, sentence = None, ""
    if examination is None:
        sections: tuple[SchemeLine, ...] = ()
    elif example is None:
        sections = tuple(said.examination(examination))
    else:
        result = examples.result_of(reference.pack, norm_id, example)
        facts = examples.facts_of(reference.pack, norm_id, example)
        said = _Saying(said.words, facts, {id(each.node) for each in result.reasons()})
        sections = tuple(said.examination(examination))
        verdict = result.verdict
        sentence = said.words.sentence(replace(result, proof=None))  # an invented case proves nothing
    note = [] if version.note is None else [texts.pick(version.note)]
    if norm.no_grant is not None:
        closed = texts.pick(norm.no_grant)
        note.insert(0, closed)
        if example is None:  # said in the note already
            sections = tuple(each for each in sections if each.text != closed)
    return Scheme(
        title=f"{norm.cite} {texts.pick(norm.title)}",
        in_force=_in_force(version, texts),
        checked=texts(
            mark("Checked on {day} against: {text}."),
            day=texts.day(version.checked.on),
            text=texts.pick(version.checked.against),
        ),
        note=" ".join(note),
        decisions=kinds,
        decision=kind,
        sections=sections,
        verdict=verdict,
        sentence=sentence,
    )


def _folder(reference: Reference) -> Path:
    return resources.path("law", reference.pack.id)


def _in_force(version: Version, texts: Texts) -> str:
    since = texts.day(version.in_force.since)
    if version.in_force.until is None:
        return texts(mark("In force since {since}."), since=since)
    last = texts.day(version.in_force.until - ONE_DAY)
    return texts(mark("In force from {since} to {last}, that day included."), since=since, last=last)


class _Saying:
    """Turns an examination into lines; with facts also how each condition stands."""

    def __init__(
        self, words: FindingWords, facts: ScalarFacts | None = None, deciding: set[int] | None = None
    ) -> None:
        self.words, self._texts = words, words.texts
        self._facts, self._deciding = facts, deciding or set()

    def examination(self, examination: Examination) -> Iterator[SchemeLine]:
        for route in examination.routes:
            only = route.conditions[0] if len(route.conditions) == 1 else None
            if isinstance(only, Fixed) and only.label == route.title:
                yield replace(self._line(only), cite=route.cite)  # nothing is examined here: no nature either
                continue
            parts = tuple(self._line(node) for node in route.conditions)
            yield SchemeLine(
                self._texts.pick(route.title),
                word=self._texts(EFFECT_WORDS[route.effect]),
                cite=route.cite,
                note=self._texts.pick(route.note) if route.note is not None else "",
                parts=parts,
            )
        if examination.common:
            several = len(examination.routes) > 1
            heading = mark("Common to all ways") if several else mark("General conditions and bars")
            yield SchemeLine(
                self._texts(heading), parts=tuple(self._line(node) for node in examination.common)
            )

    def _line(self, node: Node) -> SchemeLine:
        finding = self._finding(node)
        if isinstance(node, Leaf):
            return SchemeLine(
                self._texts.pick(node.label),
                word=self._texts(CLASS_WORDS[node.cls]),
                cite=node.cite,
                note=self._texts.pick(node.note) if node.note is not None else "",
                standing=None if finding is None else standing_of(finding),
                stands=self._stands(None if finding is None else standing_of(finding), node.cls.is_bar),
                value="" if finding is None else self.words.known(finding),
                deciding=finding is not None and id(node) in self._deciding and finding.verdict is not BEST,
            )
        if isinstance(node, Fixed):
            standing = None if finding is None else standing_of(finding)
            stands = self._stands(standing, bar=False)
            return SchemeLine(self._texts.pick(node.label), cite=node.cite, standing=standing, stands=stands)
        if isinstance(node, Unless):
            condition, exception = self._line(node.condition), self._line(node.exception)
            unless = SchemeLine(self._texts(mark("unless")), parts=(exception,))
            return replace(condition, parts=(*condition.parts, unless))
        assert isinstance(node, Joined)
        # under a bar the tree holds the other word than the file (De Morgan); show the file's
        by_all = isinstance(node, All) is not node.bar
        standing = None if finding is None else _joined(finding)
        joining = self._texts(mark("all of these") if by_all else mark("at least one of these"))
        return SchemeLine(
            self._texts.pick(node.label) if node.label is not None else joining[:1].upper() + joining[1:],
            word=joining if node.label is not None else "",
            cite=node.cite,
            note=self._texts.pick(node.note) if node.note is not None else "",
            standing=standing,
            stands=self._stands(standing, node.bar),
            parts=tuple(self._line(part) for part in node.parts),
        )

    def _stands(self, standing: Standing | None, bar: bool) -> str:
        return self._texts((BAR_WORDS if bar else STANDING_WORDS)[standing]) if standing is not None else ""

    def _finding(self, node: Node) -> Finding | None:
        return None if self._facts is None else node.explain(self._facts)


_WORST_FIRST = (
    Standing.NOT_MET,
    Standing.OPEN,
    Standing.NOT_JUDGED,
    Standing.DISPUTED,
    Standing.MET,
    Standing.NOT_REQUIRED,
)


def _joined(finding: Finding) -> Standing:
    """How joined conditions stand: as the worst of the parts that decide."""
    if finding.verdict is BEST:
        return Standing.MET
    deciding = [each for each in finding.parts if each.verdict is finding.verdict]
    stands = [_joined(each) if each.parts else standing_of(each) for each in deciding]
    return min(stands, key=_WORST_FIRST.index, default=Standing.OPEN)
