"""The texts of hand-outs in another language, each tied to the German text it renders."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pydantic import Field

from desktop import resources
from desktop.cases.plaindata import read_plain_file
from desktop.rules.entries import Entry, IsoDay, Name, Words
from desktop.rules.reading.faults import Faults
from desktop.texts import mark

from .languages import GERMAN
from .statements import FRAME, handouts, placeholders, text_hash


class Reviewed(Entry):
    """Who read a translation against the German text, and when."""

    by: Words
    on: IsoDay


class Rendering(Entry):
    """One text in another language. `of` is the hash of the German text it renders."""

    text: Words
    of: Name
    reviewed: Reviewed | None = None


class WrittenTranslation(Entry):
    """A file of a language: statements, frame words, or both."""

    blocks: Mapping[Name, Rendering] = Field(default_factory=dict)
    frame: Mapping[Name, Rendering] = Field(default_factory=dict)


class Translation(Entry):
    """All texts of one language: statements by id, frame words as `frame.<key>`."""

    language: str
    renderings: Mapping[str, Rendering]

    def fresh(self, block: str, german: str) -> Rendering | None:
        """The rendering of a block if it renders this German text, else None."""
        found = self.renderings.get(block)
        return found if found is not None and found.of == text_hash(german) else None


@cache
def translation(language: str) -> Translation:
    """What comes with the program in a language; nothing where it has no files. Raises Problem."""
    return read_translation(resources.path("handouts", language), language)


def read_translation(folder: Path, language: str) -> Translation:
    """Read every file of a language. Raises Problems with every fault found."""
    if language == GERMAN:
        raise ValueError("German is not a translation")
    faults, found = Faults(), dict[str, Rendering]()
    for file in sorted(folder.glob("*.yaml")):
        plain = read_plain_file(file)
        written = faults.read(plain, WrittenTranslation)
        for name, rendering in _named(written) if written is not None else ():
            if name in found:
                sentence = mark("“{file}”, line {line}: “{name}” stands here twice.")
                faults.add(plain, ("blocks", name), sentence, name=name)
            found[name] = rendering
    faults.stop()
    return Translation(language=language, renderings=MappingProxyType(found))


def _named(written: WrittenTranslation) -> Iterator[tuple[str, Rendering]]:
    yield from written.blocks.items()
    for key, rendering in written.frame.items():
        yield f"{FRAME}.{key}", rendering


def gaps(found: Translation) -> dict[str, str]:
    """What keeps a language from being complete, by block: one of the words of `fault`, or unknown."""
    german = handouts().texts
    wrong = {name: "unknown" for name in found.renderings if name not in german}
    for name, text in german.items():
        why = fault(found.renderings.get(name), text)
        if why:
            wrong[name] = why
    return wrong


def fault(rendering: Rendering | None, german: str) -> str:
    """What is wrong with a rendering: missing, stale, placeholders, citations; empty if nothing is."""
    if rendering is None:
        return "missing"
    if rendering.of != text_hash(german):
        return "stale"
    try:
        same = placeholders(rendering.text) == placeholders(german)
    except ValueError:
        same = False
    if not same:
        return "placeholders"
    cited, wanted = _cited(rendering.text), _cited(german)
    if cited != wanted or _numbers(german) - _numbers(rendering.text):
        return "citations"
    return ""


_SECTION_OR_DAY = re.compile("§+\N{NO-BREAK SPACE}[0-9]+[a-z]*|[0-9]{2}\\.[0-9]{2}\\.[0-9]{4}")


def _cited(text: str) -> list[str]:
    """Sections and days; a translation has exactly the same ones."""
    return sorted(_SECTION_OR_DAY.findall(text))


def _numbers(text: str) -> Counter[int]:
    """All other numbers, in digits of any script; a translation has them too, and may have more."""
    return Counter(int(each) for each in re.findall(r"\d+", _SECTION_OR_DAY.sub(" ", text)))
