"""The 90 days without a title for people from Ukraine, on the day of the evaluation (UkraineAufenthÜV)."""

from __future__ import annotations

from desktop.deadlines.ukraine import ELSEWHERE, ENTRY, FIRST_ENTRY, GROUP, NONE, STAY

from .basis import Basis, fact
from .value import FactValue

_ASYLUM, _APPLICATIONS = "asylum_procedures", "applications"


@fact
def exempt_ukr_state(seen: Basis) -> FactValue:
    """none, running or ended: 90 days from the very first entry, the day of entry counted (§ 2 Abs. 1, 2).

    None for who entered after 4 December 2026, for persons outside the groups, and where another member
    state has given temporary protection. Ended by a refusal of any title (§ 2 Abs. 3), by an asylum
    application (§ 55 Abs. 2 AsylG) and at the latest with 4 March 2027.
    """
    exemption = seen.day.circumstances.exemption
    if exemption is None:
        seen.value(GROUP)
        return seen.unknown()
    for name in (GROUP, STAY, ELSEWHERE, FIRST_ENTRY, ENTRY, _APPLICATIONS, _ASYLUM):
        seen.optional(name)
    state = exemption.state(seen.on, seen.day.circumstances.asylum_filed_on)
    if state is not None and (state == NONE or exemption.applies):
        return seen.known(state) if state != "running" else _if_nothing_ended_it(seen)
    for name in (GROUP, STAY, ELSEWHERE, FIRST_ENTRY):
        seen.value(name)
    return seen.unknown()


def _if_nothing_ended_it(seen: Basis) -> FactValue:
    """Running, if it is known that no asylum application and no refusal has ended it."""
    if seen.value(_ASYLUM) is None or seen.value(_APPLICATIONS) is None:
        return seen.unknown()
    return seen.known("running")
