"""Titles that may be lost before their printed end: by a long stay abroad or a revocation (§ 51(1))."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from ..cases.letters import DecisionLetter
from ..cases.status import Absence, StatusPeriod
from ..texts import mark
from .arithmetic import last_day_from, months
from .derivation import Named, Step, step
from .effects import NONE, FilingEffect

_REVOCATION = "D9"
"""The row of the table of remedies for revocation and withdrawal of a title."""
_VISA = "visa_D"


def unless_lost(
    effect: FilingEffect,
    history: Sequence[StatusPeriod],
    day: date,
    absences: Iterable[Absence],
    letters: Iterable[DecisionLetter],
) -> FilingEffect:
    """The effect of an application on a day, or that there may be none because the title was lost before.

    The better reading stands beside it: refugees with a valid travel document keep their title
    (§ 51(7)), a longer stay may have been agreed, a revocation may be annulled.
    """
    code = effect.continues
    if code is None:
        return effect
    begun = max(
        (each.period.start.earliest for each in history if each.status_code == code and _by(each, day)),
        default=None,
    )
    if begun is None:
        return effect
    why = _revoked(letters, code, begun, day) or _abroad(absences, code, begun, day)
    if why is None:
        return effect
    return replace(effect, id=NONE, why=why, continues=None, warning=True, otherwise=effect)


def _by(status: StatusPeriod, day: date) -> bool:
    return status.period.start.earliest <= day


def _revoked(letters: Iterable[DecisionLetter], code: str, begun: date, day: date) -> Step | None:
    for letter in letters:
        days = (letter.received_on, letter.served_on, letter.sent_on, letter.dated_on)
        known = min((each for each in days if each is not None), default=None)
        revoked = letter.decision == _REVOCATION and letter.closed_on is None
        if revoked and known is not None and begun <= known <= day:
            return step(
                mark("{title} was revoked by letter of {day}: nothing continues, even while contested."),
                "§ 51 Abs. 1 Nr. 3, 4, § 84 Abs. 2 S. 1 AufenthG",
                title=Named(code),
                day=known,
            )
    return None


def _abroad(absences: Iterable[Absence], code: str, begun: date, day: date) -> Step | None:
    """A visa for more than 90 days does not lapse abroad (§ 51(1), last half-sentence)."""
    if code == _VISA:
        return None
    for each in absences:
        span = each.period.longest
        left = max(span.start, begun)
        last = last_day_from(left, months(6))
        returned = span.end
        if not each.agreed and last < day and (returned is None or (returned > last and returned > begun)):
            return step(
                mark("{title} may have lapsed: abroad since {day}, longer than six months."),
                "§ 51 Abs. 1 Nr. 7 AufenthG",
                title=Named(code),
                day=span.start,
            )
    return None
