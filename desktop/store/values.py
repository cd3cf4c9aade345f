"""Values of answers as JSON, each with the name of its shape, so that a file is read without any rule pack.

A pack may rename or drop a question; what a person answered stays readable. Records go through
`desktop.cases`' own shapes.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from desktop.cases.answers import Unknown
from desktop.cases.periods import PartialDate, Period
from desktop.cases.records import RECORDS
from desktop.cases.recordshapes import Record, Stretch
from desktop.cases.shapes import Day, ExactDay, Never, Number, YesNo

ROWS_OF_THEIR_OWN = "rows"
"""Shape of an answer whose value is a table of its own; see `casefile_rows` and `stored_case`."""

_RECORD = "record:"
_LIST = "list:"
_RECORD_NAMES = {kind: name for name, kind in RECORDS.items()}

Write = Callable[[Any], Any]
_SIMPLE: dict[type, tuple[str, Write]] = {
    bool: ("yes_no", YesNo().write),
    int: ("whole", str),
    Decimal: ("number", str),
    str: ("text", str),
    PartialDate: ("day", Day().write),
    date: ("exact_day", ExactDay().write),
    Period: ("period", Stretch().write),
    frozenset: ("set", sorted),
    Unknown: ("unknown", lambda value: value.value),
    Never: ("never", lambda value: value.value),
}
_READ: dict[str, Callable[[Any], Any]] = {
    "yes_no": YesNo().read,
    "whole": Number(whole=True).read,
    "number": Number().read,
    "text": str,
    "day": Day().read,
    "exact_day": ExactDay().read,
    "period": Stretch().read,
    "set": frozenset,
    "unknown": Unknown,
    "never": Never,
    **{f"{_RECORD}{name}": Record(kind).read for name, kind in RECORDS.items()},
}


def to_plain(value: Any) -> tuple[str, Any]:
    """Name of the shape, and the value as JSON data.

    Raises TypeError for a value without a shape and ShapeError for a record that could not be read again;
    both are faults of whoever made the value.
    """
    if isinstance(value, tuple):
        return _list_to_plain(value)
    kind = type(value)
    if kind in _SIMPLE:
        shape, write = _SIMPLE[kind]
        return shape, write(value)
    if kind not in _RECORD_NAMES:
        raise TypeError(f"no shape for {kind.__name__}")
    shape = f"{_RECORD}{_RECORD_NAMES[kind]}"
    plain = Record(kind).write(value)
    if from_plain(shape, plain) != value:
        raise ValueError(f"a {kind.__name__} that cannot be read again")
    return shape, plain


def from_plain(shape: str, plain: Any) -> Any:
    """The value back. Raises ValueError (ShapeError is one) for what this version never wrote."""
    if shape.startswith(_LIST):
        return tuple(from_plain(shape.removeprefix(_LIST), each) for each in plain)
    if shape not in _READ:
        raise ValueError(f"unknown shape {shape}")
    return _READ[shape](plain)


def _list_to_plain(values: tuple[Any, ...]) -> tuple[str, list[Any]]:
    pairs = [to_plain(value) for value in values]
    shapes = {shape for shape, _ in pairs}
    if len(shapes) > 1:
        raise TypeError("a list of different kinds")
    return _LIST + "".join(shapes), [plain for _, plain in pairs]
