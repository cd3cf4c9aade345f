"""The entry ban (§ 11)."""

from __future__ import annotations

from desktop.cases.decisions import EntryBan

from . import truths
from .basis import Basis, fact
from .value import FactValue

BANS = "entry_bans"
_NONE, _CONDITIONAL = "none", "conditional_not_triggered"
_LIFTABLE, _EXCLUDED = "active_liftable", "active_lifting_excluded"
_WEIGHT = (_NONE, _CONDITIONAL, _LIFTABLE, _EXCLUDED)


@fact
def entry_ban_state(seen: Basis) -> FactValue:
    """none, conditional_not_triggered, active_liftable or active_lifting_excluded; the heaviest ban decides.

    Lifting is excluded in principle for bans under § 11 Abs. 5a and 5b and after a removal order (§
    58a). A ban under the condition of removal bars nothing before the condition has been met.
    """
    bans: tuple[EntryBan, ...] | None = seen.value(BANS)
    if seen.optional("order_58a"):
        return seen.known(_EXCLUDED)
    if bans is None:
        return seen.unknown()
    found = [_state(each, seen) for each in bans]
    worst = max((state for state in found if state is not None), key=_WEIGHT.index, default=_NONE)
    if None in found and worst != _EXCLUDED:
        return seen.unknown(BANS)
    expelled = truths.by(seen.optional("expulsion_order_on"), seen.on)
    if expelled and not bans:
        return seen.unknown(BANS)  # an expulsion comes with a ban (§ 11 Abs. 1, 2)
    return seen.known(worst)


def _state(ban: EntryBan, seen: Basis) -> str | None:
    running = truths.running(ban.period, seen.on)
    if running is False:
        return _NONE
    if ban.conditional and not ban.triggered:
        return None if ban.triggered is None else _CONDITIONAL
    if running is None:
        return None
    return _EXCLUDED if ban.basis in ("11_5a", "11_5b") else _LIFTABLE
