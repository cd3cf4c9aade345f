"""The history of papers: which status a person held from when to when. The core table of the product."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from .periods import PartialDate, Period
from .shapes import Key, OneOf

TITLE = "title:"
"""A status code that begins so is a residence title: `title:25_3`; `title:other` is one outside the pack."""

DULDUNG_CODES = frozenset(
    "D60a_1 D60a_2_1 D60a_2_2 D60a_2_3 D60a_2_4 D60a_2b D60b D60c D60d D_verfahren D_material".split()
)
STATUS_CODES = frozenset(
    "gestattung ankunftsnachweis gueb visa_D visa_C visa_free exempt_ukr F81_3_1 F81_3_2 F81_4 F81_4_late "
    "F25_1_3 none".split()
).union(DULDUNG_CODES)
"""Every code that is not a title; see the pack's terms for their names on paper."""


@dataclass(frozen=True, slots=True)
class StatusPeriod:
    """One dated status. The period is half-open; a card's inclusive last day is `period.last_day`."""

    status_code: Annotated[str, OneOf(tuple(sorted(STATUS_CODES)), prefix=TITLE)]
    period: Period
    issued_on: PartialDate | None = None
    issued_by: str = ""  # authority id, or a name; "abroad" for a mission
    paper: bool | None = None  # whether a paper proved it at the time
    variant: str = ""  # for title:other the section; otherwise free
    printed_label: str = ""  # as the card says
    conditions: tuple[str, ...] = ()  # Nebenbestimmungen
    number: str = ""

    @property
    def title_id(self) -> str | None:
        """The norm's id if this is a title, else None."""
        return self.status_code.removeprefix(TITLE) if self.status_code.startswith(TITLE) else None


@dataclass(frozen=True, slots=True)
class Absence:
    """Time abroad."""

    period: Period
    reason: str = ""
    agreed: bool | None = None  # agreed with the Ausländerbehörde


@dataclass(frozen=True, slots=True)
class MarkedPeriod:
    """A stretch of time a counsellor marked, with the reason (e.g. removal was impossible without paper)."""

    period: Period
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Passport:
    """A passport or a substitute for one."""

    kind: Annotated[
        str,
        Key("type"),
        OneOf.words("passport substitute_id refugee_travel_document travel_document_foreigners other"),
    ]
    period: Period
    surrendered: bool | None = None


@dataclass(frozen=True, slots=True)
class Exemption12a:
    """A ground on which the residence duty of § 12a does not bind."""

    reason: Annotated[str, OneOf.words("job training study course")]
    person: Annotated[str, OneOf.words("self spouse_partner minor_child")]
    period: Period
    income_sufficient: bool | None = None
    hours_week: int | None = None
    course_unavailable_locally: bool | None = None
