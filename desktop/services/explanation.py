"""Why a title comes to its verdict, in two lengths: one sentence, and one page.

The page begins with what is assumed, for a result is worth no more than that. Then come the conditions by
what they are in law (required, as a rule, can be waived ...), within each kind what is met, what is open and
what is not met; the exceptions that may still help; what the authority or a person may disregard; the bars;
what remains once a bar has ended; and what is met but not proven.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from desktop.cases.answers import Proof
from desktop.cases.words import PROOF_IN_FULL
from desktop.rules.conditions import Any, Finding, Fixed, Leaf, Node, Unless
from desktop.rules.results import TitleResult
from desktop.rules.standing import Standing, standing_of
from desktop.rules.verdict import BEST, Effect, LeafClass
from desktop.rules.words import CLASS_WORDS
from desktop.texts import Texts, mark

from .reference import Reference
from .words.findings import FindingWords


@dataclass(frozen=True, slots=True)
class ConditionLine:
    """One condition in words. `cls` is None for what the law fixes whatever the facts are."""

    id: str
    cite: str
    cls: LeafClass | None
    text: str
    value: str
    standing: Standing
    said: str
    """How it stands, in words; with "not yet proven" where only the client's word stands for it."""
    proof: Proof | None
    decides: bool


@dataclass(frozen=True, slots=True)
class ConditionGroup:
    """The conditions of one kind: met first, then open, then not met. `one_of`: one of them is enough."""

    heading: str
    lines: tuple[ConditionLine, ...]
    one_of: bool = False


@dataclass(frozen=True, slots=True)
class Explanation:
    """A verdict explained. Empty parts say that there is nothing of the kind."""

    sentence: str
    assumptions: tuple[str, ...]
    groups: tuple[ConditionGroup, ...]
    exceptions: tuple[ConditionLine, ...]
    """Exceptions that are not met but may help, because what they lift stands in the way."""
    waivers: tuple[str, ...]
    """What the authority may waive, and what a person has found or may find not to stand in the way."""
    bars: tuple[ConditionLine, ...]
    without_bar: str
    unproven: tuple[ConditionLine, ...]
    """What is met but rests on an answer without proof, or on a proof that is out of date."""


@dataclass(frozen=True, slots=True)
class Days:
    """The day of the decision, whose law counts; the planned day of filing, if there is one; today."""

    decision: date
    today: date
    applied_on: date | None = None


NATURE_WORDS: Mapping[Effect, str] = {
    Effect.ENTITLED: mark("a right to the title"),
    Effect.SHOULD: mark("rule with exceptions"),
    Effect.MAY: mark("rule of discretion"),
    Effect.ORDER: mark("by order of an authority, no right of one's own"),
}
"""What the law makes of the title once it is met; short, beside a verdict."""
_ORDER = (
    Standing.MET,
    Standing.NOT_REQUIRED,
    Standing.OPEN,
    Standing.NOT_JUDGED,
    Standing.DISPUTED,
    Standing.NOT_MET,
)
FIXED = mark("fixed by law")
WAIVER_WORDS: Mapping[LeafClass, str] = {
    LeafClass.WAIVABLE: mark("The authority can waive: {condition}"),
    LeafClass.USUALLY: mark("Not needed in an untypical case: {condition}"),
    LeafClass.DOUBTFUL_BY: mark("No reason to refuse in an untypical case: {condition}"),
}
UNPROVEN = (Proof.CLAIMED, Proof.OUT_OF_DATE)


def in_one_sentence(reference: Reference, result: TitleResult, texts: Texts) -> str:
    """Verdict, legal nature, the reason that decides, and the day of the law."""
    words = FindingWords(reference.pack, texts)
    if result.verdict is None or result.effect is None:
        return words.sentence(result)
    nature = texts(NATURE_WORDS[result.effect])
    return texts(
        mark("{verdict} ({nature}): {reason} Law as of {law}."),
        verdict=_upper(words.verdict(result.verdict)),
        nature=nature,
        reason=words.sentence(result),
        law=texts.day(reference.pack.law_checked_on),
    )


