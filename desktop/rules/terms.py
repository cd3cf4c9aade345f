"""Dated parameters set by law or practice, the names of the statuses, and groups of them for the facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from pydantic import Field

from desktop.errors import Problem
from desktop.texts import mark

from .entries import Certainty, Cite, Entry, InForce, Layer, Name, Pair, Words, in_force_on


class Term(Entry):
    """One parameter for some time."""

    id: Name
    value: Words
    unit: str = ""
    cite: Cite
    in_force: InForce | None = None
    layer: Layer = "law"
    certainty: Certainty = "read"
    note: Pair | None = None

    def covers(self, day: date) -> bool:
        return in_force_on(day, self.in_force)


class StatusName(Entry):
    """How a status code reads on a card and in a list."""

    code: Words  # a status code, or title:<id>
    name: Pair
    short: Pair
    cite: Cite
    note: Pair | None = None


class WrittenTerms(Entry):
    """terms.yaml."""

    terms: tuple[Term, ...]
    statuses: tuple[StatusName, ...] = ()
    groups: dict[Name, tuple[str, ...]] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Terms:
    """Parameters by name and day. A name or day the pack does not cover is a Problem."""

    terms: Mapping[str, tuple[Term, ...]]
    statuses: Mapping[str, StatusName]
    groups: Mapping[str, frozenset[str]]

    def term(self, name: str, on: date) -> Term:
        """The parameter as it stands on a day. Raises Problem."""
        for term in self.terms.get(name, ()):
            if term.covers(on):
                return term
        raise Problem(
            mark("This rule pack does not say what “{term}” is on {day}."),
            mark("Install a complete rule pack."),
            term=name,
            day=on,
        )

    def all_known(self, on: date) -> bool:
        """Whether every parameter has a value on a day."""
        return all(any(term.covers(on) for term in terms) for terms in self.terms.values())

    def begins(self) -> tuple[date, ...]:
        """The days in order of time from which on (inclusive) a parameter is another one or none any more.

        The first day of the calendar is always one; until the next such day nothing changes.
        """
        in_force = [term.in_force for terms in self.terms.values() for term in terms if term.in_force]
        days = {date.min, *[each.since for each in in_force]}
        return tuple(sorted(days.union([each.until for each in in_force if each.until is not None])))

    def value(self, name: str, on: date) -> str:
        """The value as the pack writes it. Raises Problem."""
        return self.term(name, on).value

    def group(self, name: str) -> frozenset[str]:
        """A group of status codes. Raises Problem."""
        try:
            return self.groups[name]
        except KeyError:
            raise Problem(
                mark("This rule pack has no group of statuses “{group}”."),
                mark("Install a complete rule pack."),
                group=name,
            ) from None


def no_terms() -> Terms:
    """The terms of a pack that sets none."""
    return Terms(MappingProxyType({}), MappingProxyType({}), MappingProxyType({}))
