"""Faults of a rule pack, collected with file, key and line, and told all at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NoReturn, TypeVar

from pydantic import TypeAdapter, ValidationError

from desktop.cases.plaindata import Plain, Where
from desktop.errors import Problem, Problems
from desktop.texts import mark

T = TypeVar("T")

_MOST_TOLD = 40


class PackProblem(Problem):
    """A fault of a rule pack: file, line, key, and what is wrong there."""


@dataclass(slots=True)
class Faults:
    """The faults found so far; each is told once."""

    found: dict[tuple[object, ...], Problem] = field(default_factory=dict)

    def add(self, plain: Plain, where: Where, sentence: str, **values: object) -> None:
        """A fault at a place of a file. The sentence may name `{file}`, `{line}`, `{key}` and the values."""
        key = ".".join(str(step) for step in where) or "-"
        line = plain.line(where)
        told = {"file": plain.source, "line": line, "key": key} | values
        self.found.setdefault((plain.source, line, sentence, str(values)), PackProblem(sentence, "", **told))

    def stop(self) -> None:
        """Raises Problems if anything was found."""
        if self.found:
            self._raise()

    def _raise(self) -> NoReturn:
        raise Problems(tuple(self.found.values())[:_MOST_TOLD])

    def read(self, plain: Plain, kind: type[T]) -> T | None:
        """The file as an entry; what does not fit is added and gives None."""
        try:
            return _adapter(kind).validate_python(plain.value)
        except ValidationError as error:
            details = error.errors(include_url=False, include_context=True, include_input=False)
            places = [detail["loc"] for detail in details]
            for detail in details:
                depth = len(detail["loc"])
                inside = any(len(place) > depth and place[:depth] == detail["loc"] for place in places)
                if not (detail["type"] == "too_short" and inside):  # a list counts only entries without fault
                    self._told(plain, detail)
            return None
        except RecursionError:
            self.add(plain, (), mark("“{file}”, line {line}: too many levels."))
            return None

    def _told(self, plain: Plain, detail: Any) -> None:
        where = _place(plain.value, detail["loc"])
        match detail["type"]:
            case "missing":
                missing = str(detail["loc"][-1])
                self.add(
                    plain, where, mark("“{file}”, line {line}: {key} lacks “{missing}”."), missing=missing
                )
            case "extra_forbidden":
                self.add(plain, where, mark("“{file}”, line {line}: the key “{key}” is not known here."))
            case "string_too_short" | "too_short":
                self.add(plain, where, mark("“{file}”, line {line}: {key} is empty."))
            case _:
                self.add(
                    plain,
                    where,
                    mark("“{file}”, line {line}: {key} does not fit ({reason})."),
                    reason=str(detail["msg"]).removeprefix("Value error, "),
                )


_ADAPTERS: dict[type, TypeAdapter[Any]] = {}


def _adapter(kind: type[T]) -> TypeAdapter[T]:
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]


def _place(value: Any, loc: tuple[str | int, ...]) -> Where:
    """The path in the file: the steps of the error's path that are keys or positions, not names of types."""
    where: list[str | int] = []
    for step in loc:
        is_key = isinstance(value, dict) and step in value
        is_position = isinstance(value, list) and isinstance(step, int) and step < len(value)
        if is_key or is_position:
            value = value[step]
            where.append(step)
    return tuple(where)
