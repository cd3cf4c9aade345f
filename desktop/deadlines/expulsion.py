"""Whether an expulsion stands: it ends titles and fictions at once (§ 51(1) no. 5, § 84(2) s. 1 AufenthG)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..cases.periods import PartialDate
from ..cases.status import StatusPeriod
from .validity import Circumstances


def expelled_by(history: Iterable[StatusPeriod], day: date, given: Circumstances) -> bool:
    """Whether an expulsion stands on a day: ordered by then, and no title was issued after it."""
    ordered = given.expelled_on
    if not isinstance(ordered, PartialDate) or ordered.earliest > day:
        return False
    return not any(
        each.title_id is not None and ordered.latest < each.period.start.earliest <= day for each in history
    )
