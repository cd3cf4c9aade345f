"""The ends of papers that prove another status: Duldung, Gestattung, fiction certificates, visas."""

from __future__ import annotations

from dataclasses import dataclass

from ..cases.periods import PartialDate
from ..cases.status import DULDUNG_CODES
from ..texts import mark
from .derivation import Named, step, uncertain
from .duedates import DueDate, Nature, StageKind, safe, stages_before
from .effects import ASYLUM_PAPERS, F25_1_3, F81_3_1
from .outlook import Outlook
from .rollover import place_notes, steps_to_safe_day
from .validity import WITHOUT_TITLE, Effective

NO_ROLL = "§ 31 Abs. 3 VwVfG"
"""A period for an act moves by it; the life of a paper does not."""


@dataclass(frozen=True, slots=True)
class _Kind:
    kind: str
    name: str
    action: str
    cite: str
    weeks: int
    note: str = ""


_DULDUNG = _Kind(
    "duldung_cert",
    mark("{status} ends"),
    mark("Ask for the renewal in time; the paper must not run out."),
    "§ 60a Abs. 4, 5 AufenthG",
    6,
    mark("The reason for the Duldung may outlast the paper; without a paper it is hard to prove."),
)
_CERTIFICATES = {
    "gestattung": _Kind(
        "gestattung_cert",
        mark("{status} ends"),
        mark("Ask for the renewal in time."),
        "§§ 55, 63, 67 AsylG",
        6,
        mark("The right to stay follows the asylum procedure, not the paper."),
    ),
    "gueb": _Kind(
        "gueb_cert",
        mark("{status} ends"),
        mark("This paper prepares the departure: see a lawyer before the day."),
        "§§ 50, 58, 59 AufenthG",
        4,
    ),
    "visa_C": _Kind(
        "visa_end",
        mark("{status} ends"),
        mark("An application does not continue a Schengen visa: get advice before the day."),
        "§ 81 Abs. 4 S. 2 AufenthG",
        8,
    ),
    "visa_free": _Kind(
        "stay_without_title",
        mark("Stay without a title ends ({status})"),
        mark("File by {safe}: then the stay counts as permitted until the decision."),
        "§ 81 Abs. 3 S. 1 AufenthG",
        12,
    ),
}
_CERTIFICATES["ankunftsnachweis"] = _CERTIFICATES["gestattung"]
_CERTIFICATES["exempt_ukr"] = _CERTIFICATES["visa_free"]
_FICTION = _Kind(
    "fiction_cert",
    mark("Certificate runs out: {status}"),
    mark("Ask for a new certificate in time."),
    "§ 81 Abs. 5 AufenthG",
    6,
    mark("The effect lasts until the decision, whatever the certificate says."),
)


def certificate_end(each: Effective, last_day: PartialDate, view: Outlook) -> DueDate:
    """The end of such a paper (inclusive), with when to ask for the next one."""
    kind = _DULDUNG if each.code in DULDUNG_CODES else _CERTIFICATES.get(each.code, _FICTION)
    day = last_day.earliest
    stages = stages_before(day, {StageKind.FILE: kind.weeks, StageKind.RED: 2}, view.place)
    status = Named(each.code)
    return DueDate(
        kind=kind.kind,
        nature=Nature.VALIDITY,
        day=day,
        name=step(kind.name, status=status),
        action=step(kind.action, kind.cite, safe=safe(day, view.place)),
        cite=kind.cite,
        code=each.code,
        latest=None if last_day.exact else last_day.latest,
        safe_day=safe(day, view.place),
        start_on=stages[0].day,
        stages=stages,
        derivation=(
            step(mark("Printed last day: {day}."), day=day),
            step(mark("The end of a paper does not move to the next working day."), NO_ROLL),
            *steps_to_safe_day(day, view.place),
        ),
        notes=(
            *((step(kind.note, kind.cite),) if kind.note else ()),
            *uncertain(last_day),
            *place_notes(view.place),
        ),
        ask=() if last_day.exact else ("status_periods",),
        settled=_secured(each, view),
    )


def _secured(each: Effective, view: Outlook) -> bool:
    """Whether the stay no longer hangs on this paper: recognised, or applied for in time without a title."""
    if each.code in ASYLUM_PAPERS:
        return view.effect.id == F25_1_3
    return each.code in WITHOUT_TITLE and view.effect.id == F81_3_1
