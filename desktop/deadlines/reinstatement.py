"""What is left once the day of an application or a notice to an authority has passed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..texts import mark
from .arithmetic import add_months
from .derivation import Step, step


def missed_at_the_authority(day: date, on: date) -> Iterator[Step]:
    """Reinstatement by § 32 VwVfG, if `day` (the last one, inclusive) has passed on a day; nothing before.

    Whether a period allows it is a question for a lawyer. The outer limit is a year after the missed day.
    """
    if day >= on:
        return
    yield step(
        mark(
            "The day has passed: do it today all the same. If it was missed without fault, reinstatement may "
            "be possible within two weeks after the obstacle ends, at the latest by {day}: ask a lawyer."
        ),
        "§ 32 Abs. 1, 2, 3 VwVfG",
        day=add_months(day, 12),
    )