def explain(reference: Reference, result: TitleResult, texts: Texts, days: Days) -> Explanation:
    """The whole page."""
    return _Page(reference, result, texts, days).explanation()


class _Page:
    def __init__(self, reference: Reference, result: TitleResult, texts: Texts, days: Days) -> None:
        self._reference, self._result, self._texts, self._days = reference, result, texts, days
        self._words = FindingWords(reference.pack, texts)
        self._decided = {id(each.node) for each in result.reasons()}

    def explanation(self) -> Explanation:
        told = list(_told(self._result.finding)) if self._result.finding is not None else []
        own = [each for each in told if not each.exception]
        plain = [each for each in own if not _is_bar(each.finding)]
        met = (self._line(each.finding) for each in plain if standing_of(each.finding) is Standing.MET)
        return Explanation(
            sentence=in_one_sentence(self._reference, self._result, self._texts),
            assumptions=tuple(self._assumptions(told)),
            groups=tuple(self._groups(plain)),
            exceptions=_once(self._line(each.finding) for each in told if each.exception),
            waivers=tuple(dict.fromkeys(self._waivers(own))),
            bars=_sorted(self._line(each.finding) for each in own if _is_bar(each.finding)),
            without_bar=self._without_bar(),
            unproven=_once(line for line in met if line.proof in UNPROVEN),
        )

    def _groups(self, told: list[_Told]) -> Iterator[ConditionGroup]:
        """By class; then every choice that is still open, as one group."""
        texts = self._texts
        single = [self._line(each.finding) for each in told if each.choice is None]
        for cls in (None, *LeafClass):
            lines = [line for line in single if line.cls is cls]
            if lines:
                heading = texts(CLASS_WORDS[cls] if cls is not None else FIXED)
                yield ConditionGroup(_upper(heading), _sorted(lines))
        for choice in {id(each.choice): each.choice for each in told if each.choice is not None}.values():
            lines = [self._line(each.finding) for each in told if each.choice is choice]
            label, one_of = getattr(choice, "label", None), texts(mark("one of these is enough"))
            heading = f"{texts.pick(label)}: {one_of}" if label is not None else _upper(one_of)
            yield ConditionGroup(heading, _sorted(lines), one_of=True)

    def _line(self, finding: Finding) -> ConditionLine:
        node, standing = finding.node, standing_of(finding)
        leaf = node if isinstance(node, Leaf) else None
        known = self._words.known(finding)
        shown = known if _is_bar(finding) or known not in self._words.plain_answers else ""
        return ConditionLine(
            id=leaf.id if leaf else "",
            cite=getattr(node, "cite", ""),
            cls=leaf.cls if leaf else None,
            text=self._words.label(finding),
            value=shown,
            standing=standing,
            said=self._words.standing(finding),
            proof=finding.value.proof if finding.value is not None else None,
            decides=id(node) in self._decided and standing not in (Standing.MET, Standing.NOT_REQUIRED),
        )

    # Assumptions

    def _assumptions(self, told: Iterable[_Told]) -> Iterator[str]:
        texts, result, days = self._texts, self._result, self._days
        if days.decision == days.today:
            yield texts(mark("The decision is taken today, {day}."), day=texts.day(days.decision))
        else:
            yield texts(
                mark("The decision is taken on {day}; until then nothing else changes in the case."),
                day=texts.day(days.decision),
            )
        if days.applied_on is not None:
            yield texts(mark("The application is filed on {day}."), day=texts.day(days.applied_on))
        for (name, _), answer in result.assumed:
            yield texts(
                mark("{fact}: {value}. This is open, but every answer leads to the same result."),
                fact=texts.pick(self._reference.pack.vocabulary[name].label),
                value=self._words.value(name, answer),
            )
        values = (each.finding.value for each in told)
        if any(value is not None and value.proof in UNPROVEN for value in values):
            yield texts(mark("What the client says is right, even where nothing proves it yet."))
        if result.version is not None and result.version.certainty == "secondary":
            yield texts(mark("The text of the law of that day is known at second hand only."))
        yield texts(
            mark("The law has not changed since {law}, the day on which it was last checked."),
            law=texts.day(self._reference.pack.law_checked_on),
        )

    # What may be disregarded

    def _waivers(self, told: Iterable[_Told]) -> Iterator[str]:
        texts = self._texts
        for each in told:
            leaf, label = each.finding.node, self._words.label(each.finding)
            if not isinstance(leaf, Leaf):
                continue
            if each.choice is not None and getattr(each.choice, "label", None) is not None:
                label = texts.pick(each.choice.label)  # type: ignore[attr-defined]
            text, waiver = label.rstrip("."), each.finding.waiver
            if waiver is not None:
                yield texts(
                    mark("Found by {by} on {day} not to stand in the way: {condition}"),
                    by=waiver.by,
                    day=texts.day(waiver.on),
                    condition=self._words.label(each.finding).rstrip("."),
                )
            elif each.finding.verdict is not BEST and leaf.cls in WAIVER_WORDS:
                yield texts(WAIVER_WORDS[leaf.cls], condition=text)

    def _without_bar(self) -> str:
        if self._result.without_bar is None:
            return ""
        verdict = self._words.verdict(self._result.without_bar)
        how = " ".join(self._texts.pick(each) for each in self._result.bar_ends)
        return f"{self._texts(mark('Without this bar: {verdict}.'), verdict=verdict)} {how}".strip()


