"""Where the office is: whose holidays its calendar shows. No period is reckoned with it.

Periods roll over at the place of the authority or the court of the case (`deadlines.holidays`).
"""

from __future__ import annotations

from datetime import datetime

from desktop.deadlines.holidays import NATIONWIDE, PLACES
from desktop.errors import Problem
from desktop.store import office_settings
from desktop.texts import mark

from .office import Session

_PLACE = "place"


def of(session: Session) -> str:
    """A key of `PLACES`; all of Germany as long as nobody has chosen."""
    found = str(office_settings.read(session.office).get(_PLACE, ""))
    return found if found in PLACES else NATIONWIDE


def choose(session: Session, place: str, now: datetime) -> None:
    """Keep the place in the office file. Raises Problem for one that has no table of holidays."""
    if place not in PLACES:
        raise Problem(
            mark("There is no table of holidays for “{place}”."),
            mark("Choose a Land or one of the places named."),
            place=place[:40],
        )
    with session.office.change("settings", session.user, now) as change:
        office_settings.write(change, _PLACE, place)
