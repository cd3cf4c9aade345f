"""What a person held on a day: papers as they hold in law, and the 90 days that need none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ..cases.status import StatusPeriod
from .ukraine import with_exemption
from .validity import Circumstances, Effective, effective_periods

_NONE = "none"


@dataclass(frozen=True, slots=True)
class Held:
    """Who held what from when to when, on one reading of the borders."""

    periods: tuple[Effective, ...]

    @classmethod
    def of(cls, history: Sequence[StatusPeriod], given: Circumstances, *, longest: bool) -> Held:
        papers = with_exemption(history, given.exemption)
        return cls(effective_periods(papers, given, longest=longest))

    def codes_on(self, day: date) -> frozenset[str]:
        return frozenset(each.code for each in self.periods if each.span.covers(day)) - {_NONE}

    def last_before(self, day: date) -> Effective | None:
        """The status that ended last on or before a day; `none` does not count."""
        ended = [each for each in self.periods if _end(each) <= day and each.code != _NONE]
        return max(ended, key=_end, default=None)

    def ever(self, codes: Iterable[str], day: date) -> bool:
        return any(each.code in codes and each.span.start <= day for each in self.periods)


def _end(held: Effective) -> date:
    return held.span.end or date.max
