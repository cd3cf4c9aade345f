"""Which statements stand on the hand-out of a case on a day, and for what paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from desktop.cases.casefile import CaseFile
from desktop.cases.status import TITLE, StatusPeriod
from desktop.errors import Problem
from desktop.rules.consequences import ShownConsequence, consequences_of
from desktop.rules.entries import in_force_on
from desktop.rules.held import held_status
from desktop.rules.packs import Pack
from desktop.rules.tables import Topic
from desktop.rules.verdict import Verdict
from desktop.texts import mark

from ..assessment import assess, decision_kinds, facts_of
from ..reference import Reference
from .reliance import changed
from .statements import HandoutTopic, Statement, handouts

CONTINUING = ("F81_4", "F81_4_late")
"""Statuses under which the title held before goes on, with its rights and duties."""
_OF_THE_PAPER = (Topic.VALIDITY, Topic.EXTENSION, Topic.FICTION, Topic.TIME)
"""What a continuing title says of itself, and no longer of the certificate."""
RECOGNISED = "F25_1_3"
"""Permitted by law after a recognition, until the card is there: the title to come is known, not yet held."""
_OF_THE_RECOGNITION = (Topic.FAMILY, Topic.RESIDENCE, Topic.REVOCATION)
"""What the recognition itself brings, before the card: the three months for the family above all."""
_TITLES_OF_RECOGNITION = ("25_1", "25_2_1", "25_2_2")
_MUST_SAY = (
    HandoutTopic.WORK,
    HandoutTopic.COURSE,
    HandoutTopic.BENEFITS,
    HandoutTopic.FAMILY,
    HandoutTopic.TRAVEL,
    HandoutTopic.LIVING,
)
"""What everybody asks: where nothing is known the sheet says so."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a hand-out is about: what is held today (`period`), or a title that comes into question."""

    code: str  # status code; a title as title:<id>
    period: StatusPeriod | None = None
    continues: str = ""  # id of the title that goes on under a certificate

    @property
    def title_id(self) -> str:
        """The title's id, empty for a status."""
        return self.code.removeprefix(TITLE) if self.code.startswith(TITLE) else ""

    @property
    def name(self) -> str:
        """As statements name it: the id of a title or the code of a status."""
        return self.title_id or self.code


@dataclass(frozen=True, slots=True)
class Chosen:
    """A statement on a sheet. `open`: it is not settled whether it applies; `cites` without repetition.

    `changed`: the rule it rests on is not the one it was written for, so it must not be printed.
    """

    statement: Statement
    cites: tuple[str, ...]
    open: bool = False
    changed: bool = False


def subject_held(case: CaseFile, today: date) -> Subject | None:
    """What the client holds, or held last, by the history that is recorded; None if there is none."""
    begun = case.begun_by(today)
    if not begun:
        return None
    held = begun[-1]
    titles = [each.title_id for each in begun if each.title_id]
    continues = titles[-1] if held.status_code in CONTINUING and titles else ""
    return Subject(held.status_code, held, continues or "")


def subject_asked(title_id: str) -> Subject:
    """A title that comes into question."""
    return Subject(TITLE + title_id)


def explains(pack: Pack, subject: Subject) -> bool:
    """Whether there is a statement that says what this paper is."""
    names = _names(pack, subject.name)
    papers = handouts().topics[HandoutTopic.PAPER]
    return any(each.for_ != "all" and not names.isdisjoint(each.for_) for each in papers)


def chosen(
    reference: Reference, case: CaseFile, subject: Subject, today: date
) -> dict[HandoutTopic, list[Chosen]]:
    """The statements of every heading for this case and paper by the law of the day, in order.

    A heading everybody asks about that has no statement is there with an empty list. Raises Problem for a
    paper that no statement explains.
    """
    if not explains(reference.pack, subject):
        raise Problem(
            mark("There is no hand-out for this paper yet."),
            mark("Choose the title that is asked for, or print the checklist."),
        )
    names = _names(reference.pack, subject.name)
    shown = {each.row.id: each for each in _consequences(reference, case, subject, today)}
    flagged = changed(reference.pack)
    found: dict[HandoutTopic, list[Chosen]] = {}
    for topic, statements in handouts().topics.items():
        said = [each for each in (_choice(one, names, shown, today) for one in statements) if each]
        said = [replace(each, changed=True) if each.statement.id in flagged else each for each in said]
        if said or topic in _MUST_SAY:
            found[topic] = said
    return found


def _choice(
    statement: Statement, names: frozenset[str], shown: dict[str, ShownConsequence], today: date
) -> Chosen | None:
    if not names.isdisjoint(statement.not_for):
        return None
    rows = [shown[name] for name in statement.rows if name in shown]
    if rows:
        sure = [each for each in rows if not each.open]
        cites = dict.fromkeys(each.row.cite for each in sure or rows)
        own = statement.cites == "sections"
        return Chosen(statement, (statement.sections,) if own else tuple(cites), open=not sure)
    meant = statement.for_ == "all" or not names.isdisjoint(statement.for_)
    if meant and in_force_on(today, statement.in_force):
        return Chosen(statement, (statement.sections_for or statement.sections,))
    return None


def _names(pack: Pack, name: str) -> frozenset[str]:
    """A title or status with the groups of statuses it belongs to."""
    return frozenset({name} | {group for group, codes in pack.terms.groups.items() if name in codes})


def _consequences(
    reference: Reference, case: CaseFile, subject: Subject, today: date
) -> Iterable[ShownConsequence]:
    if subject.title_id:
        return _of_title(reference, case, subject.title_id, today)
    if subject.continues:
        return _going_on(_of_title(reference, case, subject.continues, today))
    if subject.code == RECOGNISED:
        coming = _title_to_come(reference, case, today)
        rows = _of_title(reference, case, coming, today)
        return [each for each in rows if each.row.topic in _OF_THE_RECOGNITION]
    title = reference.pack.norms[0].id  # what is held does not depend on the title asked for
    kind = decision_kinds(reference, case, today)[title]
    status = held_status(reference.pack, facts_of(reference, case, today, title, kind), today)
    return status.consequences if subject.code in status.codes else ()


def _title_to_come(reference: Reference, case: CaseFile, today: date) -> str:
    """The title a recognition leads to: the one asked for, else the only one not closed; else empty."""
    asked = [each.title_id for each in case.requests if each.title_id in _TITLES_OF_RECOGNITION]
    if asked:
        return asked[0]
    found = (assess(reference, case, today, title=each).titles[0] for each in _TITLES_OF_RECOGNITION)
    open_titles = [each.norm.id for each in found if each.verdict is not Verdict.NOT_AVAILABLE]
    return open_titles[0] if len(open_titles) == 1 else ""


def _of_title(
    reference: Reference, case: CaseFile, title_id: str, today: date
) -> tuple[ShownConsequence, ...]:
    if title_id not in reference.pack.norm_ids:
        return ()
    kind = decision_kinds(reference, case, today)[title_id]
    facts = facts_of(reference, case, today, title_id, kind)
    return consequences_of(reference.pack, facts, title_id, today)


def _going_on(rows: Iterable[ShownConsequence]) -> Iterator[ShownConsequence]:
    return (each for each in rows if each.row.topic not in _OF_THE_PAPER)
