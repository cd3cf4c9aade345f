"""The languages of clients, each in its own script, so that the client finds it too."""

from __future__ import annotations

from desktop.services.words.spoken import SPOKEN
from desktop.texts import Texts
from desktop.ui.kit.choice import Option
from desktop.ui.kit.names import isolated


def language_options(texts: Texts) -> list[Option]:
    """Own name first, then the word in the window's language."""
    return [
        (code, own if own == texts(word) else f"{isolated(own)} – {texts(word)}")
        for code, own, word in SPOKEN
    ]
