"""What can be chosen on the printing page, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.texts import Texts, mark
from desktop.ui.kit.names import isolated

COLUMNS: Mapping[str, str] = {
    "both": mark("Both"),
    "german": mark("German only"),
    "other": mark("The other only"),
}
OWN_NAMES: Mapping[str, str] = {"de": "Deutsch", "en": "English"}
"""Languages in their own script, so that the client finds them too."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Everything that can be chosen, in words."""

    kinds: Sequence[tuple[str, str]]
    titles: Sequence[tuple[str, str]]
    occasions: Sequence[tuple[str, str]]
    authorities: Sequence[tuple[str, str]]
    languages: Sequence[tuple[str, str]]
    subjects: Sequence[tuple[str, str]]
    """Which date or application it is about; empty for a sheet of a title, an occasion and an authority."""
    beside: Sequence[tuple[str, str]] = ()
    """Hand-out: the languages that can stand beside German."""
    columns: Sequence[tuple[str, str]] = ()
    """Hand-out: both languages or one of them; empty where there is only German."""


def beside(texts: Texts) -> list[tuple[str, str]]:
    """The languages of hand-outs, each by its own name first, so that the client finds it too."""
    from desktop.services.handouts.languages import languages

    found = [(each.code, each.own, texts.pick(each)) for each in languages().values()]
    return [(code, own if own == name else f"{isolated(own)} – {name}") for code, own, name in found]
