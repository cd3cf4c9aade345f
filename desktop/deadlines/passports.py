"""The ends of passports and of German travel documents."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from ..cases.periods import ONE_DAY, PartialDate
from ..cases.status import Passport
from ..texts import mark
from .arithmetic import add_months
from .derivation import Named, step, uncertain
from .duedates import FORGOTTEN, DueDate, Nature, Stage, StageKind, safe
from .outlook import Outlook

_TRAVEL = ("refugee_travel_document", "travel_document_foreigners", "substitute_id")


def passport_ends(view: Outlook) -> Iterator[DueDate]:
    """The end of the newest passport, and of the newest German substitute of each kind."""
    passports: tuple[Passport, ...] = view.value("passports") or ()
    newest: dict[str, tuple[PartialDate, Passport]] = {}
    for each in passports:
        last_day = each.period.last_day
        if last_day is None:
            continue
        group = each.kind if each.kind in _TRAVEL else "passport"
        if group not in newest or newest[group][0] < last_day:
            newest[group] = (last_day, each)
    for group, (last_day, each) in newest.items():
        if last_day.latest >= view.on - FORGOTTEN:
            yield _passport_end(group, last_day, each, view)


def _passport_end(group: str, last_day: PartialDate, passport: Passport, view: Outlook) -> DueDate:
    german = group in _TRAVEL
    day = last_day.earliest
    begin = safe(add_months(day, -3 if german else -6), view.place)
    red = safe(day - timedelta(weeks=4), view.place)
    if german:
        action = mark("Apply for a new one: such a document is as a rule not extended.")
        months_before = mark("Three months before: {day}.")
    else:
        action = mark("Apply for a new passport so early that it arrives in time; this is a duty.")
        months_before = mark("Six months before: {day}.")
    return DueDate(
        kind="travel_doc" if german else "passport",
        nature=Nature.VALIDITY,
        day=day,
        name=step(mark("{paper} ends"), paper=Named(PASSPORT_NAMES[passport.kind])),
        action=step(action, "§§ 4, 56 AufenthV"),
        cite="§§ 4, 56 AufenthV",
        code=passport.kind,
        latest=None if last_day.exact else last_day.latest,
        safe_day=safe(day, view.place),
        start_on=begin,
        stages=(
            Stage(StageKind.FILE, begin),
            Stage(StageKind.RED, red),
            Stage(StageKind.LATE, day + ONE_DAY),
        ),
        derivation=(
            step(mark("Printed last day: {day}."), day=day),
            step(months_before, "§ 56 Abs. 1 Nr. 1 AufenthV", day=begin),
        ),
        notes=uncertain(last_day),
        ask=() if last_day.exact else ("passports",),
    )


PASSPORT_NAMES = {
    "passport": mark("Passport"),
    "substitute_id": mark("Substitute identity document (Ausweisersatz)"),
    "refugee_travel_document": mark("Travel document for refugees"),
    "travel_document_foreigners": mark("Travel document for foreigners"),
    "other": mark("Passport or substitute"),
}
