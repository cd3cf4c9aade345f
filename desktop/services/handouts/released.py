"""What an office has released of the translations: a value, whoever keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from .statements import text_hash
from .translations import Rendering


class Release(NamedTuple):
    """Who released a text and when; hashes of the German text and of the other one."""

    by: str
    on: date
    german: str
    other: str


@dataclass(frozen=True, slots=True)
class Releases:
    """What an office has released: by language, then by block."""

    found: Mapping[str, Mapping[str, Release]] = field(default_factory=lambda: MappingProxyType({}))

    def of(self, code: str, block: str, rendering: Rendering) -> Release | None:
        """The release of exactly this text, or None."""
        kept = self.found.get(code, {}).get(block)
        same = kept is not None and (kept.german, kept.other) == (rendering.of, text_hash(rendering.text))
        return kept if same else None

    def covers(self, code: str, block: str, rendering: Rendering) -> bool:
        """Whether this text has been reviewed: it came so with the program, or this office released it."""
        return rendering.reviewed is not None or self.of(code, block, rendering) is not None


NOTHING_RELEASED = Releases()
