"""The client and the household."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from .periods import PartialDate, Period
from .shapes import Key, OneOf

LEVELS = OneOf.words("A1 A2 B1 B2 C1 C2")
BENEFITS = OneOf.words("SGB2 SGB12 AsylbLG Wohngeld KiZ Kindergeld BAfoeG BAB ALG1 pension UVG")
Relation = Annotated[str, OneOf.words("spouse_partner child parent sibling other")]


@dataclass(frozen=True, slots=True)
class Client:
    """Who the person is for the office. `name` as the card prints it, in Latin letters."""

    name: str
    original_name: str = ""  # in the script of the passport
    contact: str = ""
    address: tuple[str, ...] = ()  # lines as a letter prints them
    language: str = "de"  # BCP 47; language of hand-outs
    file_number: str = ""  # the office's own
    authority_file_number: str = ""  # Aktenzeichen of the Ausländerbehörde
    notes: str = ""


@dataclass(frozen=True, slots=True)
class HouseholdLink:
    """Another case of the same household: a file beside this one, or a client of the same office."""

    relation: Relation  # how the other person stands to the client
    case: str  # file name in a document, client id in an office


@dataclass(frozen=True, slots=True)
class FamilyMember:
    """A relative as far as a condition depends on them.

    `title_id` is what they hold: a title's id, `D60d` for that Duldung, `other`, or `none`. `custody`: of the
    client for a child, of the relative for a parent.
    """

    relation: Relation
    birth_date: PartialDate | None = None
    unmarried: bool | None = None
    household: tuple[Period, ...] = ()  # when they lived together
    custody: bool | None = None
    title_id: str | None = None
    school_age: bool | None = None
    school_proof: bool | None = None
    german_written: Annotated[str | None, LEVELS] = None
    id_cleared_on: PartialDate | None = None
    carer_need: bool | None = None
    entered_on: PartialDate | None = None
    course_duty_met: bool | None = None  # no duty to attend a course, passed, or broken off without fault


@dataclass(frozen=True, slots=True)
class Employment:
    """Paid work; money in euros a month."""

    period: Period
    hours_week: Decimal | None = None
    gross: Decimal | None = None
    net: Decimal | None = None
    insured: bool | None = None
    employer: str = ""
    qualified: bool | None = None


@dataclass(frozen=True, slots=True)
class Income:
    """Income other than work and benefits; euros a month."""

    kind: Annotated[str, Key("type")]
    period: Period
    amount: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Benefit:
    """A public benefit; euros a month."""

    kind: Annotated[str, Key("type"), BENEFITS]
    period: Period
    amount: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Education:
    """School, training or study."""

    kind: Annotated[str, Key("type"), OneOf.words("school prevocational apprenticeship university")]
    period: Period
    in_de: bool | None = None
    successful: bool | None = None


@dataclass(frozen=True, slots=True)
class Qualification:
    """A certificate or degree; without a day it was obtained at some time in the past."""

    kind: Annotated[str, Key("type"), OneOf.words("school vocational degree")]
    day: Annotated[PartialDate | None, Key("date")] = None
    recognised: bool | None = None
    in_de: bool | None = None


@dataclass(frozen=True, slots=True)
class HealthLimit:
    """An illness, disability or age that stands against a condition."""

    affects: Annotated[str, OneOf.words("school livelihood language civic pension")]
    kind: Annotated[str, OneOf.words("illness disability age")]
    period: Period
    confirmed_by: str = ""


@dataclass(frozen=True, slots=True)
class LanguageProof:
    """A German certificate; level A1 to C2."""

    level: Annotated[str, LEVELS]
    skill: Annotated[str, OneOf.words("oral written full")]
    day: Annotated[PartialDate | None, Key("date")] = None
    issuer: str = ""
