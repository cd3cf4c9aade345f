"""What authorities and courts decided, and what a person did or left undone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from .periods import PartialDate, Period
from .shapes import Key, OneOf

OUTCOMES = OneOf.words(
    "art16a refugee subsidiary ban_60_5 ban_60_7 family_art23 "
    "rejected rejected_mu inadmissible withdrawn pending"
)


@dataclass(frozen=True, slots=True)
class AsylumProcedure:
    """One asylum procedure. `final_on` is the day the decision became unappealable (bestandskräftig)."""

    kind: Annotated[str, OneOf.words("first subsequent")]
    filed_on: PartialDate | None = None
    decided_on: PartialDate | None = None
    final_on: PartialDate | None = None
    outcome: Annotated[str, OUTCOMES] = "pending"
    mu_ground: str = ""  # the number the rejection as manifestly unfounded is based on
    own_status: bool | None = None
    anchor_status: Annotated[str | None, OneOf.words("art16a refugee subsidiary")] = None
    health_only: bool | None = None  # § 60(7) for health reasons only
    procedure_carried_out: bool | None = None  # a subsequent application that led to a new procedure


@dataclass(frozen=True, slots=True)
class EntryBan:
    """An entry and residence ban under § 11."""

    basis: Annotated[str, OneOf.words("11_1 11_5 11_5a 11_5b 11_6 11_7")]
    period: Period
    conditional: bool | None = None
    triggered: bool | None = None


@dataclass(frozen=True, slots=True)
class Conviction:
    """A criminal conviction. `amount` is day rates for a fine, months for prison and youth sentences."""

    kind: Annotated[str, OneOf.words("fine prison youth")]
    amount: int | None = None
    final_on: PartialDate | None = None
    suspended: bool | None = None
    intentional: bool | None = None
    foreigner_only: bool | None = None
    offence_group: str = ""
    weapon: bool | None = None
    hate_motive: bool | None = None
    detention_or_placement: bool | None = None
    in_de: bool | None = None
    person: Annotated[str, OneOf.words("self spouse")] = "self"


@dataclass(frozen=True, slots=True)
class Conduct:
    """False statements, deception or lack of cooperation; ongoing while its period is open."""

    period: Period
    topic: str = ""
    intentional: bool | None = None
    reasonable: bool | None = None  # whether the cooperation asked for was reasonable
    by: Annotated[str, OneOf.words("self other")] = "self"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What stands in the way of departure, until `ended_on`; `expected_end` is only a forecast."""

    kind: Annotated[str, OneOf.words("legal factual")]
    description: str = ""
    expected_end: PartialDate | None = None
    ended_on: PartialDate | None = None
    own_fault: bool | None = None


@dataclass(frozen=True, slots=True)
class ProsecutorStatement:
    """What the prosecutor or the criminal court says about a victim as a witness (§ 25 Abs. 4a, 4b)."""

    day: Annotated[PartialDate, Key("on")]
    by: Annotated[str, OneOf.words("prosecutor court")]
    presence_appropriate: bool | None = None
    statements_false: bool | None = None  # held to be false with sufficient probability (§ 52 Abs. 5)


@dataclass(frozen=True, slots=True)
class DatedValue:
    """A value that held from a day on (identity: cleared, partly, not)."""

    value: str
    day: Annotated[PartialDate, Key("on")]


@dataclass(frozen=True, slots=True)
class Step:
    """Something done on a day, e.g. to clarify identity."""

    day: Annotated[PartialDate, Key("date")]
    step: str
    authority: str = ""
    result: str = ""


@dataclass(frozen=True, slots=True)
class Journey:
    """A journey to the country of origin."""

    day: Annotated[PartialDate, Key("date")]
    reason: str = ""
    morally_compelling: bool | None = None


@dataclass(frozen=True, slots=True)
class CourseRecord:
    """The integration course. `obliged`: attendance is or was a duty (§ 44a Abs. 1), since whatever day.

    `admitted_on`: by the Federal Office (§ 44 Abs. 4); `registered_on`: with a course provider.
    """

    obliged: bool | None = None
    obliged_on: PartialDate | None = None
    offered: bool | None = None
    admitted_on: PartialDate | None = None
    registered_on: PartialDate | None = None
    started: PartialDate | None = None
    interrupted_on: PartialDate | None = None  # the last day attended before a break that goes on
    passed_on: PartialDate | None = None
    broken_off_faultless: bool | None = None


@dataclass(frozen=True, slots=True)
class CivicProof:
    """Proof of basic knowledge of the legal and social order."""

    kind: Annotated[str, Key("type"), OneOf.words("LiD_test integration_course German_school none")]
    day: Annotated[PartialDate | None, Key("date")] = None
