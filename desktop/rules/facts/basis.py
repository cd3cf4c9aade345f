"""Basis: the answers one fact rests on while it is computed, and the results it can have.

A fact is a function `Basis -> FactValue`, registered under its own name with `@fact`
(`@fact(of_title=True)` if the answer hangs on the title evaluated), or with `@topic_fact` if it takes a
parameter. Whatever it reads through the basis is remembered: the inputs used, the weakest proof among
them, what was missing and why, and whether a person marked an answer as disputed. A result made by the
basis carries all of it.

What a fact asks of the decision is remembered too (`asking`).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, overload

from desktop.cases.answers import Judgement, Proof, Ternary, Unknown
from desktop.rules.verdict import Truth

from .asking import Asked, Asking, Sought
from .terms import LawTerms
from .value import Band, FactValue, Note, Value, made

if TYPE_CHECKING:
    from desktop.cases.status import StatusPeriod

    from .history import History
    from .view import CaseDay


T = TypeVar("T")


class Basis:
    """What one fact rests on. Made anew for every fact; never kept."""

    __slots__ = ("_asking", "_disputed", "_inputs", "_missing", "_proof", "_reason", "_sought", "day")

    def __init__(self, day: CaseDay, sought: Sought | None = None) -> None:
        self.day = day
        self._sought = sought
        self._asking: Asking | None = None
        self._inputs: dict[str, None] = {}
        self._missing: dict[str, None] = {}
        self._proof: Proof | None = None
        self._reason: Unknown | None = None
        self._disputed = False

    # Reading

    @property
    def on(self) -> date:
        """The day of the evaluation."""
        return self.day.on

    @property
    def terms(self) -> LawTerms:
        return self.day.terms

    @property
    def sought(self) -> Asking:
        """The decision evaluated; only facts registered with `of_title` may ask."""
        if self._asking is None:
            if self._sought is None:
                raise LookupError("this fact must not hang on the title")
            self._asking = Asking(self._sought)
        return self._asking

    @property
    def asked(self) -> Asked:
        """What was asked of the decision, by this fact and those it read."""
        return tuple(self._asking.asked) if self._asking is not None else ()

    def value(self, name: str) -> Any:
        """The answer to an input, None if it is unknown."""
        self._inputs[name] = None
        value, unknown, proof, disputed = self.day.answers[name]
        if unknown is not None:
            self._miss(name, unknown)
            return None
        if proof is not self._proof:
            self._weaken(proof)
        if disputed:
            self._disputed = True
        return value

    def optional(self, name: str) -> Any:
        """The answer to an input that only adds something: its absence is not a missing answer."""
        return self.value(name) if self.day.answers[name][1] is None else None

    def papers(self) -> tuple[StatusPeriod, ...] | None:
        """The status history as the papers say it, in order of time; None if it is unknown."""
        return None if self.value("status_periods") is None else self.day.papers

    def history(self) -> History | None:
        """The status history with effective borders; None if it is unknown."""
        if self.value("status_periods") is None:
            return None
        for name in self.day.history_inputs:
            self.optional(name)
        return self.day.history

    def judged(self, name: str) -> bool | None:
        """A person's judgement; None while it is not made in full (value, author, day, reason)."""
        self._inputs[name] = None
        judgement = self.day.case.judgements.get(name)
        if judgement is None or not judgement.counts:
            self._miss(name, Unknown.NOT_ASKED)
            return None
        return judgement.value is Ternary.YES

    def fact(self, name: str, of: str | None = None) -> FactValue:
        """Another fact; what it rests on is from now on part of this basis."""
        derived = DERIVED.get(name)
        if derived is not None and derived.of_title:
            found, asked = self.day.of_decision((name, of), self._sought)
            if asked:
                self.sought.asked.update(dict.fromkeys(asked))
        else:
            found = self.day.fact(name, of)
        inputs = self._inputs
        for each in found.inputs:
            inputs[each] = None
        if found.proof is not self._proof:
            self._weaken(found.proof)
        if found.disputed:
            self._disputed = True
        if found.unknown is not None:
            for each in found.ask:
                self._miss(each, found.unknown)
        return found

    def part(self, key: Hashable, compute: Callable[[Basis], T]) -> T:
        """Something that several facts rest on, computed once a day; it must not ask for the decision.

        What it read is from now on part of this basis.
        """
        value, read = self.day.part(key, compute)
        self._inputs |= read._inputs
        self._missing |= read._missing
        self._reason = self._reason or read._reason
        self._weaken(read._proof)
        self._disputed |= read._disputed
        return value

    # Results

    @property
    def inputs(self) -> tuple[str, ...]:
        """The inputs and judgements read so far."""
        return tuple(self._inputs)

    @property
    def missing(self) -> tuple[str, ...]:
        """The inputs and judgements read so far that have no answer."""
        return tuple(self._missing)

    def known(self, value: Value, *notes: Note, ask: tuple[str, ...] = ()) -> FactValue:
        """A value; disputed only if a person marked one of the answers so."""
        return self._result(value, self._disputed, None, notes, ask)

    def truth(self, truth: Truth, *notes: Note) -> FactValue:
        """A yes-or-no fact."""
        match truth:
            case Truth.YES | Truth.NO:
                return self.known(truth is Truth.YES, *notes)
            case Truth.UNKNOWN:
                return self.unknown(notes=notes)
        return self.disputed(None, *notes)

    def unknown(self, *ask: str, notes: tuple[Note, ...] = ()) -> FactValue:
        """No value. Without `ask`: for want of what was read and had no answer, or else said too little."""
        return self._result(None, False, self._why_missing, notes, ask or self.missing or tuple(self._inputs))

    def disputed(self, value: Value = None, *notes: Note, ask: tuple[str, ...] = ()) -> FactValue:
        """A value that hangs on an open reading of the law, or on a judgement not made yet."""
        return self._result(value, True, None, notes, ask or self.missing)

    def band(self, safe: Any, longest: Any, *notes: Note, open_answer: str = "") -> FactValue:
        """Two readings. `open_answer`: the input for want of which they differ; else the law is disputed."""
        if not open_answer:
            ask = () if safe == longest else self.missing
            return self._result(Band(safe, longest), self._disputed, None, notes, ask)
        ask = tuple(dict.fromkeys((open_answer, *self.missing)))
        return self._result(Band(safe, longest), self._disputed, self._why_missing, notes, ask)

    def _result(
        self,
        value: Value,
        is_disputed: bool,
        unknown: Unknown | None,
        notes: tuple[Note, ...],
        ask: tuple[str, ...],
    ) -> FactValue:
        given = (value, is_disputed, unknown, self._proof, tuple(self._inputs), ask, notes, None)
        return made(FactValue, given)

    # Remembering

    @property
    def _why_missing(self) -> Unknown:
        return self._reason or Unknown.NOT_ASKED

    def _miss(self, name: str, reason: Unknown) -> None:
        self._missing[name] = None
        if self._reason is None:
            self._reason = reason

    def _weaken(self, proof: Proof | None) -> None:
        if proof is not None and (self._proof is None or proof.strength < self._proof.strength):
            self._proof = proof


