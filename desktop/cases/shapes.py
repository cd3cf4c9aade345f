"""The shape of an input value: how it is read from plain data, written back and described as JSON Schema.

Plain data is what JSON and strings-only YAML give: strings, lists, mappings (numbers and booleans of JSON are taken
as their text). Reading raises `ShapeError` with the path inside the value and one English sentence; nothing is
guessed, an unknown key is an error.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import cache
from typing import Any

from .periods import PartialDate, Period


class ShapeError(ValueError):
    """A value that does not fit. `path` leads to the part inside the value, `values` fill the sentence."""

    def __init__(self, sentence: str, path: tuple[str | int, ...] = (), **values: object) -> None:
        super().__init__(sentence.format(**values))
        self.sentence, self.path, self.values = sentence, path, values

    def inside(self, *steps: str | int) -> ShapeError:
        return ShapeError(self.sentence, (*steps, *self.path), **self.values)


@dataclass(frozen=True, slots=True)
class Key:
    """Annotation: the name of a record's field in plain data, where it differs from the attribute."""

    name: str


@dataclass(frozen=True, slots=True)
class OneOf:
    """Annotation: the values a text field may take; with a prefix also anything that begins so."""

    options: tuple[str, ...]
    prefix: str = ""

    @classmethod
    def words(cls, text: str) -> OneOf:
        return cls(tuple(text.split()))


class Never(Enum):
    """The value of a date fact whose event did not happen."""

    NONE = "none"


class Shape:
    """Base of all shapes."""

    def read(self, raw: Any) -> Any:
        raise NotImplementedError

    def write(self, value: Any) -> Any:
        """Plain data that `read` gives back as an equal value."""
        raise NotImplementedError

    def schema(self) -> dict[str, Any]:
        """JSON Schema of the plain data."""
        raise NotImplementedError


def _text(raw: Any) -> str:
    if isinstance(raw, bool):
        return "yes" if raw else "no"
    if isinstance(raw, str | int | float | Decimal):
        return str(raw).strip()
    raise ShapeError("A single value is expected here, not a list or a table.")


@dataclass(frozen=True, slots=True)
class YesNo(Shape):
    """True or False."""

    def read(self, raw: Any) -> bool:
        match _text(raw).lower():
            case "yes" | "true":
                return True
            case "no" | "false":
                return False
        raise ShapeError("Only yes or no is possible here, not “{found}”.", found=_text(raw)[:40])

    def write(self, value: bool) -> str:
        return "yes" if value else "no"

    def schema(self) -> dict[str, Any]:
        return {"enum": ["yes", "no", True, False]}


@dataclass(frozen=True, slots=True)
class Day(Shape):
    """A `PartialDate`: 2026-11-22, 2026-11 or 2026; `or_none`: also the word none ("it did not happen")."""

    or_none: bool = False

    def read(self, raw: Any) -> PartialDate | Never:
        text = _text(raw)
        if self.or_none and text == Never.NONE.value:
            return Never.NONE
        try:
            first, _, last = text.partition("/")
            day = PartialDate.parse(first)
            return PartialDate(day.earliest, PartialDate.parse(last).latest) if last else day
        except ValueError:
            raise ShapeError(
                "“{found}” is not a day of the calendar; write 2026-11-22, 2026-11 or 2026.", found=text[:40]
            ) from None

    def write(self, value: PartialDate | Never) -> str:
        return value.value if isinstance(value, Never) else str(value)

    def schema(self) -> dict[str, Any]:
        day = r"\d{4}(-\d{2}(-\d{2})?)?"
        none = "none|" if self.or_none else ""
        return {"type": "string", "pattern": f"^({none}{day}(/{day})?)$"}


@dataclass(frozen=True, slots=True)
class ExactDay(Shape):
    """A `date` that must be known exactly."""

    def read(self, raw: Any) -> date:
        day = Day().read(raw)
        if isinstance(day, Never) or day.day is None:
            raise ShapeError("The exact day is needed here, not only the month or year.")
        return day.day

    def write(self, value: date) -> str:
        return value.isoformat()

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "date"}


@dataclass(frozen=True, slots=True)
class Number(Shape):
    """A `Decimal` not below zero (`whole`: an int); `unit` is for people: EUR, months, percent."""

    unit: str = ""
    whole: bool = False

    def read(self, raw: Any) -> Decimal | int:
        text = _text(raw)
        try:
            number = Decimal(text)
        except InvalidOperation:
            number = Decimal(-1)
        if not number.is_finite() or number < 0 or (self.whole and number != number.to_integral()):
            raise ShapeError("“{found}” is not a number that is possible here.", found=text[:40])
        return int(number) if self.whole else number

    def write(self, value: Decimal | int) -> str:
        return str(value)

    def schema(self) -> dict[str, Any]:
        digits = r"^\d+$" if self.whole else r"^\d+(\.\d+)?$"
        return {"anyOf": [{"type": "number", "minimum": 0}, {"type": "string", "pattern": digits}]}


