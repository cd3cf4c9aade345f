"""The cases of one household: linked to each other, and what each person could derive from the others."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from desktop.cases.casefile import CaseFile, Relative
from desktop.cases.people import HouseholdLink
from desktop.cases.status import StatusPeriod
from desktop.errors import Problem
from desktop.rules.assess import assess_title
from desktop.rules.facts.view import CaseDay
from desktop.rules.norms import NotCovered
from desktop.rules.packs import Pack
from desktop.rules.results import TitleResult
from desktop.rules.verdict import WORST
from desktop.store import clients as stored
from desktop.store.problems import ClientGone
from desktop.texts import mark

from . import caseload, clients
from .assessment import decision_kinds
from .office import Session
from .reference import Reference
from .relatives import client_named, with_household

FROM_THE_OTHER_SIDE = {
    "spouse_partner": "spouse_partner",
    "child": "parent",
    "parent": "child",
    "sibling": "sibling",
    "other": "other",
}
"""What the client is to a person, by what that person is to the client."""

_ANCHOR = "anchor_title"
"""The fact every title reads that derives from what a relative holds."""


class Person(NamedTuple):
    """Somebody of the household whose own case is at hand; `relation` is how they stand to the client, empty
    for the client.

    `holds` is the paper of the day, if one is recorded; `derived` are the titles that are not out of the
    question for this person because of what somebody else of the household holds, best first.
    """

    ref: str
    name: str
    relation: str
    holds: StatusPeriod | None
    derived: tuple[TitleResult, ...]


def people(reference: Reference, case: CaseFile, on: date, ref: str = "") -> list[Person]:
    """The client, then the relatives in the order of the links. `ref`: what their links name the case by."""
    cases = {each.link.case: each.case for each in case.relatives} | {ref: case}
    return [
        _person(reference, ref, "", case, on),
        *(
            _person(reference, each.link.case, each.link.relation, _from_their_side(each, ref, cases), on)
            for each in case.relatives
        ),
    ]


def _person(reference: Reference, ref: str, relation: str, case: CaseFile, on: date) -> Person:
    held = [status for status in case.status_periods if status.period.shortest.covers(on)]
    holds = max(held, key=lambda status: status.period.start, default=None)
    return Person(ref, case.client.name, relation, holds, derived_titles(reference, case, on))


def derived_titles(reference: Reference, case: CaseFile, on: date) -> tuple[TitleResult, ...]:
    """The titles that derive from a relative's and are not out of the question, best first."""
    day = CaseDay(reference.pack, case, on)
    kinds = decision_kinds(reference, case, on)
    results = []
    for norm_id in _deriving(reference.pack):
        kind = reference.pack.norm(norm_id).decision(kinds[norm_id])
        try:
            result = assess_title(reference.pack, norm_id, day.facts(norm_id, kind), on, kind)
        except NotCovered:
            continue
        if result.verdict is not None and result.verdict is not WORST:
            results.append(result)
    results.sort(key=lambda result: -(result.verdict.rank if result.verdict is not None else 0))
    return tuple(results)


def link(session: Session, client_id: str, other_id: str, relation: str, now: datetime) -> None:
    """Note on both cases that they are of one household, in one step that can be undone.

    `relation`: how the other person stands to the client. Raises Problem if one of them is gone (deleted, or
    never there) or both are the same.
    """
    client_id, other_id = str(_listed(session, client_id)), str(_listed(session, other_id))
    if client_id == other_id:
        raise Problem(mark("A client cannot be linked with the own file."))
    _change(
        session,
        now,
        {
            client_id: _with(session, client_id, HouseholdLink(relation, other_id)),
            other_id: _with(session, other_id, HouseholdLink(FROM_THE_OTHER_SIDE[relation], client_id)),
        },
    )


def unlink(session: Session, client_id: str, other_id: str, now: datetime) -> None:
    """Take the link out of both cases, in one step that can be undone."""
    changed = {client_id: _without(session, client_id, other_id)}
    with suppress(ClientGone, ValueError):  # deleted for good, or the name of a file from before an import
        changed[other_id] = _without(session, other_id, client_id)
    _change(session, now, changed)


def _from_their_side(relative: Relative, ref: str, cases: Mapping[str, CaseFile]) -> CaseFile:
    """A relative's case with the household as that person sees it; a link holds in both directions."""
    theirs = relative.case
    if all(each.case != ref for each in theirs.household):
        back = HouseholdLink(FROM_THE_OTHER_SIDE[relative.link.relation], ref)
        theirs = replace(theirs, household=(*theirs.household, back))
    return theirs.with_relatives(cases)


def _deriving(pack: Pack) -> list[str]:
    return [norm.id for norm in pack.norms if any(leaf.fact == _ANCHOR for leaf in norm.leaves())]


def _listed(session: Session, client_id: str) -> UUID:
    """The client of an id, none that lies in the recycle bin. Raises ClientGone."""
    client = client_named(client_id)
    if client is None or not stored.listed(session.office, client):
        raise ClientGone
    return client


def _with(session: Session, client_id: str, added: HouseholdLink) -> CaseFile:
    case = stored.load(session.office, UUID(client_id))
    others = tuple(each for each in case.household if each.case != added.case)
    return replace(case, household=(*others, added))


def _without(session: Session, client_id: str, other_id: str) -> CaseFile:
    case = stored.load(session.office, UUID(client_id))
    return replace(case, household=tuple(each for each in case.household if each.case != other_id))


def _change(session: Session, now: datetime, cases: Mapping[str, CaseFile]) -> None:
    with session.office.change("household", session.user, now) as change:
        for client_id, case in cases.items():
            whole = with_household(session.office, case)
            derived = caseload.derive(session.reference, whole, now.date())
            stored.write(change, UUID(client_id), case, derived)
    linked = {each for client_id in cases for each in stored.linked_with(session.office, UUID(client_id))}
    clients.derive_again(session, linked - {UUID(client_id) for client_id in cases}, now)
