"""The languages of hand-outs: their own names, scripts and directions, in the order of the table."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final, Literal

from desktop import resources
from desktop.cases.plaindata import read_plain_file
from desktop.errors import Problem
from desktop.rules.entries import Entry, Name, Words
from desktop.rules.reading.faults import Faults
from desktop.texts import mark

GERMAN: Final = "de"
"""The language whose text counts."""


class HandoutLanguage(Entry):
    """One language. `own` is its name in its own script; `tag` is BCP 47, for the PDF."""

    code: Name
    tag: Name
    own: Words
    de: Words
    en: Words
    script: Literal["Latn", "Arab", "Cyrl", "Ethi"]
    direction: Literal["ltr", "rtl"]
    also: tuple[Name, ...] = ()

    @property
    def right_to_left(self) -> bool:
        return self.direction == "rtl"


class WrittenLanguages(Entry):
    """languages.yaml."""

    languages: tuple[HandoutLanguage, ...]


@cache
def languages() -> Mapping[str, HandoutLanguage]:
    """All languages by code, German first. Raises Problem for a damaged table."""
    faults = Faults()
    written = faults.read(read_plain_file(resources.path("handouts", "languages.yaml")), WrittenLanguages)
    faults.stop()
    return {each.code: each for each in written.languages} if written is not None else {}


def language(code: str) -> HandoutLanguage:
    """The language of that code. Raises Problem."""
    found = languages().get(code)
    if found is None:
        raise Problem(
            mark("There is no hand-out in the language “{language}”."),
            mark("Known are: {languages}."),
            language=code[:20],
            languages=", ".join(languages()),
        )
    return found


def of_client(code: str) -> str:
    """The language of a hand-out for a client recorded with that language; German where there is none."""
    wanted = code.lower().partition("-")[0]
    found = (each.code for each in languages().values() if wanted in (each.code, *each.also))
    return next(found, GERMAN)
