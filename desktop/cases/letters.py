"""A decision letter: what it decides, how and when it arrived, what it says about remedies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Annotated

from .periods import PartialDate
from .shapes import OneOf


class Arrival(Enum):
    """How a decision reached the client; each has its own day from which periods run."""

    DELIVERED = "delivered"  # yellow envelope, handed over, acknowledgement, return slip: the day on it
    HOUSEHOLD = "household"  # handed to an adult relative, flatmate or employee
    SHELTER_HEAD = "shelter_head"  # handed to the head of shared accommodation or an authorised person
    REFUSED = "refused"  # acceptance refused without a right to
    LETTER_BOX = "letter_box"  # put into the dwelling's own letter box
    DEPOSITED = "deposited"  # deposited; the day the notice was left
    PUBLIC_NOTICE = "public_notice"  # the day the notice was put up
    RECEPTION_CENTRE = "reception_centre"  # delivered to the reception centre
    UNDELIVERABLE = "undeliverable"  # sent back; the day of posting counts
    LETTER = "letter"  # ordinary letter
    REGISTERED = "registered"  # registered letter handed over
    EMAIL = "email"
    MAILBOX = "mailbox"  # mailbox of a user account: made available, read or not
    PORTAL = "portal"  # to be fetched from a portal
    BENEFITS_PORTAL = "benefits_portal"  # portal of a benefits office
    ORAL = "oral"


class Instruction(Enum):
    """What the decision says about remedies."""

    COMPLETE = "complete"  # remedy, authority or court, its seat and the period
    INCOMPLETE = "incomplete"
    MISSING = "missing"
    DENIES = "denies"  # says that there is no remedy


@dataclass(frozen=True, slots=True)
class DecisionLetter:
    """One decision letter. Days as printed or noted; what is not known stays None.

    `decision` is a row of the pack's table of remedies. `sent_on` is the day of posting, sending or making
    available; `served_on` the day on the proof of service, of the notice left, of hand-over to a reception
    centre; `received_on` the day it was really in the client's hands.
    """

    id: str
    decision: str
    dated_on: date | None = None
    arrival: Arrival = Arrival.LETTER
    sent_on: date | None = None
    served_on: date | None = None
    received_on: date | None = None
    other_served_on: date | None = None  # border procedure: the other authority's decision
    represented_on: date | None = None  # service on the representative with a written power of attorney
    doubtful: bool = False  # the service itself is doubtful
    procedure_began: PartialDate | None = None  # asylum application lodged, or withdrawal procedure begun
    instruction: Instruction = Instruction.COMPLETE
    remedy: Annotated[str, OneOf.words("objection action interim_relief")] = ""  # as the instruction names it
    period: int | None = None  # as the instruction prints it, in `unit`
    unit: Annotated[str, OneOf.words("days weeks months")] = "weeks"
    departure_until: date | None = None  # departure period as printed
    authority: str = ""  # own words; the office's note of who decided
    land: str = ""  # DE-BY ...: where the deciding authority sits, if not the authority of the case
    place: str = ""  # calendar of the court or authority where the remedy goes, if another
    note: str = ""
    closed_on: date | None = None  # settled: withdrawn, annulled, final
