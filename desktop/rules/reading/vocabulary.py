"""From vocabulary.yaml to the vocabulary: unique names, complete types, known sources, no circle."""

from __future__ import annotations

from collections.abc import Collection
from types import MappingProxyType

from desktop.cases.plaindata import Plain, Where
from desktop.cases.records import RECORDS
from desktop.texts import mark

from ..vocabulary import Fact, FactKind, FactType, Vocabulary, WrittenVocabulary
from .faults import Faults


def read_vocabulary(
    written: WrittenVocabulary, plain: Plain, document_codes: Collection[str], faults: Faults
) -> Vocabulary:
    """The vocabulary. `document_codes` are those of the document catalogue."""
    facts: dict[str, Fact] = {}
    for number, fact in enumerate(written.facts):
        if fact.id in facts:
            faults.add(
                plain,
                ("facts", number),
                mark("“{file}”, line {line}: the fact “{id}” stands twice."),
                id=fact.id,
            )
        facts[fact.id] = fact
    for number, fact in enumerate(written.facts):
        _check(fact, facts, document_codes, plain, ("facts", number), faults)
    if not faults.found:
        _check_circles(facts, plain, faults)
    return Vocabulary(MappingProxyType(facts))


def _check(
    fact: Fact,
    facts: dict[str, Fact],
    document_codes: Collection[str],
    plain: Plain,
    where: Where,
    faults: Faults,
) -> None:
    def fault(sentence: str, **values: object) -> None:
        faults.add(plain, where, sentence, id=fact.id, **values)

    derived = fact.kind is FactKind.DERIVED
    if derived and not fact.from_:
        fault(mark("“{file}”, line {line}: the derived fact “{id}” does not say what it is computed from."))
    if not derived and fact.from_:
        fault(mark("“{file}”, line {line}: the fact “{id}” is answered, not computed; it has no “from”."))
    if not derived and fact.question is None:
        fault(mark("“{file}”, line {line}: the fact “{id}” has no question."))
    if not derived and fact.of:
        fault(mark("“{file}”, line {line}: only a derived fact has topics, “{id}” is none."))
    if fact.judgement and fact.type is not FactType.JUDGEMENT:
        fault(mark("“{file}”, line {line}: the judgement “{id}” must have the type judgement."))
    if fact.kind is FactKind.INPUT and fact.type is FactType.JUDGEMENT:
        fault(mark("“{file}”, line {line}: “{id}” has the type judgement but is asked as a plain question."))
    if fact.type in (FactType.CHOICE, FactType.SET) and not fact.options:
        fault(mark("“{file}”, line {line}: the fact “{id}” needs options."))
    if set(fact.option_labels) - set(fact.options):
        fault(mark("“{file}”, line {line}: the fact “{id}” names an option it does not have."))
    if fact.record is not None and fact.record not in RECORDS:
        fault(mark("“{file}”, line {line}: there is no record “{record}”."), record=fact.record)
    if fact.type is FactType.RECORD and fact.record is None:
        fault(mark("“{file}”, line {line}: the fact “{id}” does not name its record."))
    if isinstance(fact.changes, dict):
        for word in sorted(set(fact.changes).difference(fact.change_words)):
            fault(
                mark("“{file}”, line {line}: “changes” of “{id}” names “{word}”, which is no answer to it."),
                word=word,
            )
    for source in fact.from_:
        if source not in facts:
            fault(
                mark("“{file}”, line {line}: “{id}” is computed from “{source}”, which is no fact."),
                source=source,
            )
    for code in fact.documents:
        if document_codes and code not in document_codes:
            fault(mark("“{file}”, line {line}: the catalogue has no document “{code}”."), code=code)


def _check_circles(facts: dict[str, Fact], plain: Plain, faults: Faults) -> None:
    done: set[str] = set()

    def visit(name: str, way: tuple[str, ...]) -> None:
        if name in way or len(way) > 40:
            circle = " → ".join((*way[way.index(name) if name in way else 0 :], name))
            faults.add(
                plain,
                (),
                mark("“{file}”: facts are computed from each other in a circle ({way})."),
                way=circle,
            )
        elif name not in done:
            for source in facts[name].from_:
                visit(source, (*way, name))
            done.add(name)

    for name in facts:
        visit(name, ())
