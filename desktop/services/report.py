"""An assessment for a person at a terminal: verdicts best first, how each condition stands, what to ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from desktop.cases.casefile import CaseFile
from desktop.rules.conditions import Finding, Leaf
from desktop.rules.consequences import ShownConsequence, ShownWarning
from desktop.rules.held import HeldStatus
from desktop.rules.results import Assessment, TitleResult
from desktop.rules.standing import Standing, standing_of
from desktop.rules.verdict import Verdict
from desktop.rules.words import NOT_COVERED, STANDING_WORDS
from desktop.texts import Texts, mark

from .assessment import open_questions, still_true
from .explanation import ConditionLine, Days, explain, proof_said
from .reference import Reference
from .words.findings import STANDING_SIGNS, FindingWords
from .words.lines import wrapped
from .words.questions import QuestionWords
from .words.topics import TOPIC_WORDS
from .words.weighed import weighed

QUESTIONS = 5
_GROUPS = (Standing.NOT_MET, Standing.OPEN, Standing.NOT_JUDGED, Standing.DISPUTED, Standing.MET)


def as_text(
    reference: Reference,
    case: CaseFile,
    assessment: Assessment,
    texts: Texts,
    *,
    today: date,
    applied_on: date | None = None,
) -> str:
    """The assessment of one title with every condition, or of all: then what is met is counted only.

    Titles that are not possible get one sentence each, those without a text for the day stand last.
    `applied_on`: the planned day of filing, if there is one. How old an answer is counts from `today`, not
    from the day evaluated.
    """
    return "\n".join(_Report(reference, case, assessment, texts, today, applied_on).lines())


class _Report:
    def __init__(
        self,
        reference: Reference,
        case: CaseFile,
        assessment: Assessment,
        texts: Texts,
        today: date,
        applied_on: date | None,
    ) -> None:
        self._reference, self._case, self._assessment, self._texts = reference, case, assessment, texts
        self._today, self._applied_on = today, applied_on
        self._words = FindingWords(reference.pack, texts)
        alone = len(assessment.titles) == 1
        self._alone = alone
        self._shown = [each for each in assessment.titles if alone or _told_in_full(each)]
        rest = [each for each in assessment.titles if each not in self._shown]
        self._nothing_known = [each for each in rest if _comes_into_question(each)]
        self._closed = [each for each in rest if each.not_covered is None and each not in self._nothing_known]
        self._not_covered = [each for each in rest if each.not_covered is not None]
        counted = Counter(warning.row.id for result in self._shown for warning in self._told(result))
        self._shared = {name for name, count in counted.items() if count > 1}

    def lines(self) -> Iterator[str]:
        yield self._texts(
            mark("Evaluated for {day}; law as of {law}."),
            day=self._texts.day(self._assessment.on),
            law=self._texts.day(self._assessment.law_checked_on),
        )
        yield from self._days()
        for result in self._shown:
            yield ""
            yield from self._title(result)
        if self._shared:
            yield ""
            yield self._texts(mark("To be observed for several titles"))
            yield from self._warnings(self._first_of_each(), 2)
        yield from self._status(self._assessment.status)
        for heading, results in (
            (self._texts(mark("Facts missing, and nothing known speaks for it so far")), self._nothing_known),
            (self._words.verdict(Verdict.NOT_AVAILABLE), self._closed),
            (self._texts(NOT_COVERED), self._not_covered),
        ):
            if results:
                yield ""
                yield heading.upper()
            for result in results:
                yield from self._in_short(result)
        yield from self._questions()

    def _days(self) -> Iterator[str]:
        """Filing, decision and today, where they are not the same day."""
        texts, on = self._texts, self._assessment.on
        if self._applied_on is not None:
            yield texts(
                mark("Application on {filed}, decision on {day}; today is {today}."),
                filed=texts.day(self._applied_on),
                day=texts.day(on),
                today=texts.day(self._today),
            )
        elif on != self._today:
            yield texts(
                mark("Decision on {day}; today is {today}."), day=texts.day(on), today=texts.day(self._today)
            )

    def _status(self, held: HeldStatus) -> Iterator[str]:
        """What holds today without a title, beside the titles that may come."""
        if not held.shown:
            return
        yield ""
        yield from wrapped(self._texts(mark("Held today: {status}"), status=self._words.statuses(held.codes)))
        yield from self._warnings(held.warnings, 2)
        yield from self._brings(held.consequences, 2)

    # Titles

    def _title(self, result: TitleResult) -> Iterator[str]:
        texts = self._texts
        head = f"{self._words.title(result)} [{result.norm.id}]"
        if result.verdict is not None:
            head = f"{self._words.verdict(result.verdict).upper()}: {head}"
        yield from wrapped(head)
        if self._alone:
            yield from self._page(result)
            return
        yield from wrapped(self._words.sentence(result), 2)
        if result.without_bar is not None:
            verdict = self._words.verdict(result.without_bar)
            how = " ".join(texts.pick(each) for each in result.bar_ends)
            yield from wrapped(f"{texts(mark('Without this bar: {verdict}.'), verdict=verdict)} {how}", 2)
        if result.finding is not None:
            yield from self._conditions(result.finding)
        own = [each for each in self._told(result) if each.row.id not in self._shared]
        if own:
            yield "  " + texts(mark("To be observed"))
            yield from self._warnings(own, 4)

    def _page(self, result: TitleResult) -> Iterator[str]:
        """Everything about one title: what is assumed, every condition, what may help, what is not proven."""
        texts, days = self._texts, Days(self._assessment.on, self._today, self._applied_on)
        page = explain(self._reference, result, texts, days)
        yield from wrapped(page.sentence, 2)
        yield from wrapped(page.without_bar, 2)
        if result.finding is not None:
            yield from _block(texts(mark("What is assumed")), page.assumptions)
        for group in page.groups:
            yield from self._lines(group.heading, group.lines)
        yield from self._lines(texts(mark("Exceptions that may help")), page.exceptions)
        yield from _block(texts(mark("What may be disregarded")), page.waivers)
        yield from self._lines(texts(mark("What would stand against it")), page.bars)
        if page.unproven:
            yield "  " + texts(mark("Met, but not proven yet"))
            yield from wrapped("; ".join(dict.fromkeys(line.text for line in page.unproven)), 4, "·")
        if result.warnings:
            yield "  " + texts(mark("To be observed"))
            yield from self._warnings(result.warnings, 4)
        yield from self._consequences(result)

    def _lines(self, heading: str, lines: Iterable[ConditionLine]) -> Iterator[str]:
        for number, line in enumerate(lines):
            if number == 0:
                yield from wrapped(heading, 2)
            known = f"{line.text}: {line.value}" if line.value else line.text
            proof = proof_said(line, self._texts)
            said = f"{known} [{line.cite}]" + (f" – {proof}" if proof else "")
            yield from wrapped(said, 4, STANDING_SIGNS[line.standing])

    def _in_short(self, result: TitleResult) -> Iterator[str]:
        yield from wrapped(f"{self._words.title(result)} [{result.norm.id}]", 2)
        yield from wrapped(self._words.sentence(result), 6)

    def _conditions(self, finding: Finding) -> Iterator[str]:
        leaves = list(weighed(finding))
        for standing in _GROUPS:
            said = {self._condition(leaf): None for leaf in leaves if standing_of(leaf) is standing}
            if said and standing is Standing.MET:
                one, many = mark("{count} condition is met."), mark("{count} conditions are met.")
                yield "  " + self._texts.plural(one, many, len(said))
                continue
            if said:
                yield "  " + _sentence_case(self._texts(STANDING_WORDS[standing]))
            for text in said:
                yield from wrapped(text, 4, STANDING_SIGNS[standing])

    def _condition(self, leaf: Finding) -> str:
        known = self._words.known(leaf)
        is_bar = isinstance(leaf.node, Leaf) and leaf.leaf.cls.is_bar
        cite = getattr(leaf.node, "cite", "")
        tail = f": {known}" if known and (is_bar or known not in self._words.plain_answers) else ""
        return f"{self._words.label(leaf)}{tail} [{cite}]"

    # Beside the titles

    def _first_of_each(self) -> Iterable[ShownWarning]:
        """A warning that several titles share, once."""
        found: dict[str, ShownWarning] = {}
        for result in self._shown:
            for warning in self._told(result):
                if warning.row.id in self._shared:
                    found.setdefault(warning.row.id, warning)
        return found.values()

    def _told(self, result: TitleResult) -> list[ShownWarning]:
        """Of one title all warnings; of several those that apply for certain."""
        return [each for each in result.warnings if self._alone or not each.open]

    def _warnings(self, warnings: Iterable[ShownWarning], indent: int) -> Iterator[str]:
        for warning in warnings:
            text = self._texts.pick(warning.row.text)
            if warning.open:
                text = self._texts(mark("To be checked whether it applies: {text}"), text=text)
            yield from wrapped(f"{text} [{warning.row.cite}]", indent, "?" if warning.open else "!")

    def _consequences(self, result: TitleResult) -> Iterator[str]:
        if result.consequences:
            yield "  " + self._texts(mark("What the title brings"))
        yield from self._brings(result.consequences, 4)

    def _brings(self, consequences: Iterable[ShownConsequence], indent: int) -> Iterator[str]:
        for each in consequences:
            text = f"{self._texts(TOPIC_WORDS[each.row.topic])}: {self._texts.pick(each.row.text)}"
            yield from wrapped(f"{text} [{each.row.cite}]", indent, "?" if each.open else "·")

    def _questions(self) -> Iterator[str]:
        found, case = self._assessment, self._case
        words = QuestionWords(self._reference.pack, self._texts)
        questions = open_questions(self._reference, found, case)[:QUESTIONS]
        if questions:
            yield ""
            yield self._texts(mark("To be settled next"))
        for question in questions:
            yield from wrapped(words.question(question), 2, "?")
        old = still_true(self._reference, found, case, self._today)[:QUESTIONS]
        if old:
            yield ""
            yield self._texts(mark("Is that still true?"))
        for each in old:
            yield from wrapped(words.still_true(each), 2, "?")


def _comes_into_question(result: TitleResult) -> bool:
    return result.verdict is not Verdict.NOT_AVAILABLE and result.not_covered is None


def _told_in_full(result: TitleResult) -> bool:
    """Not those for which facts are missing while nothing that is known leads there."""
    return _comes_into_question(result) and (
        result.verdict is not Verdict.FACTS_MISSING or result.nearness > 0
    )


def _block(heading: str, sentences: Iterable[str]) -> Iterator[str]:
    for number, sentence in enumerate(sentences):
        if number == 0:
            yield "  " + heading
        yield from wrapped(sentence, 4, "·")


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]
