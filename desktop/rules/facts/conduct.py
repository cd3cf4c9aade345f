"""False statements, deception and lack of cooperation: only what goes on today can stand against a title."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from desktop.cases.decisions import Conduct, Obstacle
from desktop.cases.periods import ONE_DAY
from desktop.rules.verdict import Truth

from . import truths
from .basis import Basis, fact
from .value import FactValue, Note

CAUSAL = "conduct_causes_nonremoval_now"
CAUSES_STAY = "conduct_prevents_departure_now"
OBSTACLES = "obstacles"
FALSE, DECEPTION, NONCOOPERATION = "false_statements", "identity_deception", "noncooperation"

_Counts = Callable[[Conduct], bool | None]
_INTENTIONAL: Mapping[str, _Counts] = MappingProxyType(
    {
        FALSE: lambda each: each.intentional,
        DECEPTION: lambda _: True,
        NONCOOPERATION: lambda each: each.reasonable,
    }
)
_ANY = MappingProxyType({**_INTENTIONAL, FALSE: lambda _: True})
_DECEIVING = MappingProxyType({kind: _ANY[kind] for kind in (FALSE, DECEPTION)})


@fact
def conduct_bar_25b2(seen: Basis) -> FactValue:
    """Ongoing conduct of one's own that prevents or delays removal (§ 25b Abs. 2 Nr. 1).

    False statements count only if they are intentional, lack of cooperation only where cooperation was
    reasonable. Whether the conduct is what prevents removal is for a person to judge; until then it is
    disputed.
    """
    return _bar(seen, _INTENTIONAL)


@fact
def conduct_bar_25a1(seen: Basis) -> FactValue:
    """Ongoing false statements or deception of one's own because of which removal is suspended.

    § 25a Abs. 1 S. 3 asks for no intention and names no lack of cooperation; conduct of the parents is
    not attributed.
    """
    return _bar(seen, _DECEIVING)


@fact
def conduct_bar_25a2(seen: Basis) -> FactValue:
    """Ongoing false statements, deception or lack of cooperation that prevents or delays removal.

    § 25a Abs. 2 S. 1 Nr. 1 does not say whose false statements and deception count: those of others
    are disputed.
    """
    own = _bar(seen, _ANY)
    if own.value is not False:
        return own
    others = truths.any_of(_ongoing(seen, kind, _DECEIVING[kind], by="other") for kind in _DECEIVING)
    causal = seen.judged(CAUSAL)
    if others is Truth.NO or causal is False:
        return own
    return seen.disputed(None, *own.notes, Note.of("conduct_of_others"), ask=() if causal else (CAUSAL,))


def _bar(seen: Basis, kinds: Mapping[str, _Counts]) -> FactValue:
    present = truths.any_of([_ongoing(seen, kind, counts) for kind, counts in kinds.items()])
    notes = _past(seen, kinds)
    if present is Truth.NO:
        return seen.known(False, *notes)
    unasked = tuple(kind for kind in kinds if seen.value(kind) is None)
    causal = seen.judged(CAUSAL)
    if causal is False and not unasked:  # of what nobody asked for nobody can judge that it does no harm
        return seen.known(False, *notes)
    if present is Truth.UNKNOWN or causal is False:
        asked = tuple(name for name in seen.missing if name != CAUSAL)
        return seen.unknown(*(asked or _incomplete(seen, kinds)), notes=notes)
    if causal is None:
        return seen.disputed(None, *notes, ask=(CAUSAL,))
    return seen.known(True, *notes)


@fact
def fault_25_5(seen: Basis) -> FactValue:
    """Present fault that hinders departure (§ 25 Abs. 5 S. 3, 4).

    False statements and deception count whether intended or not, lack of cooperation where it was
    reasonable, an obstacle that is there through the person's own fault. Whether this is what prevents
    departure now is for a person to judge; until then it is disputed. Past conduct is shown, never counted.
    """
    conduct = [_ongoing(seen, kind, counts) for kind, counts in _ANY.items()]
    present = truths.any_of([*conduct, _own_obstacle(seen)])
    notes = _past(seen, _ANY)
    if present is Truth.NO:
        return seen.known(False, *notes)
    if present is Truth.UNKNOWN:
        listed = (OBSTACLES,) if seen.optional(OBSTACLES) else ()
        return seen.unknown(*(seen.missing or (*_incomplete(seen, _ANY), *listed)), notes=notes)
    causal = seen.judged(CAUSES_STAY)
    if causal is None:
        return seen.disputed(None, *notes, ask=(CAUSES_STAY,))
    return seen.known(causal, *notes)


def _own_obstacle(seen: Basis) -> Truth:
    obstacles: tuple[Obstacle, ...] | None = seen.value(OBSTACLES)
    if obstacles is None:
        return Truth.UNKNOWN
    return truths.any_of(truths.all_of((stands(each, seen), truths.of(each.own_fault))) for each in obstacles)


def stands(obstacle: Obstacle, seen: Basis) -> Truth:
    """Whether an obstacle is still there on the day."""
    if obstacle.ended_on is None:
        return Truth.YES
    ended = truths.by(obstacle.ended_on, seen.on)
    return Truth.UNKNOWN if ended is None else truths.of(not ended)


def _ongoing(seen: Basis, name: str, counts: _Counts, by: str = "self") -> Truth:
    entries: tuple[Conduct, ...] | None = seen.value(name)
    if entries is None:
        return Truth.UNKNOWN
    return truths.any_of(
        truths.all_of((truths.of(truths.running(each.period, seen.on)), truths.of(counts(each))))
        for each in entries
        if each.by == by
    )


def _incomplete(seen: Basis, kinds: Mapping[str, _Counts]) -> tuple[str, ...]:
    """The lists with an entry that does not say enough."""
    return tuple(name for name in kinds if seen.value(name))


def _past(seen: Basis, kinds: Mapping[str, _Counts]) -> tuple[Note, ...]:
    """Conduct that has ended is shown, never a bar."""
    ended = [
        each.period.longest.end
        for name in kinds
        for each in seen.optional(name) or ()
        if each.by == "self" and truths.running(each.period, seen.on) is False
    ]
    past = [day for day in ended if day is not None and day <= seen.on]
    return (Note.of("conduct_has_ended", last_day=max(past) - ONE_DAY),) if past else ()
