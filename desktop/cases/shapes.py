"""The shape of an input value: how it is read from plain data, written back and described as JSON Schema.

Plain data is what JSON and strings-only YAML give: strings, lists, mappings (numbers and booleans of JSON are
taken as their text). Reading raises `ShapeError` with the path inside the value and one English sentence;
nothing is guessed, an unknown key is an error.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Any

from .periods import PartialDate


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


LARGEST = Decimal(10**9)
"""No amount, duration or count of a case is larger; 1E+999999999 would fill the memory as a whole number."""


@dataclass(frozen=True, slots=True)
class Number(Shape):
    """A `Decimal` from zero to `LARGEST` (`whole`: an int); `unit` is for people: EUR, months, percent."""

    unit: str = ""
    whole: bool = False

    def read(self, raw: Any) -> Decimal | int:
        text = _text(raw)
        try:
            number = Decimal(text)
        except InvalidOperation:
            number = Decimal(-1)
        possible = number.is_finite() and 0 <= number <= LARGEST
        if not possible or (self.whole and number != number.to_integral()):
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
        return (
            {"anyOf": [options, {"type": "string", "pattern": f"^{self.prefix}."}]}
            if self.prefix
            else options
        )


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
        return tuple(at(number, self.item.read, part) for number, part in enumerate(parts))

    def write(self, value: tuple[Any, ...]) -> list[Any]:
        return [self.item.write(part) for part in value]

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": self.item.schema()}


def at(step: str | int, read: Callable[[Any], Any], raw: Any) -> Any:
    """Read a part of a value; an error tells the step that leads to the part."""
    try:
        return read(raw)
    except ShapeError as error:
        raise error.inside(step) from None
