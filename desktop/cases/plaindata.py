"""Plain data of YAML and JSON: only tables, lists and text, read strictly, and the line of every part kept.

Plain YAML reads `25_1` as the number 251, `NO` as False and silently keeps the second of two equal keys.
Here every scalar stays the text that was written; a duplicate key, an anchor, a tag, a second document is an
error; and size and depth are bounded, because case documents and office records come from elsewhere.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from ..errors import CannotOpen, Problem
from ..texts import mark

Where: TypeAlias = tuple[str | int, ...]

MAX_CHARACTERS = 4_000_000
MAX_BYTES = 4 * MAX_CHARACTERS
MAX_DEPTH = 60

_YAML_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_JSON_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]]|-?\d[\d.eE+-]*|true|false|null')
_UNREADABLE = re.compile("[\0\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Plain:
    """Plain data and where each part of it stands. Null and an empty YAML value are the empty text."""

    value: Any  # text, list or table; Any, because every reader checks the shape itself
    source: str
    lines: Mapping[Where, int] = field(repr=False, compare=False, default_factory=dict)

    def line(self, path: Where) -> int:
        """Line (from 1) of the entry at a path of keys and positions, or of the nearest part around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read_plain_file(path: Path) -> Plain:
    """Read a UTF-8 file; its name (never its folder) is the source. Raises Problem, CannotOpen."""
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)  # the size of a pipe or a device is not known before
    except OSError as error:
        raise CannotOpen(mark("The file “{file}” cannot be read."), file=path.name) from error
    if len(raw) > MAX_BYTES:
        raise Problem(mark("“{file}” is too large to be read."), file=path.name)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Problem(
            mark("The file “{file}” is not text in UTF-8 (line {line})."),
            mark("Save it again as UTF-8."),
            file=path.name,
            line=raw.count(b"\n", 0, error.start) + 1,
        ) from error
    return read_plain(text, path.name)


def read_plain(text: str, source: str) -> Plain:
    """Read YAML or JSON. `source` is the name problems give for it. Raises Problem with file and line."""
    if len(text) > MAX_CHARACTERS:
        raise Problem(mark("“{file}” is too large to be read."), file=source)
    events = _json_events(text, source) if _is_json(text, source) else _yaml_events(text, source)
    return _build(events, source)


@dataclass(frozen=True, slots=True)
class _Event:
    """A piece in reading order: `{` `[` open, `}` `]` close, and `text` for a scalar."""

    kind: str
    line: int
    text: str = ""


@dataclass(slots=True)
class _Open:
    """A table or list that is being filled; `key` is the key whose value comes next."""

    content: Any
    path: Where
    key: str | None = None


def _build(events: Iterator[_Event], source: str) -> Plain:
    root: Any = None
    lines: dict[Where, int] = {}
    stack: list[_Open] = []
    for event in events:
        if event.kind in "}]":
            stack.pop()
            continue
        if event.kind == "text" and _UNREADABLE.search(event.text):
            raise Problem(
                mark("“{file}”, line {line}: a character cannot be read."), file=source, line=event.line
            )
        parent = stack[-1] if stack else None
        if parent is not None and isinstance(parent.content, dict) and parent.key is None:
            parent.key = _new_key(event, parent, source)
            lines[(*parent.path, parent.key)] = event.line
            continue
        value: Any = {"{": {}, "[": []}.get(event.kind, event.text)
        path: Where = ()
        if parent is None:
            root = value
        elif parent.key is not None:
            path = (*parent.path, parent.key)
            parent.content[parent.key] = value
            parent.key = None
        else:
            path = (*parent.path, len(parent.content))
            parent.content.append(value)
        lines.setdefault(path, event.line)
        if event.kind in "{[":
            stack.append(_Open(value, path))
            if len(stack) > MAX_DEPTH:
                raise _too_deep(source, event.line)
    if root is None:
        raise Problem(mark("“{file}” is empty."), file=source)
    return Plain(root, source, lines)


def _new_key(event: _Event, table: _Open, source: str) -> str:
    if event.kind != "text":
        raise Problem(mark("“{file}”, line {line}: a key must be one word."), file=source, line=event.line)
    if event.text in table.content:
        raise Problem(
            mark("“{file}”, line {line}: the key “{key}” stands here twice."),
            mark("Keep one of both."),
            file=source,
            line=event.line,
            key=event.text[:60],
        )
    return event.text


def _too_deep(source: str, line: int) -> Problem:
    return Problem(mark("“{file}”, line {line}: too many levels."), file=source, line=line)


# YAML -----------------------------------------------------------------------------------------------


def _yaml_events(text: str, source: str) -> Iterator[_Event]:
    documents = 0
    try:
        for event in yaml.parse(text, Loader=_YAML_LOADER):
            line = event.start_mark.line + 1 if event.start_mark else 1
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise Problem(
                        mark("“{file}”, line {line}: only one document can stand in a file."),
                        file=source,
                        line=line,
                    )
            elif isinstance(event, yaml.NodeEvent) and (
                isinstance(event, yaml.AliasEvent) or event.anchor or getattr(event, "tag", None)
            ):
                raise Problem(
                    mark("“{file}”, line {line}: anchors (&), references (*), tags (!) are not read here."),
                    mark("Write the text between quotation marks, or write it out."),
                    file=source,
                    line=line,
                )
            elif isinstance(event, yaml.ScalarEvent):
                yield _Event("text", line, event.value)
            elif isinstance(event, yaml.MappingStartEvent):
                yield _Event("{", line)
            elif isinstance(event, yaml.SequenceStartEvent):
                yield _Event("[", line)
            elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                yield _Event("}", line)
    except yaml.MarkedYAMLError as error:
        where = error.problem_mark or error.context_mark
        raise Problem(
            mark("“{file}”, line {line}: this is not readable as YAML ({reason})."),
            file=source,
            line=where.line + 1 if where else 1,
            reason=error.problem or error.context or "",
        ) from error
    except (yaml.YAMLError, UnicodeError) as error:
        raise Problem(mark("“{file}” holds characters that cannot be read."), file=source) from error


# JSON -----------------------------------------------------------------------------------------------


def _is_json(text: str, source: str) -> bool:
    """By the name, or because the text is JSON (which YAML 1.1 does not read in every detail)."""
    if source.lower().endswith(".json"):
        return True
    if not text.lstrip().startswith(("{", "[")):
        return False
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _json_events(text: str, source: str) -> Iterator[_Event]:
    """Valid JSON only, so that splitting it into tokens is enough to know where each stands."""
    try:
        json.loads(text, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise Problem(
            mark("“{file}”, line {line}: this is not readable as JSON ({reason})."),
            file=source,
            line=error.lineno,
            reason=error.msg,
        ) from error
    except ValueError as error:
        raise Problem(mark("“{file}”: NaN and Infinity are not numbers here."), file=source) from error
    except RecursionError as error:
        raise _too_deep(source, 1) from error
    line, seen = 1, 0
    for token in _JSON_TOKEN.finditer(text):
        line += text.count("\n", seen, token.start())
        seen = token.start()
        word = token.group()
        if word in "{}[]":
            yield _Event(word, line)
        else:
            yield _Event("text", line, json.loads(word) if word[0] == '"' else "" if word == "null" else word)


def _refuse_constant(word: str) -> None:
    raise ValueError(word)
