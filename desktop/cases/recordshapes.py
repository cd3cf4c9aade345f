"""Shapes of records: a frozen dataclass as a table of keys, made from its type hints and annotations."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from ..errors import Problem
from ..texts import mark
from .periods import PartialDate, Period
from .plaindata import Plain
from .shapes import Choice, Day, ExactDay, Key, ListOf, Number, OneOf, Shape, ShapeError, Text, YesNo, at

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stretch(Shape):
    """A `Period` alone: `from`, and `to` (first day that no longer counts) or `valid_until` (last day)."""

    def read(self, raw: Any) -> Period:
        if not isinstance(raw, Mapping):
            raise ShapeError("A table of keys and values is expected here.")
        rest = dict(raw)
        period = _read_period(rest)
        _refuse_unknown(rest)
        return period

    def write(self, value: Period) -> dict[str, Any]:
        return {"from": str(value.start)} | ({} if value.end is None else {"to": str(value.end)})

    def schema(self) -> dict[str, Any]:
        borders = {key: Day().schema() for key in ("from", "to", "valid_until")}
        return {"type": "object", "properties": borders, "required": ["from"], "additionalProperties": False}


@dataclass(frozen=True, slots=True)
class Record(Shape):
    """A frozen dataclass as a table of keys. A field `period: Period` is spread into `from` and `to`.

    `to` is the first day that no longer counts; `valid_until` may stand instead, the inclusive last day as a
    paper prints it.
    """

    kind: type

    def read(self, raw: Any) -> Any:
        if not isinstance(raw, Mapping):
            raise ShapeError("A table of keys and values is expected here.")
        rest = dict(raw)
        values = {}
        for part in parts(self.kind):
            if part.is_period:
                values[part.attribute] = _read_period(rest)
            elif part.key in rest:
                raw_value = rest.pop(part.key)
                if raw_value is not None and raw_value != "":
                    values[part.attribute] = at(part.key, part.shape.read, raw_value)
            if part.needed and part.attribute not in values:
                raise ShapeError("The key “{key}” is missing.", key=part.key)
        _refuse_unknown(rest)
        return self.kind(**values)

    def write(self, value: Any) -> dict[str, Any]:
        plain: dict[str, Any] = {}
        for part in parts(self.kind):
            inner = getattr(value, part.attribute)
            if part.is_period:
                plain |= Stretch().write(inner)
            elif inner != part.default:
                plain[part.key] = part.shape.write(inner)
        return plain

    def schema(self) -> dict[str, Any]:
        properties: dict[str, Any] = {}
        required = []
        for part in parts(self.kind):
            if part.is_period:
                properties |= Stretch().schema()["properties"]
                required.append("from")
            else:
                properties[part.key] = part.shape.schema()
                if part.needed:
                    required.append(part.key)
        return {
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": False,
        }


def read_record(plain: Plain, kind: type[T]) -> T:
    """A file that holds one record, strictly. Raises Problem with file, line and key."""
    try:
        record: T = Record(kind).read(plain.value)
    except ShapeError as error:
        raise unreadable(plain, error) from error
    return record


def unreadable(plain: Plain, error: ShapeError) -> Problem:
    """What to say to a shape that does not fit: file, line, key and the sentence."""
    where = ".".join(str(part) for part in error.path) or "-"
    return Problem(
        mark("“{file}”, line {line}, {where}:"),
        error.sentence,
        **{**error.values, "file": plain.source, "line": plain.line(error.path), "where": where},
    )


def _read_period(rest: dict[Any, Any]) -> Period:
    if "from" not in rest:
        raise ShapeError("The key “{key}” is missing.", key="from")
    start = at("from", Day().read, rest.pop("from"))
    borders = {key: rest.pop(key) for key in ("to", "valid_until") if rest.get(key) not in (None, "")}
    for key in ("to", "valid_until"):
        rest.pop(key, None)
    if len(borders) == 2:
        raise ShapeError("Only one of “to” and “valid_until” can stand here.", ("to",))
    try:
        if "valid_until" in borders:
            return Period.on_paper(start, at("valid_until", Day().read, borders["valid_until"]))
        return Period(start, at("to", Day().read, borders["to"]) if borders else None)
    except ShapeError:
        raise
    except ValueError:
        raise ShapeError("The period ends before it begins.", (next(iter(borders), "from"),)) from None


def _refuse_unknown(rest: Mapping[Any, Any]) -> None:
    for key in rest:
        raise ShapeError("The key “{key}” is not known here.", (str(key),), key=str(key)[:40])


@dataclass(frozen=True, slots=True)
class Part:
    """A field of a record: its attribute, its key in plain data, its shape, and whether it must be there."""

    attribute: str
    key: str
    shape: Shape
    default: Any
    needed: bool
    is_period: bool


@cache
def parts(kind: type) -> tuple[Part, ...]:
    """The fields of a record in their order."""
    hints = typing.get_type_hints(kind, include_extras=True)
    found = []
    for each in fields(kind):
        hint, annotations = _without_annotations(hints[each.name])
        key = next((note.name for note in annotations if isinstance(note, Key)), each.name)
        is_period = hint is Period
        shape = Text() if is_period else shape_of(hint, annotations)
        needed = each.default is MISSING and each.default_factory is MISSING
        found.append(Part(each.name, key, shape, each.default, needed, is_period))
    return tuple(found)


def _without_annotations(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    if typing.get_origin(hint) is typing.Annotated:
        bare, *annotations = typing.get_args(hint)
        return bare, tuple(annotations)
    return hint, ()


def shape_of(hint: Any, annotations: tuple[Any, ...] = ()) -> Shape:
    """The shape of a record field's type. Raises TypeError for a type that has none."""
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        (hint,) = (part for part in typing.get_args(hint) if part is not types.NoneType)
    one_of = next((note for note in annotations if isinstance(note, OneOf)), None)
    if one_of is not None:
        return Choice(one_of.options, prefix=one_of.prefix)
    if typing.get_origin(hint) is tuple:
        return ListOf(shape_of(*_without_annotations(typing.get_args(hint)[0])))
    simple: dict[Any, Shape] = {
        str: Text(),
        bool: YesNo(),
        int: Number(whole=True),
        Decimal: Number(),
        date: ExactDay(),
        PartialDate: Day(),
    }
    if hint in simple:
        return simple[hint]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return Choice(tuple(member.value for member in hint), hint)
    if hint is Period:
        return Stretch()
    if isinstance(hint, type):
        return Record(hint)
    raise TypeError(f"no shape for {hint!r}")
