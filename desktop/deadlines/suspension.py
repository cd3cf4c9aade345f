"""How long removal has been suspended: 18 months for § 25(5), 30 months with § 60d for § 25b(6)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from ..cases.status import DULDUNG_CODES
from ..texts import mark
from .arithmetic import completed_on
from .derivation import step
from .duedates import DueDate
from .outlook import Outlook
from .waiting import absences, chain_start, reached

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "25_5_18m": mark("§ 25 Abs. 5: 18 months of suspension"),
        "60d_25b": mark("§ 25b Abs. 6: 30 months reached"),
    }
)

_SUSPENDED = (DULDUNG_CODES - {"D60b", "D_material"}) | {"F81_3_2"}
_TRIVIAL_GAP = 7  # days without paper between two Duldungen that do no harm, as the rule pack reads it


def suspended(view: Outlook) -> Iterator[DueDate]:
    """§ 25(5) s. 2: after 18 months of suspension the title is to be granted as a rule."""
    if not view.holds_any(_SUSPENDED):
        return
    held = [each.span for each in view.periods if each.code in _SUSPENDED]
    breaking = [each.span.end or date.max for each in view.longest if each.code == "D60b"]
    breaking += [end for _, end in absences(view)]
    start = chain_start(held, breaking, view, _TRIVIAL_GAP)
    if start is None:
        return
    day = completed_on(start, 18)
    yield from reached(
        view,
        kind="25_5_18m",
        title_id="25_5",
        day=day,
        name=step(KINDS["25_5_18m"]),
        cite="§ 25 Abs. 5 S. 2 AufenthG",
        derivation=(
            step(mark("Suspended without a break since {day}."), day=start),
            step(mark("Eighteen months are complete on {day}."), "§§ 187 Abs. 2, 188 Abs. 2 BGB", day=day),
        ),
        notes=(
            step(
                mark("Time with a Duldung under § 60b does not count, and a stay abroad begins it anew."),
                "§ 60b Abs. 5 S. 1 AufenthG",
            ),
        ),
        ask=() if view.value("absence_periods") is not None else ("absence_periods",),
    )


def employment_duldung(view: Outlook) -> Iterator[DueDate]:
    """§ 25b(6): 30 months with a Duldung under § 60d."""
    if not view.holds_any({"D60d"}):
        return
    start = chain_start([each.span for each in view.periods if each.code == "D60d"], [], view, 0)
    if start is None:
        return
    day = completed_on(start, 30)
    yield from reached(
        view,
        kind="60d_25b",
        title_id="25b_6",
        day=day,
        name=step(KINDS["60d_25b"]),
        cite="§ 25b Abs. 6 AufenthG",
        derivation=(
            step(mark("Held without a break since {day}."), day=start),
            step(mark("Thirty months are complete on {day}."), "§§ 187 Abs. 2, 188 Abs. 2 BGB", day=day),
        ),
        notes=(
            step(
                mark(
                    "The Duldung ends at about the same time and no application continues it: ask for its "
                    "renewal as well."
                ),
                "§ 60d, § 81 Abs. 4 AufenthG",
            ),
        ),
    )
