"""The day with which the special rules for holders of § 104c are announced to end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from ..cases.status import TITLE
from ..texts import mark
from .derivation import step
from .duedates import DueDate, Nature, Stage, StageKind, safe
from .effects import HOLDER_104C
from .outlook import Outlook
from .rollover import place_notes, steps_to_safe_day

KINDS: Mapping[str, str] = MappingProxyType({"c104_rules": mark("Rules for § 104c holders end")})

RULES_UNTIL = date(2027, 6, 30)
"""Last day of § 25a(5), (6) and § 25b(7), (8): the repeal is enacted, not yet in the consolidated text."""


def special_rules_end(view: Outlook) -> Iterator[DueDate]:
    """For whoever holds § 104c, or applied in time and waits: the last day for a decision under them."""
    if view.on > RULES_UNTIL or view.holds({HOLDER_104C.removeprefix(TITLE)}) is None:
        return
    by = safe(RULES_UNTIL, view.place)
    cite = "§ 25a Abs. 5, 6, § 25b Abs. 7, 8 AufenthG"
    yield DueDate(
        kind="c104_rules",
        nature=Nature.VALIDITY,
        day=RULES_UNTIL,
        name=step(KINDS["c104_rules"]),
        action=step(mark("Press for a decision on § 25a or § 25b by {day}."), cite, day=by),
        cite=cite,
        code=HOLDER_104C,
        title_id="104c_holder",
        safe_day=by,
        start_on=safe(RULES_UNTIL - timedelta(weeks=26), view.place),
        stages=(Stage(StageKind.RED, safe(RULES_UNTIL - timedelta(weeks=12), view.place)),),
        derivation=(
            step(
                mark("It is announced that these rules no longer apply to decisions after {day}."),
                cite,
                day=RULES_UNTIL,
            ),
            *steps_to_safe_day(RULES_UNTIL, view.place),
        ),
        notes=(
            step(mark("Not yet in the consolidated text: look whether the day has been moved.")),
            *place_notes(view.place),
        ),
    )
