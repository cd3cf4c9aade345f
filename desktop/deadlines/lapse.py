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
from .refusals import EXPULSION, known_since

_REVOCATION = "D9"
"""The row of the table of remedies for revocation and withdrawal of a title."""
_VISA = "visa_D"


def unless_lost(
    effect: FilingEffect,
    history: Sequence[StatusPeriod],
    day: date,
    absences: Iterable[Absence],
    letters: Sequence[DecisionLetter],
) -> FilingEffect:
    """The effect of an application on a day, or that there may be none because the title was lost before.

    The better reading stands beside it: refugees with a valid travel document keep their title
    (§ 51(7)), a longer stay may have been agreed, a revocation may be annulled.
    """
    expelled = _expelled(letters, history, day)
    if expelled is not None:
        return _lost(effect, expelled)
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
    return effect if why is None else _lost(effect, why)


def revoked_on(letters: Iterable[DecisionLetter]) -> tuple[date, ...]:
    """The days, in order, on which a revocation that still stands ended what titles were held."""
    known = (known_since(each) for each in letters if _revokes(each))
    return tuple(sorted(day for day in known if day is not None))


def ended_by_letter(
    letters: Sequence[DecisionLetter], history: Sequence[StatusPeriod], status: StatusPeriod, day: date
) -> Step | None:
    """The decision that ended a title before its printed end, even while contested, as known on a day."""
    return _expelled(letters, history, day) or _revoked(
        letters, status.status_code, status.period.start.earliest, day
    )


def _lost(effect: FilingEffect, why: Step) -> FilingEffect:
    if effect.id == NONE:
        return effect
    return replace(effect, id=NONE, why=why, continues=None, warning=True, otherwise=effect)


def _expelled(letters: Iterable[DecisionLetter], history: Sequence[StatusPeriod], day: date) -> Step | None:
    """An expulsion ends every title and fiction, unless a title was issued after it."""
    for letter in letters:
        known = known_since(letter)
        if letter.decision != EXPULSION or letter.closed_on is not None or known is None or known > day:
            continue
        since = (each.period.start.earliest for each in history if each.title_id is not None)
        if not any(known < each <= day for each in since):
            text = mark(
                "By letter of {day} an expulsion was ordered: titles and fictions have ended with it."
            )
            return step(text, "§ 51 Abs. 1 Nr. 5, § 84 Abs. 2 S. 1 AufenthG", day=known)
    return None


def _by(status: StatusPeriod, day: date) -> bool:
    return status.period.start.earliest <= day


def _revokes(letter: DecisionLetter) -> bool:
    return letter.decision == _REVOCATION and letter.closed_on is None


def _revoked(letters: Iterable[DecisionLetter], code: str, begun: date, day: date) -> Step | None:
    for letter in letters:
        known = known_since(letter)
        if _revokes(letter) and known is not None and begun <= known <= day:
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