@dataclass(frozen=True, slots=True)
class _Told:
    """A leaf that matters. `exception`: it belongs to an exception that may still help.

    `choice`: the alternatives it belongs to, of which none is met.
    """

    finding: Finding
    exception: bool
    choice: Node | None


def _told(finding: Finding, exception: bool = False, choice: Node | None = None) -> Iterator[_Told]:
    """Every leaf that matters.

    As `words.weighed`: of alternatives that carried only those are told; of a bar that needs several things
    only what keeps it away. An exception of something that is not in the way is no help and is left out.
    """
    node = finding.node
    if isinstance(node, Leaf | Fixed):
        yield _Told(finding, exception, choice)
        return
    if isinstance(node, Unless):
        condition, other = finding.parts
        if condition.verdict is BEST:
            yield from _told(condition, exception, choice)
        elif finding.verdict is BEST:
            yield from _told(other, exception, choice)
        else:
            yield from _told(condition, exception, choice)
            yield from _told(other, True, choice)
        return
    any_of = isinstance(node, Any)
    carried = any_of and finding.verdict is BEST
    bar = isinstance(node, Any) and node.bar
    if any_of and not carried and not bar and choice is None and len(finding.parts) > 1:
        choice = node
    for part in finding.parts:
        if part.verdict is finding.verdict or not (carried or bar):
            yield from _told(part, exception, choice)


def _sorted(lines: Iterable[ConditionLine]) -> tuple[ConditionLine, ...]:
    return tuple(sorted(_once(lines), key=lambda line: _ORDER.index(line.standing)))


def _once(lines: Iterable[ConditionLine]) -> tuple[ConditionLine, ...]:
    """Two conditions of the same text and standing are told once."""
    found: dict[tuple[str, str, Standing], ConditionLine] = {}
    for line in lines:
        found.setdefault((line.text, line.cite, line.standing), line)
    return tuple(found.values())


def _is_bar(finding: Finding) -> bool:
    return isinstance(finding.node, Leaf) and finding.leaf.cls.is_bar


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def proof_said(line: ConditionLine, texts: Texts) -> str:
    """How a condition is proven, for a reader who does not know the file; empty if nothing was answered."""
    return texts(PROOF_IN_FULL[line.proof]) if line.proof is not None else ""
