"""What a sheet of reasons is made of; the layout is in `reasons`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..cases.answers import Proof
from ..cases.applications import DecisionKind
from ..rules.standing import Standing
from ..rules.verdict import Verdict
from .sheets import Person, Stamp


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """One condition: `value` is what is known ("74 Monate"), `note` what one should know about that."""

    text: str
    cite: str
    standing: Standing
    value: str = ""
    proof: Proof | None = None
    note: str = ""
    bar: bool = False  # the text names what stands against the title; MET means that it is not there


@dataclass(frozen=True, slots=True)
class JudgementLine:
    """A judgement, or a waiver of a rule, by a person."""

    text: str
    answer: str
    by: str
    on: date
    reason: str
    cite: str = ""


@dataclass(frozen=True, slots=True)
class WarningLine:
    """A warning of the pack; a strong one gets a sign, an `open` one may not apply and stands apart."""

    text: str
    cite: str = ""
    strong: bool = False
    open: bool = False


@dataclass(frozen=True, slots=True)
class SourcePair:
    """What a page of an authority says, and what the law says about the same point."""

    source: str
    says: str
    law: str
    cite: str = ""
    judged: str = ""  # imprecise, outdated, ... in words


@dataclass(frozen=True, slots=True)
class PracticeLine:
    """What offices do beside the law, and where that is known from."""

    text: str
    origin: str


@dataclass(frozen=True, slots=True)
class SourceLine:
    """Where a statement comes from."""

    name: str
    on: date | None = None  # state of the text


@dataclass(frozen=True, slots=True)
class ConsequenceLine:
    """What the title brings: label and text."""

    label: str
    text: str
    cite: str = ""


@dataclass(frozen=True, slots=True)
class ReasonsSheet:
    """Why a title gets the verdict it gets, for one client on one day."""

    stamp: Stamp
    person: Person
    title: str
    cite: str
    occasion: DecisionKind
    assessed_for: date
    verdict: Verdict
    sentence: str = ""  # the verdict in one sentence, where there is one
    limited_by: str = ""  # why it cannot be better ("Ermessensnorm")
    deciding: tuple[ReasonLine, ...] = ()
    open_points: tuple[ReasonLine, ...] = ()  # not met, unknown or unjudged beside what decided
    met: tuple[ReasonLine, ...] = ()
    assumptions: tuple[str, ...] = ()  # what the result rests on
    exceptions: tuple[ReasonLine, ...] = ()  # not met so far, but able to lift what stands in the way
    waivers: tuple[str, ...] = ()  # what the authority or a person may disregard
    judgements: tuple[JudgementLine, ...] = ()
    warnings: tuple[WarningLine, ...] = ()
    without_bar: Verdict | None = None  # the verdict once a removable bar has ended
    bar_ends: tuple[str, ...] = ()
    consequences: tuple[ConsequenceLine, ...] = ()
    practice: tuple[PracticeLine, ...] = ()
    source_pairs: tuple[SourcePair, ...] = ()
    sources: tuple[SourceLine, ...] = ()
