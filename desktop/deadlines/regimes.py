"""Which asylum law a decision follows: the former or the present one, or both where that is open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..cases.letters import DecisionLetter
from ..texts import mark
from .derivation import Step, step
from .remedy_table import Regime, RemedyTable, Row


def rows_of(letter: DecisionLetter, table: RemedyTable) -> tuple[Row, ...]:
    """The rows a letter follows; of two the first says what a missing instruction leaves open.

    Empty if the table does not know the decision. Of two the one of the present law stands first, for its
    limits are the shorter ones.
    """
    row = table.row(letter.decision)
    if row is None or row.regime is None:
        return () if row is None else (row,)
    other = table.row(row.regime.other)
    assert other is not None  # the reader has checked it
    present, former = (row, other) if row.regime.holds == "new" else (other, row)
    since = table.regime.since
    if _older_than(letter, since):
        return (former,)
    began = letter.procedure_began
    if began is None or row.regime.anchor == "open":
        return (present, former)
    if began.earliest >= since:
        return (present,)
    return (former,) if began.latest < since else (present, former)


def told(letter: DecisionLetter, regime: Regime, rows: tuple[Row, ...]) -> Iterator[Step]:
    """Why a letter follows the rows it follows; nothing where no regime plays a role."""
    if not rows or rows[0].regime is None:
        return
    cite, began = regime.cite, letter.procedure_began
    if len(rows) == 2:
        open_text = mark(
            "Whether the law before or since {since} holds is open: both are computed, the shorter counts."
        )
        yield step(open_text, cite, since=regime.since)
    elif rows[0].regime.holds == "new":
        assert began is not None
        text = mark("The procedure began on or after {day}: the law since {since} holds.")
        yield step(text, cite, day=began.earliest, since=regime.since)
    elif _older_than(letter, regime.since):
        yield step(
            mark("The decision is older than {since}: the former law holds."), cite, since=regime.since
        )
    else:
        assert began is not None
        text = mark("The procedure began on {day} or earlier: the law before {since} holds.")
        yield step(text, cite, day=began.latest, since=regime.since)


def _older_than(letter: DecisionLetter, since: date) -> bool:
    """Whether the decision was made before a day, so that its procedure began before it too."""
    noted = (letter.dated_on, letter.sent_on, letter.served_on, letter.received_on, letter.represented_on)
    known = [day for day in noted if day is not None]
    began = letter.procedure_began
    return bool(known) and min(known) < since and (began is None or began.earliest < since)
