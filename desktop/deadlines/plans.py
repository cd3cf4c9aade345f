"""Plans: a chain of follow-ups that one event sets off, so that nobody waits without a next day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from ..texts import mark
from .arithmetic import Length, WorkingDays, days, last_day_after, months, weeks
from .duedates import safe_on_or_after


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One follow-up of a plan: so long after the event, on the next day on which offices are surely open."""

    code: str
    after: Length
    what: str
    cite: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan and the event that sets it off."""

    id: str
    name: str
    event: str
    steps: tuple[PlanStep, ...]


PLANS: Mapping[str, Plan] = MappingProxyType(
    {
        each.id: each
        for each in (
            Plan(
                "application",
                mark("After an application"),
                mark("The application reached the authority"),
                (
                    PlanStep("receipt", days(14), mark("Is there a proof of receipt? Otherwise ask for it.")),
                    PlanStep("progress", weeks(6), mark("Ask in writing how the application is going.")),
                    PlanStep(
                        "inaction_notice",
                        weeks(10),
                        mark("Announce that an action is possible soon."),
                        "§ 75 VwGO",
                    ),
                    PlanStep(
                        "inaction",
                        months(3),
                        mark("No decision for three months: advise on an action."),
                        "§ 75 S. 2 VwGO",
                    ),
                ),
            ),
            Plan(
                "papers",
                mark("After asking for papers"),
                mark("The client was asked for papers"),
                (
                    PlanStep("papers_first", days(14), mark("Are the papers there? Otherwise remind.")),
                    PlanStep(
                        "papers_again",
                        weeks(4),
                        mark("The papers are still missing: talk about what stands in the way."),
                    ),
                ),
            ),
            Plan(
                "passport",
                mark("After a visit to the embassy"),
                mark("A passport was applied for"),
                (
                    PlanStep(
                        "passport_proof", days(7), mark("Keep the proof of the visit and tell the authority.")
                    ),
                    PlanStep(
                        "passport_progress",
                        months(3),
                        mark("Is the passport there? Otherwise ask in writing."),
                    ),
                ),
            ),
        )
    }
)
"""Every plan the program knows, by id."""

STEPS: Mapping[str, PlanStep] = MappingProxyType(
    {step.code: step for plan in PLANS.values() for step in plan.steps}
)
"""The steps of all plans, by code."""


def days_of(plan: Plan, event: date, place: WorkingDays) -> tuple[tuple[PlanStep, date], ...]:
    """The steps of a plan with their days, if its event falls on `event`."""
    return tuple((each, safe_on_or_after(last_day_after(event, each.after), place)) for each in plan.steps)
