"""Facts stated by name, without a client: for worked cases, for trying out a rule, for "what if"."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from itertools import product
from typing import Any

from desktop.cases.answers import Proof, Unknown, Waiver

from .answers import by_fact, distinct_answers, verdicts_of
from .carriers import FactRef, ScalarFacts
from .facts.value import Band, Duration, FactValue
from .norms import Examination
from .verdict import WORST
from .vocabulary import Fact, FactType, Vocabulary


class Rest(Enum):
    """What every fact is that was not named."""

    UNKNOWN = "unknown"
    FAVOURABLE = "favourable"


class StatedFacts(ScalarFacts):
    """Facts as they are written in a worked case.

    A value is text (`yes`, `no`, a word, a number, `71 m 21 d` for a duration), `{safe: 50, longest: 80}` for
    a band, or a `FactValue`. `unknown` and `disputed` say so: an unknown fact asks for the inputs it is
    computed from, a disputed one for nothing (the law is open), `{disputed: [names]}` for what is named. A
    topic is written behind a point (`health_waiver.language`).
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        stated: Mapping[str, Any],
        rest: Rest = Rest.UNKNOWN,
        examination: Examination | None = None,
        waivers: Mapping[str, Waiver] | None = None,
    ) -> None:
        """`examination` tells what is favourable. Raises KeyError for a fact the vocabulary lacks."""
        self._vocabulary = vocabulary
        self._waivers = waivers or {}
        self._values: dict[FactRef, FactValue] = {}
        for key, raw in stated.items():
            name, _, topic = key.partition(".")
            self._values[name, topic or None] = _value(raw, vocabulary[name], vocabulary)
        if rest is Rest.FAVOURABLE and examination is not None:
            for ref, value in _favourable(vocabulary, examination).items():
                self._values.setdefault(ref, value)

    def fact(self, name: str, of: str | None = None) -> FactValue:
        found = self._values.get((name, of))
        if found is None:
            found = self._values[name, of] = unknown(name, self._vocabulary)
        return found

    def waiver(self, leaf_key: str) -> Waiver | None:
        return self._waivers.get(leaf_key)


def unknown(name: str, vocabulary: Vocabulary) -> FactValue:
    """A fact nobody answered yet."""
    roots = vocabulary.roots(name)
    return FactValue(None, unknown=Unknown.NOT_ASKED, inputs=roots, ask=roots)


def _favourable(vocabulary: Vocabulary, examination: Examination) -> dict[FactRef, FactValue]:
    """For each fact the answer with which its leaves come out best.

    For facts that count both ways it is the answers that carry the title furthest, the leaves only where
    these are equal.
    """
    weighed: dict[FactRef, list[FactValue]] = {}
    for ref, leaves in by_fact(examination.leaves).items():
        inputs = vocabulary.roots(ref[0])
        answers = sorted(
            distinct_answers(vocabulary[ref[0]], leaves),
            key=lambda answer: -sum(verdict.rank for verdict in verdicts_of(answer, leaves)),
        )
        weighed[ref] = [FactValue(each.value, proof=Proof.CLAIMED, inputs=inputs) for each in answers]
    found = {ref: answers[0] for ref, answers in weighed.items()}
    both_ways = [split.fact for split in examination.splits]
    furthest = WORST
    for choice in product(*(weighed[ref] for ref in both_ways)):
        facts = StatedFacts(vocabulary, {})
        facts._values = found | dict(zip(both_ways, choice, strict=True))
        verdict = examination.whole.of_one(facts)
        if verdict > furthest:
            furthest, found = verdict, facts._values
        if furthest is examination.best:
            break
    return found


def _value(raw: Any, fact: Fact, vocabulary: Vocabulary) -> FactValue:
    if isinstance(raw, FactValue):
        return raw
    if raw == "unknown" or raw is None:
        return unknown(fact.id, vocabulary)
    inputs = vocabulary.roots(fact.id)
    if raw == "disputed":
        return FactValue(None, disputed=True, inputs=inputs)
    if isinstance(raw, Mapping) and "disputed" in raw:
        return FactValue(None, disputed=True, inputs=inputs, ask=tuple(raw["disputed"]))
    if isinstance(raw, Mapping):
        band = Band(_plain(raw["safe"], fact), _plain(raw["longest"], fact))
        return FactValue(band, proof=Proof.CLAIMED, inputs=inputs)
    return FactValue(_plain(raw, fact), proof=Proof.CLAIMED, inputs=inputs)


def _plain(raw: Any, fact: Fact) -> Any:
    if not isinstance(raw, str):
        return raw
    match fact.type:
        case FactType.BOOL | FactType.TRUTH | FactType.JUDGEMENT:
            if raw not in ("yes", "no"):
                raise ValueError(f"{fact.id}: {raw!r} is neither yes nor no")
            return raw == "yes"
        case FactType.MONTHS:
            months, _, days = raw.replace("m", " ").replace("d", " ").strip().partition(" ")
            return Duration(int(months), int(days.strip() or 0))
        case FactType.WHOLE:
            return int(raw)
        case FactType.NUMBER | FactType.PERCENT:
            return Decimal(raw)
        case FactType.DATE | FactType.DATE_OR_NONE:
            return fact.shape().read(raw) if raw == "none" else date.fromisoformat(raw)
        case FactType.SET:
            return frozenset(raw.split())
        case FactType.CHOICE if raw not in fact.options:
            raise ValueError(f"{fact.id}: {raw!r} is not one of {', '.join(fact.options)}")
    return raw