@dataclass(frozen=True, slots=True)
class Text(Shape):
    """Free text of one value."""

    def read(self, raw: Any) -> str:
        return _text(raw)

    def write(self, value: str) -> str:
        return value

    def schema(self) -> dict[str, Any]:
        return {"type": ["string", "number"]}


@dataclass(frozen=True, slots=True)
class Choice(Shape):
    """One of some words; `enum` if the value is a member of an Enum with these values.

    With a prefix, any longer text that begins so is possible too (`title:25_3`).
    """

    options: tuple[str, ...]
    enum: type[Enum] | None = None
    prefix: str = ""

    def read(self, raw: Any) -> Any:
        text = _text(raw)
        prefixed = bool(self.prefix) and text.startswith(self.prefix) and text != self.prefix
        if text not in self.options and not prefixed:
            raise ShapeError(
                "“{found}” is not possible here; possible are: {options}.",
                found=text[:40],
                options=", ".join(self.options),
            )
        return self.enum(text) if self.enum else text

    def write(self, value: Any) -> str:
        return str(value.value if isinstance(value, Enum) else value)

    def schema(self) -> dict[str, Any]:
        options = {"enum": list(self.options)}
        return {"anyOf": [options, {"type": "string", "pattern": f"^{self.prefix}."}]} if self.prefix else options


@dataclass(frozen=True, slots=True)
class SetOf(Shape):
    """A frozenset of some words."""

    options: tuple[str, ...]

    def read(self, raw: Any) -> frozenset[str]:
        parts = raw if isinstance(raw, list) else [raw]
        return frozenset(Choice(self.options).read(part) for part in parts)

    def write(self, value: frozenset[str]) -> list[str]:
        return sorted(value)

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": Choice(self.options).schema(), "uniqueItems": True}


@dataclass(frozen=True, slots=True)
class ListOf(Shape):
    """A tuple; a single entry may stand without list marks; the word none is the empty list."""

    item: Shape

    def read(self, raw: Any) -> tuple[Any, ...]:
        if raw == "none":
            return ()
        parts = raw if isinstance(raw, list) else [raw]
        return tuple(_at(number, self.item.read, part) for number, part in enumerate(parts))

    def write(self, value: tuple[Any, ...]) -> list[Any]:
        return [self.item.write(part) for part in value]

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": self.item.schema()}


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
        for part in _parts(self.kind):
            if part.is_period:
                values[part.attribute] = _read_period(rest)
            elif part.key in rest:
                raw_value = rest.pop(part.key)
                if raw_value is not None and raw_value != "":
                    values[part.attribute] = _at(part.key, part.shape.read, raw_value)
            if part.needed and part.attribute not in values:
                raise ShapeError("The key “{key}” is missing.", key=part.key)
        _refuse_unknown(rest)
        return self.kind(**values)

    def write(self, value: Any) -> dict[str, Any]:
        plain: dict[str, Any] = {}
        for part in _parts(self.kind):
            inner = getattr(value, part.attribute)
            if part.is_period:
                plain |= Stretch().write(inner)
            elif inner != part.default:
                plain[part.key] = part.shape.write(inner)
        return plain

    def schema(self) -> dict[str, Any]:
        properties: dict[str, Any] = {}
        required = []
        for part in _parts(self.kind):
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


def _read_period(rest: dict[Any, Any]) -> Period:
    if "from" not in rest:
        raise ShapeError("The key “{key}” is missing.", key="from")
    start = _at("from", Day().read, rest.pop("from"))
    borders = {key: rest.pop(key) for key in ("to", "valid_until") if rest.get(key) not in (None, "")}
    for key in ("to", "valid_until"):
        rest.pop(key, None)
    if len(borders) == 2:
        raise ShapeError("Only one of “to” and “valid_until” can stand here.", ("to",))
    try:
        if "valid_until" in borders:
            return Period.on_paper(start, _at("valid_until", Day().read, borders["valid_until"]))
        return Period(start, _at("to", Day().read, borders["to"]) if borders else None)
    except ShapeError:
        raise
    except ValueError:
        raise ShapeError("The period ends before it begins.", (next(iter(borders), "from"),)) from None


def _refuse_unknown(rest: Mapping[Any, Any]) -> None:
    for key in rest:
        raise ShapeError("The key “{key}” is not known here.", (str(key),), key=str(key)[:40])


def _at(step: str | int, read: Callable[[Any], Any], raw: Any) -> Any:
    try:
        return read(raw)
    except ShapeError as error:
        raise error.inside(step) from None


@dataclass(frozen=True, slots=True)
class _Part:
    attribute: str
    key: str
    shape: Shape
    default: Any
    needed: bool
    is_period: bool


@cache
def _parts(kind: type) -> tuple[_Part, ...]:
    hints = typing.get_type_hints(kind, include_extras=True)
    parts = []
    for each in fields(kind):
        hint, annotations = _without_annotations(hints[each.name])
        key = next((note.name for note in annotations if isinstance(note, Key)), each.name)
        is_period = hint is Period
        shape = Text() if is_period else shape_of(hint, annotations)
        needed = each.default is MISSING and each.default_factory is MISSING
        parts.append(_Part(each.name, key, shape, each.default, needed, is_period))
    return tuple(parts)


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
