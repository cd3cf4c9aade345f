"""What a view needs to speak and to draw."""

from __future__ import annotations

from typing import NamedTuple

from desktop.texts import Texts

from .icons import Icons
from .theme import Theme


class Look(NamedTuple):
    """The words, colours and icons of this window."""

    texts: Texts
    theme: Theme
    icons: Icons
