"""From what a rule file says to the tree that is evaluated: classes inherited, groups put in, bars turned.

Under `barred_by` and `doubtful_by` the author describes the bar. "Barred by any of these" means that all of
them must be absent, so `any` is built as the minimum there and `all` as the maximum (De Morgan). An `unless`
begins afresh as a condition, `requires` unless it says otherwise, and may only carry classes that do not lift
anything while it is not met.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from desktop.cases.applications import DecisionKind
from desktop.cases.plaindata import Plain, Where
from desktop.texts import mark

from .. import conditions
from ..comparison import LEVELS, Comparison, Kind, Operand, Reading
from ..conditions import Leaf, Node, Removable, Unless
from ..facts.value import Duration
from ..verdict import LeafClass
from ..vocabulary import Fact, FactType, Vocabulary
from .faults import Faults
from .written import (
    WrittenAll,
    WrittenAny,
    WrittenCondition,
    WrittenConditions,
    WrittenGroup,
    WrittenLeaf,
    WrittenRemovable,
    WrittenSharedGroup,
)

MAX_DEPTH = 32
MAX_NODES = 2000

_WHOLE_NUMBER = re.compile(r"[0-9]{1,7}")
_NUMBER = re.compile(r"[0-9]{1,7}(\.[0-9]{1,4})?")
_CLASS_WORDS = frozenset(cls.value for cls in LeafClass)
_IN_EXCEPTIONS = (LeafClass.REQUIRES, LeafClass.BARRED_BY, LeafClass.OPENS_DISCRETION)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the builder stands: in which file, under which class, how deep."""

    plain: Plain
    where: Where
    norm_id: str
    cls: LeafClass
    cite: str
    decision_kind: DecisionKind | None = None
    depth: int = 0
    groups: tuple[str, ...] = ()
    exception: bool = False

    def at(self, *steps: str | int) -> Place:
        return replace(self, where=(*self.where, *steps), depth=self.depth + 1)


