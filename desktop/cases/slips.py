"""What fits each question and yet cannot be: a state that is none, a paper from before the birth.

Only what cannot be true is told here, and only when a document is read: whoever writes by hand gets a
sentence where the rules would silently count something as absent. What is merely unusual (overlaps, gaps)
is no slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.texts import mark

from .casefile import CaseFile
from .names import clean
from .periods import PartialDate
from .shapes import Shape, ShapeError
from .status import TITLE
from .time_slips import time_slips

Place = tuple[tuple[str | int, ...], ShapeError]
"""Where something stands in the document, and what is wrong with it."""

OTHER_TITLE = "other"
_SECTION = re.compile(r"(\d{1,3}[a-z]?)(_\d{1,2}[a-z]?)*")
_BEFORE_BIRTH = mark("This lies before the date of birth.")
_TWICE = mark("“{found}” stands here twice.")


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a case document may name: the inputs with their shapes, the judgements, and what is derived.

    What is empty is not checked.
    """

    shapes: Mapping[str, Shape]
    judgements: frozenset[str]
    derived: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    leaves: frozenset[str] = frozenset()
    """The conditions that a person may find not to stand in the way."""
    states: frozenset[str] = frozenset()
    authorities: tuple[str, ...] = ()
    places: frozenset[str] = frozenset()
    """The calendars of holidays."""


def slips(case: CaseFile, inputs: Inputs, present: date) -> Iterator[Place]:
    """Every slip of a case that was read. `present`: the latest day that is not the future."""
    yield from _strange_words(case, inputs)
    yield from _impossible_days(case, present)
    yield from _twice(case)
    yield from time_slips(case, inputs.places)
    for number, link in enumerate(case.household):
        if link.case in (".", "..") or any(sign in link.case for sign in "/\\"):
            sentence = mark("Only the name of a file in the same folder is possible here.")
            yield ("household", number, "file"), ShapeError(sentence)


def _strange_words(case: CaseFile, inputs: Inputs) -> Iterator[Place]:
    if inputs.states:
        for state in case.value("nationalities") or ():
            if state not in inputs.states:
                sentence = mark("“{found}” is no state; write two capital letters, e.g. UA, or stateless.")
                yield ("facts", "nationalities"), ShapeError(sentence, found=_short(state))
    authority = case.value("responsible_abh")
    if inputs.authorities and authority is not None and authority not in inputs.authorities:
        yield ("facts", "responsible_abh"), _impossible(authority, inputs.authorities)
    if inputs.titles:
        yield from _strange_titles(case, inputs.titles)
    if inputs.leaves:
        sentence = mark("There is no condition of this name that a person may lift.")
        yield from ((("waivers", leaf), ShapeError(sentence)) for leaf in case.waivers.keys() - inputs.leaves)


def _strange_titles(case: CaseFile, titles: frozenset[str]) -> Iterator[Place]:
    """Titles that do not exist; one of a section the pack does not have (16g) is none of its business."""
    papers = (*sorted(titles), OTHER_TITLE)
    for number, status in enumerate(case.value("status_periods") or ()):
        if status.title_id is not None and not _may_exist(status.title_id, papers):
            options = [TITLE + each for each in papers]
            yield ("facts", "status_periods", number, "status_code"), _impossible(status.status_code, options)
    for number, each in enumerate(case.value("applications") or ()):
        if not _may_exist(each.title_id, papers):
            yield ("facts", "applications", number, "title_id"), _impossible(each.title_id, papers)
    held = (*papers, "D60d", "none")
    for number, each in enumerate(case.value("family_members") or ()):
        if each.title_id is not None and not _may_exist(each.title_id, held):
            yield ("facts", "family_members", number, "title_id"), _impossible(each.title_id, held)


def _may_exist(title: str, known: tuple[str, ...]) -> bool:
    section = _SECTION.fullmatch(title)
    foreign = section is not None and section[1] not in {each.partition("_")[0] for each in known}
    return foreign or title in known


def _impossible_days(case: CaseFile, present: date) -> Iterator[Place]:
    for number, member in enumerate(case.value("family_members") or ()):
        if member.birth_date is not None and member.birth_date.earliest > present:
            sentence = mark("The date of birth lies in the future.")
            yield ("facts", "family_members", number, "birth_date"), ShapeError(sentence)
    born = case.value("birth_date")
    if isinstance(born, PartialDate):
        for place, day in _days_of_life(case):
            if isinstance(day, PartialDate) and day.latest < born.earliest:
                yield ("facts", *place), ShapeError(_BEFORE_BIRTH)
    for number, each in enumerate(case.value("applications") or ()):
        if each.decided_on is not None and each.decided_on.latest < each.filed_on.earliest:
            sentence = mark("The decision lies before the application.")
            yield ("facts", "applications", number, "decided_on"), ShapeError(sentence)


def _days_of_life(case: CaseFile) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Days that only somebody who is born can have; not in any case those of relatives."""
    yield ("entry_date",), case.value("entry_date")
    for name in ("status_periods", "employment_periods", "education_periods"):
        for number, each in enumerate(case.value(name) or ()):
            yield (name, number, "from"), each.period.start
    for number, each in enumerate(case.value("applications") or ()):
        yield ("applications", number, "filed_on"), each.filed_on


def _twice(case: CaseFile) -> Iterator[Place]:
    sections: dict[str, Iterable[str]] = {
        "papers": (paper.id for paper in case.papers),
        "requests": (request.title_id for request in case.requests),
        "household": (link.case for link in case.household),
        "letters": (letter.id for letter in case.letters),
        "entries": (entry.id for entry in case.entries),
    }
    for section, names in sections.items():
        seen: set[str] = set()
        for number, name in enumerate(names):
            if name in seen:
                yield (section, number), ShapeError(_TWICE, found=_short(name))
            seen.add(name)


def _impossible(found: str, options: Iterable[str]) -> ShapeError:
    sentence = mark("“{found}” is not possible here; possible are: {options}.")
    return ShapeError(sentence, found=_short(found), options=", ".join(options))


def _short(word: str) -> str:
    return clean(word)[:40]
