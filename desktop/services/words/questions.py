"""Questions in words: what to ask or to assess next, what was asked in vain, and what may have changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop.rules.packs import Pack
from desktop.rules.questions import Asked, OpenQuestion, StillTrue
from desktop.rules.vocabulary import FactKind
from desktop.texts import Texts, mark

from .names import LawNames

ASKED_WORDS: Mapping[Asked, str] = {
    Asked.NEVER: "",
    Asked.TOO_LITTLE: mark("answered, but not enough to settle it"),
    Asked.NOT_KNOWN: mark("asked already, the client does not know"),
    Asked.WILL_NOT_SAY: mark("asked already, the client will not say"),
}
MOST_CITED = 3


class QuestionWords:
    """Says questions of one rule pack in one language."""

    def __init__(self, pack: Pack, texts: Texts) -> None:
        self.pack, self.texts = pack, texts
        self._names = LawNames(pack, texts)

    def question(self, question: OpenQuestion) -> str:
        """The question, told apart from what a person assesses, with its titles."""
        said = self.text(question)
        if question.kind is FactKind.JUDGEMENT:
            return self.texts(mark("To be assessed: {question}"), question=said)
        return said

    def text(self, question: OpenQuestion) -> str:
        """The question with the titles it matters for, and what came of asking before."""
        asked = self.asked(question.asked)
        said = f"{self._names.question(question.input_id)} ({self._titles(question.titles)})"
        return f"{said} – {asked}" if asked else said

    def asked(self, asked: Asked) -> str:
        """What came of asking before; empty if nobody asked."""
        return self.texts(ASKED_WORDS[asked]) if ASKED_WORDS[asked] else ""

    def still_true(self, old: StillTrue) -> str:
        """An old answer as a question: which fact, from when, and what rests on it."""
        return self.texts(
            mark("{fact}: is that still true? ({since}; {titles})"),
            fact=self._names.fact(old.input_id),
            since=self.since(old),
            titles=self._titles(old.titles),
        )

    def since(self, old: StillTrue) -> str:
        """From which day it is, and how long it counts as fresh."""
        day = self.texts.day(old.since)
        if old.kind is FactKind.JUDGEMENT:
            one = mark("assessed on {day}, more than {count} month ago")
            many = mark("assessed on {day}, more than {count} months ago")
        else:
            one = mark("answer of {day}, more than {count} month old")
            many = mark("answer of {day}, more than {count} months old")
        return self.texts.plural(one, many, old.limit, day=day)

    def _titles(self, titles: Sequence[str]) -> str:
        if len(titles) > MOST_CITED:
            return self.texts.plural(mark("{count} title"), mark("{count} titles"), len(titles))
        return ", ".join(self._names.title_short(each) for each in titles)
