"""Reading the table of remedies of a rule pack strictly, with file, line and key of every fault."""

from __future__ import annotations

from pathlib import Path

from ..cases.plaindata import Plain, read_plain_file
from ..cases.recordshapes import read_record, unreadable
from ..cases.shapes import ShapeError
from .announce_rules import LAENDER
from .remedy_table import Act, Counts, RemedyTable, Row, RowRemedy, Start, length_of

FILE = "remedies.yaml"


def read_remedy_table(path: Path) -> RemedyTable:
    """The table of a pack, complete. Raises Problem with file, line and key."""
    return remedy_table(read_plain_file(path))


def remedy_table(plain: Plain) -> RemedyTable:
    """The table in a file that has been read. Raises Problem with file, line and key."""
    table = read_record(plain, RemedyTable)
    try:
        _check(table)
    except ShapeError as error:
        raise unreadable(plain, error) from error
    return table


def _check(table: RemedyTable) -> None:
    """What no single field can know."""
    for name, ids in (("rows", [row.id for row in table.rows]), ("notes", [each.id for each in table.notes])):
        for number, each in enumerate(ids):
            if each in ids[:number]:
                raise ShapeError("“{name}” stands here twice.", (name, number, "id"), name=each)
    if sorted(each.land for each in table.objection) != sorted(LAENDER):
        raise ShapeError("Every Land stands here once.", ("objection",))
    known = {note.id for note in table.notes}
    for number, row in enumerate(table.rows):
        inside = ("rows", number)
        if set(row.notes) - known:
            raise ShapeError("There is no note of that name.", (*inside, "notes"))
        _check_regime(table, row, (*inside, "regime"))
        for place, remedy in enumerate(row.remedies):
            _check_remedy(row, remedy, (*inside, "remedies", place))


def _check_regime(table: RemedyTable, row: Row, where: tuple[str | int, ...]) -> None:
    if row.regime is None:
        return
    other = table.row(row.regime.other)
    if other is None or other.regime is None or other.regime.holds == row.regime.holds:
        raise ShapeError("The other row must stand under the other law.", (*where, "other"))


def _check_remedy(row: Row, remedy: RowRemedy, where: tuple[str | int, ...]) -> None:
    for name in ("period", "plan", "outer", "safe", "second"):
        try:
            length_of(getattr(remedy, name))
        except ShapeError as error:
            raise error.inside(*where, name) from None
    if not remedy.period and (remedy.plan or remedy.outer or remedy.counts is not Counts.CALENDAR):
        raise ShapeError("Without a period there is nothing to count.", (*where, "period"))
    if bool(remedy.outer) != bool(remedy.outer_cite) or bool(remedy.second) != bool(remedy.second_cite):
        raise ShapeError("A limit needs its section.", (*where, "outer_cite"))
    needed = {Start.AFTER_INTERIM: Act.INTERIM, Start.AFTER_REASONS: Act.REASONS}.get(remedy.start)
    before = row.remedies[: row.remedies.index(remedy)]
    if needed is not None and needed not in {each.act for each in before}:
        raise ShapeError("The period it follows must stand before it.", (*where, "start"))
    if sum(each.act is remedy.act for each in row.remedies) > 1:
        raise ShapeError("Each remedy stands in a row once.", where)