def judgement_value(name: str, judgement: Judgement | None) -> FactValue:
    """A judgement as a fact: yes, no, or unknown while it does not count."""
    if judgement is None:
        return _not_judged(name)
    if not judgement.counts:
        return FactValue(None, unknown=Unknown.NOT_ASKED, inputs=(name,), ask=(name,), judgement=judgement)
    return FactValue(judgement.value is Ternary.YES, inputs=(name,), judgement=judgement)


@cache
def _not_judged(name: str) -> FactValue:
    """A judgement that nobody has made, the same for every case."""
    return FactValue(None, unknown=Unknown.NOT_ASKED, inputs=(name,), ask=(name,))


Rule = Callable[[Basis], FactValue]
TopicRule = Callable[[Basis, "str | None"], FactValue]


Alike = Callable[["CaseDay", "str | None"], "str | None"]
"""A topic whose answer is the same in a case as that of the one named."""


@dataclass(frozen=True, slots=True)
class DerivedFact:
    """One registered function. `of_title`: the answer hangs on the title; `topics`: it takes a parameter.

    `alike`: which topics share their answer in a case; each has its own if None.
    """

    rule: Callable[..., FactValue]
    of_title: bool
    topics: bool
    alike: Alike | None = None

    def compute(self, basis: Basis, of: str | None) -> FactValue:
        found: FactValue = self.rule(basis, of) if self.topics else self.rule(basis)
        return found


DERIVED: dict[str, DerivedFact] = {}
"""Every derived fact by its name in the vocabulary."""


OF_DECISION = frozenset({"decision_kind", "granted_title"})
"""Facts that are the decision itself."""


def hangs_on_title(name: str) -> bool:
    """Whether a fact may be another one for another title or decision."""
    derived = DERIVED.get(name)
    return name in OF_DECISION or (derived is not None and derived.of_title)


@overload
def fact(rule: Rule) -> Rule: ...


@overload
def fact(*, of_title: bool = ...) -> Callable[[Rule], Rule]: ...


def fact(rule: Rule | None = None, *, of_title: bool = False) -> Rule | Callable[[Rule], Rule]:
    """Register a function as the derived fact of its name."""

    def register(each: Rule) -> Rule:
        DERIVED[each.__name__] = DerivedFact(each, of_title, topics=False)
        return each

    return register if rule is None else register(rule)


def topic_fact(*, of_title: bool = False, alike: Alike | None = None) -> Callable[[TopicRule], TopicRule]:
    """The same for a fact with a parameter (`of:` in the pack; None if the leaf has none)."""

    def register(each: TopicRule) -> TopicRule:
        DERIVED[each.__name__] = DerivedFact(each, of_title, topics=True, alike=alike)
        return each

    return register
