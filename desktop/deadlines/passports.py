"""The ends of passports and of German travel documents."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from ..cases.periods import ONE_DAY, PartialDate
from ..cases.status import Passport
from ..texts import mark
from .arithmetic import add_months
from .derivation import Named, Step, step, uncertain
from .duedates import FORGOTTEN, DueDate, Nature, Stage, StageKind, safe
from .effects import ASYLUM_PAPERS
from .outlook import Outlook
from .rollover import place_notes, steps_to_safe_day

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
    spared = None if german else _spared(view)
    return DueDate(
        kind="travel_doc" if german else "passport",
        nature=Nature.VALIDITY,
        day=day,
        name=step(mark("{paper} ends"), paper=Named(PASSPORT_NAMES[passport.kind])),
        action=step(action, "§§ 4, 56 AufenthV") if spared is None else spared,
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
            *steps_to_safe_day(day, view.place),
        ),
        notes=(*uncertain(last_day), *_before_the_embassy(view, german=german), *place_notes(view.place)),
        ask=() if last_day.exact else ("passports",),
        settled=spared is not None,
    )


_REFUGEES = frozenset({"25_1", "25_2_1"})
_PERHAPS_UNREASONABLE = frozenset({"25_2_2", "25_3", "23_4"})


def _spared(view: Outlook) -> Step | None:
    """Why nobody should be sent to the home state's authorities: refugees, and while asylum is pending."""
    if view.holds(_REFUGEES) is not None:
        return step(
            mark(
                "No new passport of the home state without a lawyer: it can cost the protection. The German "
                "travel document for refugees takes its place."
            ),
            "§ 73b Abs. 1 AsylG",
        )
    if view.holds_any(ASYLUM_PAPERS):
        return step(
            mark("While asylum is pending nobody has to turn to the authorities of the home state."),
            "§ 60b Abs. 2 S. 2 AufenthG",
        )
    return None


def _before_the_embassy(view: Outlook, *, german: bool) -> Iterator[Step]:
    if not german and view.holds(_PERHAPS_UNREASONABLE) is not None:
        yield step(
            mark(
                "Ask first whether turning to the home state is reasonable; a German travel document may "
                "be due."
            ),
            "§§ 5, 6 AufenthV",
        )
    if view.holds(_REFUGEES | {"25_2_2", "25_3"}) is not None:
        yield step(
            mark("A journey to the home state makes people presume that protection is no longer needed."),
            "§ 73b Abs. 1a AsylG",
        )


PASSPORT_NAMES = {
    "passport": mark("Passport"),
    "substitute_id": mark("Substitute identity document (Ausweisersatz)"),
    "refugee_travel_document": mark("Travel document for refugees"),
    "travel_document_foreigners": mark("Travel document for foreigners"),
    "other": mark("Passport or substitute"),
}
