"""False statements, deception and lack of cooperation: only what goes on today can stand against a title."""

from __future__ import annotations

from collections.abc import Callable

from desktop.cases.decisions import Conduct
from desktop.cases.periods import ONE_DAY
from desktop.rules.verdict import Truth

from . import truths
from .basis import Basis, fact
from .value import FactValue, Note

CAUSAL = "conduct_causes_nonremoval_now"


@fact
def conduct_bar_25b2(seen: Basis) -> FactValue:
    """Ongoing conduct of one's own that prevents or delays removal (§ 25b Abs. 2 Nr. 1).

    False statements count only if they are intentional, lack of cooperation only where cooperation was
    reasonable. Whether the conduct is what prevents removal is for a person to judge; until then it is
    disputed.
    """
    present = truths.any_of(
        (
            _ongoing(seen, "false_statements", lambda each: each.intentional),
            _ongoing(seen, "identity_deception", lambda _: True),
            _ongoing(seen, "noncooperation", lambda each: each.reasonable),
        )
    )
    notes = _past(seen)
    if present is Truth.NO:
        return seen.known(False, *notes)
    causal = seen.judged(CAUSAL)
    if causal is False:
        return seen.known(False, *notes)
    if present is Truth.UNKNOWN:
        asked = tuple(name for name in seen.missing if name != CAUSAL)
        return seen.unknown(*(asked or _incomplete(seen)), notes=notes)
    if causal is None:
        return seen.disputed(None, *notes, ask=(CAUSAL,))
    return seen.known(True, *notes)


_KINDS = ("false_statements", "identity_deception", "noncooperation")


def _ongoing(seen: Basis, name: str, counts: Callable[[Conduct], bool | None]) -> Truth:
    entries: tuple[Conduct, ...] | None = seen.value(name)
    if entries is None:
        return Truth.UNKNOWN
    return truths.any_of(
        truths.all_of((truths.of(truths.running(each.period, seen.on)), truths.of(counts(each))))
        for each in entries
        if each.by == "self"
    )


def _incomplete(seen: Basis) -> tuple[str, ...]:
    """The lists with an entry that does not say enough."""
    return tuple(name for name in _KINDS if seen.value(name))


def _past(seen: Basis) -> tuple[Note, ...]:
    """Conduct that has ended is shown, never a bar."""
    ended = [
        each.period.longest.end
        for name in _KINDS
        for each in seen.optional(name) or ()
        if each.by == "self" and truths.running(each.period, seen.on) is False
    ]
    past = [day for day in ended if day is not None and day <= seen.on]
    return (Note.of("conduct_has_ended", last_day=max(past) - ONE_DAY),) if past else ()
