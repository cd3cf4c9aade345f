"""A filing proof as plain lines in one language, for a terminal and for whoever prints it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop.cases.casefile import CaseFile
from desktop.cases.periods import PartialDate
from desktop.deadlines.derivation import Named, Step
from desktop.texts import Texts, mark

from .filing_proof import FilingProof
from .reference import Reference
from .words.names import LawNames, step_names


def lines(proof: FilingProof, reference: Reference, case: CaseFile, texts: Texts) -> tuple[str, ...]:
    """The sheet as plain lines in a language; an empty line between its parts."""
    return tuple(_lines(proof, reference, case, texts))


def _lines(proof: FilingProof, reference: Reference, case: CaseFile, texts: Texts) -> Iterator[str]:
    names = step_names(reference, texts, case)
    for each in proof.known:
        value = "________" if each.value is None else value_words(each.value, texts, names)
        yield f"{texts(each.label)}: {value}"
    yield ""
    yield texts(proof.effect)
    yield _told(proof.why, texts, names)
    if proof.otherwise:
        yield texts(mark("On the other reading: {effect}"), effect=texts(proof.otherwise))
    for fact in proof.open_points:
        yield texts(mark("Would settle it: {fact}"), fact=LawNames.of(reference, texts).fact(fact))
    for note in proof.notes:
        yield _told(note, texts, names)
    yield ""
    for task in proof.next_steps:
        day = "" if task.by is None else f" – {texts.day_with_weekday(task.by)}"
        yield f"{_told(task.what, texts, names)}{day}"


def value_words(value: str | PartialDate | Named, texts: Texts, names: Mapping[str, str]) -> str:
    """What is recorded of an application, in a language."""
    match value:
        case PartialDate():
            if value.exact:
                return texts.day_with_weekday(value.earliest)
            return f"{texts.day(value.earliest)} – {texts.day(value.latest)}"
        case Named():
            return texts(names.get(value, value))
        case _:
            return texts(value)


def _told(each: Step, texts: Texts, names: Mapping[str, str]) -> str:
    text = each.show(texts, names)
    return f"{text} [{each.cite}]" if each.cite else text
