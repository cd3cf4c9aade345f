"""The words every rule file is made of: entries, texts in both languages, names, citations, days."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator


def _day(raw: object) -> date:
    if isinstance(raw, date):
        return raw
    if isinstance(raw, str) and len(raw) == 10:
        return date.fromisoformat(raw)
    raise ValueError("a day is written 2026-11-22")


def _yes_no(raw: object) -> bool:
    if raw in ("yes", "no"):
        return raw == "yes"
    raise ValueError("only yes or no is possible here")


Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
Name = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,79}$")]
Cite = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=300)]
IsoDay = Annotated[date, BeforeValidator(_day)]
YesOrNo = Annotated[bool, BeforeValidator(_yes_no)]
Amount = Annotated[Decimal, Field(ge=0, allow_inf_nan=False)]
Count = Annotated[int, Field(ge=0, le=10_000)]
Certainty = Literal["read", "secondary", "inferred"]
"""Read in the official text, taken from a secondary source, or our own inference."""
Layer = Literal["law", "practice"]
Decision = Literal["grant", "extension"]
Titles = Literal["all"] | tuple[Name, ...]


class Entry(BaseModel):
    """Base of everything a rule file may write: unknown keys are refused, nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Pair(Entry):
    """One text in German and English; both are required, for an office may print either."""

    de: Words
    en: Words

    def __str__(self) -> str:
        return self.en


class InForce(Entry):
    """From `since` (inclusive) to `until` (exclusive; open if absent)."""

    since: IsoDay
    until: IsoDay | None = None

    @model_validator(mode="after")
    def _in_order(self) -> InForce:
        if self.until is not None and self.until <= self.since:
            raise ValueError("until must lie after since")
        return self

    def covers(self, day: date) -> bool:
        """Whether it is in force on a day."""
        return self.since <= day and (self.until is None or day < self.until)


def in_force_on(day: date, in_force: InForce | None) -> bool:
    """Whether something is in force on a day; without a period it always is."""
    return in_force is None or in_force.covers(day)


class Checked(Entry):
    """When and against which text a version was checked."""

    on: IsoDay
    against: Pair
