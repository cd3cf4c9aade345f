"""The household of a case as text and as data: who is linked, what they hold, what derives from it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from desktop.cases.casefile import CaseFile
from desktop.texts import Texts, mark

from .household import Person, people
from .reference import Reference
from .words.findings import FindingWords
from .words.lines import wrapped
from .words.names import LawNames
from .words.records import OPTIONS


def as_text(reference: Reference, case: CaseFile, on: date, texts: Texts) -> str:
    """Empty for a case of whose household no other case is at hand."""
    return "\n".join(_lines(reference, case, on, texts)) if case.relatives else ""


def as_data(reference: Reference, case: CaseFile, on: date) -> list[dict[str, Any]]:
    """Per person: file, relation (empty for the client), holds (status code or null) and derived titles."""
    if not case.relatives:
        return []
    return [
        {
            "file": each.ref or None,
            "relation": each.relation or None,
            "holds": each.holds.status_code if each.holds is not None else None,
            "derived": [
                {"id": result.norm.id, "verdict": result.verdict.value}
                for result in each.derived
                if result.verdict is not None
            ],
        }
        for each in people(reference, case, on)
    ]


def _lines(reference: Reference, case: CaseFile, on: date, texts: Texts) -> Iterator[str]:
    names, words = LawNames.of(reference, texts), FindingWords(reference.pack, texts)
    yield texts(mark("Household, as the files beside this one say"))
    for each in people(reference, case, on):
        yield from wrapped(_person(each, names, texts), 2)
        for result in each.derived:
            verdict = words.verdict(result.verdict)
            yield from wrapped(f"{words.title(result)}: {verdict}", 6, "·")


def _person(person: Person, names: LawNames, texts: Texts) -> str:
    who = texts(OPTIONS[person.relation]) if person.relation else texts(mark("this case"))
    if person.holds is None:
        return texts(mark("{who}: no paper of the day recorded"), who=who)
    paper = names.paper_of(person.holds)
    end = person.holds.period.last_day
    if end is None or end.day is None:
        return f"{who}: {paper}"
    return texts(mark("{who}: {paper} until {day}"), who=who, paper=paper, day=texts.day(end.day))
