"""The texts of hand-outs in German and in another language, and whether somebody has reviewed them."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.documents.handout_sheet import Twin

from .released import Releases
from .statements import FRAME, handouts
from .translations import Translation


@dataclass(frozen=True)
class HandoutTwins:
    """Every block in both; `other` is None where the language is German."""

    other: Translation | None
    released: Releases

    def twin(self, block: str) -> Twin:
        """A block by its id; without the other text where none fits the German."""
        german = handouts().texts[block]
        found = self.other.fresh(block, german) if self.other is not None else None
        return Twin(german, found.text if found is not None else "")

    def reviewed(self, block: str) -> bool:
        """Whether a person has read the other text against the German one; what is German needs nobody."""
        if self.other is None:
            return True
        found = self.other.fresh(block, handouts().texts[block])
        return found is None or self.released.covers(self.other.language, block, found)

    def word(self, key: str) -> Twin:
        """A word of the frame by its key."""
        return self.twin(f"{FRAME}.{key}")
