"""The 90 days without a title for people from Ukraine, where only the entry is recorded and no paper yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from ..texts import mark
from .derivation import step, uncertain
from .duedates import DueDate, Nature, Stage, StageKind, safe
from .effects import F81_3_1
from .outlook import Outlook
from .rollover import place_notes, steps_to_safe_day
from .ukraine import FIRST_ENTRY, UKR_LAST_DAY, ukr_exemption_end

_FROM_THE_FIRST_ENTRY = step(
    mark("The 90 days count from the very first entry since 24 February 2022: was there an earlier one?"),
    "§ 2 Abs. 1, 2 UkraineAufenthÜV",
)


def ukraine_exemption(view: Outlook) -> Iterator[DueDate]:
    """UkraineAufenthÜV §§ 2, 4: 90 days from the first entry, that day counted, never beyond 4 March 2027."""
    exemption = view.given.exemption
    if exemption is None or exemption.applies is False or view.periods or exemption.refused_by(view.on):
        return
    first = exemption.first_entry or exemption.entry
    day = None if first is None else ukr_exemption_end(first.earliest)
    if first is None or day is None:
        return
    by = safe(day, view.place)
    sure = exemption.first_entry is not None
    yield DueDate(
        kind="ukr_exemption",
        nature=Nature.VALIDITY,
        day=day,
        name=step(mark("90 days without a title end")),
        action=step(mark("Apply under § 24 by {day}."), "§ 81 Abs. 3 S. 1 AufenthG", day=by),
        cite="§§ 2, 4 UkraineAufenthÜV",
        latest=None if first.exact else ukr_exemption_end(first.latest),
        safe_day=by,
        start_on=first.earliest,
        stages=(Stage(StageKind.RED, safe(day - timedelta(weeks=4), view.place)),),
        derivation=(
            step(
                mark("First entry on {day}.")
                if sure
                else mark("Entry on {day}; an earlier one is possible."),
                day=first.earliest,
            ),
            step(mark("90 days, the day of entry counted: {day}."), "§ 2 Abs. 1, 2 UkraineAufenthÜV", day=day)
            if day < UKR_LAST_DAY
            else step(
                mark("The ordinance ends with {day}, and with it the 90 days."),
                "§ 4 Abs. 2 UkraineAufenthÜV",
                day=day,
            ),
            *steps_to_safe_day(day, view.place),
        ),
        notes=(
            *uncertain(first),
            *(() if sure else (_FROM_THE_FIRST_ENTRY,)),
            step(mark("A refusal of a title ends the 90 days at once."), "§ 2 Abs. 3 UkraineAufenthÜV"),
            *place_notes(view.place),
        ),
        ask=() if sure else (FIRST_ENTRY,),
        settled=view.effect.id == F81_3_1,
    )
