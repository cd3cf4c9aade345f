"""Answers in words: one line for a value, a record, a proof, or the reason why there is none."""

from __future__ import annotations

from typing import Any

from desktop.cases.answers import Answer, Proof, Unknown
from desktop.cases.periods import Period
from desktop.cases.recordshapes import Part, parts
from desktop.cases.shapes import Choice
from desktop.cases.words import NONE_EXIST, PROOF_WORDS, UNKNOWN_WORDS, spoken_day
from desktop.rules.comparison import LEVELS
from desktop.rules.vocabulary import Fact, FactType
from desktop.texts import mark

from . import records
from .names import LawNames
from .values import entries, plain

_LONGEST = 160


class AnswerWords:
    """Says answers in one language."""

    def __init__(self, names: LawNames) -> None:
        self.names, self.texts = names, names.texts

    def answer(self, fact: Fact, answer: Answer) -> str:
        """The value, or why there is none."""
        if isinstance(answer.value, Unknown):
            return self.texts(UNKNOWN_WORDS[answer.value])
        return self.value(fact, answer.value)

    def value(self, fact: Fact, value: Any) -> str:
        """A value of this fact."""
        if fact.type is FactType.LEVEL and value == LEVELS[0]:
            return self.texts(NONE_EXIST)
        if isinstance(value, str):
            return self.names.authority(self.names.option(fact, value))
        if isinstance(value, frozenset):
            words = [self.names.option(fact, each) for each in fact.options if each in value]
            return ", ".join(words) or self.texts(mark("none of these"))
        if isinstance(value, tuple):
            return self._list(fact, value)
        return plain(value, self.texts, fact.unit)

    def proof(self, proof: Proof) -> str:
        return self.texts(PROOF_WORDS[proof])

    def record(self, record: Any) -> str:
        """A record in one line: what it is, from when to when, and what else is known."""
        kind: type = type(record)
        first, middle, rest = [], [], []
        for part in parts(kind):
            value = getattr(record, part.attribute)
            if value is None or value == "" or value == ():
                continue
            if part.is_period:
                middle.append(self.period(value))
            elif isinstance(part.shape, Choice) or part.key in ("title_id", "topic", "step", "reason"):
                first.append(self.field(kind, part, value))
            else:
                rest.append(self.with_caption(kind, part, value))
        words = " · ".join(filter(None, (", ".join(first), *middle, *rest)))
        return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"

    def period(self, period: Period) -> str:
        """With the last day, as papers print it: 02.05.2019 – 09.03.2021, since 10.03.2021."""
        first, last = spoken_day(period.start, self.texts), period.last_day
        if last is None:
            return self.texts(mark("since {day}"), day=first)
        return f"{first} – {spoken_day(last, self.texts)}"

    def caption(self, kind: type, part: Part) -> str:
        return self.texts(records.caption(kind.__name__, part.key))

    def field(self, kind: type, part: Part, value: Any) -> str:
        """The value of a field, without its caption."""
        if part.key == "status_code":
            return self.names.status(value)
        if part.key == "issued_by":
            return self.names.authority(value)
        if part.key == "title_id":
            return self.names.title_short(value)
        if isinstance(part.shape, Choice) or (kind.__name__, part.key) in records.SUGGESTED:
            word = value if isinstance(value, str) else str(getattr(value, "value", value))
            return self.texts(records.option(word))
        return self.plain(value)

    def with_caption(self, kind: type, part: Part, value: Any) -> str:
        """A field as part of a line; a yes needs only its caption."""
        caption = self.caption(kind, part)
        if value is True:
            return caption
        if isinstance(part.shape, Choice) or part.key in ("number",):
            return self.field(kind, part, value)
        return f"{caption}: {self.field(kind, part, value)}"

    def plain(self, value: Any) -> str:
        """A value that needs no vocabulary."""
        match value:
            case Period():
                return self.period(value)
            case tuple():
                return ", ".join(self.plain(each) for each in value)
        return plain(value, self.texts)

    def _list(self, fact: Fact, value: tuple[Any, ...]) -> str:
        if not value:
            return self.texts(NONE_EXIST)
        if all(isinstance(each, str) for each in value):
            return ", ".join(self.names.option(fact, each) for each in value)
        if len(value) == 1:
            return self.record(value[0])
        return entries(value, self.texts)
