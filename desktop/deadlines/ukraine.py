"""The 90 days without a title for people from Ukraine (UkraineAufenthÜV): who has them, from when, how long.

Days are inclusive here. The ordinance counts from the very first entry since the war began; a later entry
does not start the days anew. Whether an asylum application ended them is read where papers are read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ..cases.applications import Application
from ..cases.periods import ONE_DAY, PartialDate, Period, Span
from ..cases.status import StatusPeriod
from .arithmetic import days, last_day_from

EXEMPT = "exempt_ukr"
"""The status code of the 90 days."""

UKR_GROUPS = frozenset("ukr_national protected_in_ukr family_of_those permanent_permit_in_ukr".split())
"""Groups of both ordinances; the second and third name no others who are not Ukrainian."""

UKR_LAST_ENTRY = date(2026, 12, 4)
"""Who enters later has no 90 days without a title (UkraineAufenthÜV § 2)."""

UKR_LAST_DAY = date(2027, 3, 4)
"""Both ordinances are out of force from the day after (§ 4 Abs. 2, § 3 Abs. 2)."""

UKR_DAYS = 90
NONE, RUNNING, ENDED = "none running ended".split()
GROUP, STAY, ELSEWHERE = "ukr_group", "ukr_stay_2022_02_24", "protection_in_other_member_state"
FIRST_ENTRY, ENTRY = "ukr_first_entry_on", "entry_date"
EXEMPTION_INPUTS = (GROUP, STAY, ELSEWHERE, FIRST_ENTRY, ENTRY)

_ALSO_IF_ABSENT = frozenset({"ukr_national", "protected_in_ukr"})
"""Whom § 2 Abs. 2 covers who lived in Ukraine but was away on 24 February 2022."""


@dataclass(frozen=True, slots=True)
class Exemption:
    """What decides about the 90 days of one person. `applies` None: too little is known."""

    applies: bool | None
    first_entry: PartialDate | None = None  # the very first since 24 February 2022; None if unknown
    entry: PartialDate | None = None  # into the present stay: the first was on that day or before
    refused_on: tuple[PartialDate | None, ...] = ()  # refusals of a title; None: without a recorded day

    def refused_by(self, day: date) -> bool:
        """Whether a title may have been refused by the day, which ends the exemption (§ 2 Abs. 3)."""
        return any(each is None or each.earliest <= day for each in self.refused_on)

    def state(self, on: date, asylum_filed_on: Iterable[PartialDate] = ()) -> str | None:
        """none, running or ended on a day; None if that hangs on what is not known."""
        if self.applies is False:
            return NONE
        by_days = self._state_by_days(on)
        if by_days == NONE or self.applies is None:
            return by_days if by_days == NONE else None
        events = [each for each in self.refused_on if each is not None]
        start = self.first_entry or self.entry
        events += [each for each in asylum_filed_on if start is None or each.earliest >= start.earliest]
        if any(each.latest <= on for each in events):
            return ENDED
        open_yet = None in self.refused_on or any(each.earliest <= on for each in events)
        return None if open_yet and by_days == RUNNING else by_days

    def _state_by_days(self, on: date) -> str | None:
        first = self.first_entry
        if first is None:
            over = self.entry is not None and self.entry.latest <= UKR_LAST_ENTRY
            return ENDED if over and self.entry is not None and on > _last_day(self.entry.latest) else None
        if first.earliest > UKR_LAST_ENTRY or on < first.earliest:
            return NONE
        if first.latest > UKR_LAST_ENTRY or on < first.latest:
            return None
        if on > _last_day(first.latest):
            return ENDED
        return RUNNING if on <= _last_day(first.earliest) else None

    def within(self, paper: Period, *, longest: bool) -> Span:
        """The half-open days of a recorded exemption on one reading: what is known cuts the safe one."""
        span = paper.longest if longest else paper.shortest
        if self.applies is False:
            return Span(span.start, span.start)
        ends = [each.latest if longest else each.earliest for each in self.refused_on if each is not None]
        if not longest:
            ends += [span.start] * (None in self.refused_on)
            if self.first_entry is not None:
                ends.append(_end(self.first_entry.earliest))
        for end in ends:
            span = span.until(max(span.start, end))
        return span

    def period(self) -> Period | None:
        """The 90 days as far as they can be known; None if there are none or no entry is recorded.

        If it is not certain that they ran at all, the shortest reading of the period is empty.
        """
        start = self.first_entry or self.entry
        if self.applies is False or start is None:
            return None
        if self.first_entry is not None and start.earliest > UKR_LAST_ENTRY:
            return None
        last_entry = min(start.latest, UKR_LAST_ENTRY)
        longest = max(_end(last_entry), start.latest)
        sure = self.applies and self.first_entry is not None and start.latest <= UKR_LAST_ENTRY
        shortest = _end(start.earliest) if sure else start.latest
        return Period(start, PartialDate(min(shortest, longest), longest))


def exempts(group: str | None, stay: str | None, elsewhere: bool | None) -> bool | None:
    """Whether § 2 Abs. 1 or 2 covers the person at all; None if too little is known.

    Of those who lived in Ukraine but were away on 24 February 2022 it covers Ukrainians and persons
    protected there, not family members and holders of a permanent permit of another nationality.
    """
    if group == NONE or stay == "neither" or elsewhere is True:
        return False
    if stay == "residence_there_but_absent" and group is not None and group not in _ALSO_IF_ABSENT:
        return False
    if group is None or stay is None or elsewhere is None:
        return None
    return True


def exemption_of(
    group: str | None,
    stay: str | None,
    elsewhere: bool | None,
    first_entry: object,
    entry: object,
    applications: Iterable[Application],
) -> Exemption | None:
    """The exemption as a case tells of it; None where nobody has said that Ukraine matters at all."""
    if group is None:
        return None
    refused = tuple(each.decided_on for each in applications if each.result == "refused")
    return Exemption(
        exempts(group, stay, elsewhere),
        first_entry if isinstance(first_entry, PartialDate) else None,
        entry if isinstance(entry, PartialDate) else None,
        refused,
    )


def with_exemption(history: Sequence[StatusPeriod], exemption: Exemption | None) -> Sequence[StatusPeriod]:
    """The history and the 90 days, which need no paper, if nobody has recorded them."""
    period = None if exemption is None else exemption.period()
    if period is None or any(each.status_code == EXEMPT for each in history):
        return history
    return sorted((*history, StatusPeriod(EXEMPT, period)), key=lambda each: each.period.start)


def ukr_exemption_end(first_entry: date) -> date | None:
    """Last day of the 90 days without a title, the day of entry counted (UkraineAufenthÜV §§ 2, 4).

    None if the entry was too late for it. Who it applies to is for the caller to know.
    """
    return None if first_entry > UKR_LAST_ENTRY else _last_day(first_entry)


def _last_day(first_entry: date) -> date:
    return min(last_day_from(first_entry, days(UKR_DAYS)), UKR_LAST_DAY)


def _end(first_entry: date) -> date:
    return _last_day(first_entry) + ONE_DAY
