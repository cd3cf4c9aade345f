"""The last days of powers of attorney and releases: planned dates, for no law sets a period here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from ..cases.declarations import Power, Release, of_kind
from ..texts import mark
from .arithmetic import last_day_from, months
from .derivation import Step, step
from .duedates import FORGOTTEN, DueDate, Nature
from .outlook import Outlook

KINDS: Mapping[str, str] = MappingProxyType(
    {"power_end": mark("Power of attorney ends"), "release_end": mark("Release from confidentiality ends")}
)
LONGEST_RELEASE = months(12)
"""No release is kept longer (law/procedure.md 7.4); a practice of offices, not a statute."""
_AHEAD = timedelta(weeks=2)
_WHERE = {
    "abh": mark("Power of attorney for the foreigners office ends"),
    "bamf": mark("Power of attorney for the BAMF ends"),
    "social": mark("Power of attorney for the social office or Jobcenter ends"),
    "other": mark("Power of attorney ends"),
}
_PLANNED = mark("A planned date of the office, no period set by law.")


def last_day(release: Release) -> date:
    """The last day of a release, inclusive: as it says, at most twelve months from the day it was given."""
    longest = last_day_from(release.given_on, LONGEST_RELEASE)
    return longest if release.valid_until is None else min(release.valid_until, longest)


def declaration_ends(view: Outlook) -> Iterator[DueDate]:
    """Powers and releases that end; none that was taken back or ended more than a year ago."""
    for number, power in enumerate(of_kind(view.case.declarations, Power)):
        if power.valid_until is not None and power.revoked_on is None:
            yield from _due(view, "power_end", number, power.valid_until, power)
    rest = view.case.rest
    if rest is not None and rest.until is None:
        return  # with the case every release has ended
    for number, release in enumerate(of_kind(view.case.declarations, Release)):
        if release.withdrawn_on is None:
            yield from _due(view, "release_end", number, last_day(release), release)


def _due(view: Outlook, kind: str, number: int, day: date, found: Power | Release) -> Iterator[DueDate]:
    if day < view.on - FORGOTTEN:
        return
    about: tuple[Step, ...] = ()
    if isinstance(found, Power):
        name = step(_WHERE[found.where])
        action = step(mark("Ask the client whether it shall go on, and let a new one be signed."))
    else:
        name = step(KINDS["release_end"])  # whose it is stays off the cover of the file and off lists
        about = (step(mark("{released} towards {towards}."), released=found.released, towards=found.towards),)
        action = step(mark("Ask whether it is still needed; nobody may speak after this day."))
    own = found.valid_until == day
    yield DueDate(
        kind=kind,
        nature=Nature.PLAN,
        day=day,
        name=name,
        action=action,
        code=f"{kind}-{number + 1}",
        start_on=day - _AHEAD,
        derivation=(
            *about,
            step(mark("Last day as recorded: {day}."), day=day)
            if own
            else step(mark("Twelve months from the day it was given, as nothing earlier is recorded.")),
        ),
        notes=(step(_PLANNED),),
    )
