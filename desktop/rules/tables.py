"""The tables of a pack beside its norms: papers, fees, consequences, warnings, sources, practice.

Rows and their conditions: `rows`.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType
from typing import Any, Literal, TypeVar

from pydantic import Field

from .conditions import Node
from .entries import (
    Amount,
    Certainty,
    Cite,
    Count,
    Decision,
    Entry,
    InForce,
    IsoDay,
    Layer,
    Name,
    Pair,
    Words,
    YesOrNo,
)
from .reading.written import WrittenCondition
from .rows import Conditional, ForTitles, Row, StatusRow

# documents.yaml


class NeededWhen(Row):
    """When a paper is asked for."""

    occasions: tuple[Literal["first", "extension"], ...] = Field(min_length=1)
    why: Pair | None = None


class Concerns(ForTitles):
    """For which titles and occasions a paper makes sense at all, whoever asks for it."""

    occasions: tuple[Literal["first", "extension"], ...] = ("first", "extension")


class HandIn(Enum):
    """In which form a paper is handed in."""

    COPY = "copy"
    ORIGINAL = "original"
    BOTH = "copy_original_at_visit"
    DIGITAL = "digital"
    NONE = "none"


class Document(Entry):
    """One paper of the catalogue."""

    code: Name
    name: Pair
    cite: Cite | None = None
    hand_in: HandIn
    why: Pair
    proves: tuple[Name, ...] = ()
    sensitivity: Literal["normal", "art9", "art10"] = "normal"
    max_age_days: Count | None = None
    only_on_request: YesOrNo = False
    concerns: Concerns = Concerns()
    needed: tuple[NeededWhen, ...] = ()
    certainty: Certainty = "read"
    note: Pair | None = None


class WrittenDocuments(Entry):
    """documents.yaml."""

    documents: tuple[Document, ...]


# fees.yaml


class YoungRate(Entry):
    """An amount of its own for those who are younger than `below` on the day of the decision."""

    below: Count
    amount: Amount


class Fee(Entry):
    """One fee in euros, and what the columns of relief do to it."""

    id: Name
    name: Pair
    cite: Cite
    in_force: InForce | None = None
    adult: Amount
    minor: Amount
    young: YoungRate | None = None
    benefits: Literal["exempt", "discretionary", "not_covered"] = "not_covered"
    protected: Literal["exempt", "to_be_claimed", "not_covered"] = "not_covered"
    admitted_23_2: Literal["exempt", "to_be_claimed", "not_covered"] = "not_covered"
    note: Pair | None = None
    note_below: Count | None = None
    """Of a note about the young: nobody of that age or older, in complete years, needs to read it."""


class FeeOccasion(Row):
    """Which fees a decision costs."""

    id: Name
    name: Pair
    decision: Decision | None = None
    items: tuple[Name, ...] = Field(min_length=1)
    choice: Literal["all", "one_of"] = "all"
    beside: YesOrNo = False
    """Not part of a decision about a title: for the list of fees, not for a checklist."""
    note: Pair | None = None


class FeeRelief(Entry):
    """The conditions under which a column of relief applies."""

    protected: WrittenCondition | None = None
    protected_to_claim: WrittenCondition | None = None
    admitted_23_2: WrittenCondition | None = None
    benefits: WrittenCondition | None = None


class FeeWaiver(Entry):
    """The authority's power to waive or reduce."""

    cite: Cite
    text: Pair


class WrittenFees(Entry):
    """fees.yaml."""

    fees: tuple[Fee, ...]
    occasions: tuple[FeeOccasion, ...]
    relief: FeeRelief = FeeRelief()
    waiver: FeeWaiver | None = None


# consequences.yaml, warnings.yaml


class Topic(Enum):
    """What a consequence is about, in the order of the page."""

    VALIDITY = "validity"
    EXTENSION = "extension"
    WORK = "work"
    COURSE = "course"
    BENEFITS = "benefits"
    FAMILY = "family"
    RESIDENCE = "residence"
    TRAVEL = "travel"
    TIME = "time"
    FICTION = "fiction"
    LAPSE = "lapse"
    REVOCATION = "revocation"
    PATH = "path"


