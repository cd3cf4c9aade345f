"""What the client has declared and was handed: powers of attorney, releases, consents, sheets handed out.

Days are inclusive. What is only handed out binds nobody; what was declared holds until it is taken
back, until its last day, or until the case is closed. No record counts as proof: the signed paper does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, TypeVar

from .recordshapes import Record
from .shapes import Choice, OneOf, Shape, ShapeError, at

D = TypeVar("D")

Where = Annotated[str, OneOf.words("abh bamf social other")]
"""Before whom a power of attorney holds: foreigners office, BAMF, social office or Jobcenter."""


@dataclass(frozen=True, slots=True)
class Power:
    """A power of attorney for one procedure at one authority.

    Once a written one is submitted, formal service goes to the representative (§ 7 Abs. 1 S. 2 VwZG); whether
    that can be excluded is not settled, so it counts only where the text itself says so. A revocation holds
    once it reaches the authority (§ 14 Abs. 1 S. 4 VwVfG).
    """

    where: Where
    given_on: date | None = None
    scope: tuple[str, ...] = ()  # what is ticked in it
    written: bool | None = None
    submitted_on: date | None = None
    receipt_excluded: bool | None = None  # in its text
    valid_until: date | None = None
    revoked_on: date | None = None
    revocation_arrived_on: date | None = None
    revocation_proof: str = ""  # that it reached the authority
    note: str = ""


@dataclass(frozen=True, slots=True)
class Release:
    """A release from confidentiality: who may speak towards whom about what; one for each person.

    It holds until its last day, at most twelve months, or until the case is closed, whichever is first.
    """

    released: str  # who may speak
    towards: str
    given_on: date
    topics: tuple[str, ...] = ()
    valid_until: date | None = None
    withdrawn_on: date | None = None
    text: str = ""  # version of the text, as its foot says
    language: str = ""
    interpreted_by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Consent:
    """One consent to a use of data (Art. 6, 7, 9 GDPR); each is given and withdrawn by itself."""

    about: Annotated[str, OneOf.words("file health messenger network statistics photo needs other")]
    given_on: date
    how: Annotated[str, OneOf.words("signed oral electronic")]
    withdrawn_on: date | None = None
    text: str = ""
    language: str = ""
    interpreted_by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class HandedOut:
    """A sheet that the client was given, signed or not (Art. 12 to 14 GDPR for the information sheet)."""

    sheet: Annotated[str, OneOf.words("privacy power revocation release consent")]
    handed_on: date
    text: str = ""
    language: str = ""
    interpreted_by: str = ""
    note: str = ""


Declaration = Power | Release | Consent | HandedOut
KINDS: Mapping[str, type[Declaration]] = {
    "power": Power,
    "release": Release,
    "consent": Consent,
    "handed_out": HandedOut,
}
"""By the word that names them in a case document and in the office file."""
_NAMES = {kind: name for name, kind in KINDS.items()}


def kind_of(declaration: Declaration) -> str:
    """The word that names what it is."""
    return _NAMES[type(declaration)]


def of_kind(found: tuple[Declaration, ...], kind: type[D]) -> tuple[D, ...]:
    """Those of one kind, in their order."""
    return tuple(each for each in found if isinstance(each, kind))


def with_kind(
    found: tuple[Declaration, ...], kind: type[Declaration], records: tuple[Declaration, ...]
) -> tuple[Declaration, ...]:
    """All of them with these in place of those of one kind; kinds stand in the order of `KINDS`."""
    others = {each: of_kind(found, each) for each in KINDS.values()} | {kind: records}
    return tuple(each for name in KINDS.values() for each in others[name])


class DeclarationShape(Shape):
    """A declaration as a table of keys; `kind` says which of them it is."""

    def read(self, raw: Any) -> Declaration:
        if not isinstance(raw, Mapping):
            raise ShapeError("A table of keys and values is expected here.")
        if "kind" not in raw:
            raise ShapeError("The key “{key}” is missing.", key="kind")
        kind = at("kind", Choice(tuple(KINDS)).read, raw["kind"])
        rest = {key: value for key, value in raw.items() if key != "kind"}
        declaration: Declaration = Record(KINDS[kind]).read(rest)
        return declaration

    def write(self, value: Declaration) -> dict[str, Any]:
        return {"kind": kind_of(value), **Record(type(value)).write(value)}

    def schema(self) -> dict[str, Any]:
        tables = []
        for name, kind in KINDS.items():
            table = Record(kind).schema()
            table["properties"] = {"kind": {"const": name}, **table["properties"]}
            table["required"] = ["kind", *table.get("required", ())]
            tables.append(table)
        return {"anyOf": tables}
