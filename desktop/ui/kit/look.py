"""What a view needs to speak and to draw."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.texts import Texts

from .icons import Icons
from .theme import Theme


@dataclass(frozen=True, slots=True)
class Look:
    """The words, colours and icons of this window."""

    texts: Texts
    theme: Theme
    icons: Icons