class Consequence(StatusRow):
    """What follows from a title, or from a status."""

    id: Name
    topic: Topic
    value: str = ""
    text: Pair
    cite: Cite
    layer: Layer = "law"
    in_force: InForce | None = None
    certainty: Certainty = "read"
    note: Pair | None = None


class WrittenConsequences(Entry):
    """consequences.yaml."""

    consequences: tuple[Consequence, ...]


class Severity(Enum):
    """How loudly a warning is shown."""

    STRONG = "strong"
    NOTE = "note"


class Warning(StatusRow):
    """Something to watch, for a title, a status or every case."""

    id: Name
    cite: Cite
    severity: Severity
    text: Pair
    decision: Decision | None = None
    in_force: InForce | None = None
    layer: Layer = "law"
    certainty: Certainty = "read"
    note: Pair | None = None


class WrittenWarnings(Entry):
    """warnings.yaml."""

    warnings: tuple[Warning, ...]


# sources.yaml, practice.yaml, fact_notes.yaml


class Claim(ForTitles):
    """What a page of an authority says, and what the law says to it."""

    id: Name
    topic: Literal["condition", "paper", "fee", "date", "consequence"]
    claim: Pair
    verdict: Literal["correct", "imprecise", "incomplete", "outdated", "wrong", "local_practice"]
    law: Pair
    cite: Cite
    supersedes: str = ""
    certainty: Certainty = "read"
    note: Pair | None = None


class SourcePage(Entry):
    """A page the claims were read on."""

    id: Name
    authority: Pair
    name: Pair
    land: str = ""
    office: str = ""
    """The authority whose page it is, where it does not speak for a whole Land."""
    language: str = "de"
    status_on: IsoDay | None = None
    retrieved_on: IsoDay | None = None
    url: str = ""
    note: Pair | None = None
    claims: tuple[Claim, ...] = ()


class Literature(Entry):
    """A text that versions of norms cite as their source."""

    id: Name
    name: Pair
    certainty: Certainty = "read"


class WrittenSources(Entry):
    """sources.yaml."""

    pages: tuple[SourcePage, ...] = ()
    literature: tuple[Literature, ...] = ()


class Practice(ForTitles):
    """Administrative practice: dated, and apart from the law."""

    id: Name
    topic: Words
    text: Pair
    in_force: InForce | None = None
    source: Words
    certainty: Certainty = "read"
    land: str = ""
    authority: str = ""
    note: Pair | None = None


class WrittenPractice(Entry):
    """practice.yaml."""

    practice: tuple[Practice, ...]


class WrittenFactNotes(Entry):
    """fact_notes.yaml."""

    notes: dict[Name, Pair]


T = TypeVar("T")
_MOST_PICKED = 1000


def _nothing() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Tables:
    """All tables of a pack; empty where the pack has none."""

    documents: Mapping[str, Document] = field(default_factory=_nothing)
    needed: Mapping[str, tuple[Conditional[NeededWhen], ...]] = field(default_factory=_nothing)
    fees: tuple[Fee, ...] = ()
    fee_occasions: tuple[Conditional[FeeOccasion], ...] = ()
    fee_relief: Mapping[str, Node] = field(default_factory=_nothing)
    fee_waiver: FeeWaiver | None = None
    consequences: tuple[Conditional[Consequence], ...] = ()
    warnings: tuple[Conditional[Warning], ...] = ()
    pages: tuple[SourcePage, ...] = ()
    literature: Mapping[str, Literature] = field(default_factory=_nothing)
    practice: tuple[Practice, ...] = ()
    fact_notes: Mapping[str, Pair] = field(default_factory=_nothing)
    _picked: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def picked(self, what: Hashable, pick: Callable[[], T]) -> T:
        """What was picked out of the tables for a title and a day, made once: it hangs on no case."""
        found: T | None = self._picked.get(what)
        if found is None:
            if len(self._picked) >= _MOST_PICKED:  # many days were looked at
                self._picked.clear()
            found = self._picked[what] = pick()
        return found
