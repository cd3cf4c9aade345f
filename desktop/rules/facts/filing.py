"""What an application does for the stay, and whether the duty to leave is enforceable."""

from __future__ import annotations

from desktop.cases.applications import Application
from desktop.cases.periods import ONE_DAY, PartialDate
from desktop.deadlines.effects import F25_1_3, F81_3_1, F81_3_2, F81_4, F81_4_LATE, running_effect
from desktop.deadlines.lapse import unless_lost
from desktop.deadlines.ukraine import EXEMPT

from . import truths
from .basis import Basis, fact
from .history import ASYLUM_PAPERS, History
from .titles import asked_about
from .value import FactValue, Note

_STAY_ALLOWED = frozenset({F81_3_1, F81_4, F81_4_LATE, F25_1_3})
_REFUSED = "refused"


@fact
def application_effect(seen: Basis) -> FactValue:
    """The effect that runs on the day: F81_3_1, F81_3_2, F81_4, F81_4_late, F25_1_3 or none (§ 81)."""
    if seen.value("status_periods") is None:
        return seen.unknown()
    applications: tuple[Application, ...] | None = seen.value("applications")
    effect = running_effect(seen.day.papers, applications or (), on=seen.on, given=seen.day.circumstances)
    effect = unless_lost(effect, seen.day.papers, seen.on, (), seen.day.case.letters)
    moved = ("asylum_procedures", "expelled_under_53_3a") if effect.id == F25_1_3 else seen.day.history_inputs
    for name in moved:
        seen.optional(name)
    if effect.otherwise is not None and effect.otherwise.id != effect.id:
        return seen.disputed(effect.id) if not effect.ask else seen.unknown(*effect.ask)
    if effect.id is None:
        return seen.unknown(*effect.ask)
    if applications is None and effect.id not in _STAY_ALLOWED:
        return seen.unknown("applications")
    notes = (Note.of("continuation_may_be_ordered"),) if effect.order_possible else ()
    return seen.known(effect.id, *notes)


@fact
def deemed_suspension(seen: Basis) -> FactValue:
    """Removal counts as suspended because a late application is not decided yet (§ 81 Abs. 3 S. 2)."""
    effect = seen.fact("application_effect")
    if effect.value is None:
        return seen.unknown()
    return seen.known(effect.value == F81_3_2)


@fact
def enforceable_departure_obligation(seen: Basis) -> FactValue:
    """Whether the duty to leave can be enforced (§ 50 Abs. 1, § 58 Abs. 2, § 84 Abs. 1).

    A counsellor's finding beats everything. Otherwise the newest paper that covers the day decides;
    without one the effect of an application; then how the last stay ended.
    """
    override = seen.optional("departure_duty_override")
    if override in ("yes", "no"):
        return seen.known(override == "yes", Note.of("departure_duty_by_finding"))
    history = seen.history()
    if history is None:
        return seen.unknown()
    found = {
        seen.terms.has("departure_enforceable", stay.code)
        for stay in history.governing(seen.on)
        if seen.terms.has("departure_enforceable", stay.code)
        or seen.terms.has("departure_not_enforceable", stay.code)
    }
    if found == {True}:
        return seen.known(True)
    expelled = truths.by(seen.optional("expulsion_order_on"), seen.on)
    if expelled:
        return _while_not_final(seen)
    if found == {False}:
        return seen.known(False)
    perhaps = history.perhaps_on(seen.on)
    if not found and {stay.code for stay in perhaps} == {EXEMPT}:
        return seen.unknown(*seen.fact("exempt_ukr_state").ask)
    if found:
        return seen.unknown("status_periods")
    if perhaps:
        return seen.unknown(*asked_about(seen, perhaps))
    return _without_paper(seen, history)


def _while_not_final(seen: Basis) -> FactValue:
    """An expulsion ends the title at once; whether it can be enforced yet is another question."""
    if seen.optional("suspensive_effect_ordered"):
        return seen.known(False)
    return seen.unknown("departure_duty_override", notes=(Note.of("enforcement_of_expulsion_open"),))


def _without_paper(seen: Basis, history: History) -> FactValue:
    effect = seen.fact("application_effect")
    if effect.disputed:
        return seen.disputed(None)
    if effect.value in _STAY_ALLOWED:
        return seen.known(False)
    if effect.value == F81_3_2:
        return seen.known(True)
    applications: tuple[Application, ...] = seen.optional("applications") or ()
    if any(each.result == _REFUSED and _past(each.decided_on, seen) for each in applications):
        if seen.optional("suspensive_effect_ordered"):
            return seen.known(False)
        return seen.known(True, Note.of("no_suspensive_effect"), ask=("suspensive_effect_ordered",))
    last = history.last_before(seen.on)
    if last is not None:
        if effect.value is None:
            return seen.unknown()
        if last.code.startswith("F81_"):
            return seen.unknown("applications")  # an effect outlives its certificate until the decision
        lawful = seen.terms.has("departure_not_enforceable", last.code) and last.code not in ASYLUM_PAPERS
        if lawful and last.longest.end is not None:
            return seen.known(True, Note.of("stay_ran_out", last_day=last.longest.end - ONE_DAY))
    unlawful = seen.value("entry_unlawful")
    if unlawful:
        return seen.known(True)
    return seen.unknown("status_periods", "entry_unlawful")


def _past(day: PartialDate | None, seen: Basis) -> bool:
    return day is None or day.earliest <= seen.on
