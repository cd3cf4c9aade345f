"""The periods of § 60d Abs. 1 Nr. 1 for clarifying an identity; their last day is in time.

Who entered early had until the application, who entered later until a fixed day (or an application before
it). Until February 2024 the first group had until its application only if employed at the beginning of 2020.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.cases.decisions import DatedValue, Step
from desktop.cases.periods import PartialDate
from desktop.rules.verdict import Truth

from . import truths
from .basis import Basis
from .identity import IDENTITY
from .terms import LawTerms

STEPS = "id_steps"
ALL_STEPS = "all_reasonable_id_steps"


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The periods that hold on the day of the evaluation. `applied`: when the Duldung was applied for."""

    terms: LawTerms
    applied: date

    @property
    def _rule(self) -> frozenset[str]:
        return self.terms.words("s60d_identity_rule")

    @property
    def late_entry(self) -> date:
        """The last day for who entered after the early ones."""
        last = self.terms.day("s60d_identity_last_day")
        return min(last, self.applied) if "late_by_application" in self._rule else last

    @property
    def early_entry(self) -> date:
        """The last day for who entered early, as far as it is undisputed."""
        return self.applied if "early_by_application" in self._rule else self.late_entry

    def kept(self, cleared: PartialDate, entered: PartialDate | None) -> Truth:
        """Whether an identity clarified on that day was clarified in time."""
        early = truths.of(truths.by(entered, self.terms.day("s60d_identity_early_entry_until")))
        by_early, by_late = (
            truths.of(truths.by(cleared, day)) for day in (self.early_entry, self.late_entry)
        )
        if (
            by_early is Truth.NO
            and "early_by_application" not in self._rule
            and cleared.latest <= self.applied
        ):
            by_early = Truth.DISPUTED  # hangs on the employment at the beginning of 2020
        if early is Truth.UNKNOWN:
            return by_early if by_early is by_late else Truth.UNKNOWN
        return by_early if early is Truth.YES else by_late

    def last_day(self, entered: PartialDate | None) -> date:
        """The day by which steps had to be taken; of several possible ones the last."""
        early = truths.by(entered, self.terms.day("s60d_identity_early_entry_until"))
        return self.late_entry if early is False else max(self.early_entry, self.late_entry)


def own_identity(seen: Basis, deadlines: Deadlines, entered: PartialDate | None) -> Truth:
    """Whether the person's identity was clarified in time, or steps in time may stand for it."""
    findings: tuple[DatedValue, ...] | None = seen.value(IDENTITY)
    if findings is None:
        return Truth.UNKNOWN
    cleared = _cleared_since(findings, seen.on)
    if cleared is not None:
        kept = deadlines.kept(cleared, entered)
        if kept is not Truth.NO:
            return kept
    return _by_steps(seen, deadlines.last_day(entered), cleared is not None)


def _cleared_since(findings: tuple[DatedValue, ...], on: date) -> PartialDate | None:
    """Since when the identity has been clarified; None if the latest finding by the day says otherwise."""
    past = sorted((each for each in findings if each.day.latest <= on), key=lambda each: each.day)
    since = None
    for each in past:
        since = (since or each.day) if each.value == "cleared" else None
    return since


def _by_steps(seen: Basis, last_day: date, cleared: bool) -> Truth:
    """The safeguard of Nr. 1 and the discretion of Abs. 4: what was done, weighed by a person."""
    judged = seen.judged(ALL_STEPS)
    steps: tuple[Step, ...] | None = seen.value(STEPS)
    if judged is False:
        return Truth.NO
    if steps is None:
        return Truth.DISPUTED if judged else Truth.UNKNOWN
    taken = [each for each in steps if each.day.earliest <= seen.on]
    if judged and cleared and any(each.day.latest <= last_day for each in taken):
        return Truth.YES
    return Truth.DISPUTED if judged or taken else Truth.NO
