"""Chains of follow-ups that an event sets off (`deadlines.plans`): start one, see which run, stop one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from desktop.cases.agenda import Entry, EntryKind
from desktop.cases.casefile import CaseFile
from desktop.deadlines.plans import PLANS, Plan, days_of
from desktop.errors import Problem
from desktop.texts import mark

from . import deadlines
from .agenda import new_id
from .reference import Reference


class Chain(NamedTuple):
    """One plan that was started in a case; `id` is the `plan` of its entries."""

    id: str
    plan: Plan
    open: tuple[Entry, ...]
    done: tuple[Entry, ...]


def start(reference: Reference, case: CaseFile, plan_id: str, event: date, *, by: str, on: date) -> CaseFile:
    """The case with the follow-ups of a plan whose event falls on a day, each on an open day of the place.

    Of steps whose day has passed already only the latest is taken: it comes up at once. Raises Problem for
    an event yet to come, and if the same plan runs from the same event.
    """
    if event > on:
        raise Problem(mark("{day} has not come yet: a plan starts when something happened."), day=event)
    plan = PLANS[plan_id]
    planned = days_of(plan, event, deadlines.place_of(reference, case))
    passed = [step for step, day in planned if day < on]
    chain = f"{plan.id}-{new_id()}"
    entries = tuple(
        Entry(
            new_id(),
            EntryKind.FOLLOW_UP,
            max(day, on),
            plan=chain,
            step=step.code,
            made_by=by,
            made_on=on,
        )
        for step, day in planned
        if day >= on or step is passed[-1]
    )
    new = {(each.step, each.day) for each in entries}
    if any((each.step, each.day) in new for each in case.entries if each.open):
        raise Problem(mark("This plan runs already."), mark("Look at the follow-ups of the case."))
    return replace(case, entries=(*case.entries, *entries))


def running(case: CaseFile) -> tuple[Chain, ...]:
    """The chains of a case that have an open step, in the order in which they were started."""
    chains = dict.fromkeys(each.plan for each in case.entries if each.plan and each.open)
    return tuple(
        Chain(
            chain,
            PLANS[chain.partition("-")[0]],
            tuple(each for each in case.entries if each.plan == chain and each.open),
            tuple(each for each in case.entries if each.plan == chain and not each.open),
        )
        for chain in chains
        if chain.partition("-")[0] in PLANS
    )


def stop(case: CaseFile, chain: str) -> CaseFile:
    """The case without the open steps of a chain; what was done stays."""
    return replace(case, entries=tuple(each for each in case.entries if each.plan != chain or not each.open))
