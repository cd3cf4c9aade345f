"""Every fact a norm may ask for: its name, type, question, and what it is computed from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from types import MappingProxyType
from typing import Any, Literal

from pydantic import Field

from desktop.cases.records import RECORDS
from desktop.cases.recordshapes import Record
from desktop.cases.shapes import Choice, Day, ListOf, Never, Number, SetOf, Shape, Text, YesNo

from .comparison import LEVELS, higher
from .entries import Certainty, Cite, Count, Entry, Name, Pair, YesOrNo


class FactKind(Enum):
    """Who answers: the client (input), a person who judges (judgement), or the program (derived)."""

    INPUT = "input"
    JUDGEMENT = "judgement"
    DERIVED = "derived"


class ChangedBy(Enum):
    """Who or what can change a fact once it is known. The values are the words of the vocabulary file."""

    CLIENT = "client"
    """The client can bring it about, honestly and without harm to the own stay."""
    TIME = "time"
    """It comes about by waiting."""
    OTHERS = "others"
    """Other people can bring it about: a relative, an employer."""
    AUTHORITY = "authority"
    """An authority or a court decides on it."""
    PERSON = "person"
    """A value judgement: whoever assesses it may come to something else."""
    NEVER = "never"
    """It cannot change, or nobody should be led to change it (a title given up, a child moved out)."""


class FactType(Enum):
    """What the value looks like. The values are the words of the vocabulary file."""

    BOOL = "bool"
    TRUTH = "truth"
    JUDGEMENT = "judgement"
    DATE = "date"
    DATE_OR_NONE = "date_or_none"
    CHOICE = "choice"
    SET = "set"
    TEXT = "text"
    NUMBER = "number"
    WHOLE = "whole"
    PERCENT = "percent"
    MONTHS = "months"
    LEVEL = "level"
    LIST = "list"
    RECORD = "record"

    @property
    def yes_or_no(self) -> bool:
        return self in (FactType.BOOL, FactType.TRUTH, FactType.JUDGEMENT)

    @property
    def numeric(self) -> bool:
        return self in (FactType.NUMBER, FactType.WHOLE, FactType.PERCENT, FactType.MONTHS)


class Fact(Entry):
    """One fact of the vocabulary."""

    id: Name
    kind: FactKind
    type: FactType
    unit: str = ""
    options: tuple[Name, ...] = ()
    option_labels: dict[Name, Pair] = Field(default_factory=dict)
    record: Name | None = None
    of: tuple[Name, ...] = ()
    """The topics of a fact that has one value for each."""
    from_: tuple[Name, ...] = Field(default=(), alias="from")
    cite: Cite | None = None
    label: Pair
    question: Pair | None = None
    why: Pair | None = None
    effort: Literal["1", "2", "3", "4", "5"] = "3"
    """How hard the answer is to obtain, 1 easiest."""
    stale_after_months: Count | None = None
    """How long an answer holds before somebody should ask whether it is still true."""
    changes: ChangedBy | dict[Name, ChangedBy] | None = None
    """Who can change it; one word, or one for each answer: yes, no; up, down; known, none; an option. An
    answer that is not named is never brought about. None: not sorted yet, or a judgement (a person's)."""
    documents: tuple[Name, ...] = ()
    sensitive: YesOrNo = False
    section: Name | None = None
    certainty: Certainty = "read"
    note: Pair | None = None

    @property
    def judgement(self) -> bool:
        return self.kind is FactKind.JUDGEMENT

    def changed_by(self, answer: Any, now: Any = None) -> ChangedBy | None:
        """Who can bring about an answer that differs from the present one; None if that is not sorted."""
        if self.changes is None:
            return ChangedBy.PERSON if self.judgement else None
        if isinstance(self.changes, ChangedBy):
            return self.changes
        found = [self.changes.get(word, ChangedBy.NEVER) for word in self._words(answer, now)]
        return max(found, key=_HARDER.index, default=ChangedBy.NEVER)

    @property
    def change_words(self) -> tuple[str, ...]:
        """The answers that `changes` may name one by one; none for a list, a record or a text."""
        if self.type.yes_or_no:
            return "yes", "no"
        if self.type.numeric or self.type is FactType.LEVEL:
            return "up", "down"
        if self.type in (FactType.DATE, FactType.DATE_OR_NONE):
            return "known", "none"
        return self.options if self.type in (FactType.CHOICE, FactType.SET) else ()

    def _words(self, answer: Any, now: Any) -> tuple[str, ...]:
        if self.type.yes_or_no:
            return ("yes" if answer else "no",)
        if self.type.numeric or self.type is FactType.LEVEL:
            return ("up" if now is None or higher(answer, now) else "down",)
        if self.type in (FactType.DATE, FactType.DATE_OR_NONE):
            return ("none" if answer is Never.NONE else "known",)
        return tuple(sorted(answer)) if isinstance(answer, frozenset) else (str(answer),)

    def shape(self) -> Shape:
        """How an answer to this input is read and written. Raises KeyError for a record nobody knows."""
        match self.type:
            case FactType.BOOL | FactType.TRUTH | FactType.JUDGEMENT:
                return YesNo()
            case FactType.DATE:
                return Day()
            case FactType.DATE_OR_NONE:
                return Day(or_none=True)
            case FactType.CHOICE:
                return Choice(self.options)
            case FactType.SET:
                return SetOf(self.options)
            case FactType.LEVEL:
                return Choice(LEVELS)
            case FactType.NUMBER | FactType.PERCENT:
                return Number(self.unit)
            case FactType.WHOLE | FactType.MONTHS:
                return Number(self.unit, whole=True)
            case FactType.LIST if self.record:
                return ListOf(Record(RECORDS[self.record]))
            case FactType.LIST:
                return ListOf(Choice(self.options) if self.options else Text())
            case FactType.RECORD:
                return Record(RECORDS[self.record or ""])
        return Text()


_HARDER = tuple(ChangedBy)


class WrittenVocabulary(Entry):
    """vocabulary.yaml."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Vocabulary:
    """All facts by name, in the order of the file."""

    facts: Mapping[str, Fact] = field(default_factory=lambda: MappingProxyType({}))

    def __getitem__(self, name: str) -> Fact:
        return self.facts[name]

    def __contains__(self, name: object) -> bool:
        return name in self.facts

    def __iter__(self) -> Iterator[Fact]:
        return iter(self.facts.values())

    def get(self, name: str) -> Fact | None:
        return self.facts.get(name)

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The place of every fact in the order of the file."""
        return MappingProxyType({name: place for place, name in enumerate(self.facts)})

    @cached_property
    def input_shapes(self) -> Mapping[str, Shape]:
        """The shape of every input, by name."""
        return MappingProxyType({fact.id: fact.shape() for fact in self if fact.kind is FactKind.INPUT})

    @cached_property
    def judgements(self) -> frozenset[str]:
        return frozenset(fact.id for fact in self if fact.kind is FactKind.JUDGEMENT)

    @cached_property
    def derived(self) -> frozenset[str]:
        return frozenset(fact.id for fact in self if fact.kind is FactKind.DERIVED)

    def roots(self, name: str) -> tuple[str, ...]:
        """The inputs and judgements a fact is computed from; itself if it is one."""
        return self._roots[name]

    @cached_property
    def _roots(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}

        def roots(name: str) -> tuple[str, ...]:
            if name not in found:
                fact = self.facts[name]
                below = [root for source in fact.from_ for root in roots(source)]
                derived = fact.kind is FactKind.DERIVED
                found[name] = tuple(dict.fromkeys(below)) if derived else (name,)
            return found[name]

        for name in self.facts:
            roots(name)
        return found