class Trees:
    """Builds the trees of one pack. Faults are collected; a tree with a fault is not to be used."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        groups: Mapping[str, tuple[WrittenSharedGroup, Plain]],
        faults: Faults,
    ) -> None:
        self._vocabulary, self._groups, self._faults = vocabulary, groups, faults
        self._nodes = 0

    def begin(self) -> None:
        """Begin a tree: the number of its parts is bounded, whatever groups it takes in."""
        self._nodes = 0

    def conditions(self, written: WrittenConditions, place: Place) -> tuple[Node, ...]:
        """The conditions of a version or a route, in the order of the file."""
        nodes = []
        table = _part(place.plain, place.where)
        for word in table if isinstance(table, Mapping) else ():
            if word in _CLASS_WORDS:
                inside = replace(place, cls=LeafClass(word))
                for number, each in enumerate(getattr(written, word)):
                    node = self.node(each, inside.at(word, number))
                    if node is not None:
                        nodes.append(node)
        return tuple(nodes)

    def condition(self, written: WrittenCondition, plain: Plain, where: Where, cite: str = "") -> Node:
        """A condition that stands alone: the `if` of a table."""
        self.begin()
        node = self.node(written, Place(plain, where, "", LeafClass.REQUIRES, cite))
        return conditions.All(()) if node is None else node

    def node(self, written: WrittenCondition, place: Place) -> Node | None:
        """One condition; None if it does not apply to this kind of decision, or at a fault."""
        self._nodes += 1
        if place.depth > MAX_DEPTH or self._nodes > MAX_NODES:
            self._fault(place, mark("“{file}”, line {line}: the conditions have too many levels or parts."))
            return None
        if written.cls is not None:
            place = self._with_class(written.cls, place)
        if isinstance(written, WrittenGroup):
            return self._with_exception(written, self._group(written, place), place)
        if written.applies_to is not None:
            if place.exception:
                self._fault(place, mark("“{file}”, line {line}: “applies_to” cannot stand in an exception."))
            if place.decision_kind not in (None, DecisionKind(written.applies_to)):
                return None
        place = replace(place, cite=_complete(written.cite, place.cite) or place.cite)
        built = (
            self._leaf(written, place) if isinstance(written, WrittenLeaf) else self._joined(written, place)
        )
        return self._with_exception(written, built, place)

    def _with_class(self, cls: LeafClass, place: Place) -> Place:
        if place.exception and cls not in _IN_EXCEPTIONS:
            self._fault(
                place,
                mark(
                    "“{file}”, line {line}: the class “{cls}” cannot stand in an exception; it would lift "
                    "the condition although the exception is not met."
                ),
                cls=cls.value,
            )
        elif place.cls.is_bar and not cls.is_bar:
            self._fault(
                place,
                mark(
                    "“{file}”, line {line}: the class “{cls}” cannot stand inside a bar. Write an exception "
                    "as “unless”, and a bar that may be waived as “waivable” with the absence of the bar."
                ),
                cls=cls.value,
            )
        return replace(place, cls=cls)

    def _with_exception(self, written: WrittenCondition, built: Node | None, place: Place) -> Node | None:
        if written.unless is None or built is None:
            return built
        afresh = replace(place.at("unless"), cls=LeafClass.REQUIRES, exception=True)
        exception = self.node(written.unless, afresh)
        return built if exception is None else Unless(built, exception)

    def _joined(self, written: WrittenAll | WrittenAny, place: Place) -> Node | None:
        word = "all" if isinstance(written, WrittenAll) else "any"
        inside: tuple[WrittenCondition, ...] = getattr(written, word)
        built = [self.node(each, place.at(word, number)) for number, each in enumerate(inside)]
        parts = tuple(each for each in built if each is not None)
        as_minimum = (word == "all") is not place.cls.is_bar
        if place.cls.is_bar and not inside:
            self._fault(place, mark("“{file}”, line {line}: a bar of nothing bars nothing."))
            return None
        if not as_minimum and len(parts) < len(built):
            return None  # what does not apply counts as met, and one met part is enough
        joined = conditions.All if as_minimum else conditions.Any
        if not as_minimum and not parts:
            return None
        return joined(
            parts,
            id=written.id or "",
            cite=place.cite if written.cite else "",
            label=written.label,
            bar=place.cls.is_bar,
            removable=self._removable(written.removable, place),
            note=written.note,
        )

    def _group(self, written: WrittenGroup, place: Place) -> Node | None:
        name = written.group
        if name in place.groups:
            way = " → ".join((*place.groups, name))
            self._fault(
                place, mark("“{file}”, line {line}: the groups refer to each other ({way})."), way=way
            )
            return None
        if name not in self._groups:
            self._fault(place, mark("“{file}”, line {line}: there is no group “{group}”."), group=name)
            return None
        group, plain = self._groups[name]
        inside = replace(
            place, plain=plain, where=("condition",), groups=(*place.groups, name), depth=place.depth + 1
        )
        inside = replace(inside, cite=_complete(group.cite, place.cite) or place.cite)
        return self.node(group.condition, inside)

    def _leaf(self, written: WrittenLeaf, place: Place) -> Node | None:
        if not place.cite:
            self._fault(
                place, mark("“{file}”, line {line}: the condition “{id}” has no citation."), id=written.id
            )
        fact = self._vocabulary.get(written.fact)
        if fact is None:
            self._fault(
                place.at("fact"),
                mark("“{file}”, line {line}: the vocabulary has no fact “{fact}”."),
                fact=written.fact,
            )
            return None
        self._check_topic(written, fact, place)
        test = self._test(written, fact, place)
        if test is None:
            return None
        return Leaf(
            id=written.id,
            key=f"{place.norm_id}.{written.id}" if place.norm_id else written.id,
            cite=place.cite,
            label=written.label,
            fact=fact.id,
            of=written.of,
            test=test,
            cls=place.cls,
            judgement=fact.type is FactType.JUDGEMENT,
            removable=self._removable(written.removable, place),
            note=written.note,
            certainty=written.certainty,
        )

    def _check_topic(self, written: WrittenLeaf, fact: Fact, place: Place) -> None:
        if written.of is None and not fact.of:
            return
        if written.of is None or written.of not in fact.of:
            self._fault(
                place,
                mark("“{file}”, line {line}: the fact “{fact}” has no topic “{topic}” (it has: {topics})."),
                fact=fact.id,
                topic=written.of or "",
                topics=", ".join(fact.of) or "–",
            )

    def _removable(self, written: WrittenRemovable | None, place: Place) -> Removable | None:
        if written is None:
            return None
        when = None
        if written.when is not None:
            at = replace(place.at("removable", "when"), cls=LeafClass.REQUIRES, exception=True)
            when = self.node(written.when, at)
        return Removable(_complete(written.cite, place.cite), written.how, when)

    # Tests

    def _test(self, written: WrittenLeaf, fact: Fact, place: Place) -> Comparison | None:
        tests = written.tests
        if len(tests) != 1:
            self._fault(
                place,
                mark("“{file}”, line {line}: the condition “{id}” needs exactly one test, it has {count}."),
                id=written.id,
                count=len(tests),
            )
            return None
        ((kind, raw),) = tests.items()
        operand = self._operand(kind, raw, fact, place.at(kind.value))
        if operand is None:
            return None
        reading = Reading(written.band or "both")
        test = Comparison(kind, operand, reading)
        if reading is not Reading.BOTH and not (test.ordered and fact.type.numeric):
            self._fault(
                place.at("band"), mark("“{file}”, line {line}: “band” belongs to a test of a number.")
            )
        return test

    def _operand(self, kind: Kind, raw: object, fact: Fact, place: Place) -> Operand | None:
        if kind is Kind.KNOWN:
            if fact.type in (FactType.DATE, FactType.DATE_OR_NONE, FactType.TEXT):
                return bool(raw)
        elif kind is Kind.IS and fact.type.yes_or_no:
            if raw in ("yes", "no"):
                return raw == "yes"
            self._fault(place, mark("“{file}”, line {line}: only yes or no is possible for {key}."))
            return None
        elif kind in (Kind.IS, Kind.IN, Kind.NOT_IN):
            if fact.type in (FactType.CHOICE, FactType.SET):
                return self._words(kind, raw, fact, place)
        elif fact.type is FactType.LEVEL:
            if raw in LEVELS:
                return str(raw)
            self._fault(
                place, mark("“{file}”, line {line}: “{found}” is not a language level."), found=str(raw)
            )
            return None
        elif fact.type.numeric:
            return self._number(str(raw), fact, place)
        self._fault(
            place,
            mark("“{file}”, line {line}: the test “{test}” does not fit the fact “{fact}” ({type})."),
            test=kind.value,
            fact=fact.id,
            type=fact.type.value,
        )
        return None

    def _words(self, kind: Kind, raw: object, fact: Fact, place: Place) -> Operand | None:
        words = raw if isinstance(raw, tuple) else (raw,)
        strange = [str(word) for word in words if word not in fact.options]
        if strange:
            self._fault(
                place,
                mark("“{file}”, line {line}: “{found}” is not an option of the fact “{fact}”."),
                found=", ".join(strange),
                fact=fact.id,
            )
            return None
        return str(raw) if kind is Kind.IS else frozenset(str(word) for word in words)

    def _number(self, raw: str, fact: Fact, place: Place) -> Operand | None:
        whole = fact.type in (FactType.MONTHS, FactType.WHOLE)
        if not (_WHOLE_NUMBER if whole else _NUMBER).fullmatch(raw):
            self._fault(place, mark("“{file}”, line {line}: “{found}” is not a number."), found=raw[:40])
            return None
        if fact.type is FactType.MONTHS:
            return Duration(int(raw))
        return int(raw) if whole else Decimal(raw)

    def _fault(self, place: Place, sentence: str, **values: object) -> None:
        self._faults.add(place.plain, place.where, sentence, **values)


def _complete(cite: str | None, base: str) -> str:
    """A cite that begins with a subsection, put behind the section it belongs to."""
    if not cite or not cite.startswith("Abs."):
        return cite or ""
    section = base.split(" Abs.")[0]
    law = base.rsplit(" ", 1)[-1]
    return f"{section} {cite} {law}" if law.isalpha() and law != section else f"{section} {cite}"


def _part(plain: Plain, where: Where) -> object:
    value = plain.value
    for step in where:
        value = value[step]
    return value
