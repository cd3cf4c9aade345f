"""Applications filed and decisions asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Annotated

from .periods import PartialDate
from .shapes import OneOf


class DecisionKind(Enum):
    """§ 8(1) applies the grant rules to an extension, but § 10 tells both apart."""

    GRANT = "grant"
    EXTENSION = "extension"

    __hash__ = object.__hash__  # each value is one object; that of Enum runs in Python and costs


@dataclass(frozen=True, slots=True)
class Application:
    """An application that reached an authority on `filed_on` (the day of receipt).

    `channel` is how it got there, `receipt` the kind of proof; `mailbox` whether decisions may come into the
    mailbox of the user account it was filed with.
    """

    title_id: str
    decision_kind: DecisionKind
    filed_on: PartialDate
    received_proof: bool | None = None
    complete: bool | None = None
    decided_on: PartialDate | None = None
    result: str = ""  # granted, refused, withdrawn; empty while undecided
    channel: Annotated[str | None, OneOf.words("online post email fax letterbox in_person")] = None
    receipt: Annotated[
        str | None,
        OneOf.words("confirmation stamped_copy online_pdf email_reply fax_report registered_letter none"),
    ] = None
    mailbox: Annotated[str | None, OneOf.words("yes excluded")] = None


@dataclass(frozen=True, slots=True)
class Request:
    """What the client wants decided, and the day for which it is planned (None: today)."""

    title_id: str
    decision_kind: DecisionKind
    on: date | None = None
