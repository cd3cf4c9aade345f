"""Every text of the pack with its file and its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from desktop.cases.plaindata import read_plain_file
from tests.law.worked_cases import PACK_FOLDER


def strings(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from strings(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from strings(inner, (*path, number))
    else:
        yield path, value


FILES = sorted(PACK_FOLDER.rglob("*.yaml"))
TEXTS = [
    (file.relative_to(PACK_FOLDER).as_posix(), path, text)
    for file in FILES
    for path, text in strings(read_plain_file(file).value)
]
