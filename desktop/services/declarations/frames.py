"""The few words of sheets that are not sentences: resources/declarations/<language>."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from desktop import resources
from desktop.cases.plaindata import read_plain_file
from desktop.rules.entries import Entry, Name, Words
from desktop.rules.reading.faults import Faults
from desktop.texts import Language


class WrittenFrame(Entry):
    """The words by key; what is filled in stands in braces."""

    frame: Mapping[Name, Words]


@cache
def frame(name: str, language: Language) -> Mapping[str, str]:
    """The words of a sheet. Raises Problem or Problems with file and line if its file is not right."""
    faults = Faults()
    written = faults.read(
        read_plain_file(resources.path("declarations", language, f"{name}.yaml")), WrittenFrame
    )
    faults.stop()
    return written.frame if written is not None else {}
