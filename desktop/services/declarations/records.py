"""What cannot be so in a record of a declaration, and records of what was just printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from desktop.cases.declarations import Consent, Declaration, HandedOut, Power, Release
from desktop.deadlines.arithmetic import last_day_from
from desktop.deadlines.declared import LONGEST_RELEASE
from desktop.errors import Problem
from desktop.texts import mark

from ..print_choice import PrintChoice
from .texts import wording

_DAYS = {
    Power: ("given_on", "submitted_on", "revoked_on", "revocation_arrived_on"),
    Release: ("given_on", "withdrawn_on"),
    Consent: ("given_on", "withdrawn_on"),
    HandedOut: ("handed_on",),
}
"""Days on which something has happened, in the order in which it can."""
_SHEETS = {"power": "power", "release": "release", "consent": "consent", "privacy": "privacy"}
_REVOCATION = "revocation"


def fault(declaration: Declaration, today: date) -> tuple[str, Problem] | None:
    """The first field that cannot be so, and why; None if all is well. Days are inclusive."""
    return next(_faults(declaration, today), None)


def _faults(declaration: Declaration, today: date) -> Iterator[tuple[str, Problem]]:
    before: date | None = None
    for name in _DAYS[type(declaration)]:
        day: date | None = getattr(declaration, name)
        if day is None:
            continue
        if day > today:
            yield name, Problem(mark("This day lies in the future."))
        if before is not None and day < before:
            yield name, Problem(mark("This lies before {day}, which must come first."), day=before)
        before = day
    if isinstance(declaration, Release):
        longest = last_day_from(declaration.given_on, LONGEST_RELEASE)
        if declaration.valid_until is not None and declaration.valid_until > longest:
            yield (
                "valid_until",
                Problem(
                    mark("A release holds for twelve months at most, here until {day}."),
                    mark("Let a new one be signed if it is needed longer."),
                    day=longest,
                ),
            )
    if isinstance(declaration, Power | Release):
        first, last = declaration.given_on, declaration.valid_until
        if first is not None and last is not None and last < first:
            yield "valid_until", Problem(mark("The last day lies before the first."))
    if isinstance(declaration, Power) and declaration.revocation_arrived_on and not declaration.revoked_on:
        yield "revoked_on", Problem(mark("When it was revoked belongs with the day it arrived."))


def can_be_handed_out(choices: Sequence[PrintChoice]) -> bool:
    """Whether any of these sheets is one that the client signs or is handed."""
    return any(choice.kind in _SHEETS for choice in choices)


def handed_out(choices: Sequence[PrintChoice], today: date) -> tuple[HandedOut, ...]:
    """One record for each of these sheets that a client signs or is handed, given out today."""
    found = []
    for choice in choices:
        sheet = _SHEETS.get(choice.kind)
        if sheet is None:
            continue
        if sheet == "power" and choice.which.startswith(_REVOCATION):
            sheet = _REVOCATION
        version = wording(sheet, choice.language).version
        beside = choice.beside if choice.copies else ""
        language = ", ".join(dict.fromkeys(filter(None, (choice.language, beside))))
        found.append(HandedOut(sheet, today, text=version, language=language))
    return tuple(found)
