"""What of the rule pack every statement rests on, as a hash: a rule that changed flags its statements.

resources/handouts/relied.yaml holds, for each statement, the hash of everything it rests on as it was when a
person last read the statement against the law. A flagged statement is not printed: the sheet says that there
is no certain answer yet.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from desktop import resources
from desktop.cases.plaindata import read_plain_file
from desktop.rules.entries import Entry, Name
from desktop.rules.norms import Norm
from desktop.rules.packs import Pack
from desktop.rules.reading.faults import Faults
from desktop.rules.rows import StatusRow

from .statements import Statement, handouts

FILE = "relied.yaml"
NORM, PAPER = "norm:", "paper:"
"""How `relies` names a norm and a paper; without one of these it is a row or a warning."""


class WrittenReliance(Entry):
    """relied.yaml."""

    relied: Mapping[Name, Name]


@cache
def recorded() -> Mapping[str, str]:
    """The hash of what each statement rested on when it was last read against the law. Raises Problems."""
    faults = Faults()
    written = faults.read(read_plain_file(resources.path("handouts", FILE)), WrittenReliance)
    faults.stop()
    return written.relied if written is not None else {}


def changed(pack: Pack) -> frozenset[str]:
    """The ids of the statements that rest on something this pack has otherwise, or not at all."""
    found = _CHANGED.get(pack.digest)
    if found is None:
        relied = recorded()
        found = _CHANGED[pack.digest] = frozenset(
            name for name, now in current(pack).items() if relied.get(name) != now
        )
    return found


_CHANGED: dict[str, frozenset[str]] = {}


def current(pack: Pack) -> dict[str, str]:
    """The hash of what each statement rests on in this pack, by statement."""
    return {each.id: basis(pack, each) for statements in handouts().topics.values() for each in statements}


def basis(pack: Pack, statement: Statement) -> str:
    """The hash of what a statement rests on: rows with their conditions and days, versions, papers."""
    parts = json.dumps(list(_parts(pack, statement)), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(parts.encode()).hexdigest()[:12]


def _parts(pack: Pack, statement: Statement) -> Iterator[Any]:
    rows = {each.row.id: each.row for each in pack.tables.consequences}
    warnings = {each.row.id: each.row for each in pack.tables.warnings}
    named = () if statement.for_ == "all" else statement.for_
    for name in (*statement.rows, *statement.relies):
        if name.startswith(NORM):
            yield name, _norm(pack, name.removeprefix(NORM))
        elif name.startswith(PAPER):
            paper = pack.documents.get(name.removeprefix(PAPER))
            yield name, paper.model_dump(mode="json", exclude={"note"}) if paper is not None else None
        else:
            yield name, _row(rows.get(name) or warnings.get(name))
    for name in named if not statement.rows else ():
        yield name, _norm(pack, name) if name in pack.norm_ids else _status(pack, name)


def _row(row: StatusRow | None) -> Any:
    if row is None:
        return None
    return [row.model_dump(mode="json", exclude={"note", "if_"}), repr(row.if_)]


def _norm(pack: Pack, name: str) -> Any:
    """A norm by its section and the days of its versions: a new version of the rule changes it."""
    if name not in pack.norm_ids:
        return None
    norm: Norm = pack.norm(name)
    days = [
        (each.in_force.since.isoformat(), each.in_force.until.isoformat() if each.in_force.until else "")
        for each in norm.versions
    ]
    return [norm.cite, days]


def _status(pack: Pack, name: str) -> Any:
    """A status by its section, a group by its statuses."""
    found = pack.terms.statuses.get(name)
    return found.cite if found is not None else sorted(pack.terms.groups.get(name, ()))
