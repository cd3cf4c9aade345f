"""A filing proof as plain lines in one language, as the tests of what it says read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop.cases.casefile import CaseFile
from desktop.deadlines.derivation import Step
from desktop.services.filing_proof import FilingProof
from desktop.services.reference import Reference
from desktop.services.sheets.filings import value_words
from desktop.services.words.names import LawNames, step_names
from desktop.texts import Texts


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
        yield f"On the other reading: {texts(proof.otherwise)}"
    for fact in proof.open_points:
        yield f"Would settle it: {LawNames.of(reference, texts).fact(fact)}"
    for note in proof.notes:
        yield _told(note, texts, names)
    yield ""
    for task in proof.next_steps:
        day = "" if task.by is None else f" – {texts.day_with_weekday(task.by)}"
        yield f"{_told(task.what, texts, names)}{day}"


def _told(each: Step, texts: Texts, names: Mapping[str, str]) -> str:
    text = each.show(texts, names)
    return f"{text} [{each.cite}]" if each.cite else text
